using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_01_Company_A
{
    private static readonly Measurement FirstQuarterOf92 = Measurement.On(Day(2026, 3, 31), 92m);
    private static readonly Measurement FirstQuarterOf100 = Measurement.On(Day(2026, 3, 31), 100m);

    [Fact]
    public void The_target_is_100_meetings_a_quarter_until_it_is_raised()
    {
        var kpi = MeetingsRaisedTo300();
        Assert.Equal(Target.Of(100m), kpi.Targets.On(Day(2026, 6, 30), Day(2026, 6, 30))!.Target);
        Assert.Equal(Target.Of(300m), kpi.Targets.On(Day(2026, 7, 1), Day(2026, 7, 1))!.Target);
    }

    [Fact]
    public void With_100_of_100_meetings_held_no_OKR_is_needed() =>
        Assert.Equal(OkrNeedState.NotNeeded, OkrNeed.Of(MeetingsAQuarter(), Held(FirstQuarterOf100), Day(2026, 4, 1)).State);

    [Fact]
    public void The_day_before_the_raise_is_decided_nothing_is_known_of_it_T2() =>
        Assert.Null(OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf100), Day(2026, 6, 14)).TargetRaised);

    [Fact]
    public void Raising_the_target_from_100_to_300_needs_an_OKR_T2()
    {
        var need = OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf100), Day(2026, 6, 20));
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Null(need.Lagging);
        Assert.Equal(Target.Of(100m), need.TargetRaised!.Before);
        Assert.Equal(Target.Of(300m), need.TargetRaised.Now);
        Assert.Equal("2026-Q3", need.TargetRaised.Period.Label);
        Assert.Equal(Day(2026, 6, 15), need.TargetRaised.Decision.DecidedOn);
    }

    [Fact]
    public void With_92_of_100_meetings_in_the_first_quarter_it_lags_as_well_T1()
    {
        var need = OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf92), Day(2026, 6, 20));
        Assert.Equal(2, need.Reasons.Count);
        Assert.Equal(-8m, need.Lagging!.Gap);
        Assert.Equal("2026-Q1", need.Lagging.Evidence.Period.Label);
        Assert.NotNull(need.TargetRaised);
    }

    [Fact]
    public void An_objective_of_the_coming_quarter_is_a_plan_and_does_not_cover_the_need_yet()
    {
        var need = Portfolio(MeetingsRaisedTo300(), Engagement(Cycle.Quarter(2026, 3))).Review(Day(2026, 6, 20)).Needs[0];
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Empty(need.CoveredBy);
        Assert.Single(need.PlannedBy);
    }

    [Fact]
    public void An_open_objective_of_the_running_cycle_that_addresses_the_KPI_covers_the_need()
    {
        var need = Portfolio(
            MeetingsRaisedTo300(), Engagement(Cycle.Quarter(2026, 3)).With(KeyResult("answers", Goal.Count(3)))).Review(Day(2026, 7, 1)).Needs[0];
        Assert.Equal(OkrNeedState.Covered, need.State);
        Assert.Single(need.CoveredBy);
    }

    [Fact]
    public void A_closed_objective_covers_nothing() =>
        Assert.Equal(OkrNeedState.Needed, Portfolio(
            MeetingsRaisedTo300(),
            Engagement(Cycle.Quarter(2026, 3)).With(KeyResult("answers", Goal.Count(3))).Closed(Day(2026, 7, 31))).Review(Day(2026, 7, 31)).Needs[0].State);

    [Fact]
    public void The_raise_stays_open_until_the_last_day_but_one_of_the_third_quarter() =>
        Assert.NotNull(OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf100), Day(2026, 9, 29)).TargetRaised);

    [Fact]
    public void The_raise_closes_when_the_third_quarter_is_complete() =>
        Assert.Null(OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf100, Measurement.On(Day(2026, 9, 30), 200m)), Day(2026, 9, 30)).TargetRaised);

    [Fact]
    public void The_raise_stays_open_while_the_meetings_of_the_third_quarter_are_not_reported() =>
        Assert.NotNull(OkrNeed.Of(MeetingsRaisedTo300(), Held(FirstQuarterOf100), Day(2026, 9, 30)).TargetRaised);

    [Fact]
    public void With_300_of_300_meetings_in_the_third_quarter_no_OKR_is_needed_any_more() =>
        Assert.Equal(OkrNeedState.NotNeeded, OkrNeed.Of(MeetingsRaisedTo300(), Held(Measurement.On(Day(2026, 9, 30), 300m)), Day(2026, 9, 30)).State);

    [Fact]
    public void A_key_result_from_100_to_300_meetings_only_restates_the_KPI_target_and_is_an_error()
    {
        var objective = Engagement(Cycle.Quarter(2026, 3))
            .With(OkrKpi.KeyResult.Define("more", "Number of meetings", Unit.Count("meeting"), Goal.FromTo(100m, 300m)).Measuring(Meetings));
        var finding = Assert.Single(Portfolio(MeetingsRaisedTo300(), objective).Findings("key-result-restates-kpi-target", Day(2026, 7, 1)));
        Assert.Equal(FindingSeverity.Error, finding.Severity);
    }

    [Fact]
    public void Follow_up_meetings_from_7_to_21_a_week_come_close_and_are_only_a_warning_O4_KR2()
    {
        var objective = Engagement(Cycle.Quarter(2026, 3))
            .With(OkrKpi.KeyResult.Define("follow-up", "Follow-up meetings booked", Unit.Count("meeting").Per(Cadence.Week), Goal.FromTo(7m, 21m)));
        var finding = Assert.Single(Portfolio(MeetingsRaisedTo300(), objective).Findings("key-result-restates-kpi-target", Day(2026, 7, 1)));
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void An_open_rate_from_4_to_15_percent_restates_nothing_O4_KR1()
    {
        var objective = Engagement(Cycle.Quarter(2026, 3)).With(OkrKpi.KeyResult.Define("open-rate", "Open rate", Unit.Percent, Goal.FromTo(4m, 15m)));
        Assert.Empty(Portfolio(MeetingsRaisedTo300(), objective).Findings("key-result-restates-kpi-target", Day(2026, 7, 1)));
    }
}
