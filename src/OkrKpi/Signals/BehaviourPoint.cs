using System.Globalization;

namespace OkrKpi.Signals;

/// <summary>One value of a process, with the limits it is held against and what the rules say of it.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BehaviourPoint
{
    private readonly SignalRule[] rules;

    internal BehaviourPoint(SeriesPoint point, BehaviourSegment segment, decimal? movingRange, PointLines? lines, SignalRule[] rules, Variation standing)
    {
        Number = point.Number;
        Period = point.Period;
        Value = point.Value;
        Segment = segment;
        MovingRange = movingRange;
        Centre = lines?.Centre;
        Lower = lines?.Lower;
        Upper = lines?.Upper;
        this.rules = rules;
        Standing = standing;
    }

    /// <summary>Its place in the series, 1 for the first; gaps count.</summary>
    public int Number { get; }

    /// <summary>The period of the KPI; <see langword="null"/> where plain values were given.</summary>
    public ReportingPeriod? Period { get; }

    /// <summary>The value.</summary>
    public decimal Value { get; }

    /// <summary>The segment it belongs to.</summary>
    public BehaviourSegment Segment { get; }

    /// <summary>
    /// How far it lies from the point before, 0 or more; <see langword="null"/> for the first of a segment and after a gap. Of a process with seasons between
    /// the deviations from their seasons.
    /// </summary>
    public decimal? MovingRange { get; }

    /// <summary>The centre it is held against; <see langword="null"/> without limits, and for a point whose own season was seen once.</summary>
    public decimal? Centre { get; }

    /// <summary>The lower limit it is held against; <see langword="null"/> where there is no <see cref="Centre"/>.</summary>
    public decimal? Lower { get; }

    /// <summary>The upper limit it is held against; <see langword="null"/> where there is no <see cref="Centre"/>.</summary>
    public decimal? Upper { get; }

    /// <summary>
    /// The rules whose signals it is part of, the most telling first; none for noise. By <see cref="RulesAtOnePoint.First"/> at most one.
    /// </summary>
    public IReadOnlyList<SignalRule> Rules => rules;

    /// <summary>What the most telling of them says; common cause for noise.</summary>
    public Variation Standing { get; }

    /// <summary>Whether it lies further from the point before than ranges do by chance (<see cref="BehaviourSegment.RangeLimit"/>).</summary>
    public bool IsRangeBeyondLimit => MovingRange > Segment.RangeLimit;

    /// <summary>What a chart calls it: the label of its period, or <c>#12</c>.</summary>
    internal object Label => Period is { } period ? period : string.Create(CultureInfo.InvariantCulture, $"#{Number}");

    /// <summary>Place, value and standing, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Label}: {Value:#,0.####}, {Standing}");
}
