using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// Periods against the calendar oracle in <c>tests/vectors/periods-pandas.json</c>, one theory a kind; every case of the kind in the file is run, every row of
/// it.
/// </summary>
public class PeriodVectorTests
{
    private const string File = "periods-pandas.json";

    private static readonly string[] Run =
    [
        "civil", "fiscal-by-start-month", "iso-year", "fy5253-year-ends", "fy5253-quarters", "fy5253-lookup", "period-distance", "elapsed", "add-months"
    ];

    public static TheoryData<string> Civil => Vectors.Ids(File, "civil");

    public static TheoryData<string> Fiscal => Vectors.Ids(File, "fiscal-by-start-month");

    public static TheoryData<string> IsoYears => Vectors.Ids(File, "iso-year");

    public static TheoryData<string> YearEnds => Vectors.Ids(File, "fy5253-year-ends");

    public static TheoryData<string> RetailQuarters => Vectors.Ids(File, "fy5253-quarters");

    public static TheoryData<string> RetailLookups => Vectors.Ids(File, "fy5253-lookup");

    public static TheoryData<string> Distances => Vectors.Ids(File, "period-distance");

    public static TheoryData<string> Elapsed => Vectors.Ids(File, "elapsed");

    public static TheoryData<string> AddMonths => Vectors.Ids(File, "add-months");

    [Fact]
    public void Every_kind_of_the_file_is_run() => Assert.Equal(Run.Order(StringComparer.Ordinal), Vectors.Kinds(File));

    [Theory]
    [MemberData(nameof(Civil))]
    public void Calendar_months_quarters_and_weeks(string id)
    {
        var vector = Vectors.Case(File, id);
        var date = Date(vector.GetProperty("date"));
        var month = ReportingCalendar.Standard.PeriodOf(date, Cadence.Month);
        var quarter = ReportingCalendar.Standard.PeriodOf(date, Cadence.Quarter);
        var week = ReportingCalendar.Standard.PeriodOf(date, Cadence.Week);
        var day = ReportingCalendar.Standard.PeriodOf(date, Cadence.Day);
        Assert.Equal((Date(vector.GetProperty("monthStart")), Date(vector.GetProperty("monthEnd"))), (month.Start, month.End));
        Assert.Equal((vector.GetProperty("month").GetInt32(), vector.GetProperty("daysInMonth").GetInt32()), (month.Number, month.Days));
        Assert.Equal((Date(vector.GetProperty("quarterStart")), Date(vector.GetProperty("quarterEnd"))), (quarter.Start, quarter.End));
        Assert.Equal((vector.GetProperty("quarter").GetInt32(), vector.GetProperty("daysInQuarter").GetInt32()), (quarter.Number, quarter.Days));
        Assert.Equal(vector.GetProperty("dayOfQuarter").GetDecimal() / quarter.Days, quarter.ElapsedShare(date));
        Assert.Equal(vector.GetProperty("dayOfYear").GetInt32(), day.Number);
        Assert.Equal(vector.GetProperty("leapYear").GetBoolean() ? 366 : 365, day.Parent(Cadence.Year).Days);
        Assert.Equal(FormattableString.Invariant($"{vector.GetProperty("year").GetInt32()}-Q{vector.GetProperty("quarter").GetInt32()}"), quarter.Label);
        Assert.Equal(
            FormattableString.Invariant($"{vector.GetProperty("isoYear").GetInt32():0000}-W{vector.GetProperty("isoWeek").GetInt32():00}"), week.Label);
        Assert.Equal(vector.GetProperty("isoWeek").GetInt32(), week.Number);
        Assert.Equal(vector.GetProperty("isoDay").GetInt32(), week.Children(Cadence.Day).ToList().IndexOf(day) + 1);
        foreach (var first in vector.GetProperty("weekStartByFirstDay").EnumerateObject())
        {
            var calendar = ReportingCalendar.Standard.WeeksFrom(Enum.Parse<IsoDayOfWeek>(first.Name));
            Assert.Equal(Date(first.Value), calendar.PeriodOf(date, Cadence.Week).Start);
        }
    }

