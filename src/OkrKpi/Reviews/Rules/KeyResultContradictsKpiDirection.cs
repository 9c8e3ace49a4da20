using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A key result that measures a KPI goes the other way than is better for the KPI. Code <c>direction-contradicts-kpi</c>, an error.</summary>
/// <remarks>Bad: "churn from 5 % to 8 %" for a KPI whose lower values are better. Good: "churn from 8 % to 5 %".</remarks>
public sealed class KeyResultContradictsKpiDirection : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return keyResult.Measures is { } id
            && context.NeedOf(id)?.Kpi is { Direction: not Direction.WithinBand } kpi
            && keyResult.Goal.Aim?.Direction is { } direction
            && direction != kpi.Direction
            ? [
                Finding.Of(
                    "direction-contradicts-kpi", FindingSeverity.Error, objective, keyResult, "finding.directionContradictsKpi", new("kpi", kpi.Name),
                    new("direction", direction), new("better", kpi.Direction))
            ]
            : [];
    }
}
