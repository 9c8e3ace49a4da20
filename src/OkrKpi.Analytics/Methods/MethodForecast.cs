namespace OkrKpi.Analytics;

/// <summary>What one method tells, with the interval of its own formula.</summary>
/// <remarks>
/// Immutable; compared by reference. The formulas take the parameters for known and the errors for independent, so with few values their intervals are too
/// narrow.
/// </remarks>
public sealed class MethodForecast
{
    private readonly MethodFit fit;
    private readonly decimal[] points;
    private double[][]? paths;

    internal MethodForecast(ForecastMethod method, MethodFit fit, int periods)
    {
        Method = method;
        this.fit = fit;
        points = new decimal[periods];
        for (var index = 0; index < periods; index++)
        {
            points[index] = Numbers.Amount(fit.Point(index + 1));
        }
    }

    /// <summary>The method with the parameters it ended with.</summary>
    public ForecastMethod Method { get; }

    /// <summary>The next values, the first one period ahead.</summary>
    public IReadOnlyList<decimal> Points => points;

    /// <summary>The standard deviation of the errors one period ahead, in the unit of the values; <see langword="null"/> where there is no formula.</summary>
    public double? StandardError => fit.Error is null ? null : fit.Error(1);

    internal MethodFit Fit => fit;

    /// <summary>The interval by the method's formula.</summary>
    /// <param name="probability">How much of what comes it is to hold, above 0 and below 1: 0.8 leaves out one in ten above and one in ten below.</param>
    /// <returns>An interval for each of the <see cref="Points"/>; empty when the method has no formula for one, or too few values for it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
    public IReadOnlyList<ForecastInterval> Interval(decimal probability)
    {
        var share = (double)Demand.Probability(probability);
        if (fit.Paths is not null)
        {
            var drawn = paths ??= fit.Paths(points.Length);
            return [.. drawn.Select(sorted => new ForecastInterval(probability, At(sorted, (1d - share) / 2d), At(sorted, (1d + share) / 2d)))];
        }

        if (fit.Error is null)
        {
            return [];
        }

        var quantile = fit.DegreesOfFreedom is { } degrees ? Quantiles.StudentT(share, degrees) : Quantiles.Normal(share);
        return
        [
            .. points.Select((_, index) =>
            {
                var (middle, width) = (fit.Point(index + 1), quantile * fit.Error(index + 1));
                return new ForecastInterval(probability, Numbers.Amount(middle - width), Numbers.Amount(middle + width));
            }),
        ];
    }

    /// <summary>The method and the first value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Method}: {points[0]:0.####} ...");

    private static decimal At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Numbers.Amount(sorted[below] + ((place - below) * (sorted[above] - sorted[below])));
    }
}
