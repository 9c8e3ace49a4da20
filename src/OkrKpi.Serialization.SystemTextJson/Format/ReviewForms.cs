using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What the library says about a portfolio, for dashboards in one language: written only.</summary>
internal sealed class ReviewForms
{
    private const string SchemaId = "https://raw.githubusercontent.com/okrkpi/okrkpi/main/src/OkrKpi.Serialization.SystemTextJson/review.v1.schema.json";

    private const int MostAwaited = 100;

    internal static readonly JsonForm<KpiPeriod> Period = new WrittenForm<KpiPeriod>("kpiPeriod", "A KPI in one period: what was reached, and what was to "
        + "be reached.", static form => form
        .Member("period", Text, static each => each.Period.Label, "The period.")
        .Member("start", Date, static each => each.Period.Start, "Its first day.")
        .Member("end", Date, static each => each.Period.End, "Its last day.")
        .Member("status", EnumForm<KpiStatus>.Instance, static each => each.Status, "How it stands.")
        .Optional("actual", Number, static each => each.Actual, "The value; so far, where the period is not over.")
        .Optional("target", MeasureForms.Target, static each => each.Target, "The target of the whole period, a number or a band.")
        .Optional("gap", Number, static each => each.Gap, "How far the value is from the target; below 0 it falls short.")
        .Optional("attainment", Number, static each => each.Attainment, "The share of the target that is reached."));

    internal static readonly JsonForm<FindingSubject> Subject = new WrittenForm<FindingSubject>("findingSubject", "What a finding is about, by ids.",
        static form => form
        .Optional("kpi", KpiForms.Id, static each => each.Kpi, "The KPI.")
        .Optional("objective", OkrForms.ObjectiveId, static each => each.Objective, "The objective, also that of the key result or initiative.")
        .Optional("keyResult", OkrForms.KeyResultId, static each => each.KeyResult, "The key result of the objective.")
        .Optional("initiative", OkrForms.InitiativeId, static each => each.Initiative, "The initiative of the objective.")
        .Optional("team", Text, static each => each.Team, "The name of the team."));

    private static readonly ReviewForms English = new(CultureInfo.InvariantCulture);

