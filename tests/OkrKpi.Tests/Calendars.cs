using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Calendars of every kind and moments in them, for properties.</summary>
internal static class Calendars
{
    // Zones without changes, with changes by an hour, by half an hour, at and over midnight, by a whole date in either direction, and with offsets of half and
    // quarter hours.
    internal static readonly string[] Zones =
    [
        "UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "America/Havana", "Pacific/Apia",
        "America/St_Johns",
        "Asia/Kolkata", "Asia/Kathmandu", "America/Juneau", "Pacific/Kwajalein", "Africa/Casablanca", "Europe/Dublin", "Asia/Gaza", "Antarctica/Troll",
    ];

    private static readonly Cadence[] Cadences = [Cadence.Hour, Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.HalfYear, Cadence.Year];

    public static Arbitrary<ReportingCalendar> All() => Arb.From(Calendar);

    public static Arbitrary<Moment> Moments() => Arb.From(
        from calendar in Calendar
        from instant in Instants(calendar)
        from cadence in Gen.Elements(Cadences)
        select new Moment(calendar, cadence, instant));

    private static Gen<ReportingCalendar> Calendar =>
        from zone in Gen.Elements(Zones)
        from naming in Gen.Elements(FiscalYearNaming.ByEndYear, FiscalYearNaming.ByStartYear)
        from isRetail in Gen.Elements(true, false, false)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 7)
        from quarter in Gen.Choose(1, 4)
        from months in Gen.Elements(Enum.GetValues<RetailMonths>())
        from end in Gen.Elements(Enum.GetValues<RetailYearEnd>())
        from firstWeek in Gen.Elements(Enum.GetValues<FirstWeek>())
        let weekday = (IsoDayOfWeek)day
        let year = end == RetailYearEnd.LastOfMonth ? RetailYear.EndingOnLast(weekday, month, months) : RetailYear.EndingNearest(weekday, month, months)
        select (isRetail
            ? ReportingCalendar.Retail(year.WithExtraWeekIn(quarter), naming)
            : ReportingCalendar.Fiscal(month, naming).WeeksFrom(weekday).NumberingWeeks(firstWeek)).In(zone);

    // Any time from 1860 to 2060, and as often one within a day and a half of a change of the clock.
    private static Gen<Instant> Instants(ReportingCalendar calendar)
    {
        var first = Instant.FromUtc(1860, 1, 1, 0, 0);
        var last = Instant.FromUtc(2060, 1, 1, 0, 0);
        Instant[] changes = [.. calendar.Zone.GetZoneIntervals(first, last).Where(interval => interval.HasStart).Select(interval => interval.Start)];
        var anywhere = from minutes in Gen.Choose(0, (int)(last - first).TotalMinutes)
                       from seconds in Gen.Choose(0, 59)
                       select first + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds);
        return changes.Length == 0
            ? anywhere
            : Gen.OneOf(anywhere, from change in Gen.Elements(changes)
                                  from seconds in Gen.Elements(Gen.Choose(-130_000, 130_000), Gen.Choose(-5_000, 5_000), Gen.Choose(-1, 1))
                                  from off in seconds
                                  select change + Duration.FromSeconds(off));
    }
}

public sealed record Moment(ReportingCalendar Calendar, Cadence Cadence, Instant Instant)
{
    public LocalDate Date => Calendar.DateOf(Instant);

    public ReportingPeriod Period => Calendar.PeriodOf(Instant, Cadence);
}
