namespace OkrKpi.Charts;

/// <summary>An axis of round numbers from <see cref="Low"/> to <see cref="High"/>, and where an amount lies on it.</summary>
internal sealed class Scale
{
    private static readonly decimal[] Rounds = [1m, 2m, 2.5m, 5m, 10m];

    private Scale(decimal low, decimal high, decimal step)
    {
        (Low, High, Step) = (low, high, step);
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        Factor = size >= 1_000_000_000_000m ? 1_000_000_000_000m : size >= 1_000_000_000m ? 1_000_000_000m : size >= 1_000_000m ? 1_000_000m : 1m;
    }

    internal decimal Low { get; }

    internal decimal High { get; }

    internal decimal Step { get; }

    /// <summary>What the labels are divided by: millions are written as 1 to 999 with the word beside the unit.</summary>
    internal decimal Factor { get; }

    internal IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Math.Ceiling(Low / Step) * Step; tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>A scale over amounts.</summary>
    /// <param name="least">The least amount.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="steps">About how many steps.</param>
    /// <param name="isWhole">Whether there is nothing between whole numbers.</param>
    /// <param name="limit">What no amount can exceed, such as 100 %.</param>
    internal static Scale Of(decimal least, decimal most, int steps, bool isWhole = false, decimal? limit = null)
    {
        if (least == most)
        {
            // Nothing varies: some room on both sides, without leaving the side of zero it is on.
            var around = least == 0m ? 1m : Math.Abs(least) / 5m;
            (least, most) = (least is >= 0m and <= 1m ? 0m : least - around, most + around);
        }

        var span = most - least;
        if (least > 0m && least <= span)
        {
            least = 0m;
        }
        else if (most < 0m && -most <= span)
        {
            most = 0m;
        }

        var step = Rounded((most - least) / steps, isWhole);
        var low = Math.Floor(least / step) * step;
        var high = Math.Ceiling(most / step) * step;

        // What lies on the edge looks cut off, so the next round number goes on top; but nothing lies beyond a limit such as 100 %.
        high += most > 0m && high - most < step / 4m ? step : 0m;
        low -= least < 0m && least - low < step / 4m ? step : 0m;
        return new(low, limit is { } end && most <= end ? Math.Min(high, end) : high, step);
    }

    /// <summary>0 at the low end, 1 at the high one.</summary>
    internal double Share(decimal amount) => (double)((amount - Low) / (High - Low));

    private static decimal Rounded(decimal rough, bool isWhole)
    {
        var unit = 1m;
        while (unit * 10m <= rough)
        {
            unit *= 10m;
        }

        while (unit > rough && unit > 0.000_000_000_001m)
        {
            unit /= 10m;
        }

        foreach (var round in Rounds)
        {
            var step = round * unit;
            if (step >= rough && !(isWhole && step != Math.Truncate(step)))
            {
                return step;
            }
        }

        return isWhole ? Math.Max(1m, unit * 10m) : unit * 10m;
    }
}
