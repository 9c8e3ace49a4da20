using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A KPI or objective names nobody who answers for it. Code <c>no-owner</c>, a warning.</summary>
/// <remarks>
/// Bad: a KPI "Revenue" of nobody. Good: a KPI "Revenue" owned by Sales; an objective without an owner of its own whose key results all have one. Where
/// nearly none names anybody, this is said once, of the whole.
/// </remarks>
public sealed class HasNoOwner : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return
        [
            .. Everywhere.Told(
                context.Portfolio.Kpis,
                kpi => kpi.Owner is not null ? null : Finding.Of(
                    "no-owner", FindingSeverity.Warning, FindingSubject.Of(kpi), Explanation.Of("finding.kpiNoOwner", new Fact("kpi", kpi.Name))),
                "finding.kpisNoOwner"),
            .. Everywhere.Told(
                context.CurrentObjectives,
                objective => IsOwned(objective) ? null : Finding.Of(
                    "no-owner", FindingSeverity.Warning, FindingSubject.Of(objective),
                    Explanation.Of("finding.objectiveNoOwner", new Fact("objective", objective.Title))),
                "finding.objectivesNoOwner"),
        ];
    }

    private static bool IsOwned(Objective objective) =>
        objective.Owner is not null || (objective.KeyResults.Count > 0 && objective.KeyResults.All(keyResult => keyResult.Owner is not null));
}
