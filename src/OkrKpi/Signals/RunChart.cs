using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Signals;

/// <summary>
/// The runs of a series about its median, for charts that need no limits: a run of 6 or more on one side, or far too few runs, is a sign (Perla, Provost and
/// Murray, "The run chart", 2011).
/// </summary>
/// <remarks>Immutable; compared by reference. Values on the median belong to no side: they are passed over, and break no run.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class RunChart
{
    private RunChart(decimal median, int usefulPoints, int runs, int longestRun)
    {
        Median = median;
        UsefulPoints = usefulPoints;
        Runs = runs;
        LongestRun = longestRun;
    }

    /// <summary>The median of all values.</summary>
    public decimal Median { get; }

    /// <summary>How many values do not lie on the median.</summary>
    public int UsefulPoints { get; }

    /// <summary>How many runs they make: as often as they cross the median, and one more; 0 where none is useful.</summary>
    public int Runs { get; }

    /// <summary>How many useful points the longest run has.</summary>
    public int LongestRun { get; }

    /// <summary>The runs of a series: of 1, 2, 3, 9, 8, 7 about 5 two runs of three.</summary>
    /// <param name="values">The values, in order; at least one.</param>
    /// <returns>The runs.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static RunChart Of(params IEnumerable<decimal> values)
    {
        decimal[] copy = [.. Guard.Against.Null(values)];
        if (copy.Length == 0)
        {
            throw new ArgumentException("No values have no median; give at least one.", nameof(values));
        }

        Array.ForEach(copy, value => Require.Amount(value, nameof(values)));
        decimal[] sorted = [.. copy.Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m;
        var (useful, runs, length, longest, before) = (0, 0, 0, 0, 0);
        foreach (var side in copy.Select(value => value.CompareTo(median)).Where(static side => side != 0))
        {
            length = side == before ? length + 1 : 1;
            runs += side == before ? 0 : 1;
            (useful, longest, before) = (useful + 1, Math.Max(longest, length), side);
        }

        return new(median, useful, runs, longest);
    }

    /// <summary>Median and runs, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Runs} runs about {Median:#,0.####}, the longest of {LongestRun} of {UsefulPoints}");
}
