using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>How far off a forecast was.</summary>
/// <remarks>
/// Immutable; compared by reference. An error is the actual less the forecast. Formulas: Hyndman and Koehler 2006; the symmetric percentage in the form of the
/// M competitions, 0 to 200, of which 0 of 0 counts as 0.
/// </remarks>
public sealed class ForecastAccuracy
{
    private ForecastAccuracy(double[] actual, double[] forecast, double[] training, int season)
    {
        var errors = new double[actual.Length];
        for (var index = 0; index < errors.Length; index++)
        {
            errors[index] = actual[index] - forecast[index];
        }

        Count = errors.Length;
        MeanError = errors.Average();
        MeanAbsoluteError = errors.Average(Math.Abs);
        RootMeanSquaredError = Math.Sqrt(errors.Average(static each => each * each));
        Mape = Array.Exists(actual, static each => each == 0d) ? null : 100d * errors.Select((each, index) => Math.Abs(each / actual[index])).Average();
        SymmetricMape = errors.Select((each, index) => each == 0d ? 0d : 200d * Math.Abs(each) / (Math.Abs(actual[index]) + Math.Abs(forecast[index]))).Average();
        if (training.Length > season)
        {
            var steps = Enumerable.Range(season, training.Length - season).Select(index => training[index] - training[index - season]).ToArray();
            Mase = Scaled(MeanAbsoluteError, steps.Average(Math.Abs));
            Rmsse = Scaled(RootMeanSquaredError, Math.Sqrt(steps.Average(static each => each * each)));
        }
    }

    /// <summary>How many values were compared.</summary>
    public int Count { get; }

    /// <summary>The mean error, above 0 when the forecast was too low, in the unit of the values.</summary>
    public double MeanError { get; }

    /// <summary>The mean error without its sign, in the unit of the values.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The root of the mean squared error, in the unit of the values.</summary>
    public double RootMeanSquaredError { get; }

    /// <summary>The mean error in percent of the actual; <see langword="null"/> when an actual is 0.</summary>
    public double? Mape { get; }

    /// <summary>The mean error in percent of the mean of actual and forecast, 0 to 200.</summary>
    public double SymmetricMape { get; }

    /// <summary>
    /// The mean absolute error as a part of the mean change of the training values over one season: below 1 beats the season before. <see langword="null"/>
    /// when they never changed and the forecast was off, or there are too few.
    /// </summary>
    public double? Mase { get; }

    /// <summary>The same of the root mean squares.</summary>
    public double? Rmsse { get; }

    /// <summary>Compares what came with what was told.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was told, one for each.</param>
    /// <param name="training">The values the forecast was made from.</param>
    /// <param name="season">The length of the season in periods, 1 without one.</param>
    /// <returns>The errors.</returns>
    /// <exception cref="ArgumentException">There is nothing to compare, or there are not as many forecasts as actuals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The season is not within 1 to 1,000, an actual or training value not within ±10^15.</exception>
    public static ForecastAccuracy Of(IReadOnlyList<decimal> actual, IReadOnlyList<decimal> forecast, IReadOnlyList<decimal> training, int season = 1)
    {
        var came = Demand.Amounts(actual);
        Guard.Against.Null(forecast);
        if (came.Length == 0 || forecast.Count != came.Length)
        {
            throw new ArgumentException($"{forecast.Count} forecasts for {came.Length} values; give one for each, and one or more.", nameof(forecast));
        }

        return new(came, [.. forecast.Select(static each => (double)each)], Demand.Amounts(training), Demand.Season(season));
    }

    /// <summary>
    /// The pinball loss of a quantile: what is above it costs the probability, what is below it the rest; over all quantiles it is least for the true ones.
    /// </summary>
    /// <param name="actual">What came.</param>
    /// <param name="quantile">The quantile that was told.</param>
    /// <param name="probability">How much was to be below it, above 0 and below 1: 0.9 for the upper end of an interval of 0.8.</param>
    /// <returns>The loss, 0 or more: a quantile at 0.9 of 100 costs 9 when 110 comes and 1 when 90 comes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within ±10^18, or the probability not above 0 and below 1.</exception>
    public static decimal Pinball(decimal actual, decimal quantile, decimal probability)
    {
        Demand.Probability(probability);
        var off = Told(actual, nameof(actual)) - Told(quantile, nameof(quantile));
        return off >= 0m ? probability * off : (probability - 1m) * off;
    }

    /// <summary>The Winkler score of an interval: its width, and what lies outside times 2 over the part it was to leave out.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="interval">The interval that was told.</param>
    /// <returns>The score, the smaller the better: 90 to 110 at 0.8 scores 20, and 20 + 2 / 0.2 * 5 = 70 when 115 comes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actual"/> is not within ±10^18.</exception>
    public static decimal Winkler(decimal actual, ForecastInterval interval)
    {
        Guard.Against.Null(interval);
        Told(actual, nameof(actual));
        var outside = actual < interval.Low ? interval.Low - actual : actual > interval.High ? actual - interval.High : 0m;
        return interval.High - interval.Low + (2m * outside / Math.Max(1m - interval.Probability, 0.000_000_1m));
    }

    /// <summary>The errors, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Count} values: MAE {MeanAbsoluteError:0.####}, MASE {Mase:0.###}");

    private static decimal Told(decimal value, string name) =>
        Demand.Between(value, -1_000_000_000_000_000_000m, 1_000_000_000_000_000_000m, "what adds up lies within ±10^18", name);

    private static double? Scaled(double error, double scale) => scale > 0d ? error / scale : error == 0d ? 0d : null;
}
