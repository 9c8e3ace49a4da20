using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A period in which unit or meaning was redefined is not judged, and nothing is compared across it.</summary>
public class RedefinitionLifeTests
{
    [Fact]
    public void A_month_with_both_units_is_not_judged() => Redefined().In(2026).IsAlways("not needed");

    [Fact]
    public void Until_the_next_month_is_over_the_answer_rests_on_the_month_before()
    {
        Assert.Equal("2026-05", Redefined().Assessed(Day(2026, 7, 15)).Judged!.Period.Label);
        Assert.Equal("2026-07", Redefined().Assessed(Day(2026, 7, 31)).Judged!.Period.Label);
    }

    [Fact]
    public void Trend_and_growth_across_it_are_unknown()
    {
        var life = Redefined();
        Assert.Equal(Trend.Steady, life.Assessed(Day(2026, 5, 31)).Trend);
        Assert.Equal(Trend.Unknown, life.Assessed(Day(2026, 7, 31)).Trend);
        Assert.Null(life.Assessed(Day(2026, 7, 31)).Growth());

        var august = life.Assessed(Day(2026, 8, 31));
        Assert.Equal(Trend.Steady, august.Trend);
        Assert.Equal(0m, august.Growth());
        Assert.Null(august.Growth(2));
        Assert.Null(august.Growth(3));
        Assert.Null(august.Growth(12));
    }

    [Fact]
    public void Where_it_begins_with_a_month_every_month_is_judged_and_growth_across_it_is_unknown()
    {
        var life = Life.Of(Every(Cadence.Month, Aggregation.Average)).Target(95, Day(2025, 1, 1))
            .Decided(TargetDecision.From(Day(2026, 6, 1), Target.Of(0.95m), Day(2026, 5, 20), "as a share").AsRedefinition())
            .MeasuredEach(
                Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start < Day(2026, 6, 1) ? 96 : month == Month(2026, 6) ? 0.94m : 0.96m);
        life.In(2026).Is("""
            2026-01-01 not needed
            2026-06-30 needed: lagging
            2026-07-31 not needed
            """);
        Assert.Equal(Trend.Unknown, life.Assessed(Day(2026, 6, 30)).Trend);
        Assert.Null(life.Assessed(Day(2026, 6, 30)).Growth());
        Assert.Equal(Trend.Improving, life.Assessed(Day(2026, 7, 31)).Trend);
    }

    [Fact]
    public void A_redefinition_closes_an_open_raise() =>
        Raised().Decided(TargetDecision.From(Day(2026, 7, 1), Target.Of(300_000), Day(2026, 6, 20), "counted in grams").AsRedefinition()).Between(Day(2026, 1, 1), Day(2026, 9, 29)).Is("""
            2026-01-01 not needed
            2026-06-15 needed: raised
            2026-06-20 not needed
            """);

    [Fact]
    public void Also_on_the_day_after_it_was_decided() =>
        Raised().Decided(TargetDecision.From(Day(2026, 7, 1), Target.Of(300_000), Day(2026, 6, 16), "counted in grams").AsRedefinition()).Between(Day(2026, 1, 1), Day(2026, 9, 29)).Is("""
            2026-01-01 not needed
            2026-06-15 needed: raised
            2026-06-16 not needed
            """);

    [Fact]
    public void Unless_it_also_restates_the_target_before() =>
        Raised().Decided(
            TargetDecision.From(Day(2026, 4, 1), Target.Of(100_000), Day(2026, 6, 20), "counted in grams").AsRedefinition(),
            TargetDecision.From(Day(2026, 7, 1), Target.Of(300_000), Day(2026, 6, 20), "counted in grams").AsRedefinition())
            .Between(Day(2026, 1, 1), Day(2026, 9, 29)).Is("""
                2026-01-01 not needed
                2026-06-15 needed: raised
                """);

    private static Life Raised() => Life.Of(Meetings(Cadence.Quarter)).Target(100, Day(2025, 1, 1)).Target(300, Day(2026, 7, 1), Day(2026, 6, 15))
        .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 3, 31), 100);

    // 96 % until Sunday, 14 June 2026, and 0.96 from Monday on.
    private static Life Redefined() => Life.Of(Every(Cadence.Month, Aggregation.Average).Measured(Cadence.Week)).Target(95, Day(2025, 1, 1))
        .Decided(TargetDecision.From(Day(2026, 6, 15), Target.Of(0.95m), Day(2026, 6, 10), "as a share").AsRedefinition())
        .MeasuredEach(Cadence.Week, Day(2025, 1, 1), Day(2027, 1, 3), week => week.End < Day(2026, 6, 15) ? 96 : 0.96m);
}
