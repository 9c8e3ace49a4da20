using System.Globalization;

namespace OkrKpi.Rollups;

/// <summary>One period of a <see cref="KpiRollup"/>: its value, what it was made of, and how much of what was expected is in it.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RollupPeriod
{
    private readonly KpiRollup rollup;

    internal RollupPeriod(KpiRollup rollup, ReportingPeriod period, PeriodAggregate aggregate, decimal? value, Coverage coverage, Coverage segmentCoverage)
    {
        this.rollup = rollup;
        Period = period;
        Aggregate = aggregate;
        Value = value;
        Coverage = coverage;
        SegmentCoverage = segmentCoverage;
    }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>What the measurements add up to, all segments together.</summary>
    public PeriodAggregate Aggregate { get; }

    /// <summary>
    /// The value as the rollup's aggregation reads it, so far when the period is running; <see langword="null"/> when nothing was measured (see
    /// <see cref="KpiRollup.Gaps"/>) or a ratio has no denominator. What goes beyond ±10^18 is told as that.
    /// </summary>
    public decimal? Value { get; }

    /// <summary>
    /// How many of the shorter periods in which the KPI is measured have a measurement, of those that are over: 2 of the 3 months of a quarter. 1 expected
    /// where the KPI is measured once a period.
    /// </summary>
    public Coverage Coverage { get; }

    /// <summary>How many of the segments measured up to this period were measured in it; nothing is expected of a KPI without segments.</summary>
    public Coverage SegmentCoverage { get; }

    /// <summary>Whether the period was over at the close of the date of the rollup; a running period is partial.</summary>
    public bool IsComplete => Period.IsCompleteAsOf(rollup.AsOf);

    /// <summary>Whether nothing was measured in the period; its value, if any, stands for a gap.</summary>
    public bool IsGap => Aggregate.IsEmpty;

    /// <summary>Why the period has this value.</summary>
    /// <returns>A sentence with period, value, aggregation and coverage.</returns>
    public Explanation Explain()
    {
        var facts = new[]
        {
            new Fact("kpi", rollup.Kpi.Name), new Fact("period", Period),
            new Fact("actual", Value, rollup.Aggregation == Aggregation.Count ? null : rollup.Kpi.Unit),
            new Fact("aggregation", rollup.Aggregation), new Fact("measurements", (decimal)Aggregate.Count),
            new Fact("present", (decimal)Coverage.Present), new Fact("expected", (decimal)Coverage.Expected), new Fact("gaps", rollup.Gaps),
        };
        return Explanation.Of(IsGap ? "rollup.gap" : IsComplete ? "rollup.complete" : "rollup.running", facts);
    }

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(CultureInfo.InvariantCulture);
}
