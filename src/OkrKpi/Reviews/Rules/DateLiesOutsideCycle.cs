using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>
/// A check-in or the due date of an initiative lies outside the cycle of its objective. Code <c>date-outside-cycle</c>, a warning on the first such check-in
/// and on the initiative.
/// </summary>
/// <remarks>
/// Bad: an initiative due on 1 October for a cycle that ends on 30 September. Good: due on 30 September. Dropped initiatives are passed over.
/// </remarks>
public sealed class DateLiesOutsideCycle : FindingRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        var outside = keyResult.CheckIns.FirstOrDefault(checkIn => checkIn.StandsOn(context.AsOf) && !objective.Cycle.Contains(checkIn.Date));
        return outside is null
            ? []
            : [Finding.Of("date-outside-cycle", FindingSeverity.Warning, objective, keyResult, "finding.checkInOutsideCycle", Dates(objective, outside.Date))];
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        return objective.Initiatives
            .Where(initiative => initiative.Status != InitiativeStatus.Dropped && initiative.Due is { } due && !objective.Cycle.Contains(due))
            .Select(initiative => Finding.Of(
                "date-outside-cycle", FindingSeverity.Warning, FindingSubject.Of(objective, initiative),
                Explanation.Of("finding.initiativeOutsideCycle", [new("initiative", initiative.Title), .. Dates(objective, initiative.Due!.Value)])));
    }

    private static Fact[] Dates(Objective objective, LocalDate date) =>
        [new("date", date), new("cycle", objective.Cycle.Name), new("start", objective.Cycle.Start), new("end", objective.Cycle.End)];
}
