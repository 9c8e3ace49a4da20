namespace OkrKpi.Analytics.Tests;

/// <summary>Whatever comes in, there is an answer or an argument exception, and never a number that is none.</summary>
public class HostileInputTests
{
    private static readonly ForecastMethod[] Methods =
    [
        ForecastMethod.Mean, ForecastMethod.Naive, ForecastMethod.SeasonalNaive, ForecastMethod.Drift, ForecastMethod.Trend, ForecastMethod.SimpleSmoothing,
        ForecastMethod.Holt, ForecastMethod.DampedHolt, ForecastMethod.HoltWinters, ForecastMethod.MultiplicativeHoltWinters, ForecastMethod.DampedHoltWinters,
        ForecastMethod.DampedMultiplicativeHoltWinters, ForecastMethod.Theta, ForecastMethod.HoltWinters.Updating(SeasonUpdate.FromNewLevel),
        ForecastMethod.Combination(ForecastMethod.Mean, ForecastMethod.Theta),
    ];

    private static readonly decimal[] Odd =
        [0m, 1m, -1m, 1_000_000_000_000_000m, -1_000_000_000_000_000m, 0.000_000_000_001m, -0.000_000_000_001m, 100m, 100m, 100m, 3.7m];

    [Property(MaxTest = 150)]
    public void Every_method_and_the_choice_between_them_answer_or_refuse(int[] picks, int season, bool isConstant, bool isPositive)
    {
        var values = picks.Take(40).Select(each => Odd[(int)((uint)each % (uint)Odd.Length)]).ToArray();
        values = isConstant ? Array.ConvertAll(values, _ => values[0]) : isPositive ? Array.ConvertAll(values, value => Math.Abs(value) + 0.1m) : values;
        values = Array.ConvertAll(values, value => Math.Min(value, 1_000_000_000_000_000m));
        var length = 1 + (int)((uint)season % 6u);
        foreach (var method in Methods)
        {
            Refusing(() =>
            {
                var forecast = method.Forecast(values, 14, length);
                Assert.Equal(14, forecast.Points.Count);
                Assert.All(forecast.Interval(0.8m), interval => Assert.True(interval.Low <= interval.High));
                return forecast;
            });
        }

        Refusing(() =>
        {
            var forecast = SeriesForecast.Of(values, 14, length);
            var (narrow, wide) = (forecast.Interval(0.5m), forecast.Interval(0.99m));
            Assert.Equal(narrow.Count, wide.Count);
            Assert.All(narrow, (interval, index) => Assert.True(wide[index].Low <= interval.Low && interval.High <= wide[index].High));
            Assert.DoesNotContain("NaN", forecast.Explain().ToString(), StringComparison.Ordinal);
            return forecast;
        });
        Refusing(() =>
        {
            var series = InterruptedSeries.Of(values, values.Length / 2);
            Assert.False(double.IsNaN(series.P));
            Assert.True(series.Interval(0.9m).Low <= series.Interval(0.9m).High);
            return series.Explain(Direction.HigherIsBetter, Unit.Count("view")).ToString();
        });
        Refusing(() =>
        {
            var difference = DifferenceInDifferences.Of(values, values.Length / 2, [.. values.Reverse()]);
            Assert.False(double.IsNaN(difference.P) || double.IsNaN(difference.Welch()?.P ?? 1d));
            return difference.Explain(Direction.LowerIsBetter, Unit.Count("view")).ToString();
        });
    }

    [Fact]
    public void Nothing_at_all_is_refused_with_what_to_do()
    {
        Assert.Contains("give one or more", Assert.Throws<ArgumentException>(() => SeriesForecast.Of([], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ForecastMethod.Mean.Forecast([], 3));
        Assert.Throws<ArgumentException>(() => ForecastMethod.MultiplicativeHoltWinters.Forecast([1m, -1m, 2m, 3m, 4m, 5m], 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesForecast.Of([1_000_000_000_000_001m], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesForecast.Of([1m], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesForecast.Of([1m, 2m], 1).Interval(1m));
    }

    [Fact]
    public void One_value_goes_on_and_says_nothing_of_how_far_off_it_may_be()
    {
        var forecast = SeriesForecast.Of([7m], 3, 12);
        Assert.Equal([7m, 7m, 7m], forecast.Points);
        Assert.Equal(ForecastGround.TooShort, forecast.Ground);
        Assert.Empty(forecast.Interval(0.8m));
    }

    [Fact]
    public void Values_that_never_changed_go_on()
    {
        var forecast = SeriesForecast.Of([.. Enumerable.Repeat(42m, 36)], 3, 12);
        Assert.Equal([42m, 42m, 42m], forecast.Points);
        Assert.All(forecast.Interval(0.95m), interval => Assert.True(interval is { Low: 42m, High: 42m }));
    }

    [Fact]
    public void The_same_values_give_the_same_forecast_in_any_order_and_on_any_number_of_threads()
    {
        var random = new Random(5);
        IReadOnlyList<decimal>[] series =
            [.. Enumerable.Range(0, 24).Select(_ => (IReadOnlyList<decimal>)[.. Enumerable.Range(0, 40).Select(_ => (decimal)random.Next(50, 150))])];
        var one = SeriesForecast.OfMany(series, 6, 12);
        var many = SeriesForecast.OfMany(series, 6, 12, threads: 4);
        IReadOnlyList<SeriesForecast> turned = [.. SeriesForecast.OfMany([.. series.Reverse()], 6, 12, threads: 3).Reverse()];
        for (var index = 0; index < series.Length; index++)
        {
            Assert.Equal(Told(one[index]), Told(many[index]));
            Assert.Equal(Told(one[index]), Told(turned[index]));
            Assert.Equal(Told(one[index]), Told(SeriesForecast.Of(series[index], 6, 12)));
        }

        static string Told(SeriesForecast forecast) =>
            string.Join(", ", forecast.Points) + string.Join(", ", forecast.Interval(0.8m)) + forecast.Explain();
    }

    private static void Refusing(Func<object> call)
    {
        try
        {
            Assert.NotNull(call());
        }
        catch (ArgumentException)
        {
        }
    }
}
