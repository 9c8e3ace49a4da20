using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Scoring;

/// <summary>
/// How an amount spreads over time: over the calendar months of a year, or over the days of a week. It says which share of an amount belongs to any span of
/// dates.
/// </summary>
/// <remarks>
/// Immutable; equal when kind and weights are equal. By months the amount of one spreads evenly over its days. Weights are relative: twelve equal ones are an
/// even year,
/// and 1 for January to November and 2 for December puts 2/13 of the year into December.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SeasonalProfile : IEquatable<SeasonalProfile>
{
    private const int MonthsAYear = 12;
    private const int DaysAWeek = 7;

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

    /// <summary>The weights: of January to December, or of Monday to Sunday.</summary>
    public IReadOnlyList<decimal> Weights => weights;

    /// <summary>Whether the weights are those of the days of a week; otherwise they are those of the months of a year.</summary>
    public bool IsOfWeekdays => weights.Length == DaysAWeek;

    /// <summary>A profile of one's own, such as the shares or the amounts of past years.</summary>
    /// <param name="weights">Twelve weights, January to December; 0 or more, not all 0.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException">There are not twelve weights, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 10^15.</exception>
    public static SeasonalProfile OfMonths(params IEnumerable<decimal> weights)
    {
        decimal[] copy = [.. Guard.Against.Null(weights)];
        return copy.Length == MonthsAYear
            ? new(Checked(copy, "month", nameof(weights)))
            : throw new ArgumentException($"A year has twelve months, January to December, not {copy.Length}.", nameof(weights));
    }

    /// <summary>
    /// A profile of the week: a shop that is closed on Sundays and sells as much on a Saturday as on any two other days has 1, 1, 1, 1, 1, 2, 0.
    /// </summary>
    /// <param name="weights">Seven weights, Monday to Sunday; 0 or more, not all 0.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException">There are not seven weights, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 10^15.</exception>
    public static SeasonalProfile OfWeekdays(params IEnumerable<decimal> weights)
    {
        decimal[] copy = [.. Guard.Against.Null(weights)];
        return copy.Length == DaysAWeek
            ? new(Checked(copy, "weekday", nameof(weights)))
            : throw new ArgumentException($"A week has seven days, Monday to Sunday, not {copy.Length}.", nameof(weights));
    }

    /// <summary>Which share of a period's amount is due at the close of a date: for an even quarter after its first month 1/3.</summary>
    /// <param name="period">The period.</param>
    /// <param name="date">The date.</param>
    /// <returns>The share from 0 to 1; by days where every month or weekday of the period has the weight 0.</returns>
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
    public override int GetHashCode() => HashCode.Combine(weights.Length, weights[0], weights[6], weights[^1]);

    /// <summary>The weights, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Join(" ", weights.Select(weight => weight.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The share due as two numbers, so that a comparison need not divide.</summary>
    internal (decimal Due, decimal Whole) Due(ReportingPeriod period, LocalDate date)
    {
        var whole = Weight(period.Start, period.End);
        return whole > 0m
            ? (date < period.Start ? 0m : Weight(period.Start, LocalDate.Min(date, period.End)), whole)
            : (period.ElapsedShare(date), 1m);
    }

    /// <summary>What a span of dates weighs; 0 when it ends before it begins.</summary>
    internal decimal Weight(LocalDate from, LocalDate through) =>
        through < from ? 0m
        : IsOfWeekdays ? WeightOfDays(from, Period.DaysBetween(from, through) + 1)
        : WeightOfMonths(from, through);

    private decimal WeightOfMonths(LocalDate from, LocalDate through)
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

    private decimal WeightOfDays(LocalDate from, int days)
    {
        var sum = days / DaysAWeek * scaled.Sum();
        for (var each = 0; each < days % DaysAWeek; each++)
        {
            sum += scaled[((int)from.DayOfWeek - 1 + each) % DaysAWeek];
        }

        return sum;
    }

    private static decimal[] Checked(decimal[] weights, string what, string name)
    {
        foreach (var weight in weights)
        {
            Require.Between(weight, 0m, Require.LargestAmount, $"a {what}'s weight is a share of the whole", name);
        }

        return weights.Max() < Require.SmallestRange
            ? throw new ArgumentException($"Every {what} has the weight 0; give at least one some of the whole.", name)
            : weights;
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
