using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>
/// The cycle of an objective is neither one, three, four, six nor twelve months long. Code <c>unusual-cycle-length</c>, a hint.
/// </summary>
/// <remarks>
/// Remarked: a cycle of two months, or of ten days. Not remarked: a month, a quarter, a trimester, a half year, a year, or the 4, 5, 13, 14, 17, 18, 26, 27,
/// 52 or 53 whole weeks they are in a calendar of weeks.
/// </remarks>
public sealed class CycleHasUnusualLength : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var cycle = objective.Cycle;
        var isUsual = cycle.Months is 1 or 3 or 4 or 6 or 12
            || (cycle.Days % 7 == 0 && cycle.Weeks is 4 or 5 or 13 or 14 or 17 or 18 or 26 or 27 or 52 or 53);
        return isUsual
            ? []
            : [
                Finding.Of(
                    "unusual-cycle-length", FindingSeverity.Hint, objective, "finding.unusualCycleLength", new("cycle", cycle.Name),
                    new("days", (decimal)cycle.Days))
            ];
    }
}
