using OkrKpi.Periods;

namespace OkrKpi.Analytics;

/// <summary>What a forecast asks of a cadence.</summary>
internal static class Cadences
{
    /// <summary>
    /// After how many periods a season comes again; 1 without one. Weeks of a year are a season only by name, because years have no whole number of them.
    /// </summary>
    internal static int SeasonOf(Kpi kpi) => kpi.Cadence switch
    {
        Cadence.Hour => 24,
        Cadence.Day => kpi.BusinessDays is null ? 7 : 5,
        Cadence.Week => 1,
        Cadence.Month => 12,
        Cadence.Quarter => 4,
        Cadence.HalfYear => 2,
        Cadence.Year => 1,
        Cadence.Event => 1,
    };

    /// <summary>Whether one period follows another, so that there is a next one to tell.</summary>
    internal static bool GoesOn(Kpi kpi) => kpi.Cadence switch
    {
        Cadence.Hour or Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => true,
        Cadence.Event => false,
    };

    /// <summary>
    /// The next period of a KPI: of one of business days the next weekday, a holiday too, so that a season of five days stays one of weekdays.
    /// </summary>
    internal static ReportingPeriod After(Kpi kpi, ReportingPeriod period)
    {
        var next = period.Next;
        while (kpi.BusinessDays is not null && !BusinessDays.MondayToFriday.Contains(next.Start))
        {
            next = next.Next;
        }

        return next;
    }

    /// <summary>Whether a KPI of business days has none of its own in a period: then nothing is missing there, and nothing to tell.</summary>
    internal static bool IsHoliday(Kpi kpi, ReportingPeriod period) => kpi.BusinessDays?.Contains(period.Start) == false;

    /// <summary>How many measuring periods of a cadence end in a period; <see langword="null"/> of those that are told by a time and not by dates.</summary>
    internal static int? Parts(ReportingPeriod period, Cadence every) => every switch
    {
        Cadence.Day or Cadence.Week or Cadence.Month or Cadence.Quarter or Cadence.HalfYear or Cadence.Year => Ending(period, every),
        Cadence.Hour or Cadence.Event => null,
    };

    private static int Ending(ReportingPeriod period, Cadence every)
    {
        var count = 0;
        for (var part = period.Calendar.PeriodOf(period.Start, every); part.End <= period.End; part = part.Next)
        {
            count++;
        }

        return count;
    }
}
