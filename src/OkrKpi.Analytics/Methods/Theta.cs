namespace OkrKpi.Analytics;

/// <summary>
/// The theta method: simple smoothing of the values without their season, and half the slope of the line through them. Point: the level + slope / 2 *
/// ((h - 1) + (1 - (1 - alpha)^n) / alpha), times the season.
/// </summary>
/// <remarks>
/// Immutable. Seasons are taken out, as factors, when more than two are there, all values are above 0, and the autocorrelation over a season is significant at
/// 90 %. Level and weight are those of the least squared errors (Hyndman and Billah 2003; Fiorucci and others 2016).
/// </remarks>
public sealed class Theta : ForecastMethod
{
    private double? start;

    private Theta()
        : base("theta", "theta")
    {
    }

    /// <summary>Alpha: how much of a new value goes into the level, above 0 to 1; <see langword="null"/> when it is found.</summary>
    public decimal? LevelWeight { get; private set; }

    internal static Theta Default { get; } = new();

    /// <summary>The method with a weight that is not looked for.</summary>
    /// <param name="level">Alpha, above 0 to 1.</param>
    /// <param name="start">The level before the first value, in the unit of the values without their season; the one with the least squared errors if
    /// <see langword="null"/>.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not within its bounds, or the start not within ±10^15.</exception>
    public Theta WithWeight(decimal level, decimal? start = null)
    {
        var copy = (Theta)MemberwiseClone();
        copy.LevelWeight = Demand.Between(level, 0.000_000_1m, 1m, "a weight is a share");
        copy.start = start is { } given ? (double)Demand.Amount(given, nameof(start)) : null;
        return copy;
    }

    internal override int Least(int season) => 3;

    internal override ForecastMethod Tuned(ReadOnlySpan<double> values, int season, double finest)
    {
        if (LevelWeight is not null)
        {
            return this;
        }

        var best = Tuner.Least(
            WithoutSeason(values, season, out _), [(Tuner.Edge, 1d - Tuner.Edge)], finest,
            static (numbers, weights, _) => Follow(numbers, weights[0], null).SumOfSquares);
        return WithWeight(Math.Round((decimal)best[0], 8));
    }

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var alpha = (double)LevelWeight!.Value;
        var plain = WithoutSeason(values, season, out var factors);
        var (level, squares) = Follow(plain, alpha, start);
        var slope = TrendMethod.Line(plain).Slope;
        var count = values.Length;
        var sigma = Math.Sqrt(squares / (count - 2));
        var rest = (1d - Math.Pow(1d - alpha, count)) / alpha;
        return new(ahead => (level + (slope / 2d * (ahead - 1 + rest))) * (factors is null ? 1d : factors[(count + ahead - 1) % season]))
        {
            Error = ahead => sigma * Math.Sqrt(((ahead - 1) * alpha * alpha) + 1d),
            SumOfSquares = squares,
            Sigma = sigma,
            Level = level,
            Slope = slope,
            Seasons = factors ?? [],
        };
    }

    private static double[] WithoutSeason(ReadOnlySpan<double> values, int season, out double[]? factors)
    {
        var plain = values.ToArray();
        factors = !values.ContainsAnyInRange(double.NegativeInfinity, 0d) && Seasons.AreSeen(values, season)
            ? Seasons.Figure(values, season, SeasonShape.Multiplicative)
            : null;
        if (factors is not null && Array.Exists(factors, factor => factor < 1e-4))
        {
            factors = null;
        }

        for (var index = 0; factors is not null && index < plain.Length; index++)
        {
            plain[index] /= factors[index % season];
        }

        return plain;
    }

    // Errors are linear in the level before the first value, so that the best one has a formula.
    private static (double Level, double SumOfSquares) Follow(ReadOnlySpan<double> values, double alpha, double? start)
    {
        if (start is null)
        {
            var (level, power, products, powers) = (0d, 1d, 0d, 0d);
            var shift = values[0];
            foreach (var value in values)
            {
                var error = value - shift - level;
                products += error * power;
                powers += power * power;
                level += alpha * error;
                power *= 1d - alpha;
            }

            start = shift + (products / powers);
        }

        var (last, squares) = (start.Value, 0d);
        foreach (var value in values)
        {
            var error = value - last;
            squares += error * error;
            last += alpha * error;
        }

        return (last, squares);
    }
}
