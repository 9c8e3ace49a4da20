using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>An objective has no initiative, so nothing is being done for it. Code <c>no-initiative</c>, a warning.</summary>
/// <remarks>
/// Bad: key results alone. Good: "Build an FAQ section" listed under the objective. Where nearly no objective has one, this is said once, of the whole.
/// </remarks>
public sealed class HasNoInitiative : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return Everywhere.Told(
            context.CurrentObjectives,
            objective => objective.Initiatives.Count > 0 ? null : Finding.Of(
                "no-initiative", FindingSeverity.Warning, FindingSubject.Of(objective),
                Explanation.Of("finding.noInitiative", new Fact("objective", objective.Title))),
            "finding.noInitiativeAnywhere");
    }
}
