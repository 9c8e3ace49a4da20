using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>What cannot be meant is refused where it enters, with the name of the argument; what lies exactly on a bound is taken.</summary>
public class RefusalTests
{
    private static readonly decimal[] Ten = [3, 5, 4, 6, 8, 7, 9, 11, 10, 12];

    [Fact]
    public void A_number_beyond_its_bounds_is_refused()
    {
        Refused("periods", () => ForecastMethod.Mean.Forecast(Ten, 0), () => ForecastMethod.Mean.Forecast(Ten, 1_001), () => SeriesForecast.Of(Ten, 0));
        Refused("season", () => ForecastMethod.Mean.Forecast(Ten, 1, 0), () => ForecastMethod.Mean.Forecast(Ten, 1, 1_001), () => InterruptedSeries.Of(Ten, 5, 0, 0));
        Refused("periods", () => ForecastOptions.Default.WithSeason(0), () => ForecastOptions.Default.WithSeason(1_001));
        Refused("probability", () => SeriesForecast.Of(Ten, 1).Interval(0m), () => SeriesForecast.Of(Ten, 1).Interval(1m));
        Refused("low", () => ForecastOptions.Default.Within(-1_000_000_000_000_001m, null));
        Refused("high", () => ForecastOptions.Default.Within(null, 1_000_000_000_000_001m));
        Assert.Throws<ArgumentException>("low", () => ForecastOptions.Default.Within(2m, 1m));
        Assert.Equal((1m, 1m), (ForecastOptions.Default.Within(1m, 1m).Low, ForecastOptions.Default.Within(1m, 1m).High));
        Assert.Equal((12, 1), (ForecastOptions.Default.WithSeason(12).Season, ForecastOptions.Default.WithSeason(1).Season));
        Assert.Equal(1_000, ForecastMethod.Mean.Forecast(Ten, 1_000, 1_000).Points.Count);
    }

    [Fact]
    public void A_weight_is_a_share()
    {
        var smoothing = ForecastMethod.DampedHoltWinters;
        Refused("level", () => smoothing.WithWeights(0m), () => smoothing.WithWeights(1.01m), () => ForecastMethod.Theta.WithWeight(0m), () => ForecastMethod.Theta.WithWeight(1.01m));
        Refused("slope", () => smoothing.WithWeights(0.5m, slope: -0.01m), () => smoothing.WithWeights(0.5m, slope: 1.01m));
        Refused("season", () => smoothing.WithWeights(0.5m, season: -0.01m), () => smoothing.WithWeights(0.5m, season: 1.01m));
        Refused("damping", () => smoothing.WithWeights(0.5m, damping: 0m), () => smoothing.WithWeights(0.5m, damping: 1.01m));
        Refused("start", () => ForecastMethod.Theta.WithWeight(0.5m, 1_000_000_000_000_001m));
        Refused("update", () => smoothing.Updating((SeasonUpdate)9));
        Refused("level", () => smoothing.StartingFrom(1_000_000_000_000_001m, 0m, 1m));
        var all = smoothing.WithWeights(1m, 0m, 1m, 1m);
        Assert.Equal((1m, 0m, 1m, 1m), (all.LevelWeight, all.SlopeWeight, all.SeasonWeight, all.Damping));
        Assert.Equal(0.5m, ForecastMethod.Theta.WithWeight(0.5m).LevelWeight);
    }

    [Fact]
    public void A_weight_a_method_has_no_use_for_is_left_out()
    {
        var simple = ForecastMethod.SimpleSmoothing.WithWeights(0.3m, 0.2m, 0.1m, 0.9m);
        Assert.Equal((0.3m, null, null, null), (simple.LevelWeight, simple.SlopeWeight, simple.SeasonWeight, simple.Damping));
        var holt = ForecastMethod.Holt.WithWeights(0.3m, 0.2m, 0.1m, 0.9m);
        Assert.Equal((0.2m, null, null), (holt.SlopeWeight, holt.SeasonWeight, holt.Damping));
        var winters = ForecastMethod.HoltWinters.WithWeights(0.3m, 0.2m, 0.1m, 0.9m);
        Assert.Equal((0.2m, 0.1m, null), (winters.SlopeWeight, winters.SeasonWeight, winters.Damping));
    }

