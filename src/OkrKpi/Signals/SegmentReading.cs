using System.Numerics;

namespace OkrKpi.Signals;

/// <summary>The points of one segment with their limits and marks; of a process with seasons by their deviations from their own season.</summary>
internal readonly struct SegmentReading<T>
    where T : struct, INumber<T>
{
    private readonly T[] values;
    private readonly bool[] follows;
    private readonly T[]? expected;
    private readonly T[]? scale;

    private SegmentReading(T[] values, bool[] follows, ProcessLimits<T> limits, PointMark[] marks, int[] read, T[]? expected, T[]? scale)
    {
        this.values = values;
        this.follows = follows;
        Limits = limits;
        Marks = marks;
        Read = read;
        this.expected = expected;
        this.scale = scale;
    }

    internal ProcessLimits<T> Limits { get; }

    /// <summary>The marks of the points that were read.</summary>
    internal PointMark[] Marks { get; }

    /// <summary>The places, in the segment, of the points that were read: all, but for those without an own season.</summary>
    internal int[] Read { get; }

    /// <summary>The moving range at a point that was read; <see langword="null"/> for the first, and over a gap that breaks it.</summary>
    internal T? RangeOf(int index, RangesOverGaps gaps) =>
        index > 0 && (follows[index] || gaps == RangesOverGaps.Spanned) ? T.Abs(values[index] - values[index - 1]) : null;

    /// <summary>Centre and limits of a point that was read, in the numbers it came in.</summary>
    internal (T Lower, T Centre, T Upper) LinesOf(int index)
    {
        var (lower, upper) = (Limits.Centre - Limits.Width, Limits.Centre + Limits.Width);
        return expected is null ? (lower, Limits.Centre, upper)
            : (expected[index] + (lower / scale![index]), expected[index] + (Limits.Centre / scale[index]), expected[index] + (upper / scale[index]));
    }

    /// <summary>Reads a segment.</summary>
    /// <param name="values">Its points in order, without gaps.</param>
    /// <param name="places">The numbers of their periods: points that follow one another have numbers that do.</param>
    /// <param name="rules">The policies.</param>
    internal static SegmentReading<T> Of(T[] values, int[] places, SignalRules rules)
    {
        var read = new int[values.Length];
        var size = T.Zero;
        for (var index = 0; index < values.Length; index++)
        {
            read[index] = index;
            size = T.Max(size, T.Abs(values[index]));
        }

        var baseline = Math.Min(rules.FrozenAfter ?? values.Length, values.Length);
        if (rules.Season is not { } length)
        {
            return Of(values, places, rules, size, baseline, read, null, null);
        }

        var season = Seasons(values, places, length, baseline);
        read = Array.FindAll(read, index => season.Scale[index] != T.Zero);
        var deviations = new T[read.Length];
        for (var index = 0; index < read.Length; index++)
        {
            deviations[index] = (values[read[index]] - season.Expected[read[index]]) * season.Scale[read[index]];
        }

        // A point of a season that was seen once has nothing to be held against, and is a gap to its neighbours.
        return Of(
            deviations, Array.ConvertAll(read, index => places[index]), rules, size, read.Count(index => index < baseline), read,
            Array.ConvertAll(read, index => season.Expected[index]), Array.ConvertAll(read, index => season.Scale[index]));
    }

    private static SegmentReading<T> Of(
        T[] values, int[] places, SignalRules rules, T size, int baseline, int[] read, T[]? expected, T[]? scale)
    {
        var follows = new bool[values.Length];
        for (var index = 1; index < values.Length; index++)
        {
            follows[index] = places[index] == places[index - 1] + 1;
        }

        var limits = LimitKernel.Of<T>(values.AsSpan(0, baseline), follows, rules, size);
        var marks = new PointMark[values.Length];
        if (limits.HasLimits)
        {
            SignalKernel.Mark<T>(values, limits, rules, marks);
        }

        return new(values, follows, limits, marks, read, expected, scale);
    }

    // The mean of a season of k points lies closer to each of them than the process does, and further from a later one: (k - 1) / k and (k + 1) / k of its
    // variance. So deviations are stretched to vary as the process does.
    private static (T[] Expected, T[] Scale) Seasons(T[] values, int[] places, int length, int baseline)
    {
        var (sums, counts) = (new T[length], new int[length]);
        for (var index = 0; index < baseline; index++)
        {
            var season = places[index] % length;
            sums[season] += values[index];
            counts[season]++;
        }

        var (expected, scale) = (new T[values.Length], new T[values.Length]);
        for (var index = 0; index < values.Length; index++)
        {
            var season = places[index] % length;
            if (counts[season] >= 2)
            {
                expected[index] = sums[season] / T.CreateChecked(counts[season]);
                scale[index] = T.CreateChecked(Math.Sqrt(counts[season] / (index < baseline ? counts[season] - 1d : counts[season] + 1d)));
            }
        }

        return (expected, scale);
    }
}
