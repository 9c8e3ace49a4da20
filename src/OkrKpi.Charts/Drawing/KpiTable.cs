namespace OkrKpi.Charts;

/// <summary>The numbers behind a picture of a KPI.</summary>
internal static class KpiTable
{
    internal static (string[] Head, List<string[]> Rows) Of(KpiAssessment assessment, int last, ChartText text, IReadOnlyList<ForecastRange> forecast)
    {
        var unit = assessment.Kpi.Unit;
        var columns = KpiColumn.Of(assessment, last, forecast);
        var hasDue = Array.Exists(columns, each => each.Due is { } due && !due.Equals(each.Target));
        List<string[]> rows = [];
        foreach (var each in columns)
        {
            if (each.Told is { } told)
            {
                Add(each, text.Amount(each.Actual, unit), text.Amount(told.Gap, unit), StatusOf(each.Kind, told.Status, text));
            }
        }

        foreach (var range in ForecastFan.Drawn(forecast, columns))
        {
            Add(Array.Find(columns, each => each.Period == range.Period) with { Due = null }, Range(range, unit, text), "–", text["legend.forecast"]);
        }

        string[] due = hasDue ? [text["due"]] : [];
        return ([text["period"], text["actual"], text["target"], .. due, text["gap"], text["status"]], rows);

        void Add(KpiColumn each, string actual, string gap, string status)
        {
            string[] due = hasDue ? [text.Amount(each.Due, unit)] : [];
            rows.Add([each.Period.Label, actual, text.Amount(each.Target, unit), .. due, gap, status]);
        }
    }

    /// <summary>How a period stands: of one that is over and has no verdict why, as "running" would be wrong.</summary>
    internal static string StatusOf(ColumnKind kind, KpiStatus status, ChartText text) => status != KpiStatus.Partial ? text.Name(status) : kind switch
    {
        ColumnKind.Awaited => text["legend.awaited"],
        ColumnKind.NotJudged => text["legend.notJudged"],
        ColumnKind.Met or ColumnKind.Missed or ColumnKind.Running or ColumnKind.Missing or ColumnKind.Future => text.Name(status),
    };

    private static string Range(ForecastRange range, Unit unit, ChartText text)
    {
        var (low, high) = (text.Amount(range.Low, unit), text.Amount(range.High, unit));
        return range.Likely is { } likely ? text.Of("rangeLikely", low, high, text.Amount(likely, unit)) : text.Of("range", low, high);
    }
}
