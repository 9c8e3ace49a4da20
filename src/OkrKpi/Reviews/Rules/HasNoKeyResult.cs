using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>An objective has no key result, and no other contributes to it, so nobody can tell how close it is. Code <c>no-key-result</c>, an error.</summary>
/// <remarks>Bad: "Raise engagement" and nothing else. Good: "Raise engagement" with "open rate from 4 % to 15 %".</remarks>
public sealed class HasNoKeyResult : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return objective.KeyResults.Count == 0 && !context.IsContributedTo(objective.Id)
            ? [
                Finding.Of(
                    "no-key-result", FindingSeverity.Error, FindingSubject.Of(objective),
                    Explanation.Of("finding.noKeyResult", new Fact("objective", objective.Title)))
            ]
            : [];
    }
}