    private ReviewForms(CultureInfo culture)
    {
        Explanation = new WrittenForm<Explanation>("explanation", "Why something is as it is: a sentence, its numbers, and what it rests on.", form => form
            .Member("key", Text, static each => each.Key, "The key of the sentence, the same in all languages.")
            .Member("text", Text, each => each.Sentence(culture), "The sentence, in the language of the review.")
            .List("facts", new WrittenForm<Fact>("fact", "A number, date or name the sentence speaks of.", static form => form
                .Member("name", Text, static fact => fact.Name, "Its name in the sentence.")
                .Optional("value", new FactForm(), static fact => fact.Value, "Its value.")
                .Optional("unit", MeasureForms.Unit, static fact => fact.Unit, "What the value is a number "
                    + "of.")), static each => each.Facts, "The numbers, dates and names.")
            .List("because", Explanation!, static each => each.Because, "What it rests on."));

        Finding = new WrittenForm<Finding>("finding", "A remark about the quality of an OKR or KPI.", form => form
            .Member("code", Text, static finding => finding.Code, "The code of the rule, which stays the same.")
            .Member("severity", EnumForm<FindingSeverity>.Instance, static finding => finding.Severity, "How much it matters.")
            .Member("subject", Subject, static finding => finding.Subject, "What it is about.")
            .Member("text", Text, finding => finding.Explanation.Sentence(culture), "The remark, in the language of the review."));

        Assessment = new WrittenForm<KpiAssessment>("kpiAssessment", "How a KPI stands: its latest judged period against its target.", form => form
            .Member("id", KpiForms.Id, static each => each.Kpi.Id, "The id of the KPI.")
            .Member("name", Text, static each => each.Kpi.Name, "Its name.")
            .Member("unit", MeasureForms.Unit, static each => each.Kpi.Unit, "What its values are numbers of.")
            .Member("status", EnumForm<KpiStatus>.Instance, static each => each.Status, "How it stands.")
            .Optional(
                "period", Text, static each => each.Shown?.Period.Label,
                "The period it rests on: the latest judged one, and before any can be judged the latest complete one.")
            .Optional("actual", Number, static each => each.Shown?.Actual, "Its value.")
            .Optional("target", MeasureForms.Target, static each => each.Shown?.Target, "Its target, a number or a band.")
            .Optional("gap", Number, static each => each.Shown?.Gap, "How far the value is from the target; below 0 the target is missed.")
            .Optional("attainment", Number, static each => each.Shown?.Attainment, "The share of the target that is reached.")
            .Member("trend", EnumForm<Trend>.Instance, static each => each.Trend, "Better or worse than the period before.")
            .List(
                "awaited", Text, static each => each.Awaited.Take(MostAwaited).Select(period => period.Period.Label),
                "The periods after it that are over and not reported yet, the oldest first, at most 100.")
            .Optional("stale", True, static each => each.IsStale ? true : null, "True when two periods or more are due and not reported.")
            .Optional("running", Period, static each => each.Running, "The period that is not over yet.")
            .Member("text", Text, each => each.Explain().Sentence(culture), "How it stands, in the language of the review."));

        Need = new WrittenForm<OkrNeed>("okrNeed", "Whether a KPI needs an OKR, and why.", form => form
            .Member("kpi", KpiForms.Id, static need => need.Kpi.Id, "The id of the KPI.")
            .Member("state", EnumForm<OkrNeedState>.Instance, static need => need.State, "Whether it needs an OKR.")
            .Member("text", Text, need => need.Explain().Sentence(culture), "The answer, in the language of the review.")
            .Optional("since", Date, static need => need.Since, "The earliest day its reasons go back to.")
            .Optional("gapShare", Number, static need => need.GapShare, "How far there is to go at most, as a share of the target; below 0.")
            .List("reasons", Reason(culture), static need => need.Reasons, "Why.")
            .List(
                "raises", Raise(culture), static need => need.Raises,
                "The raises of its target that are open, the latest decision first; those that are no reason too.")
            .Optional("dismissal", KpiForms.Dismissal, static need => need.Dismissal, "The decision of people that silences all its reasons.")
            .List(
                "coveredBy", OkrForms.ObjectiveId, static need => need.CoveredBy.Select(objective => objective.Id),
                "The ids of the open objectives that address it.")
            .List("plannedBy", OkrForms.ObjectiveId, static need => need.PlannedBy.Select(objective => objective.Id),
                "The ids of the objectives of later cycles that address it."));

        KeyResultScore = new WrittenForm<KeyResultScore>("keyResultScore", "How a key result stands.", form => form
            .Member("id", OkrForms.KeyResultId, static score => score.KeyResult.Id, "The id of the key result.")
            .Member("name", Text, static score => score.KeyResult.Name, "Its name.")
            .Member("state", EnumForm<ProgressState>.Instance, static score => score.Progress.State, "Whether there is something to score.")
            .Optional(
                "score", Number, static score => score.Score,
                "The score by the profile, 0 to 1 by default: the one set by hand while that holds, otherwise the computed one.")
            .Optional(
                "computedScore", Number, static score => score.Override is null ? null : score.ComputedScore,
                    "The computed score, where another is set by hand.")
            .Optional("raw", Number, static score => score.Progress.Raw, "The progress before it is held between 0 and 1.")
            .Optional("current", Number, static score => score.Current, "The value it stands at, in its unit.")
            .Optional("remaining", Number, static score => score.Remaining, "How much is left to the target, in its unit.")
            .Member("pace", EnumForm<PaceStatus>.Instance, static score => score.Pace.Status, "Ahead of or behind the time that has passed.")
            .Optional("expected", Number, static score => score.Pace.Expected, "The progress expected by now, 0 to 1.")
            .Optional(
                "paceReason", Text, score => score.PaceReason?.Explain().Sentence(culture),
                "What the pace goes by, in the language of the review, where that is not the progress expected.")
            .Optional("stale", True, static score => score.Pace.IsStale ? true : null, "True when nothing was reported for long.")
            .Member("coverage", Number, static score => score.Coverage, "The share that was reported of what is to be reported by now.")
            .Optional("stated", EnumForm<StatedStatus>.Instance, static score => score.Stated, "How its team says it stands.")
            .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
            .Optional("lastCheckIn", OkrForms.CheckIn, static score => score.LastCheckIn, "The latest check-in.")
            .Optional("cancelled", True, static score => score.IsCancelled ? true : null, "True when it was given up.")
            .Optional("postponed", True, static score => score.IsPostponed ? true : null, "True when it was put off to a later cycle."));

        ObjectiveScore = new WrittenForm<ObjectiveScore>("objectiveScore", "How an objective stands.", form => form
            .Member("id", OkrForms.ObjectiveId, static score => score.Objective.Id, "The id of the objective.")
            .Member("title", Text, static score => score.Objective.Title, "The aim.")
            .Optional("owner", Text, static score => score.Objective.Owner, "The team or person it belongs to.")
            .Optional(
                "closing", True, static score => score.IsClosing ? true : null,
                "True when this is the final reading: the cycle is over or the objective closed.")
            .Optional(
                "score", Number, static score => score.Score,
                "The score by the profile, 0 to 1 by default: the one set by hand while that holds, otherwise the computed one.")
            .Optional("computedScore", Number, static score => score.Override is null ? null : score.ComputedScore,
                "The computed score, where another is set by hand.")
            .Optional("raw", Number, static score => score.Raw, "The progress before it is held between 0 and 1.")
            .Optional("grade", Text, static score => score.Grade?.Name, "The grade of the score by the bands of the scoring profile.")
            .Optional("outcome", EnumForm<Outcome>.Instance, static score => score.Outcome, "What the score means for what the objective promises.")
            .Member("coverage", Number, static score => score.Coverage, "The share of weight that people have checked in.")
            .Member("pace", EnumForm<PaceStatus>.Instance, static score => score.Pace.Status, "Ahead of or behind the time that has passed.")
            .Optional("stated", EnumForm<StatedStatus>.Instance, static score => score.Stated, "What the words of its teams come to.")
            .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
            .List("keyResults", KeyResultScore, static score => score.KeyResults, "Its key results.")
            .Member("text", Text, score => score.Explain().Sentence(culture), "How it stands, in the language of the review."));

        Aligned = new WrittenForm<AlignedScore>("alignedScore", "How an objective stands with what is aligned to it.", form => form
            .Member("id", OkrForms.ObjectiveId, static score => score.Objective.Id, "The id of the objective.")
            .Optional("score", Number, static score => score.Score, "The score with what is aligned to it, 0 to 1 by default.")
            .Optional("own", Number, static score => score.Own.Score, "The score by its own key results.")
            .Optional("grade", Text, static score => score.Grade?.Name, "The grade of the score by the bands of the scoring profile.")
            .Optional("outcome", EnumForm<Outcome>.Instance, static score => score.Outcome, "What the score means for what the objective promises.")
            .Member("coverage", Number, static score => score.Coverage, "The share of weight that people have checked in, here and in what is aligned.")
            .Member(
                "pace", EnumForm<PaceStatus>.Instance, static score => score.Pace.Status,
                "Ahead of or behind the time that has passed; once it is over, how it ended.")
            .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
            .Optional("forecast", Number, static score => score.Forecast().Score, "The score it is heading for, or ended with.")
            .Member("text", Text, score => score.Explain().Sentence(culture), "How it stands, in the language of the review."));

        UnitScore = new WrittenForm<UnitScore>("unitScore", "How a company, department, team or person stands.", form => form
            .Member("unit", Text, static score => score.Unit.Name, "Its name.")
            .Optional("score", Number, static score => score.Score, "The score over its objectives and those of the units below, 0 to 1 by default.")
            .Optional("grade", Text, static score => score.Grade?.Name, "The grade of the score by the bands of the scoring profile.")
            .Member("coverage", Number, static score => score.Coverage, "The share of weight that people have checked in.")
            .Optional("confidence", OkrForms.Confidence, static score => score.Confidence, "How sure people are, a probability.")
            .Member("objectives", Integer, static score => score.ObjectiveCount, "How many objectives it has, with those of the units below.")
            .Member("text", Text, score => score.Explain().Sentence(culture), "How it stands, in the language of the review."));

        Week = new WrittenForm<WeeklyReview>("weeklyReview", "What changed in the seven days up to a date, what is missing, and what is at risk.", form => form
            .Member("asOf", Date, static week => week.AsOf, "The date.")
            .Member("since", Date, static week => week.Since, "The date it is compared with, seven days earlier.")
            .Member("text", Text, week => week.Explain().Sentence(culture), "The week, in the language of the review.")
            .List("keyResults", KeyResultWeek(culture), static week => week.KeyResults, "The key results of the open objectives.")
            .List(
                "needsAppeared", KpiForms.Id, static week => week.NeedsAppeared.Select(need => need.Kpi.Id),
                "The ids of the KPIs that need an OKR and did not a week ago.")
            .List("needsWentAway", KpiForms.Id, static week => week.NeedsWentAway.Select(need => need.Kpi.Id),
                "The ids of the KPIs that needed an OKR a week ago and do not any more."));

        Effect = DeclareEffect(culture);

        Cycle = new WrittenForm<CycleReview>("cycleReview", "The look back at the objectives of a cycle: final scores, whether the KPIs moved, what was "
            + "learned.", form => form
            .Member("cycle", OkrForms.Cycle, static review => review.Cycle, "The cycle.")
            .Member("asOf", Date, static review => review.AsOf, "The date of looking back.")
            .Member("text", Text, review => review.Explain().Sentence(culture), "The look back, in the language of the review.")
            .List("outcomes", Outcome(culture), static review => review.Outcomes, "The objectives of the cycle."));

        FocusArea = new WrittenForm<RankedFocusArea>("rankedFocusArea", "An area one could improve, in a ranking.", form => form
            .Member("rank", Integer, static ranked => ranked.Rank, "The place, 1 for the best; areas that are tied share it.")
            .Optional("tied", True, static ranked => ranked.IsTied ? true : null, "True when another area has the same place.")
            .Member("name", Text, static ranked => ranked.Area.Name, "The area.")
            .Optional("score", Number, static ranked => ranked.Score, "The score of the median marks.")
            .Optional("contested", True, static ranked => ranked.IsContested ? true : null, "True when the votes lie so far apart that it is worth a talk.")
            .List("tactics", Text, static ranked => ranked.Area.Tactics, "What one would try.")
            .Member("text", Text, ranked => ranked.Explain().Sentence(culture), "Why it has its place, in the language of the review."));

        Brief = new WrittenForm<Brief>("brief", "What a team needs to discuss a KPI that needs an OKR.", form => form
            .Member("kpi", KpiForms.Id, static brief => brief.Kpi.Id, "The id of the KPI.")
            .Member("period", Text, static brief => brief.Period.Label, "The period the target is of.")
            .Optional("target", MeasureForms.Target, static brief => brief.Target, "The target to reach.")
            .Optional("evidence", Period, static brief => brief.Evidence, "The period the actual value is of.")
            .Optional(
                "gap", Number, static brief => brief.Gap, "How far the actual value is from the target, or from what was due by now; below 0 it falls short.")
            .Member("text", Text, brief => brief.Explain().Sentence(culture), "The brief, in the language of the review.")
            .List("segments", SegmentGap(culture), static brief => brief.Segments, "Which segments contribute to the gap, the largest shortfall first.")
            .List("questions", Question(culture), static brief => brief.Questions, "The questions to ask.")
            .List("focusAreas", Text, static brief => brief.FocusAreas.Select(area => area.Name), "The areas one could improve, in the order given.")
            .Optional("chosen", Text, static brief => brief.Chosen?.Name, "The area the team chose."));

        Review = new WrittenForm<PortfolioReview>("portfolioReview", "Everything the library says about a portfolio on a date.", form => form
            .Member("asOf", Date, static review => review.AsOf, "The date.")
            .Member("text", Text, review => review.Explain().Sentence(culture), "The review in a sentence, in the language asked for.")
            .List("needs", Need, static review => review.Needs, "Which KPIs need an OKR, the most urgent first.")
            .List("kpis", Assessment, static review => review.Kpis, "How each KPI stands.")
            .List("objectives", ObjectiveScore, static review => review.Objectives, "How each objective stands by its own key results.")
            .List("aligned", Aligned, static review => review.Scores.Objectives, "How each objective stands with what is aligned to it.")
            .List("units", UnitScore, static review => review.Scores.Units, "How each unit stands over the objectives of the running cycles.")
            .List("findings", Finding, static review => review.Findings, "Remarks on the quality of the OKRs, the gravest first."));
    }

