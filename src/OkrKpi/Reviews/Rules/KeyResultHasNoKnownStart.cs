using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>Nobody knows where a key result starts, so its way cannot be seen until it is reached. Allowed, only said. Code <c>unknown-baseline</c>, a hint.</summary>
/// <remarks>Remarked: "click-through rate of at least 20 %". Not remarked: "click-through rate from 12 % to 20 %", or a count from zero.</remarks>
public sealed class KeyResultHasNoKnownStart : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return keyResult.Goal.IsStartUnknown
            ? [Finding.Of("unknown-baseline", FindingSeverity.Hint, objective, keyResult, "finding.unknownBaseline")]
            : [];
    }
}
