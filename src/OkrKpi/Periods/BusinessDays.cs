using NodaTime;

namespace OkrKpi.Periods;

/// <summary>The days on which a business works: some days of the week, without holidays.</summary>
/// <remarks>Immutable. Compared by reference.</remarks>
public sealed class BusinessDays
{
    private readonly LocalDate[] holidays;

    private BusinessDays(LocalDate[] holidays)
    {
        this.holidays = holidays;
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

    private static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