    // Row: start month, year named by its end, year named by its start, quarter, month and half of the year, year start and end, quarter start and end.
    [Theory]
    [MemberData(nameof(Fiscal))]
    public void Fiscal_years_and_quarters_from_any_month(string id)
    {
        var vector = Vectors.Case(File, id);
        var date = Date(vector.GetProperty("date"));
        foreach (var row in Rows(vector))
        {
            var startMonth = row[0].GetInt32();
            var byEnd = ReportingCalendar.Fiscal(startMonth);
            var year = byEnd.PeriodOf(date, Cadence.Year);
            var quarter = byEnd.PeriodOf(date, Cadence.Quarter);
            Assert.Equal(row[1].GetInt32(), year.FiscalYear);
            Assert.Equal(row[2].GetInt32(), ReportingCalendar.Fiscal(startMonth, FiscalYearNaming.ByStartYear).PeriodOf(date, Cadence.Year).FiscalYear);
            Assert.EndsWith(FormattableString.Invariant($"-Q{row[3].GetInt32()}"), quarter.Label, StringComparison.Ordinal);
            Assert.Equal(row[4].GetInt32(), byEnd.PeriodOf(date, Cadence.Month).Number);
            Assert.EndsWith(FormattableString.Invariant($"-H{row[5].GetInt32()}"), byEnd.PeriodOf(date, Cadence.HalfYear).Label, StringComparison.Ordinal);
            Assert.Equal((Date(row[6]), Date(row[7])), (year.Start, year.End));
            Assert.Equal((Date(row[8]), Date(row[9])), (quarter.Start, quarter.End));
        }
    }

    [Theory]
    [MemberData(nameof(IsoYears))]
    public void Iso_years_have_their_weeks(string id)
    {
        var vector = Vectors.Case(File, id);
        var first = ReportingCalendar.Standard.PeriodOf(Date(vector.GetProperty("week1Start")), Cadence.Week);
        var last = ReportingCalendar.Standard.PeriodOf(Date(vector.GetProperty("lastWeekEnd")), Cadence.Week);
        var year = vector.GetProperty("isoYear").GetInt32();
        var weeks = vector.GetProperty("weeks").GetInt32();
        Assert.Equal(FormattableString.Invariant($"{year:0000}-W01"), first.Label);
        Assert.Equal(FormattableString.Invariant($"{year:0000}-W{weeks:00}"), last.Label);
        Assert.Equal((Date(vector.GetProperty("week1Start")), Date(vector.GetProperty("lastWeekEnd"))), (first.Start, last.End));
        Assert.Equal(weeks, ReportingCalendar.Standard.Parse(FormattableString.Invariant($"{year:0000}")).Children(Cadence.Week).Count);
        Assert.Equal(weeks == 53, ReportingCalendar.Standard.TryParse(FormattableString.Invariant($"{year:0000}-W53"), out _));
    }

    // Row: the year the anchor month lies in, the last day, the number of weeks.
    [Theory]
    [MemberData(nameof(YearEnds))]
    public void Retail_years_end_where_their_rule_says(string id)
    {
        var vector = Vectors.Case(File, id);
        var calendar = Retail(vector, RetailMonths.FourFourFive);
        foreach (var row in Rows(vector))
        {
            var year = calendar.PeriodOf(Date(row[1]), Cadence.Year);
            Assert.Equal((row[0].GetInt32(), Date(row[1]), row[2].GetInt32() * 7), (year.FiscalYear, year.End, year.Days));
            Assert.Equal(row[2].GetInt32(), year.Children(Cadence.Week).Count);
        }
    }

    [Theory]
    [MemberData(nameof(RetailQuarters))]
    public void Retail_quarters_and_months_have_their_weeks(string id)
    {
        var vector = Vectors.Case(File, id);
        foreach (var expected in vector.GetProperty("years").EnumerateArray())
        {
            foreach (var pattern in expected.GetProperty("monthEnds").EnumerateObject())
            {
                var year = Retail(vector, Months(pattern.Name)).Parse(FormattableString.Invariant($"FY{expected.GetProperty("anchorYear").GetInt32():0000}"));
                Assert.Equal((Date(expected.GetProperty("start")), Date(expected.GetProperty("end"))), (year.Start, year.End));
                Assert.Equal(expected.GetProperty("weeks").GetInt32(), year.Children(Cadence.Week).Count);
                Assert.Equal(expected.GetProperty("quarterEnds").EnumerateArray().Select(Date), year.Children(Cadence.Quarter).Select(quarter => quarter.End));
                Assert.Equal(pattern.Value.EnumerateArray().Select(Date), year.Children(Cadence.Month).Select(month => month.End));
            }
        }
    }

    // Row: date, anchor year, quarter, week of the year, month by 4-4-5, by 4-5-4, by 5-4-4.
    [Theory]
    [MemberData(nameof(RetailLookups))]
    public void A_date_lies_in_its_retail_week_month_and_quarter(string id)
    {
        var vector = Vectors.Case(File, id);
        foreach (var row in Rows(vector))
        {
            foreach (var (months, column) in new[] { (RetailMonths.FourFourFive, 4), (RetailMonths.FourFiveFour, 5), (RetailMonths.FiveFourFour, 6) })
            {
                var day = Retail(vector, months).PeriodOf(Date(row[0]), Cadence.Day);
                Assert.Equal(
                    (row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32(), row[column].GetInt32()),
                    (day.FiscalYear, day.Parent(Cadence.Quarter).Number, day.Parent(Cadence.Week).Number, day.Parent(Cadence.Month).Number));
            }
        }
    }

