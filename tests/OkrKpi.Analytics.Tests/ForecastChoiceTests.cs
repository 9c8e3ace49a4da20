using System.Globalization;

namespace OkrKpi.Analytics.Tests;

/// <summary>Which method is taken, and what is said of it.</summary>
public class ForecastChoiceTests
{
    [Fact]
    public void Trials_are_told_the_least_off_first_and_the_choice_as_it_was_made()
    {
        var random = new Random(6);
        var combined = 0;
        for (var run = 0; run < 40; run++)
        {
            var values = Enumerable.Range(0, 48).Select(index => 100m + (10m * (decimal)Math.Sin(index * Math.PI / 6d)) + random.Next(-9, 10)).ToArray();
            var forecast = SeriesForecast.Of(values, 3, 12);
            Assert.Equal(forecast.Trials.Select(each => each.MeanAbsoluteError).Order(), forecast.Trials.Select(each => each.MeanAbsoluteError));
            var isLeast = forecast.Trials[0].Method.Name == forecast.Method.Name;
            combined += isLeast ? 0 : 1;
            var explained = forecast.Explain();
            Assert.Contains($"Forecast by {forecast.Method.Name}", explained.Sentence(), StringComparison.Ordinal);
            Assert.Contains("a combination is taken unless a single method was off by a fifth less", explained.Sentence(), StringComparison.Ordinal);
            Assert.DoesNotContain("it was the least off", explained.Sentence(), StringComparison.Ordinal);
            Assert.Contains("ít hơn một phần năm", explained.Sentence(CultureInfo.GetCultureInfo("vi")), StringComparison.Ordinal);
        }

        Assert.True(combined > 0);
    }

    [Fact]
    public void Of_single_methods_alone_the_least_off_is_taken()
    {
        decimal[] values = [.. Enumerable.Range(0, 48).Select(index => 100m + (index * 7 % 13))];
        var forecast = SeriesForecast.Of(values, 3, 12, ForecastOptions.Default.ChoosingBetween(ForecastMethod.Mean, ForecastMethod.Naive));
        Assert.Equal(forecast.Trials[0].Method.Name, forecast.Method.Name);
        Assert.Contains("it was the least off", forecast.Explain().Sentence(), StringComparison.Ordinal);
    }
}
