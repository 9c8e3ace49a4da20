using System.Globalization;
using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

/// <summary>One year of Company A's Customer Success team, told from top to bottom; each step builds on the one before.</summary>
public class Chapter_00_The_story_of_Company_A
{
    private static readonly LocalDate EndOfMarch = Day(2026, 3, 31);
    private static readonly LocalDate AfterTheRaise = Day(2026, 6, 20);
    private static readonly LocalDate MidAugust = Day(2026, 8, 14);
    private static readonly LocalDate EndOfSeptember = Day(2026, 9, 30);
    private static readonly LocalDate EndOfYear = Day(2026, 12, 31);

    [Fact]
    public void The_team_has_a_KPI_target_of_100_meetings_a_quarter_and_holds_100_so_no_OKR_is_needed()
    {
        var need = CompanyA().Review(EndOfMarch).Needs[0];
        Assert.Equal(KpiStatus.Met, need.Assessment.Status);
        Assert.Equal(OkrNeedState.NotNeeded, need.State);
    }

    [Fact]
    public void In_June_it_decides_on_300_meetings_a_quarter_and_that_needs_an_OKR_T2()
    {
        var need = CompanyA().Review(AfterTheRaise).Needs[0];
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Null(need.Lagging);
        Assert.Equal((Target.Of(100m), Target.Of(300m)), (need.TargetRaised!.Before, need.TargetRaised.Now));
    }

    [Fact]
    public void The_brief_says_how_far_it_is_and_where_the_gap_comes_from()
    {
        var brief = TheBrief();
        Assert.Equal((100m, Target.Of(300m), -200m), (brief.Actual!.Value, brief.Target, brief.Gap!.Value));
        Assert.Equal(["new", "long-standing"], brief.Segments.Select(segment => segment.Segment!.Name));
        Assert.Equal([-130m, -70m], brief.Segments.Select(segment => segment.Contribution));
    }

    [Fact]
    public void The_brief_asks_the_five_questions_Q1_to_Q5()
    {
        Assert.Equal(["group", "channel", "long-standing", "enough", "first-step"], TheBrief().Questions.Select(question => question.Code));
        Assert.Equal("Through which channel does the team reach them best?", TheBrief().Questions[1].Text.Sentence(CultureInfo.InvariantCulture));
        Assert.Equal("Nhóm tiếp cận họ tốt nhất qua kênh nào?", TheBrief().Questions[1].Text.Sentence(CultureInfo.GetCultureInfo("vi")));
    }

    [Fact]
    public void The_team_answers_the_first_question_with_a_third_alternative_Q1()
    {
        var question = TheDiscussion().Questions[0];
        Assert.Equal(["new", "long-standing", "those of the last 6 months"], question.Alternatives);
        Assert.Equal("those of the last 3 months", question.Answer);
    }

    [Fact]
    public void It_votes_on_three_areas_and_engagement_with_new_customers_comes_first()
    {
        var ranking = TheDiscussion().Rank();
        Assert.Equal(
            ["Raise engagement with new customers", "Make the first demo convincing", "Win back long-standing customers"],
            ranking.Select(each => each.Area.Name));
        Assert.Equal([1, 2, 3], ranking.Select(each => each.Rank));
        Assert.Equal(8m * 7m * 6m, ranking[0].Score);
        Assert.False(ranking[0].IsContested);
        Assert.True(ranking[2].IsContested);
    }

    [Fact]
    public void The_chosen_area_becomes_an_objective_that_addresses_the_KPI_with_initiatives()
    {
        var draft = TheDraft();
        Assert.Equal("Raise engagement with new customers", draft.Title);
        Assert.Equal("Customer Success", draft.Owner);
        Assert.Equal([Meetings], draft.Addresses);
        Assert.Equal(["FAQ section and answer store", "Personal messages"], draft.Initiatives.Select(initiative => initiative.Title));
    }

    [Fact]
    public void A_first_thought_of_from_100_to_300_meetings_is_refused_as_a_restatement()
    {
        var thought = TheDraft().With(OkrKpi.KeyResult.Define("more", "Meetings", Unit.Count("meeting"), Goal.FromTo(100m, 300m)).Measuring(Meetings));
        Assert.Equal(FindingSeverity.Error, Assert.Single(CompanyA(thought).Findings("key-result-restates-kpi-target", AfterTheRaise)).Severity);
    }

