namespace OkrKpi.Charts;

/// <summary>The numbers behind a picture of a KPI.</summary>
internal static class KpiTable
{
    internal static (string[] Head, List<string[]> Rows) Of(KpiAssessment assessment, int last, ChartText text)
    {
        var unit = assessment.Kpi.Unit;
        List<string[]> rows = [];
        for (var index = Math.Max(0, assessment.Periods.Count - last); index < assessment.Periods.Count; index++)
        {
            var each = assessment.Periods[index];
            rows.Add([each.Period.Label, text.Amount(each.Actual, unit), text.Amount(each.Target, unit), text.Amount(each.Gap, unit), text.Name(each.Status)]);
        }

        return ([text["period"], text["actual"], text["target"], text["gap"], text["status"]], rows);
    }
}
