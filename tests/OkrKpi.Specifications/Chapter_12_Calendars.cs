using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_12_Calendars
{
    private static readonly ReportingCalendar Retailer = ReportingCalendar.UnitedStatesRetail;

    [Fact]
    public void A_retail_year_of_the_United_States_ends_on_the_Saturday_nearest_to_the_end_of_January() =>
        Assert.Equal(Day(2024, 2, 3), Retailer.Parse("FY2023").End);

    [Fact]
    public void Retail_years_2006_2012_2017_and_2023_have_53_weeks() =>
        Assert.Equal([2006, 2012, 2017, 2023], Enumerable.Range(2006, 18).Where(year => Retailer.Parse($"FY{year}").Children(Cadence.Week).Count == 53));

    [Fact]
    public void The_months_of_a_4_5_4_quarter_have_4_5_and_4_weeks() =>
        Assert.Equal([4, 5, 4], Retailer.Parse("FY2024-Q1").Children(Cadence.Month).Select(month => month.Children(Cadence.Week).Count));

    [Fact]
    public void The_extra_week_of_a_long_year_goes_to_the_last_month_of_its_quarter() =>
        Assert.Equal([4, 5, 5], Retailer.Parse("FY2023-Q4").Children(Cadence.Month).Select(month => month.Children(Cadence.Week).Count));

    [Fact]
    public void The_extra_week_may_go_to_another_quarter()
    {
        var calendar = ReportingCalendar.Retail(RetailYear.EndingOnLast(IsoDayOfWeek.Saturday, 12, RetailMonths.FourFourFive).WithExtraWeekIn(1));
        Assert.Equal([14, 13, 13, 13], calendar.Parse("FY2011").Children(Cadence.Quarter).Select(quarter => quarter.Children(Cadence.Week).Count));
    }

    [Fact]
    public void A_week_belongs_to_the_month_of_its_Thursday()
    {
        var week = ReportingCalendar.Standard.PeriodOf(Day(2026, 6, 29), Cadence.Week);
        Assert.Equal("2026-07", week.Parent(Cadence.Month).Label);
    }

    [Fact]
    public void Or_a_week_is_split_by_days_two_in_June_and_five_in_July()
    {
        var week = ReportingCalendar.Standard.PeriodOf(Day(2026, 6, 29), Cadence.Week);
        Assert.Equal(
            [("2026-06", 2m / 7m), ("2026-07", 5m / 7m)],
            week.SharesIn(Cadence.Month, StraddlingWeek.SplitByDays).Select(share => (share.Period.Label, share.Share)));
    }

    [Fact]
    public void Where_weeks_begin_on_Sunday_and_week_1_contains_New_Year_the_last_days_of_December_are_in_week_1()
    {
        var calendar = ReportingCalendar.Standard.WeeksFrom(IsoDayOfWeek.Sunday).NumberingWeeks(FirstWeek.WithJanuaryFirst);
        Assert.Equal("2026-W01", calendar.PeriodOf(Day(2025, 12, 28), Cadence.Week).Label);
        Assert.Equal("2025-W52", calendar.PeriodOf(Day(2025, 12, 27), Cadence.Week).Label);
    }

    [Fact]
    public void A_day_on_which_the_clock_goes_forward_has_23_hours() => Assert.Equal(23, Hours("America/New_York", Day(2024, 3, 10)));

    [Fact]
    public void A_day_on_which_the_clock_goes_back_has_25_hours() => Assert.Equal(25, Hours("America/New_York", Day(2024, 11, 3)));

    [Fact]
    public void The_hour_the_clock_shows_twice_is_two_hours()
    {
        var hours = ReportingCalendar.Standard.In("America/New_York").Parse("2024-11-03").Children(Cadence.Hour);
        Assert.Equal(["2024-11-03T00", "2024-11-03T01A", "2024-11-03T01B", "2024-11-03T02"], hours.Take(4).Select(hour => hour.Label));
    }

    [Fact]
    public void On_Lord_Howe_the_clock_changes_by_half_an_hour_and_an_hour_is_cut_in_half()
    {
        var calendar = ReportingCalendar.Standard.In("Australia/Lord_Howe");
        var spring = calendar.Parse("2024-10-06");
        Assert.Equal(Duration.FromHours(23.5), spring.EndInstant - spring.StartInstant);
        var hour = calendar.Parse("2024-10-06T02");
        Assert.Equal(Duration.FromMinutes(30), hour.EndInstant - hour.StartInstant);
    }

    [Fact]
    public void A_day_whose_midnight_the_clock_skips_begins_at_one_o_clock() =>
        Assert.Equal(Instant.FromUtc(2018, 11, 4, 3, 0), ReportingCalendar.Standard.In("America/Sao_Paulo").Parse("2018-11-04").StartInstant);

    [Fact]
    public void A_day_whose_midnight_comes_twice_begins_at_the_first() =>
        Assert.Equal(Instant.FromUtc(2024, 11, 3, 4, 0), ReportingCalendar.Standard.In("America/Havana").Parse("2024-11-03").StartInstant);

    [Fact]
    public void The_30th_of_December_2011_that_Samoa_left_out_has_no_instant()
    {
        var day = ReportingCalendar.Standard.In("Pacific/Apia").Parse("2011-12-30");
        Assert.Equal(day.StartInstant, day.EndInstant);
        Assert.Equal(day.EndInstant, day.Next.StartInstant);
        Assert.Empty(day.Children(Cadence.Hour));
    }

    [Fact]
    public void Where_the_clock_goes_back_over_midnight_a_date_once_begun_does_not_end()
    {
        var calendar = ReportingCalendar.Standard.In("America/St_Johns");
        var backOnThe28th = Instant.FromUtc(2006, 10, 29, 2, 45);
        Assert.Equal(Day(2006, 10, 28), backOnThe28th.InZone(calendar.Zone).Date);
        Assert.Equal(Day(2006, 10, 29), calendar.DateOf(backOnThe28th));
    }

    [Fact]
    public void A_label_is_read_back() =>
        Assert.Equal("FY2027-Q1", ReportingCalendar.Fiscal(4).Parse("FY2027-Q1").Label);

    [Fact]
    public void A_label_of_another_calendar_or_of_no_period_is_refused()
    {
        Assert.False(ReportingCalendar.Standard.TryParse("FY2027-Q1", out _));
        Assert.False(ReportingCalendar.Standard.TryParse("2025-W53", out _));
        Assert.True(ReportingCalendar.Standard.TryParse("2026-W53", out _));
        var refusal = Assert.Throws<ArgumentException>("label", () => ReportingCalendar.Standard.Parse("2026-Q5"));
        Assert.Contains("2026-Q3", refusal.Message, StringComparison.Ordinal);
    }

    private static int Hours(string zone, LocalDate date) => ReportingCalendar.Standard.In(zone).PeriodOf(date, Cadence.Day).Children(Cadence.Hour).Count;
}
