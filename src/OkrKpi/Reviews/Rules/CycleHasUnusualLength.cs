using Ardalis.GuardClauses;

namespace OkrKpi.Rules;

/// <summary>The cycle of an objective is neither one, three nor six months long. Code <c>unusual-cycle-length</c>, a hint.</summary>
/// <remarks>
/// Remarked: a cycle of two months, or of ten days. Not remarked: a quarter, a half year, a month, or the 4, 5, 13, 14, 26 or 27 whole weeks they are in a
/// calendar of weeks.
/// </remarks>
public sealed class CycleHasUnusualLength : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var cycle = objective.Cycle;
        var isUsual = cycle.Months is 1 or 3 or 6 || (cycle.Days % 7 == 0 && cycle.Weeks is 4 or 5 or 13 or 14 or 26 or 27);
        return isUsual
            ? []
            : [
                Finding.Of(
                    "unusual-cycle-length", FindingSeverity.Hint, objective, "finding.unusualCycleLength", new("cycle", cycle.Name),
                    new("days", (decimal)cycle.Days))
            ];
    }
}
