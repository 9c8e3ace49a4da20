using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>A key result of a running objective has had no check-in for more than a week. Code <c>no-check-in-for-a-week</c>, a warning.</summary>
/// <remarks>
/// Bad: the last check-in is nine days old. Good: it is seven days old or less. Before the first check-in the cycle's start counts. Where it holds of nearly
/// every key result, this is said once, of the whole.
/// </remarks>
public sealed class HasNoCheckInForAWeek : FindingRule
{
    private const int DaysAllowed = 7;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReviewContext context)
    {
        Guard.Against.Null(context);
        return Everywhere.Told(
            context.CurrentKeyResults.Where(each => each.Objective.IsOpenAsOf(context.AsOf)), each => Remark(each.KeyResult, each.Objective, context),
            "finding.fewCheckIns");
    }

    private static Finding? Remark(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        if (context.ScoreOf(objective.Id, keyResult.Id) is not { IsAchieved: false } score)
        {
            return null;
        }

        var last = score.LastCheckIn?.Date;
        var since = last > objective.Cycle.Start ? last.Value : objective.Cycle.Start;
        var days = Period.DaysBetween(since, context.AsOf);
        return days <= DaysAllowed ? null : Finding.Of(
            "no-check-in-for-a-week", FindingSeverity.Warning, objective, keyResult, last is null ? "finding.neverCheckedIn" : "finding.staleCheckIn",
            new("days", (decimal)days), new("last", last));
    }
}
