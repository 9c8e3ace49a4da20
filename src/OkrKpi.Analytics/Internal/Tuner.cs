namespace OkrKpi.Analytics;

/// <summary>Finds the weights with the least squared errors: on a fixed grid, refined by ever smaller steps. No chance, no start to choose.</summary>
internal static class Tuner
{
    /// <summary>Weights lie this far from 0 and from 1 at least.</summary>
    internal const double Edge = 1e-4;

    /// <summary>How finely weights are told apart in the end, as a part of their bounds.</summary>
    internal const double Fine = 1e-4;

    /// <summary>How finely where a method is only tried.</summary>
    internal const double Coarse = 4e-3;

    private static readonly double[][] Grids =
    [
        [],
        [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98],
        [0.05, 0.2, 0.4, 0.6, 0.8, 0.95],
        [0.05, 0.2, 0.5, 0.8],
        [0.05, 0.3, 0.7],
    ];

    /// <summary>Adds up squared errors; it may stop once they are beyond a limit.</summary>
    internal delegate double Objective(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double limit);

    internal static double[] Least(ReadOnlySpan<double> values, (double Low, double High)[] bounds, double finest, Objective objective)
    {
        var grid = Grids[bounds.Length];
        var places = new int[bounds.Length];
        var (best, tried) = (new double[bounds.Length], new double[bounds.Length]);
        var least = double.PositiveInfinity;
        var isDone = false;
        while (!isDone)
        {
            for (var index = 0; index < bounds.Length; index++)
            {
                tried[index] = bounds[index].Low + (grid[places[index]] * (bounds[index].High - bounds[index].Low));
            }

            Keep(values, tried);

            // The last one turns fastest, so that smaller weights of the level come first.
            isDone = true;
            for (var index = bounds.Length - 1; index >= 0; index--)
            {
                if (++places[index] < grid.Length)
                {
                    isDone = false;
                    break;
                }

                places[index] = 0;
            }
        }

        for (var step = (grid[1] - grid[0]) / 2d; step >= finest;)
        {
            var isBetter = false;
            for (var index = 0; index < bounds.Length; index++)
            {
                var (low, high) = bounds[index];
                foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
                {
                    best.CopyTo(tried, 0);
                    tried[index] = Math.Clamp(best[index] + (sign * step * (high - low)), low, high);
                    isBetter |= tried[index] != best[index] && Keep(values, tried);
                }
            }

            step = isBetter ? step : step / 2d;
        }

        return best;

        bool Keep(ReadOnlySpan<double> numbers, double[] weights)
        {
            var squares = objective(numbers, weights, least);
            if (!(squares < least))
            {
                return false;
            }

            least = squares;
            weights.CopyTo(best, 0);
            return true;
        }
    }
}
