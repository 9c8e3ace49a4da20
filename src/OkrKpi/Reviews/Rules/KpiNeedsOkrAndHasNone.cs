using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A KPI needs an OKR, and no open or planned objective addresses it. Code <c>kpi-needs-okr</c>, a warning.</summary>
/// <remarks>Bad: the meetings lag and nobody works on them. Good: an objective of the running or the coming cycle addresses them.</remarks>
public sealed class KpiNeedsOkrAndHasNone : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Kpi kpi, ReviewContext context)
    {
        Guard.Against.Null(kpi);
        Guard.Against.Null(context);
        return context.NeedOf(kpi.Id) is { State: OkrNeedState.Needed, PlannedBy.Count: 0 } need
            ? [
                Finding.Of(
                    "kpi-needs-okr", FindingSeverity.Warning, FindingSubject.Of(kpi),
                    Explanation.Of("finding.kpiNeedsOkr", new Fact("kpi", kpi.Name)).Resting(need.Reasons.Select(reason => reason.Explain())))
            ]
            : [];
    }
}
