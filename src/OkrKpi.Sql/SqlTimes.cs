using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Sql;

/// <summary>Times as the whole numbers in which statements count them, and back.</summary>
internal static class SqlTimes
{
    private const long TicksOfMicrosecond = 10;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The first number of each period and, last, the first number after them all.</summary>
    internal static long[] Boundaries(PeriodAxis axis, SqlTime time) =>
        time == SqlTime.Date
            ? [.. axis.Select(period => DaysTo(period.Start)), DaysTo(axis.Last.End) + 1]
            : [.. axis.Select(period => Number(period.StartInstant, time)), Number(axis.EndInstant, time)];

    /// <summary>The first number after a date of a calendar.</summary>
    internal static long After(LocalDate date, ReportingCalendar calendar, SqlTime time) =>
        time == SqlTime.Date ? DaysTo(date) + 1 : Number(calendar.PeriodOf(date, Cadence.Day).EndInstant, time);

    internal static Instant InstantOf(long number, ReportingCalendar calendar, SqlTime time) =>
        time == SqlTime.Date
            ? calendar.PeriodOf(Epoch.PlusDays(checked((int)number)), Cadence.Day).StartInstant
            : Instant.FromUnixTimeTicks(checked(number * TicksOf(time)));

    internal static string Iso(long number, SqlTime time) =>
        time == SqlTime.Date
            ? LocalDatePattern.Iso.Format(Epoch.PlusDays(checked((int)number)))
            : Instant.FromUnixTimeTicks(number * TicksOf(time)).InUtc().LocalDateTime.ToString("uuuu-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    /// <summary>How many of the numbers make an hour; of dates the number is a day.</summary>
    internal static long OfHour(SqlTime time) => time == SqlTime.Date ? 1 : NodaConstants.TicksPerHour / TicksOf(time);

    // Boundaries lie on whole seconds; were one between two numbers, the next number would be the first of its period.
    private static long Number(Instant instant, SqlTime time)
    {
        var (whole, rest) = Math.DivRem(instant.ToUnixTimeTicks(), TicksOf(time));
        return whole + (rest > 0 ? 1 : 0);
    }

    private static int DaysTo(LocalDate date) => Period.DaysBetween(Epoch, date);

    private static long TicksOf(SqlTime time) => time switch
    {
        SqlTime.UnixTicks => 1,
        SqlTime.UnixMilliseconds => NodaConstants.TicksPerMillisecond,
        SqlTime.UnixSeconds => NodaConstants.TicksPerSecond,
        SqlTime.UnixMicroseconds or SqlTime.TimestampWithZone or SqlTime.TimestampInUtc => TicksOfMicrosecond,
        SqlTime.Date => NodaConstants.TicksPerDay,
    };
}
