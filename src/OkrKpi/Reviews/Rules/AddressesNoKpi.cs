using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>An objective addresses no KPI, so nobody can tell which business number it should move. Code <c>no-kpi-addressed</c>, a warning.</summary>
/// <remarks>
/// Bad: "Raise engagement" linked to nothing. Good: "Raise engagement" addressing the KPI of customer meetings. Where nearly no objective addresses one, this
/// is said once, of the whole.
/// </remarks>
public sealed class AddressesNoKpi : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return Everywhere.Told(
            context.CurrentObjectives,
            objective => objective.Addresses.Count > 0 ? null : Finding.Of(
                "no-kpi-addressed", FindingSeverity.Warning, FindingSubject.Of(objective),
                Explanation.Of("finding.noKpiAddressed", new Fact("objective", objective.Title))),
            context.Portfolio.Kpis.Count == 0 ? "finding.noKpis" : "finding.noKpiAddressedAnywhere");
    }
}
