using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OkrKpi;

/// <summary>Adds blocks of rows to a dense table of cells [series × period]: the loops behind every rollup of columns.</summary>
/// <remarks>
/// <para>
/// Ten million rows of 20 bytes take the memory about 10 ms to deliver. What it takes to keep up with it:
/// the boundaries of the periods are worked out once, so that a row costs no calendar arithmetic and summer time costs nothing (<see cref="PeriodLookup"/>);
/// rows are taken in blocks that stay in the second-level cache, so that looking at a block twice reads the memory once;
/// and a block goes one of two ways, whichever suits its order.
/// </para>
/// <para>
/// <see cref="AddRuns"/>: sorted input has long runs of one series in one period. The cell is found once a run, and the values of the run are summed in eight
/// lanes.
/// Order and bounds are checked, never trusted, but once a run and not once a row.
/// <see cref="AddRows(ReadOnlySpan{int}, ReadOnlySpan{long}, ReadOnlySpan{double}, PeriodLookup, Span{RollupCell})"/>: input in any order finds the cell of
/// each row. It is bound by the scattered writes, about 5 ns a row; runs of one row each would cost three times that.
/// A few pairs of neighbours tell which way a block should go.
/// </para>
/// <para>
/// The lanes are the same on every processor, so a sum has the same bits everywhere. Between the two ways sums differ by rounding only and all else is equal:
/// <see cref="AddRows(ReadOnlySpan{int}, ReadOnlySpan{long}, ReadOnlySpan{double}, PeriodLookup, Span{RollupCell})"/> is the plain twin against which tests
/// hold <see cref="AddRuns"/>.
/// </para>
/// </remarks>
internal static class RollupKernel
{
    /// <summary>At 20 bytes a row a block fits the second-level cache with room for the cells.</summary>
    internal const int BlockLength = 16_384;

    /// <summary>Values and weights lie within ±10^100, so that no sum, product or square can overflow.</summary>
    internal const double Limit = 1e100;

    private const int Probes = 64;
    private const int ShortestRun = 8;

    /// <summary>Whether neighbours of one series, in order and in one period are so frequent that runs have eight rows or more.</summary>
    internal static bool HasLongRuns(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, PeriodLookup periods)
    {
        var probes = 0;
        var breaks = 0;
        var step = Math.Max(1, series.Length / Probes);
        for (var row = 0; row + 1 < series.Length; row += step)
        {
            probes++;
            if (series[row] != series[row + 1] || ticks[row] > ticks[row + 1] || ticks[row] < periods.Start || ticks[row + 1] >= periods.End
                || periods.IndexOf(ticks[row]) != periods.IndexOf(ticks[row + 1]))
            {
                breaks++;
            }
        }

        return breaks * ShortestRun <= probes;
    }

    /// <summary>Adds the rows of a block run by run. Stops before the first run in which something is out of bounds.</summary>
    /// <returns>How many rows were added.</returns>
    internal static int AddRuns(
        ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, PeriodLookup periods, int seriesCount, Span<RollupCell> cells)
    {
        var row = 0;
        while (row < series.Length && IsBelow(series[row], seriesCount))
        {
            var same = series[row..].IndexOfAnyExcept(series[row]);
            var stretch = same < 0 ? series.Length : row + same;
            while (row < stretch)
            {
                if (ticks[row] < periods.Start || ticks[row] >= periods.End)
                {
                    return row;
                }

                var period = periods.IndexOf(ticks[row]);
                var length = RunLength(ticks[row..stretch], periods.EndOf(period));
                var run = Sum(values.Slice(row, length));

                // A sum with a NaN in it is NaN; an infinity is the least or the greatest.
                if (!(run.Min >= -Limit && run.Max <= Limit && double.IsFinite(run.Sum)))
                {
                    return row;
                }

                run.FirstTicks = ticks[row];
                run.LastTicks = ticks[row + length - 1];
                Merge(ref cells[(series[row] * periods.Count) + period], run);
                row += length;
            }
        }

        return row;
    }

    /// <summary>Adds the rows of a block, all within bounds, one by one.</summary>
    internal static void AddRows(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, PeriodLookup periods, Span<RollupCell> cells)
    {
        // Columns as long as the first need no bounds check a row.
        ticks = ticks[..series.Length];
        values = values[..series.Length];
        var count = periods.Count;
        for (var row = 0; row < series.Length; row++)
        {
            Include(ref cells[unchecked((series[row] * count) + periods.IndexOf(ticks[row]))], ticks[row], values[row]);
        }
    }

