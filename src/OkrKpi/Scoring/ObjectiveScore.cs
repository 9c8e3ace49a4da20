using NodaTime;

namespace OkrKpi;

/// <summary>How far an objective is on a date: the weighted mean of its key results, with how much of it people have checked in.</summary>
/// <remarks>Immutable; compared by reference. Nothing is rounded.</remarks>
public sealed class ObjectiveScore
{
    private readonly KeyResultScore[] keyResults;
    private readonly decimal[] shares;
    private readonly KeyResultScore[] brokenGuardrails;

    internal ObjectiveScore(Objective objective, LocalDate asOf, ScoringProfile profile)
    {
        Objective = objective;
        AsOf = asOf;
        Profile = profile;
        IsClosing = asOf >= objective.Cycle.End || objective.ClosedOn <= asOf;
        keyResults = [.. objective.KeyResults.Select(keyResult => keyResult.Score(objective.Cycle, asOf, profile))];

        var headline = Array.Find(keyResults, each => each.KeyResult.Role == KeyResultRole.Headline && !IsInactive(each));
        var weights = Weigh(keyResults, headline, profile);
        var combining = new ScoreCombining(profile, Moment);
        var isEveryOneAchieved = true;
        decimal all = 0m, checkedIn = 0m, pacedWeight = 0m, pacedScores = 0m, expectations = 0m, confidences = 0m, confident = 0m;
        for (var index = 0; index < keyResults.Length; index++)
        {
            var (each, weight) = (keyResults[index], weights[index]);
            if (weight == 0m)
            {
                continue;
            }

            combining.Add(Counted(each, profile), weight);
            if (IsInactive(each) || each.Progress.State == ProgressState.NotScored)
            {
                continue;
            }

            all += weight;
            checkedIn += weight * each.Coverage;
            isEveryOneAchieved &= each.Progress.IsAchieved;
            if (each.Curve is not null && each.Progress.Score is { } score)
            {
                pacedWeight += weight;
                pacedScores += weight * score;
                expectations += weight * each.Curve.Expected(objective.Cycle, asOf);
            }

            if (each.Confidence is { } confidence)
            {
                confident += weight;
                confidences += weight * confidence.Probability;
            }
        }

        var combined = combining.Result();
        IsEmpty = combining.Counted == 0m;
        Raw = combined.Raw;
        brokenGuardrails = Array.FindAll(keyResults, each => each.KeyResult.Role == KeyResultRole.Guardrail && !IsInactive(each) && IsBroken(each));
        Computed = Guarded(combined.Value);
        Override = objective.Override is { } given && given.IsInForce(asOf, LastValueOn(keyResults)) ? given : null;
        Coverage = all == 0m ? 0m : checkedIn / all;
        Confidence = confident == 0m ? null : OkrKpi.Confidence.Of(Math.Min(confidences / confident, 1m));
        shares = weights;
        var isAchieved = all > 0m && !IsGuardrailBroken && isEveryOneAchieved;
        var overall = IsClosing ? Value : pacedWeight == 0m ? null : pacedScores / pacedWeight;
        var hasOneCurve = pacedWeight == 0m || Array.TrueForAll(keyResults, each => each.Curve is null || each.Curve.Equals(profile.Pace.Curve));
        decimal? expected = pacedWeight == 0m && !IsClosing ? null : hasOneCurve ? profile.Pace.Curve.Expected(objective.Cycle, asOf) : expectations / pacedWeight;
        var pace = profile.Pace.Judge(overall, expected, checkedIn > 0m, isAchieved, objective.Cycle, asOf)
            .Stale(keyResults.Where((each, index) => weights[index] > 0m && each.Pace.IsStale).Any());
        Pace = profile.Pace.Objectives is not { } statuses ? pace : pace.Read(statuses.Of(keyResults.Where((_, index) => weights[index] > 0m)
            .OrderBy(each => each.LastCheckIn?.Date ?? LocalDate.MinIsoValue).Select(each => each.Pace.Status)));
    }

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

