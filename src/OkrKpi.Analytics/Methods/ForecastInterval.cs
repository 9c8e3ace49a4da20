namespace OkrKpi.Analytics;

/// <summary>From where to where a value is expected.</summary>
/// <remarks>Immutable; compared by reference. Both ends belong to it.</remarks>
public sealed class ForecastInterval
{
    internal ForecastInterval(decimal probability, decimal low, decimal high)
    {
        Probability = probability;
        Low = low;
        High = high;
    }

    /// <summary>How much of what comes it is to hold, above 0 and below 1.</summary>
    public decimal Probability { get; }

    /// <summary>The lower end.</summary>
    public decimal Low { get; }

    /// <summary>The upper end, never below the lower one.</summary>
    public decimal High { get; }

    /// <summary>Whether a value lies in it, its ends included.</summary>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> when it does.</returns>
    public bool Holds(decimal value) => value >= Low && value <= High;

    /// <summary>Both ends, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Low:0.####} to {High:0.####} ({Probability:0.####})");
}
