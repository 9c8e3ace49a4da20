using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>The running period and those around it: what is known of it, and where the next ones begin.</summary>
public class RunningForecastTests
{
    [Fact]
    public void Of_an_average_only_the_measuring_periods_that_are_there_count_as_known()
    {
        var satisfaction = Quarterly.Measured(Cadence.Month).PublishedAfter(20);
        var rows = Noisy(39, 50m).Append(Measurement.On(new LocalDate(2026, 4, 15), 80m));
        var running = KpiAssessment.Of(satisfaction, MeasurementSeries.Of("satisfaction", rows), new LocalDate(2026, 6, 15)).Forecast(1).Running!;
        Assert.Equal(80m, running.Known);
        Assert.InRange(running.Point, 58m, 62m);
        Assert.InRange(running.ProbabilityOfMeeting!.Value, 0.2m, 0.8m);
    }

    [Fact]
    public void Of_an_average_without_measuring_periods_what_came_through_the_day_of_its_last_measurement_counts_as_known()
    {
        var rows = Noisy(39, 50m).Append(Measurement.On(new LocalDate(2026, 4, 30), 80m));
        var series = MeasurementSeries.Of("satisfaction", rows);
        var dated = KpiAssessment.Of(Quarterly, series, new LocalDate(2026, 6, 15)).Forecast(1).Running!;
        Assert.InRange(dated.Point, 58m, 62m);

        var timed = MeasurementSeries.Of("satisfaction", [.. Noisy(39, 50m), Measurement.AtInstant(Instant.FromUtc(2026, 4, 30, 12, 0), 80m)]);
        Assert.Equal(dated.Point, KpiAssessment.Of(Quarterly, timed, new LocalDate(2026, 6, 15)).Forecast(1).Running!.Point);
    }

    [Fact]
    public void Hours_that_were_measured_of_an_average_count_through_the_last_one()
    {
        var load = Kpi.Define("load", "Load", Unit.Index("points"), Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Average).Measured(Cadence.Hour);
        var rows = Enumerable.Range(0, 30)
            .Select(month => Measurement.AtInstant(Instant.FromUtc(2024 + (month / 12), 1 + (month % 12), 15, 12, 0), 50m + (month % 3)))
            .Append(Measurement.AtInstant(Instant.FromUtc(2026, 7, 15, 12, 0), 80m));
        var running = KpiAssessment.Of(load, MeasurementSeries.Of("load", rows), new LocalDate(2026, 7, 20)).Forecast(1).Running!;
        Assert.InRange(running.Point, 64m, 67m);
    }

    [Fact]
    public void A_level_that_is_still_to_be_told_for_periods_that_are_over_grows_on_through_them()
    {
        var rows = Enumerable.Range(0, 28).Select(month => Measurement.On(new LocalDate(2023, 12, 28).PlusMonths(month), 2_000m + (100m * month)))
            .Append(Measurement.On(new LocalDate(2026, 7, 10), 5_133m));
        var forecast = KpiAssessment.Of(Level, MeasurementSeries.Of("subscribers", rows), new LocalDate(2026, 7, 10)).Forecast(3);
        Assert.Equal(5, forecast.Periods.Count - 1);
        Assert.InRange(forecast.Next[0].Point, 5_133m, 5_250m);
        Assert.InRange(forecast.Next[1].Point - forecast.Next[0].Point, 80m, 120m);
    }

    [Fact]
    public void The_periods_after_a_running_level_go_on_from_where_it_is()
    {
        var rows = Enumerable.Range(0, 36).Select(month => Measurement.On(new LocalDate(2023, 7, 28).PlusMonths(month), 1_000m + (month % 2)))
            .Append(Measurement.On(new LocalDate(2026, 7, 29), 1_500m));
        var forecast = KpiAssessment.Of(Level, MeasurementSeries.Of("subscribers", rows), new LocalDate(2026, 7, 29)).Forecast(3);
        Assert.All(forecast.Next, each => Assert.InRange(each.Point, 1_480m, 1_520m));
        Assert.All(forecast.Next, each => Assert.True(each.Interval(0.8m)!.Holds(each.Point)));
    }

    private static Kpi Quarterly => Kpi.Define("satisfaction", "Satisfaction", Unit.Index("points"), Direction.HigherIsBetter)
        .Every(Cadence.Quarter, Aggregation.Average).WithTarget(60, new LocalDate(2016, 1, 1));

    private static Kpi Level => Kpi.Define("subscribers", "Subscribers", Unit.Count("person"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);

    // Quarters of three months through March 2026, a little above and below a level.
    private static IEnumerable<Measurement> Noisy(int quarters, decimal level) =>
        from quarter in Enumerable.Range(0, quarters)
        from month in Enumerable.Range(0, 3)
        select Measurement.On(new LocalDate(2026, 3, 15).PlusMonths(month - 2 - (3 * (quarters - 1 - quarter))), level + (quarter * 7 % 11) - 5m);
}
