using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_11_Periods_and_cycles
{
    [Fact]
    public void A_calendar_quarter_is_named_by_year_and_quarter() =>
        Assert.Equal("2026-Q3", ReportingCalendar.Standard.PeriodOf(Day(2026, 7, 1), Cadence.Quarter).Label);

    [Fact]
    public void A_fiscal_year_from_April_is_named_by_the_year_it_ends_in() =>
        Assert.Equal("FY2027-Q1", ReportingCalendar.Fiscal(4).PeriodOf(Day(2026, 4, 1), Cadence.Quarter).Label);

    [Fact]
    public void A_fiscal_year_from_April_may_be_named_by_the_year_it_starts_in() =>
        Assert.Equal("FY2026-Q1", ReportingCalendar.Fiscal(4, FiscalYearNaming.ByStartYear).PeriodOf(Day(2026, 4, 1), Cadence.Quarter).Label);

    [Fact]
    public void The_last_day_before_a_fiscal_year_belongs_to_the_fourth_quarter_before() =>
        Assert.Equal("FY2026-Q4", ReportingCalendar.Fiscal(4).PeriodOf(Day(2026, 3, 31), Cadence.Quarter).Label);

    [Fact]
    public void The_first_of_January_2027_lies_in_ISO_week_53_of_2026() =>
        Assert.Equal("2026-W53", ReportingCalendar.Standard.PeriodOf(Day(2027, 1, 1), Cadence.Week).Label);

    [Fact]
    public void The_week_after_ISO_week_53_of_2026_is_week_1_of_2027() =>
        Assert.Equal("2027-W01", ReportingCalendar.Standard.PeriodOf(Day(2027, 1, 1), Cadence.Week).Next.Label);

    [Fact]
    public void A_period_is_complete_at_the_close_of_its_last_day_and_not_the_day_before()
    {
        var quarter = ReportingCalendar.Standard.PeriodOf(Day(2026, 7, 1), Cadence.Quarter);
        Assert.False(quarter.IsCompleteAsOf(Day(2026, 9, 29)));
        Assert.True(quarter.IsCompleteAsOf(Day(2026, 9, 30)));
    }

    [Fact]
    public void What_is_measured_on_the_date_itself_counts_and_what_comes_later_does_not()
    {
        var measurements = Held(Measurement.On(Day(2026, 2, 1), 40m), Measurement.On(Day(2026, 2, 2), 5m));
        Assert.Equal(40m, KpiAssessment.Of(MeetingsAQuarter(), measurements, Day(2026, 2, 1)).Running!.Actual);
        Assert.Equal(45m, KpiAssessment.Of(MeetingsAQuarter(), measurements, Day(2026, 2, 2)).Running!.Actual);
    }

    [Fact]
    public void A_cycle_contains_its_first_and_its_last_day()
    {
        var cycle = Cycle.Quarter(2026, 3);
        Assert.True(cycle.Contains(Day(2026, 7, 1)));
        Assert.True(cycle.Contains(Day(2026, 9, 30)));
        Assert.False(cycle.Contains(Day(2026, 10, 1)));
    }

    [Fact]
    public void A_cycle_of_a_quarter_has_3_months_and_13_weeks()
    {
        Assert.Equal(3, Cycle.Quarter(2026, 3).Months);
        Assert.Equal(13, Cycle.Quarter(2026, 3).Weeks);
    }

    [Fact]
    public void The_first_day_of_a_cycle_counts_as_passed_at_its_close() => Assert.Equal(1m / 92m, Cycle.Quarter(2026, 3).ElapsedShare(Day(2026, 7, 1)));
}
