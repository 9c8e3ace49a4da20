namespace OkrKpi.Charts;

/// <summary>A mark for each period of a KPI: met, missed, running, awaited, missing; and what was due where only a part was.</summary>
internal static class KpiMarks
{
    internal static void Draw(KpiPlot plot, LabelPlacing placing)
    {
        if (!plot.HasMarks)
        {
            DrawMissedRuns(plot);
        }

        for (var index = 0; index < plot.Columns.Length; index++)
        {
            var each = plot.Columns[index];
            var isLast = each.Kind == ColumnKind.Running;
            var radius = Math.Clamp(plot.Column / 3.2, 2, 4);
            var isMarked = plot.HasMarks || isLast;
            if (isMarked && each.Actual is { } actual)
            {
                plot.Svg.Mark(each.Mark, plot.X(index), plot.Y(actual), radius, Told(plot, each));
                placing.Avoid(new(plot.X(index) - 5, plot.Y(actual) - 5, plot.X(index) + 5, plot.Y(actual) + 5));
            }
            else if (isMarked && each.Kind is ColumnKind.Missing or ColumnKind.Awaited)
            {
                plot.Svg.Mark(each.Mark, plot.X(index), plot.Bottom - 7, Math.Min(radius, 3.5), Told(plot, each));
                placing.Avoid(new(plot.X(index) - 5, plot.Bottom - 12, plot.X(index) + 5, plot.Bottom - 2));
            }

            if (each.PartDue is { } due)
            {
                var half = Math.Clamp(plot.Column * 0.45, isLast ? 5 : 0.5, 12);
                plot.Svg.Line("d", plot.X(index) - half, plot.Y(due), plot.X(index) + half, plot.Y(due));
                placing.Avoid(new(plot.X(index) - half, plot.Y(due) - 2, plot.X(index) + half, plot.Y(due) + 2));
            }
        }
    }

    // Where marks would be a smear, the missed stretches lie at the foot.
    private static void DrawMissedRuns(KpiPlot plot)
    {
        for (var first = 0; first < plot.Columns.Length; first++)
        {
            if (!plot.Columns[first].IsMissed)
            {
                continue;
            }

            var end = first;
            while (end < plot.Columns.Length && plot.Columns[end].IsMissed)
            {
                end++;
            }

            plot.Svg.Line("ms", plot.Edge(first), plot.Bottom - 2, Math.Max(plot.Edge(end), plot.Edge(first) + 0.5), plot.Bottom - 2);
            first = end;
        }
    }

    private static string Told(KpiPlot plot, KpiColumn each)
    {
        var (actual, target) = (plot.Text.Amount(each.Actual, plot.Kpi.Unit), plot.Text.Amount(each.Target, plot.Kpi.Unit));
        return each.Actual is null ? plot.Text.Of(each.Kind == ColumnKind.Awaited ? "tip.awaited" : "tip.missing", each.Period.Label)
            : each.Target is null ? $"{each.Period.Label}: {actual}"
            : plot.Text.Of("tip.value", each.Period.Label, actual, target);
    }
}
