using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// An objective addresses a KPI that meets its target and whose target was not raised. Not wrong, only said. Code <c>kpi-needs-no-okr</c>, a hint.
/// </summary>
/// <remarks>
/// Remarked: an objective for meetings while 100 of 100 were held. Not remarked: the meetings lag, their target was raised, or it cannot be told.
/// </remarks>
public sealed class AddressesKpiThatNeedsNoOkr : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return objective.Addresses
            .Select(context.NeedOf).OfType<OkrNeed>()
            .Where(need => need.State == OkrNeedState.NotNeeded)
            .Select(need => Finding.Of("kpi-needs-no-okr", FindingSeverity.Hint, objective, "finding.kpiNeedsNoOkr", new Fact("kpi", need.Kpi.Name)));
    }
}
