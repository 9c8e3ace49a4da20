using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Tables and cells made of what another engine added up.</summary>
[Properties(Arbitrary = [typeof(Bulk)])]
public class RollupPartsTests
{
    private static readonly Instant January = Instant.FromUtc(2026, 1, 5, 9, 0);

    private static readonly PeriodAxis Months = ReportingCalendar.Standard.Axis(Cadence.Month, new(2026, 1, 1), new(2026, 12, 31));

    [Property]
    public void A_table_of_the_parts_of_a_table_is_that_table_and_rolls_up_as_it_does(Bulk bulk, bool hasWeights, bool hasSegments, bool hasStatistics)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var options = RollupOptions.Default.WithKpis(bulk.Kpis).WithSegments(3).With(hasStatistics ? RollupDetail.Statistics : RollupDetail.Basic);
        var weights = hasWeights ? Array.ConvertAll(values, Math.Abs) : [];
        var segments = hasSegments ? ticks.Select(tick => (int)(tick % 3)).ToArray() : [];
        var rolled = Rollup.Of(kpis, ticks, values, bulk.Axis, weights, segments, options);
        var cells = Cells(
            rolled.Kpis, rolled.Segments, rolled.Axis.Count, (kpi, segment, period) => Parts(rolled[kpi, segment, period], hasWeights, hasStatistics));
        var made = Rollup.FromCells(rolled.Axis, rolled.Kpis, cells, rolled.Segments);
        Same(rolled, made);
        var (years, yearsMade) = (rolled.To(Cadence.Year), made.To(Cadence.Year));
        Same(years, yearsMade);
        Assert.All(Enumerable.Range(0, years.Axis.Count), year => Assert.Equal(years.Coverage(0, year), yearsMade.Coverage(0, year)));

        static BulkAggregate Parts(BulkAggregate cell, bool hasWeights, bool hasStatistics) => cell.IsEmpty ? default : BulkAggregate.FromParts(
            cell.Count, cell.Sum, cell.Min, cell.Max, cell.First, cell.FirstAt!.Value, cell.Last, cell.LastAt!.Value,
            hasWeights ? cell.WeightedSum : null, hasWeights ? cell.Weight : null,
            !hasStatistics ? null : cell.Count == 1 ? 0d : cell.Variance * (cell.Count - 1));