    internal JsonForm<Explanation> Explanation { get; }

    internal JsonForm<Finding> Finding { get; }

    internal JsonForm<KpiAssessment> Assessment { get; }

    internal JsonForm<OkrNeed> Need { get; }

    internal JsonForm<KeyResultScore> KeyResultScore { get; }

    internal JsonForm<ObjectiveScore> ObjectiveScore { get; }

    internal JsonForm<AlignedScore> Aligned { get; }

    internal JsonForm<UnitScore> UnitScore { get; }

    internal JsonForm<WeeklyReview> Week { get; }

    internal JsonForm<KpiEffect> Effect { get; }

    internal JsonForm<CycleReview> Cycle { get; }

    internal JsonForm<RankedFocusArea> FocusArea { get; }

    internal JsonForm<Brief> Brief { get; }

    internal WrittenForm<PortfolioReview> Review { get; }

    internal static ReviewForms In(CultureInfo culture) => culture.Equals(CultureInfo.InvariantCulture) ? English : new(culture);

    /// <summary>The schema of a review, and under <c>$defs</c> of the other answers.</summary>
    internal static JsonObject Describe() => SchemaDefinitions.Document(SchemaId, "OkrKpi review", static definitions =>
    {
        English.Explanation.Schema(definitions);
        English.Week.Schema(definitions);
        English.Cycle.Schema(definitions);
        English.FocusArea.Schema(definitions);
        English.Brief.Schema(definitions);
        return English.Review.Describe(definitions);
    });

