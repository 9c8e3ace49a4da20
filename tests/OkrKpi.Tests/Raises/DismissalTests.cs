using NodaTime;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>What a dismissal silences, and what speaks again.</summary>
public class DismissalTests
{
    private static readonly Kpi Monthly = Every(Cadence.Month).WithTarget(100m, Day(2026, 1, 1));
    private static readonly NeedDismissal InApril = NeedDismissal.Of("kpi", Day(2026, 4, 10), "the market is closing");

    [Fact]
    public void It_silences_what_was_known_on_its_day() => Assert.Equal(OkrNeedState.Dismissed, On(Day(2026, 5, 20), (3, 90m), (4, 90m)).State);

    [Fact]
    public void A_miss_that_became_known_only_after_its_day_speaks()
    {
        var series = MeasurementSeries.Of("kpi", Measurement.On(Day(2026, 2, 28), 100m), Measurement.On(Day(2026, 3, 31), 90m).Known(Day(2026, 4, 20)));
        Assert.Equal(OkrNeedState.Needed, OkrNeedRule.Default.Apply(KpiAssessment.Of(Monthly, series, Day(2026, 4, 20)), [], [InApril]).State);
    }

    [Fact]
    public void A_miss_after_a_period_that_was_met_speaks_again() =>
        Assert.Equal(OkrNeedState.Needed, On(Day(2026, 6, 1), (3, 90m), (4, 100m), (5, 95m)).State);

    [Fact]
    public void A_gap_that_has_grown_by_a_tenth_is_still_silent_and_by_more_speaks_again()
    {
        Assert.Equal(OkrNeedState.Dismissed, On(Day(2026, 5, 20), (3, 90m), (4, 89m)).State);
        Assert.Equal(OkrNeedState.Needed, On(Day(2026, 5, 20), (3, 90m), (4, 88.9m)).State);
    }

    [Fact]
    public void A_period_that_was_behind_when_it_was_dismissed_and_closes_missed_is_the_same_need()
    {
        var dismissal = NeedDismissal.Of("kpi", Day(2026, 3, 20), "the fair is in May");
        var behind = On(Day(2026, 3, 20), dismissal, (2, 100m, 28), (3, 40m, 20));
        Assert.Equal(OkrNeedState.Dismissed, behind.State);
        Assert.Equal(OkrNeedState.Dismissed, On(Day(2026, 4, 5), dismissal, (2, 100m, 28), (3, 40m, 20), (3, 35m, 31)).State);
        Assert.Equal(OkrNeedState.NotNeeded, On(Day(2026, 4, 5), dismissal, (2, 100m, 28), (3, 40m, 20), (3, 65m, 31)).State);
    }

    [Fact]
    public void Dismissed_while_running_and_closed_well_the_next_miss_speaks()
    {
        var dismissal = NeedDismissal.Of("kpi", Day(2026, 3, 20), "the fair is in May");
        Assert.Equal(OkrNeedState.Needed, On(Day(2026, 5, 5), dismissal, (3, 40m, 20), (3, 65m, 31), (4, 99m, 30)).State);
    }

    [Fact]
    public void A_raise_known_on_its_day_is_silent_and_a_later_one_speaks()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 7, 1), Day(2026, 4, 10));
        Assert.Equal(OkrNeedState.Dismissed, Apply(kpi, Day(2026, 5, 5), (4, 100m)).State);
        Assert.Equal(OkrNeedState.Needed, Apply(kpi.WithTarget(121m, Day(2026, 7, 1), Day(2026, 4, 11)), Day(2026, 5, 5), (4, 100m)).State);
    }

    [Fact]
    public void A_raise_is_dismissed_and_a_lag_that_follows_speaks()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 7, 1), Day(2026, 4, 1));
        Assert.Equal(OkrNeedState.Dismissed, Apply(kpi, Day(2026, 4, 20), (3, 100m)).State);
        Assert.Equal(OkrNeedState.Needed, Apply(kpi, Day(2026, 5, 1), (3, 100m), (4, 99m)).State);
    }

    [Fact]
    public void Two_dismissals_may_silence_one_reason_each()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 7, 1), Day(2026, 4, 1));
        var need = OkrNeedRule.Default.Apply(
            KpiAssessment.Of(kpi, Series((Day(2026, 3, 31), 100m), (Day(2026, 4, 30), 95m)), Day(2026, 5, 5)), [],
            [InApril, NeedDismissal.Of("kpi", Day(2026, 5, 2), "and that too")]);
        Assert.Equal((OkrNeedState.Dismissed, Day(2026, 5, 2)), (need.State, need.Dismissal!.On));
    }

    private static OkrNeed On(LocalDate asOf, params (int Month, decimal Value)[] values) => Apply(Monthly, asOf, values);

    private static OkrNeed On(LocalDate asOf, NeedDismissal dismissal, params (int Month, decimal Value, int Day)[] values) =>
        OkrNeedRule.Default.Apply(
            KpiAssessment.Of(Monthly, Series(values.Select(each => (Day(2026, each.Month, each.Day), each.Value))), asOf), [], [dismissal]);

    private static OkrNeed Apply(Kpi kpi, LocalDate asOf, params (int Month, decimal Value)[] values) =>
        OkrNeedRule.Default.Apply(KpiAssessment.Of(kpi, Series(values.Select(each => (Month(2026, each.Month).End, each.Value))), asOf), [], [InApril]);
}
