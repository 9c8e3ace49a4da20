namespace OkrKpi.Signals;

/// <summary>Says a behaviour in words.</summary>
internal static class BehaviourWords
{
    internal static Explanation Of(ProcessBehaviour behaviour)
    {
        if (behaviour.Points.Count == 0)
        {
            return Explanation.Of("behaviour.empty");
        }

        var latest = behaviour.Points[^1];
        var sentence = Explanation.Of(
            behaviour.Variation switch
            {
                Variation.CannotTell => "behaviour.cannotTell",
                Variation.CommonCause => "behaviour.commonCause",
                Variation.Improving => "behaviour.improving",
                Variation.Worsening => "behaviour.worsening",
                Variation.High => "behaviour.high",
                Variation.Low => "behaviour.low",
                Variation.Unusual => "behaviour.unusual",
            },
            [new("period", latest.Label), new("since", behaviour.Since?.Label), .. LinesOf(behaviour)]);
        return sentence.Resting(
            behaviour.Current.Select(static signal => signal.Explain()).Concat(new[] { Limits(behaviour), Assurance(behaviour) }.OfType<Explanation>()));
    }

    /// <summary>What the target is to what the process gives; <see langword="null"/> when nothing can be said.</summary>
    internal static Explanation? Assurance(ProcessBehaviour behaviour) => behaviour.Assurance switch
    {
        Signals.Assurance.CannotTell => null,
        Signals.Assurance.AlwaysReaches => Explanation.Of("assurance.always", LinesOf(behaviour)),
        Signals.Assurance.SometimesReaches => Explanation.Of("assurance.sometimes", LinesOf(behaviour)),
        Signals.Assurance.NeverReaches => Explanation.Of(
            behaviour.Target!.Value > behaviour.Points[^1].Upper || behaviour.Target.Band?.Low > behaviour.Points[^1].Upper
                ? "assurance.neverAbove" : "assurance.neverBelow",
            LinesOf(behaviour)),
    };

    private static Explanation Limits(ProcessBehaviour behaviour)
    {
        var segment = behaviour.Segments[^1];
        var key = segment.State switch
        {
            LimitState.TooFewPoints => "limits.tooFew",
            LimitState.Trial => "limits.trial",
            LimitState.Settled => "limits.settled",
            LimitState.NoVariation => "limits.noVariation",
        };
        Fact[] facts =
        [
            new("rules", behaviour.Rules.Name), new("points", (decimal)segment.LimitPoints), new("minimum", (decimal)behaviour.Rules.MinimumPoints),
            new("first", LabelOf(behaviour, segment.First)), new("because", segment.Because), .. LinesOf(behaviour),
        ];
        var limits = Explanation.Of(key, facts);
        return segment.Because is null ? limits : limits.Resting(Explanation.Of("limits.rebased", facts));
    }

    private static object LabelOf(ProcessBehaviour behaviour, int number) => behaviour.Points.First(point => point.Number == number).Label;

    private static Fact[] LinesOf(ProcessBehaviour behaviour)
    {
        var (latest, unit) = (behaviour.Points[^1], behaviour.Kpi?.Unit);
        return
        [
            new("value", latest.Value, unit), new("centre", latest.Centre, unit), new("lower", latest.Lower is { } lower ? behaviour.Shown(lower) : null, unit),
            new("upper", latest.Upper is { } upper ? behaviour.Shown(upper) : null, unit),
            new("target", unit is null ? behaviour.Target?.ToString() : behaviour.Target, unit),
        ];
    }
}