    private static WrittenForm<NeedReason> Reason(CultureInfo culture) => new WrittenForm<NeedReason>("needReason", "Why a KPI needs an OKR.", form => form
        .Member("kind", Text, static reason => reason is LaggingReason ? "lagging" : "targetRaised", "Lagging, or target raised.")
        .Member("period", Text, static reason => reason.Period.Label, "The period it is about.")
        .Member("startedOn", Date, static reason => reason.StartedOn, "The day it goes back to.")
        .Member("text", Text, reason => reason.Explain().Sentence(culture), "The reason, in the language of the review.")
        .Optional("since", Text, static reason => (reason as LaggingReason)?.Since.Period.Label, "Lagging: the first of the periods missed in a row.")
        .Optional("actual", Number, static reason => (reason as LaggingReason)?.Evidence.Actual, "Lagging: the value.")
        .Optional("target", MeasureForms.Target, static reason => (reason as LaggingReason)?.Evidence.Target, "Lagging: the target.")
        .Optional(
            "gap", Number, static reason => reason is LaggingReason lagging ? lagging.Gap : ((TargetRaisedReason)reason).Gap,
            "How far the value is from the target; target raised: from the target now.")
        .Optional("before", MeasureForms.Target, static reason => (reason as TargetRaisedReason)?.Before, "Target raised: the target before.")
        .Optional("now", MeasureForms.Target, static reason => (reason as TargetRaisedReason)?.Now, "Target raised: the target now.")
        .Optional("decidedOn", Date, static reason => (reason as TargetRaisedReason)?.Decision.DecidedOn, "Target raised: the day of the decision."));

