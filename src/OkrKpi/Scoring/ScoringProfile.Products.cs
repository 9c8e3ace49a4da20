namespace OkrKpi;

/// <content>
/// The presets: how known books and products score and judge pace, as far as they publish it. Where one is silent, the default stands and its documentation
/// says so.
/// A status has the word the product gives it: at Viva Goals, UpRaise, Oboard and Engagedly "behind" is the middle band and "at risk" the worst. Where a
/// product publishes bands,
/// they hold from the first day on, because none of them publishes a time of grace.
/// </content>
public sealed partial class ScoringProfile
{
    /// <summary>
    /// Google re:Work, Grade OKRs: the objective's grade is the mean of its key results' grades, 0.0 to 1.0; 0.6 to 0.7 is the sweet spot of the mean
    /// (<see cref="SweetSpot.Google"/>).
    /// Shown with one decimal. It publishes no bands of pace; the default stands.
    /// </summary>
    public static ScoringProfile GoogleReWork { get; } = new("Google re:Work") { Aggregation = ScoreAggregation.Mean, Display = DisplayRounding.OneDecimal };

    /// <summary>
    /// Doerr, Measure What Matters: weighted mean, grades shown with one decimal (470 of 500 is 0.9) and coloured after rounding: red below 0.4, yellow from
    /// 0.4, green from 0.7.
    /// It publishes no bands of pace; the default stands.
    /// </summary>
    public static ScoringProfile Doerr { get; } = new("Measure What Matters (Doerr)") { Display = DisplayRounding.OneDecimal };

    /// <summary>
    /// Microsoft Viva Goals: weighted mean of scaled progress, pinned weights stay and the others split the rest, a score set by hand beside the computed one.
    /// Pace: nothing is expected on the first day and all on the last; on track when not behind at all, behind up to 25 points, at risk beyond (52 against 47
    /// is on track, 47 against 52 behind).
    /// Grades are those of committed objectives; for aspirational ones use <see cref="GradeScale.VivaAspirational"/>.
    /// Sources: MicrosoftDocs/Viva, Viva/goals/closing-and-scoring.md, okr-contributions.md, creating-okrs.md, track-okr-progress-status.md.
    /// </summary>
    public static ScoringProfile VivaGoals { get; } = new("Microsoft Viva Goals")
    {
        Grades = GradeScale.VivaCommitted,
        Pace = PublishedPace(PaceBands.ByGap(PaceStatus.AtRisk).From(-0.25m, PaceStatus.Behind).From(0m, PaceStatus.OnTrack))
            .With(PaceCurve.Linear.Counting(ElapsedDays.FromFirstToLastDay)),
    };

    /// <summary>
    /// Perdoo: mean or weighted mean; in a mean negative progress counts as 0 and progress above 100 % as 100 %; whole percent (100, 0, 0 is 33 %). By default
    /// key results alone drive an
    /// objective, and aligned objectives do where it has none. The status of an objective is the weakest of its key results, those without one left out.
    /// Perdoo's key results have the status
    /// their leads give them (<see cref="CheckIn.Status"/>); it publishes no bands for those it sets by itself, so the default stands for the computed one.
    /// Sources: support.perdoo.com, Progress drivers for Objectives (4898961, 6084093), Goal statuses (4640875), Is my progress calculated automatically
    /// (5162072).
    /// </summary>
    public static ScoringProfile Perdoo { get; } = new("Perdoo")
    {
        Pace = PaceRule.Default.WithObjectives(StatusCombining.Worst),
        Combining = CombiningRule.Default.WithAlignment(AlignmentCombining.OwnKeyResultsFirst),
    };

    /// <summary>
    /// ServiceNow Strategic Planning and Goal Framework: weighted mean by impact, what was never reported is empty and left out, Green from 90 %, Yellow from
    /// 75 %. Pace: the same
    /// limits on what is achieved, whatever the date: on track from 90 %, at risk from 75 %; the worst target decides for its goal.
    /// Sources: ServiceNowDocs, progress-value-calculation.md, target-types-overview.md, automatic-status-calculation-targets-spw.md.
    /// </summary>
    public static ScoringProfile ServiceNow { get; } = new("ServiceNow")
    {
        Missing = MissingKeyResults.LeftOut,
        Grades = GradeScale.ServiceNow,
        Pace = PublishedPace(PaceBands.ByRatio(0.90m, 0.75m)).With(PaceCurve.InFull).WithObjectives(StatusCombining.Worst),
    };

