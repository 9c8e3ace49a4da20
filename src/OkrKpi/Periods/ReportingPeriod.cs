using NodaTime;

namespace OkrKpi;

/// <summary>One period of a cadence in a calendar: the third quarter of fiscal 2026, the week of 6 July, one day.</summary>
/// <remarks>
/// <para>Dates are inclusive on both ends, as people say them; instants are half-open, from <see cref="StartInstant"/> up to but without
/// <see cref="EndInstant"/>.
/// The periods of a cadence tile time: each ends where the next begins.</para>
/// <para>Periods of one calendar and cadence are ordered in time; others by start, then by end, longer first.
/// Equal when calendar, cadence and position are equal. The default value is the year 1 of <see cref="ReportingCalendar.Standard"/>.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public readonly partial struct ReportingPeriod : IEquatable<ReportingPeriod>, IComparable<ReportingPeriod>, IComparable
{
    private readonly ReportingCalendar? calendar;
    private readonly byte cadence;
    private readonly long position;

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
    public LocalDate Start => Cadence.StartAt(Calendar, Position);

    /// <summary>The last date of the period, included.</summary>
    public LocalDate End => Cadence.IsToldByDate ? Cadence.StartAt(Calendar, Position + 1).PlusDays(-1) : Start;

    /// <summary>The first and the last date, both included.</summary>
    public DateInterval Dates => new(Start, End);

    /// <summary>The number of dates in the period, at least 1.</summary>
    public int Days => Period.DaysBetween(Start, End) + 1;

    /// <summary>The first instant of the period: the first whose local date is not before <see cref="Start"/>.</summary>
    public Instant StartInstant => Cadence.IsToldByDate ? Calendar.StartOf(Start) : Instant.FromUnixTimeSeconds(position);

    /// <summary>The first instant after the period.</summary>
    /// <remarks>A date the zone left out, as Samoa left out 30 December 2011, is a day that ends at the instant it starts.</remarks>
    public Instant EndInstant => Cadence.IsToldByDate ? Calendar.StartOf(Cadence.StartAt(Calendar, Position + 1)) : Next.StartInstant;

    /// <summary>The period after this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would not lie in the years 1 to 9998.</exception>
    public ReportingPeriod Next => Plus(1);

    /// <summary>The period before this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would not lie in the years 1 to 9998.</exception>
    public ReportingPeriod Previous => Plus(-1);

    /// <summary>
    /// The period of the same name a year before: the third quarter of last year, the same month, the week of the same number, the same date (28 February for
    /// 29 February),
    /// in retail years the same day of the same week, the same hour of the same date. <see langword="null"/> when last year had none, as week 53 or an hour the
    /// clock skipped.
    /// </summary>
    /// <remarks>To compare years of 53 weeks with years of 52 alike, see <see cref="PeriodComparison.WithLastYear"/>.</remarks>
    public ReportingPeriod? SameLastYear => this.SameLastYearByCadence;

    /// <summary>The name of the fiscal year the period starts in, by the calendar's naming: 2026.</summary>
    public int FiscalYear => Calendar.NameOfYear(YearIndex);

    /// <summary>
    /// The number of the period: 3 for the third quarter, 2 for the second half, 1 to 12 for a month of the fiscal year (1 for April where years begin in
    /// April),
    /// 1 to 53 for a week as its label has it. Of days the number in the fiscal year, of hours in the day, both from 1; of a year 1.
    /// </summary>
    public int Number => this.NumberByCadence;

    /// <summary>
    /// The period's name, which sorts as text: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q3</c>, <c>2026-07</c>, <c>2026-W28</c>, <c>2026-07-15</c>,
    /// <c>2026-07-15T14</c>.
    /// <see cref="ReportingCalendar.Parse"/> reads it back.
    /// </summary>
    /// <remarks>
    /// Years that do not begin on 1 January are marked: <c>FY2026</c>, <c>FY2026-Q3</c>. Months and weeks keep their calendar name, but in retail years, where
    /// they are
    /// <c>FY2026-M07</c> and <c>FY2026-W28</c>. An hour that the clock shows twice is <c>2026-11-01T01A</c> and <c>2026-11-01T01B</c>,
    /// as power markets write it; where the clock goes back by more than an hour or over midnight these do not sort as text.
    /// </remarks>
    public string Label => this.LabelByCadence;

    internal int YearIndex => Cadence.YearIndexAt(Calendar, Position);

    internal long Position => calendar is null ? 1 : position;

    private LocalDate DecidingDate => Cadence.CanStraddle && Calendar.RetailYear is null ? Start.PlusDays(Calendar.DecidingDay) : Start;

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
    /// <exception cref="ArgumentOutOfRangeException">The period would not lie in the years 1 to 9998.</exception>
    public ReportingPeriod Plus(int count)
    {
        if (!Cadence.HasPosition(Cadence.Roughly(Position, count)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, FormattableString.Invariant($"{count} steps from {this} leave the years 1 to 9998, in which periods lie."));
        }

        return new(Calendar, Cadence, Cadence.Step(Calendar, Position, count));
    }

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

        return Cadence.Steps(Calendar, Position, other.Position);
    }

    /// <summary>Whether a date lies in the period, both ends included.</summary>
    /// <param name="date">The date.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(LocalDate date) => date >= Start && date <= End;

    /// <summary>Whether an instant lies in the period, the start included, the end not.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(Instant instant) => instant >= StartInstant && instant < EndInstant;

    /// <summary>Whether another period lies wholly in this one: a quarter contains its months, and a week that straddles two months lies in neither.</summary>
    /// <param name="other">The other period, of the same calendar or another.</param>
    /// <returns><see langword="true"/> when all its dates lie in this one; its instants, when one of the two is an hour.</returns>
    public bool Contains(ReportingPeriod other) => Cadence.IsToldByDate && other.Cadence.IsToldByDate
        ? other.Start >= Start && other.End <= End
        : other.StartInstant >= StartInstant && other.EndInstant <= EndInstant;

    /// <summary>Whether the period is over at the close of a day.</summary>
    /// <param name="asOf">The day; its own close counts, so a quarter is complete as of its last date.</param>
    /// <returns><see langword="true"/> when over.</returns>
    public bool IsCompleteAsOf(LocalDate asOf) => End <= asOf;

    /// <summary>
    /// Which part of the period has passed at the close of a day, in whole days: 0 before it, 1 from its last date on. The close of 15 January is 15/31 of
    /// January.
    /// </summary>
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
        if (Cadence == other.Cadence && (!Cadence.IsToldByDate || Calendar.Equals(other.Calendar)))
        {
            return Position.CompareTo(other.Position);
        }

        var byStart = Start.CompareTo(other.Start);
        var byEnd = byStart != 0 ? byStart : other.End.CompareTo(End);
        return byEnd != 0 ? byEnd : other.Cadence.Rank.CompareTo(Cadence.Rank);
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
        var position = cadence.PositionOf(calendar, date);
        return cadence.HasPosition(position)
            ? new(calendar, cadence, position)
            : throw new ArgumentOutOfRangeException(
                nameof(date), date, FormattableString.Invariant($"The {cadence} of this date leaves the years 1 to 9998, in which periods lie."));
    }

    internal static ReportingPeriod HourContaining(ReportingCalendar calendar, Instant instant) =>
        new(calendar, Cadence.Hour, LocalHours.StartOf(calendar.Zone, instant));

    internal static ReportingPeriod HourFrom(ReportingCalendar calendar, long second) => new(calendar, Cadence.Hour, second);

    /// <summary>The period at a position; <see langword="null"/> when it is out of range.</summary>
    internal static ReportingPeriod? At(ReportingCalendar calendar, Cadence cadence, long position) =>
        cadence.HasPosition(position) ? new ReportingPeriod(calendar, cadence, position) : null;

    internal (int Year, int Week) WeekOfYear()
    {
        if (Calendar.RetailYear is { } retail)
        {
            var year = retail.YearOf(Start);
            return (Calendar.NameOfYear(year), (Period.DaysBetween(retail.StartOf(year), Start) / Cadences.DaysAWeek) + 1);
        }

        var deciding = DecidingDate;
        return (deciding.Year, ((deciding.DayOfYear - 1) / Cadences.DaysAWeek) + 1);
    }

    /// <summary>The week of a number in a year as labels name it; <see langword="null"/> when the year has no such week.</summary>
    internal static ReportingPeriod? WeekOf(ReportingCalendar calendar, int year, int week)
    {
        if (week is < 1 or > 53 || year is < Cadences.FirstYear or > Cadences.LastYear + 1)
        {
            return null;
        }

        // Week 1 begins in the week of the year's first day or in the one after.
        var first = Containing(
            calendar, Cadence.Week, calendar.RetailYear is { } retail ? retail.StartOf(calendar.YearNamed(year)) : new LocalDate(year, 1, 1));
        var found = first.WeekOfYear().Week == 1 ? first.PlusOrNull(week - 1) : first.PlusOrNull(week);
        return found?.WeekOfYear() == (year, week) ? found : null;
    }

    /// <summary>The period some steps later; <see langword="null"/> when it is out of range. Not for hours.</summary>
    internal ReportingPeriod? PlusOrNull(int count) => At(Calendar, Cadence, Position + count);

    internal ReportingPeriod? SameDayLastYear
    {
        get
        {
            if (Calendar.RetailYear is null)
            {
                return Start.Year > 1 ? Containing(Calendar, Cadence, Start.PlusYears(-1)) : null;
            }

            var week = Containing(Calendar, Cadence.Week, Start);
            return week.SameLastYear is { } earlier ? Containing(Calendar, Cadence, earlier.Start.PlusDays(Period.DaysBetween(week.Start, Start))) : null;
        }
    }

    internal ReportingPeriod? SameHourLastYear
    {
        get
        {
            var (shown, showing) = LocalHours.Name(Calendar.Zone, position);
            if (Containing(Calendar, Cadence.Day, shown.Date).SameLastYear is not { } day)
            {
                return null;
            }

            var wanted = day.Start.At(shown.TimeOfDay);
            var (first, last) = LocalHours.Showing(Calendar.Zone, wanted);
            var hour = HourContaining(Calendar, showing == 'B' ? last : first);
            return LocalHours.Name(Calendar.Zone, hour.position).Shown == wanted ? hour : null;
        }
    }
}
