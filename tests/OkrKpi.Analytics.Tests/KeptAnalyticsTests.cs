using System.Globalization;
using System.Text;
using NodaTime;

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
    public void With_weights_and_a_start_that_are_given_a_method_says_the_same_again()
    {
        var text = new StringBuilder();
        foreach (var (name, season, values) in AnySeries.All.Where(each => each.Season is > 1 and < 12))
        {
            decimal[] factors = [.. Enumerable.Range(0, season).Select(index => 1m + (AnySeries.Noise(index, 3) / 20m))];
            foreach (var update in Enum.GetValues<SeasonUpdate>())
            {
                foreach (var method in new[] { ForecastMethod.DampedHoltWinters, ForecastMethod.HoltWinters, ForecastMethod.DampedMultiplicativeHoltWinters })
                {
                    Tell(text, () =>
                    {
                        var given = method.Updating(update).WithWeights(0.4m, 0.2m, 0.3m, 0.9m).StartingFrom(20m, 0.5m, factors);
                        var forecast = given.Forecast(values, season + 2, season);
                        return $"{name}, {given} {update}: {Told(forecast.Points)}; {string.Join(' ', forecast.Interval(0.8m).Select(Told))}; "
                            + $"{Told(forecast.Fit.SumOfSquares)} {Told(forecast.Fit.Level)} {Told(forecast.Fit.Slope)} "
                            + string.Join(' ', forecast.Fit.Seasons.Select(each => Told(each)));
                    });
                }
            }

            Tell(text, () => $"{name}, theta: {Told(ForecastMethod.Theta.WithWeight(0.25m, 18m).Forecast(values, 3, season).Points)}");
            Tell(text, () => $"{name}, Holt: {Told(ForecastMethod.DampedHolt.WithWeights(0.4m, 0.2m, null, 0.9m).StartingFrom(20m, 0.5m).Forecast(values, 3).Points)}");
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "weights.txt");
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
            Tell(text, forecast.Periods);
            Tell(text, () => Lagging.ForecastToMiss(0.3m).Check(assessment)?.ToString() ?? "not forecast to miss");
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "kpis.txt");
    }

    [Fact]
    public void What_is_expected_in_other_units_stays_as_it_is()
    {
        var text = new StringBuilder();
        ForecastOptions[] choices =
        [
            ForecastOptions.Default, ForecastOptions.Default.Within(null, 4m), ForecastOptions.Default.Within(4.3m, null),
            ForecastOptions.Default.Within(-5m, -2m),
        ];
        foreach (var (name, assessment) in AnyForecastKpis.OfUnits)
        {
            foreach (var options in choices.Take(name.Contains("4.2", StringComparison.Ordinal) || name.Contains("-3", StringComparison.Ordinal) ? 4 : 1))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name} within {Told(options.Low)} to {Told(options.High)}\n");
                Tell(text, assessment.Forecast(2, options.ChoosingBetween(ForecastMethod.Naive, ForecastMethod.Mean)).Periods);
            }
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "units.txt");
    }

    [Fact]
    public void What_is_expected_of_regions_and_of_all_of_them_stays_as_it_is()
    {
        var text = new StringBuilder();
        foreach (var (kpi, series) in AnyForecastKpis.OfRegions)
        {
            foreach (var asOf in new[] { AnyForecastKpis.AsOf, new LocalDate(2026, 6, 30), new LocalDate(2024, 2, 3) })
            {
                text.Append('\n').Append(CultureInfo.InvariantCulture, $"## {kpi.Aggregation} on {asOf:uuuu-MM-dd}{(kpi.Targets.Decisions.Count == 0 ? ", without a target" : "")}\n");
                Tell(text, () =>
                {
                    var told = SegmentedForecast.Of(kpi, series, asOf, "region", 2);
                    foreach (var segment in told.Segments)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{segment}; {segment.Series.Method} of {segment.Series.Values}\n");
                        Tell(text, segment.Next);
                    }

                    Tell(text, told.Total.Periods);
                    return $"{told}\n{told.Explain().ToText(CultureInfo.InvariantCulture)}\n{told.Explain().ToText(CultureInfo.GetCultureInfo("vi"))}";
                });
            }
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "regions.txt");
    }

    [Fact]
    public void Where_a_key_result_is_heading_stays_as_it_is()
    {
        var text = new StringBuilder();
        Goal[] goals =
        [
            Goal.FromTo(100, 190), Goal.FromTo(190, 100), Goal.AtLeast(165), Goal.AtMost(165), Goal.MoreThan(160), Goal.LessThan(160),
            Goal.KeepWithin(Band.Between(150, 170)), Goal.FindBaseline(),
        ];
        Cycle[] cycles = [Cycle.Quarter(2026, 3), Cycle.HalfYear(2026, 2), Cycle.Month(2026, 8)];
        foreach (var (name, assessment) in AnyForecastKpis.All)
        {
            foreach (var (goal, cycle) in from goal in goals from cycle in cycles select (goal, cycle))
            {
                Tell(text, () =>
                {
                    var keyResult = KeyResult.Define("kr", "It", assessment.Kpi.Unit, goal).WithValuesOf(assessment);
                    var told = keyResult.Score(cycle, assessment.AsOf).Forecast(assessment);
                    return $"{name}, {goal}, {cycle.Name}: {Told(told.AtEnd?.Current)} {Told(told.AtEnd?.Score)} {Told(told.ProbabilityOfReaching)} over "
                        + $"[{string.Join(' ', told.Periods.Select(each => each.Period.Label))}]; {told}";
                });
            }
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "key-results.txt");
    }

    [Fact]
    public void What_is_read_as_the_effect_of_an_objective_stays_as_it_is()
    {
        var text = new StringBuilder();
        var (portfolio, asOf) = (AnyForecastKpis.Portfolio, AnyForecastKpis.AsOf);
        Cycle[] cycles =
        [
            Cycle.Quarter(2024, 2), Cycle.Quarter(2025, 1), Cycle.Quarter(2025, 3), Cycle.HalfYear(2025, 2), Cycle.Quarter(2026, 1), Cycle.Quarter(2026, 2),
        ];
        foreach (var kpi in portfolio.Kpis)
        {
            foreach (var (name, reading) in new[]
            {
                ("interrupted", EffectReading.Interrupted(portfolio, asOf)), ("against a level", EffectReading.AgainstOthers(portfolio, asOf, KpiId.Of("a-level"))),
                ("against sales", EffectReading.AgainstOthers(portfolio, asOf, KpiId.Of("sales-by-the-month"), KpiId.Of("sales-with-a-forgotten-month"))),
            })
            {
                var assessment = KpiAssessment.Of(kpi, portfolio.MeasurementsOf(kpi.Id), asOf);
                text.Append(CultureInfo.InvariantCulture, $"{kpi.Name}, {name}: ")
                    .AppendJoin(' ', cycles.Select(cycle => EffectRule.Default.With(reading).Apply(assessment, cycle).Movement))
                    .Append("; ").AppendJoin(' ', cycles.Select(cycle => EffectRule.Default.AfterLag(1).With(reading).Apply(assessment, cycle).Movement)).Append('\n');
            }
        }

        Kept.Is(text.ToString(), "tests", "data", "analytics", "effects.txt");
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

    private static void Tell(StringBuilder text, IEnumerable<ForecastPeriod> periods)
    {
        foreach (var period in periods)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {period.Period}: {Told(period.Point)} known {Told(period.Known)} of {period.Target?.ToString() ?? "-"} ")
                .Append(CultureInfo.InvariantCulture, $"{(period.Interval(0.8m) is { } interval ? Told(interval) : "-")} {(period.IsBound ? "bound " : "")}")
                .Append(CultureInfo.InvariantCulture, $"meets it {Told(period.ProbabilityOfMeeting)}; {period.Explain().Sentence(CultureInfo.InvariantCulture)}\n");
        }
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
