using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(KpiRollupProperties)])]
public class KpiRollupProperties
{
    public static Arbitrary<Measured> Series() => Arb.From(
        from aggregation in Gen.Elements(Enum.GetValues<Aggregation>())
        from start in Gen.Choose(1, 12)
        from days in Gen.ListOf(Gen.Zip(Gen.Choose(0, 900), Gen.Choose(-500, 500)))
        from asOf in Gen.Choose(0, 1_000)
        from seed in Gen.Choose(0, int.MaxValue)
        select Made(aggregation, ReportingCalendar.Fiscal(start), [.. days.DistinctBy(day => day.Item1)], asOf, seed));

    [Property]
    public void Days_to_months_to_years_is_days_to_years_is_years(Measured measured)
    {
        var days = KpiRollup.Of(measured.Kpi, measured.Series, Cadence.Day, measured.AsOf);
        var through = days.To(Cadence.Month).To(Cadence.Year);
        var direct = KpiRollup.Of(measured.Kpi, measured.Series, Cadence.Year, measured.AsOf);
        Same(days.To(Cadence.Year), through);
        Same(direct, through);
    }

    [Property]
    public void The_order_of_the_measurements_does_not_matter(Measured measured)
    {
        var shuffled = measured.Series.Measurements.ToArray();
        new Random(measured.Seed).Shuffle(shuffled);
        Same(
            KpiRollup.Of(measured.Kpi, measured.Series, Cadence.Month, measured.AsOf),
            KpiRollup.Of(measured.Kpi, MeasurementSeries.Of(measured.Kpi.Id, shuffled), Cadence.Month, measured.AsOf));
    }

    [Property]
    public void A_rollup_by_the_cadence_of_the_KPI_says_what_its_assessment_says(Measured measured)
    {
        var assessed = KpiAssessment.Of(measured.Kpi, measured.Series, measured.AsOf).Periods;
        foreach (var period in KpiRollup.Of(measured.Kpi, measured.Series, Cadence.Month, measured.AsOf).Periods)
        {
            var twin = assessed.FirstOrDefault(each => each.Period == period.Period);

            // A level of which a segment is not reported has no value yet; a rollup adds up what is there.
            if (twin is not { Actual: null } || measured.Kpi.Aggregation.Additivity() != Additivity.SemiAdditive)
            {
                Assert.Equal(twin?.Actual, period.Value);
            }

            Assert.Equal(twin?.Aggregate ?? PeriodAggregate.Empty, period.Aggregate);
        }
    }

    private static void Same(KpiRollup one, KpiRollup other) => Assert.Equal(
        one.Periods.Select(period => (period.Period, period.Value, period.Aggregate, period.Coverage, period.SegmentCoverage)),
        other.Periods.Select(period => (period.Period, period.Value, period.Aggregate, period.Coverage, period.SegmentCoverage)));

    // Levels and sums have regions; each day has one measurement, so that no two tie.
    private static Measured Made(Aggregation aggregation, ReportingCalendar calendar, (int Day, int Value)[] days, int asOf, int seed)
    {
        var start = new LocalDate(2024, 1, 1);
        var kpi = Kpi.Define("kpi", "Something measured", Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, aggregation).On(calendar);
        var random = new Random(seed);
        var measurements = days.Select(day =>
        {
            var measurement = Measurement.On(start.PlusDays(day.Day), day.Value).For(Segment.Of("region", random.Next(2) == 0 ? "North" : "South"));
            return aggregation switch
            {
                Aggregation.RatioOfSums => measurement.OutOf(random.Next(4)),
                Aggregation.WeightedAverage => measurement.Weighing(random.Next(4)),
                _ => measurement,
            };
        });
        return new(kpi, MeasurementSeries.Of(kpi.Id, measurements), start.PlusDays(asOf), seed);
    }

    public sealed record Measured(Kpi Kpi, MeasurementSeries Series, LocalDate AsOf, int Seed);
}
