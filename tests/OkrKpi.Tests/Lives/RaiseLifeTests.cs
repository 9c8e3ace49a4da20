using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A raise is seen from the day it is decided, and for long enough to be seen.</summary>
public class RaiseLifeTests
{
    [Fact]
    public void A_raise_is_open_from_its_decision_until_the_first_quarter_it_governs_is_judged() =>
        Quarterly(quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300).Target(100, Day(2025, 1, 1)).Target(300, Day(2026, 7, 1), Day(2026, 6, 15), "reach more customers").In(2026).Is("""
            2026-01-01 not needed
            2026-06-15 needed: raised
            2026-09-30 not needed
            """);

    [Fact]
    public void Targets_given_per_quarter_and_raised_are_raised_like_standing_ones() =>
        Quarterly(quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300)
            .Decided(Enumerable.Range(0, 8).Select(step => For(Quarter(2025, 1).Plus(step), 100, InDecember2024)))
            .Decided(For(Quarter(2026, 3), 300, Day(2026, 6, 15), "reach more customers"), For(Quarter(2026, 4), 300, Day(2026, 6, 15), "reach more customers"))
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-15 needed: raised
                2026-09-30 not needed
                """);

    [Fact]
    public void A_target_given_for_each_quarter_just_before_it_is_compared_with_the_quarter_before_and_the_year_before() =>
        Quarterly(quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300)
            .Decided(Enumerable.Range(0, 6).Select(step => Quarter(2025, 1).Plus(step)).Select(quarter => For(quarter, 100, quarter.Start.PlusDays(-10))))
            .Decided(For(Quarter(2026, 3), 300, Day(2026, 6, 15)), For(Quarter(2026, 4), 300, Day(2026, 9, 20)))
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
            .Decided(Enumerable.Range(2024, 3).SelectMany(
                year => Enumerable.Range(1, 12).Select(month => For(Month(year, month), season[month - 1], Day(year, 1, 1)))))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month => season[month.Number - 1])
            .Between(Day(2024, 1, 31), Day(2026, 12, 31)).IsAlways("not needed");
    }

    [Fact]
    public void Nor_are_they_when_each_is_decided_on_the_day_it_begins_from_the_second_year_on()
    {
        decimal[] season = [80, 80, 90, 100, 110, 120, 60, 60, 100, 110, 130, 160];
        Life.Of(Meetings(Cadence.Month))
            .Decided(Enumerable.Range(2024, 3).SelectMany(year => Enumerable.Range(1, 12).Select(month => For(Month(year, month), season[month - 1]))))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month => season[month.Number - 1])
            .Between(Day(2025, 2, 28), Day(2026, 12, 31)).IsAlways("not needed");
    }

    [Fact]
    public void A_season_that_asks_for_a_tenth_more_than_the_year_before_is_a_raise_once_a_year()
    {
        decimal[] season = [80, 80, 90, 100, 110, 120, 60, 60, 100, 110, 130, 160];
        decimal Target(ReportingPeriod month) => season[month.Number - 1] * (month.Start.Year == 2026 ? 1.1m : 1m);
        var life = Life.Of(Meetings(Cadence.Month))
            .Decided(Enumerable.Range(2024, 3).SelectMany(
                year => Enumerable.Range(1, 12).Select(number => Month(year, number)).Select(month => For(month, Target(month), Day(year, 1, 1)))))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month => Target(month));
        life.Between(Day(2024, 1, 31), Day(2025, 12, 31)).IsAlways("not needed");
        var year = life.In(2026);
        year.NeverLags();
        Assert.True(year[Day(2026, 1, 1)].IsRaised);
        Assert.Single(year.Runs(day => day.IsRaised), run => run.First.IsRaised);
        Assert.Equal(Day(2026, 1, 1), life.On(2026, 1, 20).TargetRaised!.Decision.DecidedOn);
    }

    [Fact]
    public void Of_a_small_and_a_big_raise_of_the_same_quarter_the_big_one_is_told_from_the_target_before_both()
    {
        var raised = SmallAndBig().On(2026, 6, 20).TargetRaised!;
        Assert.Equal((Target.Of(100), Target.Of(300), "big"), (raised.Before, raised.Now, raised.Decision.Because));
        Assert.Contains("105", raised.Explain().ToString("en"), StringComparison.Ordinal);
        var before = SmallAndBig().On(2026, 6, 9).TargetRaised!;
        Assert.Equal((Target.Of(100), Target.Of(105), "small"), (before.Before, before.Now, before.Decision.Because));
    }

    [Fact]
    public void A_dismissal_of_the_small_raise_does_not_silence_the_big_one() =>
        SmallAndBig().Dismissed(Day(2026, 6, 5)).Between(Day(2026, 5, 1), Day(2026, 9, 30)).Is("""
            2026-05-01 not needed
            2026-06-01 needed: raised
            2026-06-05 dismissed: raised
            2026-06-10 needed: raised
            2026-09-30 not needed
            """);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void A_monthly_raise_decided_on_the_30th_is_open_for_28_days_at_least(int fromMonth)
    {
        // From 1 June: June is judged by it on the day it is decided. From 1 July: July is, on 31 July.
        var strip = Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1)).Target(120, Day(2026, fromMonth, 1), Day(2026, 6, 30))
            .MeasuredEach(
                Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start >= Day(2026, 7, 1) ? 120 : month.Start == Day(2026, 6, 1) ? 115 : 100)
            .In(2026);
        strip.Holds(day => day.IsRaised || day.Date < Day(2026, 6, 30) || day.Date > Day(2026, 7, 27), "raised for 28 days");
        strip.Holds(day => !day.IsRaised || (day.Date >= Day(2026, 6, 30) && day.Date < Day(2026, 7, 31)), "and no longer than needed");
    }

    [Fact]
    public void A_raise_stays_open_while_the_first_month_it_governs_is_not_reported()
    {
        Life.Of(Meetings(Cadence.Month).PublishedAfter(10)).Target(100, Day(2025, 1, 1)).Target(120, Day(2026, 7, 1), Day(2026, 6, 15))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start >= Day(2026, 7, 1) ? 120 : 100, knownAfter: 10)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-15 needed: raised
                2026-08-10 not needed
                """);
    }

    [Fact]
    public void A_raise_that_begins_inside_a_month_governs_from_the_next_whole_one() =>
        // From 10 June on: July is the first whole month, known on 31 July.
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1)).Target(120, Day(2026, 6, 10), Day(2026, 6, 5))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start >= Day(2026, 7, 1) ? 120 : 100)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-05 needed: raised
                2026-07-31 not needed
                """);

    [Fact]
    public void A_raise_for_2030_is_told_and_no_reason_until_a_year_before()
    {
        var life = Life.Of(Meetings(Cadence.Year)).Target(100, Day(2020, 1, 1)).Target(300, Day(2030, 1, 1), Day(2026, 3, 1))
            .MeasuredEach(Cadence.Year, Day(2020, 1, 1), Day(2031, 12, 31), year => year.Start.Year < 2030 ? 100 : 300);
        life.Between(Day(2026, 1, 1), Day(2028, 12, 30)).IsAlways("not needed");
        Assert.Contains("300", life.On(2026, 6, 1).Explain().ToString("en"), StringComparison.Ordinal);
        life.Between(Day(2029, 1, 2), Day(2031, 12, 31)).Is("""
            2029-01-02 needed: raised
            2030-12-31 not needed
            """);
    }

    [Fact]
    public void A_raise_for_2030_that_is_reached_since_years_is_no_reason() =>
        Life.Of(Every(Cadence.Year, Aggregation.Last)).Target(100, Day(2020, 1, 1)).Target(300, Day(2030, 1, 1), Day(2026, 3, 1))
            .MeasuredEach(Cadence.Year, Day(2020, 1, 1), Day(2031, 12, 31), 310)
            .Between(Day(2026, 1, 1), Day(2031, 12, 31)).IsAlways("not needed");

    [Fact]
    public void A_raise_to_what_is_reached_already_is_told_and_no_reason()
    {
        var life = Quarterly(_ => 130).Target(100, Day(2024, 1, 1)).Target(120, Day(2026, 7, 1), Day(2026, 6, 15));
        life.In(2026).IsAlways("not needed");
        Assert.Contains("120", life.On(2026, 6, 20).Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_raise_reached_in_the_latest_quarter_and_not_in_the_same_one_a_year_before_is_a_reason()
    {
        // For the third quarter: the second brought 130, the third of last year 90.
        var life = Quarterly(quarter => quarter.Number == 3 ? 90 : 130).Target(80, Day(2024, 1, 1)).Target(120, Day(2026, 7, 1), Day(2026, 6, 15));
        Assert.Equal("needed: raised", LifeDay.Short(life.On(2026, 6, 20)));
    }

    [Fact]
    public void A_lowered_target_and_one_restored_within_the_year_are_no_raise() =>
        Quarterly(quarter => quarter.Start.Year == 2026 && (quarter.Number is 2 or 3) ? 85 : 100)
            .Target(100, Day(2024, 1, 1)).Target(80, Day(2026, 4, 1), Day(2026, 3, 10)).Target(100, Day(2026, 10, 1), Day(2026, 9, 10))
            .In(2026).IsAlways("not needed");

    [Fact]
    public void A_target_restored_to_more_than_it_was_is_a_raise() =>
        Assert.Equal("needed: raised", LifeDay.Short(
            Quarterly(_ => 100).Target(100, Day(2024, 1, 1)).Target(80, Day(2026, 4, 1), Day(2026, 3, 10)).Target(110, Day(2026, 10, 1), Day(2026, 9, 10))
                .On(2026, 9, 20)));

    [Fact]
    public void A_raise_that_is_taken_back_is_none_from_that_day_on() =>
        Quarterly(_ => 100).Target(100, Day(2025, 1, 1)).Target(300, Day(2026, 7, 1), Day(2026, 6, 15)).Target(100, Day(2026, 7, 1), Day(2026, 6, 25)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-15 needed: raised
            2026-06-25 not needed
            """);

    [Fact]
    public void Growth_inside_one_decision_is_one_raise()
    {
        // Decided on one stated day: 100 for 2025, and on 10 December 110, 120, 130, 140 for the quarters of 2026, each met.
        var life = Quarterly(quarter => quarter.Start.Year == 2025 ? 100 : 100 + (10 * quarter.Number)).Target(100, Day(2025, 1, 1))
            .Decided(Enumerable.Range(1, 4).Select(number => For(Quarter(2026, number), 100 + (10 * number), InDecember2025)));
        life.Between(Day(2025, 12, 1), Day(2026, 12, 31)).Is("""
            2025-12-01 not needed
            2025-12-10 needed: raised
            2026-03-31 not needed
            """);
        Assert.Equal(("2026-Q1", Target.Of(110)), (life.On(2026, 2, 1).TargetRaised!.Period.Label, life.On(2026, 2, 1).TargetRaised!.Now));
    }

    [Fact]
    public void The_same_growth_without_a_stated_day_is_many_decisions() =>
        Quarterly(quarter => quarter.Start.Year == 2025 ? 100 : 100 + (10 * quarter.Number)).Target(100, Day(2025, 1, 1))
            .Decided(Enumerable.Range(1, 4).Select(number => TargetDecision.From(Quarter(2026, number).Start, Target.Of(100 + (10 * number)))))
            .In(2026)
                .Holds(
                    day => day.IsRaised == (day.Date.Month % 3 != 0 || day.Date.PlusDays(1).Day != 1),
                    "raised from the first day of each quarter to the last but one");

    [Fact]
    public void A_raise_within_the_margin_is_no_reason_and_says_so()
    {
        var life = Quarterly(_ => 100)
            .Target(100, Day(2025, 1, 1))
            .Target(102, Day(2026, 7, 1), Day(2026, 6, 15))
            .Asking(OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m)));
        life.Between(Day(2026, 1, 1), Day(2026, 9, 29)).IsAlways("not needed");
        var text = life.On(2026, 6, 20).Explain().ToString("en");
        Assert.Contains("2 %", text, StringComparison.Ordinal);
        Assert.Contains("5 %", text, StringComparison.Ordinal);
    }

    private static Life Quarterly(Func<ReportingPeriod, decimal> value) =>
        Life.Of(Meetings(Cadence.Quarter)).MeasuredEach(Cadence.Quarter, Day(2024, 1, 1), Day(2026, 12, 31), quarter => value(quarter));

    private static Life SmallAndBig() => Quarterly(quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300)
        .Target(100, Day(2024, 1, 1)).Target(105, Day(2026, 7, 1), Day(2026, 6, 1), "small").Target(300, Day(2026, 7, 1), Day(2026, 6, 10), "big");
}
