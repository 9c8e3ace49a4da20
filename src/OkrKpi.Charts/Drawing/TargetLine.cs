namespace OkrKpi.Charts;

/// <summary>The target of a KPI over its periods as a line of steps, and the side of it that is good.</summary>
internal static class TargetLine
{
    internal static void DrawGoodSide(KpiPlot plot)
    {
        if (!Array.Exists(plot.Columns, each => each.Target is not null))
        {
            return;
        }

        plot.Svg.StartPath("k");
        foreach (var (first, end, target) in plot.Steps())
        {
            var (low, high) = target switch
            {
                { Value: { } value } when plot.Kpi.Direction == Direction.LowerIsBetter => (plot.Bottom, plot.Y(value)),
                { Value: { } value } => (plot.Y(value), plot.Top),
                _ => (target.Band?.Low is { } least ? plot.Y(least) : plot.Bottom, target.Band?.High is { } most ? plot.Y(most) : plot.Top),
            };
            plot.Svg.Move(plot.Edge(first), low);
            plot.Svg.To(plot.Edge(first), high);
            plot.Svg.To(plot.Edge(end), high);
            plot.Svg.To(plot.Edge(end), low);
            plot.Svg.Shut();
        }

        plot.Svg.EndPath();
    }

    internal static void Draw(KpiPlot plot)
    {
        DrawSteps(plot, target => target.Value ?? target.Band?.Low);
        DrawSteps(plot, target => target.Band?.High);
    }

    // What is decided for periods to come is dashed, as nobody has had to meet it yet.
    private static void DrawSteps(KpiPlot plot, Func<Target, decimal?> level)
    {
        var future = Array.FindIndex(plot.Columns, each => each.Kind == ColumnKind.Future);
        future = future < 0 ? plot.Columns.Length : future;
        Part("t", 0, future);
        Part("td", future, plot.Columns.Length);

        void Part(string kind, int from, int to)
        {
            var isOpen = false;
            var after = -1;
            foreach (var (first, end, target) in plot.Steps())
            {
                var (begin, finish) = (Math.Max(first, from), Math.Min(end, to));
                if (level(target) is not { } amount || begin >= finish)
                {
                    continue;
                }

                if (!isOpen)
                {
                    plot.Svg.StartPath(kind);
                    isOpen = true;
                    if (begin == from && from > 0 && plot.Columns[from - 1].Target is { } before && level(before) is { } joined)
                    {
                        plot.Svg.Move(plot.Edge(from), plot.Y(joined));
                        after = from;
                    }
                }

                if (begin == after)
                {
                    plot.Svg.To(plot.Edge(begin), plot.Y(amount));
                }
                else
                {
                    plot.Svg.Move(plot.Edge(begin), plot.Y(amount));
                }

                plot.Svg.To(plot.Edge(finish), plot.Y(amount));
                after = finish;
            }

            if (isOpen)
            {
                plot.Svg.EndPath();
            }
        }
    }
}
