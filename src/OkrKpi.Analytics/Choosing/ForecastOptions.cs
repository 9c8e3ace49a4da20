using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>Between which methods is chosen, by which season, and within which bounds values lie.</summary>
/// <remarks>Immutable; every method returns new options.</remarks>
public sealed class ForecastOptions
{
    private static readonly ForecastMethod[] Ordinary =
    [
        ForecastMethod.SeasonalNaive,
        ForecastMethod.Naive,
        ForecastMethod.Mean,
        ForecastMethod.Drift,
        ForecastMethod.SimpleSmoothing,
        ForecastMethod.DampedHolt,
        ForecastMethod.Theta,
        ForecastMethod.HoltWinters,
        ForecastMethod.DampedHoltWinters,
        ForecastMethod.MultiplicativeHoltWinters,
        ForecastMethod.Combination(ForecastMethod.SimpleSmoothing, ForecastMethod.DampedHolt, ForecastMethod.Theta),
        ForecastMethod.Combination(ForecastMethod.SeasonalNaive, ForecastMethod.HoltWinters, ForecastMethod.DampedHoltWinters),
        ForecastMethod.Combination(ForecastMethod.SimpleSmoothing, ForecastMethod.Theta, ForecastMethod.DampedHoltWinters, ForecastMethod.SeasonalNaive),
    ];

    private ForecastOptions()
    {
    }

    /// <summary>All methods but those that seldom win, three combinations, the season of the calendar, and the bounds of the KPI's unit.</summary>
    public static ForecastOptions Default { get; } = new();

    /// <summary>The methods, the simpler ones first: of equally good ones the first is chosen.</summary>
    public IReadOnlyList<ForecastMethod> Methods { get; private set; } = Ordinary;

    /// <summary>The length of the season in periods; <see langword="null"/> for that of the calendar: 12 months, 4 quarters, 7 days, none for weeks.</summary>
    public int? Season { get; private set; }

    /// <summary>What no value lies below; <see langword="null"/> for the bound of the KPI's unit.</summary>
    public decimal? Low { get; private set; }

    /// <summary>What no value lies above; <see langword="null"/> for the bound of the KPI's unit.</summary>
    public decimal? High { get; private set; }

    /// <summary>The options with other methods to choose between.</summary>
    /// <param name="methods">The methods, the simpler ones first.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ForecastOptions ChoosingBetween(params IEnumerable<ForecastMethod> methods)
    {
        ForecastMethod[] given = [.. Guard.Against.Null(methods)];
        return given.Length == 0 || Array.Exists(given, static each => each is null)
            ? throw new ArgumentException("Give one method or more to choose between.", nameof(methods))
            : Changed(copy => copy.Methods = given);
    }

    /// <summary>The options with a season that is told: 52 for weeks of a year.</summary>
    /// <param name="periods">The length of the season, 1 to 1,000; 1 is none.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is not within 1 to 1,000.</exception>
    public ForecastOptions WithSeason(int periods) => Changed(copy => copy.Season = Demand.Season(periods));

    /// <summary>The options with bounds that no value goes beyond: 0 and 100 for a share in percent.</summary>
    /// <param name="low">The lower one; <see langword="null"/> for that of the unit.</param>
    /// <param name="high">The upper one; <see langword="null"/> for that of the unit.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not within ±10^15.</exception>
    public ForecastOptions Within(decimal? low, decimal? high)
    {
        Demand.Amount(low ?? 0m, nameof(low));
        Demand.Amount(high ?? 0m, nameof(high));
        return low > high
            ? throw new ArgumentException(FormattableString.Invariant($"{low} is above {high}; give the lower bound first."), nameof(low))
            : Changed(copy => (copy.Low, copy.High) = (low, high));
    }

    private ForecastOptions Changed(Action<ForecastOptions> change)
    {
        var copy = (ForecastOptions)MemberwiseClone();
        change(copy);
        return copy;
    }
}
