using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

/// <summary>A key result of a running objective has had no check-in for more than a week. Code <c>no-check-in-for-a-week</c>, a warning.</summary>
/// <remarks>Bad: the last check-in is nine days old. Good: it is seven days old or less. Before the first check-in the cycle's start counts.</remarks>
public sealed class HasNoCheckInForAWeek : FindingRule
{
    private const int DaysAllowed = 7;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (!objective.IsOpenAsOf(context.AsOf) || context.ScoreOf(objective.Id, keyResult.Id) is not { IsAchieved: false } score)
        {
            return [];
        }

        var last = score.LastCheckIn?.Date;
        var since = last > objective.Cycle.Start ? last.Value : objective.Cycle.Start;
        var days = Period.DaysBetween(since, context.AsOf);
        return days <= DaysAllowed ? [] :
        [
            Finding.Of(
                "no-check-in-for-a-week", FindingSeverity.Warning, objective, keyResult, last is null ? "finding.neverCheckedIn" : "finding.staleCheckIn",
                new("days", (decimal)days), new("last", last)),
        ];
    }
}
