using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>
/// The cycle of an objective is over, and some of its key results never had a value, so nobody has said how it ended. Code <c>cycle-over-not-graded</c>, a
/// warning.
/// </summary>
/// <remarks>
/// Bad: the second quarter ended two weeks ago, and one of three key results has no check-in. Good: each has a last value, or a score set by hand; or the
/// objective was closed. Said from two weeks after the end of the cycle until a year after it; both are choices. Cancelled and postponed key results are passed
/// over.
/// </remarks>
public sealed class CycleIsOverAndNotGraded : FindingRule
{
    private const int DaysToGrade = 14;
    private const int DaysOfInterest = 366;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return
        [
            .. from objective in context.Portfolio.Objectives
               where objective.ClosedOn is null && Period.DaysBetween(objective.Cycle.End, context.AsOf) is >= DaysToGrade and <= DaysOfInterest
               let score = context.ScoreOf(objective.Id)
               where score is { Own.Override: null }
               let ungraded = score.Own.KeyResults.Count(each => IsUngraded(each))
               where ungraded > 0
               select Finding.Of(
                   "cycle-over-not-graded", FindingSeverity.Warning, objective, "finding.cycleNotGraded", new("cycle", objective.Cycle.Name),
                   new("end", objective.Cycle.End), new("count", (decimal)ungraded), new("all", (decimal)objective.KeyResults.Count)),
        ];
    }

    private static bool IsUngraded(KeyResultScore score) =>
        score is { IsCheckedIn: false, Override: null, IsCancelled: false, IsPostponed: false, Stated: null } && score.KeyResult.Goal.IsScored;
}
