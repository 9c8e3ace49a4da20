namespace OkrKpi.Charts;

/// <summary>One period of a KPI as it is drawn.</summary>
internal readonly record struct KpiColumn(
    ReportingPeriod Period, ColumnKind Kind, decimal? Actual, Target? Target, TargetDecision? Decision, Target? Due, KpiPeriod? Told)
{
    internal bool IsMissed => Kind == ColumnKind.Missed;

    internal Mark Mark => Kind switch
    {
        ColumnKind.Met => Mark.Dot,
        ColumnKind.Missed => Mark.Diamond,
        ColumnKind.Running or ColumnKind.Future => Mark.Ring,
        ColumnKind.NotJudged or ColumnKind.Awaited => Mark.Box,
        ColumnKind.Missing => Mark.Cross,
    };

    /// <summary>What was due, where that was not the whole target: by now, or for the measuring periods that are there.</summary>
    internal decimal? PartDue => Due is { Value: { } due } part && Target is not null && !part.Equals(Target) ? due : null;

    /// <summary>Whether a period begins at nothing: what is there so far of a running one is no fall.</summary>
    internal static bool AddsUp(Kpi kpi) => kpi.Aggregation.Additivity() == Additivity.Additive;

    /// <summary>The periods to draw: the last ones, and after them those to come of which the target is known.</summary>
    internal static KpiColumn[] Of(KpiAssessment assessment, int last, IReadOnlyList<ForecastRange> forecast)
    {
        var periods = assessment.Periods;
        var first = Math.Max(0, periods.Count - last);
        var awaited = assessment.Awaited.Select(each => each.Period).ToHashSet();
        List<KpiColumn> columns = new(periods.Count - first);
        for (var index = first; index < periods.Count; index++)
        {
            var each = periods[index];
            columns.Add(new(each.Period, KindOf(each, awaited), each.Actual, each.Target, each.Decision, each.Due, each));
        }

        AddFuture(columns, assessment, forecast);
        return [.. columns];
    }

    private static ColumnKind KindOf(KpiPeriod each, HashSet<ReportingPeriod> awaited) =>
        !each.IsComplete ? ColumnKind.Running
        : each.Actual is null ? (awaited.Contains(each.Period) ? ColumnKind.Awaited : ColumnKind.Missing)
        : each.IsMissed ? ColumnKind.Missed
        : each.IsJudged || each.Target is null ? ColumnKind.Met
        : awaited.Contains(each.Period) ? ColumnKind.Awaited
        : ColumnKind.NotJudged;

    private static void AddFuture(List<KpiColumn> columns, KpiAssessment assessment, IReadOnlyList<ForecastRange> forecast)
    {
        var kpi = assessment.Kpi;
        // Nobody knows the day of the next event. Without a period of its own the path of the target begins where the reader stands.
        var here = columns.Count > 0 ? columns[^1].Period : kpi.PeriodOf(assessment.AsOf);
        if (here.Cadence != kpi.Cadence || assessment.AsOf.Year > 9_000)
        {
            return;
        }

        var next = columns.Count > 0 ? After(here, kpi) : here;
        var year = here.FiscalYear;
        var most = columns.Count == 0 ? 4 : Math.Clamp(columns.Count / 3, 2, 12);
        var end = forecast.Count == 0 ? next.Start : forecast.Max(each => each.Period.Start);
        for (var count = 0; count < 60; count++, next = After(next, kpi))
        {
            var decision = kpi.Targets.For(next, assessment.AsOf);
            var isPath = decision?.Target is not null && count < most && (next.FiscalYear == year || count < 2);
            if (!isPath && !(forecast.Count > 0 && next.Start <= end))
            {
                break;
            }

            columns.Add(new(next, ColumnKind.Future, null, decision?.Target, decision, null, null));
        }
    }

    private static ReportingPeriod After(ReportingPeriod period, Kpi kpi)
    {
        do
        {
            period = period.Next;
        }
        while (kpi.BusinessDays?.Contains(period.Start) == false);
        return period;
    }
}
