using NodaTime;
using OkrKpi.Tests.Lives;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Specifications;

/// <summary>Whole years, asked on every day. A strip reads: from this day on, this answer.</summary>
public class Chapter_06_An_ordinary_year
{
    [Fact]
    public void A_KPI_that_is_exactly_on_plan_every_month_needs_no_OKR_on_any_of_365_days() => Meetings100AMonth().In(2026).IsAlways("not needed");

    [Fact]
    public void Nor_does_a_quarter_that_is_measured_month_by_month_and_is_on_plan() =>
        QuarterByMonths(_ => 100).In(2026).IsAlways("not needed");

    [Fact]
    public void Nor_does_a_plan_that_climbs_from_month_to_month_and_is_exactly_met()
    {
        var plan = TargetPlan.Climb(100, 220, Year(2026), Cadence.Month, InDecember2025);
        Life.Of(Every(Cadence.Month, Aggregation.Last)).Decided(plan)
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 12, 31), month => 100 + (10 * month.Number))
            .In(2026).NeedsNone();
    }

    [Fact]
    public void A_month_that_misses_is_a_need_on_every_day_from_its_close_until_a_month_is_met() =>
        Meetings100AMonth(Missed(5, 6)).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-07-31 not needed
            """);

    [Fact]
    public void Figures_published_ten_days_after_their_month_make_no_need_come_and_go() =>
        Meetings100AMonth(Missed(5, 6), knownAfter: 10).Where(kpi => kpi.PublishedAfter(10)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-10 needed: lagging
            2026-08-10 not needed
            """);

    [Fact]
    public void Until_July_is_reported_the_answer_rests_on_June_and_says_so()
    {
        var need = Meetings100AMonth(Missed(6), knownAfter: 10).Where(kpi => kpi.PublishedAfter(10)).On(2026, 8, 5);
        Assert.Equal(("2026-06", "2026-07"), (need.Assessment.Judged!.Period.Label, Assert.Single(need.Assessment.Awaited).Period.Label));
    }

    [Fact]
    public void A_need_that_an_objective_covers_stays_covered_while_a_figure_is_awaited() =>
        Meetings100AMonth(Missed(5, 6), knownAfter: 10).CoveredBy("engage", Cycle.Quarter(2026, 3)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-10 needed: lagging
            2026-07-01 covered: lagging
            2026-08-10 not needed
            """);

    [Fact]
    public void After_two_months_without_a_figure_one_cannot_tell_any_more_that_none_is_needed() =>
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1)).MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 3, 31), 100).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 cannot tell
            """);

    [Fact]
    public void But_a_need_stays_however_long_the_figures_stay_away() =>
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1)).MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 3, 31), Missed(3)).In(2026).Is("""
            2026-01-01 not needed
            2026-03-31 needed: lagging
            """);

    [Fact]
    public void A_quarter_that_is_more_than_a_tenth_behind_what_was_due_is_off_course_once_half_of_it_was_due() =>
        QuarterByMonths(month => month == Month(2026, 2) ? 75 : month == Month(2026, 3) ? 125 : 100).In(2026).Is("""
            2026-01-01 not needed
            2026-02-28 needed: lagging
            2026-03-31 not needed
            """);

    [Fact]
    public void A_rate_of_2_percent_where_5_were_wanted_is_off_course_at_half_time_since_the_rest_would_have_to_average_8() =>
        Life.Of(Rate(Cadence.Year).Measured(Cadence.Month)).Target(5, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start.Year == 2025 ? 5 : 2)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-30 needed: lagging
                """);

    [Fact]
    public void A_closed_quarter_that_lacks_a_month_is_judged_by_the_months_it_has() =>
        QuarterByMonths(month => month == Month(2026, 2) ? null : 100).In(2026).IsAlways("not needed");

    [Fact]
    public void A_raise_is_seen_from_the_day_it_is_decided_until_the_first_quarter_it_governs_is_judged() =>
        Quarterly(quarter => quarter.Number < 3 ? 100 : 300).Target(300, Day(2026, 7, 1), Day(2026, 6, 15)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-15 needed: raised
            2026-09-30 not needed
            """);

    [Fact]
    public void It_is_seen_all_the_same_where_every_quarter_is_given_a_target_of_its_own() =>
        Life.Of(Meetings(Cadence.Quarter))
            .Decided(Enumerable.Range(0, 8).Select(step => For(Quarter(2025, 1).Plus(step), 100, InDecember2024)))
            .Decided(For(Quarter(2026, 3), 300, Day(2026, 6, 15)), For(Quarter(2026, 4), 300, Day(2026, 6, 15)))
            .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-15 needed: raised
                2026-09-30 not needed
                """);

    [Fact]
    public void Monthly_targets_that_only_follow_their_season_are_no_raise()
    {
        decimal[] season = [80, 80, 90, 100, 110, 120, 60, 60, 100, 110, 130, 160];
        Life.Of(Meetings(Cadence.Month))
            .Decided(Enumerable.Range(2025, 2).SelectMany(
                year => Enumerable.Range(1, 12).Select(month => For(Month(year, month), season[month - 1], Day(year, 1, 1)))))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => season[month.Number - 1])
            .In(2026).IsAlways("not needed");
    }

    [Fact]
    public void A_raise_to_what_is_reached_already_is_told_and_asks_for_no_OKR()
    {
        var life = Quarterly(_ => 130).Target(120, Day(2026, 7, 1), Day(2026, 6, 15));
        life.In(2026).IsAlways("not needed");
        Assert.Contains("120", life.On(2026, 6, 20).Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_small_and_a_big_raise_of_one_quarter_the_big_one_is_told_from_the_target_before_both()
    {
        var told = Quarterly(_ => 100)
            .Target(105, Day(2026, 7, 1), Day(2026, 6, 1), "small")
            .Target(300, Day(2026, 7, 1), Day(2026, 6, 10), "big")
            .On(2026, 6, 20).TargetRaised!;
        Assert.Equal((Target.Of(100), Target.Of(300), "big"), (told.Before, told.Now, told.Decision.Because));
    }

    [Fact]
    public void A_decision_after_a_quarter_is_over_does_not_judge_it_again_and_a_correction_does()
    {
        Quarterly(_ => 100).Target(120, Day(2026, 4, 1), Day(2026, 7, 10)).Between(Day(2026, 1, 1), Day(2026, 9, 29)).NeverLags();
        Quarterly(_ => 100).Decided(TargetDecision.From(Day(2026, 4, 1), Target.Of(120), Day(2026, 7, 10)).AsCorrection()).In(2026).Is("""
            2026-01-01 not needed
            2026-07-10 needed: lagging
            """);
    }

    [Fact]
    public void A_target_that_begins_inside_a_month_applies_from_the_next_month() =>
        Meetings100AMonth(month => month.Start >= Day(2026, 6, 1) ? 95 : 100).Target(90, Day(2026, 6, 20), Day(2026, 6, 1)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-30 needed: lagging
            2026-07-31 not needed
            """);

    [Fact]
    public void A_dismissed_need_is_silent_until_it_is_met_and_a_later_miss_speaks_again() =>
        Meetings100AMonth(Missed(5, 6, 9)).Dismissed(Day(2026, 6, 5)).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-06-05 dismissed: lagging
            2026-07-31 not needed
            2026-09-30 needed: lagging
            2026-10-31 not needed
            """);

    [Fact]
    public void A_branch_that_has_not_reported_its_headcount_makes_the_month_awaited_and_not_short()
    {
        var life = Life.Of(Every(Cadence.Month, Aggregation.Last)).Target(100, Day(2025, 1, 1));
        life.Measured(
            life.Periods(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31)).SelectMany(month => Branches(month.End, isSouthThere: month != Month(2026, 6))))
            .In(2026).IsAlways("not needed");
    }

    [Fact]
    public void A_month_in_which_the_unit_changed_is_not_judged() =>
        Life.Of(Every(Cadence.Month, Aggregation.Average).Measured(Cadence.Week)).Target(95, Day(2025, 1, 1))
            .Decided(TargetDecision.From(Day(2026, 6, 15), Target.Of(0.95m), Day(2026, 6, 10), "as a share").AsRedefinition())
            .MeasuredEach(Cadence.Week, Day(2025, 1, 1), Day(2027, 1, 3), week => week.End < Day(2026, 6, 15) ? 96 : 0.96m)
            .In(2026).IsAlways("not needed");

    [Fact]
    public void Where_nothing_recorded_means_zero_a_year_without_accidents_meets_its_target_every_month() =>
        Life.Of(Every(Cadence.Month, Aggregation.Sum, Direction.LowerIsBetter).NothingRecordedIsZero()).Target(Target.Below(2), Day(2026, 1, 1))
            .Between(Day(2026, 1, 31), Day(2026, 12, 31)).IsAlways("not needed");

    [Fact]
    public void A_KPI_measured_on_working_days_is_answered_at_weekends_too() =>
        Life.Of(Meetings(Cadence.Day).OnBusinessDays(BusinessDays.MondayToFriday)).Target(20, Day(2026, 1, 1))
            .Measured(
                Enumerable.Range(0, 365).Select(Day(2026, 1, 1).PlusDays).Where(BusinessDays.MondayToFriday.Contains).Select(day => Measurement.On(day, 20)))
            .In(2026).IsAlways("not needed");

    private static Life Meetings100AMonth(Func<ReportingPeriod, decimal?>? value = null, int knownAfter = 0) =>
        Life.Of(Meetings(Cadence.Month))
            .Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), value ?? (_ => 100), knownAfter);

    // 100 every month, and 90 in some of 2026.
    private static Func<ReportingPeriod, decimal?> Missed(params int[] months) => month => month.Start.Year == 2026 && months.Contains(month.Number) ? 90 : 100;

    private static Life QuarterByMonths(Func<ReportingPeriod, decimal?> value) =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), value);

    private static Life Quarterly(Func<ReportingPeriod, decimal> in2026) => Life.Of(Meetings(Cadence.Quarter)).Target(100, Day(2025, 1, 1))
        .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), quarter => quarter.Start.Year == 2026 ? in2026(quarter) : in2026(Quarter(2026, 1)));

    private static Measurement[] Branches(LocalDate day, bool isSouthThere)
    {
        var north = Measurement.On(day, 61).For(Segment.Of("branch", "north"));
        return isSouthThere ? [north, Measurement.On(day, 45).For(Segment.Of("branch", "south"))] : [north];
    }
}
