using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A key result is only done or not done, so nobody sees how close it is. Code <c>key-result-not-measurable</c>, a warning.</summary>
/// <remarks>
/// Bad: "FAQ section is live", yes or no. Good: "share of questions answered by the FAQ from 0 % to 40 %", or steps as milestones. Where it holds
/// of nearly every key result, this is said once, of the whole.
/// </remarks>
public sealed class KeyResultIsNotMeasurable : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return Everywhere.Told(
            context.CurrentKeyResults,
            each => each.KeyResult.Goal.IsDoneOrNot
                ? Finding.Of("key-result-not-measurable", FindingSeverity.Warning, each.Objective, each.KeyResult, "finding.keyResultNotMeasurable")
                : null,
            "finding.keyResultsNotMeasurable");
    }
}
