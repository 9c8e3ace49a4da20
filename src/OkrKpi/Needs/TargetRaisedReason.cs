namespace OkrKpi;

/// <summary>The KPI's target was made more ambitious than it was known to be before.</summary>
/// <remarks>Immutable; compared by reference. Stays open from the day of the decision until the first period it applies to is complete.</remarks>
public sealed class TargetRaisedReason : NeedReason
{
    private readonly Kpi kpi;

    internal TargetRaisedReason(Kpi kpi, ReportingPeriod period, Target before, Target now, TargetDecision decision)
    {
        this.kpi = kpi;
        Period = period;
        Before = before;
        Now = now;
        Decision = decision;
    }

    /// <summary>The first period the raised target applies to.</summary>
    public override ReportingPeriod Period { get; }

    /// <summary>The target known for that period before the decision.</summary>
    public Target Before { get; }

    /// <summary>The target known for it now.</summary>
    public Target Now { get; }

    /// <summary>The decision that raised it.</summary>
    public TargetDecision Decision { get; }

    /// <inheritdoc/>
    public override Explanation Explain() => Explanation.Of(
        Decision.Because is null ? "need.targetRaised" : "need.targetRaisedBecause",
        new Fact("kpi", kpi.Name), new Fact("before", Before, kpi.Unit), new Fact("now", Now, kpi.Unit),
        new Fact("period", Period), new Fact("decidedOn", Decision.DecidedOn), new Fact("because", Decision.Because));
}
