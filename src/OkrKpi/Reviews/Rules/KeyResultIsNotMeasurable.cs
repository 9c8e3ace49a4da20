using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>A key result is only done or not done, so nobody sees how close it is. Code <c>key-result-not-measurable</c>, a warning.</summary>
/// <remarks>Bad: "FAQ section is live", yes or no. Good: "share of questions answered by the FAQ from 0 % to 40 %", or steps as milestones.</remarks>
public sealed class KeyResultIsNotMeasurable : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return keyResult.Goal.IsDoneOrNot
            ? [Finding.Of("key-result-not-measurable", FindingSeverity.Warning, objective, keyResult, "finding.keyResultNotMeasurable")]
            : [];
    }
}