    /// <summary>
    /// Adds rows as <see cref="AddRows(ReadOnlySpan{int}, ReadOnlySpan{long}, ReadOnlySpan{double}, PeriodLookup, Span{RollupCell})"/> does, and keeps what the
    /// sums lose to rounding and the squared deviations from the means.
    /// </summary>
    internal static void AddRowsAndSpread(
        ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, PeriodLookup periods, Span<RollupCell> cells,
        Span<RollupSpread> spreads)
    {
        for (var row = 0; row < series.Length; row++)
        {
            var at = (series[row] * periods.Count) + periods.IndexOf(ticks[row]);
            ref var cell = ref cells[at];
            ref var spread = ref spreads[at];
            var value = values[row];
            if (cell.Count > 0)
            {
                // Welford's update without its division: the deviation from the mean so far is (n·x - sum) / n, and a fused multiply-add gives n·x - sum with
                // one rounding.
                var deviation = Math.FusedMultiplyAdd(cell.Count, value, -cell.Sum) - spread.Compensation;
                spread.SquaredDeviations += deviation * deviation / (cell.Count * (cell.Count + 1d));
                spread.Compensation += LostBy(cell.Sum, value);
            }

            Include(ref cell, ticks[row], value);
        }
    }

    /// <summary>Adds what is behind the values: weights of a mean, or denominators of a ratio.</summary>
    internal static void AddWeights(
        ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, PeriodLookup periods,
        Span<RollupWeights> cells)
    {
        for (var row = 0; row < series.Length; row++)
        {
            ref var cell = ref cells[(series[row] * periods.Count) + periods.IndexOf(ticks[row])];
            cell.WeightedSum += values[row] * weights[row];
            cell.Weight += weights[row];
        }
    }

    /// <summary>Adds exact rows of a block, all within bounds, one by one.</summary>
    internal static void AddRows(
        ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<decimal> values, ReadOnlySpan<decimal> weights, PeriodLookup periods,
        Span<PeriodAggregate> cells)
    {
        for (var row = 0; row < series.Length; row++)
        {
            var weight = weights.IsEmpty ? 0m : weights[row];
            cells[(series[row] * periods.Count) + periods.IndexOf(ticks[row])].Include(values[row], PeriodAggregate.Moment.OfTicks(ticks[row]), weight, weight);
        }
    }

    /// <summary>Adds the rows of another cell as if they came after all rows of this one.</summary>
    internal static void Merge(ref RollupCell cell, in RollupCell other)
    {
        if (cell.Count == 0 || other.Count == 0)
        {
            cell = cell.Count == 0 ? other : cell;
            return;
        }

        cell.Count += other.Count;
        cell.Sum += other.Sum;
        cell.Min = double.MinNative(cell.Min, other.Min);
        cell.Max = double.MaxNative(cell.Max, other.Max);
        if (other.FirstTicks < cell.FirstTicks)
        {
            cell.FirstTicks = other.FirstTicks;
            cell.First = other.First;
        }

        if (other.LastTicks >= cell.LastTicks)
        {
            cell.LastTicks = other.LastTicks;
            cell.Last = other.Last;
        }
    }

    /// <summary>Before <see cref="Merge(ref RollupCell, in RollupCell)"/> of the same cells: the spread of both together (Chan, Golub and LeVeque).</summary>
    internal static void Merge(ref RollupSpread spread, in RollupCell cell, in RollupSpread other, in RollupCell otherCell)
    {
        if (cell.Count == 0 || otherCell.Count == 0)
        {
            spread = cell.Count == 0 ? other : spread;
            return;
        }

        double count = cell.Count;
        double otherCount = otherCell.Count;
        var apart = ((otherCell.Sum + other.Compensation) / otherCount) - ((cell.Sum + spread.Compensation) / count);
        spread.SquaredDeviations += other.SquaredDeviations + (apart * apart * count * otherCount / (count + otherCount));
        spread.Compensation += other.Compensation + LostBy(cell.Sum, otherCell.Sum);
    }

    /// <summary>Whether all rows of a block are within bounds.</summary>
    internal static bool AreWithinBounds(
        ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, PeriodLookup periods, int seriesCount) =>
        AllBelow(series, seriesCount) && AllWithin(ticks, periods.Start, periods.End) && AllWithin(values, -Limit) && AllWithin(weights, 0d);

    /// <summary>How many ticks, from the first on, lie before an end and none before the one ahead of it; the first lies before the end.</summary>
    private static int RunLength(ReadOnlySpan<long> ticks, long end)
    {
        // Of rising ticks the last decides whether all lie before the end.
        var next = MemoryMarshal.Cast<long, Eight<long>>(ticks[1..]);
        var these = MemoryMarshal.Cast<long, Eight<long>>(ticks)[..next.Length];
        var eights = 0;
        while (eights < these.Length && next[eights].High[3] < end
            && (Vector256.GreaterThan(these[eights].Low, next[eights].Low) | Vector256.GreaterThan(these[eights].High,
                next[eights].High)) == Vector256<long>.Zero)
        {
            eights++;
        }

        var length = (8 * eights) + 1;
        while (length < ticks.Length && ticks[length] < end && ticks[length] >= ticks[length - 1])
        {
            length++;
        }

        return length;
    }