        static void Same(Rollup one, Rollup other)
        {
            for (var kpi = 0; kpi < one.Kpis; kpi++)
            {
                for (var period = 0; period < one.Axis.Count; period++)
                {
                    var (cell, twin) = (one[kpi, period], other[kpi, period]);
                    Assert.Equal((cell.Count, cell.Sum, cell.Min, cell.Max), (twin.Count, twin.Sum, twin.Min, twin.Max));
                    Assert.Equal((cell.First, cell.FirstAt), (twin.First, twin.FirstAt));
                    Assert.Equal((cell.Last, cell.LastAt, cell.WeightedSum, cell.Weight), (twin.Last, twin.LastAt, twin.WeightedSum, twin.Weight));
                    Assert.Equal(cell.Variance ?? 0d, twin.Variance ?? 0d, Math.Abs(cell.Variance ?? 0d) * 1e-12);
                    Assert.Equal(one.Read(kpi, period, Aggregation.Last), other.Read(kpi, period, Aggregation.Last));
                }
            }
        }
    }

    [Property]
    public void An_exact_table_of_the_parts_of_an_exact_table_is_equal_and_merges_with_others(Bulk bulk, bool hasSegments)
    {
        var (kpis, ticks, doubles) = bulk.Columns;
        var values = Array.ConvertAll(doubles, value => (decimal)value / 7m);
        var weights = Array.ConvertAll(doubles, value => Math.Abs((decimal)value) / 10m);
        var options = RollupOptions.Default.WithKpis(bulk.Kpis).WithSegments(2);
        var segments = hasSegments ? ticks.Select(tick => (int)(tick % 2)).ToArray() : [];
        var rolled = ExactRollup.Of(kpis, ticks, values, bulk.Axis, weights, segments, options);
        var cells = Cells(rolled.Kpis, rolled.Segments, rolled.Axis.Count, (kpi, segment, period) => Parts(rolled[kpi, segment, period]));
        var made = ExactRollup.FromCells(rolled.Axis, rolled.Kpis, cells, rolled.Segments);
        var (twice, thrice) = (rolled.Merge(rolled).To(Cadence.Year), made.Merge(rolled).To(Cadence.Year));
        for (var kpi = 0; kpi < rolled.Kpis; kpi++)
        {
            Assert.All(Enumerable.Range(0, rolled.Axis.Count), period => Assert.Equal(rolled[kpi, period], made[kpi, period]));
            Assert.All(Enumerable.Range(0, twice.Axis.Count), period => Assert.Equal(twice[kpi, period], thrice[kpi, period]));
        }

        static PeriodAggregate Parts(PeriodAggregate cell) => cell.IsEmpty ? default : PeriodAggregate.FromParts(
            cell.Count, cell.Sum, cell.Min, cell.Max, cell.First, cell.FirstAt!.Value, cell.Last, cell.LastAt!.Value,
            cell.WeightedSum, cell.Weight, cell.Denominator, cell.Count == 1 ? null : cell.Variance * (cell.Count - 1));
    }

    [Fact]
    public void Several_cells_of_one_place_are_merged_in_their_order()
    {
        var table = ExactRollup.FromCells(Months, 1, [(0, 0, 0, One(2m)), (0, 0, 2, default), (0, 0, 0, One(5m))]);
        Assert.Equal((2L, 7m, 2m, 5m), (table[0, 0].Count, table[0, 0].Sum, table[0, 0].First, table[0, 0].Last));
        Assert.Equal(7m, table.To(Cadence.Year)[0, 0].Sum);
        Assert.True(table[0, 2].IsEmpty);

        static PeriodAggregate One(decimal value) => PeriodAggregate.FromParts(1, value, value, value, value, January, value, January);
    }

    [Fact]
    public void Without_squared_deviations_there_is_no_variance_and_never_one_of_zero()
    {
        var without = PeriodAggregate.FromParts(3, 15m, 2m, 9m, 2m, January, 9m, January);
        var with = PeriodAggregate.FromParts(3, 15m, 2m, 9m, 2m, January, 9m, January, squaredDeviations: 26d);
        Assert.Null(without.Variance);
        Assert.Null(with.Merge(without).Variance);
        Assert.Equal(13d, with.Variance);
        Assert.Equal(13d, with.Merge(default).Variance);
        Assert.Null(BulkAggregate.FromParts(3, 15d, 2d, 9d, 2d, January, 9d, January).Variance);
        Assert.Equal(13d, BulkAggregate.FromParts(3, 15d, 2d, 9d, 2d, January, 9d, January, squaredDeviations: 26d).Variance);
    }

    [Fact]
    public void Beside_a_date_an_instant_counts_with_its_date()
    {
        var calendar = ReportingCalendar.Standard;
        var after = PeriodAggregate.Empty.Add(Measurement.On(new LocalDate(2026, 1, 6), 1m), calendar);
        var before = PeriodAggregate.Empty.Add(Measurement.On(new LocalDate(2026, 1, 4), 1m), calendar);
        var parts = PeriodAggregate.FromParts(1, 7m, 7m, 7m, 7m, January, 7m, January);
        Assert.Equal((7m, 1m), (parts.Merge(after).First, parts.Merge(after).Last));
        Assert.Equal((1m, 7m), (parts.Merge(before).First, parts.Merge(before).Last));
        Assert.Null(after.FirstAt);
        Assert.Equal((January, January), (parts.FirstAt, parts.LastAt));
    }

    public static TheoryData<string, Func<object>> Impossible => new()
    {
        { "count", () => Exact(count: 0) },
        { "count", () => Exact(count: 2_000_000_000_000) },
        { "max", () => Exact(max: 1m) },
        { "min", () => Exact(min: -2e15m) },
        { "first", () => Exact(first: 10m) },
        { "last", () => Exact(last: 1m) },
        { "sum", () => Exact(sum: 28m) },
        { "sum", () => Exact(sum: 5m) },
        { "sum", () => Exact(sum: 2e24m) },
        { "max", () => Exact(count: 1, sum: 5m) },
        { "lastAt", () => Exact(lastAt: January - Duration.FromTicks(1)) },
        { "lastAt", () => Exact(lastAt: Instant.MaxValue) },
        { "weight", () => Exact(weight: -1m) },
        { "weightedSum", () => Exact(weightedSum: 1m) },
        { "weightedSum", () => Exact(weightedSum: 100m, weight: 2m) },
        { "denominator", () => Exact(denominator: -1m) },
        { "squaredDeviations", () => Exact(squares: -1d) },
        { "squaredDeviations", () => Exact(squares: double.NaN) },
        { "squaredDeviations", () => Exact(squares: 1_000d) },
        { "min", () => InDoubles(min: double.NaN) },
        { "max", () => InDoubles(max: double.PositiveInfinity) },
        { "sum", () => InDoubles(sum: double.NaN) },
        { "sum", () => InDoubles(sum: 28d) },
        { "weight", () => InDoubles(weightedSum: 2d) },
        { "weightedSum", () => InDoubles(weight: 2d) },
        { "weight", () => InDoubles(weightedSum: 2d, weight: double.NaN) },
        { "weightedSum", () => InDoubles(weightedSum: 100d, weight: 2d) },
        { "squaredDeviations", () => InDoubles(squares: double.PositiveInfinity) },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Parts_that_cannot_be_true_together_are_refused(string parameter, Func<object> make) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    [Fact]
    public void Cells_of_no_place_of_another_calendar_or_of_mixed_detail_are_refused()
    {
        var cell = InDoubles();
        Refused("names the KPI at 2, but the KPIs are numbered from 0 to 1", (2, 0, 0, cell));
        Refused("names the segment at -1", (0, -1, 0, cell));
        Refused("names the period at 12", (0, 0, 12, cell));
        Refused("its first or last value was not measured within it", (0, 0, 1, cell));
        Refused("has weights and the other does not", (0, 0, 0, cell), (1, 0, 0, InDoubles(weightedSum: 10d, weight: 2d)));
        Refused("has weights and the other does not", (0, 0, 0, cell), (1, 0, 0, InDoubles(squares: 26d)));
        Assert.ThrowsAny<ArgumentException>(() => Rollup.FromCells(Months, int.MaxValue, []));
        var dated = PeriodAggregate.Empty.Add(Measurement.On(new LocalDate(2026, 2, 28), 1m), Months.Calendar);
        Assert.Equal(1m, ExactRollup.FromCells(Months, 1, [(0, 0, 1, dated)])[0, 1].Sum);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactRollup.FromCells(Months, 1, [(0, 0, 2, dated)]));

        static void Refused(string expected, params (int, int, int, BulkAggregate)[] cells)
        {
            var refusal = Assert.ThrowsAny<ArgumentException>(() => Rollup.FromCells(Months, 2, cells));
            Assert.Equal("cells", refusal.ParamName);
            Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        }
    }

    private static PeriodAggregate Exact(
        long count = 3, decimal sum = 15m, decimal min = 2m, decimal max = 9m, decimal first = 2m, decimal last = 9m, Instant? lastAt = null,
        decimal weightedSum = 0m, decimal weight = 0m, decimal denominator = 0m, double? squares = null) =>
        PeriodAggregate.FromParts(count, sum, min, max, first, January, last, lastAt ?? January, weightedSum, weight, denominator, squares);

    private static BulkAggregate InDoubles(
        double sum = 15d, double min = 2d, double max = 9d, double? weightedSum = null, double? weight = null, double? squares = null) =>
        BulkAggregate.FromParts(3, sum, min, max, 2d, January, 9d, January, weightedSum, weight, squares);

    private static IEnumerable<(int Kpi, int Segment, int Period, T Aggregate)> Cells<T>(int kpis, int segments, int periods, Func<int, int, int, T> cell) =>
        from kpi in Enumerable.Range(0, kpis)
        from segment in Enumerable.Range(0, segments)
        from period in Enumerable.Range(0, periods)
        select (kpi, segment, period, cell(kpi, segment, period));
}
