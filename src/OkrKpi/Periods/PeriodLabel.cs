using System.Globalization;
using NodaTime;
using NodaTime.Text;

using static System.FormattableString;

namespace OkrKpi;

/// <summary>The names of periods, written and read.</summary>
internal static class PeriodLabel
{
    private const string FiscalMark = "FY";

    internal static string Year(ReportingCalendar calendar, int year) =>
        Invariant($"{(calendar.FiscalYearStartMonth > 1 || calendar.RetailYear is not null ? FiscalMark : "")}{year:0000}");

    internal static string Examples(ReportingCalendar calendar)
    {
        var day = calendar.PeriodOf(new LocalDate(2026, 7, 15), Cadence.Day);
        Cadence[] cadences = [Cadence.Year, Cadence.HalfYear, Cadence.Quarter, Cadence.Month, Cadence.Week];
        return string.Join(", ", cadences.Select(cadence => day.Parent(cadence).Label)) + $", {day} and {day}T14";
    }

    // What the text says is looked up and must be called exactly that, so whatever is not a label (week 53 of a short year, FY where years are not marked) is
    // none.
    internal static bool TryParse(ReportingCalendar calendar, string? label, out ReportingPeriod period)
    {
        period = default;
        if (label is null)
        {
            return false;
        }

        foreach (var candidate in Candidates(calendar, label))
        {
            if (candidate is { } named && named.Label == label)
            {
                period = named;
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ReportingPeriod?> Candidates(ReportingCalendar calendar, string label)
    {
        var parts = (label.StartsWith(FiscalMark, StringComparison.Ordinal) ? label[FiscalMark.Length..] : label).Split('-');
        if (parts.Length > 3 || Number(parts[0], 4) is not { } year)
        {
            return [];
        }

        if (parts.Length == 3)
        {
            return Days(calendar, label);
        }

        if (parts.Length == 1)
        {
            return [ReportingPeriod.At(calendar, Cadence.Year, calendar.YearNamed(year))];
        }

        var part = parts[1];
        return (part.Length, part.Length > 0 ? part[0] : ' ') switch
        {
            (2, 'H') => [InYear(calendar, Cadence.HalfYear, year, 2, Number(part[1..], 1))],
            (2, 'Q') => [InYear(calendar, Cadence.Quarter, year, 4, Number(part[1..], 1))],
            (3, 'M') => [InYear(calendar, Cadence.Month, year, 12, Number(part[1..], 2))],
            (3, 'W') => [ReportingPeriod.WeekOf(calendar, year, Number(part[1..], 2) ?? 0)],
            (2, _) when Number(part, 2) is { } month => [ReportingPeriod.At(calendar, Cadence.Month, (year * 12L) + month - 1)],
            _ => [],
        };
    }

    private static ReportingPeriod? InYear(ReportingCalendar calendar, Cadence cadence, int year, int periodsAYear, int? number) =>
        number is { } given ? ReportingPeriod.At(calendar, cadence, ((long)calendar.YearNamed(year) * periodsAYear) + given - 1) : null;

    private static IEnumerable<ReportingPeriod?> Days(ReportingCalendar calendar, string label)
    {
        var parts = label.Split('T');
        var date = LocalDatePattern.Iso.Parse(parts[0]);
        if (parts.Length > 2 || !date.Success || date.Value.Year is < 1 or > 9_998)
        {
            return [];
        }

        if (parts.Length == 1)
        {
            return [ReportingPeriod.Containing(calendar, Cadence.Day, date.Value)];
        }

        if (parts[1].Length is not (2 or 3) || Number(parts[1][..2], 2) is not (>= 0 and <= 23 and var hour))
        {
            return [];
        }

        var (first, last) = LocalHours.Showing(calendar.Zone, date.Value.At(new LocalTime(hour, 0)));
        return [ReportingPeriod.HourContaining(calendar, first), ReportingPeriod.HourContaining(calendar, last)];
    }

    private static int? Number(string digits, int length) =>
        digits.Length == length && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
