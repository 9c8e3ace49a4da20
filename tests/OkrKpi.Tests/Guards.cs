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
        var refusal = Assert.ThrowsAny<ArgumentException>(() => Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum));
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
    [InlineData(0)]
    [InlineData(-44)]
    [InlineData(9_999)]
    public void Dates_without_a_period_of_their_own_are_refused_where_they_enter(int year)
    {
        var date = new LocalDate(year, 3, 15);
        var other = new LocalDate(2026, 3, 15);
        Refused("date", () => Measurement.On(date, 1m));
        Refused("instant", () => Measurement.AtInstant(date.AtMidnight().InUtc().ToInstant(), 1m));
        Refused("from", () => TargetDecision.From(date, Target.Of(1m)));
        Refused("decidedOn", () => TargetDecision.From(other, Target.Of(1m), date));
        Refused("from", () => TargetDecision.Withdrawn(date));
        Refused(year < 2026 ? "start" : "end", () => Cycle.Between(year < 2026 ? date : other, year < 2026 ? other : date));

        static void Refused(string name, Func<object> make)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(make);
            Assert.Equal(name, refusal.ParamName);
            Assert.Contains("years 1 to 9998", refusal.Message, StringComparison.Ordinal);
        }
    }
}
