using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OkrKpi.Analytics.Tests;

/// <summary>Verdicts on what caused it: how often they are wrong without an effect, and how often they see one.</summary>
public class CauseTests
{
    internal const int Before = 24;
    private const int After = 6;
    private const int Runs = 400;

    // The bound leaves room for three standard errors of so few runs beside the 6 in 100.
    [Theory]
    [InlineData(0d)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Without_an_effect_few_are_seen(double autocorrelation)
    {
        var random = new Random(3);
        var (plain, seasonal, difference) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            plain += IsAlarm(InterruptedSeries.Of(Series(random, autocorrelation, 0d, 0d), Before).Verdict(Direction.HigherIsBetter));
            seasonal += IsAlarm(InterruptedSeries.Of(Series(random, autocorrelation, 15d, 0d), Before, harmonics: 1).Verdict(Direction.HigherIsBetter));
            difference += IsAlarm(DifferenceInDifferences.Of(
                Series(random, autocorrelation, 15d, 0d), Before, Series(random, autocorrelation, 15d, 0d)).Verdict(Direction.HigherIsBetter));
        }

        Assert.InRange(Math.Max(plain, Math.Max(seasonal, difference)), 0, (int)(0.096 * Runs));
    }

    [Fact]
    public void An_effect_of_two_standard_deviations_is_mostly_seen_and_of_the_right_sign()
    {
        var random = new Random(4);
        var (moved, worsened, difference) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            moved += InterruptedSeries.Of(Series(random, 0d, 0d, 20d), Before).Verdict(Direction.HigherIsBetter) == KpiMovement.Moved ? 1 : 0;
            worsened += InterruptedSeries.Of(Series(random, 0d, 0d, 20d), Before).Verdict(Direction.LowerIsBetter) == KpiMovement.Worsened ? 1 : 0;
            difference += DifferenceInDifferences.Of(Series(random, 0d, 0d, 20d), Before, Series(random, 0d, 0d, 0d), Series(random, 0d, 0d, 0d))
                .Verdict(Direction.HigherIsBetter) == KpiMovement.Moved ? 1 : 0;
        }

