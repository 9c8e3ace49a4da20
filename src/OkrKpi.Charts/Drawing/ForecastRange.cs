using Ardalis.GuardClauses;

namespace OkrKpi.Charts;

/// <summary>Between what a KPI is expected to end in a period to come, by whatever forecast the caller has.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class ForecastRange
{
    private ForecastRange(ReportingPeriod period, decimal low, decimal high, decimal? likely) =>
        (Period, Low, High, Likely) = (period, low, high, likely);

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The low end, in the KPI's unit.</summary>
    public decimal Low { get; }

    /// <summary>The high end, in the KPI's unit.</summary>
    public decimal High { get; }

    /// <summary>The value most likely; <see langword="null"/> when only the range is known.</summary>
    public decimal? Likely { get; }

    /// <summary>A range of a period.</summary>
    /// <param name="period">The period, of the KPI's cadence and calendar.</param>
    /// <param name="low">The low end, in the KPI's unit, within ±10^18.</param>
    /// <param name="high">The high end, not below the low one.</param>
    /// <param name="likely">The value most likely, between them; <see langword="null"/> when only the range is known.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount lies outside ±10^18, the high end below the low one, or the likely value outside
    /// them.</exception>
    public static ForecastRange Of(ReportingPeriod period, decimal low, decimal high, decimal? likely = null)
    {
        const decimal Most = 1_000_000_000_000_000_000m;
        Guard.Against.OutOfRange(low, nameof(low), -Most, Most, $"The low end of a forecast lies within ±10^18, and {low} does not.");
        Guard.Against.OutOfRange(high, nameof(high), low, Most, $"The high end of a forecast is from its low end {low} to 10^18, not {high}.");
        if (likely is { } value)
        {
            Guard.Against.OutOfRange(value, nameof(likely), low, high, $"What is most likely lies between {low} and {high}; {value} does not.");
        }

        return new(period, low, high, likely);
    }

    /// <summary>Period and range, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Period}: {Low:#,0.####} to {High:#,0.####}");
}
