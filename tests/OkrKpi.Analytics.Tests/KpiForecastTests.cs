using System.Globalization;
using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>A shop's sales by region over three and a half years, and what is told of the months to come.</summary>
public class KpiForecastTests
{
    private static readonly LocalDate Start = new(2023, 1, 1);
    private static readonly LocalDate Today = new(2026, 7, 15);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static Kpi Sales => Kpi.Define("sales", "Sales", Unit.Count("order"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum)
        .WithTarget(1_500, from: new LocalDate(2026, 1, 1));

    [Fact]
    public void An_average_of_few_things_is_expected_in_parts_of_them()
    {
        var kpi = Kpi.Define("defects", "Defects a release", Unit.Count("defect"), Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Average);
        var rows = Enumerable.Range(0, 36).Select(month => Measurement.On(new LocalDate(2023, 7, 10).PlusMonths(month), 1.4m + (month % 3 * 0.01m)));
        var told = KpiAssessment.Of(kpi, MeasurementSeries.Of("defects", rows), new LocalDate(2026, 6, 30)).Forecast(1).ToString();
        Assert.Matches(@"is expected to end at 1\.4\d? ", told);
        Assert.Matches(@"\(80 of 100: 1\.\d+ to 1\.\d+\)", told);
    }

    [Fact]
    public void The_running_month_and_the_next_ones_are_told_with_intervals_and_how_likely_the_target_is_met()
    {
        var forecast = KpiAssessment.Of(Sales, Rows(Today), Today).Forecast(3);
        Assert.Equal(["2026-07", "2026-08", "2026-09"], forecast.Next.Select(each => each.Period.Label));
        Assert.Equal(ForecastGround.OwnPast, forecast.Ground);
        Assert.Equal(forecast.Next[0], forecast.Running);
        Assert.All(forecast.Next, each => Assert.True(each.Interval(0.8m)!.Holds(each.Point)));
        Assert.All(forecast.Next, each => Assert.InRange(each.ProbabilityOfMeeting!.Value, 0m, 1m));
        Assert.NotNull(forecast.Running!.Known);
        Assert.True(forecast.Running.Interval(0.99m)!.Low >= forecast.Running.Known);
    }

    [Fact]
    public void What_has_passed_of_an_amount_is_known_so_the_interval_shrinks_towards_the_end()
    {
        var widths = new[] { 1, 10, 20, 30 }.Select(day => new LocalDate(2026, 7, day))
            .Select(date => KpiAssessment.Of(Sales, Rows(date), date).Forecast(1).Running!.Interval(0.8m)!)
            .Select(interval => interval.High - interval.Low)
            .ToArray();
        Assert.Equal(widths.OrderDescending(), widths);
        var end = KpiAssessment.Of(Sales, Rows(new(2026, 7, 30)), new(2026, 7, 30)).Forecast(1).Running!;
        Assert.InRange(end.Point, end.Known!.Value, end.Known.Value * 1.06m);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_segments_in_every_period()
    {
        var forecast = SegmentedForecast.Of(Sales, Rows(Today), Today, "region", 6);
        Assert.Equal(["North", "South"], forecast.Segments.Select(each => each.Segment!.Name));
        for (var index = 0; index < 6; index++)
        {
            Assert.Equal(forecast.Segments.Sum(each => each.Next[index].Point), forecast.Total.Next[index].Point);
            Assert.True(forecast.Total.Next[index].Interval(0.8m)!.Holds(forecast.Total.Next[index].Point));
        }

        Assert.Equal(forecast.Total.Running!.Known, forecast.Segments.Sum(each => each.Next[0].Known));
        Assert.Contains("North", forecast.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_explains_itself_in_both_languages()
    {
        var explained = KpiAssessment.Of(Sales, Rows(Today), Today).Forecast(2).Explain();
        Assert.Contains("is expected to end at", explained.ToString(), StringComparison.Ordinal);
        Assert.Contains("seasonal naive", explained.ToString(), StringComparison.Ordinal);
        Assert.Contains("dự kiến kết thúc ở", explained.ToText(Vietnamese), StringComparison.Ordinal);
        Assert.DoesNotContain("expected", explained.ToText(Vietnamese), StringComparison.Ordinal);
        Assert.Equal(explained.ToString().Split('\n').Length, explained.ToText(Vietnamese).Split('\n').Length);
    }

    [Fact]
    public void A_KPI_without_values_or_silent_for_years_tells_nothing()
    {
        Assert.Equal(ForecastGround.NoValues, KpiAssessment.Of(Sales, MeasurementSeries.Of("sales"), Today).Forecast(3).Ground);
        var late = new LocalDate(2040, 1, 15);
        var silent = KpiAssessment.Of(Sales, Rows(Today), late).Forecast(3);
        Assert.Equal(ForecastGround.NoValues, silent.Ground);
        Assert.Empty(silent.Next);
        Assert.Contains("no value yet", silent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_filled_in_and_told()
    {
        var rows = Rows(Today).Measurements.Where(each => each.Date is not { Year: 2025, Month: 3 });
        var forecast = KpiAssessment.Of(Sales, MeasurementSeries.Of("sales", rows), Today).Forecast(3);
        Assert.Equal(1, forecast.FilledGaps);
        Assert.Contains("1 period of the past has no value", forecast.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_of_the_unit_hold_and_are_told_when_they_bind()
    {
        var share = Kpi.Define("share", "On time", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.Last).WithTarget(99, Start);
        var rows = Enumerable.Range(0, 20).Select(index => Measurement.On(Start.PlusMonths(3 * index - 20), Math.Min(100m, 60m + (2.1m * index))));
        var forecast = KpiAssessment.Of(share, MeasurementSeries.Of("share", rows), Today).Forecast(8);
        Assert.All(forecast.Periods, each => Assert.True(each.Point <= 100m && each.Interval(0.99m)!.High <= 100m));

        // A line that would pass 100 is put on it and told.
        var rising = Enumerable.Range(0, 20).Select(index => Measurement.On(Start.PlusMonths(3 * index - 20), 60m + (1.9m * index)));
        var drift = ForecastOptions.Default.ChoosingBetween(ForecastMethod.Drift);
        forecast = KpiAssessment.Of(share, MeasurementSeries.Of("share", rising), Today).Forecast(8, drift);
        Assert.Equal((100m, true), (forecast.Periods[^1].Point, forecast.Periods[^1].IsBound));
        Assert.False(forecast.Periods[0].IsBound);
        Assert.True(forecast.Series!.IsBound);
        Assert.Contains("beyond its natural bound was put on it", forecast.Explain().ToString(), StringComparison.Ordinal);
        Assert.Contains("được đặt đúng tại giới hạn", forecast.Explain().ToText(Vietnamese), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_whole_things_what_lies_halfway_to_the_next_one_still_counts_as_the_number()
    {
        // Nothing happened in 43 of 60 months, once in 13 and twice in 4.
        int[] year = [0, 0, 1, 0, 0, 0, 1, 0, 0, 2, 0, 0];
        var rows = Enumerable.Range(0, 60).Where(month => year[month * 5 % 12] > 0 && month % 7 > 0)
            .SelectMany(month => Enumerable.Repeat(Measurement.On(new LocalDate(2021, 7, 10).PlusMonths(month), 1m), year[month * 5 % 12]));
        var accidents = Kpi.Define("accidents", "Accidents", Unit.Count("accident"), Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Sum)
            .NothingRecordedIsZero().WithTarget(0, new LocalDate(2021, 7, 1));
        var asOf = new LocalDate(2026, 6, 30);
        var options = ForecastOptions.Default.ChoosingBetween(ForecastMethod.Mean);
        var none = Chance(accidents);
        Assert.InRange(none, 0.5m, 0.8m);
        Assert.Equal(none, Chance(accidents.WithTarget(0.7m, new LocalDate(2021, 8, 1))));
        Assert.Equal(none, Chance(accidents.WithTarget(Target.Below(1m), new LocalDate(2021, 8, 1))));
        Assert.Equal(none, Chance(accidents.WithTarget(Target.Below(0.2m), new LocalDate(2021, 8, 1))));
        Assert.Equal(0m, Chance(accidents.WithTarget(Target.Below(0m), new LocalDate(2021, 8, 1))));

        var wanted = Kpi.Define("accidents", "Gifts", Unit.Count("gift"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
            .NothingRecordedIsZero().WithTarget(1, new LocalDate(2021, 7, 1));
        Assert.Equal(1m - none, Chance(wanted));
        Assert.Equal(1m - none, Chance(wanted.WithTarget(Target.Above(0m), new LocalDate(2021, 8, 1))));
        Assert.Equal(1m - none, Chance(wanted.WithTarget(0.3m, new LocalDate(2021, 8, 1))));
        Assert.Equal(1m, Chance(wanted.WithTarget(0m, new LocalDate(2021, 8, 1))));

        var band = Kpi.Define("accidents", "Guests", Unit.Count("guest"), Direction.WithinBand).Every(Cadence.Month, Aggregation.Sum)
            .NothingRecordedIsZero().WithTarget(Band.Around(0m, 0m), new LocalDate(2021, 7, 1));
        Assert.Equal(none, Chance(band));

        decimal Chance(Kpi kpi) =>
            KpiAssessment.Of(kpi, MeasurementSeries.Of("accidents", rows), asOf).Forecast(1, options).Next[0].ProbabilityOfMeeting!.Value;
    }

    [Fact]
    public void Of_whole_things_that_mostly_are_not_there_none_is_not_certain()
    {
        var rows = Enumerable.Range(0, 60).Where(month => month % 6 == 1)
            .Select(month => Measurement.On(new LocalDate(2021, 7, 10).PlusMonths(month), 1m));
        var accidents = Kpi.Define("accidents", "Accidents", Unit.Count("accident"), Direction.LowerIsBetter).Every(Cadence.Month, Aggregation.Sum)
            .NothingRecordedIsZero().WithTarget(0, new LocalDate(2021, 7, 1));
        var options = ForecastOptions.Default.ChoosingBetween(ForecastMethod.Naive);
        var next = KpiAssessment.Of(accidents, MeasurementSeries.Of("accidents", rows), new LocalDate(2026, 6, 30)).Forecast(1, options).Next[0];
        Assert.Equal(0m, next.Point);
        Assert.InRange(next.ProbabilityOfMeeting!.Value, 0.7m, 0.9m);
    }

    [Fact]
    public void A_KPI_lags_when_it_will_probably_miss()
    {
        var hard = KpiAssessment.Of(Sales.WithTarget(100_000, new LocalDate(2026, 7, 1)), Rows(Today), Today);
        var easy = KpiAssessment.Of(Sales.WithTarget(10, new LocalDate(2026, 7, 1)), Rows(Today), Today);
        var reason = Lagging.ForecastToMiss(0.9m).Check(hard);
        Assert.Contains("Will probably miss its target", reason!.Explain().Sentence(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var vietnamese = reason.Explain().Sentence(Vietnamese);
        Assert.StartsWith("Nhiều khả năng không đạt mục tiêu KPI: ", vietnamese, StringComparison.Ordinal);
        Assert.EndsWith(hard.Forecast(1).Running!.Explain().Sentence(Vietnamese), vietnamese, StringComparison.Ordinal);
        Assert.True(reason.Gap < 0m);
        Assert.Null(Lagging.ForecastToMiss(0.5m).Check(easy));
        Assert.Null(Lagging.ForecastToMiss().Check(KpiAssessment.Of(Sales, MeasurementSeries.Of("sales"), Today)));
    }

    [Theory]
    [InlineData(Aggregation.Last)]
    [InlineData(Aggregation.First)]
    [InlineData(Aggregation.Min)]
    [InlineData(Aggregation.Max)]
    [InlineData(Aggregation.Average)]
    public void Of_what_does_not_add_up_the_running_period_goes_on_from_what_is_there(Aggregation aggregation)
    {
        var level = Kpi.Define("sales", "Level", Unit.Index("points"), Direction.HigherIsBetter).Every(Cadence.Month, aggregation).WithTarget(80, Start);
        var whole = MeasurementSeries.Of("sales", Rows(Today).Measurements.Select(each => Measurement.On(each.Date!.Value, each.Value)));
        var running = KpiAssessment.Of(level, whole, Today).Forecast(2).Running!;
        var known = running.Known!.Value;
        var interval = running.Interval(0.8m)!;
        Assert.True(interval.Holds(running.Point));
        if (aggregation == Aggregation.First)
        {
            Assert.Equal((known, known, known), (running.Point, interval.Low, interval.High));
        }
        else if (aggregation == Aggregation.Max)
        {
            Assert.True(interval.Low >= known);
        }
        else if (aggregation == Aggregation.Min)
        {
            Assert.True(interval.High <= known);
        }
    }

    // Two regions with a season, the same every time; every third day has a row.
    private static MeasurementSeries Rows(LocalDate through)
    {
        var random = new Random(11);
        List<Measurement> rows = [];
        for (var date = Start; date <= through; date = date.PlusDays(1))
        {
            foreach (var (region, size) in new[] { ("North", 20d), ("South", 12d) })
            {
                var amount = size * (1d + (0.3 * Math.Sin(2d * Math.PI * date.DayOfYear / 365d))) * (0.8 + (0.4 * random.NextDouble()));
                rows.Add(Measurement.On(date, Math.Round((decimal)amount)).For(Segment.Of("region", region)));
            }
        }

        return MeasurementSeries.Of("sales", rows);
    }
}