    /// <summary>The score: the one set by hand while it is in force, otherwise the <see cref="Computed"/> one. <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Value => Override?.Score ?? Computed;

    /// <summary>
    /// The score by the profile's policies, by default the weighted mean of scores between 0 and 1: weights 2, 1, 1 with 0.5, 0.667, 0.4 give 0.517.
    /// <see langword="null"/> when there is nothing to score.
    /// </summary>
    public decimal? Computed { get; }

    /// <summary>The score set by hand that is in force; <see langword="null"/> without one.</summary>
    public ScoreOverride? Override { get; }

    /// <summary>The same as <see cref="Computed"/> of the raw progress, so that regression and overachievement stay visible; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Raw { get; }

    /// <summary>The share each key result has in the score, in percent to display, in order; together exactly 100.00, or all 0 when none counts.</summary>
    public IReadOnlyList<decimal> Shares => WeightShares.Percentages(shares);

    /// <summary>Whether a guardrail key result is not reached; at closing also when nothing is known about one.</summary>
    public bool IsGuardrailBroken => brokenGuardrails.Length > 0;

    /// <summary>The grade of the score by the profile's bands; <see langword="null"/> without a score.</summary>
    public GradeBand? Grade => Value is { } value ? Profile.Grades.BandOf(value) : null;

    /// <summary>What the score means for what the objective promises; a miss when a guardrail is broken. <see langword="null"/> without a score.</summary>
    public Outcome? Outcome => Value is not { } value ? null : IsGuardrailBroken ? OkrKpi.Outcome.Missed : Objective.Kind.OutcomeOf(value);

    /// <summary>The share of the weight whose key results people have checked in, 0 to 1; one that is to be kept counts with the share of its checks that was reported.</summary>
    public decimal Coverage { get; }

    /// <summary>The weighted mean of the latest confidences reported; <see langword="null"/> when nobody reported one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>Whether it keeps pace: key results that move steadily against the share of the cycle that has passed.</summary>
    public Pace Pace { get; }

    /// <summary>
    /// What the statuses stated for its key results come to by <see cref="ScoringProfile.Stated"/>, to be shown beside <see cref="Pace"/>; <see langword="null"/> when none was stated.
    /// </summary>
    public StatedStatus? Stated => Profile.Stated.Of(
        keyResults.Where(each => each.StatedIn is not null && !IsInactive(each)).OrderBy(each => each.StatedIn!.Date).Select(each => each.Stated!.Value));

    /// <summary>Whether it counts as a success: 1.0 for a committed objective, 0.7 for an aspirational one, and no guardrail broken. <see langword="null"/> without a score.</summary>
    public bool? IsSuccess => Outcome is { } outcome ? outcome == OkrKpi.Outcome.Success : null;

    /// <summary>What it comes to at the end of the cycle when its key results go on as so far.</summary>
    /// <returns>The forecast.</returns>
    public Forecast Forecast() => OkrKpi.Forecast.Of(this);

    /// <summary>The weight each key result counts with by the profile, in order; 0 when it does not.</summary>
    internal IReadOnlyList<decimal> Weights => shares;

    internal ScoringMoment Moment => IsClosing ? ScoringMoment.Closing : ScoringMoment.Running;

    /// <summary>Whether no key result entered the score.</summary>
    internal bool IsEmpty { get; }

