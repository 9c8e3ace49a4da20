using System.Numerics;

namespace OkrKpi.Signals;

/// <summary>Works out centre and limits of one segment.</summary>
internal static class LimitKernel
{
    /// <summary>The limits of the first points of a segment.</summary>
    /// <param name="baseline">The points they rest on, in order, without gaps.</param>
    /// <param name="follows">Of each point whether it follows directly the one before.</param>
    /// <param name="rules">The policies.</param>
    /// <param name="size">The largest size among the figures the values come from, which says how finely they can be told apart.</param>
    internal static ProcessLimits<T> Of<T>(ReadOnlySpan<T> baseline, ReadOnlySpan<bool> follows, SignalRules rules, T size)
        where T : struct, INumber<T>
    {
        var count = baseline.Length;
        var ranges = count < rules.MinimumPoints ? [] : RangesOf(baseline, follows, rules.Gaps);
        if (ranges.Length == 0)
        {
            return new() { State = LimitState.TooFewPoints, Points = count };
        }

        var centre = rules.Centre switch
        {
            CentreLine.Mean => MeanOf(baseline),
            CentreLine.Median => MedianOf(baseline.ToArray()),
        };
        var average = AverageOf(ranges, rules.Average);
        var factor = T.CreateChecked(LimitFactors.RangeLimit(rules.Scaling, rules.Average));
        var residue = size * (typeof(T) == typeof(double) ? T.CreateChecked(1e-12) : T.CreateChecked(1e-22m));
        var kept = ranges;
        if (rules.Screening == RangeScreening.Once && average > residue && factor * average is var most)
        {
            kept = Array.FindAll(ranges, range => range < most);
            average = kept.Length == 0 ? T.Zero : AverageOf(kept, rules.Average);
        }

        var isConstant = average <= residue;
        return new()
        {
            State = isConstant ? LimitState.NoVariation : count < rules.SettledPoints ? LimitState.Trial : LimitState.Settled,
            HasLimits = !isConstant || rules.Constant == ConstantSeries.LimitsOnCentre,
            Points = count,
            Screened = ranges.Length - kept.Length,
            Centre = centre,
            Range = average,
            Width = T.CreateChecked(LimitFactors.Width(rules.Scaling, rules.Average)) * average,
            RangeLimit = factor * average,
            Residue = residue,
        };
    }

    private static T[] RangesOf<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> follows, RangesOverGaps gaps)
        where T : struct, INumber<T>
    {
        var ranges = new T[values.Length - 1];
        var count = 0;
        for (var index = 1; index < values.Length; index++)
        {
            if (follows[index] || gaps == RangesOverGaps.Spanned)
            {
                ranges[count++] = T.Abs(values[index] - values[index - 1]);
            }
        }

        return count == ranges.Length ? ranges : ranges[..count];
    }

    private static T AverageOf<T>(T[] ranges, RangeAverage average)
        where T : struct, INumber<T> => average switch
        {
            RangeAverage.Mean => MeanOf<T>(ranges),
            RangeAverage.Median => MedianOf((T[])ranges.Clone()),
        };

    private static T MeanOf<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        var sum = T.Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / T.CreateChecked(values.Length);
    }

    // Sorts what it is given.
    private static T MedianOf<T>(T[] values)
        where T : struct, INumber<T>
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / T.CreateChecked(2);
    }
}
