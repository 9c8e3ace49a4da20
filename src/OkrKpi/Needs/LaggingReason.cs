namespace OkrKpi;

/// <summary>The KPI is behind its target.</summary>
/// <remarks>Immutable; compared by reference. Every number can be computed again from the period it names.</remarks>
public sealed class LaggingReason : NeedReason
{
    private readonly Explanation explanation;

    internal LaggingReason(KpiPeriod evidence, KpiPeriod since, decimal gap, Explanation explanation)
    {
        Evidence = evidence;
        Since = since;
        Gap = gap;
        this.explanation = explanation;
    }

    /// <summary>The period that shows it, with actual and target.</summary>
    public KpiPeriod Evidence { get; }

    /// <summary>The first period of the unbroken run of missed ones that the evidence ends.</summary>
    public KpiPeriod Since { get; }

    /// <summary>How far behind, in the KPI's unit, below 0; for a running period against its pro-rated target.</summary>
    public decimal Gap { get; }

    /// <inheritdoc/>
    public override ReportingPeriod Period => Evidence.Period;

    /// <inheritdoc/>
    public override Explanation Explain() => explanation;
}