    [Fact]
    public void Seasons_are_given_to_a_method_that_has_some()
    {
        Assert.Contains(
            "has seasons; give the start of each",
            Assert.Throws<ArgumentException>("seasons", () => ForecastMethod.HoltWinters.StartingFrom(1m)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "has no seasons and was given 2",
            Assert.Throws<ArgumentException>("seasons", () => ForecastMethod.Holt.StartingFrom(1m, 0m, 1m, 2m)).Message, StringComparison.Ordinal);
        Assert.Equal([10m, 10m], ForecastMethod.SimpleSmoothing.StartingFrom(10m).WithWeights(0.5m).Forecast([10m], 2).Points);
        Assert.Equal(
            [12m, 8m], ForecastMethod.HoltWinters.StartingFrom(10m, 0m, 2m, -2m).WithWeights(0.5m, 0m, 0m).Forecast([12m, 8m], 2, 2).Points);
    }

    [Fact]
    public void So_many_values_a_method_needs()
    {
        (ForecastMethod Method, int Season, int Least)[] least =
        [
            (ForecastMethod.Mean, 1, 1), (ForecastMethod.Naive, 1, 1), (ForecastMethod.SeasonalNaive, 4, 4), (ForecastMethod.Drift, 1, 2),
            (ForecastMethod.Trend, 1, 3), (ForecastMethod.SimpleSmoothing, 1, 2), (ForecastMethod.Holt, 1, 3), (ForecastMethod.DampedHolt, 12, 3),
            (ForecastMethod.HoltWinters, 4, 8),
            (ForecastMethod.HoltWinters, 1, 3), (ForecastMethod.Theta, 1, 3), (ForecastMethod.Holt.StartingFrom(1m, 1m), 1, 1),
        ];
        Assert.All(least, each => Assert.Equal((each.Method, each.Least), (each.Method, each.Method.LeastValues(each.Season))));
        Assert.All(
            least.Where(each => each.Least > 1),
            each => Assert.Throws<ArgumentException>("values", () => each.Method.Forecast(Ten[..(each.Least - 1)], 1, each.Season)));
        Assert.All(least, each => Assert.Single(each.Method.Forecast(Ten[..each.Least], 1, each.Season).Points));
        Assert.Throws<ArgumentException>("methods", () => ForecastMethod.Combination(ForecastMethod.Mean));
        Assert.Throws<ArgumentException>("methods", () => ForecastMethod.Combination(ForecastMethod.Mean, null!));
        var both = ForecastMethod.Combination(ForecastMethod.Mean, ForecastMethod.Naive);
        Assert.Equal([11.5m], both.Forecast([3m, 7m, 11m, 7m, 7m, 7m, 7m, 15m], 1).Points);
    }

    [Fact]
    public void A_comparison_needs_enough_on_each_side()
    {
        Assert.Throws<ArgumentException>("values", () => InterruptedSeries.Of(Ten[..4], 2));
        Assert.Equal(3, InterruptedSeries.Of(Ten[..5], 2).PeriodsAfter);
        Refused("before", () => InterruptedSeries.Of(Ten, 1), () => InterruptedSeries.Of(Ten, 9), () => DifferenceInDifferences.Of(Ten, 1, Ten), () => DifferenceInDifferences.Of(Ten, 9, Ten));
        Assert.Equal((8, 2), (InterruptedSeries.Of(Ten, 8).PeriodsBefore, InterruptedSeries.Of(Ten, 8).PeriodsAfter));
        Refused("harmonics", () => InterruptedSeries.Of(Ten, 5, 3, 5), () => InterruptedSeries.Of(Ten, 5, -1));
        Refused("lag", () => InterruptedSeries.Of(Ten, 5, lag: -1), () => InterruptedSeries.Of(Ten, 5, lag: 10));
        Assert.Equal((0, 9), (InterruptedSeries.Of(Ten, 5, lag: 0).Lag, InterruptedSeries.Of(Ten, 5, lag: 9).Lag));
        Assert.Throws<ArgumentException>("others", () => DifferenceInDifferences.Of(Ten, 5));
        Assert.Throws<ArgumentException>("others", () => DifferenceInDifferences.Of(Ten, 5, Ten, Ten[..9]));
        Assert.Throws<ArgumentException>("acted", () => DifferenceInDifferences.Of(Ten[..3], 2, Ten[..3]));
        var least = DifferenceInDifferences.Of(Ten[..4], 2, Ten[1..5]);
        Assert.Equal((2, 2), (least.PeriodsBefore, least.PeriodsAfter));
        Refused("direction", () => InterruptedSeries.Of(Ten, 5).Verdict((Direction)9), () => DifferenceInDifferences.Of(Ten, 5, [.. Ten.Reverse()]).Verdict((Direction)9));
    }

    [Fact]
    public void A_regression_tells_which_column_it_cannot_use()
    {
        double[] values = [1, 2, 4, 3, 5], line = [1, 2, 3, 4, 5];
        Assert.Throws<ArgumentNullException>("values", () => Regression.WithIntercept(null!, line));
        Assert.Throws<ArgumentNullException>("values", () => Regression.WithoutIntercept(null!, line));
        Assert.Throws<ArgumentNullException>("columns", () => Regression.WithIntercept(values, null!));
        Assert.Contains(
            "Column 3 follows from those before it", Said(() => Regression.WithIntercept(values, line, [.. line.Select(each => 3 - (2 * each))])), StringComparison.Ordinal);
        Assert.Contains("Give one column or more", Said(() => Regression.WithoutIntercept(values)), StringComparison.Ordinal);
        Assert.Contains("Give one column or more", Said(() => Regression.WithoutIntercept(values, line, null!)), StringComparison.Ordinal);
        Assert.Contains("2 values are too few for 2 coefficients", Said(() => Regression.WithIntercept([1, 2], [1, 3])), StringComparison.Ordinal);
        Assert.Equal(1, Regression.WithIntercept([1, 2, 4], [1, 3, 4]).DegreesOfFreedom);
        Assert.Contains("A column has 4 numbers and there are 5 values", Said(() => Regression.WithIntercept(values, line[..4])), StringComparison.Ordinal);
        Assert.Contains("beyond ±10^100", Said(() => Regression.WithIntercept([1, 2, 4, 3, double.NaN], line)), StringComparison.Ordinal);
        Assert.Contains("beyond ±10^100", Said(() => Regression.WithIntercept(values, [1, 2, 3, 4, 1.1e100])), StringComparison.Ordinal);
        Assert.Contains("A column is 0 throughout", Said(() => Regression.WithoutIntercept(values, [0, 0, 0, 0, 0])), StringComparison.Ordinal);
        Refused("lag", () => Regression.WithIntercept(values, line).NeweyWest(-1), () => Regression.WithIntercept(values, line).NeweyWest(5));
        Assert.Equal(2, Regression.WithIntercept(values, line).NeweyWest(4).Count);
    }

    [Fact]
    public void A_back_test_needs_a_portfolio_and_sensible_numbers()
    {
        var (portfolio, asOf) = (Portfolio.Of([], [], []), new LocalDate(2026, 8, 20));
        Assert.Throws<ArgumentNullException>("portfolio", () => ForecastBacktest.Of(null!, asOf, 1));
        Refused("periods", () => ForecastBacktest.Of(portfolio, asOf, 0));
        Refused("origins", () => ForecastBacktest.Of(portfolio, asOf, 1, 0), () => ForecastBacktest.Of(portfolio, asOf, 1, 1_001));
        Refused("probability", () => ForecastBacktest.Of(portfolio, asOf, 1, probability: 1m));
        Refused("threads", () => ForecastBacktest.Of(portfolio, asOf, 1, threads: 0), () => ForecastBacktest.Of(portfolio, asOf, 1, threads: 1_001));
        var none = ForecastBacktest.Of(portfolio, asOf, 2);
        Assert.Equal("No KPI has enough past to look back at forecasts.", none.Explain().Sentence());
        Assert.Equal("Chưa KPI nào có đủ quá khứ để nhìn lại dự báo.", none.Explain().Sentence(System.Globalization.CultureInfo.GetCultureInfo("vi")));
        Assert.Equal((null, null, 0, 0), (none.Mase, none.NaiveMase, none.Compared, none.Better));
        Assert.Equal([null, null], none.Horizons.Select(each => each.Mase));
    }

    [Fact]
    public void A_dimension_of_segments_has_a_name()
    {
        var kpi = Kpi.Define("sales", "Sales", Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var (none, asOf) = (MeasurementSeries.Of("sales"), new LocalDate(2026, 8, 20));
        Assert.Throws<ArgumentNullException>("kpi", () => SegmentedForecast.Of(null!, none, asOf, "region", 1));
        Assert.Throws<ArgumentNullException>("measurements", () => SegmentedForecast.Of(kpi, null!, asOf, "region", 1));
        Assert.Throws<ArgumentException>("dimension", () => SegmentedForecast.Of(kpi, none, asOf, " ", 1));
        Refused("periods", () => SegmentedForecast.Of(kpi, none, asOf, "region", 0));
    }

    private static void Refused(string name, params Func<object>[] calls) => Assert.All(calls, call => Assert.Throws<ArgumentOutOfRangeException>(name, call));

    private static string Said(Func<object> call) => Assert.Throws<ArgumentException>(call).Message;
}
