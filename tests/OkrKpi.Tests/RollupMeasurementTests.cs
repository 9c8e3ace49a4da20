using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Tables that know whose row is whose, and what they tell the rule.</summary>
[Properties(Arbitrary = [typeof(Bulk)])]
public class RollupMeasurementTests
{
    private static readonly Aggregation[] Told = [.. Enum.GetValues<Aggregation>().Except([Aggregation.Count])];

    private static readonly PeriodAxis Months = ReportingCalendar.Standard.Axis(Cadence.Month, new(2026, 1, 1), new(2026, 12, 31));

    [Property]
    public void The_rule_reads_the_same_from_the_cells_as_from_the_rows(Bulk bulk, int choice, bool hasSegments)
    {
        hasSegments &= bulk.Rows.Length > 0;
        var aggregation = Told[(choice & int.MaxValue) % Told.Length];
        var cadence = bulk.Axis.Cadence == Cadence.Quarter ? Cadence.Year : Cadence.Quarter;
        var axis = bulk.Axis.Cadence == Cadence.Week ? bulk.Axis.Calendar.Axis(Cadence.Day, bulk.Axis.First.Start, bulk.Axis.Last.End) : bulk.Axis;
        Segment?[] segments = hasSegments ? [Segment.Of("region", "North"), null] : [null];
        var kpi = Kpi.Define("k", "k", Unit.Count("visit"), Direction.HigherIsBetter).Every(cadence, aggregation).On(axis.Calendar);
        var measurements = new List<Measurement>();
        var (kpis, ticks, values) = bulk.Columns;
        var exact = Array.ConvertAll(values, value => (decimal)value);
        var weights = Array.ConvertAll(exact, value => Math.Abs(value) % 3m);
        var parts = Array.ConvertAll(ticks, tick => hasSegments ? (int)(tick % 2) : 0);
        for (var row = 0; row < kpis.Length; row++)
        {
            var measurement = Measurement.AtInstant(Instant.FromUnixTimeTicks(ticks[row]), exact[row]);
            measurement = aggregation == Aggregation.RatioOfSums
                ? measurement.OutOf(weights[row])
                : aggregation == Aggregation.WeightedAverage
                ? measurement.Weighing(weights[row])
                : measurement;
            if (kpis[row] == 0)
            {
                measurements.Add(segments[parts[row]] is { } segment ? measurement.For(segment) : measurement);
            }
        }

        var options = RollupOptions.Default.WithKpis(bulk.Kpis).WithSegments(segments.Length);
        var names = Enumerable.Range(0, bulk.Kpis).Select(index => KpiId.Of(index == 0 ? "k" : $"other-{index}"));
        var inDecimals = ExactRollup.Of(kpis, ticks, exact, axis, weights, hasSegments ? parts : default, options).Named(names, segments);
        var inDoubles = Rollup.Of(kpis, ticks, values, axis, Array.ConvertAll(weights, weight => (double)weight), hasSegments ? parts : default, options)
            .Named(names, segments);
        var asOf = axis.Last.End;
        var expected = KpiAssessment.Of(kpi, MeasurementSeries.Of("k", measurements), asOf);
        Same(expected, KpiAssessment.Of(kpi, inDecimals.ToMeasurements(kpi), asOf), 1e-15);
        Same(expected, KpiAssessment.Of(kpi, inDoubles.ToMeasurements(kpi), asOf), 1e-12);

        static void Same(KpiAssessment expected, KpiAssessment actual, double tolerance)
        {
            Assert.Equal(expected.Periods.Select(period => period.Period), actual.Periods.Select(period => period.Period));
            Assert.All(expected.Periods.Zip(actual.Periods), pair => Assert.True(
                pair.First.Actual is { } value
                    ? Math.Abs((double)(value - pair.Second.Actual!.Value)) <= tolerance * (1_000_000d + Math.Abs((double)value))
                    : pair.Second.Actual is null,
                $"{pair.First.Period}: {pair.First.Actual} and {pair.Second.Actual}"));
        }
    }

    [Fact]
    public void A_table_answers_by_the_names_of_its_KPIs_also_rolled_up_and_merged()
    {
        int[] kpis = [0, 1, 1];
        Instant[] instants = [Instant.FromUtc(2026, 1, 5, 0, 0), Instant.FromUtc(2026, 2, 5, 0, 0), Instant.FromUtc(2026, 3, 5, 0, 0)];
        KpiId[] names = [KpiId.Of("revenue"), KpiId.Of("leads")];
        var table = Rollup.Of(kpis, instants, [1d, 2d, 3d], Months);
        Assert.Empty(table.KpiIds);
        var named = table.Named(names);
        Assert.Equal(names, named.KpiIds);
        Assert.Equal([null], named.SegmentNames);
        Assert.Equal(2d, named[names[1], Months[1]].Sum);
        var quarters = named.Merge(table).To(Cadence.Quarter);
        Assert.Equal(10d, quarters[names[1], quarters.Axis[0]].Sum);
        Assert.Throws<ArgumentException>(() => named.Merge(table.Named([names[1], names[0]])));
        Assert.Contains("'revenue', 'leads'", Assert.Throws<ArgumentException>(() => named[KpiId.Of("churn"), Months[0]]).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Rollup.Named), Assert.Throws<ArgumentException>(() => table[names[0], Months[0]]).Message, StringComparison.Ordinal);
        Assert.Equal("kpis", Assert.Throws<ArgumentException>(() => table.Named([names[0]])).ParamName);
        Assert.Throws<ArgumentException>(() => table.Named([names[0], names[0]]));
        Assert.Equal("segments", Assert.Throws<ArgumentException>(() => table.Named(names, [null, null])).ParamName);
    }

    [Fact]
    public void A_running_period_is_known_as_far_as_its_last_row()
    {
        var kpi = Kpi.Define("sales", "Sales", Unit.Count("sale"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        int[] kpis = [0, 0];
        Instant[] instants = [Instant.FromUtc(2026, 1, 5, 0, 0), Instant.FromUtc(2026, 2, 5, 0, 0)];
        var table = ExactRollup.Of(kpis, instants, [1m, 2m], Months).Named([kpi.Id]);
        Assert.Equal(2m, KpiAssessment.Of(kpi, table.ToMeasurements(kpi), new LocalDate(2026, 2, 10)).Running!.Actual);
    }

    [Theory]
    [InlineData(Aggregation.Count, Cadence.Month, "define it with Sum")]
    [InlineData(Aggregation.Sum, Cadence.Event, "measured by events")]
    [InlineData(Aggregation.Sum, Cadence.Week, "roll up by shorter ones")]
    [InlineData(Aggregation.WeightedAverage, Cadence.Month, "needs what is behind each value")]
    public void What_a_cell_cannot_tell_is_refused_with_what_to_do(Aggregation aggregation, Cadence cadence, string advice)
    {
        var kpi = Kpi.Define("k", "k", Unit.Count("visit"), Direction.HigherIsBetter).Every(cadence, aggregation);
        int[] kpis = [0];
        Instant[] instants = [Instant.FromUtc(2026, 1, 5, 0, 0)];
        var table = Rollup.Of(kpis, instants, [1d], Months).Named([kpi.Id]);
        Assert.Contains(advice, Assert.Throws<ArgumentException>(() => table.ToMeasurements(kpi)).Message, StringComparison.Ordinal);
        Assert.Contains("another calendar", Assert.Throws<ArgumentException>(() => table.ToMeasurements(
            Kpi.Define("k", "k", Unit.Count("visit"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).On(ReportingCalendar.Fiscal(4))))
                .Message, StringComparison.Ordinal);
    }
}
