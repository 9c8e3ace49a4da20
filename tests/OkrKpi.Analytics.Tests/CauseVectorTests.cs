using System.Text.Json;

namespace OkrKpi.Analytics.Tests;

/// <summary>
/// Interrupted series and differences in differences against R, <c>tests/vectors/effects-r.json</c>, to 1e-8. Its Welch cases are the core's.
/// </summary>
public class CauseVectorTests
{
    private const string Oracle = "effects-r.json";

    public static TheoryData<string> Interrupted => Ids("interrupted-series");

    public static TheoryData<string> Differences => Ids("difference-in-differences");

    [Theory]
    [MemberData(nameof(Interrupted))]
    public void An_interrupted_series_is_as_R_fits_it(string id)
    {
        var (input, expected) = Case(id);
        var series = InterruptedSeries.Of(
            Values(input.GetProperty("values")), input.GetProperty("before").GetInt32(), input.GetProperty("harmonics").GetInt32(),
            input.TryGetProperty("season", out var season) || input.TryGetProperty("period", out season) ? season.GetInt32() : 12,
            input.GetProperty("neweyWestLag").GetInt32());

        Near(expected, "intercept", series.Regression.Coefficients[0].Estimate);
        Near(expected, "trend", series.Trend.Estimate);
        Near(expected, "level", series.Level.Estimate);
        Near(expected, "slope", series.Slope.Estimate);
        Near(expected, "sigma", series.Regression.ResidualDeviation);
        Near(expected, "pLevel", series.Level.P);
        Near(expected, "durbinWatson", series.Regression.DurbinWatson!.Value);
        Assert.Equal(expected.GetProperty("df").GetInt32(), series.Regression.DegreesOfFreedom);
        Near(expected.GetProperty("se"), "trend", series.Trend.StandardError);
        Near(expected.GetProperty("se"), "level", series.Level.StandardError);
        Near(expected.GetProperty("se"), "slope", series.Slope.StandardError);
        Near(expected.GetProperty("neweyWest"), "trend", series.NeweyWest[1]);
        Near(expected.GetProperty("neweyWest"), "level", series.NeweyWest[2]);
        Near(expected.GetProperty("neweyWest"), "slope", series.NeweyWest[3]);
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_difference_in_differences_is_as_R_tests_it(string id)
    {
        var (input, expected) = Case(id);
        var difference = DifferenceInDifferences.Of(
            Values(input.GetProperty("treated")), input.GetProperty("before").GetInt32(), input.GetProperty("controls").EnumerateArray().Select(Values));

        Near(expected, "effect", (double)difference.Effect);
        var welch = difference.Welch()!;
        Near(expected, "welchT", welch.T);
        Near(expected, "welchDf", welch.DegreesOfFreedom);
        Near(expected, "low95", welch.Low95);
        Near(expected, "high95", welch.High95);
        Near(expected, "p", welch.P);
    }

    private static TheoryData<string> Ids(string kind) =>
        [.. VectorFile.Cases(Oracle).Where(each => VectorFile.KindOf(each) == kind).Select(each => each.GetProperty("id").GetString()!)];

    private static (JsonElement Input, JsonElement Expected) Case(string id)
    {
        var vector = VectorFile.Cases(Oracle).Single(each => each.GetProperty("id").GetString() == id);
        return (vector.GetProperty("input"), vector.GetProperty("expected"));
    }

    private static decimal[] Values(JsonElement list) => [.. list.EnumerateArray().Select(each => each.GetDecimal())];

    private static void Near(JsonElement owner, string name, double actual)
    {
        var expected = owner.GetProperty(name).GetDouble();
        Assert.Equal(expected, actual, 1e-8 * Math.Max(1d, Math.Abs(expected)));
    }
}
