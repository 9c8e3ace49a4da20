using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_02_The_two_triggers
{
    private static readonly Kpi Higher = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 5, 1));
    private static readonly Kpi Lower = Monthly(Direction.LowerIsBetter).WithTarget(100m, Day(2026, 5, 1));

    [Fact]
    public void A_KPI_exactly_on_its_target_does_not_lag_T1() => Assert.Equal(OkrNeedState.NotNeeded, AfterMay(Higher, 100m).State);

    [Fact]
    public void A_KPI_one_below_its_target_lags_T1()
    {
        var need = AfterMay(Higher, 99m);
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Equal(-1m, need.Lagging!.Gap);
    }

    [Fact]
    public void A_KPI_one_above_its_target_does_not_lag_T1() => Assert.Equal(OkrNeedState.NotNeeded, AfterMay(Higher, 101m).State);

    [Fact]
    public void Where_lower_is_better_exactly_on_the_target_does_not_lag_T1() => Assert.Equal(OkrNeedState.NotNeeded, AfterMay(Lower, 100m).State);

    [Fact]
    public void Where_lower_is_better_one_above_the_target_lags_T1() => Assert.Equal(-1m, AfterMay(Lower, 101m).Lagging!.Gap);

    [Fact]
    public void Where_lower_is_better_one_below_the_target_does_not_lag_T1() => Assert.Equal(OkrNeedState.NotNeeded, AfterMay(Lower, 99m).State);

    [Fact]
    public void Where_a_band_is_good_its_edge_does_not_lag_and_just_outside_does()
    {
        var kpi = Monthly(Direction.WithinBand).WithTarget(Band.Between(10m, 20m), Day(2026, 5, 1));
        Assert.Equal(OkrNeedState.NotNeeded, AfterMay(kpi, 20m).State);
        Assert.Equal(OkrNeedState.Needed, AfterMay(kpi, 20.01m).State);
    }

    [Fact]
    public void The_first_target_of_a_KPI_is_no_raise_T2() => Assert.Null(Need(Higher, Day(2026, 5, 10)).TargetRaised);

    [Fact]
    public void A_plan_of_rising_targets_decided_at_once_is_no_raise_T2()
    {
        var kpi = Monthly(Direction.HigherIsBetter)
            .WithTarget(100m, Day(2026, 1, 1), Day(2025, 12, 15))
            .WithTarget(300m, Day(2026, 7, 1), Day(2025, 12, 15));
        Assert.Null(Need(kpi, Day(2026, 6, 20)).TargetRaised);
        Assert.Null(Need(kpi, Day(2026, 7, 10)).TargetRaised);
    }

    [Fact]
    public void A_raised_target_needs_an_OKR_T2() => Assert.NotNull(Revised(Higher, 101m).TargetRaised);

    [Fact]
    public void A_lowered_target_needs_none_T2() => Assert.Null(Revised(Higher, 99m).TargetRaised);

    [Fact]
    public void The_same_target_decided_again_needs_none_T2() => Assert.Null(Revised(Higher, 100m).TargetRaised);

    [Fact]
    public void Where_lower_is_better_a_lower_target_is_a_raise_T2() => Assert.NotNull(Revised(Lower, 99m).TargetRaised);

    [Fact]
    public void Where_lower_is_better_a_higher_target_is_no_raise_T2() => Assert.Null(Revised(Lower, 101m).TargetRaised);

    [Fact]
    public void A_correction_of_a_target_is_no_raise_T2()
    {
        var kpi = Higher.With(TargetDecision.From(Day(2026, 7, 1), Target.Of(300m), Day(2026, 6, 15)).AsCorrection());
        Assert.Null(Need(kpi, Day(2026, 6, 20)).TargetRaised);
    }

    [Fact]
    public void A_raise_that_is_taken_back_is_no_raise_any_more_T2()
    {
        var kpi = Higher.WithTarget(300m, Day(2026, 7, 1), Day(2026, 6, 15)).WithTarget(100m, Day(2026, 7, 1), Day(2026, 6, 18));
        Assert.NotNull(Need(kpi, Day(2026, 6, 17)).TargetRaised);
        Assert.Null(Need(kpi, Day(2026, 6, 18)).TargetRaised);
    }

    [Fact]
    public void Exactly_10_percent_behind_pace_at_half_time_does_not_lag() => Assert.Null(MidJune(Higher, 45m).Lagging);

    [Fact]
    public void Exactly_10_percent_behind_pace_after_20_of_30_days_does_not_lag()
    {
        var kpi = Kpi.Define("leads", "Leads", Unit.Count("lead"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(100m, Day(2026, 6, 1));
        var sixty = MeasurementSeries.Of("leads", Measurement.On(Day(2026, 6, 20), 60m));
        Assert.Null(OkrNeed.Of(kpi, sixty, Day(2026, 6, 20)).Lagging);
    }

    [Fact]
    public void Just_more_than_10_percent_behind_pace_at_half_time_lags() => Assert.NotNull(MidJune(Higher, 44.99m).Lagging);

    [Fact]
    public void Where_lower_is_better_exactly_10_percent_beyond_pace_does_not_lag_and_just_more_does()
    {
        Assert.Null(MidJune(Lower, 55m).Lagging);
        Assert.NotNull(MidJune(Lower, 55.01m).Lagging);
    }

    [Fact]
    public void Before_half_of_the_period_has_passed_no_KPI_is_behind_pace() =>
        Assert.Null(Need(Higher, Day(2026, 6, 14), Measurement.On(Day(2026, 5, 31), 100m), Measurement.On(Day(2026, 6, 14), 0m)).Lagging);

    [Theory]
    [InlineData(Aggregation.Average)]
    [InlineData(Aggregation.Last)]
    [InlineData(Aggregation.Max)]
    public void A_KPI_that_does_not_add_up_over_time_is_never_behind_pace(Aggregation aggregation) =>
        Assert.Null(MidJune(Monthly(Direction.HigherIsBetter, aggregation).WithTarget(100m, Day(2026, 5, 1)), 1m).Lagging);

    [Fact]
    public void Without_a_target_one_cannot_tell()
    {
        var need = AfterMay(Monthly(Direction.HigherIsBetter), 100m);
        Assert.Equal(OkrNeedState.CannotTell, need.State);
        Assert.Equal(KpiStatus.NoTarget, need.Assessment.Status);
    }

    [Fact]
    public void Without_data_one_cannot_tell()
    {
        var need = Need(Higher, Day(2026, 6, 1));
        Assert.Equal(OkrNeedState.CannotTell, need.State);
        Assert.Equal(KpiStatus.NoData, need.Assessment.Status);
    }

    [Fact]
    public void With_two_misses_in_a_row_asked_for_one_miss_does_not_lag()
    {
        var rule = OkrNeedRule.Default.With(Lagging.MissesInARow(2));
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 4, 1));
        var may = Measurement.On(Day(2026, 5, 31), 99m);
        Assert.Null(OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 4, 30), 100m), may), Day(2026, 5, 31), rule).Lagging);
        Assert.NotNull(OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 4, 30), 99m), may), Day(2026, 5, 31), rule).Lagging);
    }

    private static OkrNeed AfterMay(Kpi kpi, decimal actual) => Need(kpi, Day(2026, 6, 1), Measurement.On(Day(2026, 5, 31), actual));

    private static OkrNeed Revised(Kpi kpi, decimal target) => Need(kpi.WithTarget(target, Day(2026, 7, 1), Day(2026, 6, 15)), Day(2026, 6, 20));

    private static OkrNeed MidJune(Kpi kpi, decimal soFar) =>
        Need(kpi, Day(2026, 6, 15), Measurement.On(Day(2026, 5, 31), 100m), Measurement.On(Day(2026, 6, 15), soFar));
}