    [Fact]
    public void The_key_results_it_settles_on_are_no_errors_and_21_meetings_a_week_are_only_a_warning_O4()
    {
        var findings = CompanyA(TheObjective()).Review(AfterTheRaise).Findings;
        Assert.DoesNotContain(findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.Equal("engage-new/follow-up", Assert.Single(findings, finding => finding.Severity == FindingSeverity.Warning).Subject.ToString());
    }

    [Fact]
    public void From_the_first_of_July_the_need_is_covered()
    {
        Assert.Equal(OkrNeedState.Needed, CompanyA(TheObjective()).Review(Day(2026, 6, 30)).Needs[0].State);
        Assert.Equal(OkrNeedState.Covered, CompanyA(TheObjective()).Review(Day(2026, 7, 1)).Needs[0].State);
    }

    [Fact]
    public void In_the_weekly_check_in_of_mid_August_the_response_time_is_at_risk_and_something_is_done_about_it_L1_L2()
    {
        var week = CompanyA(TheQuarter()).Review(MidAugust).Week();
        var atRisk = Assert.Single(week.AtRisk);
        Assert.Equal("reply", atRisk.KeyResult.Id.Value);
        Assert.Equal("two more people answer from Monday", atRisk.Action);
        Assert.Equal(["open-rate", "reply"], week.Changed.Select(each => each.KeyResult.Id.Value));
        Assert.Equal("follow-up", Assert.Single(week.Missing).KeyResult.Id.Value);
    }

    [Fact]
    public void At_the_end_of_September_the_objective_is_achieved_and_by_the_plain_difference_the_KPI_moved_from_100_to_240()
    {
        var outcome = Assert.Single(CompanyA(TheQuarter()).Review(EndOfSeptember, ByPlain).EndOf(Cycle.Quarter(2026, 3)).Outcomes);
        Assert.True(outcome.Score.IsSuccess);
        var effect = Assert.Single(outcome.Effects);
        Assert.Equal((100m, 240m, 140m), (effect.Before!.Value!.Value, effect.During!.Value!.Value, effect.Difference!.Value));
        Assert.Equal(OutcomeQuadrant.AchievedAndMoved, outcome.Quadrant);
    }

    [Fact]
    public void One_quarter_after_three_says_nothing_about_noise_so_by_the_rule_nobody_can_tell()
    {
        var outcome = CompanyA(TheQuarter()).Review(EndOfSeptember).EndOf(Cycle.Quarter(2026, 3)).Outcomes[0];
        Assert.Equal((KpiMovement.CannotTell, OutcomeQuadrant.CannotTell), (outcome.Movement, outcome.Quadrant));
    }

    [Fact]
    public void With_a_declared_lag_of_a_quarter_it_would_be_too_early_to_tell_L3()
    {
        var review = CompanyA(TheQuarter()).Review(EndOfSeptember, ByPlain.With(ByPlain.EffectRule.AfterLag(1)));
        var outcome = review.EndOf(Cycle.Quarter(2026, 3)).Outcomes[0];
        Assert.Equal(KpiMovement.TooEarly, outcome.Movement);
        Assert.Equal(EndOfYear, outcome.Effects[0].ReadableFrom);
        Assert.Equal(OutcomeQuadrant.CannotTell, outcome.Quadrant);
    }

    [Fact]
    public void What_worked_and_what_did_not_is_recorded_and_found_again_L4_L5()
    {
        var company = WithLearnings(CompanyA(TheQuarter()));
        Assert.Equal("Personal messages doubled the open rate", Assert.Single(company.FindLearnings("open rate")).Text);
        Assert.Equal(LearningKind.DidNotWork, Assert.Single(company.FindLearnings("faq")).Kind);
        Assert.Equal(2, company.LearningsOf(Meetings).Count());
    }

    [Fact]
    public void The_raise_is_closed_but_240_of_300_lag_so_an_OKR_is_needed_again_T1()
    {
        var need = CompanyA(TheQuarter()).Review(EndOfSeptember).Needs[0];
        Assert.Null(need.TargetRaised);
        Assert.Equal(-60m, need.Lagging!.Gap);
        Assert.Equal(OkrNeedState.Needed, CompanyA(TheQuarter()).Review(EndOfSeptember.PlusDays(1)).Needs[0].State);
    }

    [Fact]
    public void The_objective_of_the_next_quarter_carries_on_what_was_not_reached_and_knows_its_predecessor_and_its_learnings()
    {
        var company = WithLearnings(CompanyA(TheQuarter(), TheNextQuarter()));
        var next = company.Objectives[1];
        Assert.Equal("reply", Assert.Single(next.KeyResults, keyResult => keyResult.Id.Value == "reply").Id.Value);
        Assert.DoesNotContain(next.KeyResults, keyResult => keyResult.Id.Value == "open-rate");
        Assert.Equal(["engage-new", "engage-more"], company.LineageOf(next.Id).Select(objective => objective.Id.Value));
        Assert.Equal(2, company.LearningsOf(next.Id).Count());
        Assert.Equal(OkrNeedState.Covered, company.Review(Day(2026, 10, 1)).Needs[0].State);
    }

    [Fact]
    public void With_300_meetings_in_the_fourth_quarter_the_story_ends_well()
    {
        var review = CompanyA(TheQuarter(), TheNextQuarter()).Review(EndOfYear);
        Assert.Equal(KpiStatus.Met, review.Kpis[0].Status);
        Assert.Equal(OkrNeedState.NotNeeded, review.Needs[0].State);
    }

    private static ReviewOptions ByPlain => ReviewOptions.Default.With(EffectRule.Default.With(EffectReading.PlainDifference()));

    private static Portfolio CompanyA(params Objective[] objectives) => OkrKpi.Portfolio.Of(
        [MeetingsRaisedTo300()],
        objectives,
        [Held(
            With(Day(2025, 12, 31), 60m, "new"), With(Day(2025, 12, 31), 40m, "long-standing"),
            With(EndOfMarch, 50m, "new"), With(EndOfMarch, 50m, "long-standing"),
            With(Day(2026, 5, 31), 90m, "new"), With(Day(2026, 6, 30), 10m, "long-standing"),
            With(Day(2026, 8, 31), 180m, "new"), With(EndOfSeptember, 60m, "long-standing"),
            With(EndOfYear, 300m, "new"))]);

    private static Measurement With(LocalDate date, decimal meetings, string customers) =>
        Measurement.On(date, meetings).For(Segment.Of("customers", customers));

    private static Brief TheBrief() => CompanyA().Review(AfterTheRaise).BriefOf(Meetings)!;

    private static Brief TheDiscussion() => TheBrief()
        .Offering("group", "those of the last 6 months")
        .Answering("group", "those of the last 3 months")
        .With(FocusArea.Define("Win back long-standing customers").Voted(Vote.Of(8, 4, 3)).Voted(Vote.Of(3, 5, 3)).Voted(Vote.Of(5, 4, 2)))
        .With(FocusArea.Define("Raise engagement with new customers").Voted(Vote.Of(8, 7, 6)).Voted(Vote.Of(9, 7, 5)).Voted(Vote.Of(7, 6, 6))
            .Trying("FAQ section and answer store").Trying("Personal messages"))
        .With(FocusArea.Define("Make the first demo convincing").Voted(Vote.Of(6, 6, 5)).Voted(Vote.Of(6, 5, 5)).Voted(Vote.Of(7, 6, 4)));

    private static Objective TheDraft()
    {
        var discussion = TheDiscussion();
        return discussion.Choosing(discussion.Rank()[0].Area.Name).ToObjective("engage-new", Cycle.Quarter(2026, 3));
    }

    private static Objective TheObjective() => TheDraft()
        .With(OkrKpi.KeyResult.Define("open-rate", "Open rate of communication in the product", Unit.Percent, Goal.FromTo(4m, 15m)))
        .With(OkrKpi.KeyResult.Define("follow-up", "Follow-up meetings booked", Unit.Count("meeting").Per(Cadence.Week), Goal.FromTo(7m, 21m)))
        .With(OkrKpi.KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5m, 1m)));

    private static Objective TheQuarter() => TheObjective()
        .CheckIn("open-rate", Day(2026, 8, 7), 9m)
        .CheckIn("follow-up", Day(2026, 8, 7), 14m)
        .CheckIn("reply", Day(2026, 8, 7), 4m)
        .CheckIn("open-rate", MidAugust, 10m)
        .CheckIn("reply", OkrKpi.CheckIn.On(MidAugust, 3.9m).Noting("two more people answer from Monday"))
        .CheckIn("open-rate", Day(2026, 9, 28), 15m)
        .CheckIn("follow-up", Day(2026, 9, 28), 19m)
        .CheckIn("reply", Day(2026, 9, 28), 2.5m);

    private static Objective TheNextQuarter() => TheQuarter().CarriedOver("engage-more", Cycle.Quarter(2026, 4));

    private static Portfolio WithLearnings(Portfolio company) => company
        .With(Learning.Worked("engage-new", "Personal messages doubled the open rate", EndOfSeptember))
        .With(Learning.DidNotWork("engage-new", "Few customers found the FAQ section", EndOfSeptember));
}
