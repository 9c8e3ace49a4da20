using System.Globalization;
using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>The past a forecast rests on: holidays, days without a row, and periods of which only a part is there.</summary>
public class ForecastHistoryTests
{
    // Mondays are strong, Fridays weak; every third Wednesday or so is a holiday.
    private static readonly decimal[] Week = [200m, 150m, 120m, 100m, 50m];

    [Fact]
    public void A_holiday_shifts_no_weekday()
    {
        var forecast = Shop().Forecast(10);
        Assert.All(forecast.Next, each => Assert.Equal(Week[(int)each.Period.Start.DayOfWeek - 1], each.Point));
    }

    [Fact]
    public void A_holiday_is_no_period_to_tell_and_no_gap()
    {
        var forecast = Shop().Forecast(10);
        Assert.Equal(0, forecast.FilledGaps);
        Assert.DoesNotContain("of the past", forecast.Explain().ToString(), StringComparison.Ordinal);
        Assert.Equal(10, forecast.Next.Count);
        Assert.DoesNotContain(new LocalDate(2026, 6, 24), forecast.Next.Select(each => each.Period.Start));
        Assert.All(forecast.Next, each => Assert.True(each.Period.Start.DayOfWeek <= IsoDayOfWeek.Friday));
    }

    [Fact]
    public void A_total_of_segments_has_no_holidays_either()
    {
        var (kpi, series) = ShopRows();
        var forecast = SegmentedForecast.Of(kpi, series, new LocalDate(2026, 6, 22), "region", 10);
        Assert.Equal(10, forecast.Total.Next.Count);
        Assert.All(forecast.Total.Next, (each, index) =>
        {
            Assert.Equal(forecast.Segments[0].Next[index].Period, each.Period);
            Assert.Equal(Week[(int)each.Period.Start.DayOfWeek - 1], each.Point);
        });
    }

    [Fact]
    public void A_month_of_an_amount_with_a_day_missing_counts_by_the_part_that_is_there_and_says_so()
    {
        var sales = Kpi.Define("sales", "Sales", Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).Measured(Cadence.Day);

        // One day of each month is missing.
        var rows = Enumerable.Range(0, 912).Select(day => new LocalDate(2024, 1, 1).PlusDays(day)).Where(date => date.Day != 13)
            .Select(date => Measurement.On(date, 10m));
        var forecast = KpiAssessment.Of(sales, MeasurementSeries.Of("sales", rows), new LocalDate(2026, 6, 30)).Forecast(1);
        Assert.Equal(ForecastGround.OwnPast, forecast.Ground);
        Assert.Equal(310m, forecast.Next[0].Point, 0);
        Assert.Equal(30, forecast.FilledGaps);
        var explained = forecast.Explain();
        Assert.Contains("30 periods of the past lack measurements", explained.ToString(), StringComparison.Ordinal);
        Assert.Contains("30 kỳ trong quá khứ thiếu", explained.ToText(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
        Assert.DoesNotContain("has no value", explained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_of_months_with_a_day_missing_add_up_to_them()
    {
        var sales = Kpi.Define("sales", "Sales", Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).Measured(Cadence.Day);
        var rows = Enumerable.Range(0, 912).Select(day => new LocalDate(2024, 1, 1).PlusDays(day)).Where(date => date.Day != 13)
            .SelectMany(
                date => new[] { ("North", 10m), ("South", 20m) }, (date, each) => Measurement.On(date, each.Item2).For(Segment.Of("region", each.Item1)));
        var forecast = SegmentedForecast.Of(sales, MeasurementSeries.Of("sales", rows), new LocalDate(2026, 6, 30), "region", 1);
        Assert.Equal([310m, 620m], forecast.Segments.Select(each => Math.Round(each.Next[0].Point)));
    }

    private static KpiAssessment Shop()
    {
        var (kpi, series) = ShopRows();
        return KpiAssessment.Of(kpi, series, new LocalDate(2026, 6, 22));
    }

    private static (Kpi Kpi, MeasurementSeries Series) ShopRows()
    {
        LocalDate[] holidays = [.. Enumerable.Range(0, 9).Select(index => new LocalDate(2026, 1, 7).PlusDays(21 * index))];
        var days = OkrKpi.Periods.BusinessDays.MondayToFriday.Without(holidays);
        var kpi = Kpi.Define("calls", "Calls", Unit.Count("call"), Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Sum).OnBusinessDays(days);
        var rows = Enumerable.Range(0, 168).Select(day => new LocalDate(2026, 1, 5).PlusDays(day)).Where(days.Contains)
            .Select(date => Measurement.On(date, Week[(int)date.DayOfWeek - 1]).For(Segment.Of("region", "North")));
        return (kpi, MeasurementSeries.Of("calls", rows));
    }
}
