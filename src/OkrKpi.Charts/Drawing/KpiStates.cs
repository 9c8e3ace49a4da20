using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>Signal or noise, and whether the process as it is reaches its target: marks with their words, of what is known.</summary>
internal static class KpiStates
{
    internal static IEnumerable<(Mark Mark, string Text)> Of(ProcessBehaviour behaviour, ChartText text, Func<Target, string> amount)
    {
        if (behaviour.Variation == Variation.CannotTell)
        {
            yield break;
        }

        yield return (behaviour.Variation.Mark(), text.Of("state.variation", text.Name(behaviour.Variation)));
        if (behaviour is { Target: { } target, Assurance: not Assurance.CannotTell })
        {
            yield return (behaviour.Assurance.Mark(), text.Of("state.assurance", amount(target), text.Name(behaviour.Assurance)));
        }
    }

    /// <summary>The same as a sentence, for those who do not see the marks; empty when nothing is known.</summary>
    internal static string Said(ProcessBehaviour behaviour, Unit unit, ChartText text)
    {
        var said = string.Join("; ", Of(behaviour, text, target => text.Amount(target, unit)).Select(static each => each.Text));
        return said.Length == 0 ? "" : $" {char.ToUpperInvariant(said[0])}{said[1..]}.";
    }
}
