using System.Globalization;
using System.Text;

namespace OkrKpi.Analytics.Tests;

/// <summary>
/// What every method, choice and cause says of some series and KPIs, told in full in <c>tests/data/analytics</c> to four digits. What is right is tested
/// against R and by properties; here a change of any number shows, with the series it belongs to.
/// </summary>
public class KeptAnalyticsTests
{
    private static readonly ForecastMethod[] Methods =
    [
        ForecastMethod.Mean, ForecastMethod.Naive, ForecastMethod.SeasonalNaive, ForecastMethod.Drift, ForecastMethod.Trend, ForecastMethod.SimpleSmoothing,
        ForecastMethod.Holt, ForecastMethod.DampedHolt, ForecastMethod.HoltWinters, ForecastMethod.MultiplicativeHoltWinters, ForecastMethod.DampedHoltWinters,
        ForecastMethod.DampedMultiplicativeHoltWinters, ForecastMethod.HoltWinters.Updating(SeasonUpdate.FromNewLevel), ForecastMethod.Theta,
        ForecastMethod.Combination(ForecastMethod.Naive, ForecastMethod.Trend),
    ];

    [Fact]
    public void What_each_method_says_of_a_series_stays_as_it_is()
    {
        var text = new StringBuilder();
        foreach (var (name, season, values) in AnySeries.All)
        {
            text.Append('\n').Append("## ").Append(name).Append('\n');
            foreach (var method in Methods.Where(each => values.Length >= each.LeastValues(season)))
            {
                Tell(text, () =>
                {
                    var forecast = method.Forecast(values, 5, season);
                    return $"{method}: {Told(forecast.Points)}; {string.Join(' ', forecast.Interval(0.8m).Select(Told))}; {Told(forecast.StandardError)}; fit "
                        + $"{Told(forecast.Fit.Level)} {Told(forecast.Fit.Slope)} {Told(forecast.Fit.Sigma)} {Told(forecast.Fit.SumOfSquares)}";
                });
            }

            var chosen = SeriesForecast.Of(values, 4, season);
            text.Append(CultureInfo.InvariantCulture, $"{chosen.Ground} {chosen.Method} of {chosen.Values} by {chosen.Origins}{(chosen.IsBound ? ", bound" : "")}: ")
                .Append(Told(chosen.Points)).Append("; ").AppendJoin(' ', chosen.Interval(0.8m).Select(Told)).Append("; ")
                .AppendJoin(' ', chosen.Interval(0.95m).Select(Told)).Append('\n').Append(chosen.Explain().ToText(CultureInfo.InvariantCulture)).Append('\n');
            foreach (var trial in chosen.Trials)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {trial.Method}: {Told(trial.Mase)} {Told(trial.MeanAbsoluteError)}\n");
            }

            Tell(text, () => $"accuracy {Told(ForecastAccuracy.Of(values[^4..], [.. values[^8..^4]], values[..^4], season))}");
            Tell(text, () => Told(SeriesForecast.Of(values, 3, season, ForecastOptions.Default.Within(0m, values.Max())).Interval(0.9m)[2]));
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "methods.txt");
    }

    [Fact]
    public void What_is_expected_of_a_KPI_stays_as_it_is()
    {
        var text = new StringBuilder();
        foreach (var (name, assessment) in AnyForecastKpis.All)
        {
            text.Append('\n').Append("## ").Append(name).Append('\n');
            var forecast = assessment.Forecast(3);
            text.Append(CultureInfo.InvariantCulture, $"{forecast.Ground}, {forecast.FilledGaps} filled\n{forecast.Explain().ToText(CultureInfo.InvariantCulture)}\n");
            text.Append(forecast.Explain().Sentence(CultureInfo.GetCultureInfo("vi"))).Append('\n');
            foreach (var period in forecast.Periods)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {period.Period}: {Told(period.Point)} known {Told(period.Known)} of {period.Target?.ToString() ?? "-"} ")
                    .Append(CultureInfo.InvariantCulture, $"{(period.Interval(0.8m) is { } interval ? Told(interval) : "-")} {(period.IsBound ? "bound " : "")}")
                    .Append(CultureInfo.InvariantCulture, $"meets it {Told(period.ProbabilityOfMeeting)}; {period.Explain().Sentence(CultureInfo.InvariantCulture)}\n");
            }

            Tell(text, () => Lagging.ForecastToMiss(0.3m).Check(assessment)?.ToString() ?? "not forecast to miss");
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "kpis.txt");
    }

    [Fact]
    public void What_an_interruption_and_a_comparison_with_others_say_stays_as_it_is()
    {
        var text = new StringBuilder();
        foreach (var (name, season, values) in AnySeries.All.Where(each => each.Values.Length >= 20))
        {
            text.Append('\n').Append("## ").Append(name).Append('\n');
            foreach (var (before, harmonics) in new[] { (values.Length - 4, 0), (values.Length - 8, 0), (values.Length - 8, season > 1 ? 1 : 0) })
            {
                Tell(text, () =>
                {
                    var told = InterruptedSeries.Of(values, before, harmonics, Math.Max(season, 2));
                    return $"interrupted after {before} with {harmonics}: {Told(told.Effect)} {Told(told.Interval(0.9m))} p {Told(told.P)} level {Told(told.Level)} slope "
                        + $"{Told(told.Slope)} trend {Told(told.Trend)} rho {Told(told.Autocorrelation)} lag {told.Lag}, {told.PeriodsBefore} and {told.PeriodsAfter}; "
                        + $"{told.Verdict(Direction.HigherIsBetter)} {told.Verdict(Direction.LowerIsBetter)}; R2 {Told(told.Regression.RSquared)} "
                        + $"DW {Told(told.Regression.DurbinWatson)} SD {Told(told.Regression.ResidualDeviation)}; NW {string.Join(' ', told.NeweyWest.Select(each => Told(each)))}\n"
                        + told.Explain(Direction.HigherIsBetter, Unit.Count("thing")).ToText(CultureInfo.InvariantCulture);
                });
            }

            foreach (var shift in new[] { 0m, 30m })
            {
                Tell(text, () =>
                {
                    decimal[] acted = [.. values.Select((value, index) => value + (index >= values.Length - 6 ? shift : 0m) + AnySeries.Noise(index, 5))];
                    decimal[] other = [.. values.Select((value, index) => (value / 2) + AnySeries.Noise(index, 3))];
                    var told = DifferenceInDifferences.Of(acted, values.Length - 6, values, other);
                    return $"against others with {shift}: {Told(told.Effect)} {Told(told.Interval(0.9m))} p {Told(told.P)} rho {Told(told.Autocorrelation)} parallel "
                        + $"{told.WereParallel} {(told.BeforeSlope is { } slope ? Told(slope) : "-")} {told.Verdict(Direction.HigherIsBetter)}; gaps {Told(told.Gaps)}; "
                        + $"Welch {Told(told.Welch()?.P)}\n" + told.Explain(Direction.LowerIsBetter, Unit.Percent).ToText(CultureInfo.InvariantCulture);
                });
            }
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "causes.txt");
    }

    [Fact]
    public void How_good_the_forecasts_of_a_portfolio_were_stays_as_it_is()
    {
        var portfolio = AnyForecastKpis.Portfolio;
        var told = ForecastBacktest.Of(portfolio, AnyForecastKpis.AsOf, 3, origins: 6);
        var text = new StringBuilder(told.Explain().ToText(CultureInfo.InvariantCulture)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{told.Better} of {told.Compared}, {Told(told.Mase)} {Told(told.NaiveMase)} at {told.Probability}\n");
        foreach (var horizon in told.Horizons)
        {
            text.Append(CultureInfo.InvariantCulture, $"{horizon.Ahead}: {horizon.Count} {Told(horizon.Coverage)} {Told(horizon.Mase)} {Told(horizon.NaiveMase)}; {horizon}\n");
        }

        foreach (var kpi in told.Kpis)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kpi.Kpi.Id}: {kpi.Count} {Told(kpi.Coverage)} {Told(kpi.Mase)} {Told(kpi.NaiveMase)} {Told(kpi.Pinball)} ")
                .Append(CultureInfo.InvariantCulture, $"{Told(kpi.SymmetricMape)}; {kpi}\n");
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "backtest.txt");
    }

    // What is refused is told as that.
    private static void Tell(StringBuilder text, Func<string> said)
    {
        string told;
        try
        {
            told = said();
        }
        catch (ArgumentException refused)
        {
            told = "refused: " + refused.Message;
        }

        text.Append(told).Append('\n');
    }

    private static string Told(ForecastAccuracy accuracy) =>
        $"{accuracy.Count} {Told(accuracy.MeanError)} {Told(accuracy.MeanAbsoluteError)} {Told(accuracy.RootMeanSquaredError)} {Told(accuracy.Mape)} "
        + $"{Told(accuracy.SymmetricMape)} {Told(accuracy.Mase)} {Told(accuracy.Rmsse)}";

    private static string Told(IEnumerable<decimal> values) => string.Join(' ', values.Select(value => Told(value)));

    private static string Told(ForecastInterval interval) => $"{Told(interval.Low)}..{Told(interval.High)}";

    private static string Told(RegressionCoefficient coefficient) => $"{Told(coefficient.Estimate)}±{Told(coefficient.StandardError)} p {Told(coefficient.P)}";

    private static string Told(decimal? value) => Told((double?)value);

    // Below a millionth it is what rounding leaves of nothing.
    private static string Told(double? value) => value is not { } number ? "-" : Math.Abs(number) < 1e-6 ? "0" : number.ToString("G4", CultureInfo.InvariantCulture);
}
