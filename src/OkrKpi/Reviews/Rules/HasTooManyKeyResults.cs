using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>An objective has more than five key results, so none of them is in focus. Code <c>too-many-key-results</c>, a hint.</summary>
/// <remarks>
/// Bad: six key results. Good: two to five; the examples of the source article have three or four. Cancelled and postponed ones do not count. Five is a
/// choice; the sources name three to five.
/// </remarks>
public sealed class HasTooManyKeyResults : FindingRule
{
    private const int Allowed = 5;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var count = objective.KeyResults.Count(keyResult => !keyResult.IsCancelledAsOf(context.AsOf) && !keyResult.IsPostponedAsOf(context.AsOf));
        return count > Allowed
            ? [
                Finding.Of(
                    "too-many-key-results", FindingSeverity.Hint, objective, "finding.tooManyKeyResults", new("count", (decimal)count),
                    new("allowed", (decimal)Allowed))
            ]
            : [];
    }
}
