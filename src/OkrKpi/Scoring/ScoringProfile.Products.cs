namespace OkrKpi;

/// <content>The presets: how known books and products score, as far as they publish it. Where one is silent, the default stands.</content>
public sealed partial class ScoringProfile
{
    /// <summary>Google re:Work, Grade OKRs: the objective's grade is the mean of its key results' grades, 0.0 to 1.0; 0.6 to 0.7 is the sweet spot of the mean (<see cref="SweetSpot.Google"/>). Shown with one decimal.</summary>
    public static ScoringProfile GoogleReWork { get; } = new("Google re:Work") { Aggregation = ScoreAggregation.Mean, Display = DisplayRounding.OneDecimal };

    /// <summary>Doerr, Measure What Matters: weighted mean, grades shown with one decimal (470 of 500 is 0.9) and coloured after rounding: red below 0.4, yellow from 0.4, green from 0.7.</summary>
    public static ScoringProfile Doerr { get; } = new("Measure What Matters (Doerr)") { Display = DisplayRounding.OneDecimal };

    /// <summary>
    /// Microsoft Viva Goals: weighted mean of scaled progress, pinned weights stay and the others split the rest, a score set by hand beside the computed one.
    /// Grades are those of committed objectives; for aspirational ones use <see cref="GradeScale.VivaAspirational"/>. Sources: Viva/goals/closing-and-scoring.md, okr-contributions.md, creating-okrs.md.
    /// </summary>
    public static ScoringProfile VivaGoals { get; } = new("Microsoft Viva Goals") { Grades = GradeScale.VivaCommitted };

    /// <summary>Perdoo: mean or weighted mean; in a mean negative progress counts as 0 and progress above 100 % as 100 %; whole percent (100, 0, 0 is 33 %). Source: support.perdoo.com, how progress is calculated.</summary>
    public static ScoringProfile Perdoo { get; } = new("Perdoo");

    /// <summary>ServiceNow Strategic Planning and Goal Framework: weighted mean by impact, what was never reported is empty and left out, Green from 90 %, Yellow from 75 %. Sources: progress-value-calculation.md, target-types-overview.md.</summary>
    public static ScoringProfile ServiceNow { get; } = new("ServiceNow") { Missing = MissingKeyResults.LeftOut, Grades = GradeScale.ServiceNow };

    /// <summary>Profit.co: mean or weighted mean; over-achievement counts in full; whole percent, cut off (85.87 is shown as 85). Source: profit.co, weighted key results and progress of control KPIs.</summary>
    public static ScoringProfile ProfitCo { get; } = new("Profit.co") { Limits = ScoreLimits.FloorZero, Display = DisplayRounding.To(2, RoundingMode.Truncate) };

    /// <summary>UpRaise: weighted mean, a weight of 0 is linked only, impact is weight over all weights. Source: amoeboids wiki, Weightage.</summary>
    public static ScoringProfile UpRaise { get; } = new("UpRaise");

    /// <summary>Oboard: mean of contributing key results; percentages cut off (37.5 is shown as 37). Source: oboard wiki, Grading your OKRs.</summary>
    public static ScoringProfile Oboard { get; } = new("Oboard") { Aggregation = ScoreAggregation.Mean, Display = DisplayRounding.To(2, RoundingMode.Truncate) };

    /// <summary>Engagedly: mean of key results. Source: help.engagedly.com, goal progress calculation.</summary>
    public static ScoringProfile Engagedly { get; } = new("Engagedly") { Aggregation = ScoreAggregation.Mean };

    /// <summary>OKR by BOJA: weighted mean, whole percent; OffTrack below 20 %, AtRisk below 60 %, OnTrack below 100 %, then Done. Source: bojaprod wiki, OKR Progress, Automatic Mode.</summary>
    public static ScoringProfile Boja { get; } = new("OKR by BOJA") { Grades = GradeScale.Boja };

