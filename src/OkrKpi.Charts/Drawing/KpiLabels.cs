namespace OkrKpi.Charts;

/// <summary>The values written at the marks and targets of a KPI, where there is room for them.</summary>
internal static class KpiLabels
{
    internal static void Draw(KpiPlot plot, LabelPlacing placing)
    {
        // The target that holds last has its value at the end of its line; those before it where they begin.
        if (plot.LastTarget is not null)
        {
            var target = Array.FindLast(plot.Columns, each => each.Target is not null).Target!;
            var y = Math.Clamp(TargetY(plot, target) + 4, plot.Top + 8, plot.Bottom);
            plot.Svg.Text("b", plot.Right + 4, y, TextWidth.Fit(plot.LastTarget, 10_000, TextWidth.Normal));
            placing.Take(Box.OfText(plot.Right + 4, y, TextWidth.Of(plot.LastTarget, TextWidth.Normal, isBold: true), TextWidth.Normal));
        }

        foreach (var (first, end, target) in plot.Steps())
        {
            foreach (var level in new[] { target.Value, target.Band?.Low, target.Band?.High }.OfType<decimal>())
            {
                placing.Avoid(new(plot.Edge(first), plot.Y(level) - 1, plot.Edge(end), plot.Y(level) + 1));
            }
        }

        var running = Array.FindLastIndex(plot.Columns, each => each.Kind == ColumnKind.Running && each.Actual is not null);
        var judged = Array.FindLastIndex(plot.Columns, each => each.Kind is ColumnKind.Met or ColumnKind.Missed);
        foreach (var index in (ReadOnlySpan<int>)[running, judged])
        {
            if (index >= 0)
            {
                Label(plot, "b o", plot.Text.Number(plot.Columns[index].Actual!.Value / plot.Scale.Factor), plot.X(index),
                    plot.Y(plot.Columns[index].Actual!.Value), placing);
            }
        }

        if (plot.DueByNow is { } due)
        {
            var at = Array.FindLastIndex(plot.Columns, each => each.Kind == ColumnKind.Running);
            Label(plot, "n o", plot.Text.Number(ChartText.Due(due, plot.Kpi) / plot.Scale.Factor), plot.X(at), plot.Y(due), placing);
        }

        string? told = null;
        foreach (var (first, end, target) in plot.Steps())
        {
            var value = plot.Text.Plain(target, plot.Scale.Factor);
            if (end < plot.Columns.Length && value != told && plot.Columns.Length <= 400)
            {
                var width = TextWidth.Of(value, TextWidth.Normal, isBold: true);
                var y = TargetY(plot, target);
                ReadOnlySpan<(double, double)> places =
                [
                    (plot.Edge(first) + (width / 2) + 2, y - 5), (plot.Edge(end) - (width / 2) - 2, y - 5), (plot.Edge(first) + (width / 2) + 2, y + 14),
                    (plot.Edge(end) - (width / 2) - 2, y + 14), ((plot.Edge(first) + plot.Edge(end)) / 2, y - 5),
                ];
                if (width <= plot.Edge(end) - plot.Edge(first) + plot.Column && placing.Place(width, places) is { } place)
                {
                    plot.Svg.Text("b o", place.X, place.Y, value);
                }
            }

            told = value;
        }
    }

    private static void Label(KpiPlot plot, string kind, string label, double x, double y, LabelPlacing placing)
    {
        var width = TextWidth.Of(label, TextWidth.Normal, isBold: true);
        ReadOnlySpan<(double, double)> places =
        [
            (x, y - 9), (x, y + 18), (x + (width / 2) + 9, y + 4), (x - (width / 2) - 9, y + 4), (x, y - 22), (x, y + 31),
        ];
        if (placing.Place(width, places) is { } place)
        {
            plot.Svg.Text(kind, place.X, place.Y, label);
        }
    }

    private static double TargetY(KpiPlot plot, Target target) => plot.Y(target.Value ?? target.Band?.High ?? target.Band?.Low ?? plot.Scale.Low);
}
