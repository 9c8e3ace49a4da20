using NodaTime;

namespace OkrKpi;

/// <summary>The KPI's target was made more ambitious than it was known to be before.</summary>
/// <remarks>Immutable; compared by reference. Stays open from the day of the decision until the first period it applies to is complete.</remarks>
public sealed class TargetRaisedReason : NeedReason
{
    private readonly Kpi kpi;
    private readonly KpiPeriod? latest;

    internal TargetRaisedReason(KpiAssessment assessment, ReportingPeriod period, Target before, Target now, TargetDecision decision)
    {
        kpi = assessment.Kpi;
        latest = assessment.Latest;
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

    /// <summary>How far the latest complete period is from the raised target, in the KPI's unit: -200 for 100 where 300 is wanted. <see langword="null"/> when it has no value.</summary>
    public decimal? Gap => latest?.Actual is { } actual ? Now.Gap(actual, kpi.Direction) : null;

    /// <inheritdoc/>
    public override LocalDate StartedOn => Decision.DecidedOn;

    /// <inheritdoc/>
    public override decimal? GapShare => Now.Size > 0m && Gap is { } gap ? Held.Quotient(gap, Now.Size) : null;

    /// <inheritdoc/>
    public override Explanation Explain() => Explanation.Of(
        Decision.Because is null ? "need.targetRaised" : "need.targetRaisedBecause",
        new Fact("kpi", kpi.Name), new Fact("before", Before, kpi.Unit), new Fact("now", Now, kpi.Unit),
        new Fact("period", Period), new Fact("decidedOn", Decision.DecidedOn), new Fact("because", Decision.Because));
}