        Assert.True(moved > 0.6 * Runs && worsened > 0.6 * Runs && difference > 0.65 * Runs, $"{moved}, {worsened}, {difference} of {Runs}");
    }

    [Fact]
    public void Too_little_or_paths_that_parted_before_cannot_tell()
    {
        Assert.Equal(KpiMovement.CannotTell, InterruptedSeries.Of([1m, 3m, 2m, 4m, 9m, 8m, 9m], 4).Verdict(Direction.HigherIsBetter));
        decimal[] apart = [1m, 2.1m, 2.9m, 4.2m, 4.9m, 6.1m, 7.2m, 7.9m, 9.1m, 20m, 21m, 22m];
        var difference = DifferenceInDifferences.Of(apart, 9, [.. Enumerable.Repeat(3m, 12)]);
        Assert.False(difference.WereParallel);
        Assert.Equal(KpiMovement.CannotTell, difference.Verdict(Direction.HigherIsBetter));
        Assert.Contains("already changing before", difference.Explain(Direction.HigherIsBetter, Unit.Percent).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_effect_is_told_in_the_unit_with_what_is_assumed_in_both_languages()
    {
        decimal[] fell = [.. Enumerable.Range(0, 24).Select(index => 100m + (index % 3)), .. Enumerable.Range(0, 6).Select(index => 80m + (index % 3))];
        var series = InterruptedSeries.Of(fell, 24);
        Assert.Equal(KpiMovement.Worsened, series.Verdict(Direction.HigherIsBetter));
        var explained = series.Explain(Direction.HigherIsBetter, Unit.Count("order"));
        Assert.StartsWith("It worsened: -", explained.ToString(), StringComparison.Ordinal);
        Assert.Contains("Assumed", explained.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Đã xấu đi: -", explained.ToString("vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_effect_of_an_objective_is_read_by_the_line_of_before_or_by_those_who_did_not_act()
    {
        // The South fell in April, when it acted; the North and the West did not.
        var random = new Random(9);
        Kpi[] kpis = [Region("south"), Region("north"), Region("west")];
        var portfolio = Portfolio.Of(kpis, [], kpis.Select(kpi => MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 31).Select(month => Measurement.On(
            new LocalDate(2023, 12, 28).PlusMonths(month), 500m + random.Next(-9, 10) - (kpi.Id.ToString() == "south" && month >= 28 ? 60m : 0m))))));
        var asOf = new LocalDate(2026, 7, 15);
        var (interrupted, others) = (EffectReading.Interrupted(portfolio, asOf), EffectReading.AgainstOthers(portfolio, asOf, kpis[1].Id, kpis[2].Id));

        Assert.Equal(KpiMovement.Worsened, Effect(0, interrupted));
        Assert.Equal(KpiMovement.Worsened, Effect(0, others));
        Assert.Equal(KpiMovement.NoSign, Effect(1, interrupted));
        Assert.Equal(KpiMovement.CannotTell, Effect(1, others));
        Assert.Throws<ArgumentException>(() => EffectReading.AgainstOthers(portfolio, asOf));

        KpiMovement Effect(int index, EffectReading reading) => EffectRule.Default.With(reading)
            .Apply(KpiAssessment.Of(kpis[index], portfolio.MeasurementsOf(kpis[index].Id), asOf), Cycle.Quarter(2026, 2)).Movement;

        static Kpi Region(string id) =>
            Kpi.Define(id, "Sales in the " + id, Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
    }

    [Fact]
    public void With_a_declared_lag_a_trend_is_no_effect()
    {
        var random = new Random(21);
        var alarms = 0;
        for (var run = 0; run < 100; run++)
        {
            var kpi = Kpi.Define("views", "Views", Unit.Count("view"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);
            var rows = Enumerable.Range(0, 42).Select(month => Measurement.On(
                new LocalDate(2023, 1, 28).PlusMonths(month), 500m + (20m * month) + random.Next(-17, 18)));
            var portfolio = Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, rows)]);
            var asOf = new LocalDate(2026, 7, 15);
            alarms += IsAlarm(EffectRule.Default.AfterLag(3).With(EffectReading.Interrupted(portfolio, asOf))
                .Apply(KpiAssessment.Of(kpi, portfolio.MeasurementsOf(kpi.Id), asOf), Cycle.Quarter(2026, 1)).Movement);
        }

        Assert.InRange(alarms, 0, 12);
    }

    [Fact]
    public void A_comparison_with_others_leaves_out_the_periods_that_one_of_them_has_no_value_in()
    {
        // Of the North every second month before is missing, so that too few of both are left to tell; the months between are no values of it.
        var kpis = new[] { "south", "north" }.Select(id =>
            Kpi.Define(id, id, Unit.Count("order"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last)).ToArray();
        var portfolio = Portfolio.Of(kpis, [], kpis.Select(kpi => MeasurementSeries.Of(kpi.Id, Enumerable.Range(0, 12)
            .Where(month => kpi.Id == kpis[0].Id || month % 2 == 0 || month > 8)
            .Select(month => Measurement.On(
                new LocalDate(2025, 7, 28).PlusMonths(month), 500m + (month * 7 % 5) - (month > 8 && kpi.Id == kpis[0].Id ? 90m : 0m))))));
        var asOf = new LocalDate(2026, 7, 15);
        var effect = EffectRule.Default.With(EffectReading.AgainstOthers(portfolio, asOf, kpis[1].Id))
            .Apply(KpiAssessment.Of(kpis[0], portfolio.MeasurementsOf(kpis[0].Id), asOf), Cycle.Quarter(2026, 2));
        Assert.Equal(KpiMovement.CannotTell, effect.Movement);
    }

    [Fact]
    public void The_interval_that_is_told_is_the_one_the_verdict_goes_by()
    {
        var random = new Random(8);
        for (var run = 0; run < 60; run++)
        {
            var series = InterruptedSeries.Of(Series(random, 0d, 0d, 15d), Before);
            var told = series.Interval(0.95m);
            Assert.Equal(series.Verdict(Direction.HigherIsBetter) == KpiMovement.NoSign, told.Holds(0m));
            var explained = series.Explain(Direction.HigherIsBetter, Unit.Count("view"));
            Assert.Contains("(95 %: ", explained.ToString("vi"), StringComparison.Ordinal);
            var bounds = Regex.Match(explained.ToString(), @"\(95 %: (?<low>\S+) – (?<high>\S+)\)");

            // Two digits of how far off it may be are told.
            var rounding = (told.High - told.Low) / 20m;
            Assert.InRange(decimal.Parse(bounds.Groups["low"].Value, CultureInfo.InvariantCulture), told.Low - rounding, told.Low + rounding);
            Assert.InRange(decimal.Parse(bounds.Groups["high"].Value, CultureInfo.InvariantCulture), told.High - rounding, told.High + rounding);
        }
    }

    internal static int IsAlarm(KpiMovement verdict) => verdict is KpiMovement.Moved or KpiMovement.Worsened ? 1 : 0;

    internal static decimal[] Series(Random random, double autocorrelation, double season, double effect)
    {
        var (values, error) = (new decimal[Before + After], Normal());
        for (var index = 0; index < values.Length; index++)
        {
            error = index == 0 ? error : (autocorrelation * error) + (Math.Sqrt(1d - (autocorrelation * autocorrelation)) * Normal());
            values[index] = (decimal)(100d + (10d * error) + (season * Math.Sin(index * Math.PI / 6d)) + (index < Before ? 0d : effect));
        }

        return values;

        double Normal() => Math.Sqrt(-2d * Math.Log(1d - random.NextDouble())) * Math.Cos(2d * Math.PI * random.NextDouble());
    }
}
