using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rules;

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
        // From the latest week back, as long as the week before was higher.
        (int Week, Confidence Confidence)[] weeks = new (int, Confidence)[Falls + 1];
        var found = 0;
        for (var index = keyResult.CheckIns.Count - 1; index >= 0 && found <= Falls; index--)
        {
            var checkIn = keyResult.CheckIns[index];
            if (checkIn.StandsOn(context.AsOf) && checkIn.Date >= objective.Cycle.Start && checkIn.Confidence is { } confidence)
            {
                var week = Period.DaysBetween(objective.Cycle.Start, checkIn.Date) / 7;
                if (found == 0 || week != weeks[found - 1].Week)
                {
                    weeks[found++] = (week, confidence);
                }
            }
        }

        for (var index = 1; index <= Falls; index++)
        {
            if (index >= found || weeks[index].Week != weeks[index - 1].Week - 1 || weeks[index].Confidence <= weeks[index - 1].Confidence)
            {
                return [];
            }
        }

        return [
            Finding.Of(
                "confidence-falling", FindingSeverity.Warning, objective, keyResult, "finding.confidenceFalling",
                new("before", weeks[Falls].Confidence.Probability * 10m), new("now", weeks[0].Confidence.Probability * 10m))
        ];
    }
}
