using NodaTime;

namespace OkrKpi.Periods;

/// <summary>The days on which a business works: some days of the week, without holidays.</summary>
/// <remarks>Immutable; equal when the holidays are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BusinessDays : IEquatable<BusinessDays>
{
    private const int WeekdaysAWeek = 5;

    // A Monday.
    private static readonly LocalDate Epoch = new(1970, 1, 5);

    private readonly LocalDate[] holidays;

    // The numbers of the weekdays that are holidays, in order.
    private readonly long[] missing;

    private BusinessDays(LocalDate[] holidays)
    {
        this.holidays = holidays;
        missing = [.. holidays.Where(IsWeekday).Select(WeekdayOf)];
    }

    /// <summary>Mondays to Fridays, without any holiday.</summary>
    public static BusinessDays MondayToFriday { get; } = new([]);

    /// <summary>The holidays on which nobody works, each once, the earliest first.</summary>
    public IReadOnlyList<LocalDate> Holidays => holidays;

    /// <summary>The same days without some more holidays.</summary>
    /// <param name="dates">The holidays; one on a weekend changes nothing.</param>
    /// <returns>The days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dates"/> is <see langword="null"/>.</exception>
    public BusinessDays Without(IEnumerable<LocalDate> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new([.. holidays.Concat(dates).Distinct().Order()]);
    }

    /// <summary>Whether a date is a business day.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Contains(LocalDate date) => IsWeekday(date) && Array.BinarySearch(holidays, date) < 0;

    /// <summary>How many business days a span of dates has.</summary>
    /// <param name="start">The first date.</param>
    /// <param name="end">The last date, included.</param>
    /// <returns>The number; 0 when the end is before the start.</returns>
    public int Between(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            return 0;
        }

        var days = Period.DaysBetween(start, end) + 1;
        var count = days / 7 * 5;
        for (var back = 0; back < days % 7; back++)
        {
            count += IsWeekday(end.PlusDays(-back)) ? 1 : 0;
        }

        return count - holidays.Count(holiday => holiday >= start && holiday <= end && IsWeekday(holiday));
    }

    /// <summary>Which part of a span has passed at the close of a day, in business days: 0 before it, 1 from its last business day on.</summary>
    /// <param name="start">The first date of the span.</param>
    /// <param name="end">The last date, included.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The share from 0 to 1; of a span without any business day 0 until its last date, then 1.</returns>
    public decimal ElapsedShare(LocalDate start, LocalDate end, LocalDate asOf)
    {
        var all = Between(start, end);
        return asOf >= end ? 1m
            : all == 0 ? 0m
            : (decimal)Between(start, asOf) / all;
    }

    /// <inheritdoc/>
    public bool Equals(BusinessDays? other) => other is not null && holidays.AsSpan().SequenceEqual(other.holidays);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BusinessDays);

    /// <inheritdoc/>
    public override int GetHashCode() => holidays.Length == 0 ? 0 : HashCode.Combine(holidays.Length, holidays[0], holidays[^1]);

    /// <summary>The days in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Monday to Friday, {holidays.Length} holidays");

    /// <summary>The number of a business day; of any other day that of the business day before.</summary>
    internal long NumberOf(LocalDate date)
    {
        var weekday = WeekdayOf(date);
        return weekday - CountWhere(index => missing[index] <= weekday);
    }

    /// <summary>The business day of a number.</summary>
    internal LocalDate DateAt(long number)
    {
        var weekday = number + CountWhere(index => missing[index] - index <= number);
        var week = (weekday - (((weekday % WeekdaysAWeek) + WeekdaysAWeek) % WeekdaysAWeek)) / WeekdaysAWeek;
        return Epoch.PlusDays((int)((week * 7) + weekday - (week * WeekdaysAWeek)));
    }

    // How many weekdays come before or are the last one up to a date.
    private static long WeekdayOf(LocalDate date)
    {
        var days = Period.DaysBetween(Epoch, date);
        var week = days >= 0 ? days / 7 : -((6 - days) / 7);
        return ((long)week * WeekdaysAWeek) + Math.Min(days - (week * 7), WeekdaysAWeek - 1);
    }

    // How many holidays a condition holds for that holds for the first ones only.
    private int CountWhere(Func<int, bool> holds)
    {
        var (low, high) = (0, missing.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