    private static RollupCell Sum(ReadOnlySpan<double> values)
    {
        var eights = MemoryMarshal.Cast<double, Eight<double>>(values);
        var low = Vector256<double>.Zero;
        var high = Vector256<double>.Zero;
        var lowMin = Vector256.Create(values[0]);
        var (lowMax, highMin, highMax) = (lowMin, lowMin, lowMin);
        foreach (ref readonly var eight in eights)
        {
            low += eight.Low;
            high += eight.High;
            lowMin = Vector256.MinNative(lowMin, eight.Low);
            highMin = Vector256.MinNative(highMin, eight.High);
            lowMax = Vector256.MaxNative(lowMax, eight.Low);
            highMax = Vector256.MaxNative(highMax, eight.High);
        }

        var (sum, min, max) = (low + high, Vector256.MinNative(lowMin, highMin), Vector256.MaxNative(lowMax, highMax));
        var run = new RollupCell
        {
            Count = values.Length,
            Sum = sum[0] + sum[1] + sum[2] + sum[3],
            Min = double.MinNative(double.MinNative(min[0], min[1]), double.MinNative(min[2], min[3])),
            Max = double.MaxNative(double.MaxNative(max[0], max[1]), double.MaxNative(max[2], max[3])),
            First = values[0],
            Last = values[^1],
        };
        foreach (var value in values[(8 * eights.Length)..])
        {
            run.Sum += value;
            run.Min = double.MinNative(run.Min, value);
            run.Max = double.MaxNative(run.Max, value);
        }

        return run;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Include(ref RollupCell cell, long tick, double value)
    {
        if (cell.Count == 0)
        {
            cell = new() { Min = value, Max = value, FirstTicks = tick, First = value, LastTicks = tick, Last = value };
        }

        cell.Count = unchecked(cell.Count + 1);
        cell.Sum += value;
        cell.Min = double.MinNative(cell.Min, value);
        cell.Max = double.MaxNative(cell.Max, value);
        if (tick < cell.FirstTicks)
        {
            cell.FirstTicks = tick;
            cell.First = value;
        }

        // Of rows of the same instant the one that comes last is the last.
        if (tick >= cell.LastTicks)
        {
            cell.LastTicks = tick;
            cell.Last = value;
        }
    }

    /// <summary>What the rounding of a sum loses (Neumaier): exact, whichever of the two is larger.</summary>
    private static double LostBy(double sum, double value)
    {
        var total = sum + value;
        return Math.Abs(sum) >= Math.Abs(value) ? sum - total + value : value - total + sum;
    }

    /// <summary>Whether an index is one of a list of so many.</summary>
    internal static bool IsBelow(int index, int count) => index >= 0 && index < count;

    /// <summary>The highest of some indexes; -1 when there is none.</summary>
    internal static int Highest(ReadOnlySpan<int> indexes)
    {
        var highest = Vector256.Create(-1);
        var eights = MemoryMarshal.Cast<int, Vector256<int>>(indexes);
        foreach (ref readonly var eight in eights)
        {
            highest = Vector256.Max(highest, eight);
        }

        var result = -1;
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            result = Math.Max(result, highest[lane]);
        }

        foreach (var index in indexes[(8 * eights.Length)..])
        {
            result = Math.Max(result, index);
        }

        return result;
    }

    private static bool AllBelow(ReadOnlySpan<int> indexes, int count)
    {
        // As unsigned numbers the negative ones are the greatest.
        var highest = Vector256<uint>.Zero;
        var eights = MemoryMarshal.Cast<int, Vector256<uint>>(indexes);
        foreach (ref readonly var eight in eights)
        {
            highest = Vector256.Max(highest, eight);
        }

        var areBelow = Vector256.LessThanAll(highest, Vector256.Create((uint)count));
        foreach (var index in indexes[(8 * eights.Length)..])
        {
            areBelow &= IsBelow(index, count);
        }

        return areBelow;
    }

    private static bool AllWithin(ReadOnlySpan<long> ticks, long start, long end)
    {
        var outside = Vector256<long>.Zero;
        var (low, high) = (Vector256.Create(start), Vector256.Create(end));
        var fours = MemoryMarshal.Cast<long, Vector256<long>>(ticks);
        foreach (ref readonly var four in fours)
        {
            outside |= Vector256.LessThan(four, low) | Vector256.GreaterThanOrEqual(four, high);
        }

        var areWithin = outside == Vector256<long>.Zero;
        foreach (var tick in ticks[(4 * fours.Length)..])
        {
            areWithin &= tick >= start && tick < end;
        }

        return areWithin;
    }

    // NaN compares as false with everything, so it is not within.
    private static bool AllWithin(ReadOnlySpan<double> values, double lowest)
    {
        var within = Vector256<double>.AllBitsSet;
        var (low, high) = (Vector256.Create(lowest), Vector256.Create(Limit));
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref readonly var four in fours)
        {
            within &= Vector256.GreaterThanOrEqual(four, low) & Vector256.LessThanOrEqual(four, high);
        }

        var areWithin = within.AsInt64() == Vector256<long>.AllBitsSet;
        foreach (var value in values[(4 * fours.Length)..])
        {
            areWithin &= value >= lowest && value <= Limit;
        }

        return areWithin;
    }

    // Eight neighbours of a column at once; only ever looked at, in place.
#pragma warning disable CS0649 // never assigned
    private readonly struct Eight<T>
    {
        internal readonly Vector256<T> Low;
        internal readonly Vector256<T> High;
    }
#pragma warning restore CS0649
}
