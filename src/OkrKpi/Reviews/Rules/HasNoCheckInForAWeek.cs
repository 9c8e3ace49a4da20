using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A key result of a running objective has had no check-in for more than a week. Code <c>no-check-in-for-a-week</c>, a warning.</summary>
/// <remarks>Bad: the last check-in is nine days old. Good: it is seven days old or less. Before the first check-in the cycle's start counts.</remarks>
public sealed class HasNoCheckInForAWeek : FindingRule
{
    private const int DaysAllowed = 7;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Objective objective, ReviewContext context)
    {
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        if (!objective.IsOpenAsOf(context.AsOf))
        {
            yield break;
        }

        foreach (var keyResult in objective.KeyResults)
        {
            var last = keyResult.CheckIns.LastOrDefault(checkIn => checkIn.Date <= context.AsOf)?.Date;
            var since = last > objective.Cycle.Start ? last.Value : objective.Cycle.Start;
            var days = Period.DaysBetween(since, context.AsOf);
            if (days > DaysAllowed && !keyResult.IsCancelledAsOf(context.AsOf) && !keyResult.Score(objective.Cycle, context.AsOf).Progress.IsAchieved)
            {
                yield return Finding.Of(
                    "no-check-in-for-a-week",
                    FindingSeverity.Warning,
                    $"{objective.Id}/{keyResult.Id}",
                    Explanation.Of(last is null ? "finding.neverCheckedIn" : "finding.staleCheckIn", new Fact("keyResult", keyResult.Name), new Fact("days", (decimal)days), new Fact("last", last)));
            }
        }
    }
}
