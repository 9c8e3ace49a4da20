using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// Nobody knows where a key result starts, so its way cannot be seen until it is reached or was seen twice. Allowed, only said. Code <c>unknown-baseline</c>, a
/// hint.
/// </summary>
/// <remarks>
/// Remarked: "click-through rate of at least 20 %" until its second check-in, and for good where it is read as met or not. Not remarked: "click-through rate
/// from 12 % to 20 %", a
/// count from zero, check-ins that add up, or a share of what has been done, such as "staff trained".
/// </remarks>
public sealed class KeyResultHasNoKnownStart : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return keyResult.Goal.IsStartUnknown && !IsShareOfThingsDone(keyResult)
            && keyResult.Goal.WayIn(keyResult.HistoryOf(objective.Cycle, context.AsOf)) is null
            ? [Finding.Of("unknown-baseline", FindingSeverity.Hint, objective, keyResult, "finding.unknownBaseline")]
            : [];
    }

    // "90 % of staff trained" starts at nothing.
    private static bool IsShareOfThingsDone(KeyResult keyResult) =>
        keyResult.Unit.Kind == UnitKind.Percent && keyResult.Goal.CouldBeWork && WorkReading.IsOfThingsDone(keyResult.Name);
}
