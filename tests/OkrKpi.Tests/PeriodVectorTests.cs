using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>Periods against the calendar oracle in <c>tests/vectors/periods-pandas.json</c>, one theory a kind; every case of the kind in the file is run.</summary>
public class PeriodVectorTests
{
    public static TheoryData<string> Civil => Vectors.Ids("periods-pandas.json", "civil");

    public static TheoryData<string> Fiscal => Vectors.Ids("periods-pandas.json", "fiscal-by-start-month");

    public static TheoryData<string> IsoYears => Vectors.Ids("periods-pandas.json", "iso-year");

    [Theory]
    [MemberData(nameof(Civil))]
    public void Calendar_months_quarters_and_weeks(string id)
    {
        var vector = Vectors.Case("periods-pandas.json", id);
        var date = Date(vector.GetProperty("date"));
        var month = ReportingCalendar.Standard.PeriodOf(date, Cadence.Month);
        var quarter = ReportingCalendar.Standard.PeriodOf(date, Cadence.Quarter);
        var week = ReportingCalendar.Standard.PeriodOf(date, Cadence.Week);
        Assert.Equal((Date(vector.GetProperty("monthStart")), Date(vector.GetProperty("monthEnd"))), (month.Start, month.End));
        Assert.Equal((Date(vector.GetProperty("quarterStart")), Date(vector.GetProperty("quarterEnd"))), (quarter.Start, quarter.End));
        Assert.Equal(vector.GetProperty("daysInQuarter").GetInt32(), quarter.Days);
        Assert.Equal(FormattableString.Invariant($"{vector.GetProperty("year").GetInt32()}-Q{vector.GetProperty("quarter").GetInt32()}"), quarter.Label);
        Assert.Equal(FormattableString.Invariant($"{vector.GetProperty("isoYear").GetInt32():0000}-W{vector.GetProperty("isoWeek").GetInt32():00}"), week.Label);
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
        var vector = Vectors.Case("periods-pandas.json", id);
        var date = Date(vector.GetProperty("date"));
        foreach (var row in vector.GetProperty("rows").EnumerateArray())
        {
            var startMonth = row[0].GetInt32();
            var byEnd = ReportingCalendar.Fiscal(startMonth);
            var year = byEnd.PeriodOf(date, Cadence.Year);
            var quarter = byEnd.PeriodOf(date, Cadence.Quarter);
            Assert.Equal(row[1].GetInt32(), year.FiscalYear);
            Assert.Equal(row[2].GetInt32(), ReportingCalendar.Fiscal(startMonth, FiscalYearNaming.ByStartYear).PeriodOf(date, Cadence.Year).FiscalYear);
            Assert.EndsWith(FormattableString.Invariant($"-Q{row[3].GetInt32()}"), quarter.Label, StringComparison.Ordinal);
            Assert.EndsWith(FormattableString.Invariant($"-H{row[5].GetInt32()}"), byEnd.PeriodOf(date, Cadence.HalfYear).Label, StringComparison.Ordinal);
            Assert.Equal((Date(row[6]), Date(row[7])), (year.Start, year.End));
            Assert.Equal((Date(row[8]), Date(row[9])), (quarter.Start, quarter.End));
        }
    }

    [Theory]
    [MemberData(nameof(IsoYears))]
    public void Iso_years_have_their_weeks(string id)
    {
        var vector = Vectors.Case("periods-pandas.json", id);
        var first = ReportingCalendar.Standard.PeriodOf(Date(vector.GetProperty("week1Start")), Cadence.Week);
        var last = ReportingCalendar.Standard.PeriodOf(Date(vector.GetProperty("lastWeekEnd")), Cadence.Week);
        var year = vector.GetProperty("isoYear").GetInt32();
        Assert.Equal(FormattableString.Invariant($"{year:0000}-W01"), first.Label);
        Assert.Equal(FormattableString.Invariant($"{year:0000}-W{vector.GetProperty("weeks").GetInt32():00}"), last.Label);
        Assert.Equal((Date(vector.GetProperty("week1Start")), Date(vector.GetProperty("lastWeekEnd"))), (first.Start, last.End));
    }

    private static LocalDate Date(JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value;
}
