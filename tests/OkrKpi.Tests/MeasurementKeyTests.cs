using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Uploads of many measurements: all faults at once, a key of the host's own that keeps one from counting twice, and taking one back.</summary>
public sealed class MeasurementKeyTests
{
    private static readonly LocalDate Day = new(2026, 7, 6);

    private static readonly Kpi Sales = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);

    private static readonly Kpi Level = Kpi.Define("level", "Level", Unit.Money("VND"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Last);

    private static readonly Measurement Sale = Measurement.On(Day, 10m);

    [Fact]
    public void All_faults_of_an_upload_are_told_by_their_index_with_the_text_of_the_refusal()
    {
        Measurement[] rows = [Sale, Sale.OutOf(3m), Sale.Keyed("a"), Sale.Keyed("a"), Sale];
        var faults = Sales.Check(rows).ToArray();
        Assert.Equal([1, 3], faults.Select(fault => fault.Index));
        Assert.Same(rows[1], faults[0].Measurement);
        var portfolio = Portfolio.Of([Sales], [], []);
        Assert.StartsWith(faults[0].Sentence, Assert.Throws<ArgumentException>(() => portfolio.Measured("sales", rows)).Message, StringComparison.Ordinal);
        var twice = Assert.Throws<ArgumentException>(() => portfolio.Measured("sales", rows[2], rows[3]));
        Assert.StartsWith(faults[1].Sentence, twice.Message, StringComparison.Ordinal);
        Assert.Empty(Sales.Check(Sale, Sale));
    }

    [Fact]
    public void Two_equal_sales_of_one_day_are_two_and_one_key_is_one()
    {
        Assert.Equal(20m, Actual(MeasurementSeries.Of("sales", Sale, Sale)));
        var keyed = MeasurementSeries.Of("sales", Sale.Keyed("a"), Sale.Keyed("b"));
        Assert.Equal(20m, Actual(keyed));
        Assert.Contains("'a' is given twice", Assert.Throws<ArgumentException>(() => keyed.With(Sale.Keyed("a"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "'a' is given twice", Assert.Throws<ArgumentException>(() => MeasurementSeries.Of("sales", Sale.Keyed("a"), Sale.Keyed("a"))).Message,
            StringComparison.Ordinal);
        var again = keyed.With(SameKey.Ignore, Sale.Keyed("a"), Sale.Keyed("c"), Sale.Keyed("c"));
        Assert.Equal(30m, Actual(again));
        Assert.Same(again, again.With(SameKey.Ignore, Sale.Keyed("b")));
    }

    [Fact]
    public void A_restatement_with_a_key_is_of_that_measurement_only_and_one_without_of_all()
    {
        var series = MeasurementSeries.Of("sales", Sale.Keyed("a"), Sale.Keyed("b"), Measurement.On(Day, 7m).Keyed("a").Restating(Day.PlusDays(2)));
        Assert.Equal(20m, Actual(series, Day.PlusDays(1)));
        Assert.Equal(17m, Actual(series, Day.PlusDays(2)));
        Assert.Equal(5m, Actual(series.With(Measurement.On(Day, 5m).Restating(Day.PlusDays(3))), Day.PlusDays(3)));
        Assert.Contains(
            "withdraw the measurement",
            Assert.Throws<ArgumentException>(() => series.With(Measurement.On(Day.PlusDays(1), 7m).Keyed("a").Restating(Day.PlusDays(2)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_measurement_is_known_until_that_day_and_leaves_a_trace()
    {
        var series = MeasurementSeries.Of("sales", Sale.Keyed("a"), Sale.Keyed("b"), Sale.Keyed("a").Withdrawn(Day.PlusDays(2)));
        Assert.Equal(20m, Actual(series, Day.PlusDays(1)));
        Assert.Equal(10m, Actual(series, Day.PlusDays(2)));
        Assert.Equal(3, series.Measurements.Count);
    }

    [Fact]
    public void When_all_is_withdrawn_nothing_is_known_and_that_is_no_zero()
    {
        foreach (var kpi in new[] { Sales, Level })
        {
            var series = MeasurementSeries.Of(kpi.Id, Sale, Sale.Withdrawn(Day.PlusDays(2)));
            Assert.Equal(10m, Actual(series, Day.PlusDays(1), kpi));
            Assert.Null(Actual(series, Day.PlusDays(2), kpi));
            Assert.Null(Actual(series, Day.PlusDays(60), kpi));
            Assert.Equal(Standing(kpi, MeasurementSeries.Of(kpi.Id)), Standing(kpi, series));
        }

        static object Standing(Kpi kpi, MeasurementSeries series)
        {
            var assessment = KpiAssessment.Of(kpi, series, Day.PlusDays(60));
            return (assessment.Status, assessment.Explain().ToString());
        }
    }

    [Fact]
    public void Of_one_day_a_withdrawal_has_the_last_word_whatever_the_order()
    {
        Measurement[] rows = [Sale, Sale.Withdrawn(Day.PlusDays(2)), Measurement.On(Day, 7m).Restating(Day.PlusDays(2))];
        Assert.Null(Actual(MeasurementSeries.Of("sales", rows), Day.PlusDays(2)));
        Assert.Null(Actual(MeasurementSeries.Of("sales", rows.Reverse()), Day.PlusDays(2)));
        Assert.Equal(8m, Actual(MeasurementSeries.Of("sales", rows).With(Measurement.On(Day, 8m).Restating(Day.PlusDays(3))), Day.PlusDays(3)));
    }

    [Fact]
    public void A_withdrawn_check_in_counts_until_that_day_and_leaves_a_trace()
    {
        var keyResult = KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(0m, 10m))
            .With(CheckIn.On(Day, 2m), CheckIn.On(Day.PlusDays(7), 9m).With(Confidence.OutOfTen(9)));
        var withdrawn = keyResult.Withdrawing(keyResult.CheckIns[1], Day.PlusDays(9));
        var objective = Objective.Define("o", "O", Cycle.Quarter(2026, 3)).With(withdrawn);
        Assert.Equal(0.9m, objective.Score(Day.PlusDays(8)).KeyResults[0].Progress.Score);
        Assert.Equal(0.2m, objective.Score(Day.PlusDays(9)).KeyResults[0].Progress.Score);
        Assert.Null(objective.Score(Day.PlusDays(9)).KeyResults[0].Confidence);
        Assert.Equal(Day, objective.Score(Day.PlusDays(9)).KeyResults[0].LastCheckIn!.Date);
        Assert.Equal(2, withdrawn.CheckIns.Count);
        Assert.Equal([keyResult.CheckIns[0]], keyResult.Without(keyResult.CheckIns[1]).CheckIns);
        Assert.Contains(
            "no such check-in", Assert.Throws<ArgumentException>(() => keyResult.Withdrawing(CheckIn.On(Day, 3m), Day)).Message, StringComparison.Ordinal);
    }

    private static decimal? Actual(MeasurementSeries series, LocalDate? asOf = null, Kpi? kpi = null)
    {
        var assessment = KpiAssessment.Of(kpi ?? Sales, series, asOf ?? Day.PlusDays(60));
        return assessment.TryPeriod(ReportingPeriod.Month(2026, 7), out var period) ? period.Actual : null;
    }
}