    private static WrittenForm<TargetRaise> Raise(CultureInfo culture) =>
        new WrittenForm<TargetRaise>("targetRaise", "A raise of a KPI's target that is open.", form => form
        .Member("period", Text, static raise => raise.Period.Label, "The first period it raised.")
        .Member("standing", EnumForm<RaiseStanding>.Instance, static raise => raise.Standing, "Whether it asks for an OKR, or why not.")
        .Member("before", MeasureForms.Target, static raise => raise.Before, "The target before.")
        .Member("now", MeasureForms.Target, static raise => raise.Now, "The target now.")
        .Optional("share", Number, static raise => raise.Share, "How much more it asks for, as a share of the target before.")
        .Member("decidedOn", Date, static raise => raise.Decision.DecidedOn, "The day of the decision.")
        .Member("text", Text, raise => raise.Explain().Sentence(culture), "The raise, in the language of the review."));

    private static WrittenForm<KeyResultWeek> KeyResultWeek(CultureInfo culture) =>
        new WrittenForm<KeyResultWeek>("keyResultWeek", "What became of a key result in a week.", form => form
        .Member("objective", OkrForms.ObjectiveId, static each => each.Objective.Id, "The id of the objective.")
        .Member("keyResult", OkrForms.KeyResultId, static each => each.KeyResult.Id, "The id of the key result in it.")
        .Member("name", Text, static each => each.KeyResult.Name, "Its name.")
        .Optional("checkedIn", True, static each => each.IsCheckedIn ? true : null, "True when there was a check-in within the week.")
        .Optional("atRisk", True, static each => each.IsAtRisk ? true : null, "True when it is at risk or behind its pace.")
        .Optional("score", Number, static each => each.Now.Score, "The score, 0 to 1.")
        .Optional("scoreChange", Number, static each => each.ScoreChange, "How much the score changed, in points of 1.")
        .Optional("confidence", OkrForms.Confidence, static each => each.Now.Confidence, "How sure people are, a probability.")
        .Optional("confidenceChange", Number, static each => each.ConfidenceChange, "How much that changed.")
        .Member("pace", EnumForm<PaceStatus>.Instance, static each => each.Now.Pace.Status, "Ahead of or behind the time that has passed.")
        .Optional("action", Text, static each => each.Action, "What the last check-in says.")
        .Member("text", Text, each => each.Explain().Sentence(culture), "What changed, in the language of the review."));

