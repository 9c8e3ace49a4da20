using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>The running period is off course once half of it was due, each kind of KPI read in its own way.</summary>
public class RunningLifeTests
{
    [Theory]
    [InlineData(90, null)]
    [InlineData(89.9, "2026-02-28")]
    public void A_sum_is_off_course_when_more_than_10_percent_behind_what_was_due_by_now(double aMonth, string? from)
    {
        var year = Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 2, 28), month => month.Start.Year == 2025 ? 100 : (decimal)aMonth)
            .Between(Day(2026, 1, 1), Day(2026, 3, 30));
        year.Is(from is null ? "2026-01-01 not needed" : $"2026-01-01 not needed\n{from} needed: lagging");
    }

    [Fact]
    public void Before_half_of_it_was_due_nothing_is_off_course() =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 1, 31), month => month.Start.Year == 2025 ? 100 : 0)
            .Between(Day(2026, 1, 1), Day(2026, 2, 27)).IsAlways("not needed");

    [Fact]
    public void What_was_due_runs_through_whole_months_that_are_over_and_known()
    {
        // February is known on 10 March, and then both months come to 130 of 200.
        var life = Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month).PublishedAfter(10))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 2, 28), month => month == Month(2026, 2) ? 30 : 100, knownAfter: 10);
        life.Between(Day(2026, 1, 1), Day(2026, 4, 9)).Is("""
            2026-01-01 not needed
            2026-03-10 needed: lagging
            """);
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(91, null)]
    [InlineData(89, "2026-08-31")]
    public void Of_a_year_in_which_a_month_is_missing_only_the_months_that_have_rows_are_due(int aMonth, string? from)
    {
        // January to August without April: seven rows, 700 due.
        var year = Life.Of(Meetings(Cadence.Year).Measured(Cadence.Month))
            .Target(1_200, Day(2024, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 8, 31), month => month == Month(2026, 4) ? null : month.Start.Year < 2026 ? 100 : aMonth);
        Assert.Equal(from is not null, year.On(2026, 8, 31).Lagging is not null);
    }

    [Fact]
    public void Without_a_measuring_cadence_it_runs_through_the_latest_row()
    {
        // 60 of 120 by 15 June: half is due and half is there. That nothing was recorded since is no lag.
        Life.Of(Meetings(Cadence.Month))
            .Target(120, Day(2026, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 5, 31), 120)
            .Measured(Day(2026, 6, 15), 60)
            .Between(Day(2026, 1, 31), Day(2026, 6, 29)).IsAlways("not needed");
        Life.Of(Meetings(Cadence.Month))
            .Target(120, Day(2026, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 5, 31), 120)
            .Measured(Day(2026, 6, 15), 53)
            .Between(Day(2026, 1, 31), Day(2026, 6, 29)).Is("""
                2026-01-31 not needed
                2026-06-15 needed: lagging
                """);
    }

    [Fact]
    public void A_KPI_with_a_spread_of_its_own_is_behind_only_by_that()
    {
        // A shop that sells half of its year in December: after June 6/22 of it is due.
        var shop = Life.Of(Meetings(Cadence.Year).Measured(Cadence.Month))
            .Target(2_200, Day(2024, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month => month.Number == 12 ? 1_100 : 100);
        shop.Where(kpi => kpi.SpreadBy(SeasonalProfile.OfMonths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 11))).In(2026).IsAlways("not needed");
        Assert.NotNull(shop.On(2026, 9, 30).Lagging);
    }

    [Fact]
    public void A_spread_by_weekday_knows_that_little_happens_at_weekends()
    {
        // Twenty a working day. June 2026 begins on a Monday and has 22 of them.
        var month = Life.Of(Meetings(Cadence.Month).Measured(Cadence.Day).SpreadBy(SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 0, 0)))
            .Decided(TargetPlan.Of(
                InDecember2025, Enumerable.Range(1, 12).Select(number => Month(2026, number)).Select(each => (each, Target.Of(20m * WorkingDays(each))))))
            .MeasuredEach(Cadence.Day, Day(2026, 1, 1), Day(2026, 12, 31), day => day.Start.DayOfWeek >= NodaTime.IsoDayOfWeek.Saturday ? 0 : 20);
        month.In(2026).NeverLags();
    }

    [Theory]
    [InlineData(118, false)]
    [InlineData(115, true)]
    public void A_level_of_a_quarter_is_off_course_when_more_than_10_percent_of_the_way_behind_the_line(int atTheEndOfMay, bool lags)
    {
        // From 100, the target of the first quarter, to 130: about 120 at the end of May, and the way is 30.
        var life = Life.Of(Every(Cadence.Quarter, Aggregation.Last).Measured(Cadence.Month))
            .Decided(TargetPlan.Of(InDecember2025, (Quarter(2026, 1), Target.Of(100)), (Quarter(2026, 2), Target.Of(130))))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 4, 30), 110)
            .Measured(Day(2026, 5, 31), atTheEndOfMay);
        life.Between(Day(2026, 3, 31), Day(2026, 6, 29)).Is(lags ? "2026-03-31 not needed\n2026-05-31 needed: lagging" : "2026-03-31 not needed");
    }

    [Fact]
    public void A_level_without_a_target_before_is_silent_until_its_quarter_is_over() =>
        Life.Of(Every(Cadence.Quarter, Aggregation.Last).Measured(Cadence.Month))
            .Target(130, Day(2026, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 3, 31), 50)
            .Between(Day(2026, 1, 1), Day(2026, 3, 31)).Holds(day => day.IsLagging == (day.Date == Day(2026, 3, 31)), "lagging on the last day only");

    [Theory]
    [InlineData(Direction.HigherIsBetter, 5, 2, "2026-06-30")]
    [InlineData(Direction.HigherIsBetter, 5, 3, "2026-07-31")]
    [InlineData(Direction.HigherIsBetter, 5, 4.9, null)]
    [InlineData(Direction.LowerIsBetter, 5, 8, "2026-06-30")]
    [InlineData(Direction.LowerIsBetter, 5, 5.1, null)]
    public void The_rate_of_a_year_is_off_course_when_the_rest_would_have_to_be_better_than_the_target_by_more_than_half_of_it(
        Direction direction, double target, double soFar, string? from)
    {
        // 2 % until June: the second half would have to average 8 %, and 7.5 % is the most that is thought possible.
        // 3 % until July: 47 % are left for 5 months, 7.8 % each; until June it was 7 %.
        var life = Life.Of(Rate(Cadence.Year, direction).Measured(Cadence.Month))
            .Target((decimal)target, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 11, 30), month => month.Start.Year == 2025 ? (decimal)target : (decimal)soFar);
        life.Between(Day(2026, 1, 1), Day(2026, 11, 30)).Is(from is null ? "2026-01-01 not needed" : $"2026-01-01 not needed\n{from} needed: lagging");
    }

    [Fact]
    public void A_rate_at_2_percent_of_5_percent_in_December_is_no_rate_that_meets_its_target()
    {
        var life = Life.Of(Rate(Cadence.Year).Measured(Cadence.Month))
            .Target(5, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 11, 30), month => month.Start.Year == 2025 ? 5 : 2);
        var need = life.On(2026, 12, 15);
        Assert.Equal("needed: lagging", LifeDay.Short(need));
        Assert.Equal("2026", need.Lagging!.Period.Label);
        // 60 - 11 * 2 = 38 for one month.
        Assert.Contains("38", need.Lagging.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Aggregation.Min)]
    [InlineData(Aggregation.Max)]
    [InlineData(Aggregation.First)]
    public void A_smallest_a_largest_or_a_first_value_is_silent_until_the_period_is_over(Aggregation aggregation) =>
        Life.Of(Every(Cadence.Year, aggregation).Measured(Cadence.Month))
            .Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start.Year == 2025 ? 100 : 1)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-12-31 needed: lagging
                """);

    [Fact]
    public void A_band_is_silent_until_the_period_is_over() =>
        Life.Of(Rate(Cadence.Year, Direction.WithinBand).Measured(Cadence.Month))
            .Target(Target.Within(Band.Between(40, 60)), Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start.Year == 2025 ? 50 : 10)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-12-31 needed: lagging
                """);

    [Fact]
    public void The_rate_of_a_month_is_silent_until_the_month_is_over() =>
        Life.Of(Rate(Cadence.Month).Measured(Cadence.Day))
            .Target(50, Day(2026, 5, 1))
            .MeasuredEach(Cadence.Day, Day(2026, 5, 1), Day(2026, 6, 30), day => day.Start.Month == 5 ? 50 : 10)
            .Between(Day(2026, 5, 31), Day(2026, 6, 30)).Is("""
                2026-05-31 not needed
                2026-06-30 needed: lagging
                """);

    private static int WorkingDays(ReportingPeriod month) => month.Children(Cadence.Day).Count(day => day.Start.DayOfWeek < NodaTime.IsoDayOfWeek.Saturday);
}
