namespace OkrKpi.Charts;

/// <summary>What the marks and lines of a KPI mean, of those that are in the picture.</summary>
internal static class KpiLegend
{
    internal static Legend Of(KpiPlot plot)
    {
        var legend = new Legend();
        bool Has(ColumnKind kind) =>
            Array.Exists(plot.Columns, each => each.Kind == kind && (each.Actual is not null || kind is ColumnKind.Missing or ColumnKind.Awaited));
        var isJudged = Array.Exists(plot.Columns, each => each.Target is not null);
        if (Has(ColumnKind.Met))
        {
            legend.Add(Mark.Dot, plot.Text[isJudged ? "legend.met" : "legend.value"]);
        }

        if (Has(ColumnKind.Missed))
        {
            legend.Add(Mark.Diamond, plot.Text["legend.missed"]);
        }

        if (Has(ColumnKind.Running))
        {
            legend.Add(Mark.Ring, plot.Text["legend.running"]);
        }

        if (Has(ColumnKind.Awaited))
        {
            legend.Add(Mark.Box, plot.Text["legend.awaited"]);
        }

        if (Has(ColumnKind.NotJudged))
        {
            legend.Add(Mark.Box, plot.Text["legend.notJudged"]);
        }

        if (Has(ColumnKind.Missing))
        {
            legend.Add(Mark.Cross, plot.Text["legend.missing"]);
        }

        if (isJudged)
        {
            legend.AddLine("t", plot.Text["legend.target"]);
        }

        if (plot.DueByNow is not null)
        {
            legend.AddLine("d", plot.Text["legend.due"]);
        }

        if (Array.Exists(plot.Columns, each => each.Kind != ColumnKind.Running && each.PartDue is not null))
        {
            legend.AddLine("d", plot.Text["legend.duePart"]);
        }

        if (plot.Forecast.Count > 0)
        {
            legend.AddArea("f", plot.Text["legend.forecast"]);
        }

        return legend;
    }
}
