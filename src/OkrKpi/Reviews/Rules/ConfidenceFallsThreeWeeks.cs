using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The confidence in a key result fell three weeks running. Code <c>confidence-falling</c>, a warning.</summary>
/// <remarks>
/// Bad: 8, 7, 6, 5 out of ten in four weeks. Good: 8, 7, 7, 6. The last check-in of each week of the cycle counts; a week without confidence ends the run.
/// Only the latest week that has one is looked at.
/// </remarks>
public sealed class ConfidenceFallsThreeWeeks : FindingRule
{
    private const int Falls = 3;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(KeyResult keyResult, Objective objective, ReviewContext context)
    {
        Guard.Against.Null(keyResult);
        Guard.Against.Null(objective);
        Guard.Against.Null(context);
        // From the latest week back, as long as each week before was higher.
        (int Week, Confidence Confidence)? later = null;
        var now = default(Confidence);
        var falls = 0;
        for (var index = keyResult.CheckIns.Count - 1; index >= 0; index--)
        {
            var checkIn = keyResult.CheckIns[index];
            if (checkIn.Date > context.AsOf || checkIn.Date < objective.Cycle.Start || checkIn.Confidence is not { } confidence)
            {
                continue;
            }

            var week = Period.DaysBetween(objective.Cycle.Start, checkIn.Date) / 7;
            if (later is null)
            {
                now = confidence;
            }
            else if (week == later.Value.Week)
            {
                continue;
            }
            else if (week < later.Value.Week - 1 || confidence <= later.Value.Confidence)
            {
                return [];
            }
            else if (++falls == Falls)
            {
                return [Finding.Of("confidence-falling", FindingSeverity.Warning, objective, keyResult, "finding.confidenceFalling", new("before", confidence.Probability * 10m), new("now", now.Probability * 10m))];
            }

            later = (week, confidence);
        }

        return [];
    }
}
