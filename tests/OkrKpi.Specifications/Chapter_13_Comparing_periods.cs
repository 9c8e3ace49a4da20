using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_13_Comparing_periods
{
    [Fact]
    public void A_month_is_compared_with_the_month_before() =>
        Assert.Equal(Span(Day(2026, 6, 1), Day(2026, 6, 30)), PeriodComparison.WithPrevious(Standard("2026-07")).Against);

    [Fact]
    public void Or_with_the_same_month_last_year() =>
        Assert.Equal(Span(Day(2025, 7, 1), Day(2025, 7, 31)), PeriodComparison.WithLastYear(Standard("2026-07")).Against);

    [Fact]
    public void A_running_month_is_compared_to_date_with_as_many_days_of_the_month_before()
    {
        var comparison = PeriodComparison.WithPrevious(Standard("2026-07")).ToDate(Day(2026, 7, 10));
        Assert.Equal(Span(Day(2026, 7, 1), Day(2026, 7, 10)), comparison.Span);
        Assert.Equal(Span(Day(2026, 6, 1), Day(2026, 6, 10)), comparison.Against);
    }

    [Fact]
    public void The_30th_of_March_is_compared_with_all_of_February() =>
        Assert.Equal(Span(Day(2026, 2, 1), Day(2026, 2, 28)), PeriodComparison.WithPrevious(Standard("2026-03")).ToDate(Day(2026, 3, 30)).Against);

    [Fact]
    public void A_leap_year_to_the_1st_of_March_is_compared_with_61_days_or_with_the_same_dates()
    {
        var year = PeriodComparison.WithLastYear(Standard("2024"));
        Assert.Equal(Day(2023, 3, 2), year.ToDate(Day(2024, 3, 1)).Against!.End);
        Assert.Equal(Day(2023, 3, 1), year.ToDate(Day(2024, 3, 1), SpanToDate.SameDates).Against!.End);
    }

    [Fact]
    public void The_growth_of_a_running_period_is_withheld_until_it_is_compared_to_date()
    {
        var comparison = PeriodComparison.WithPrevious(Standard("2026-07"));
        Assert.Equal(GrowthState.StillRunning, comparison.GrowthAsOf(Day(2026, 7, 10), 40m, 100m).State);
        Assert.Equal(0.25m, comparison.ToDate(Day(2026, 7, 10)).GrowthAsOf(Day(2026, 7, 10), 40m, 32m).Rate);
    }

    [Fact]
    public void After_a_retail_year_of_53_weeks_week_1_is_compared_with_week_2_of_the_restated_year()
    {
        var week = ReportingCalendar.UnitedStatesRetail.Parse("FY2024-W01");
        Assert.Equal(ReportingCalendar.UnitedStatesRetail.Parse("FY2023-W02").Dates, PeriodComparison.WithLastYear(week).Against);
    }

    [Fact]
    public void Or_with_week_1_when_weeks_are_aligned_by_number()
    {
        var week = ReportingCalendar.UnitedStatesRetail.Parse("FY2024-W01");
        Assert.Equal(ReportingCalendar.UnitedStatesRetail.Parse("FY2023-W01").Dates, PeriodComparison.WithLastYear(week, ExtraWeek.AlignByWeek).Against);
    }

    [Fact]
    public void The_year_after_a_long_one_is_compared_with_its_last_52_weeks_restated_or_its_first_52_dropped()
    {
        var (year, longYear) = (ReportingCalendar.UnitedStatesRetail.Parse("FY2024"), ReportingCalendar.UnitedStatesRetail.Parse("FY2023"));
        Assert.Equal(Span(longYear.Start.PlusWeeks(1), longYear.End), PeriodComparison.WithLastYear(year).Against);
        Assert.Equal(Span(longYear.Start, longYear.End.PlusWeeks(-1)), PeriodComparison.WithLastYear(year, ExtraWeek.Drop).Against);
    }

    [Fact]
    public void A_long_year_is_compared_without_its_week_53_unless_weeks_are_aligned_by_number()
    {
        var (longYear, before) = (ReportingCalendar.UnitedStatesRetail.Parse("FY2023"), ReportingCalendar.UnitedStatesRetail.Parse("FY2022"));
        var restated = PeriodComparison.WithLastYear(longYear);
        Assert.Equal((Span(longYear.Start, longYear.End.PlusWeeks(-1)), before.Dates), (restated.Span, restated.Against));
        Assert.Equal(restated, PeriodComparison.WithLastYear(longYear, ExtraWeek.Drop));
        Assert.Equal(
            (longYear.Dates, before.Dates),
            (PeriodComparison.WithLastYear(longYear, ExtraWeek.AlignByWeek).Span, PeriodComparison.WithLastYear(longYear, ExtraWeek.AlignByWeek).Against));
    }

    [Fact]
    public void Week_53_has_no_week_to_be_compared_with()
    {
        Assert.Null(PeriodComparison.WithLastYear(ReportingCalendar.UnitedStatesRetail.Parse("FY2023-W53")).Against);
        Assert.Null(PeriodComparison.WithLastYear(Standard("2026-W53")).Against);
        Assert.Null(Standard("2026-W53").SameLastYear);
    }

    [Fact]
    public void Three_trailing_months_hold_the_current_one_and_three_preceding_ones_do_not()
    {
        Assert.Equal(["2026-05", "2026-06", "2026-07"], Standard("2026-07").Trailing(3).Select(month => month.Label));
        Assert.Equal(["2026-04", "2026-05", "2026-06"], Standard("2026-07").Preceding(3).Select(month => month.Label));
    }

    [Fact]
    public void The_months_of_the_fiscal_year_to_date_begin_with_its_first() =>
        Assert.Equal(
            ["2026-04", "2026-05", "2026-06", "2026-07"], ReportingCalendar.Fiscal(4).Parse("2026-07").CumulativeIn(Cadence.Year).Select(month => month.Label));

    [Fact]
    public void Growth_is_the_change_divided_by_the_size_of_the_earlier_value() => Assert.Equal(0.5m, Growth.Of(150m, 100m).Rate);

    [Fact]
    public void Growth_from_zero_is_undefined_and_the_change_is_still_known()
    {
        var growth = Growth.Of(40m, 0m);
        Assert.Equal((GrowthState.ZeroBase, null, 40m), (growth.State, growth.Rate, growth.Change!.Value));
    }

    [Fact]
    public void Growth_from_a_loss_to_a_profit_is_positive_or_not_told()
    {
        Assert.Equal(1.5m, Growth.Of(50m, -100m).Rate);
        Assert.Equal(GrowthState.NegativeBase, Growth.Of(50m, -100m, NegativeBase.Undefined).State);
    }

    [Fact]
    public void Growth_with_a_missing_value_is_missing_and_not_zero() => Assert.Equal(GrowthState.MissingValue, Growth.Of(50m, null).State);

    private static ReportingPeriod Standard(string label) => ReportingCalendar.Standard.Parse(label);

    private static DateInterval Span(LocalDate start, LocalDate end) => new(start, end);
}
