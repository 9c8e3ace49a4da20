using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The same result stands twice among the current objectives, so it counts twice: same owner and unit, and the same KPI measured or the same words, in any
/// order.
/// Code <c>same-result-twice</c>, a warning on the later one.
/// </summary>
/// <remarks>
/// Bad: "Open rate of messages" and "messages, open rate", both in percent. Good: "Open rate of messages" in percent and "Messages opened" as a count; or the
/// open rate of two teams, each of its own messages.
/// </remarks>
public sealed class KeyResultRepeatsAnother : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        var seen = new Dictionary<(string What, string? Owner, Unit Unit), (Objective Objective, KeyResult KeyResult)>();
        foreach (var objective in context.CurrentObjectives)
        {
            foreach (var keyResult in objective.KeyResults)
            {
                if (keyResult.IsCancelledAsOf(context.AsOf))
                {
                    continue;
                }

                var words = PlainWords.Of(keyResult.Name);
                Array.Sort(words, StringComparer.Ordinal);
                var ofSameKpi = keyResult.Measures is { } kpi ? FirstOf(kpi.Value, objective, keyResult) : null;
                var ofSameWords = FirstOf(string.Join(' ', words), objective, keyResult);
                if (
                    (ofSameKpi ?? ofSameWords) is { } other && other.Objective.Cycle.Start <= objective.Cycle.End
                        && objective.Cycle.Start <= other.Objective.Cycle.End)
                {
                    yield return Finding.Of(
                        "same-result-twice", FindingSeverity.Warning, objective, keyResult, "finding.sameResultTwice",
                        new("other", $"{other.Objective.Id}/{other.KeyResult.Id}"), new("otherName", other.KeyResult.Name));
                }
            }
        }

        (Objective Objective, KeyResult KeyResult)? FirstOf(string what, Objective objective, KeyResult keyResult) =>
            seen.TryAdd((what, Owner(objective, keyResult), keyResult.Unit), (objective, keyResult))
                ? null : seen[(what, Owner(objective, keyResult), keyResult.Unit)];
    }

    private static string? Owner(Objective objective, KeyResult keyResult) => keyResult.Owner ?? objective.Owner;
}