    private static WrittenForm<KpiEffect> DeclareEffect(CultureInfo culture)
    {
        var window = new WrittenForm<KpiWindow>("kpiWindow", "A KPI over some periods.", static form => form
            .Member("first", Text, static each => each.First.Label, "The first period.")
            .Member("last", Text, static each => each.Last.Label, "The last period.")
            .Member("periods", Integer, static each => each.Coverage.Expected, "How many periods there are.")
            .Member("present", Integer, static each => each.Coverage.Present, "How many of them are complete and have a value.")
            .Optional("value", Number, static each => each.Value, "The value, so that windows of different length compare."));
        return new WrittenForm<KpiEffect>("kpiEffect", "Whether a KPI moved with the work of a cycle.", form => form
            .Member("kpi", KpiForms.Id, static effect => effect.Kpi.Id, "The id of the KPI.")
            .Member("movement", EnumForm<KpiMovement>.Instance, static effect => effect.Movement, "Whether it moved, by the reading of the review.")
            .Optional("difference", Number, static effect => effect.Difference, "How much better it became, in its unit; below 0 is worse.")
            .Optional("low", Number, static effect => effect.Low, "The lower end of the 90 % interval of the difference.")
            .Optional("high", Number, static effect => effect.High, "The upper end of the 90 % interval of the difference.")
            .Optional("smallestGain", Number, static effect => effect.SmallestGain, "The smallest change for the better that is a sign; known beforehand.")
            .Optional("hoped", Number, static effect => effect.Hoped, "The change for the better that the plan wants.")
            .Optional("wrongLever", True, static effect => effect.IsWrongLever ? true : null, "True when what was done was the wrong lever for the KPI.")
            .Optional("evidence", EffectForms.Verdict, static effect => effect.Verdict, "The numbers the verdict rests on, when it is beyond noise.")
            .Optional("leftOutFrom", Date, static effect => effect.LeftOut?.Start, "The first date left out before, by which it was seen to lag.")
            .Optional("leftOutThrough", Date, static effect => effect.LeftOut?.End, "The last date left out before.")
            .Optional("readableFrom", Date, static effect => effect.ReadableFrom, "The date from which it can be told.")
            .Optional("before", window, static effect => effect.Before, "The periods to compare with.")
            .Optional("during", window, static effect => effect.During, "The whole periods inside the cycle.")
            .Optional("after", window, static effect => effect.After, "As many periods following the cycle, as far as they are over.")
            .Optional("looked", window, static effect => effect.Looked, "The periods in which the effect is looked for.")
            .Member("text", Text, effect => effect.Explain().Sentence(culture), "Why, in the language of the review."));
    }

