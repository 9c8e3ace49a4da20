using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// Periods and comparisons against what products publish and peers test: the period kinds of <c>product-doc-vectors.json</c> and <c>okr-peer-vectors.json</c>,
/// every case of each kind.
/// A source that tells growth from zero (as 0 %, say) is answered with "undefined", as the library does; nothing else is left out.
/// </summary>
public class PeriodProductVectorTests
{
    public static TheoryData<string> PercentChanges => ListedVector.Ids(ListedVector.Products, "percent-change");

    public static TheoryData<string> LikeForLikeFactors => ListedVector.Ids(ListedVector.Products, "like-for-like-factor");

    public static TheoryData<string> IsoWeeks => ListedVector.Ids(ListedVector.Products, "iso-week");

    public static TheoryData<string> RetailYearEnds => ListedVector.Ids(ListedVector.Products, "fiscal-52-53-year-ends");

    public static TheoryData<string> RetailQuarterEnds => ListedVector.Ids(ListedVector.Products, "fiscal-52-53-quarter-ends");

    public static TheoryData<string> RetailWeeks => ListedVector.Ids(ListedVector.Products, "fiscal-52-53-weeks");

    public static TheoryData<string> FiscalQuarters => ListedVector.Ids(ListedVector.Products, "fiscal-quarter");

    public static TheoryData<string> FiscalQuartersOfDates => ListedVector.Ids(ListedVector.Products, "fiscal-quarter-of-date");

    public static TheoryData<string> OffsetWindows => ListedVector.Ids(ListedVector.Products, "offset-window");

    public static TheoryData<string> OffsetWindowRanges => ListedVector.Ids(ListedVector.Products, "offset-window-range");

    public static TheoryData<string> ElapsedConventions => ListedVector.Ids(ListedVector.Products, "pace-elapsed-convention");

    public static TheoryData<string> PartialComparisons => ListedVector.Ids(ListedVector.Products, "period-comparison-partial");

    public static TheoryData<string> Projections => ListedVector.Ids(ListedVector.Products, "projection-run-rate");

    public static TheoryData<string> Quarters => ListedVector.Ids(ListedVector.Peers, "calendar_quarter");

    public static TheoryData<string> QuarterBounds => ListedVector.Ids(ListedVector.Peers, "calendar_quarter_bounds");

    public static TheoryData<string> DaysBetween => ListedVector.Ids(ListedVector.Peers, "calendar_days_between");

    public static TheoryData<string> Overlaps => ListedVector.Ids(ListedVector.Peers, "period_overlap");

    public static TheoryData<string> GrowthRates => ListedVector.Ids(ListedVector.Peers, "growth_rate");

    public static TheoryData<string> QuarterProgress => ListedVector.Ids(ListedVector.Peers, "quarter_progress");

    [Theory]
    [MemberData(nameof(PercentChanges))]
    public void Change_in_percent(string id) => CheckGrowth(ListedVector.Case(ListedVector.Products, "percent-change", id), "changePercent");

    [Theory]
    [MemberData(nameof(GrowthRates))]
    public void Growth_rate(string id) => CheckGrowth(ListedVector.Case(ListedVector.Peers, "growth_rate", id), "growth_percent");

