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
        var weeks = new SortedDictionary<int, Confidence>();
        foreach (var checkIn in keyResult.CheckIns.Where(each => each.Date <= context.AsOf && each.Date >= objective.Cycle.Start && each.Confidence is not null))
        {
            weeks[Period.DaysBetween(objective.Cycle.Start, checkIn.Date) / 7] = checkIn.Confidence!.Value;
        }

        KeyValuePair<int, Confidence>[] last = [.. weeks.TakeLast(Falls + 1)];
        var isFalling = last.Length > Falls && last.Zip(last.Skip(1)).All(pair => pair.Second.Key == pair.First.Key + 1 && pair.Second.Value < pair.First.Value);
        return isFalling
            ? [Finding.Of("confidence-falling", FindingSeverity.Warning, objective, keyResult, "finding.confidenceFalling", new("before", last[0].Value.Probability * 10m), new("now", last[^1].Value.Probability * 10m))]
            : [];
    }
}
