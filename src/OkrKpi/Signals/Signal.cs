using System.Globalization;

namespace OkrKpi.Signals;

/// <summary>One signal: points that a rule says are no noise.</summary>
/// <remarks>
/// Immutable; compared by reference. A pattern that goes on is one signal: of nine points in a row below the centre all nine, not one signal for each point
/// from the seventh on.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Signal
{
    private readonly BehaviourPoint[] points;
    private readonly BehaviourPoint[] completeAt;
    private readonly decimal against;
    private readonly Unit? unit;

    internal Signal(
        SignalRule rule, SignalSide side, Variation standing, BehaviourPoint[] points, BehaviourPoint[] completeAt, BehaviourPoint since, decimal against,
        Unit? unit)
    {
        Since = since;
        this.against = against;
        Rule = rule;
        Side = side;
        Standing = standing;
        this.points = points;
        this.completeAt = completeAt;
        this.unit = unit;
    }

    /// <summary>The rule that sees it.</summary>
    public SignalRule Rule { get; }

    /// <summary>Which way it goes.</summary>
    public SignalSide Side { get; }

    /// <summary>Whether that is good or bad.</summary>
    public Variation Standing { get; }

    /// <summary>The points it consists of, in order; at least one.</summary>
    public IReadOnlyList<BehaviourPoint> Points => points;

    /// <summary>
    /// The points at which the pattern was complete, in order; at the first of them it could be seen. By <see cref="SignalRule.NearLimit"/> such a point need
    /// not be one of <see cref="Points"/>.
    /// </summary>
    public IReadOnlyList<BehaviourPoint> CompleteAt => completeAt;

    /// <summary>The first of its points: since when.</summary>
    public BehaviourPoint First => points[0];

    /// <summary>The latest of its points.</summary>
    public BehaviourPoint Last => points[^1];

    /// <summary>The first point from which on all its points say <see cref="Standing"/>: within a band a pattern may have said something else before.</summary>
    internal BehaviourPoint Since { get; }

    /// <summary>How far its latest point is from what it is held against, the centre or the beginning of a trend, as a gap below 0.</summary>
    internal decimal Gap => -Math.Abs(Last.Value - against);

    /// <summary>What was seen: "7 in a row below the centre 84.2, 2026-01 to 2026-07".</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Explanation.Of(
        (Rule.Kind, Side) switch
        {
            (SignalKind.BeyondLimit, SignalSide.High) => points.Length == 1 ? "signal.aboveLimit" : "signal.aboveLimits",
            (SignalKind.BeyondLimit, _) => points.Length == 1 ? "signal.belowLimit" : "signal.belowLimits",
            (SignalKind.BeyondLine, SignalSide.High) => "signal.aboveLine",
            (SignalKind.BeyondLine, _) => "signal.belowLine",
            (SignalKind.NearLimit, SignalSide.High) => "signal.nearUpper",
            (SignalKind.NearLimit, _) => "signal.nearLower",
            (SignalKind.Run, SignalSide.High) => "signal.runAbove",
            (SignalKind.Run, _) => "signal.runBelow",
            (SignalKind.Trend, SignalSide.High) => "signal.rising",
            (SignalKind.Trend, _) => "signal.falling",
            (SignalKind.Alternating, _) => "signal.alternating",
            (SignalKind.Hugging, _) => "signal.hugging",
            (SignalKind.Avoiding, _) => "signal.avoiding",
        },
        new Fact("count", (decimal)points.Length), new Fact("outOf", (decimal)Rule.OutOf), new Fact("needed", (decimal)Rule.Count),
        new Fact("sigmas", Rule.Sigmas), new Fact("first", First.Label), new Fact("last", Last.Label), new Fact("value", Last.Value, unit),
        new Fact("centre", Last.Centre, unit), new Fact("lower", Last.Lower, unit), new Fact("upper", Last.Upper, unit));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);
}
