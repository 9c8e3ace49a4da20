using NodaTime;

namespace OkrKpi;

/// <summary>The KPI is behind its target.</summary>
/// <remarks>Immutable; compared by reference. Every number can be computed again from the period it names.</remarks>
public sealed class LaggingReason : NeedReason
{
    private readonly Func<LaggingReason, Explanation> explain;
    private readonly decimal? whole;

    internal LaggingReason(KpiPeriod evidence, KpiPeriod since, decimal? gap, Func<LaggingReason, Explanation> explain, decimal? whole = null)
    {
        this.whole = whole ?? evidence.Target?.Size;
        Evidence = evidence;
        Since = since;
        Gap = gap;
        this.explain = explain;
    }

    /// <summary>The period that shows it, with actual and target.</summary>
    public KpiPeriod Evidence { get; }

    /// <summary>The first period of the unbroken run of missed ones that the evidence ends; of a reading over several periods the first missed one among them.</summary>
    public KpiPeriod Since { get; }

    /// <summary>
    /// How far behind, in the KPI's unit, below 0: of a complete period its gap, of a running one against what is due by now or against its projection, of a plan the sum of the gaps.
    /// <see langword="null"/> when the reason is that nothing was measured.
    /// </summary>
    public decimal? Gap { get; }

    /// <inheritdoc/>
    public override ReportingPeriod Period => Evidence.Period;

    /// <inheritdoc/>
    public override LocalDate StartedOn => Since.IsComplete ? Since.Period.End : Since.Period.Start;

    /// <inheritdoc/>
    public override decimal? GapShare => whole > 0m && Gap is { } gap ? Held.Quotient(gap, whole.Value) : null;

    /// <inheritdoc/>
    public override Explanation Explain() => explain(this);

    /// <summary>A missed period says why by itself.</summary>
    internal static LaggingReason Missed(KpiAssessment assessment, KpiPeriod evidence) =>
        new(evidence, assessment.MissedSince() ?? evidence, evidence.Gap, static reason => reason.Sentence());

    /// <summary>That the period of the evidence missed its target, and since when.</summary>
    internal Explanation Sentence() => Explanation.Of(
        Since == Evidence ? "need.missed" : "need.missedSince",
        new Fact("kpi", Evidence.Kpi.Name), new Fact("period", Evidence.Period), new Fact("actual", Evidence.Actual, Evidence.Kpi.Unit),
        new Fact("target", Evidence.Target, Evidence.Kpi.Unit), new Fact("gap", Evidence.Gap, Evidence.Kpi.Unit), new Fact("since", Since.Period));
}
