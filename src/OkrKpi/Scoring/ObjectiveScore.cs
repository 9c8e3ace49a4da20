using NodaTime;

namespace OkrKpi;

/// <summary>How far an objective is on a date: the weighted mean of its key results, with how much of it people have checked in.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference. Nothing is rounded.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ObjectiveScore
{
    private readonly KeyResultScore[] keyResults;
    private readonly ScoreWeight[] weights;
    private readonly Combination combination;
    private readonly KeyResultScore[] brokenGuardrails;

    internal ObjectiveScore(Objective objective, LocalDate asOf, ScoringProfile profile)
    {
        Objective = objective;
        AsOf = asOf;
        Profile = profile;
        ReadOn = LocalDate.Min(asOf, objective.ClosingDate);
        IsClosing = asOf >= objective.ClosingDate;
        keyResults = new KeyResultScore[objective.KeyResults.Count];
        for (var each = 0; each < keyResults.Length; each++)
        {
            keyResults[each] = new(objective.KeyResults[each], objective.Cycle, asOf, profile, objective.ClosingDate, objective.Kind);
        }

        weights = ScoreWeight.Of(keyResults, profile);
        combination = Combine(Array.ConvertAll(keyResults, static each => each.Part), []);
        brokenGuardrails = Array.FindAll(keyResults, each => each.KeyResult.Role == KeyResultRole.Guardrail && !each.IsInactive && IsBroken(each));
        ComputedScore = Guarded(combination.Value);
        Override = objective.Override is { } given && given.IsInForce(asOf, ReadOn, LastValueOn(keyResults)) ? given : null;
        Confidence = ConfidenceOf();
        Pace = PaceBy(profile.Pace);
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

    /// <summary>
    /// The score: the one set by hand while it is in force, otherwise the <see cref="ComputedScore"/> one. <see langword="null"/> when there is nothing to
    /// score.
    /// </summary>
    public decimal? Score => Override is { } given ? Profile.Overriding(given) : ComputedScore;

    /// <summary>
    /// The score by the profile's policies, by default the weighted mean of scores between 0 and 1: weights 2, 1, 1 with 0.5, 0.667, 0.4 give 0.517.
    /// <see langword="null"/> when there is nothing to score.
    /// </summary>
    public decimal? ComputedScore { get; }

    /// <summary>The score set by hand that is in force; <see langword="null"/> without one.</summary>
    public ScoreOverride? Override { get; }

    /// <summary>
    /// The same as <see cref="ComputedScore"/> of the raw progress, so that regression and overachievement stay visible; <see langword="null"/> when there is
    /// nothing to score.
    /// </summary>
    public decimal? Raw => combination.Raw;

    /// <summary>
    /// What its key results come to by weight: what each <see cref="KeyResultScore.Counts"/>, by its part of <see cref="Parts"/>, added up. It is the
    /// <see cref="ComputedScore"/> score unless another
    /// aggregation or a guardrail acts, which <see cref="Explain"/> says. <see langword="null"/> when nothing counts.
    /// </summary>
    public decimal? Weighted => combination.Weighted;

    /// <summary>
    /// The part of the whole each key result has in <see cref="Weighted"/>, 0 to 1, in order; together 1, or all 0 when none counts. What is left out has none;
    /// what is missing and counts as 0 has.
    /// </summary>
    public IReadOnlyList<decimal> Parts => combination.Own;

    /// <summary><see cref="Parts"/> in percent to display, in order; together exactly 100.00, or all 0 when none counts.</summary>
    public IReadOnlyList<decimal> Shares => WeightShares.Percentages(combination.Own);

    /// <summary>Whether a guardrail key result is not reached. While it runs, one of which nothing is known is not broken; at closing it is.</summary>
    public bool IsGuardrailBroken => brokenGuardrails.Length > 0;

    /// <summary>The grade of the score by the profile's bands for its kind; <see langword="null"/> without a score.</summary>
    public GradeBand? Grade => Score is { } value ? Profile.GradesOf(Objective.Kind).BandOf(value) : null;

    /// <summary>What the score means for what the objective promises; a miss when a guardrail is broken. <see langword="null"/> without a score.</summary>
    public Outcome? Outcome => OutcomeOf(Score);

    /// <summary>
    /// The share of the weight whose key results people have checked in, 0 to 1; one that is to be kept counts with the share of its checks that was reported.
    /// </summary>
    public decimal Coverage => combination.Coverage;

    /// <summary>The weighted mean of the latest confidences reported; <see langword="null"/> when nobody reported one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>Whether it keeps pace: key results that move steadily against the share of the cycle that has passed; once it is over, how it ended.</summary>
    public Pace Pace { get; }

    /// <summary>
    /// What the statuses stated for its key results come to by <see cref="ScoringProfile.Stated"/>, to be shown beside <see cref="Pace"/>;
    /// <see langword="null"/> when none was stated.
    /// </summary>
    public StatedStatus? Stated => Profile.Stated.Of(
        keyResults.Where(each => each.StatedIn is not null && !each.IsInactive).OrderBy(each => each.StatedIn!.Date).Select(each => each.Stated!.Value));

    /// <summary>
    /// Whether it counts as a success by the profile: by default 1.0 for a committed objective, 0.7 for an aspirational one, and no guardrail broken.
    /// <see langword="null"/> without a score.
    /// </summary>
    public bool? IsSuccess => Outcome is { } outcome ? outcome == OkrKpi.Outcome.Success : null;

    /// <summary>What it comes to at the end of the cycle when its key results go on as so far.</summary>
    /// <returns>The forecast.</returns>
    public Forecast Forecast() => OkrKpi.Forecast.Of(this, [], []);

    /// <summary>The day that is read: the date, or the last day of work where that is over.</summary>
    internal LocalDate ReadOn { get; }

    /// <summary>How the paces below become its own; <see langword="null"/> when it is judged by its own progress.</summary>
    internal StatusCombining? PacesBy => Profile.Pace.Objectives is null && Profile.Pace.Reading is not null
        && keyResults.Zip(weights).Any(static each => each.First.PaceReason is not null && each.Second.Value > 0m)
            ? StatusCombining.Worst : Profile.Pace.Objectives;

    internal ScoringMoment Moment => IsClosing ? ScoringMoment.Closing : ScoringMoment.Running;

    /// <summary>Why the score is what it is.</summary>
    /// <returns>A tree with the key results.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Score is null ? "objective.noScore" : "objective.score",
            new Fact("objective", Objective.Title), new Fact("score", Score), new Fact("raw", Raw), new Fact("coverage", Coverage), new Fact("asOf", AsOf),
            new Fact("count", (decimal)keyResults.Length))
        .Resting(Explanation.Of(
            "objective.policy", new Fact("profile", Profile.Name), new Fact("aggregation", Profile.Aggregation), new Fact("floor", Profile.Limits.Floor),
            new Fact("cap", Profile.Limits.Cap), new Fact("missing", Profile.Missing), new Fact("pace", Pace.Status)))
        .Resting(Acting(combination))
        .Resting(Stated is { } stated ? [Explanation.Of("objective.stated", new Fact("status", stated), new Fact("rule", Profile.Stated))] : [])
        .Resting(keyResults.Zip(Shares, (each, share) =>
            Explanation.Of(
                each.KeyResult.Role == KeyResultRole.Contributes ? "objective.weight" : "objective.role",
                new Fact("weight", each.KeyResult.Weight), new Fact("share", share), new Fact("role", each.KeyResult.Role),
                new Fact("counts", each.Counts)).Resting(each.Explain())));

    /// <summary>Title and score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Objective.Title}: {Score?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "no score"}");

    /// <summary>What its key results, entering with these parts, and what is aligned come to.</summary>
    internal Combination Combine(CountedPart[] parts, CombinedLink[] links) => new(Profile, Moment, keyResults, parts, weights, links);

    /// <summary>The same with what its key results enter with today.</summary>
    internal Combination Combine(CombinedLink[] links) =>
        links.Length == 0 ? combination : Combine(Array.ConvertAll(keyResults, static each => each.Part), links);

    /// <summary>How a combination becomes the score: what is by weight, and whatever else acts on it.</summary>
    internal IEnumerable<Explanation> Acting(Combination combined)
    {
        if (combined.Weighted is { } weighted)
        {
            yield return Explanation.Of("objective.byWeight", new Fact("score", weighted));
        }

        if (combined.Weighted is not null && Profile.Aggregation is not (ScoreAggregation.Mean or ScoreAggregation.WeightedMean))
        {
            yield return Explanation.Of("objective.byAggregation", new Fact("aggregation", Profile.Aggregation), new Fact("score", combined.Value));
        }

        if (IsGuardrailBroken)
        {
            yield return Explanation.Of("objective.guardrail", new Fact("policy", Profile.Guardrail), new Fact("score", Guarded(combined.Value)));
        }

        if (Override is { } given)
        {
            yield return given.Explain(Guarded(combined.Value));
        }
    }

    /// <summary>What a score means for what it promises.</summary>
    internal Outcome? OutcomeOf(decimal? score) => score is not { } value ? null
        : IsGuardrailBroken ? OkrKpi.Outcome.Missed
        : Profile.Success.OutcomeOf(Objective.Kind, value);

    /// <summary>What a score of the objective comes to by what the profile does about a broken guardrail.</summary>
    internal decimal? Guarded(decimal? score) => Guarded(score, [.. brokenGuardrails.Select(each => each.Score ?? 0m)]);

    /// <summary>The same for guardrails that are broken with these scores.</summary>
    internal decimal? Guarded(decimal? score, decimal[] broken) => score is not { } value || broken.Length == 0 ? score : Profile.Guardrail switch
    {
        BrokenGuardrail.WithholdsSuccess => value,
        BrokenGuardrail.ZeroesScore => 0m,
        BrokenGuardrail.LimitsScore => Math.Min(value, broken.Min()),
    };

    /// <summary>The pace of a score of it: once it is over, how it ended.</summary>
    internal Pace Judge(decimal? running, decimal? final, decimal? expected, bool isStarted, bool isAchieved) => IsClosing
        ? Profile.Pace.Judge(
            final, Profile.Pace.Curve.Expected(Objective.Cycle, ReadOn), isStarted, OutcomeOf(final) == OkrKpi.Outcome.Success, Objective.Cycle,
            Objective.Cycle.End)
        : Profile.Pace.Judge(running, expected, isStarted, isAchieved, Objective.Cycle, AsOf);

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

    private Confidence? ConfidenceOf()
    {
        decimal sum = 0m, confident = 0m;
        for (var index = 0; index < keyResults.Length; index++)
        {
            if (Weighs(index) && keyResults[index].Confidence is { } confidence)
            {
                confident += weights[index].Value;
                sum += weights[index].Value * confidence.Probability;
            }
        }

        return confident == 0m ? null : OkrKpi.Confidence.Of(Math.Min(sum / confident, 1m));
    }

    // Of the key results that move steadily, by weight; a score set by hand stands for all of them.
    private Pace PaceBy(PaceRule rule)
    {
        var (isAny, isEveryOneAchieved, isStarted, isStale) = (false, true, Override is not null, false);
        decimal weight = 0m, scores = 0m, expectations = 0m;
        for (var index = 0; index < keyResults.Length; index++)
        {
            var each = keyResults[index];
            isStale |= weights[index].Value > 0m && each.Pace.IsStale;
            if (!Weighs(index))
            {
                continue;
            }

            isAny = true;
            isEveryOneAchieved &= each.IsAchieved;
            isStarted |= each.IsReported;
            if (each.Curve is not null && each.Standing.Score is { } score)
            {
                weight += weights[index].Value;
                scores += weights[index].Value * score;
                expectations += weights[index].Value * each.Curve.Expected(Objective.Cycle, ReadOn);
            }
        }

        var hasOneCurve = weight == 0m || Array.TrueForAll(keyResults, each => each.Curve is null || each.Curve.Equals(rule.Curve));
        decimal? expected = weight == 0m && Override is null ? null : hasOneCurve ? rule.Curve.Expected(Objective.Cycle, ReadOn) : expectations / weight;
        var running = Override is not null ? Math.Clamp(Score!.Value, 0m, 1m) : weight == 0m ? (decimal?)null : scores / weight;
        var isAchieved = !IsGuardrailBroken && (Override is not null ? Score >= 1m : isAny && isEveryOneAchieved);
        var pace = Judge(running, Score, expected, isStarted, isAchieved).Stale(isStale);
        return IsClosing || Override is not null || PacesBy is not { } rollup ? pace
            : pace.Read(rollup.Of(keyResults.Where((_, index) => weights[index].Value > 0m)
            .OrderBy(each => each.LastCheckIn?.Date ?? LocalDate.MinIsoValue).Select(each => each.Pace.Status)));
    }

    private bool Weighs(int index) => weights[index].Value > 0m && !keyResults[index].IsInactive && keyResults[index].Progress.State != ProgressState.NotScored;

    // Nothing is known yet of one that nobody reported, so it is broken only when all is over.
    private bool IsBroken(KeyResultScore each) => !each.IsAchieved && (IsClosing || each.Standing.State == ProgressState.Measured);
}