    /// <summary>
    /// Profit.co: mean or weighted mean; over-achievement counts in full; whole percent, cut off (85.87 is shown as 85). It says that a status follows what was
    /// done over what was planned,
    /// and gives its statuses a confidence of 100, 80, 30 and 10 %, but publishes no limits between them; the default stands.
    /// Sources: profit.co, weighted key results, progress of control KPIs, automatic propagation of key result status, OKR status and color codes.
    /// </summary>
    public static ScoringProfile ProfitCo { get; } = new("Profit.co")
    {
        Limits = ScoreLimits.FloorZero,
        Display = DisplayRounding.To(2, RoundingMode.Truncate)
    };

    /// <summary>
    /// UpRaise: weighted mean, a weight of 0 is linked only, impact is weight over all weights. Pace: on track from 0.95 of the ideal progress on, (falling)
    /// behind above 0.75, otherwise
    /// at risk; at 0.75 itself, which it leaves open, at risk. Sources: amoeboids wiki, Weightage, Default confidence status calculations.
    /// </summary>
    public static ScoringProfile UpRaise { get; } = new("UpRaise")
    {
        Pace = PublishedPace(PaceBands.ByRatio(PaceStatus.AtRisk).Above(0.75m, PaceStatus.Behind).From(0.95m, PaceStatus.OnTrack)),
    };

    /// <summary>
    /// Oboard: mean of contributing key results; percentages cut off (37.5 is shown as 37). Pace: on track from 70 % of the progress expected on, behind from
    /// 40 %, otherwise at risk
    /// (15 where 40 are expected is at risk). Source: oboard wiki, Grading your OKRs.
    /// </summary>
    public static ScoringProfile Oboard { get; } = new("Oboard")
    {
        Aggregation = ScoreAggregation.Mean,
        Display = DisplayRounding.To(2, RoundingMode.Truncate),
        Pace = PublishedPace(PaceBands.ByRatio(PaceStatus.AtRisk).From(0.40m, PaceStatus.Behind).From(0.70m, PaceStatus.OnTrack)),
    };

    /// <summary>
    /// Engagedly: mean of key results. Pace: on track while less than 16.5 points behind the share of the days that has passed, today included; behind up to
    /// 33, at risk beyond (40 where 60
    /// are expected is behind). Its two pages disagree about exactly 16.5; here it is behind. Source: help.engagedly.com, goal progress calculation, automatic
    /// status updates for goals.
    /// </summary>
    public static ScoringProfile Engagedly { get; } = new("Engagedly")
    {
        Aggregation = ScoreAggregation.Mean,
        Pace = PublishedPace(PaceBands.ByGap(PaceStatus.AtRisk).From(-0.33m, PaceStatus.Behind).Above(-0.165m, PaceStatus.OnTrack)),
    };

    /// <summary>
    /// OKR by BOJA: weighted mean, whole percent; OffTrack below 20 %, AtRisk below 60 %, OnTrack below 100 %, then Done. Pace: the same limits on progress,
    /// whatever the date; an objective
    /// has the mean rank of its key results. Source: bojaprod wiki, OKR Progress, Automatic Mode.
    /// </summary>
    public static ScoringProfile Boja { get; } = new("OKR by BOJA")
    {
        Grades = GradeScale.Boja,
        Pace = PublishedPace(PaceBands.ByRatio(0.60m, 0.20m)).With(PaceCurve.InFull).WithObjectives(StatusCombining.MeanRank),
    };

    /// <summary>
    /// TeamCulture: weighted mean; progress counts up to the super-target's 120 %. It publishes no bands of pace; the default stands.
    /// Source: ajuda.teamculture.com.br, how interpolated calculation works.
    /// </summary>
    public static ScoringProfile TeamCulture { get; } = new("TeamCulture") { Limits = ScoreLimits.Between(0m, 1.2m) };

    /// <summary>
    /// Gtmhub, now Quantive: plain mean of key results and child objectives; whole percent, half up (72.5 is shown as 73). It shows no colours unless an
    /// account sets some, and so publishes
    /// no bands of pace; the default stands. Sources: help.gtmhub.com, objective progress, Setting up color scale for OKRs progress (2957562).
    /// </summary>
    public static ScoringProfile Gtmhub { get; } = new("Gtmhub (Quantive)") { Aggregation = ScoreAggregation.Mean };

    /// <summary>
    /// puzzle/okr: progress to the stretch goal, 0 when worse than the baseline, not capped; zones Fail, Commit from 0.3, Target from 0.7, Stretch from 1. A
    /// key result without a measure is left out.
    /// It shows no number for an objective; the plain mean stands in. Its zones are its only status, told by the grades; it publishes no bands of pace, and the
    /// default stands.
    /// Sources: common.ts, EvaluationViewBusinessService.java.
    /// </summary>
    public static ScoringProfile PuzzleOkr { get; } = new("puzzle/okr")
    {
        Aggregation = ScoreAggregation.Mean,
        Limits = ScoreLimits.FloorZero,
        Missing = MissingKeyResults.LeftOut,
        NotStarted = NotStartedKeyResults.AreMissing,
        Grades = GradeScale.Of("Fail", GradeBand.Starting(0.3m, "Commit"), GradeBand.Starting(0.7m, "Target"), GradeBand.Starting(1m, "Stretch")),
    };

