namespace OkrKpi.Analytics;

/// <summary>
/// Forecasts as they would have been made in the past: from each of the last starting points, with nothing known of what came later. Open weights are found anew
/// four times on the way.
/// </summary>
internal sealed class RollingOrigins
{
    private const int Refits = 4;

    private readonly double[] values;
    private readonly int season;
    private readonly int periods;
    private readonly Dictionary<ForecastMethod, double[][]> made = [];

    internal RollingOrigins(double[] values, int season, int periods)
    {
        this.values = values;
        this.season = season;
        this.periods = periods;
        First = FirstOf(values.Length, season);
    }

    /// <summary>How many values the earliest of the forecasts rests on.</summary>
    internal int First { get; }

    internal int Count => values.Length - First;

    /// <summary>The errors by starting point, then by how far ahead: actual less forecast.</summary>
    internal double[][] Errors(ForecastMethod method)
    {
        var forecasts = Forecasts(method);
        var errors = new double[Count][];
        for (var origin = 0; origin < Count; origin++)
        {
            errors[origin] = new double[Math.Min(periods, Count - origin)];
            for (var ahead = 0; ahead < errors[origin].Length; ahead++)
            {
                errors[origin][ahead] = values[First + origin + ahead] - forecasts[origin][ahead];
            }
        }

        return errors;
    }

    internal bool CanTry(ForecastMethod method) => method.Least(season) <= First && method.Fits(values);

    // Starting points: the last 24, or the last two seasons; each with a season and two values behind it, or two seasons where eight are left to try.
    private static int FirstOf(int count, int season) =>
        Math.Min(count, Math.Max(Math.Max(season + 2, 6), Math.Max(count - Math.Max(24, 2 * season), Math.Min((2 * season) + 2, count - 8))));

    private double[][] Forecasts(ForecastMethod method)
    {
        if (made.TryGetValue(method, out var known))
        {
            return known;
        }

        var forecasts = new double[Count][];
        if (method is CombinedMethod combined)
        {
            var parts = Array.ConvertAll(combined.Methods, Forecasts);
            for (var origin = 0; origin < Count; origin++)
            {
                forecasts[origin] = new double[parts[0][origin].Length];
                for (var ahead = 0; ahead < forecasts[origin].Length; ahead++)
                {
                    forecasts[origin][ahead] = parts.Average(part => part[origin][ahead]);
                }
            }
        }
        else
        {
            var stretch = Math.Max(1, (Count + Refits - 1) / Refits);
            var tuned = method;
            for (var origin = 0; origin < Count; origin++)
            {
                var past = values.AsSpan(0, First + origin);
                tuned = origin % stretch == 0 ? method.Tuned(past, season, Tuner.Coarse) : tuned;
                var fit = tuned.Fit(past, season);
                forecasts[origin] = new double[Math.Min(periods, Count - origin)];
                for (var ahead = 0; ahead < forecasts[origin].Length; ahead++)
                {
                    forecasts[origin][ahead] = fit.Point(ahead + 1);
                }
            }
        }

        return made[method] = forecasts;
    }
}
