using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>An objective has no initiative, so nothing is being done for it. Code <c>no-initiative</c>, a warning.</summary>
/// <remarks>Bad: key results alone. Good: "Build an FAQ section" listed under the objective.</remarks>
public sealed class HasNoInitiative : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context) =>
        Guard.Against.Null(objective).Initiatives.Count == 0
            ? [
                Finding.Of(
                    "no-initiative", FindingSeverity.Warning, FindingSubject.Of(objective),
                    Explanation.Of("finding.noInitiative", new Fact("objective", objective.Title)))
            ]
            : [];
}