    /// <summary>
    /// oslokommune/okr-tracker, as its server stores progress: weighted mean of progress from 0 to 1 over what is not archived, a missing value stands at the
    /// start, nothing is 0. Percent with
    /// two decimals. It publishes no bands of pace; the default stands. Source: handleKeyResultProgress.js.
    /// </summary>
    public static ScoringProfile OsloOkrTracker { get; } = new("oslokommune/okr-tracker")
    {
        Missing = MissingKeyResults.CountAsZero,
        Empty = EmptyScore.Zero,
        Display = DisplayRounding.To(4, RoundingMode.HalfUp)
    };

    /// <summary>
    /// OpenOKR: weighted mean of key results and aligned goals, each from 0 to 100 %. Its score bands at 0.9, 0.7 and 0.4 have no published names, and it
    /// publishes no bands of pace; the
    /// defaults stand. Source: METHOD.md.
    /// </summary>
    public static ScoringProfile OpenOkr { get; } = new("OpenOKR");

    /// <summary>
    /// BurningOKR, as its progress series: plain mean from key result to objective, team and company, not limited; what was never measured is skipped, not 0.
    /// Pace: on track up to 20 points
    /// behind the share of the cycle that has passed, in danger (at risk) up to 40, otherwise off track (behind). Sources: ProgressHelper.java,
    /// objective-scoring.service.ts.
    /// </summary>
    public static ScoringProfile BurningOkr { get; } = new("BurningOKR")
    {
        Aggregation = ScoreAggregation.Mean,
        Limits = ScoreLimits.None,
        Missing = MissingKeyResults.LeftOut,
        NotStarted = NotStartedKeyResults.AreMissing,
        Pace = PublishedPace(PaceBands.ByGap(-0.20m, -0.40m)),
    };

    /// <summary>
    /// operately: plain mean of targets from 0 to 100 %, nothing is 0. The status is the one its check-ins state (<see cref="CheckIn.Status"/>), of several the
    /// latest; it publishes no bands
    /// of pace, and the default stands for the computed one. Sources: goal.ex, target.ex, goal_test.exs.
    /// </summary>
    public static ScoringProfile Operately { get; } = new("operately")
    {
        Aggregation = ScoreAggregation.Mean,
        Missing = MissingKeyResults.CountAsZero,
        Empty = EmptyScore.Zero,
        Stated = StatusCombining.Latest,
    };

    /// <summary>
    /// lopes-andre/okrs-tracker: plain mean of progress from 0 to 1, nothing is 0. Pace: ahead from 1.10 of the progress expected on, on track from 0.90, at
    /// risk from 0.75, otherwise off
    /// track (behind); while less than 0.01 is expected, any progress counts as 1.5 and none as 1. Source: progress-engine.ts.
    /// </summary>
    public static ScoringProfile LopesAndreTracker { get; } = new("lopes-andre/okrs-tracker")
    {
        Aggregation = ScoreAggregation.Mean,
        Missing = MissingKeyResults.CountAsZero,
        Empty = EmptyScore.Zero,
        Pace = PublishedPace(PaceBands.ByRatio(0.90m, 0.75m).From(1.10m, PaceStatus.Ahead).AssumingBelow(0.01m, 1.5m, 1m))
            .With(PaceCurve.Linear.Counting(ElapsedDays.FromFirstToLastDay)),
    };

    /// <summary>Every preset of a book or product, so that one can score by all and compare.</summary>
    public static IReadOnlyList<ScoringProfile> Presets { get; } =
    [
        GoogleReWork, Doerr, VivaGoals, Perdoo, ServiceNow, ProfitCo, UpRaise, Oboard, Engagedly, Boja, TeamCulture, Gtmhub, PuzzleOkr, OsloOkrTracker, OpenOkr,
        BurningOkr, Operately, LopesAndreTracker,
    ];

    /// <summary>A preset, or the default profile, by its <see cref="Name"/>.</summary>
    /// <param name="name">The name, such as "Microsoft Viva Goals".</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException">There is no preset of that name.</exception>
    public static ScoringProfile Preset(string name)
    {
        ScoringProfile[] all = [Default, .. Presets];
        return Array.Find(all, preset => string.Equals(preset.Name, Require.Text(name, "name of a preset"), StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no preset '{name}'; there are {string.Join(", ", all.Select(preset => preset.Name))}.", nameof(name));
    }

    // Products publish no time of grace.
    private static PaceRule PublishedPace(PaceBands bands) => PaceRule.Default.With(bands).WithGrace(0m);
}
