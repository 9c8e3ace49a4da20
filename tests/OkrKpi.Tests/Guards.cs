using NodaTime;

namespace OkrKpi.Tests;

public class Guards
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_target_out_of_range_is_refused(int sign) =>
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => Target.Of(sign * decimal.MaxValue)).ParamName);

    [Fact]
    public void A_currency_is_three_capital_letters() => Assert.Equal("currency", Assert.ThrowsAny<ArgumentException>(() => Unit.Money("usd")).ParamName);

    [Fact]
    public void A_goal_without_a_way_to_go_is_refused_and_says_what_to_use_instead()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Goal.FromTo(5m, 5m));
        Assert.Equal("target", refusal.ParamName);
        Assert.Contains("KeepWithin", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentages_are_not_added_up_and_the_refusal_says_what_to_use_instead()
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(
            () => Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum));
        Assert.Equal("aggregation", refusal.ParamName);
        Assert.Contains("RatioOfSums", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_that_ends_before_it_starts_is_refused() =>
        Assert.Equal("end", Assert.Throws<ArgumentOutOfRangeException>(() => Cycle.Between(new LocalDate(2026, 2, 1), new LocalDate(2026, 1, 31))).ParamName);

    [Fact]
    public void A_band_does_not_fit_a_KPI_whose_higher_values_are_better() =>
        Assert.Equal("decisions", Assert.Throws<ArgumentException>(() => Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Last).WithTarget(Band.Between(1m, 2m), new LocalDate(2026, 1, 1))).ParamName);

    [Theory]
    [InlineData(-44)]
    [InlineData(1)]
    [InlineData(9_998)]
    [InlineData(9_999)]
    public void Dates_whose_neighbours_have_no_period_are_refused_where_they_enter(int year)
    {
        var date = new LocalDate(year, 3, 15);
        var other = new LocalDate(2026, 3, 15);
        var kpi = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        var series = MeasurementSeries.Of(kpi.Id);
        var keyResult = KeyResult.Define("calls", "Calls", Unit.Count("call"), Goal.AtLeast(9m));
        var objective = Objective.Define("o", "Sell more", Cycle.Quarter(2026, 3)).With(keyResult);
        var portfolio = Portfolio.Of([kpi], [objective], []);
        Refused("date", () => Measurement.On(date, 1m));
        Refused("instant", () => Measurement.AtInstant(date.AtMidnight().InUtc().ToInstant(), 1m));
        Refused("date", () => Measurement.On(other, 1m).Known(date));
        Refused("date", () => Measurement.On(other, 1m).Restating(date));
        Refused("knownOn", () => Measurement.Recorded(other, null, 1m, null, null, null, date));
        Refused("from", () => TargetDecision.From(date, Target.Of(1m)));
        Refused("decidedOn", () => TargetDecision.From(other, Target.Of(1m), date));
        Refused("from", () => TargetDecision.Withdrawn(date));
        Refused(year < 2026 ? "start" : "end", () => Cycle.Between(year < 2026 ? date : other, year < 2026 ? other : date));
        Refused("start", () => Cycle.OfMonths(date, 1));
        Refused("date", () => CheckIn.On(date, 1m));
        Refused("date", () => CheckIn.InZone(date, Zone.Target));
        Refused("date", () => CheckIn.WithoutValue(date));
        Refused("date", () => CheckIn.Recorded(date, 1m, null, null, null, null, null));
        Refused("on", () => keyResult.Cancelled(date));
        Refused("on", () => keyResult.Postponed(date));
        Refused("on", () => objective.Closed(date));
        Refused("date", () => Initiative.Define("i", "Call").DueBy(date));
        Refused("on", () => ScoreOverride.Of(1m, "Counted twice", date));
        Refused("on", () => NeedDismissal.Of("sales", date, "Seasonal"));
        Refused("on", () => Learning.Worked("o", "Calling", date));
        Refused("points", () => PaceCurve.Through((date, 1m)));
        Refused("holidays", () => PaceCurve.BusinessDays(date));
        Refused("asOf", () => keyResult.Score(objective.Cycle, date));
        Refused("asOf", () => objective.Score(date));
        Refused("asOf", () => portfolio.Score(date));
        Refused("asOf", () => portfolio.Review(date));
        Refused("asOf", () => KpiAssessment.Of(kpi, series, date));
        Refused("asOf", () => KpiAssessment.Of(kpi, series, other).On(date));
        Refused("asOf", () => KpiRollup.Of(kpi, series, Cadence.Month, date));
        Refused("from", () => portfolio.Timeline(kpi.Id, date, other));
        Refused("through", () => portfolio.Timeline(kpi.Id, other, date));

        static void Refused(string name, Func<object> make)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(make);
            Assert.Equal(name, refusal.ParamName);
            Assert.Contains("years 2 to 9997", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_measurement_as_it_was_recorded_is_the_one_built_step_by_step()
    {
        var (day, known, north) = (new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 4), Segment.Of("region", "North"));
        var moment = Instant.FromUtc(2026, 7, 1, 9, 0);
        Assert.Equal(Measurement.On(day, 92m), Measurement.Recorded(day, null, 92m, null, null, null, null));
        Assert.Equal(
            Measurement.AtInstant(moment, 92m).Weighing(3m).OutOf(7m).For(north).Known(known),
            Measurement.Recorded(null, moment, 92m, 3m, 7m, north, known));
    }

    [Fact]
    public void A_measurement_is_recorded_on_a_date_or_at_an_instant()
    {
        var (day, moment) = (new LocalDate(2026, 7, 1), Instant.FromUtc(2026, 7, 1, 9, 0));
        Assert.Throws<ArgumentException>(() => Measurement.Recorded(day, moment, 92m, null, null, null, null));
        Assert.Throws<ArgumentException>(() => Measurement.Recorded(null, null, 92m, null, null, null, null));
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Recorded(day, null, 92m, -1m, null, null, null)).ParamName);
        Assert.Equal("denominator", Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Recorded(day, null, 92m, null, -1m, null, null)).ParamName);
    }

    [Fact]
    public void The_smallest_weight_there_is_counts_and_value_times_weight_has_a_bound()
    {
        var largest = Measurement.On(new LocalDate(2026, 7, 1), 1_000_000_000_000_000m);
        Assert.Equal(0.0000000000000000000000000001m, largest.Weighing(0.0000000000000000000000000001m).Weight);
        Assert.Equal(1_000_000m, largest.Weighing(1_000_000m).Weight);
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => largest.Weighing(1_000_001m)).ParamName);
    }
}
