namespace OkrKpi.Analytics.Tests;

/// <summary>How far off forecasts were, by hand.</summary>
public class AccuracyTests
{
    /// <summary>Off by 10, -20 and 0, where the training changed by 5 a period.</summary>
    [Fact]
    public void Errors_are_told_in_the_unit_as_shares_and_as_parts_of_the_usual_change()
    {
        var accuracy = ForecastAccuracy.Of([110m, 80m, 50m], [100m, 100m, 50m], [0m, 5m, 10m, 5m]);
        Assert.Equal(3, accuracy.Count);
        Assert.Equal(-10d / 3d, accuracy.MeanError, 12);
        Assert.Equal(10d, accuracy.MeanAbsoluteError, 12);
        Assert.Equal(Math.Sqrt(500d / 3d), accuracy.RootMeanSquaredError, 12);
        Assert.Equal((100d * ((10d / 110d) + (20d / 80d))) / 3d, accuracy.Mape!.Value, 12);
        Assert.Equal(200d * ((10d / 210d) + (20d / 180d)) / 3d, accuracy.SymmetricMape, 12);
        Assert.Equal(2d, accuracy.Mase!.Value, 12);
        Assert.Equal(Math.Sqrt(500d / 3d) / 5d, accuracy.Rmsse!.Value, 12);
        Assert.Equal("3 values: MAE 10, MASE 2", accuracy.ToString());
    }

    [Fact]
    public void By_a_season_the_change_since_the_same_time_before_counts() =>
        Assert.Equal(10d / 4d, ForecastAccuracy.Of([110m], [100m], [0m, 5m, 4m, 9m], 2).Mase!.Value, 12);

    [Fact]
    public void Without_any_change_only_what_was_right_has_a_scale()
    {
        var right = ForecastAccuracy.Of([7m, 0m], [7m, 0m], [7m, 7m, 7m]);
        Assert.Equal((0d, 0d, 0d), (right.Mase, right.Rmsse, right.SymmetricMape));
        var off = ForecastAccuracy.Of([8m], [7m], [7m, 7m, 7m]);
        Assert.Equal((null, null), (off.Mase, off.Rmsse));
        Assert.Null(ForecastAccuracy.Of([0m, 2m], [1m, 2m], [1m, 2m]).Mape);
    }

    [Fact]
    public void There_is_a_forecast_for_each_value()
    {
        Assert.Contains("2 forecasts for 1 values", Assert.Throws<ArgumentException>("forecast", () => ForecastAccuracy.Of([1m], [1m, 2m], [1m, 2m])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("forecast", () => ForecastAccuracy.Of([], [], [1m, 2m]));
        Assert.Throws<ArgumentNullException>("forecast", () => ForecastAccuracy.Of([1m], null!, [1m, 2m]));
        Assert.Throws<ArgumentOutOfRangeException>("season", () => ForecastAccuracy.Of([1m], [1m], [1m, 2m], 0));
    }

    [Theory]
    [InlineData(110, 9)]
    [InlineData(100, 0)]
    [InlineData(90, 1)]
    public void What_lies_above_a_quantile_costs_its_probability_and_what_lies_below_the_rest(int actual, int loss) =>
        Assert.Equal(loss, ForecastAccuracy.Pinball(actual, 100m, 0.9m));

    [Theory]
    [InlineData(100, 20)]
    [InlineData(90, 20)]
    [InlineData(110, 20)]
    [InlineData(115, 70)]
    [InlineData(85, 70)]
    public void An_interval_costs_its_width_and_ten_times_what_lies_outside_of_one_for_80_percent(int actual, int score)
    {
        var interval = ForecastMethod.Naive.Forecast([95m, 105m, 95m, 105m, 100m], 1).Interval(0.8m)[0];
        var half = (interval.High - interval.Low) / 2m;
        var by = actual switch { 115 => half + 5m, 85 => -half - 5m, 110 => half, 90 => -half, _ => 0m };
        Assert.Equal((2m * half) + score - 20m, ForecastAccuracy.Winkler(((interval.High + interval.Low) / 2m) + by, interval), 9);
    }

    [Fact]
    public void What_is_scored_lies_within_a_quintillion()
    {
        var interval = ForecastMethod.Naive.Forecast([1m, 2m, 4m], 1).Interval(0.8m)[0];
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => ForecastAccuracy.Winkler(1_000_000_000_000_000_001m, interval));
        Assert.Throws<ArgumentNullException>("interval", () => ForecastAccuracy.Winkler(1m, null!));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => ForecastAccuracy.Pinball(-1_000_000_000_000_000_001m, 1m, 0.5m));
        Assert.Throws<ArgumentOutOfRangeException>("quantile", () => ForecastAccuracy.Pinball(1m, 1_000_000_000_000_000_001m, 0.5m));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => ForecastAccuracy.Pinball(1m, 1m, 0m));
    }
}
