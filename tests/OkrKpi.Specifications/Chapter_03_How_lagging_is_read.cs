using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_03_How_lagging_is_read
{
    private static readonly LocalDate EndOfJune = Day(2026, 6, 30);

    [Fact]
    public void With_a_tolerance_of_5_percent_95_of_100_does_not_lag_and_just_less_does()
    {
        var reading = Lagging.MissedBeyond(Tolerance.OfShare(0.05m));
        Assert.Null(Months(reading, 95m));
        Assert.NotNull(Months(reading, 94.99m));
    }

    [Fact]
    public void With_a_tolerance_of_5_things_105_does_not_lag_where_lower_is_better_and_just_more_does()
    {
        var reading = Lagging.MissedBeyond(Tolerance.OfAmount(5m));
        Assert.Null(Read(reading, Monthly(Direction.LowerIsBetter).WithTarget(100m, Day(2026, 1, 1)), EndOfJune, (Day(2026, 6, 1), 105m)));
        Assert.NotNull(Read(reading, Monthly(Direction.LowerIsBetter).WithTarget(100m, Day(2026, 1, 1)), EndOfJune, (Day(2026, 6, 1), 105.01m)));
    }

    [Fact]
    public void Two_misses_of_the_last_three_months_do_not_lag_where_three_are_asked_for_and_three_do()
    {
        Assert.Null(Months(Lagging.MissesOutOf(3, 4), 99m, 100m, 99m, 100m));
        var reason = Months(Lagging.MissesOutOf(3, 4), 99m, 99m, 99m, 100m);
        Assert.Equal(("2026-05", "2026-03"), (reason!.Period.Label, reason.Since.Period.Label));
    }

    [Fact]
    public void A_miss_before_the_window_does_not_count()
    {
        Assert.NotNull(Months(Lagging.MissesOutOf(2, 3), 99m, 100m, 99m));
        Assert.Null(Months(Lagging.MissesOutOf(2, 3), 99m, 100m, 100m, 99m));
    }

    [Fact]
    public void A_month_without_a_value_is_no_miss_and_no_end_of_a_run()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1));
        Assert.Null(Read(Lagging.MissesInARow(3), kpi, EndOfJune, (Day(2026, 4, 1), 99m), (Day(2026, 6, 1), 99m)));
        Assert.NotNull(Read(Lagging.MissesInARow(2), kpi, EndOfJune, (Day(2026, 4, 1), 99m), (Day(2026, 6, 1), 99m)));
        Assert.NotNull(Read(Lagging.MissesInARow(2), kpi, EndOfJune, (Day(2026, 5, 1), 99m), (Day(2026, 6, 1), 99m)));
    }

    [Fact]
    public void A_year_that_waits_for_December_is_not_behind_in_September()
    {
        var year = Yearly(Direction.HigherIsBetter).WithTarget(1_200m, Day(2026, 1, 1));
        var christmas = SeasonalProfile.OfMonths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 13);
        Assert.NotNull(Read(Lagging.BehindPace(), year, Day(2026, 9, 30), (Day(2026, 9, 30), 450m)));
        Assert.Null(Read(Lagging.BehindPace(christmas), year, Day(2026, 9, 30), (Day(2026, 9, 30), 450m)));
    }

    [Fact]
    public void Exactly_10_percent_behind_what_the_season_makes_due_does_not_lag_and_just_more_does()
    {
        var year = Yearly(Direction.HigherIsBetter).WithTarget(1_200m, Day(2026, 1, 1));
        var christmas = SeasonalProfile.OfMonths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 13);
        Assert.Null(Read(Lagging.BehindPace(christmas, afterShare: 0.25m), year, Day(2026, 9, 30), (Day(2026, 9, 30), 405m)));
        Assert.NotNull(Read(Lagging.BehindPace(christmas, afterShare: 0.25m), year, Day(2026, 9, 30), (Day(2026, 9, 30), 404.99m)));
    }

    [Fact]
    public void A_headcount_on_its_way_from_100_to_120_may_stand_at_109_at_half_time_and_lags_just_below()
    {
        Assert.Null(HeadcountMidJune(Lagging.BelowGlidePath(), 109m));
        var reason = HeadcountMidJune(Lagging.BelowGlidePath(), 108.99m);
        Assert.Equal(-1.01m, reason!.Gap);
    }

    [Fact]
    public void A_headcount_that_begins_beyond_its_target_only_has_to_keep_it()
    {
        Assert.Null(HeadcountMidJune(Lagging.BelowGlidePath(), 120m, opening: 150m));
        Assert.NotNull(HeadcountMidJune(Lagging.BelowGlidePath(), 119.99m, opening: 150m));
    }

    [Fact]
    public void A_rate_is_compared_directly_and_lags_beyond_10_percent_of_its_target()
    {
        var rate = Monthly(Direction.HigherIsBetter, Aggregation.Average).WithTarget(50m, Day(2026, 1, 1));
        Assert.Null(Read(Lagging.MissedSoFar(), rate, Day(2026, 6, 15), (Day(2026, 6, 15), 45m)));
        Assert.NotNull(Read(Lagging.MissedSoFar(), rate, Day(2026, 6, 15), (Day(2026, 6, 15), 44.99m)));
    }

    [Fact]
    public void Before_the_grace_is_over_no_running_period_lags()
    {
        var rate = Monthly(Direction.HigherIsBetter, Aggregation.Average).WithTarget(50m, Day(2026, 1, 1));
        Assert.Null(Read(Lagging.MissedSoFar(afterShare: 0.5m), rate, Day(2026, 6, 14), (Day(2026, 6, 14), 1m)));
        Assert.NotNull(Read(Lagging.MissedSoFar(afterShare: 0.5m), rate, Day(2026, 6, 15), (Day(2026, 6, 15), 1m)));
    }

    [Fact]
    public void A_sum_that_reaches_its_target_at_this_rate_is_not_projected_to_miss_and_one_just_below_is()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1));
        Assert.Null(Read(Lagging.ProjectedToMiss(), kpi, Day(2026, 6, 18), (Day(2026, 6, 18), 60m)));
        var reason = Read(Lagging.ProjectedToMiss(), kpi, Day(2026, 6, 18), (Day(2026, 6, 18), 57m));
        Assert.Equal(-5m, reason!.Gap);
    }

    [Fact]
    public void A_level_is_projected_as_it_moved_since_the_period_before()
    {
        Assert.Null(HeadcountMidJune(Lagging.ProjectedToMiss(), 110m));
        Assert.Equal(-2m, HeadcountMidJune(Lagging.ProjectedToMiss(), 109m)!.Gap);
    }

    [Fact]
    public void One_miss_in_three_months_burns_a_budget_of_1_in_12_at_4_times_the_affordable_rate()
    {
        var budget = MissBudget.Of(1, 12);
        Assert.Equal(4m, budget.Burn(1m, 3m));
        Assert.Null(Months(Lagging.Burning(budget, longWindow: 3, shortWindow: 3, factor: 4m), 100m, 99m, 100m));
        Assert.NotNull(Months(Lagging.Burning(budget, longWindow: 3, shortWindow: 3, factor: 3.99m), 100m, 99m, 100m));
    }

    [Fact]
    public void A_budget_only_burns_when_the_short_window_burns_too()
    {
        var budget = MissBudget.Of(1, 12);
        Assert.Null(Months(Lagging.Burning(budget, longWindow: 6, shortWindow: 1), 99m, 99m, 99m, 99m, 99m, 100m));
        Assert.NotNull(Months(Lagging.Burning(budget, longWindow: 6, shortWindow: 1), 99m, 99m, 99m, 99m, 99m, 99m));
    }

    [Fact]
    public void Exactly_10_percent_behind_the_plan_of_the_year_so_far_does_not_lag_and_just_more_does()
    {
        Assert.Null(Months(Lagging.BehindPlan(), 88m, 92m));
        var reason = Months(Lagging.BehindPlan(), 88m, 91.99m);
        Assert.Equal(-20.01m, reason!.Gap);
        Assert.Equal(-0.10005m, reason.GapShare);
    }

    [Fact]
    public void A_KPI_nobody_has_measured_for_two_months_is_stale_and_after_one_month_it_is_not()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1));
        Assert.Null(Read(Lagging.Stale(2), kpi, EndOfJune, (Day(2026, 5, 1), 100m)));
        var reason = Read(Lagging.Stale(2), kpi, EndOfJune, (Day(2026, 4, 1), 100m));
        Assert.Equal((null, "2026-05"), (reason!.Gap, reason.Since.Period.Label));
    }

    [Fact]
    public void A_KPI_without_a_target_is_never_stale() =>
        Assert.Null(Read(Lagging.Stale(), Monthly(Direction.HigherIsBetter), EndOfJune, (Day(2026, 1, 1), 100m)));

    [Fact]
    public void With_hysteresis_a_KPI_lags_until_it_is_well_again()
    {
        // Ten a day are due; the KPI falls 20 % behind on day 15, is 8 % behind on day 16, and 2 % behind on day 20.
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(300m, Day(2026, 1, 1));
        var reading = Lagging.Hysteresis(starts: Lagging.BehindPace(0.10m), lasts: Lagging.BehindPace(0.05m));
        (LocalDate, decimal)[] sales =
        [
            (Day(2026, 6, 1), 110m), (Day(2026, 6, 15), 10m), (Day(2026, 6, 16), 27m), (Day(2026, 6, 20), 49m), (Day(2026, 6, 21), 0m)
        ];
        Assert.Null(Read(reading, kpi, Day(2026, 6, 14), sales));
        Assert.NotNull(Read(reading, kpi, Day(2026, 6, 15), sales));
        Assert.Null(Read(Lagging.BehindPace(0.10m), kpi, Day(2026, 6, 16), sales));
        Assert.NotNull(Read(reading, kpi, Day(2026, 6, 16), sales));
        Assert.Null(Read(reading, kpi, Day(2026, 6, 20), sales));

        // Seven percent behind again on day 21, but not the ten that would begin it anew.
        Assert.Null(Read(reading, kpi, Day(2026, 6, 21), sales));
        Assert.NotNull(Read(Lagging.BehindPace(0.05m), kpi, Day(2026, 6, 21), sales));
    }

    [Fact]
    public void With_hysteresis_a_KPI_that_was_never_far_behind_does_not_lag()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(300m, Day(2026, 1, 1));
        var reading = Lagging.Hysteresis(starts: Lagging.BehindPace(0.10m), lasts: Lagging.BehindPace(0.05m));
        Assert.Null(Read(reading, kpi, Day(2026, 6, 16), (Day(2026, 6, 16), 147m)));
    }

    [Fact]
    public void Two_readings_that_both_must_see_it_say_both_what_they_saw()
    {
        var both = Lagging.AllOf(Lagging.Missed(), Lagging.BehindPlan());
        Assert.Null(Months(both, 130m, 99m));
        Assert.Equal(["need.behindPlan"], Months(both, 80m, 99m)!.Explain().Because.Select(each => each.Key));
    }

    [Theory]
    [InlineData(100, KpiStatus.Met)]
    [InlineData(99.99, KpiStatus.Near)]
    [InlineData(90, KpiStatus.Near)]
    [InlineData(89.99, KpiStatus.Behind)]
    public void A_KPI_that_tolerates_10_percent_is_met_near_or_behind(decimal actual, KpiStatus status)
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1)).Tolerating(Tolerance.OfShare(0.10m));
        Assert.Equal(status, KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 6, 1), actual)), EndOfJune).Status);
    }

    [Fact]
    public void A_KPI_whose_target_is_0_tolerates_an_amount_and_no_share()
    {
        var accidents = Monthly(Direction.LowerIsBetter).WithTarget(0m, Day(2026, 1, 1));
        var one = MeasurementSeries.Of(accidents.Id, Measurement.On(Day(2026, 6, 1), 1m));
        Assert.Equal(KpiStatus.Behind, KpiAssessment.Of(accidents, one, EndOfJune).Status);
        Assert.Equal(KpiStatus.Near, KpiAssessment.Of(accidents.Tolerating(Tolerance.OfAmount(1m)), one, EndOfJune).Status);
    }

    private static Kpi Yearly(Direction direction) =>
        Kpi.Define("kpi", "Something yearly", Unit.Count("thing"), direction).Every(Cadence.Year, Aggregation.Sum);

    private static LaggingReason? HeadcountMidJune(Lagging reading, decimal now, decimal opening = 100m) =>
        Read(
            reading, Monthly(Direction.HigherIsBetter, Aggregation.Last).WithTarget(120m, Day(2026, 1, 1)), Day(2026, 6, 15), (Day(2026, 5, 31), opening),
            (Day(2026, 6, 15), now));

    // Months that end with June against a target of 100 each.
    private static LaggingReason? Months(Lagging reading, params decimal[] values) => Read(
        reading,
        Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1)),
        EndOfJune,
        [.. values.Select((value, index) => (Day(2026, 6, 1).PlusMonths(index + 1 - values.Length), value))]);

    private static LaggingReason? Read(Lagging reading, Kpi kpi, LocalDate asOf, params (LocalDate Date, decimal Value)[] measured) =>
        reading.Check(KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, measured.Select(each => Measurement.On(each.Date, each.Value))), asOf));
}