    /// <summary>TeamCulture: weighted mean; progress counts up to the super-target's 120 %. Source: ajuda.teamculture.com.br, how interpolated calculation works.</summary>
    public static ScoringProfile TeamCulture { get; } = new("TeamCulture") { Limits = ScoreLimits.Between(0m, 1.2m) };

    /// <summary>Gtmhub, now Quantive: plain mean of key results and child objectives; whole percent, half up (72.5 is shown as 73). Source: help.gtmhub.com, objective progress.</summary>
    public static ScoringProfile Gtmhub { get; } = new("Gtmhub (Quantive)") { Aggregation = ScoreAggregation.Mean };

    /// <summary>
    /// puzzle/okr: progress to the stretch goal, 0 when worse than the baseline, not capped; zones Fail, Commit from 0.3, Target from 0.7, Stretch from 1. A key result without a measure is left out.
    /// It shows no number for an objective; the plain mean stands in. Sources: common.ts, EvaluationViewBusinessService.java.
    /// </summary>
    public static ScoringProfile PuzzleOkr { get; } = new("puzzle/okr")
    {
        Aggregation = ScoreAggregation.Mean,
        Limits = ScoreLimits.FloorZero,
        Missing = MissingKeyResults.LeftOut,
        NotStarted = NotStartedKeyResults.AreMissing,
        Grades = GradeScale.Of("Fail", GradeBand.Starting(0.3m, "Commit"), GradeBand.Starting(0.7m, "Target"), GradeBand.Starting(1m, "Stretch")),
    };

    /// <summary>oslokommune/okr-tracker, as its server stores progress: weighted mean of progress from 0 to 1 over what is not archived, a missing value stands at the start, nothing is 0. Percent with two decimals. Source: handleKeyResultProgress.js.</summary>
    public static ScoringProfile OsloOkrTracker { get; } = new("oslokommune/okr-tracker") { Missing = MissingKeyResults.CountAsZero, Empty = EmptyScore.Zero, Display = DisplayRounding.To(4, RoundingMode.HalfUp) };

    /// <summary>OpenOKR: weighted mean of key results and aligned goals, each from 0 to 100 %. Source: METHOD.md. Its score bands at 0.9, 0.7 and 0.4 have no published names.</summary>
    public static ScoringProfile OpenOkr { get; } = new("OpenOKR");

    /// <summary>BurningOKR, as its progress series: plain mean from key result to objective, team and company, not limited; what was never measured is skipped, not 0. Source: ProgressHelper.java.</summary>
    public static ScoringProfile BurningOkr { get; } = new("BurningOKR")
    {
        Aggregation = ScoreAggregation.Mean,
        Limits = ScoreLimits.None,
        Missing = MissingKeyResults.LeftOut,
        NotStarted = NotStartedKeyResults.AreMissing,
    };

    /// <summary>operately: plain mean of targets from 0 to 100 %, nothing is 0. Source: goal.ex, target.ex.</summary>
    public static ScoringProfile Operately { get; } = new("operately") { Aggregation = ScoreAggregation.Mean, Missing = MissingKeyResults.CountAsZero, Empty = EmptyScore.Zero };

    /// <summary>lopes-andre/okrs-tracker: plain mean of progress from 0 to 1, nothing is 0. Source: progress-engine.ts.</summary>
    public static ScoringProfile LopesAndreTracker { get; } = new("lopes-andre/okrs-tracker") { Aggregation = ScoreAggregation.Mean, Missing = MissingKeyResults.CountAsZero, Empty = EmptyScore.Zero };

    /// <summary>Every preset of a book or product, so that one can score by all and compare.</summary>
    public static IReadOnlyList<ScoringProfile> Presets { get; } =
    [
        GoogleReWork, Doerr, VivaGoals, Perdoo, ServiceNow, ProfitCo, UpRaise, Oboard, Engagedly, Boja, TeamCulture, Gtmhub, PuzzleOkr, OsloOkrTracker, OpenOkr, BurningOkr, Operately, LopesAndreTracker,
    ];
}
