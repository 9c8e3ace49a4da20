using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkrKpi.Analytics.Tests;

/// <summary>Points and intervals of each method against R, <c>tests/vectors/forecasts-r.json</c>.</summary>
public partial class ForecastVectorTests
{
    private const string Oracle = "forecasts-r.json";

    public static TheoryData<string> All => [.. VectorFile.Cases(Oracle).Select(each => each.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_method_tells_what_R_tells(string id)
    {
        var vector = VectorFile.Cases(Oracle).Single(each => each.GetProperty("id").GetString() == id);
        Assert.Equal("forecast", VectorFile.KindOf(vector));
        var (train, season) = Series(vector);
        var largest = train.Max(Math.Abs);
        var points = vector.GetProperty("point").EnumerateArray().Select(each => each.GetDouble()).ToArray();
        var forecast = MethodOf(vector, season).Forecast([.. train.Select(each => (decimal)each)], points.Length, season);

        for (var index = 0; index < points.Length; index++)
        {
            Near(points[index], (double)forecast.Points[index]);
        }

        foreach (var (share, low, high) in new[] { (0.8m, "lower80", "upper80"), (0.95m, "lower95", "upper95") })
        {
            if (vector.TryGetProperty(low, out var lows))
            {
                var interval = forecast.Interval(share);
                for (var index = 0; index < points.Length; index++)
                {
                    Near(lows[index].GetDouble(), (double)interval[index].Low);
                    Near(vector.GetProperty(high)[index].GetDouble(), (double)interval[index].High);
                }
            }
        }

        Also("sigma", forecast.Fit.Sigma);
        Also("residualSd", forecast.Fit.Sigma);
        Also("finalLevel", forecast.Fit.Level);
        Also("finalTrend", forecast.Fit.Slope);
        Also("intercept", forecast.Fit.Level);
        Also("slope", forecast.Fit.Slope);
        Also("drift", forecast.Fit.Slope);
        if (vector.TryGetProperty("sse", out var squares))
        {
            Assert.Equal(1d, forecast.Fit.SumOfSquares / squares.GetDouble(), 1e-9);
        }

        if (vector.TryGetProperty("sigma2", out var variance))
        {
            Assert.Equal(1d, forecast.Fit.Sigma * forecast.Fit.Sigma / variance.GetDouble(), 1e-9);
        }

        foreach (var name in new[] { "finalSeasonal", "seasonalIndices" })
        {
            if (vector.TryGetProperty(name, out var seasons))
            {
                Assert.Equal(season, forecast.Fit.Seasons.Length);
                Assert.All(forecast.Fit.Seasons, (value, place) => Near(seasons[SeasonPlace(name, place, train.Length, season)].GetDouble(), value));
            }
        }

        void Also(string name, double actual)
        {
            if (vector.TryGetProperty(name, out var expected))
            {
                Near(expected.GetDouble(), actual);
            }
        }

        void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-7 * largest), expected + (1e-7 * largest));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Accuracy_is_measured_as_R_measures_it(string id)
    {
        var vector = VectorFile.Cases(Oracle).Single(each => each.GetProperty("id").GetString() == id);
        var (train, season) = Series(vector);
        var series = SeriesOf(vector);
        var test = series.GetProperty("test").EnumerateArray().Select(each => each.GetDecimal()).ToArray();
        var point = vector.GetProperty("point").EnumerateArray().Select(each => each.GetDecimal()).ToArray();
        if (!vector.TryGetProperty("accuracy", out var expected))
        {
            return;
        }

        decimal[] past = [.. train.Select(each => (decimal)each)];
        var accuracy = ForecastAccuracy.Of(test[..point.Length], point, past, season);
        var plain = ForecastAccuracy.Of(test[..point.Length], point, past);
        foreach (var (name, actual) in new[]
        {
            ("me", accuracy.MeanError), ("mae", accuracy.MeanAbsoluteError), ("rmse", accuracy.RootMeanSquaredError), ("mapePercent", accuracy.Mape),
            ("smapePercent", accuracy.SymmetricMape), ("mase", accuracy.Mase), ("maseLag1", plain.Mase), ("rmsse", accuracy.Rmsse),
        })
        {
            var number = expected.GetProperty(name).GetDouble();
            Assert.Equal(number, actual!.Value, Math.Max(Math.Abs(number), 1d) * 1e-9 * (name == "me" ? test.Max(each => (double)Math.Abs(each)) : 1d));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Weights_that_are_found_have_no_more_error_than_those_given(string id)
    {
        var vector = VectorFile.Cases(Oracle).Single(each => each.GetProperty("id").GetString() == id);
        var (train, season) = Series(vector);
        var method = MethodOf(vector, season);
        decimal[] past = [.. train.Select(each => (decimal)each)];
        ForecastMethod? open = method switch
        {
            Theta => ForecastMethod.Theta,
            Smoothing smoothing when vector.GetProperty("recursionStartsAt").GetInt32() > 1 => Open(smoothing),
            _ => null,
        };
        if (open is not null)
        {
            var (found, given) = (open.Forecast(past, 1, season).Fit.SumOfSquares, method.Forecast(past, 1, season).Fit.SumOfSquares);
            Assert.True(found <= given * (1d + 1e-6), $"{found} > {given}");
        }

        static ForecastMethod Open(Smoothing smoothing) => (smoothing.Slope, smoothing.Seasons) switch
        {
            (SmoothingTrend.None, _) => ForecastMethod.SimpleSmoothing,
            (SmoothingTrend.Linear, SeasonShape.None) => ForecastMethod.Holt,
            (SmoothingTrend.Damped, SeasonShape.None) => ForecastMethod.DampedHolt,
            (_, SeasonShape.Additive) => ForecastMethod.HoltWinters.Updating(smoothing.Update),
            (_, _) => ForecastMethod.MultiplicativeHoltWinters.Updating(smoothing.Update),
        };
    }

    private static JsonElement SeriesOf(JsonElement vector) => VectorFile.Part(Oracle, "series").EnumerateArray()
        .Single(each => each.GetProperty("id").GetString() == vector.GetProperty("series").GetString());

    private static (double[] Train, int Season) Series(JsonElement vector)
    {
        var series = SeriesOf(vector);
        return ([.. series.GetProperty("train").EnumerateArray().Select(each => each.GetDouble())], series.GetProperty("seasonLength").GetInt32());
    }

    // The seasons a method ends with are told in the order of the next values, those of a decomposition in that of the first.
    private static int SeasonPlace(string name, int place, int count, int season) => name == "finalSeasonal" ? (place - (count % season) + season) % season : place;

    private static ForecastMethod MethodOf(JsonElement vector, int season)
    {
        var name = vector.GetProperty("method").GetString()!;
        var kind = Parameters().Replace(name, "");
        switch (kind)
        {
            case "mean": return ForecastMethod.Mean;
            case "naive": return ForecastMethod.Naive;
            case "seasonal-naive": return ForecastMethod.SeasonalNaive;
            case "drift": return ForecastMethod.Drift;
            case "ols-trend": return ForecastMethod.Trend;
            default: break;
        }

        var given = vector.GetProperty("parameters");
        var initial = vector.GetProperty("initial");
        var alpha = Of(given, "alpha")!.Value;
        if (kind == "theta")
        {
            return ForecastMethod.Theta.WithWeight(alpha, Of(initial, "level"));
        }

        var method = kind switch
        {
            "ses" or "ets-ann" => ForecastMethod.SimpleSmoothing,
            "holt" or "ets-aan" => ForecastMethod.Holt,
            "damped-holt" or "ets-aadn" => ForecastMethod.DampedHolt,
            "ets-aaa" or "hw-additive-component-form" => ForecastMethod.HoltWinters,
            "ets-aada" => ForecastMethod.DampedHoltWinters,
            "hw-additive" => ForecastMethod.HoltWinters.Updating(SeasonUpdate.FromNewLevel),
            "hw-multiplicative" => ForecastMethod.MultiplicativeHoltWinters.Updating(SeasonUpdate.FromNewLevel),
            "hw-multiplicative-component-form" => ForecastMethod.MultiplicativeHoltWinters,
            _ => throw new InvalidOperationException($"'{name}' is no method of ours."),
        };
        method = method.WithWeights(
            alpha, Of(given, "betaStar") ?? (Of(given, "betaEts") / alpha), Of(given, "gamma") ?? Of(given, "gammaEts"), Of(given, "phi"));
        return vector.GetProperty("recursionStartsAt").GetInt32() > 1
            ? method
            : method.StartingFrom(Of(initial, "level")!.Value, Of(initial, "trend") ?? 0m, Seasons(initial));
    }

    private static decimal[] Seasons(JsonElement initial) =>
        initial.TryGetProperty("seasonal", out var seasons) ? [.. seasons.EnumerateArray().Select(each => (decimal)each.GetDouble())] : [];

    private static decimal? Of(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? (decimal)value.GetDouble() : null;

    [GeneratedRegex("-[abg][0-9].*$")]
    private static partial Regex Parameters();
}
