using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>Which target a period is judged by: that of its first day, as known at its end.</summary>
public class TargetOfAPeriodTests
{
    private static readonly Kpi Quarterly = Every(Cadence.Quarter).WithTarget(100m, Day(2026, 1, 1));

    [Fact]
    public void A_target_that_begins_on_the_first_day_of_a_period_is_that_of_the_period() =>
        Assert.Equal(300m, ValueOf(Quarterly.WithTarget(300m, Day(2026, 7, 1)), Quarter(2026, 3)));

    [Fact]
    public void A_target_that_begins_inside_a_period_applies_from_the_next()
    {
        var kpi = Quarterly.WithTarget(300m, Day(2026, 7, 2));
        Assert.Equal((100m, 300m), (ValueOf(kpi, Quarter(2026, 3)), ValueOf(kpi, Quarter(2026, 4))));
    }

    [Fact]
    public void The_first_target_of_a_KPI_also_counts_for_the_period_it_begins_in()
    {
        var kpi = Every(Cadence.Quarter).WithTarget(100m, Day(2026, 2, 20)).WithTarget(120m, Day(2026, 3, 10));
        Assert.Equal((null, 100m, 120m), (ValueOf(kpi, Quarter(2025, 4)), ValueOf(kpi, Quarter(2026, 1)), ValueOf(kpi, Quarter(2026, 2))));
    }

    [Fact]
    public void After_a_gap_a_target_inside_a_period_is_not_the_first_of_the_KPI()
    {
        var kpi = Every(Cadence.Quarter).With(Of(Quarter(2025, 1), 100m)).WithTarget(120m, Day(2026, 2, 20));
        Assert.Null(ValueOf(kpi, Quarter(2026, 1)));
        Assert.Equal(120m, ValueOf(kpi, Quarter(2026, 2)));
    }

    [Fact]
    public void A_target_begins_on_the_20th_of_a_month_that_had_another_and_does_not_make_it_lag_that_day()
    {
        var kpi = Every(Cadence.Month).WithTarget(100m, Day(2026, 1, 1)).WithTarget(300m, Day(2026, 6, 20), Day(2026, 6, 20));
        Assert.Null(Need(kpi, Day(2026, 6, 20), (Day(2026, 5, 31), 100m), (Day(2026, 6, 19), 80m)).Lagging);
    }

    [Fact]
    public void A_decision_of_the_last_day_of_a_period_is_known_at_its_end_and_one_of_the_next_day_is_not()
    {
        Assert.Equal(90m, ValueOf(Quarterly.WithTarget(90m, Day(2026, 4, 1), Day(2026, 6, 30)), Quarter(2026, 2)));
        Assert.Equal(100m, ValueOf(Quarterly.WithTarget(90m, Day(2026, 4, 1), Day(2026, 7, 1)), Quarter(2026, 2)));
    }

    [Fact]
    public void A_plain_decision_for_a_closed_quarter_leaves_a_met_quarter_met()
    {
        var kpi = Quarterly.WithTarget(120m, Day(2026, 1, 1), Day(2026, 4, 10));
        Assert.Null(Need(kpi, Day(2026, 4, 20), (Day(2026, 3, 31), 100m)).Lagging);
        Assert.Equal(120m, ValueOf(kpi, Quarter(2026, 2)));
    }

    [Fact]
    public void A_correction_judges_a_closed_quarter_again_from_the_day_it_was_made()
    {
        var kpi = Quarterly.With(TargetDecision.From(Day(2026, 1, 1), Target.Of(120m), Day(2026, 4, 10)).AsCorrection());
        Assert.Null(Need(kpi, Day(2026, 4, 9), (Day(2026, 3, 31), 100m)).Lagging);
        Assert.NotNull(Need(kpi, Day(2026, 4, 10), (Day(2026, 3, 31), 100m)).Lagging);
    }

    [Fact]
    public void On_a_day_inside_a_period_only_what_is_known_on_it_counts()
    {
        var kpi = Quarterly.WithTarget(300m, Day(2026, 7, 1), Day(2026, 6, 15));
        Assert.Equal(100m, kpi.TargetOver(Quarter(2026, 3), Day(2026, 6, 14)).Target!.Value);
        Assert.Equal(300m, kpi.TargetOver(Quarter(2026, 3), Day(2026, 6, 15)).Target!.Value);
    }

    [Fact]
    public void A_correction_of_the_day_of_the_decision_has_the_last_word_in_whichever_order_they_are_given()
    {
        var decided = TargetDecision.From(Day(2026, 7, 1), Target.Of(300m), Day(2026, 6, 15));
        var corrected = TargetDecision.From(Day(2026, 7, 1), Target.Of(200m), Day(2026, 6, 15)).AsCorrection();
        Assert.Equal(200m, ValueOf(Quarterly.With(decided).With(corrected), Quarter(2026, 3)));
        Assert.Equal(200m, ValueOf(Quarterly.With(corrected).With(decided), Quarter(2026, 3)));
    }

    [Fact]
    public void The_day_of_a_decision_is_stated_or_not_and_a_decision_knows_which()
    {
        Assert.False(TargetDecision.From(Day(2026, 7, 1), Target.Of(300m)).IsDayStated);
        Assert.True(TargetDecision.From(Day(2026, 7, 1), Target.Of(300m), Day(2026, 7, 1)).IsDayStated);
        Assert.False(TargetDecision.From(Day(2026, 7, 1), Target.Of(300m)).AsCorrection().IsDayStated);
        Assert.NotEqual(TargetDecision.From(Day(2026, 7, 1), Target.Of(300m)), TargetDecision.From(Day(2026, 7, 1), Target.Of(300m), Day(2026, 7, 1)));
    }

    private static decimal? ValueOf(Kpi kpi, ReportingPeriod period) => kpi.Targets.For(period, Day(2027, 12, 31))?.Target?.Value;
}
