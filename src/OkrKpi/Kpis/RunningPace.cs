using NodaTime;

namespace OkrKpi;

/// <summary>How much of the running period has passed, as whole numbers, so that a comparison need not divide.</summary>
internal readonly record struct RunningPace(decimal Due, decimal Whole)
{
    internal decimal Share => Due / Whole;

    /// <summary>The pace of a period on a date; <see langword="null"/> while less than the grace share of its days has passed.</summary>
    internal static RunningPace? Of(ReportingPeriod period, LocalDate asOf, SeasonalProfile? profile, decimal afterShare)
    {
        var days = period.Days;
        var passed = Period.DaysBetween(period.Start, asOf) + 1;
        if (passed < afterShare * days)
        {
            return null;
        }

        return profile?.Due(period, asOf) is ({ } due, { } whole) ? new(due, whole) : new(passed, days);
    }
}
