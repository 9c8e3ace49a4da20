using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>How an amount of a year spreads over its calendar months: which share of it belongs to any span of dates.</summary>
/// <remarks>
/// Immutable; equal when the weights are equal. Within a month the amount spreads evenly over the days. Weights are relative: twelve equal ones are an even year,
/// and 1 for January to November and 2 for December puts 2/13 of the year into December.
/// </remarks>
public sealed class SeasonalProfile : IEquatable<SeasonalProfile>
{
    private const int MonthsAYear = 12;

    // Divisible by every length of a month, so that days of months add up without rounding.
    private const int DayUnits = 28 * 29 * 30 * 31;

    private readonly decimal[] weights;

    // The weights with the point moved so that the largest is below 1,000: whatever their size, sums of them leave room to be multiplied with amounts.
    private readonly decimal[] scaled;

    private SeasonalProfile(decimal[] weights)
    {
        this.weights = weights;
        var factor = Factor(weights.Max());
        scaled = Array.ConvertAll(weights, weight => weight * factor);
    }

    /// <summary>Every month gets the same.</summary>
    public static SeasonalProfile Even { get; } = new([.. Enumerable.Repeat(1m, MonthsAYear)]);

    /// <summary>The weights of January to December.</summary>
    public IReadOnlyList<decimal> Weights => weights;

    /// <summary>A profile of one's own, such as the shares or the amounts of past years.</summary>
    /// <param name="weights">Twelve weights, January to December; 0 or more, not all 0.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException">There are not twelve weights, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 10^15.</exception>
    public static SeasonalProfile OfMonths(params IEnumerable<decimal> weights)
    {
        decimal[] copy = [.. Guard.Against.Null(weights)];
        if (copy.Length != MonthsAYear)
        {
            throw new ArgumentException($"A year has twelve months, January to December, not {copy.Length}.", nameof(weights));
        }

        foreach (var weight in copy)
        {
            Require.Between(weight, 0m, Require.LargestAmount, "a month's weight is a share of the year", nameof(weights));
        }

        return copy.Max() < Require.SmallestRange
            ? throw new ArgumentException("All months have the weight 0; give at least one month some of the year.", nameof(weights))
            : new(copy);
    }

    /// <summary>Which share of a period's amount is due at the close of a date: for an even quarter after its first month 1/3.</summary>
    /// <param name="period">The period.</param>
    /// <param name="date">The date.</param>
    /// <returns>The share from 0 to 1; by days where every month of the period has the weight 0.</returns>
    public decimal ShareDue(ReportingPeriod period, LocalDate date)
    {
        var (due, whole) = Due(period, date);
        return due / whole;
    }

    /// <inheritdoc/>
    public bool Equals(SeasonalProfile? other) => other is not null && weights.AsSpan().SequenceEqual(other.weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeasonalProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(weights[0], weights[6], weights[^1]);

    /// <summary>The weights, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(" ", weights.Select(weight => weight.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The share due as two numbers, so that a comparison need not divide.</summary>
    internal (decimal Due, decimal Whole) Due(ReportingPeriod period, LocalDate date)
    {
        var whole = Weight(period.Start, period.End);
        return whole > 0m
            ? (date < period.Start ? 0m : Weight(period.Start, LocalDate.Min(date, period.End)), whole)
            : (period.ElapsedShare(date), 1m);
    }

    internal decimal Weight(LocalDate from, LocalDate through)
    {
        var sum = 0m;
        for (var first = from; first <= through;)
        {
            var daysInMonth = first.Calendar.GetDaysInMonth(first.Year, first.Month);
            var last = LocalDate.Min(first.PlusDays(daysInMonth - first.Day), through);
            sum += scaled[first.Month - 1] * (DayUnits / daysInMonth) * (last.Day - first.Day + 1);
            first = last.PlusDays(1);
        }

        return sum;
    }

    private static decimal Factor(decimal largest)
    {
        var factor = 1m;
        while (largest * factor >= 1_000m)
        {
            factor /= 10m;
        }

        while (largest * factor < 100m)
        {
            factor *= 10m;
        }

        return factor;
    }
}
