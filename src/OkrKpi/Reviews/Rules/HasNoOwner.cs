using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A KPI or objective names nobody who answers for it. Code <c>no-owner</c>, a warning.</summary>
/// <remarks>Bad: a KPI "Revenue" of nobody. Good: a KPI "Revenue" owned by Sales.</remarks>
public sealed class HasNoOwner : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context) =>
        Guard.Against.Null(objective).Owner is null
            ? [
                Finding.Of(
                    "no-owner", FindingSeverity.Warning, FindingSubject.Of(objective),
                    Explanation.Of("finding.objectiveNoOwner", new Fact("objective", objective.Title)))
            ]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Kpi kpi, ReviewContext context) =>
        Guard.Against.Null(kpi).Owner is null
            ? [Finding.Of("no-owner", FindingSeverity.Warning, FindingSubject.Of(kpi), Explanation.Of("finding.kpiNoOwner", new Fact("kpi", kpi.Name)))]
            : [];
}
