using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_14_Rollups
{
    private static readonly Segment North = Segment.Of("region", "North");
    private static readonly Segment South = Segment.Of("region", "South");

    [Fact]
    public void Leads_add_up_from_months_to_quarters_to_the_year()
    {
        var year = Months(Aggregation.Sum, 10m, 20m, 30m, 40m).To(Cadence.Quarter).To(Cadence.Year);
        Assert.Equal(100m, year.Periods.Single().Value);
    }

    [Fact]
    public void Headcount_is_the_last_of_each_region_added_up_over_the_regions()
    {
        var headcount = Roll(
            Kpi(Aggregation.Last),
            Cadence.Quarter,
            Measurement.On(Day(2026, 1, 31), 10m).For(North), Measurement.On(Day(2026, 3, 31), 12m).For(North),
            Measurement.On(Day(2026, 2, 28), 7m).For(South));
        Assert.Equal(19m, headcount.Periods[0].Value);
    }

    [Fact]
    public void A_region_can_be_kept_apart()
    {
        var leads = Roll(
            Kpi(Aggregation.Sum), Cadence.Quarter, Measurement.On(Day(2026, 1, 5), 10m).For(North), Measurement.On(Day(2026, 2, 5), 7m).For(South));
        Assert.Equal(17m, leads.Periods[0].Value);
        Assert.Equal(7m, leads.For(South).Periods[0].Value);
    }

    [Fact]
    public void A_conversion_rate_of_a_quarter_is_the_ratio_of_the_sums_and_not_the_mean_of_the_rates()
    {
        var rate = OkrKpi.Kpi.Define("rate", "Conversion rate", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.RatioOfSums);
        var quarter = Roll(
            rate, Cadence.Quarter, Measurement.On(Day(2026, 1, 5), 10m).OutOf(1_000m), Measurement.On(Day(2026, 2, 5), 30m).OutOf(1_000m),
            Measurement.On(Day(2026, 3, 5), 50m).OutOf(500m));
        Assert.Equal(3.6m, quarter.Periods[0].Value);
    }

    [Fact]
    public void An_average_order_value_is_weighted_by_the_orders_behind_it()
    {
        var value = Roll(
            Kpi(Aggregation.WeightedAverage), Cadence.Quarter, Measurement.On(Day(2026, 1, 5), 100m).Weighing(3m),
            Measurement.On(Day(2026, 2, 5), 60m).Weighing(1m));
        Assert.Equal(90m, value.Periods[0].Value);
    }

    [Fact]
    public void Adding_up_percentages_is_refused() =>
        Assert.Contains(
            "RatioOfSums",
            Assert.Throws<ArgumentException>(
                () => OkrKpi.Kpi.Define("rate", "Rate", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Adding_up_a_headcount_over_the_months_is_refused_and_its_last_value_or_mean_advised()
    {
        var refused = Assert.Throws<ArgumentException>(() => Months(Aggregation.Last, 10m, 12m).ReadAs(Aggregation.Sum));
        Assert.Contains("read Last", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Average", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Daily_users_are_not_added_up_to_monthly_users() =>
        Assert.Contains(
            "users of the month", Assert.Throws<ArgumentException>(() => Months(Aggregation.Average, 10m, 12m).ReadAs(Aggregation.Sum)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_mean_headcount_of_a_year_is_the_mean_over_time_of_each_region_added_up()
    {
        var headcount = Roll(
            Kpi(Aggregation.Last),
            Cadence.Year,
            Measurement.On(Day(2026, 1, 31), 10m).For(North), Measurement.On(Day(2026, 2, 28), 14m).For(North),
            Measurement.On(Day(2026, 1, 31), 5m).For(South), Measurement.On(Day(2026, 2, 28), 7m).For(South));
        Assert.Equal(18m, headcount.ReadAs(Aggregation.Average).Periods[0].Value);
    }

    [Fact]
    public void A_month_without_a_measurement_is_listed_and_has_no_value()
    {
        var march = Gap(Aggregation.Sum, GapPolicy.Unknown);
        Assert.True(march.IsGap);
        Assert.Null(march.Value);
        Assert.Equal((1, 0), (march.Coverage.Expected, march.Coverage.Present));
    }

    [Fact]
    public void Orders_that_nobody_placed_may_be_taken_for_zero_by_name() => Assert.Equal(0m, Gap(Aggregation.Sum, GapPolicy.Zero).Value);

    [Fact]
    public void A_price_that_nobody_changed_may_be_carried_on_by_name() => Assert.Equal(20m, Gap(Aggregation.Last, GapPolicy.CarryLast).Value);

    [Fact]
    public void A_headcount_is_never_taken_for_zero() => Assert.Throws<ArgumentException>(() => Gap(Aggregation.Last, GapPolicy.Zero));

    [Fact]
    public void A_sum_is_never_carried_into_the_next_month() => Assert.Throws<ArgumentException>(() => Gap(Aggregation.Sum, GapPolicy.CarryLast));

    [Fact]
    public void A_region_without_a_measurement_keeps_its_last_value_when_values_are_carried_on()
    {
        Measurement[] measured =
        [
            Measurement.On(Day(2026, 1, 31), 10m).For(North), Measurement.On(Day(2026, 1, 31), 5m).For(South), Measurement.On(Day(2026, 2, 28), 12m).For(North)
        ];
        var carried = KpiRollup.Of(Kpi(Aggregation.Last), Of(measured), Cadence.Month, Day(2026, 2, 28), GapPolicy.CarryLast).Periods[1];
        Assert.Equal(17m, carried.Value);
        Assert.Equal((2, 1), (carried.SegmentCoverage.Expected, carried.SegmentCoverage.Present));
    }

    [Fact]
    public void A_running_period_is_marked_and_its_coverage_expects_only_what_is_over()
    {
        var year = KpiRollup.Of(
            Kpi(Aggregation.Sum), Of(Measurement.On(Day(2026, 1, 5), 10m), Measurement.On(Day(2026, 3, 5), 10m), Measurement.On(Day(2026, 5, 5), 10m)),
            Cadence.Month, Day(2026, 5, 20))
            .To(Cadence.Year).Periods
            .Single();
        Assert.False(year.IsComplete);
        Assert.Equal(30m, year.Value);
        Assert.Equal((4, 2), (year.Coverage.Expected, year.Coverage.Present));
    }

    [Fact]
    public void What_became_known_later_does_not_count_and_what_was_restated_counts_once()
    {
        Measurement[] measured =
        [
            Measurement.On(Day(2026, 1, 5), 10m), Measurement.On(Day(2026, 1, 5), 12m).Restating(Day(2026, 3, 1)),
            Measurement.On(Day(2026, 1, 6), 5m).Known(Day(2026, 4, 1))
        ];
        Assert.Equal(10m, At(Day(2026, 2, 1)));
        Assert.Equal(12m, At(Day(2026, 3, 1)));
        Assert.Equal(17m, At(Day(2026, 4, 1)));

        decimal? At(LocalDate asOf) => KpiRollup.Of(Kpi(Aggregation.Sum), Of(measured), Cadence.Month, asOf).Periods[0].Value;
    }

    [Fact]
    public void Columns_of_many_KPIs_become_a_table_that_rolls_up_and_merges()
    {
        var months = ReportingCalendar.Standard.Axis(Cadence.Month, Day(2026, 1, 1), Day(2026, 12, 31));
        Instant[] instants = [Noon(1, 5), Noon(2, 6), Noon(2, 7), Noon(11, 8)];
        var byMonth = Rollup.Of([0, 0, 1, 1], instants, [10d, 20d, 5d, 7d], months);
        Assert.Equal(30d, byMonth.To(Cadence.Quarter)[0, 0].Sum);
        Assert.True(byMonth.To(Cadence.Quarter)[0, 1].IsEmpty);
        Assert.Equal(12d, byMonth.To(Cadence.Year).Read(1, 0, Aggregation.Sum));
        Assert.Equal((3, 1), (byMonth.To(Cadence.Quarter).Coverage(1, 0).Expected, byMonth.To(Cadence.Quarter).Coverage(1, 0).Present));
        Assert.Equal(60d, byMonth.Merge(byMonth).To(Cadence.Year)[0, 0].Sum);
    }

    [Fact]
    public void A_column_with_a_value_that_is_no_number_is_refused_with_its_row_or_the_row_left_out_and_counted()
    {
        var months = ReportingCalendar.Standard.Axis(Cadence.Month, Day(2026, 1, 1), Day(2026, 12, 31));
        Instant[] instants = [Noon(1, 5), Noon(1, 6)];
        Assert.StartsWith(
            "Row 1 ", Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of([0, 0], instants, [10d, double.NaN], months)).Message,
            StringComparison.Ordinal);
        var left = Rollup.Of([0, 0], instants, [10d, double.NaN], months, options: RollupOptions.Default.With(BadRows.Skip));
        Assert.Equal((10d, 1L), (left[0, 0].Sum, left.SkippedRows));
    }

    [Fact]
    public void A_rollup_says_how_each_value_came_about() => Assert.Equal(
        "Leads in 2026-Q1 so far: 60, sum of 3 measurements; 1 of 2 expected measuring periods is there",
        KpiRollup.Of(
            OkrKpi.Kpi.Define("leads", "Leads", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum),
            MeasurementSeries.Of("leads", Measurement.On(Day(2026, 2, 1), 10m), Measurement.On(Day(2026, 2, 2), 20m), Measurement.On(Day(2026, 3, 1), 30m)),
            Cadence.Quarter,
            Day(2026, 3, 15)).Periods[0].ToString());

    private static Instant Noon(int month, int day) => Instant.FromUtc(2026, month, day, 12, 0);

    private static Kpi Kpi(Aggregation aggregation) => Monthly(Direction.HigherIsBetter, aggregation);

    private static MeasurementSeries Of(params IEnumerable<Measurement> measurements) => MeasurementSeries.Of("kpi", measurements);

    private static KpiRollup Roll(Kpi kpi, Cadence cadence, params IEnumerable<Measurement> measurements) =>
        KpiRollup.Of(kpi, MeasurementSeries.Of(kpi.Id, measurements), cadence, Day(2026, 12, 31));

    private static KpiRollup Months(Aggregation aggregation, params IEnumerable<decimal> values) =>
        Roll(Kpi(aggregation), Cadence.Month, values.Select((value, month) => Measurement.On(Day(2026, month + 1, 10), value)));

    // January and February are measured, March is not.
    private static RollupPeriod Gap(Aggregation aggregation, GapPolicy gaps) =>
        KpiRollup.Of(
            Kpi(aggregation), Of(Measurement.On(Day(2026, 1, 10), 10m), Measurement.On(Day(2026, 2, 10), 20m)), Cadence.Month, Day(2026, 3, 31),
            gaps).Periods[2];
}
