using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace OkrKpi.Analytics.Tests;

/// <summary>The 27 KPIs of New York's transit, month by month: were our forecasts good, and did their intervals hold what they said?</summary>
public class TransitForecastTests(ITestOutputHelper output)
{
    private static readonly LocalDate AsOf = new(2018, 6, 30);

    [Fact]
    public void Forecasts_beat_the_season_before_and_intervals_of_80_percent_hold_75_to_85()
    {
        var backtest = ForecastBacktest.Of(Transit(), AsOf, periods: 12, origins: Measured.Or(48, 16), threads: 2);

        // With OKRKPI_MEASURE=1 from the 48 starting points of the README.
        output.WriteLine(backtest.Explain().ToString());

        Assert.True(backtest.Mase < 0.9 * backtest.NaiveMase, backtest.ToString());
        Assert.True(backtest.Better >= 0.7 * backtest.Compared, backtest.ToString());
        var all = backtest.Horizons.Sum(each => each.Coverage!.Value * each.Count) / backtest.Horizons.Sum(each => each.Count);
        Assert.InRange(all, 0.75, 0.85);
        Assert.All(backtest.Horizons, each => Assert.InRange(each.Coverage!.Value, 0.72, 0.88));
    }

    private static Portfolio Transit()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests", "data", "transit-year-to-date.json")));
        List<Kpi> kpis = [];
        List<MeasurementSeries> series = [];
        foreach (var each in document.RootElement.GetProperty("kpis").EnumerateArray())
        {
            var unit = each.GetProperty("unit").GetString() == "%" ? Unit.Percent : Unit.Index("number");
            var kpi = Kpi.Define(each.GetProperty("id").GetString()!, each.GetProperty("name").GetString()!, unit, Direction.HigherIsBetter)
                .Every(Cadence.Month, Aggregation.Last);
            kpis.Add(kpi);
            series.Add(MeasurementSeries.Of(kpi.Id, each.GetProperty("rows").EnumerateArray()
                .Where(row => row[1].ValueKind == JsonValueKind.Number)
                .Select(row => Measurement.On(Day(row[0].GetString()!), row[1].GetDecimal()))));
        }

        return Portfolio.Of(kpis, [], series);
    }

    private static LocalDate Day(string month) => LocalDatePattern.Iso.Parse(month + "-28").Value;
}
