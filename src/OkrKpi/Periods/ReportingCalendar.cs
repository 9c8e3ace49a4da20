using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// How an organisation cuts time into reporting periods: in which time zone a day begins, in which month the fiscal year begins and how it is named,
/// on which day a week begins, and whether years are counted in whole weeks, as retailers do.
/// </summary>
/// <remarks>
/// Immutable, so safe for any number of threads. Equal when all settings are equal. Periods lie in the years 1 to 9998.
/// <para>A local date begins at the first instant whose local date is not before it, and lasts until the next begins. So a day whose midnight the clock skips
/// begins when the clock goes on,
/// a midnight shown twice counts the first time, a date the zone left out has no instant, and no instant lies in two days.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ReportingCalendar : IEquatable<ReportingCalendar>
{
    /// <summary>The id of Coordinated Universal Time, the default zone.</summary>
    public const string Utc = "UTC";

    // No zone ever turned its clock back by more than a day: some did by one, when they crossed the date line.
    private static readonly Duration LongestChange = Duration.FromDays(2);

    private ReportingCalendar(
        DateTimeZone zone, int fiscalYearStartMonth, FiscalYearNaming naming, IsoDayOfWeek firstDayOfWeek, FirstWeek firstWeek, RetailYear? retailYear)
    {
        Zone = zone;
        FiscalYearStartMonth = fiscalYearStartMonth;
        FiscalYearNaming = naming;
        FirstDayOfWeek = firstDayOfWeek;
        FirstWeek = firstWeek;
        RetailYear = retailYear;
    }

    /// <summary>Calendar years from January, ISO weeks from Monday, days of UTC. The default everywhere.</summary>
    public static ReportingCalendar Standard { get; } = new(DateTimeZone.Utc, 1, FiscalYearNaming.ByEndYear, IsoDayOfWeek.Monday, FirstWeek.WithFourDays, null);

    /// <summary>
    /// The calendar of retailers in the United States (National Retail Federation): 4-5-4 months, years that end on the Saturday nearest to 31 January and are
    /// named by their start.
    /// </summary>
    public static ReportingCalendar UnitedStatesRetail { get; } = Retail(
        RetailYear.EndingNearest(IsoDayOfWeek.Saturday, 1, RetailMonths.FourFiveFour), FiscalYearNaming.ByStartYear);

    /// <summary>The IANA id of the time zone in which days begin, such as <c>Asia/Ho_Chi_Minh</c>.</summary>
    public string ZoneId => Zone.Id;

    /// <summary>The month the fiscal year begins in, 1 for January to 12; of retail years the month after the one they end with.</summary>
    public int FiscalYearStartMonth { get; }

    /// <summary>How a fiscal year that spans two calendar years is named.</summary>
    public FiscalYearNaming FiscalYearNaming { get; }

    /// <summary>The day a week begins on.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; private set; }

    /// <summary>Which week of a year is week 1; retail years begin with theirs, whatever it says.</summary>
    public FirstWeek FirstWeek { get; private set; }

    /// <summary>The rule of years of 52 or 53 whole weeks; <see langword="null"/> when years are of whole months.</summary>
    public RetailYear? RetailYear { get; }

    /// <summary>The time zone in which days begin.</summary>
    public DateTimeZone Zone { get; private set; }

    // How many days after its first a week has the day by which it belongs to a year or month.
    internal int DecidingDay => FirstWeek switch
    {
        FirstWeek.WithJanuaryFirst => 6,
        FirstWeek.FullWeek => 0,
        FirstWeek.WithFourDays => 3,
    };

    private int NameAhead => FiscalYearStartMonth > 1 && FiscalYearNaming == FiscalYearNaming.ByEndYear ? 1 : 0;

    /// <summary>Fiscal years that begin on the first of a month.</summary>
    /// <param name="startMonth">The month, 1 for January to 12.</param>
    /// <param name="naming">After which calendar year a fiscal year is named.</param>
    /// <returns>The calendar, in UTC with ISO weeks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="startMonth"/> is not 1 to 12, or <paramref name="naming"/> is undefined.</exception>
    public static ReportingCalendar Fiscal(int startMonth, FiscalYearNaming naming = FiscalYearNaming.ByEndYear)
    {
        Require.Between(startMonth, 1, 12, "a fiscal year starts in a month from 1, January, to 12, December");
        return new(DateTimeZone.Utc, startMonth, Require.Defined(naming), IsoDayOfWeek.Monday, FirstWeek.WithFourDays, null);
    }

    /// <summary>Fiscal years of 52 or 53 whole weeks with months of 4 or 5, such as 4-4-5. Weeks begin on the day after the one the year ends on.</summary>
    /// <param name="year">When years end and how they are cut.</param>
    /// <param name="naming">After which calendar year a fiscal year is named: the one its last month belongs to, or the one its first month belongs to.</param>
    /// <returns>The calendar, in UTC.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="year"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="naming"/> is undefined.</exception>
    public static ReportingCalendar Retail(RetailYear year, FiscalYearNaming naming = FiscalYearNaming.ByEndYear)
    {
        Guard.Against.Null(year);
        return new(DateTimeZone.Utc, (year.EndMonth % 12) + 1, Require.Defined(naming), year.FirstDay, FirstWeek.WithFourDays, year);
    }

    /// <summary>The same calendar with days of another time zone.</summary>
    /// <param name="zoneId">The IANA id, such as <c>America/New_York</c>.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException"><paramref name="zoneId"/> is blank or not in the time-zone database of NodaTime.</exception>
    public ReportingCalendar In(string zoneId)
    {
        Guard.Against.NullOrWhiteSpace(zoneId);

        // Reading the database costs a cold start far more than everything else here, so UTC leaves it alone.
        var zone = zoneId == Utc ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId);
        return zone is null
            ? throw new ArgumentException($"'{zoneId}' is no time zone of the IANA database; use an id such as Europe/Paris or UTC.", nameof(zoneId))
            : Changed(copy => copy.Zone = zone);
    }

    /// <summary>The same calendar with weeks that begin on another day.</summary>
    /// <param name="day">The first day of a week.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    /// <exception cref="ArgumentException">Years are counted in weeks that begin on another day.</exception>
    public ReportingCalendar WeeksFrom(IsoDayOfWeek day)
    {
        Require.Between((int)day, 1, 7, "a week begins on a day from 1, Monday, to 7, Sunday", nameof(day));
        if (RetailYear is { } year && day != FirstDayOfWeek)
        {
            throw new ArgumentException(
                $"Weeks cannot begin on {day}: the years of this calendar end on {year.LastDay}, so their weeks begin on {FirstDayOfWeek}; give a retail "
                + $"year another last day.",
                nameof(day));
        }

        return Changed(copy => copy.FirstDayOfWeek = day);
    }

    /// <summary>The same calendar with another week as week 1 of a year.</summary>
    /// <param name="firstWeek">Which week is week 1.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstWeek"/> is undefined.</exception>
    public ReportingCalendar NumberingWeeks(FirstWeek firstWeek) =>
        Changed(copy => copy.FirstWeek = Require.Defined(firstWeek));

    /// <summary>The period a local date lies in.</summary>
    /// <param name="date">The date, in the calendar's zone.</param>
    /// <param name="cadence">The kind of period; for <see cref="Cadence.Event"/> it is the day.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, or <see cref="Cadence.Hour"/>, which a date cannot tell; or the
    /// date is not in the years 1 to 9998.</exception>
    public ReportingPeriod PeriodOf(LocalDate date, Cadence cadence)
    {
        Require.Defined(cadence);
        if (!cadence.IsToldByDate)
        {
            throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A date does not tell the hour; give an instant.");
        }

        return ReportingPeriod.Containing(this, cadence, Require.PeriodOf(date));
    }

    /// <summary>The period an instant lies in.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="cadence">The kind of period; for <see cref="Cadence.Event"/> it is the day.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, or the instant is not in the years 1 to 9998.</exception>
    public ReportingPeriod PeriodOf(Instant instant, Cadence cadence)
    {
        Require.Defined(cadence);
        var date = Require.PeriodOf(DateOf(instant), nameof(instant));
        return cadence.IsToldByDate ? ReportingPeriod.Containing(this, cadence, date) : ReportingPeriod.HourContaining(this, instant);
    }

    /// <summary>The period with a label, as <see cref="ReportingPeriod.Label"/> writes it: <c>2026-Q3</c>. A date gives the day.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentException"><paramref name="label"/> is blank, or no period of this calendar has it.</exception>
    public ReportingPeriod Parse(string label)
    {
        Guard.Against.NullOrWhiteSpace(label);
        return PeriodLabel.TryParse(this, label, out var period)
            ? period
            : throw new ArgumentException($"'{label}' labels no period of this calendar ({this}); labels look as {PeriodLabel.Examples(this)}.", nameof(label));
    }

    /// <summary>The period with a label, when there is one.</summary>
    /// <param name="label">The label.</param>
    /// <param name="period">The period; the default value when there is none.</param>
    /// <returns>Whether a period of this calendar has the label.</returns>
    public bool TryParse(string? label, out ReportingPeriod period) => PeriodLabel.TryParse(this, label, out period);

    /// <summary>
    /// All periods of a cadence from the one a date lies in to the one another date lies in, with their boundaries worked out, to place many instants quickly.
    /// </summary>
    /// <param name="cadence">The kind of period.</param>
    /// <param name="first">A date of the first period; of hours, the date whose first hour is the first.</param>
    /// <param name="last">A date of the last period, included; of hours, the date whose last hour is the last.</param>
    /// <returns>The axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, <paramref name="last"/> is before <paramref name="first"/>, a
    /// date is not in the years 1 to 9998,
    /// or there are more than 2,000,000 periods.</exception>
    public PeriodAxis Axis(Cadence cadence, LocalDate first, LocalDate last) =>
        PeriodAxis.Of(this, Require.Defined(cadence), Require.PeriodOf(first), Require.PeriodOf(last));

    /// <summary>The local date an instant counts for in the calendar's zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The date. It never goes back: where the clock is turned back over midnight, what comes after belongs to the date already begun.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not in the years 1 to 9998.</exception>
    public LocalDate DateOf(Instant instant) => LocalDateOf(Require.PeriodOf(instant));

    /// <inheritdoc/>
    public bool Equals(ReportingCalendar? other) =>
        ReferenceEquals(this, other)
        || (other is not null && ZoneId == other.ZoneId && FiscalYearStartMonth == other.FiscalYearStartMonth
            && FiscalYearNaming == other.FiscalYearNaming && FirstDayOfWeek == other.FirstDayOfWeek
            && FirstWeek == other.FirstWeek && Equals(RetailYear, other.RetailYear));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ZoneId, FiscalYearStartMonth, FiscalYearNaming, FirstDayOfWeek, FirstWeek, RetailYear);

    /// <summary>The settings in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
        $"{(RetailYear is { } retail ? retail.ToString() : $"fiscal year from month {FiscalYearStartMonth}")} "
        + $"{(FiscalYearNaming == FiscalYearNaming.ByEndYear ? "named by its end" : "named by its start")}, weeks from "
            + $"{FirstDayOfWeek}{(FirstWeek == FirstWeek.WithFourDays ? "" : $" numbered {FirstWeek}")}, {ZoneId}");

    internal LocalDate LocalDateOf(Instant instant)
    {
        var interval = Zone.GetZoneInterval(instant);
        var date = instant.WithOffset(interval.WallOffset).Date;
        if (!interval.HasStart || instant - interval.Start > LongestChange)
        {
            return date;
        }

        var before = interval.Start - Duration.Epsilon;
        return LocalDate.Max(date, before.WithOffset(Zone.GetUtcOffset(before)).Date);
    }

    /// <summary>The first instant whose local date is not before a date.</summary>
    internal Instant StartOf(LocalDate date)
    {
        var midnight = date.AtMidnight();
        if (ReferenceEquals(Zone, DateTimeZone.Utc))
        {
            return midnight.InUtc().ToInstant();
        }

        var mapping = Zone.MapLocal(midnight);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>The fiscal year of a date, as the calendar year its first month belongs to.</summary>
    internal int YearOf(LocalDate date) => RetailYear is { } retail ? retail.YearOf(date)
        : date.Month < FiscalYearStartMonth ? date.Year - 1
        : date.Year;

    internal int NameOfYear(int year) => year + NameAhead;

    internal int YearNamed(int name) => name - NameAhead;

    private ReportingCalendar Changed(Action<ReportingCalendar> change)
    {
        var copy = (ReportingCalendar)MemberwiseClone();
        change(copy);
        return copy;
    }
}
