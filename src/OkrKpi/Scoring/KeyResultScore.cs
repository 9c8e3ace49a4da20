using NodaTime;

namespace OkrKpi;

/// <summary>How far a key result is on a date, whether it keeps pace, and how sure its team is.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KeyResultScore
{
    private readonly ObjectiveKind? kind;

    internal KeyResultScore(KeyResult keyResult, Cycle cycle, LocalDate asOf, ScoringProfile profile, LocalDate last, ObjectiveKind? kind = null)
    {
        this.kind = kind;
        KeyResult = keyResult;
        Cycle = cycle;
        AsOf = asOf;
        Profile = profile;
        ReadOn = LocalDate.Min(asOf, last);
        IsCancelled = keyResult.IsCancelledAsOf(ReadOn);
        IsPostponed = keyResult.IsPostponedAsOf(ReadOn);
        var history = keyResult.HistoryOf(cycle, ReadOn);
        Progress = keyResult.Goal.Measure(history);
        Current = keyResult.Goal.Current(history)?.Value;
        Way = keyResult.Goal.WayIn(history);
        Pacing = keyResult.Goal.PacingIn(history);
        for (var index = keyResult.CheckIns.Count - 1; index >= 0; index--)
        {
            var checkIn = keyResult.CheckIns[index];
            if (!checkIn.StandsOn(ReadOn))
            {
                continue;
            }

            LastCheckIn ??= checkIn;
            LastValue ??= checkIn.Value is null ? null : checkIn;
            Confidence ??= checkIn.Confidence;
            StatedIn ??= checkIn.Status is null ? null : checkIn;
        }

        Override = keyResult.Override is { } given && given.IsInForce(asOf, ReadOn, LastValue?.Date) ? given : null;
        Standing = Override is { } set ? Progress.Of(profile.Overriding(set)) : Progress;
        Pace = IsCancelled || IsPostponed ? default : PaceBy(profile.Pace);
        if (profile.Pace.Read(this) is { } reason)
        {
            PaceReason = reason;
            Pace = new(null, null, null, reason.Status, Pace.IsStale);
        }
    }

    /// <summary>The key result.</summary>
    public KeyResult KeyResult { get; }

    /// <summary>The cycle it is worked on in.</summary>
    public Cycle Cycle { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The policies used.</summary>
    public ScoringProfile Profile { get; }

    /// <summary>How far it is: state, raw number and clamped score.</summary>
    public Progress Progress { get; }

    /// <summary>
    /// The score: the one set by hand while it is in force, otherwise the <see cref="ComputedScore"/>. <see langword="null"/> when nothing can be said.
    /// </summary>
    public decimal? Score => Override is not null ? Standing.Raw : ComputedScore;

    /// <summary>The score of its <see cref="Progress"/> by the profile, by default 0 to 1; <see langword="null"/> when nothing can be said.</summary>
    public decimal? ComputedScore => CountedPart.Of(Progress, Profile).Score;

    /// <summary>
    /// What it counts in its objective's score: <see cref="Score"/>, or for what was given up what the profile says. <see langword="null"/> when nothing is
    /// known.
    /// </summary>
    public decimal? Counts => Part.Score;

    /// <summary>Whether it is achieved, by its progress or because somebody said so by hand.</summary>
    public bool IsAchieved => Standing is { State: ProgressState.Measured, IsStale: false } && (Standing.Raw >= 1m || Score >= 1m);

    /// <summary>The score set by hand that is in force; <see langword="null"/> without one.</summary>
    public ScoreOverride? Override { get; }

    /// <summary>
    /// The value it stands at, in its unit, by its <see cref="KeyResult.CurrentValue"/>; <see langword="null"/> without a check-in or for a goal of parts.
    /// </summary>
    public decimal? Current { get; }

    /// <summary>
    /// How much of the way is gone, in its unit, negative when it got worse; <see langword="null"/> for a goal without a straight way, or without a value.
    /// </summary>
    public decimal? Completed => Way is { } way && Current is { } current ? way.Target > way.Start ? current - way.Start : way.Start - current : null;

    /// <summary>
    /// How much is left to the target, in its unit, 0 at the target and beyond: 14.2 of at least 20 leaves 5.8. The whole way before the first check-in of a
    /// goal whose start is known.
    /// <see langword="null"/> when nobody knows where it stands, and for a goal without a number to reach.
    /// </summary>
    public decimal? Remaining => KeyResult.Goal.Aim is { } aim && (Current ?? Way?.Start ?? aim.Start) is { } at
        ? Math.Max(0m, aim.Direction == Direction.HigherIsBetter ? aim.Target - at : at - aim.Target)
        : null;

    /// <summary>
    /// How much has to be gained each remaining day of the cycle to reach the target, in its unit: 60 left over 30 days is 2.
    /// <see langword="null"/> without <see cref="Remaining"/>, for a rate, which a day does not add to, or when no day remains.
    /// </summary>
    public decimal? RequiredPerDay => Remaining is { } remaining && DaysLeft > 0 && KeyResult.Goal.RateCadence is null ? remaining / DaysLeft : null;

    /// <summary>The days of the cycle after the date; all of them before it begins, 0 from its end on.</summary>
    public int DaysLeft => AsOf >= Cycle.End ? 0 : AsOf < Cycle.Start ? Cycle.Days : Period.DaysBetween(AsOf, Cycle.End);

    /// <summary>Whether it keeps pace.</summary>
    public Pace Pace { get; }

    /// <summary>
    /// What the <see cref="PaceReading"/> of the profile said, where its pace goes by that; <see langword="null"/> where it goes by the progress expected.
    /// </summary>
    public PaceReason? PaceReason { get; }

    /// <summary>The latest confidence reported; <see langword="null"/> without one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>
    /// The latest status that the team itself stated, to be shown beside <see cref="Pace"/>; <see langword="null"/> without one. It never enters a score.
    /// </summary>
    public StatedStatus? Stated => StatedIn?.Status;

    /// <summary>The check-in that stated it.</summary>
    internal CheckIn? StatedIn { get; }

    /// <summary>The latest check-in; <see langword="null"/> without one.</summary>
    public CheckIn? LastCheckIn { get; }

    /// <summary>The latest check-in with a value; <see langword="null"/> without one.</summary>
    public CheckIn? LastValue { get; }

    /// <summary>Whether it was cancelled, and so is out of the objective's score unless the profile says otherwise.</summary>
    public bool IsCancelled { get; }

    /// <summary>Whether it was postponed, and so is out of the objective's score unless the profile says otherwise.</summary>
    public bool IsPostponed { get; }

    /// <summary>Whether people have reported a value.</summary>
    public bool IsCheckedIn => LastValue is not null;

    /// <summary>
    /// The share that was reported of what is to be reported by now: 1 of 8 weeks of a goal to keep is 0.125; of other goals 1 when a value was checked in,
    /// otherwise 0.
    /// </summary>
    public decimal Coverage => !IsCheckedIn ? 0m : Progress.State == ProgressState.Measured ? Progress.Coverage : 1m;

    /// <summary>The straight way it goes, as its check-ins tell it.</summary>
    internal (decimal Start, decimal Target)? Way { get; }

    /// <summary>What its pace goes by.</summary>
    internal Pacing Pacing { get; }

    /// <summary>The day that is read: the date, or the last day of work where that is over; what is checked in for later days changes nothing.</summary>
    internal LocalDate ReadOn { get; }

    /// <summary>How far it is, with a score set by hand in the place of what is computed.</summary>
    internal Progress Standing { get; }

    /// <summary>What it enters a score with.</summary>
    internal CountedPart Part => PartBy(Profile);

    /// <summary>Whether it was given up, for good or for now.</summary>
    internal bool IsInactive => IsCancelled || IsPostponed;

    /// <summary>Whether people said where it stands, by a value or by hand.</summary>
    internal bool IsReported => IsCheckedIn || Override is not null;

    /// <summary>The progress it is expected to follow, when it moves steadily or has a curve of its own.</summary>
    internal PaceCurve? Curve => KeyResult.Curve ?? (Pacing == Pacing.ByCurve ? Profile.Pace.Curve : null);

    /// <summary>
    /// The progress expected of it at the close of a date, by its own curve or that of the profile: 0.5 after 46 of 92 days. What is to be held is expected in
    /// full at any time. <see cref="Pace"/> goes by it, unless there is a <see cref="PaceReason"/>.
    /// </summary>
    /// <param name="date">The date, of its cycle or any other.</param>
    /// <returns>0 to 1; <see langword="null"/> when no progress can be expected before the end, as of a goal that goes by its value alone.</returns>
    public decimal? ExpectedOn(LocalDate date) => Pacing == Pacing.Held ? 1m : Curve?.Expected(Cycle, date);

    /// <summary>What it comes to at the end of the cycle when it goes on as so far.</summary>
    /// <returns>The forecast.</returns>
    public Forecast Forecast() => OkrKpi.Forecast.Of(this);

    /// <summary>Why the score is what it is.</summary>
    /// <returns>A tree with goal, value and pace.</returns>
    public Explanation Explain()
    {
        var sentence = Explanation.Of(
            Progress.State switch
            {
                ProgressState.NoData => "keyResult.noData",
                ProgressState.TooFewAnswers => "keyResult.tooFewAnswers",
                ProgressState.NotStarted => "keyResult.notStarted",
                ProgressState.NotScored => "keyResult.notScored",
                ProgressState.Measured => "keyResult.measured",
            },
            new Fact("keyResult", KeyResult.Name),
            new Fact("score", ComputedScore),
            new Fact("raw", Progress.Raw),
            new Fact("asOf", AsOf));
        var reasons = new List<Explanation> { KeyResult.Goal.Explain(KeyResult.Unit) };
        if (IsCancelled)
        {
            reasons.Add(Explanation.Of("keyResult.cancelled", new Fact("date", KeyResult.CancelledOn)));
        }

        if (IsPostponed)
        {
            reasons.Add(Explanation.Of("keyResult.postponed", new Fact("date", KeyResult.PostponedOn)));
        }

        if (Override is { } given)
        {
            reasons.Add(given.Explain(Progress.Score));
        }

        if (KeyResult.CurrentValue != CurrentValue.Latest && Current is not null)
        {
            reasons.Add(Explanation.Of("checkIn.current", new Fact("value", Current, KeyResult.Unit), new Fact("reading", KeyResult.CurrentValue)));
        }

        if (Remaining is { } remaining && RequiredPerDay is { } perDay)
        {
            reasons.Add(Explanation.Of(
                "keyResult.remaining", new Fact("remaining", remaining, KeyResult.Unit), new Fact("perDay", perDay), new Fact("days", (decimal)DaysLeft)));
        }

        if (LastValue is { } last)
        {
            reasons.Add(last.Part is { } part
                ? Explanation.Of("checkIn.part", new Fact("date", last.Date), new Fact("part", part), new Fact("value", last.Value, KeyResult.Unit))
                : Explanation.Of(last.Sample is null ? "checkIn.value" : "checkIn.valueFromSample", new Fact("date", last.Date),
                    new Fact("value", last.Value, KeyResult.Unit), new Fact("sample", last.Sample)));
        }

        if (Confidence is { } confidence)
        {
            reasons.Add(Explanation.Of("checkIn.confidence", new Fact("confidence", confidence.Probability * 10m)));
        }

        if (StatedIn is { } stated)
        {
            reasons.Add(Explanation.Of("checkIn.stated", new Fact("date", stated.Date), new Fact("status", stated.Status)));
        }

        if (Pace.Status != PaceStatus.NotPaced)
        {
            reasons.Add(Explanation.Of(
                Pace.Gap is null ? "pace.status" : "pace.gap",
                new Fact("status", Pace.Status), new Fact("expected", Pace.Expected), new Fact("gap", Pace.Gap), new Fact("cycle", Cycle.Name))
                .Resting(PaceReason is null ? [] : [PaceReason.Explain()]));
        }

        if (Progress.Checks > Progress.Reported)
        {
            reasons.Add(Explanation.Of(
                "keyResult.checks", new Fact("reported", (decimal)Progress.Reported), new Fact("checks", (decimal)Progress.Checks),
                new Fact("coverage", Coverage)));
        }

        if (Progress.IsStale)
        {
            reasons.Add(Explanation.Of("keyResult.staleRate", new Fact("cadence", KeyResult.Goal.RateCadence)));
        }

        if (Pace.IsStale)
        {
            reasons.Add(Explanation.Of("pace.stale", new Fact("days", (decimal)Profile.Pace.StaleAfterDays)));
        }

        return sentence.Resting(reasons);
    }

    /// <summary>Name and progress, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{KeyResult.Name}: {Progress}";

    // What was given up counts, if at all, with what it had reached by then.
    private CountedPart PartBy(ScoringProfile profile)
    {
        if (!IsInactive)
        {
            return Override is null ? CountedPart.Of(Progress, profile) : new(Standing.Raw, Standing.Raw, true, true);
        }

        var (policy, on) = IsCancelled ? (profile.Cancelled, KeyResult.CancelledOn) : (profile.Postponed, KeyResult.PostponedOn);
        return CountedPart.Of(
            policy == InactiveKeyResults.CountAsZero ? Progress.Of(0m) : KeyResult.Goal.Measure(KeyResult.HistoryOf(Cycle, on!.Value)),
            profile);
    }

    // What is to be held is expected in full at any time, and is achieved only when it was held to the end, as is what goes by its value alone.
    // What its objective counts as a success is none that was missed: 0.75 of an aspirational one.
    private bool IsSuccess => kind is { } promised && Standing is { State: ProgressState.Measured, IsStale: false, Score: { } score }
        && Profile.Success.OutcomeOf(promised, score) == Outcome.Success;

    private Pace PaceBy(PaceRule rule)
    {
        var isHeld = Pacing == Pacing.Held;
        var isByValue = Pacing == Pacing.ByValue && KeyResult.Curve is null;
        var isOver = AsOf >= Cycle.End || ReadOn < AsOf;
        var judgedOn = isOver ? Cycle.End : AsOf;
        var isAchieved = (IsAchieved && (isOver || !(isHeld || isByValue))) || (isOver && IsSuccess);
        var isStale = !isAchieved && (Progress.IsStale || (ReadOn == AsOf && rule.IsStale(LastCheckIn?.Date, Cycle, AsOf)));

        // Nobody knows how a rate ended that was reached when it was last reported.
        var pace = Progress.IsStale && Override is null && isOver && Progress.Score == 1m ? default
            : isByValue ? rule.JudgeValue(Standing.Score, isAchieved || IsAchieved, Cycle, judgedOn)
            : rule.Judge(Standing.Score, ExpectedOn(ReadOn), IsReported, isAchieved, Cycle, judgedOn);
        return pace.Stale(isStale);
    }
}
