using System.Globalization;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>Targets whose number itself is missed: below 60, above 60.</summary>
public class StrictTargetTests
{
    [Theory]
    [InlineData(59.99, true)]
    [InlineData(60, false)]
    [InlineData(60.01, false)]
    public void Below_60_is_met_below_it_only(double actual, bool isMet) =>
        Assert.Equal(isMet, Target.Below(60m).IsMetBy((decimal)actual, Direction.LowerIsBetter));

    [Theory]
    [InlineData(59.99, false)]
    [InlineData(60, false)]
    [InlineData(60.01, true)]
    public void Above_60_is_met_above_it_only(double actual, bool isMet) =>
        Assert.Equal(isMet, Target.Above(60m).IsMetBy((decimal)actual, Direction.HigherIsBetter));

    [Fact]
    public void On_the_number_the_gap_is_0_and_the_attainment_1_and_yet_it_is_missed()
    {
        Assert.Equal((0m, 1m), (Target.Below(60m).Gap(60m, Direction.LowerIsBetter), Target.Below(60m).Attainment(60m, Direction.LowerIsBetter)));
        Assert.False(Target.Below(60m).IsMetBy(60m, Direction.LowerIsBetter));
    }

    [Fact]
    public void A_KPI_exactly_on_a_strict_target_lags()
    {
        var kpi = Every(Cadence.Month, Direction.LowerIsBetter).WithTarget(Target.Below(60m), Day(2026, 1, 1));
        Assert.NotNull(Need(kpi, Day(2026, 6, 1), (Day(2026, 5, 31), 60m)).Lagging);
        Assert.Null(Need(kpi, Day(2026, 6, 1), (Day(2026, 5, 31), 59m)).Lagging);
        Assert.Equal(KpiStatus.Near, Need(kpi, Day(2026, 6, 1), (Day(2026, 5, 31), 60m)).Assessment.Status);
        Assert.Null(Need(kpi.WithTarget(60m, Day(2026, 5, 1)), Day(2026, 6, 1), (Day(2026, 5, 31), 60m)).Lagging);
    }

    [Fact]
    public void A_strict_target_fits_only_the_direction_it_speaks_of()
    {
        Assert.False(Target.Below(60m).Fits(Direction.HigherIsBetter));
        Assert.False(Target.Above(60m).Fits(Direction.LowerIsBetter));
        Assert.False(Target.Above(60m).Fits(Direction.WithinBand));
        Assert.False(Target.Above(60m).Fits(Direction.None));
        Assert.Contains(
            "contradicts", Assert.Throws<ArgumentException>(() => Every(Cadence.Month).WithTarget(Target.Below(60m), Day(2026, 1, 1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "contradicts", Assert.Throws<ArgumentException>(() => Target.Below(60m).Gap(1m, Direction.HigherIsBetter)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strict_target_is_more_ambitious_than_its_number_and_less_than_the_next()
    {
        Assert.Equal(TargetChange.Raised, Target.Above(60m).ComparedWith(Target.Of(60m), Direction.HigherIsBetter));
        Assert.Equal(TargetChange.Lowered, Target.Of(60m).ComparedWith(Target.Above(60m), Direction.HigherIsBetter));
        Assert.Equal(TargetChange.Raised, Target.Of(61m).ComparedWith(Target.Above(60m), Direction.HigherIsBetter));
        Assert.Equal(TargetChange.Lowered, Target.Of(61m).ComparedWith(Target.Below(60m), Direction.LowerIsBetter));
        Assert.Equal(TargetChange.Unchanged, Target.Below(60m).ComparedWith(Target.Below(60m), Direction.LowerIsBetter));
    }

    [Fact]
    public void It_is_written_with_its_sign()
    {
        Assert.Equal(("< 60", "> 95"), (Target.Below(60m).ToString(), Target.Above(95m).ToString()));
        Assert.StartsWith("< 60", Target.Below(60m).Format(Unit.Percent, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotEqual(Target.Below(60m), Target.Of(60m));
        Assert.NotEqual(Target.Below(60m), Target.Above(60m));
    }

    [Fact]
    public void The_quarter_of_strict_months_is_strict_and_so_is_the_month_of_a_strict_quarter()
    {
        var months = Every(Cadence.Month, Direction.LowerIsBetter)
            .WithTarget(20m, Day(2026, 1, 1))
            .With(TargetDecision.Between(Day(2026, 8, 1), Day(2026, 8, 31), Target.Below(10m), Day(2026, 1, 1)));
        Assert.Equal(Target.Below(50m), months.TargetOver(Quarter(2026, 3), Day(2026, 7, 1)).Target);
        Assert.Equal(
            Target.Below(20m),
            Every(Cadence.Quarter, Direction.LowerIsBetter).WithTarget(Target.Below(60m), Day(2026, 1, 1)).TargetOver(Month(2026, 8), Day(2026, 7, 1)).Target);
    }
}