    /// <summary>Why the score is what it is.</summary>
    /// <returns>A tree with the key results.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Value is null ? "objective.noScore" : "objective.score",
            new Fact("objective", Objective.Title), new Fact("score", Value), new Fact("raw", Raw), new Fact("coverage", Coverage), new Fact("asOf", AsOf), new Fact("count", (decimal)keyResults.Length))
        .Resting(Explanation.Of("objective.policy", new Fact("profile", Profile.Name), new Fact("aggregation", Profile.Aggregation), new Fact("floor", Profile.Limits.Floor), new Fact("cap", Profile.Limits.Cap), new Fact("missing", Profile.Missing), new Fact("pace", Pace.Status)))
        .Resting(Override is { } given ? [given.Explain(Computed)] : [])
        .Resting(Stated is { } stated ? [Explanation.Of("objective.stated", new Fact("status", stated), new Fact("rule", Profile.Stated))] : [])
        .Resting(IsGuardrailBroken ? [Explanation.Of("objective.guardrail", new Fact("policy", Profile.Guardrail))] : [])
        .Resting(keyResults.Zip(Shares, (each, share) =>
            Explanation.Of(
                each.KeyResult.Role == KeyResultRole.Contributes ? "objective.weight" : "objective.role",
                new Fact("weight", each.KeyResult.Weight), new Fact("share", share), new Fact("role", each.KeyResult.Role)).Resting(each.Explain())));

    /// <summary>Title and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Objective.Title}: {Value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "no score"}");

    /// <summary>What a score of the objective comes to by what the profile does about a broken guardrail.</summary>
    internal decimal? Guarded(decimal? score) => score is not { } value || !IsGuardrailBroken ? score : Profile.Guardrail switch
    {
        BrokenGuardrail.WithholdsSuccess => value,
        BrokenGuardrail.ZeroesScore => 0m,
        BrokenGuardrail.LimitsScore => Math.Min(value, brokenGuardrails.Min(each => each.Value ?? 0m)),
    };

    /// <summary>The progress a key result enters the score with. What was given up counts, if at all, with what it had reached by then.</summary>
    internal static Progress Counted(KeyResultScore each, ScoringProfile profile)
    {
        if (!IsInactive(each))
        {
            return each.Override is { } given ? Progress.Of(given.Score) : each.Progress;
        }

        var (policy, on) = each.IsCancelled ? (profile.Cancelled, each.KeyResult.CancelledOn) : (profile.Postponed, each.KeyResult.PostponedOn);
        return policy == InactiveKeyResults.CountAsZero
            ? Progress.Of(0m)
            : each.KeyResult.Goal.Measure(each.KeyResult.HistoryOf(each.Cycle, on!.Value));
    }

    private static bool IsInactive(KeyResultScore each) => each.IsCancelled || each.IsPostponed;

    private static LocalDate? LastValueOn(KeyResultScore[] keyResults)
    {
        LocalDate? last = null;
        foreach (var each in keyResults)
        {
            if (each.LastValue is { } checkIn && !(checkIn.Date <= last))
            {
                last = checkIn.Date;
            }
        }

        return last;
    }

    // A headline counts alone. Pinned shares are taken first, and the others split the rest by weight.
    private static decimal[] Weigh(KeyResultScore[] keyResults, KeyResultScore? headline, ScoringProfile profile)
    {
        var weights = new decimal[keyResults.Length];
        decimal pinned = 0m, open = 0m;
        for (var index = 0; index < weights.Length; index++)
        {
            var each = keyResults[index];
            var policy = each.IsCancelled ? profile.Cancelled : each.IsPostponed ? profile.Postponed : (InactiveKeyResults?)null;
            if (policy == InactiveKeyResults.LeftOut || each.KeyResult.Role == KeyResultRole.Guardrail || (headline is not null && each != headline))
            {
                continue;
            }

            weights[index] = each == headline ? 1m : each.KeyResult.PinnedShare ?? each.KeyResult.Weight;
            pinned += each.KeyResult.PinnedShare ?? 0m;
            open += each.KeyResult.PinnedShare is null ? each.KeyResult.Weight : 0m;
        }

        if (headline is null && pinned > 0m && open > 0m)
        {
            for (var index = 0; index < weights.Length; index++)
            {
                weights[index] = keyResults[index].KeyResult.PinnedShare is null ? weights[index] / open * (1m - pinned) : weights[index];
            }
        }

        return weights;
    }

    private bool IsBroken(KeyResultScore each) => each.Progress.Raw is null ? IsClosing : !each.Progress.IsAchieved;
}
