using NodaTime;
using NodaTime.Text;

namespace OkrKpi;

/// <summary>
/// Takes columns block by block: turns KPI and segment into one series index, sees to bad rows, and hands the rest to the <see cref="RollupKernel"/>.
/// </summary>
internal abstract class RollupLoader<T>
    where T : struct
{
    private readonly BadRows policy;
    private int[]? series;
    private long firstRow;
    private Scratch? scratch;

    protected RollupLoader(PeriodAxis axis, int kpis, int segments, BadRows policy)
    {
        Periods = axis.Lookup;
        Kpis = kpis;
        Segments = segments;
        this.policy = policy;
        Cells = RollupRules.Length(kpis, segments, axis);
    }

    /// <summary>How many rows were left out.</summary>
    internal long Skipped { get; private set; }

    internal int Kpis { get; }

    internal int Segments { get; }

    protected PeriodLookup Periods { get; }

    protected int Cells { get; }

    protected int Series => Kpis * Segments;

    internal void AddColumns(ReadOnlySpan<int> kpis, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights, ReadOnlySpan<int> segments)
    {
        for (var row = 0; row < kpis.Length; row += RollupKernel.BlockLength)
        {
            var block = row..Math.Min(row + RollupKernel.BlockLength, kpis.Length);
            AddBlock(kpis[block], ticks[block], values[block], weights.IsEmpty ? weights : weights[block], segments.IsEmpty ? segments : segments[block]);
        }
    }

    internal void AddColumns(
        ReadOnlySpan<int> kpis, ReadOnlySpan<Instant> instants, ReadOnlySpan<T> values, ReadOnlySpan<T> weights, ReadOnlySpan<int> segments)
    {
        var ticks = new long[Math.Min(RollupKernel.BlockLength, kpis.Length)];
        for (var row = 0; row < kpis.Length; row += ticks.Length)
        {
            var block = row..Math.Min(row + ticks.Length, kpis.Length);
            var at = instants[block];
            for (var index = 0; index < at.Length; index++)
            {
                ticks[index] = at[index].ToUnixTimeTicks();
            }

            AddBlock(
                kpis[block], ticks.AsSpan(0, at.Length), values[block], weights.IsEmpty ? weights : weights[block],
                segments.IsEmpty ? segments : segments[block]);
        }
    }

    internal void AddBlock(ReadOnlySpan<int> kpis, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights, ReadOnlySpan<int> segments)
    {
        var rows = segments.IsEmpty ? kpis : SeriesOf(kpis, segments);
        var added = AddInOrder(rows, ticks, values, weights);
        if (added < rows.Length)
        {
            AddChecked(kpis, segments, rows, ticks, values, weights, added);
        }

        firstRow += kpis.Length;
    }

    /// <summary>Adds what can be added fast because it is in order; checks bounds itself.</summary>
    /// <returns>How many rows were added.</returns>
    protected abstract int AddInOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights);

    /// <summary>Adds rows that are all within bounds.</summary>
    protected abstract void AddInAnyOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights);

    protected abstract bool AreWithinBounds(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights);

    /// <summary>What is wrong with a value and its weight; <see langword="null"/> when nothing is.</summary>
    protected abstract (string Column, string Problem)? Problem(T value, T? weight);

    // A series that does not exist gets the index -1, which is out of bounds for every check to come.
    private ReadOnlySpan<int> SeriesOf(ReadOnlySpan<int> kpis, ReadOnlySpan<int> segments)
    {
        series ??= new int[RollupKernel.BlockLength];
        for (var row = 0; row < kpis.Length; row++)
        {
            series[row] = RollupKernel.IsBelow(kpis[row], Kpis) && RollupKernel.IsBelow(segments[row], Segments) ? (kpis[row] * Segments) + segments[row] : -1;
        }

        return series.AsSpan(0, kpis.Length);
    }

    private void AddChecked(
        ReadOnlySpan<int> kpis, ReadOnlySpan<int> segments, ReadOnlySpan<int> rows, ReadOnlySpan<long> ticks, ReadOnlySpan<T> values, ReadOnlySpan<T> weights,
        int from)
    {
        if (AreWithinBounds(rows[from..], ticks[from..], values[from..], weights.IsEmpty ? weights : weights[from..]))
        {
            AddInAnyOrder(rows[from..], ticks[from..], values[from..], weights.IsEmpty ? weights : weights[from..]);
            return;
        }

        scratch ??= new();
        var good = 0;
        for (var row = from; row < rows.Length; row++)
        {
            var isGood = RollupKernel.IsBelow(rows[row], Series) && ticks[row] >= Periods.Start && ticks[row] < Periods.End
                && Problem(values[row], weights.IsEmpty ? null : weights[row]) is null;
            if (isGood)
            {
                scratch.Series[good] = rows[row];
                scratch.Ticks[good] = ticks[row];
                scratch.Values[good] = values[row];
                scratch.Weights[good] = weights.IsEmpty ? default : weights[row];
                good++;
            }
            else if (policy == BadRows.Refuse)
            {
                ThrowBad(row, kpis[row], segments.IsEmpty ? 0 : segments[row], ticks[row], values[row], weights.IsEmpty ? null : weights[row]);
            }
            else
            {
                Skipped++;
            }
        }

        AddInAnyOrder(
            scratch.Series.AsSpan(0, good), scratch.Ticks.AsSpan(0, good), scratch.Values.AsSpan(0, good),
            weights.IsEmpty ? default : scratch.Weights.AsSpan(0, good));
    }

    private void ThrowBad(int row, int kpi, int segment, long ticks, T value, T? weight)
    {
        var (column, actual, problem) =
            !RollupKernel.IsBelow(kpi, Kpis) ? (
                "kpis", (object)kpi, FormattableString.Invariant($"the KPI index is {kpi}, but the KPIs are numbered from 0 to {Kpis - 1}"))
            : !RollupKernel.IsBelow(segment, Segments) ? (
                "segments", segment, FormattableString.Invariant($"the segment index is {segment}, but the segments are numbered from 0 to {Segments - 1}"))
            : ticks < Periods.Start
                || ticks >= Periods.End ? ("instants", ticks, $"the instant {Iso(ticks)} lies outside the periods, which go from "
                                        + $"{Iso(Periods.Start)} up to {Iso(Periods.End)}; give an axis that covers it")
            : Problem(value, weight) is { } bad ? (bad.Column, value, bad.Problem)
            : throw new InvalidOperationException("A row was taken for bad without a reason.");
        throw new ArgumentOutOfRangeException(
            column, actual,
            FormattableString.Invariant(
                $"Row {firstRow + row} cannot be rolled up: {problem}, or leave such rows out with {nameof(BadRows)}.{nameof(BadRows.Skip)}."));
    }

    // NodaTime counts about 10,000 years to each side; ticks reach further.
    private static string Iso(long ticks) =>
        ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks()
            ? InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(ticks))
            : FormattableString.Invariant($"of {ticks} ticks");

    private sealed class Scratch
    {
        internal readonly int[] Series = new int[RollupKernel.BlockLength];
        internal readonly long[] Ticks = new long[RollupKernel.BlockLength];
        internal readonly T[] Values = new T[RollupKernel.BlockLength];
        internal readonly T[] Weights = new T[RollupKernel.BlockLength];
    }
}
