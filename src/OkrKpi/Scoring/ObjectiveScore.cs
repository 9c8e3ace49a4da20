using NodaTime;

namespace OkrKpi;

/// <summary>How far an objective is on a date: the weighted mean of its key results, with how much of it people have checked in.</summary>
/// <remarks>Immutable; compared by reference. Nothing is rounded.</remarks>
public sealed class ObjectiveScore
{
    private readonly KeyResultScore[] keyResults;

    internal ObjectiveScore(Objective objective, LocalDate asOf, ScoringProfile profile)
    {
        Objective = objective;
        AsOf = asOf;
        Profile = profile;
        IsClosing = asOf >= objective.Cycle.End || objective.ClosedOn <= asOf;
        keyResults = [.. objective.KeyResults.Select(keyResult => keyResult.Score(objective.Cycle, asOf))];

        decimal all = 0m, counted = 0m, checkedIn = 0m, scores = 0m, raws = 0m, pacedWeight = 0m, pacedScores = 0m, confidences = 0m, confident = 0m;
        var missingAsZero = profile.Missing == MissingKeyResults.CountAsZero || (profile.Missing == MissingKeyResults.LeftOutUntilClosing && IsClosing);
        foreach (var each in keyResults)
        {
            var weight = each.KeyResult.Weight;
            if (each.IsCancelled || weight == 0m)
            {
                continue;
            }

            all += weight;
            checkedIn += each.IsCheckedIn ? weight : 0m;
            if (each.Progress.Raw is { } raw)
            {
                counted += weight;
                scores += weight * each.Progress.Score!.Value;
                raws += weight * Math.Clamp(raw, -LargestRaw, LargestRaw);
            }
            else if (missingAsZero)
            {
                counted += weight;
            }

            if (each.KeyResult.Goal.IsPaced && each.Progress.Score is { } score)
            {
                pacedWeight += weight;
                pacedScores += weight * score;
            }

            if (each.Confidence is { } confidence)
            {
                confident += weight;
                confidences += weight * confidence.Probability;
            }
        }

        Value = counted == 0m ? null : scores / counted;
        Raw = counted == 0m ? null : raws / counted;
        Coverage = all == 0m ? 0m : checkedIn / all;
        Confidence = confident == 0m ? null : OkrKpi.Confidence.Of(Math.Min(confidences / confident, 1m));
        var isAchieved = all > 0m && Array.TrueForAll(keyResults, each => each.IsCancelled || each.KeyResult.Weight == 0m || each.Progress.IsAchieved);
        var overall = IsClosing ? Value : pacedWeight == 0m ? null : pacedScores / pacedWeight;
        Pace = PaceScoring.Of(overall, IsClosing || pacedWeight > 0m, checkedIn > 0m, isAchieved, objective.Cycle, asOf);
    }

    // Keeps the mean of raw progress within decimal: a range of 10^-12 can give raw numbers of 10^27.
    private const decimal LargestRaw = 1_000_000_000_000_000_000m;

    /// <summary>The objective.</summary>
    public Objective Objective { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The policies used.</summary>
    public ScoringProfile Profile { get; }

    /// <summary>Whether this is the final reading: the cycle is over or the objective closed.</summary>
    public bool IsClosing { get; }

    /// <summary>The scores of its key results, in order, cancelled ones included.</summary>
    public IReadOnlyList<KeyResultScore> KeyResults => keyResults;

    /// <summary>The weighted mean of the clamped scores, 0 to 1: weights 2, 1, 1 with 0.5, 0.667, 0.4 give 0.517. <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Value { get; }

    /// <summary>The weighted mean of the raw progress, so that regression and overachievement stay visible; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Raw { get; }

    /// <summary>The share of the weight whose key results people have checked in, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>The weighted mean of the latest confidences reported; <see langword="null"/> when nobody reported one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>Whether it keeps pace: key results that move steadily against the share of the cycle that has passed.</summary>
    public Pace Pace { get; }

    /// <summary>Whether it counts as a success: 1.0 for a committed objective, 0.7 for an aspirational one. <see langword="null"/> without a score.</summary>
    public bool? IsSuccess => Value is not { } value ? null : value >= (Objective.Kind == ObjectiveKind.Committed ? 1m : 0.7m);

    /// <summary>Why the score is what it is.</summary>
    /// <returns>A tree with the key results.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Value is null ? "objective.noScore" : "objective.score",
            new Fact("objective", Objective.Title), new Fact("score", Value), new Fact("raw", Raw), new Fact("coverage", Coverage), new Fact("asOf", AsOf), new Fact("count", (decimal)keyResults.Length))
        .Resting(Explanation.Of("objective.policy", new Fact("missing", Profile.Missing), new Fact("pace", Pace.Status)))
        .Resting(keyResults.Select(each => Explanation.Of("objective.weight", new Fact("weight", each.KeyResult.Weight)).Resting(each.Explain())));

    /// <summary>Title and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Objective.Title}: {Value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "no score"}");
}
