using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>The loops of the kernel against each other and against the plainest reading of the same rows.</summary>
[Properties(Arbitrary = [typeof(Bulk)])]
public class RollupKernelTests
{
    [Property]
    public void Runs_and_rows_give_the_same_cells(Bulk bulk)
    {
        var (series, ticks, values) = bulk.Columns;
        var byRow = new RollupCell[bulk.Kpis * bulk.Axis.Count];
        var byRun = new RollupCell[byRow.Length];
        RollupKernel.AddRows(series, ticks, values, bulk.Axis.Lookup, byRow);
        Assert.Equal(series.Length, RollupKernel.AddRuns(series, ticks, values, bulk.Axis.Lookup, bulk.Kpis, byRun));

        // The values are whole numbers, so that sums are exact in any order and nothing hides behind a tolerance.
        Assert.Equal(byRow, byRun);
    }

    [Property]
    public void A_cell_is_what_grouping_the_rows_gives(Bulk bulk)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var rollup = Rollup.Of(kpis, ticks, values, bulk.Axis, options: RollupOptions.Default.WithKpis(bulk.Kpis));
        var groups = Enumerable.Range(0, kpis.Length).ToLookup(row => (kpis[row], bulk.Axis.IndexOfUnixTicks(ticks[row])));
        for (var kpi = 0; kpi < bulk.Kpis; kpi++)
        {
            for (var period = 0; period < bulk.Axis.Count; period++)
            {
                var rows = groups[(kpi, period)].OrderBy(row => ticks[row]).ToArray();
                var cell = rollup[kpi, period];
                Assert.Equal(rows.Length, cell.Count);
                Assert.Equal(rows.Sum(row => values[row]), cell.Sum);
                if (rows.Length > 0)
                {
                    Assert.Equal(rows.Min(row => values[row]), cell.Min);
                    Assert.Equal(rows.Max(row => values[row]), cell.Max);
                    Assert.Equal((values[rows[0]], Instant.FromUnixTimeTicks(ticks[rows[0]])), (cell.First, cell.FirstAt!.Value));
                    Assert.Equal((values[rows[^1]], Instant.FromUnixTimeTicks(ticks[rows[^1]])), (cell.Last, cell.LastAt!.Value));
                }
            }
        }
    }

    [Property]
    public void Columns_of_instants_columns_of_ticks_rows_and_exact_columns_agree(Bulk bulk)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var instants = Array.ConvertAll(ticks, Instant.FromUnixTimeTicks);
        var options = RollupOptions.Default.WithKpis(bulk.Kpis);
        var fromTicks = Rollup.Of(kpis, ticks, values, bulk.Axis, options: options);
        var fromInstants = Rollup.Of(kpis, instants, values, bulk.Axis, options: options);
        var fromRows = Rollup.Of(kpis.Select((kpi, row) => new MeasurementRow(kpi, instants[row], values[row])).ToArray(), bulk.Axis, options);
        var exact = ExactRollup.Of(kpis, ticks, Array.ConvertAll(values, value => (decimal)value), bulk.Axis, options: options);
        for (var kpi = 0; kpi < bulk.Kpis; kpi++)
        {
            for (var period = 0; period < bulk.Axis.Count; period++)
            {
                var cell = fromTicks[kpi, period];
                Assert.Equal(cell, fromInstants[kpi, period]);
                Assert.Equal(cell, fromRows[kpi, period]);
                var twin = exact[kpi, period];
                Assert.Equal(
                    (cell.Count, (decimal)cell.Sum, (decimal)cell.Min, (decimal)cell.Max, (decimal)cell.First, (decimal)cell.Last),
                    (twin.Count, twin.Sum, twin.Min, twin.Max, twin.First, twin.Last));
            }
        }
    }

    [Property]
    public void Split_and_merged_gives_the_same_as_at_once(Bulk bulk)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var options = RollupOptions.Default.WithKpis(bulk.Kpis).With(RollupDetail.Statistics);
        var whole = Rollup.Of(kpis, ticks, values, bulk.Axis, weights: values.Select(Math.Abs).ToArray(), options: options);
        var cut = bulk.Cut % (kpis.Length + 1);
        Rollup[] parts = [Part(..cut), Part(cut..)];
        var merged = parts[0].Merge(parts[1]);
        for (var kpi = 0; kpi < bulk.Kpis; kpi++)
        {
            for (var period = 0; period < bulk.Axis.Count; period++)
            {
                var (one, other) = (whole[kpi, period], merged[kpi, period]);
                Assert.Equal(
                    (one.Count, one.Sum, one.Min, one.Max, one.First, one.Last, one.Weight, one.WeightedSum),
                    (other.Count, other.Sum, other.Min, other.Max, other.First, other.Last, other.Weight, other.WeightedSum));
                Assert.Equal(one.Variance is null, other.Variance is null);
                Assert.Equal(one.Variance ?? 0d, other.Variance ?? 0d, 1e-9 * (1d + (one.Variance ?? 0d)));
            }
        }

        Rollup Part(Range rows) =>
            Rollup.Of(kpis[rows], ticks[rows], values[rows], bulk.Axis, weights: values[rows].Select(Math.Abs).ToArray(), options: options);
    }

    [Property]
    public void Days_to_months_to_years_is_days_to_years(Bulk bulk)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var dates = (bulk.Axis.First.Start, bulk.Axis.Last.End);
        var days = Rollup.Of(
            kpis, ticks, values, bulk.Axis.Calendar.Axis(Cadence.Day, dates.Start, dates.End), weights: values.Select(Math.Abs).ToArray(),
            options: RollupOptions.Default.WithKpis(bulk.Kpis));
        var direct = days.To(Cadence.Year);
        var through = days.To(Cadence.Month).To(Cadence.Year);
        for (var kpi = 0; kpi < bulk.Kpis; kpi++)
        {
            for (var year = 0; year < direct.Axis.Count; year++)
            {
                Assert.All(
                    Enum.GetValues<Aggregation>(), aggregation => Assert.Equal(direct.Read(kpi, year, aggregation), through.Read(kpi, year, aggregation)));
            }
        }
    }

    [Property]
    public void A_row_that_is_bad_is_refused_by_its_number_or_left_out(Bulk bulk, NonNegativeInt where, NonNegativeInt how)
    {
        var (kpis, ticks, values) = bulk.Columns;
        var options = RollupOptions.Default.WithKpis(bulk.Kpis);
        if (kpis.Length == 0)
        {
            return;
        }

        var row = where.Get % kpis.Length;
        var without = Rollup.Of(
            [.. kpis[..row], .. kpis[(row + 1)..]], [.. ticks[..row], .. ticks[(row + 1)..]], [.. values[..row], .. values[(row + 1)..]], bulk.Axis,
            options: options);
        var column = (how.Get % 7) switch
        {
            0 => Break(kpis, row, -1, nameof(kpis)),
            1 => Break(kpis, row, bulk.Kpis, nameof(kpis)),
            2 => Break(values, row, double.NaN, nameof(values)),
            3 => Break(values, row, double.PositiveInfinity, nameof(values)),
            4 => Break(values, row, double.NegativeInfinity, nameof(values)),
            5 => Break(ticks, row, bulk.Axis.StartInstant.ToUnixTimeTicks() - 1, "instants"),
            _ => Break(ticks, row, bulk.Axis.EndInstant.ToUnixTimeTicks(), "instants"),
        };
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of(kpis, ticks, values, bulk.Axis, options: options));
        Assert.Equal(column, refused.ParamName);
        Assert.StartsWith(FormattableString.Invariant($"Row {row} "), refused.Message, StringComparison.Ordinal);
        var skipped = Rollup.Of(kpis, ticks, values, bulk.Axis, options: options.With(BadRows.Skip));
        Assert.Equal(1L, skipped.SkippedRows);
        for (var kpi = 0; kpi < bulk.Kpis; kpi++)
        {
            for (var period = 0; period < bulk.Axis.Count; period++)
            {
                Assert.Equal(without[kpi, period], skipped[kpi, period]);
            }
        }

        static string Break<T>(T[] column, int row, T value, string name)
        {
            column[row] = value;
            return name;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bad_row_far_down_is_named_by_its_number_and_the_rows_around_it_count(bool inOrder)
    {
        const int Rows = 60_000;
        var axis = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        var (start, span) = (axis.StartInstant.ToUnixTimeTicks(), axis.EndInstant.ToUnixTimeTicks() - axis.StartInstant.ToUnixTimeTicks());
        var ticks = Enumerable.Range(0, Rows).Select(row => start + (span / Rows * row)).ToArray();
        if (!inOrder)
        {
            new Random(1).Shuffle(ticks);
        }

        var values = Enumerable.Range(0, Rows).Select(row => (double)row).ToArray();
        values[50_001] = double.NaN;
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of(new int[Rows], ticks, values, axis));
        Assert.StartsWith("Row 50001 ", refused.Message, StringComparison.Ordinal);
        var year = Rollup.Of(new int[Rows], ticks, values, axis, options: RollupOptions.Default.With(BadRows.Skip)).To(Cadence.Year);
        Assert.Equal((Rows - 1L, (Rows * (Rows - 1d) / 2d) - 50_001d, 1L), (year[0, 0].Count, year[0, 0].Sum, year.SkippedRows));
    }

    [Fact]
    public void Compensated_sums_keep_what_plain_ones_lose()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Day, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1));
        var instants = Enumerable.Repeat(axis.StartInstant, 4).ToArray();
        double[] values = [1d, 1e100, 1d, -1e100];
        Assert.Equal(0d, Rollup.Of(new int[4], instants, values, axis)[0, 0].Sum);
        Assert.Equal(2d, Rollup.Of(new int[4], instants, values, axis, options: RollupOptions.Default.With(RollupDetail.Statistics))[0, 0].Sum);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused_by_name()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));
        var instants = new[] { axis.StartInstant, axis.StartInstant };
        Assert.Equal("instants", Assert.Throws<ArgumentException>(() => Rollup.Of([0, 0, 0], instants, [1d, 2d, 3d], axis)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Rollup.Of([0, 0], instants, [1d, 2d, 3d], axis)).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Rollup.Of([0, 0], instants, [1d, 2d], axis, weights: [1d])).ParamName);
        Assert.Equal("segments", Assert.Throws<ArgumentException>(() => Rollup.Of([0, 0], instants, [1d, 2d], axis, segments: [1])).ParamName);
        Assert.Equal("kpis", Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of([0, int.MaxValue], instants, [1d, 2d], axis)).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of([0, 0], instants, [1d, 2d], axis, weights: [1d, -1d])).ParamName);
        Assert.Equal("segments", Assert.Throws<ArgumentOutOfRangeException>(() => Rollup.Of([0, 0], instants, [1d, 2d], axis, segments: [0, -1])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentOutOfRangeException>(() => ExactRollup.Of([0, 0], instants, [1m, 1e16m], axis)).ParamName);
    }

    [Fact]
    public void A_rollup_allocates_its_table_and_nothing_a_row()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31));
        var from = axis.StartInstant.ToUnixTimeTicks();
        var span = axis.EndInstant.ToUnixTimeTicks() - from;
        var kpis = Enumerable.Range(0, 100_000).Select(row => row % 100).ToArray();
        var ticks = Enumerable.Range(0, kpis.Length).Select(row => from + (long)(span * (row * 0.618 % 1))).ToArray();
        var values = new double[kpis.Length];
        Rollup.Of(kpis, ticks, values, axis);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rollup = Rollup.Of(kpis, ticks, values, axis);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var groups = rollup.Kpis * axis.Count;
        Assert.InRange(allocated, 1, 80L * groups);
    }
}
