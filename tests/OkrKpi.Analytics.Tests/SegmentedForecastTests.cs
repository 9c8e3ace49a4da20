using System.Globalization;
using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>Segments that open and close, and what the total of segments says of itself.</summary>
public class SegmentedForecastTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void A_level_that_is_gone_is_forecast_as_gone()
    {
        // 42 months; the South closed with 2025.
        var rows = Months().SelectMany(month => month < new LocalDate(2026, 1, 1)
            ? new[] { Row(month, "North", 50m + (month.Month % 3)), Row(month, "South", 20m) }
            : [Row(month, "North", 50m + (month.Month % 3))]);
        var forecast = SegmentedForecast.Of(Headcount, MeasurementSeries.Of("heads", rows), AsOf, "region", 3);
        Assert.All(forecast.Segments.Single(each => each.Segment!.Name == "South").Next, each => Assert.Equal(0m, each.Point));
        Assert.All(forecast.Total.Next, each => Assert.InRange(each.Point, 48m, 54m));
    }

    [Fact]
    public void A_level_that_came_later_had_none_before()
    {
        var rows = Months().SelectMany(month => month >= new LocalDate(2026, 1, 1)
            ? new[] { Row(month, "North", 50m), Row(month, "South", 20m) } : [Row(month, "North", 50m)]);
        var options = ForecastOptions.Default.ChoosingBetween(ForecastMethod.Mean);
        var forecast = SegmentedForecast.Of(Headcount, MeasurementSeries.Of("heads", rows), AsOf, "region", 1, options);

        // 6 of 42 months had 20.
        Assert.Equal(42, forecast.Segments[1].Series.Values);
        Assert.Equal(120m / 42m, forecast.Segments[1].Next[0].Point, 6);
    }

    [Fact]
    public void An_average_of_a_segment_begins_with_its_first_value()
    {
        var kpi = Kpi.Define("heads", "Satisfaction", Unit.Index("points"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average);
        var rows = Months().SelectMany(month => month >= new LocalDate(2026, 1, 1)
            ? new[] { Row(month, "East", 70m), Row(month, "West", 40m) } : [Row(month, "East", 70m)])
            .Append(Measurement.On(AsOf.PlusDays(1), 30m).For(Segment.Of("region", "Young")));
        var forecast = SegmentedForecast.Of(kpi, MeasurementSeries.Of("heads", rows), AsOf.PlusDays(10), "region", 3);
        var west = forecast.Segments.Single(each => each.Segment!.Name == "West");
        Assert.Equal(6, west.Series.Values);
        Assert.All(west.Next, each => Assert.Equal(40m, each.Point));

        // One that has no value of a period that is over has no past to go on from.
        Assert.Equal(["East", "West"], forecast.Segments.Select(each => each.Segment!.Name));
    }

    [Fact]
    public void A_KPI_that_is_zero_when_silent_and_has_no_rows_has_a_total_and_no_segments()
    {
        var accidents = Kpi.Define("accidents", "Accidents", Unit.Count("accident"), Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Count)
            .NothingRecordedIsZero().WithTarget(0, new LocalDate(2024, 1, 1));
        var forecast = SegmentedForecast.Of(accidents, MeasurementSeries.Of("accidents"), AsOf, "region", 3);
        Assert.Empty(forecast.Segments);
        Assert.All(forecast.Total.Next, each => Assert.Equal(0m, each.Point));
    }

    [Fact]
    public void A_total_of_segments_says_that_it_is_their_sum_and_not_how_the_KPI_alone_would_be_forecast()
    {
        var forecast = SegmentedForecast.Of(Headcount, MeasurementSeries.Of("heads", Growing()), AsOf, "region", 3);
        Assert.Equal(ForecastGround.SumOfSegments, forecast.Total.Ground);
        Assert.Null(forecast.Total.Series);
        Assert.Contains("sum of its segments", forecast.Total.Explain().ToString(), StringComparison.Ordinal);
        Assert.Contains("tổng các phân khúc", forecast.Total.Explain().ToText(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
        Assert.DoesNotContain("starting points", forecast.Total.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_the_caller_gives_hold_for_the_interval_of_the_total()
    {
        var options = ForecastOptions.Default.Within(null, 75m);
        var forecast = SegmentedForecast.Of(Headcount, MeasurementSeries.Of("heads", Growing()), AsOf, "region", 3, options);
        Assert.All(forecast.Total.Next, each => Assert.Equal(Math.Max(75m, each.Point), each.Interval(0.99m)!.High));
    }

    private static Kpi Headcount =>
        Kpi.Define("heads", "Headcount", Unit.Count("person"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);

    private static IEnumerable<LocalDate> Months() => Enumerable.Range(0, 42).Select(month => new LocalDate(2023, 1, 28).PlusMonths(month));

    private static IEnumerable<Measurement> Growing() =>
        Months().SelectMany((month, index) => new[] { Row(month, "North", 50m + (index * 7 % 5)), Row(month, "South", 20m + (index * 3 % 4)) });

    private static Measurement Row(LocalDate date, string region, decimal value) => Measurement.On(date, value).For(Segment.Of("region", region));
}
