using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// Ten years of New York City Transit, <c>tests/data/transit-year-to-date.json</c>: the publisher prints month and year to date, so its year to date is an
/// oracle for ours.
/// Counts add up; rates do not, and are refused.
/// </summary>
public class TransitYearToDateTests
{
    private static readonly JsonElement[] Published = [.. Read().RootElement.GetProperty("kpis").EnumerateArray()];

    public static TheoryData<string> Counts =>
        [.. Published.Where(kpi => kpi.GetProperty("isAdditive").GetBoolean()).Select(kpi => kpi.GetProperty("id").GetString()!)];

    public static TheoryData<string> Rates =>
        [.. Published.Where(kpi => !kpi.GetProperty("isAdditive").GetBoolean()).Select(kpi => kpi.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_printed_year_to_date_of_a_count_follows_from_the_months(string id)
    {
        var kpi = Kpi.Define(id, Name(id), Unit.Count("trip"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var series = Series(id);
        var rows = Rows(id);
        Assert.NotEmpty(rows);
        foreach (var (month, _, yearToDate) in rows)
        {
            var asOf = month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1);
            var year = KpiRollup.Of(kpi, series, Cadence.Month, asOf).To(Cadence.Year).Periods[^1];
            // The publisher rounds to whole trips.
            Assert.InRange(year.Value!.Value - yearToDate, -0.5m, 0.5m);
            Assert.Equal(month.Month == 12, year.IsComplete);
            Assert.Equal((month.Month, month.Month), (year.Coverage.Expected, year.Coverage.Present));
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void A_rate_is_not_added_up(string id)
    {
        // The publisher does not add them up either: hardly ever is the year to date the sum of the months.
        var rows = Rows(id);
        Assert.Contains(
            rows,
            row => row.Month.Month > 1 && row.YearToDate < rows.Where(each => each.Month.Year == row.Month.Year && each.Month.Month <= row.Month.Month)
                .Sum(each => each.Actual));
        var unit = Published.Single(each => each.GetProperty("id").GetString() == id).GetProperty("unit").GetString() == "%"
            ? Unit.Percent
            : Unit.Index("rate");
        var draft = Kpi.Define(id, Name(id), unit, Direction.HigherIsBetter);
        Assert.Throws<ArgumentException>(() => draft.Every(Cadence.Month, Aggregation.Sum));
        foreach (var aggregation in new[] { Aggregation.Last, Aggregation.Average })
        {
            var rollup = KpiRollup.Of(draft.Every(Cadence.Month, aggregation), Series(id), Cadence.Month, rows[^1].Month.OnDayOfMonth(28)).To(Cadence.Year);
            var refused = Assert.Throws<ArgumentException>(() => rollup.ReadAs(Aggregation.Sum));
            Assert.Contains($"read {aggregation}", refused.Message, StringComparison.Ordinal);
        }
    }

    private static string Name(string id) => Published.Single(kpi => kpi.GetProperty("id").GetString() == id).GetProperty("name").GetString()!;

    private static MeasurementSeries Series(string id) =>
        MeasurementSeries.Of(id, Rows(id).Select(row => Measurement.On(row.Month.OnDayOfMonth(1), row.Actual)));

    private static (YearMonth Month, decimal Actual, decimal YearToDate)[] Rows(string id) =>
        [.. Published.Single(kpi => kpi.GetProperty("id").GetString() == id).GetProperty("rows").EnumerateArray()
            .Where(row => row[1].ValueKind == JsonValueKind.Number && row[2].ValueKind == JsonValueKind.Number)
            .Select(row => (YearMonthPattern.Iso.Parse(row[0].GetString()!).Value, row[1].GetDecimal(), row[2].GetDecimal()))];

    private static JsonDocument Read() => JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests", "data", "transit-year-to-date.json")));
}