    [Theory]
    [MemberData(nameof(LikeForLikeFactors))]
    public void The_factor_that_cuts_a_whole_month_to_the_days_so_far(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "like-for-like-factor", id);
        var month = ReportingCalendar.Standard.Parse("2023").Children(Cadence.Month).Concat(ReportingCalendar.Standard.Parse("2024").Children(Cadence.Month))
            .First(each => each.Days == (int)vector.Number("daysInMonth"));
        var expected = vector.Expected.GetProperty("factor").GetDecimal();
        Assert.Equal(expected, decimal.Round(month.ElapsedShare(month.Start.PlusDays((int)vector.Number("daysWithData") - 1)), expected.Scale));
    }

    [Theory]
    [MemberData(nameof(IsoWeeks))]
    public void Iso_week_of_a_date(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "iso-week", id);
        Assert.Equal(
            FormattableString.Invariant($"{vector.Expected.GetProperty("weekYear").GetInt32():0000}-W{vector.Expected.GetProperty("week").GetInt32():00}"),
            ReportingCalendar.Standard.PeriodOf(vector.Date("date")!.Value, Cadence.Week).Label);
    }

    [Theory]
    [MemberData(nameof(RetailYearEnds))]
    public void Retail_years_end_one_after_the_other(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "fiscal-52-53-year-ends", id);
        LocalDate[] ends = [.. vector.Expected.GetProperty("yearEnds").EnumerateArray().Select(Date)];
        Assert.Equal(ends, From(Retail(vector).PeriodOf(ends[0], Cadence.Year), ends.Length).Select(year => year.End));
    }

    [Theory]
    [MemberData(nameof(RetailQuarterEnds))]
    public void Retail_quarters_end_one_after_the_other(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "fiscal-52-53-quarter-ends", id);
        LocalDate[] ends = [.. vector.Expected.GetProperty("quarterEnds").EnumerateArray().Select(Date)];
        Assert.Equal(ends, From(Retail(vector).PeriodOf(ends[0], Cadence.Quarter), ends.Length).Select(quarter => quarter.End));
    }

    [Theory]
    [MemberData(nameof(RetailWeeks))]
    public void Weeks_of_the_quarters_of_a_retail_year(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "fiscal-52-53-weeks", id);
        var year = Retail(vector).PeriodOf(vector.Date("date")!.Value, Cadence.Year);
        Assert.Equal(
            vector.Expected.GetProperty("weeksPerQuarter").EnumerateArray().Select(weeks => weeks.GetInt32()),
            year.Children(Cadence.Quarter).Select(quarter => quarter.Children(Cadence.Week).Count));
    }

    [Theory]
    [MemberData(nameof(FiscalQuarters))]
    public void Dates_of_a_fiscal_quarter(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "fiscal-quarter", id);
        var quarter = Fiscal(vector).Parse(OurLabel(vector, vector.Text("label")!));
        Assert.Equal((Date(vector.Expected.GetProperty("startDate")), Date(vector.Expected.GetProperty("endDate"))), (quarter.Start, quarter.End));
    }

    [Theory]
    [MemberData(nameof(FiscalQuartersOfDates))]
    public void Fiscal_quarter_of_a_date(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "fiscal-quarter-of-date", id);
        Assert.Equal(
            OurLabel(vector, vector.Expected.GetProperty("label").GetString()!), Fiscal(vector).PeriodOf(vector.Date("date")!.Value, Cadence.Quarter).Label);
    }

    [Theory]
    [MemberData(nameof(OffsetWindows))]
    public void Change_against_an_offset_window(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "offset-window", id);
        Assert.Equal(vector.Expected.GetProperty("difference").GetDecimal(), Growth.Of(vector.Number("currentTotal"), vector.Number("offsetTotal")).Change);
    }

    [Theory]
    [MemberData(nameof(OffsetWindowRanges))]
    public void Dates_of_an_offset_window(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "offset-window-range", id);
        var comparison = PeriodComparison.WithDaysBefore(ReportingCalendar.Standard.Parse(vector.Text("period")!), (int)vector.Number("offsetDays"));
        Assert.Equal(new DateInterval(Date(vector.Expected.GetProperty("from")), Date(vector.Expected.GetProperty("to"))), comparison.Against);
    }

    [Theory]
    [MemberData(nameof(ElapsedConventions))]
    public void A_budget_over_pace_with_and_without_today(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "pace-elapsed-convention", id);
        var cycle = Cycle.Between(new LocalDate(2023, 1, 1), new LocalDate(2023, 1, 1).PlusDays((int)vector.Number("daysInMonth") - 1));
        var today = cycle.Start.PlusDays((int)vector.Number("dayOfMonth") - 1);
        Assert.Equal(vector.Expected.GetProperty("overPaceWhenElapsedIncludesToday").GetDecimal(), Over(today));
        Assert.Equal(vector.Expected.GetProperty("overPaceWhenElapsedExcludesToday").GetDecimal(), Over(today.PlusDays(-1)));

        decimal Over(LocalDate asOf) =>
            decimal.Round(vector.Number("spent") - (vector.Number("budget") * cycle.ElapsedShare(asOf)), 2, MidpointRounding.AwayFromZero);
    }

    [Theory]
    [MemberData(nameof(PartialComparisons))]
    public void The_growth_of_a_running_period_against_a_whole_one_is_withheld(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "period-comparison-partial", id);
        var comparison = PeriodComparison.WithPrevious(ReportingCalendar.Standard.Parse("2023-06"));
        var asOf = vector.Input.GetProperty("partial").GetBoolean() ? new LocalDate(2023, 6, 5) : new LocalDate(2023, 6, 30);
        var growth = comparison.GrowthAsOf(asOf, vector.Number("currentPartial"), vector.Number("previousComplete"));
        Assert.Equal(Optional(vector.Expected.GetProperty("reportedChangePercent")), Percent(growth));
        Assert.Equal(vector.Input.GetProperty("partial").GetBoolean(), growth.State == GrowthState.StillRunning);
        Assert.Equal(vector.Expected.GetProperty("naiveChangePercent").GetDecimal(), Percent(Growth.Of(growth.Current, growth.Earlier)));
    }

    [Theory]
    [MemberData(nameof(Projections))]
    public void The_running_period_at_its_rate_so_far_against_the_one_before(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "projection-run-rate", id);
        var asOf = vector.Date("asOf")!.Value;
        var period = ReportingCalendar.Standard.PeriodOf(asOf, Enum.Parse<Cadence>(vector.Text("period")!, ignoreCase: true));
        var passed = period.ElapsedShare(vector.Text("elapsedConvention") == "inclusive-of-asOf" ? asOf : asOf.PlusDays(-1));
        var (current, earlier) = (vector.Number("currentToDate"), vector.Number("previousPeriodValue"));
        Assert.Equal(vector.Expected.GetProperty("change").GetDecimal(), decimal.Round(Growth.Of(current, earlier).Rate!.Value, 2));
        Assert.Equal(vector.Expected.GetProperty("projectedChange").GetDecimal(), decimal.Round(Growth.Of(current / passed, earlier).Rate!.Value, 2));
    }

    [Theory]
    [MemberData(nameof(Quarters))]
    public void Quarter_of_a_date(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "calendar_quarter", id);
        Assert.Equal(
            vector.Expected.GetProperty("quarter").GetInt32(), ReportingCalendar.Standard.PeriodOf(vector.Date("date")!.Value, Cadence.Quarter).Number);
    }

    [Theory]
    [MemberData(nameof(QuarterBounds))]
    public void Dates_of_a_quarter(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "calendar_quarter_bounds", id);
        Assert.Equal(new DateInterval(Date(vector.Expected.GetProperty("start")), Date(vector.Expected.GetProperty("end"))), Quarter(vector).Dates);
    }

    [Theory]
    [MemberData(nameof(DaysBetween))]
    public void Days_from_a_date_to_another(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "calendar_days_between", id);
        var (start, end) = (ReportingCalendar.Standard.Parse(vector.Text("start")!), ReportingCalendar.Standard.Parse(vector.Text("end")!));
        Assert.Equal(vector.Expected.GetProperty("days").GetInt32(), start.StepsTo(end));
    }

    [Theory]
    [MemberData(nameof(Overlaps))]
    public void Spans_that_overlap(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "period_overlap", id);
        var (one, other) = (Span("window"), Span("other"));
        Assert.Equal(vector.Expected.GetProperty("overlaps").GetBoolean(), one.Overlaps(other));
        Assert.Equal(one.Overlaps(other), other.Overlaps(one));

        Cycle Span(string name) => Cycle.Between(Date(vector.Input.GetProperty(name)[0]), Date(vector.Input.GetProperty(name)[1]));
    }

    [Theory]
    [MemberData(nameof(QuarterProgress))]
    public void How_much_of_a_quarter_has_passed(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "quarter_progress", id);
        var quarter = Quarter(vector);
        var asOf = vector.Date("as_of")!.Value;
        Assert.Equal(vector.Expected.GetProperty("is_future").GetBoolean(), asOf < quarter.Start);
        Assert.InRange(quarter.ElapsedShare(asOf) - vector.Expected.GetProperty("expected_ratio").GetDecimal(), -vector.Tolerance, vector.Tolerance);
    }

    private static void CheckGrowth(ListedVector vector, string expected)
    {
        var growth = Growth.Of(vector.OptionalNumber("current"), vector.OptionalNumber("previous"));
        if (vector.OptionalNumber("previous") == 0m)
        {
            Assert.Equal(GrowthState.ZeroBase, growth.State);
            Assert.Null(growth.Rate);
        }
        else
        {
            Assert.Equal(Optional(vector.Expected.GetProperty(expected)), Percent(growth));
        }
    }

    private static decimal? Percent(Growth growth) => growth.Rate is { } rate ? decimal.Round(rate * 100m, 1, MidpointRounding.AwayFromZero) : null;

    private static decimal? Optional(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();

    private static IEnumerable<ReportingPeriod> From(ReportingPeriod first, int count) => Enumerable.Range(0, count).Select(first.Plus);

    private static ReportingPeriod Quarter(ListedVector vector) =>
        ReportingCalendar.Standard.Parse(FormattableString.Invariant($"{(int)vector.Number("year"):0000}-Q{(int)vector.Number("quarter")}"));

    private static ReportingCalendar Fiscal(ListedVector vector) => ReportingCalendar.Fiscal(((int)vector.Number("fiscalYearEndMonth") % 12) + 1);

    // 2011Q4 there is FY2011-Q4 here, or 2011-Q4 when the fiscal year is the calendar year.
    private static string OurLabel(ListedVector vector, string label) =>
        $"{((int)vector.Number("fiscalYearEndMonth") == 12 ? "" : "FY")}{label[..4]}-{label[4..]}";

    private static ReportingCalendar Retail(ListedVector vector)
    {
        var (lastDay, month) = (Enum.Parse<IsoDayOfWeek>(vector.Text("weekday")!), (int)vector.Number("month"));
        var year = vector.Text("variation") == "last"
            ? RetailYear.EndingOnLast(lastDay, month, RetailMonths.FourFourFive)
            : RetailYear.EndingNearest(lastDay, month, RetailMonths.FourFourFive);
        return ReportingCalendar.Retail(vector.OptionalNumber("extraWeekQuarter") is { } quarter ? year.WithExtraWeekIn((int)quarter) : year);
    }

    private static LocalDate Date(JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value;
}
