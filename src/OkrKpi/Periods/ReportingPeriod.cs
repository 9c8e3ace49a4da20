using System.Globalization;
using NodaTime;

namespace OkrKpi;

/// <summary>One period of a cadence in a calendar: the third quarter of fiscal 2026, the week of 6 July, one day.</summary>
/// <remarks>
/// <para>Dates are inclusive on both ends, as people say them; instants are half-open, from <see cref="StartInstant"/> up to but without <see cref="EndInstant"/>.</para>
/// <para>Periods of one calendar and cadence are ordered in time; comparing across calendars or cadences orders by start, then by end, longer first.
/// Equal when calendar, cadence and position are equal. The default value is the year 1 of <see cref="ReportingCalendar.Standard"/>.</para>
/// </remarks>
public readonly struct ReportingPeriod : IEquatable<ReportingPeriod>, IComparable<ReportingPeriod>, IComparable
{
    private const int MonthsAYear = 12;

    // Days from Monday 1970-01-05, so that week 0 of Monday weeks starts there.
    private const int FirstMonday = 4;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly ReportingCalendar? calendar;
    private readonly byte cadence;
    private readonly long position;

    // The position counts periods: months and their multiples from month 0 of year 0 shifted to the fiscal start, weeks from the week of 1970-01-05,
    // days from 1970-01-01, hours by the second they begin at.
    private ReportingPeriod(ReportingCalendar calendar, Cadence cadence, long position)
    {
        this.calendar = calendar;
        this.cadence = (byte)cadence;
        this.position = position;
    }

    /// <summary>The calendar the period belongs to.</summary>
    public ReportingCalendar Calendar => calendar ?? ReportingCalendar.Standard;

    /// <summary>The kind of period.</summary>
    public Cadence Cadence => calendar is null ? Cadence.Year : (Cadence)cadence;

    /// <summary>The first date of the period.</summary>
    public LocalDate Start => Cadence switch
    {
        Cadence.Hour => Calendar.DateOf(StartInstant),
        Cadence.Day or Cadence.Event => Epoch.PlusDays((int)position),
        Cadence.Week => Epoch.PlusDays(checked((int)(position * 7) + FirstMonday + (int)Calendar.FirstDayOfWeek - 1)),
        _ => MonthStart(Position),
    };

    /// <summary>The last date of the period, included.</summary>
    public LocalDate End => Cadence switch
    {
        Cadence.Hour => Start,
        Cadence.Day or Cadence.Event => Start,
        Cadence.Week => Start.PlusDays(6),
        _ => MonthStart(Position + 1).PlusDays(-1),
    };

    /// <summary>The number of dates in the period, at least 1.</summary>
    public int Days => Period.DaysBetween(Start, End) + 1;

    /// <summary>The first instant of the period: the first whose local date is not before <see cref="Start"/>.</summary>
    public Instant StartInstant => Cadence == Cadence.Hour ? Instant.FromUnixTimeSeconds(position) : Start.AtStartOfDayInZone(Calendar.Zone).ToInstant();

    /// <summary>The first instant after the period.</summary>
    public Instant EndInstant => Cadence == Cadence.Hour ? StartInstant.Plus(Duration.FromHours(1)) : End.PlusDays(1).AtStartOfDayInZone(Calendar.Zone).ToInstant();

    /// <summary>The period after this one.</summary>
    public ReportingPeriod Next => Plus(1);

    /// <summary>The period before this one.</summary>
    public ReportingPeriod Previous => Plus(-1);

    /// <summary>The name of the fiscal year the period starts in, by the calendar's naming: 2026.</summary>
    public int FiscalYear => NameOfYear(YearIndex);

    /// <summary>
    /// The period's name, which sorts as text: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q3</c>, <c>2026-07</c>, <c>2026-W28</c>, <c>2026-07-15</c>, <c>2026-07-15T14</c>.
    /// Years that do not begin in January are marked: <c>FY2026</c>, <c>FY2026-Q3</c>. Months keep their calendar name.
    /// </summary>
    public string Label => Cadence switch
    {
        Cadence.Year => YearLabel(FiscalYear),
        Cadence.HalfYear => $"{YearLabel(FiscalYear)}-H{InYear(6)}",
        Cadence.Quarter => $"{YearLabel(FiscalYear)}-Q{InYear(3)}",
        Cadence.Month => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
        Cadence.Week => WeekLabel(),
        Cadence.Hour => StartInstant.InZone(Calendar.Zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH", CultureInfo.InvariantCulture),
        _ => Start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
    };

    private long Position => calendar is null ? 1 : position;

    private int MonthsEach => Cadence switch
    {
        Cadence.Month => 1,
        Cadence.Quarter => 3,
        Cadence.HalfYear => 6,
        _ => MonthsAYear,
    };

    private int FiscalOffset => Cadence == Cadence.Month ? 0 : Calendar.FiscalYearStartMonth - 1;

    private long YearIndex => FloorDivide((Start.Year * MonthsAYear) + Start.Month - 1 - (Calendar.FiscalYearStartMonth - 1), MonthsAYear);

    /// <summary>Whether two periods are equal.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(ReportingPeriod left, ReportingPeriod right) => left.Equals(right);

    /// <summary>Whether two periods differ.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(ReportingPeriod left, ReportingPeriod right) => !left.Equals(right);

    /// <summary>Whether one period comes before another.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when earlier.</returns>
    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether one period comes after another.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when later.</returns>
    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether one period is not after another.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when earlier or equal.</returns>
    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one period is not before another.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when later or equal.</returns>
    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>The period some steps later.</summary>
    /// <param name="count">How many steps; negative goes back.</param>
    /// <returns>The period.</returns>
    public ReportingPeriod Plus(int count) => new(Calendar, Cadence, Cadence == Cadence.Hour ? position + (count * 3600L) : Position + count);

    /// <summary>How many steps from this period to another of the same calendar and cadence.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>The number of steps; negative when the other is earlier.</returns>
    /// <exception cref="ArgumentException">The other period is of another calendar or cadence.</exception>
    public int StepsTo(ReportingPeriod other)
    {
        if (Cadence != other.Cadence || !Calendar.Equals(other.Calendar))
        {
            throw new ArgumentException($"{other} is no {Cadence} of the same calendar as {this}; only alike periods can be counted.", nameof(other));
        }

        var steps = other.Position - Position;
        return checked((int)(Cadence == Cadence.Hour ? steps / 3600 : steps));
    }

    /// <summary>Whether a date lies in the period, both ends included.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(LocalDate date) => date >= Start && date <= End;

    /// <summary>Whether an instant lies in the period, the start included, the end not.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(Instant instant) => instant >= StartInstant && instant < EndInstant;

    /// <summary>Whether the period is over at the close of a day.</summary>
    /// <param name="asOf">The day; its own close counts, so a quarter is complete as of its last date.</param>
    /// <returns><see langword="true"/> when over.</returns>
    public bool IsCompleteAsOf(LocalDate asOf) => End <= asOf;

    /// <summary>Which part of the period has passed at the close of a day, in whole days: 0 before it, 1 from its last date on. The close of 15 January is 15/31 of January.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The share from 0 to 1.</returns>
    public decimal ElapsedShare(LocalDate asOf) =>
        asOf < Start ? 0m
        : asOf >= End ? 1m
        : (Period.DaysBetween(Start, asOf) + 1m) / Days;

    /// <inheritdoc/>
    public bool Equals(ReportingPeriod other) => Position == other.Position && Cadence == other.Cadence && Calendar.Equals(other.Calendar);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReportingPeriod other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, Cadence, Calendar);

    /// <inheritdoc/>
    public int CompareTo(ReportingPeriod other)
    {
        if (Cadence == other.Cadence && Calendar.Equals(other.Calendar))
        {
            return Position.CompareTo(other.Position);
        }

        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : other.End.CompareTo(End);
    }

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        ReportingPeriod other => CompareTo(other),
        _ => throw new ArgumentException("Only a reporting period compares with a reporting period.", nameof(obj)),
    };

    /// <summary>The <see cref="Label"/>.</summary>
    /// <returns>The label.</returns>
    public override string ToString() => Label;

    internal static ReportingPeriod Containing(ReportingCalendar calendar, Cadence cadence, LocalDate date)
    {
        var months = (date.Year * MonthsAYear) + date.Month - 1;
        var fiscalMonths = months - (calendar.FiscalYearStartMonth - 1);
        var days = Period.DaysBetween(Epoch, date);
        long position = cadence switch
        {
            Cadence.Day or Cadence.Event => days,
            Cadence.Week => FloorDivide(days - FirstMonday - ((int)calendar.FirstDayOfWeek - 1), 7),
            Cadence.Month => months,
            Cadence.Quarter => FloorDivide(fiscalMonths, 3),
            Cadence.HalfYear => FloorDivide(fiscalMonths, 6),
            _ => FloorDivide(fiscalMonths, MonthsAYear),
        };
        return new(calendar, cadence, position);
    }

    internal static ReportingPeriod HourContaining(ReportingCalendar calendar, Instant instant)
    {
        var local = instant.InZone(calendar.Zone);
        var intoHour = local.TimeOfDay - new LocalTime(local.Hour, 0);
        return new(calendar, Cadence.Hour, (instant - intoHour.ToDuration()).ToUnixTimeSeconds());
    }

    private static long FloorDivide(long dividend, long divisor)
    {
        var quotient = dividend / divisor;
        return dividend % divisor < 0 ? quotient - 1 : quotient;
    }

    private LocalDate MonthStart(long at)
    {
        var months = (at * MonthsEach) + FiscalOffset;
        return new((int)FloorDivide(months, MonthsAYear), (int)(months - (FloorDivide(months, MonthsAYear) * MonthsAYear)) + 1, 1);
    }

    private int NameOfYear(long yearIndex) =>
        (int)yearIndex + (Calendar.FiscalYearStartMonth > 1 && Calendar.FiscalYearNaming == FiscalYearNaming.ByEndYear ? 1 : 0);

    private string YearLabel(int year) => string.Create(CultureInfo.InvariantCulture, $"{(Calendar.FiscalYearStartMonth > 1 ? "FY" : "")}{year:0000}");

    private int InYear(int months) => (int)(((Position * months) - (YearIndex * MonthsAYear)) / months) + 1;

    // The week belongs to the year of its fourth day, so that week 1 is the first with at least four days in the year (ISO 8601 for Monday weeks).
    private string WeekLabel()
    {
        var fourthDay = Start.PlusDays(3);
        return string.Create(CultureInfo.InvariantCulture, $"{fourthDay.Year:0000}-W{((fourthDay.DayOfYear - 1) / 7) + 1:00}");
    }
}