    // Row: from, to, then steps in days, weeks, months, quarters, years, and in quarters and years of fiscal years from April.
    [Theory]
    [MemberData(nameof(Distances))]
    public void Steps_between_the_periods_of_two_dates(string id)
    {
        var april = ReportingCalendar.Fiscal(4);
        (ReportingCalendar Calendar, Cadence Cadence)[] columns =
        [
            (ReportingCalendar.Standard, Cadence.Day), (ReportingCalendar.Standard, Cadence.Week), (ReportingCalendar.Standard, Cadence.Month),
            (ReportingCalendar.Standard, Cadence.Quarter), (ReportingCalendar.Standard, Cadence.Year), (april, Cadence.Quarter), (april, Cadence.Year),
        ];
        foreach (var row in Rows(Vectors.Case(File, id)))
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var (calendar, cadence) = columns[column];
                Assert.Equal(row[column + 2].GetInt32(), calendar.PeriodOf(Date(row[0]), cadence).StepsTo(calendar.PeriodOf(Date(row[1]), cadence)));
            }
        }
    }

    // Row: first and last date, last completed day, days, elapsed days, the same of Mondays to Fridays, and of those that are no holidays.
    [Theory]
    [MemberData(nameof(Elapsed))]
    public void The_elapsed_part_of_a_span_in_days_and_in_business_days(string id)
    {
        var vector = Vectors.Case(File, id);
        var weekdays = BusinessDays.MondayToFriday;
        var open = weekdays.Without(vector.GetProperty("holidays").EnumerateArray().Select(Date));
        foreach (var row in Rows(vector))
        {
            var (start, end, asOf) = (Date(row[0]), Date(row[1]), Date(row[2]));
            var cycle = Cycle.Between(start, end);
            Assert.Equal(row[3].GetInt32(), cycle.Days);
            Assert.Equal((decimal)row[4].GetInt32() / row[3].GetInt32(), cycle.ElapsedShare(asOf));
            Assert.Equal((row[5].GetInt32(), row[6].GetInt32()), (weekdays.Between(start, end), weekdays.Between(start, asOf)));
            Assert.Equal((row[7].GetInt32(), row[8].GetInt32()), (open.Between(start, end), open.Between(start, asOf)));
            Assert.Equal((decimal)row[8].GetInt32() / row[7].GetInt32(), open.ElapsedShare(start, end, asOf));
        }
    }

    // Row: start, months, the date so many months later. A cycle ends the day before; one of no or negative months cannot be.
    [Theory]
    [MemberData(nameof(AddMonths))]
    public void A_cycle_of_months_ends_the_day_before_the_same_day_of_a_later_month(string id)
    {
        foreach (var row in Rows(Vectors.Case(File, id)))
        {
            var months = row[1].GetInt32();
            if (months > 0)
            {
                Assert.Equal(Date(row[2]), Cycle.OfMonths(Date(row[0]), months).End.PlusDays(1));
            }
            else
            {
                Assert.Throws<ArgumentOutOfRangeException>("months", () => Cycle.OfMonths(Date(row[0]), months));
            }
        }
    }

    private static ReportingCalendar Retail(JsonElement vector, RetailMonths months)
    {
        var (lastDay, month) = (Enum.Parse<IsoDayOfWeek>(vector.GetProperty("endWeekday").GetString()!), vector.GetProperty("anchorMonth").GetInt32());
        var year = vector.GetProperty("variation").GetString() == "last"
            ? RetailYear.EndingOnLast(lastDay, month, months)
            : RetailYear.EndingNearest(lastDay, month, months);
        return ReportingCalendar.Retail(vector.TryGetProperty("extraWeekQuarter", out var quarter) ? year.WithExtraWeekIn(quarter.GetInt32()) : year);
    }

    private static RetailMonths Months(string pattern) => pattern switch
    {
        "4-4-5" => RetailMonths.FourFourFive,
        "4-5-4" => RetailMonths.FourFiveFour,
        "5-4-4" => RetailMonths.FiveFourFour,
        _ => throw new ArgumentException($"{pattern} is no pattern of months.", nameof(pattern)),
    };

    private static JsonElement.ArrayEnumerator Rows(JsonElement vector) => vector.GetProperty("rows").EnumerateArray();

    private static LocalDate Date(JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value;
}
