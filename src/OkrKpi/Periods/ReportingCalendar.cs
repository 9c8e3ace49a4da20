using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// How an organisation cuts time into reporting periods: in which time zone a day begins, in which month the fiscal year begins and how it is named,
/// and on which day a week begins.
/// </summary>
/// <remarks>
/// Immutable. Equal when all settings are equal. The time-zone database is only read when an instant has to be placed,
/// so that calendars of plain dates cost nothing.
/// </remarks>
public sealed class ReportingCalendar : IEquatable<ReportingCalendar>
{
    /// <summary>The id of Coordinated Universal Time, the default zone.</summary>
    public const string Utc = "UTC";

    private ReportingCalendar(string zoneId, int fiscalYearStartMonth, FiscalYearNaming naming, IsoDayOfWeek firstDayOfWeek)
    {
        ZoneId = zoneId;
        FiscalYearStartMonth = fiscalYearStartMonth;
        FiscalYearNaming = naming;
        FirstDayOfWeek = firstDayOfWeek;
    }

    /// <summary>Calendar years from January, ISO weeks from Monday, days of UTC. The default everywhere.</summary>
    public static ReportingCalendar Standard { get; } = new(Utc, 1, FiscalYearNaming.ByEndYear, IsoDayOfWeek.Monday);

    /// <summary>The IANA id of the time zone in which days begin, such as <c>Asia/Ho_Chi_Minh</c>.</summary>
    public string ZoneId { get; }

    /// <summary>The month the fiscal year begins in, 1 for January to 12.</summary>
    public int FiscalYearStartMonth { get; }

    /// <summary>How a fiscal year that spans two calendar years is named.</summary>
    public FiscalYearNaming FiscalYearNaming { get; }

    /// <summary>The day a week begins on.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; }

    /// <summary>The time zone in which days begin.</summary>
    public DateTimeZone Zone => ZoneId == Utc ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[ZoneId];

    /// <summary>Fiscal years that begin on the first of a month.</summary>
    /// <param name="startMonth">The month, 1 for January to 12.</param>
    /// <param name="naming">After which calendar year a fiscal year is named.</param>
    /// <returns>The calendar, in UTC with ISO weeks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="startMonth"/> is not 1 to 12, or <paramref name="naming"/> is undefined.</exception>
    public static ReportingCalendar Fiscal(int startMonth, FiscalYearNaming naming = FiscalYearNaming.ByEndYear)
    {
        Require.Between(startMonth, 1, 12, "a fiscal year starts in a month from 1, January, to 12, December");
        return new(Utc, startMonth, Require.Defined(naming), IsoDayOfWeek.Monday);
    }

    /// <summary>The same calendar with days of another time zone.</summary>
    /// <param name="zoneId">The IANA id, such as <c>America/New_York</c>.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException"><paramref name="zoneId"/> is blank or not in the time-zone database of NodaTime.</exception>
    public ReportingCalendar In(string zoneId)
    {
        Guard.Against.NullOrWhiteSpace(zoneId);
        if (zoneId != Utc && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is null)
        {
            throw new ArgumentException($"'{zoneId}' is no time zone of the IANA database; use an id such as Europe/Paris or UTC.", nameof(zoneId));
        }

        return new(zoneId, FiscalYearStartMonth, FiscalYearNaming, FirstDayOfWeek);
    }

    /// <summary>The same calendar with weeks that begin on another day. Week 1 is the first week with at least four days in the year, as in ISO 8601.</summary>
    /// <param name="day">The first day of a week.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    public ReportingCalendar WeeksFrom(IsoDayOfWeek day)
    {
        Require.Between((int)day, 1, 7, "a week begins on a day from 1, Monday, to 7, Sunday", nameof(day));
        return new(ZoneId, FiscalYearStartMonth, FiscalYearNaming, day);
    }

    /// <summary>The period a local date lies in.</summary>
    /// <param name="date">The date, in the calendar's zone.</param>
    /// <param name="cadence">The kind of period; for <see cref="Cadence.Event"/> it is the day.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, or <see cref="Cadence.Hour"/>, which a date cannot tell.</exception>
    public ReportingPeriod PeriodOf(LocalDate date, Cadence cadence)
    {
        Require.Defined(cadence);
        if (cadence == Cadence.Hour)
        {
            throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A date does not tell the hour; give an instant.");
        }

        return ReportingPeriod.Containing(this, cadence, date);
    }

    /// <summary>The period an instant lies in.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="cadence">The kind of period; for <see cref="Cadence.Event"/> it is the day.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined.</exception>
    public ReportingPeriod PeriodOf(Instant instant, Cadence cadence) => Require.Defined(cadence) == Cadence.Hour
        ? ReportingPeriod.HourContaining(this, instant)
        : ReportingPeriod.Containing(this, cadence, DateOf(instant));

    /// <summary>The local date of an instant in the calendar's zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The date.</returns>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <inheritdoc/>
    public bool Equals(ReportingCalendar? other) =>
        ReferenceEquals(this, other)
        || (other is not null && ZoneId == other.ZoneId && FiscalYearStartMonth == other.FiscalYearStartMonth
            && FiscalYearNaming == other.FiscalYearNaming && FirstDayOfWeek == other.FirstDayOfWeek);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ZoneId, FiscalYearStartMonth, FiscalYearNaming, FirstDayOfWeek);

    /// <summary>The settings in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"fiscal year from month {FiscalYearStartMonth} {(FiscalYearNaming == FiscalYearNaming.ByEndYear ? "named by its end" : "named by its start")}, weeks from {FirstDayOfWeek}, {ZoneId}");
}
