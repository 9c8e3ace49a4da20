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

    /// <summary>The next period of a KPI: of one of business days the next business day.</summary>
    internal static ReportingPeriod After(Kpi kpi, ReportingPeriod period)
    {
        var next = period.Next;
        while (kpi.BusinessDays is { } days && next.Days == 1 && !days.Contains(next.Start))
        {
            next = next.Next;
        }

        return next;
    }
}