    private static WrittenForm<SegmentGap> SegmentGap(CultureInfo culture) =>
        new WrittenForm<SegmentGap>("segmentGap", "What a segment contributes to the gap of a KPI.", form => form
        .Optional("segment", KpiForms.Segment, static each => each.Segment, "The segment; without it, what was measured without one.")
        .Optional("actual", Number, static each => each.Actual, "Its own value; without it, it is not reported.")
        .Optional("contribution", Number, static each => each.Contribution, "Its part of the gap, in the unit of the KPI; below 0 it falls short.")
        .Optional("shareOfGap", Number, static each => each.ShareOfGap, "That as a share of the gap.")
        .Member("text", Text, each => each.Explain().Sentence(culture), "The contribution, in the language of the review."));

    private static WrittenForm<BriefQuestion> Question(CultureInfo culture) =>
        new WrittenForm<BriefQuestion>("briefQuestion", "A question to ask before choosing what to improve.", form => form
        .Member("code", Text, static question => question.Code, "The short name it is answered by.")
        .Member("text", Text, question => question.Text.Sentence(culture), "The question, in the language of the review.")
        .List("alternatives", Text, static question => question.Alternatives, "Possible answers.")
        .Optional("answer", Text, static question => question.Answer, "The answer."));

    private WrittenForm<ObjectiveOutcome> Outcome(CultureInfo culture) =>
        new WrittenForm<ObjectiveOutcome>("objectiveOutcome", "What became of an objective.", form => form
        .Member("score", ObjectiveScore, static each => each.Score, "Its score at close by its own key results.")
        .Member("aligned", Aligned, static each => each.Aligned, "Its score at close with what is aligned to it.")
        .Member("movement", EnumForm<KpiMovement>.Instance, static each => each.Movement, "Whether its KPIs moved.")
        .Member(
            "quadrant", EnumForm<OutcomeQuadrant>.Instance, static each => each.Quadrant,
            "Where it stands in the table of achieved by moved; what to do next follows from it.")
        .Optional("wrongLever", True, static each => each.IsWrongLever ? true : null, "True when what was done was the wrong lever.")
        .Optional(
            "carryOverProposed", True, static each => each.IsCarryOverProposed ? true : null,
            "True when it is proposed to carry the unfinished key results over.")
        .List(
            "unfinished", OkrForms.KeyResultId, static each => each.Unfinished.Select(score => score.KeyResult.Id),
            "The ids of the key results that were neither achieved nor cancelled.")
        .List("effects", Effect, static each => each.Effects, "The KPIs it addressed, before, during and after.")
        .List("learnings", OkrForms.Learning, static each => each.Learnings, "What was learned, the latest first.")
        .Member("text", Text, each => each.Explain().Sentence(culture), "The outcome, in the language of the review."));

    /// <summary>The value of a fact: a number, a date, a target, a name.</summary>
    private sealed class FactForm : JsonForm<object>
    {
        internal override object Read(ref JsonSource json) => throw new NotSupportedException();

        internal override void Write(Utf8JsonWriter json, object value)
        {
            switch (value)
            {
                case decimal number:
                    Number.Write(json, number);
                    break;
                case int number:
                    Integer.Write(json, number);
                    break;
                case Confidence confidence:
                    OkrForms.Confidence.Write(json, confidence);
                    break;
                case LocalDate date:
                    Date.Write(json, date);
                    break;
                case Target target:
                    MeasureForms.Target.Write(json, target);
                    break;
                case OkrKpi.Explanation said:
                    json.WriteStringValue(said.Sentence());
                    break;
                case Enum word:
                    json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));
                    break;
                case IFormattable other:
                    json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    json.WriteStringValue(value.ToString());
                    break;
            }
        }

        internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = new JsonArray("number", "string", "object") };
    }
}
