namespace OkrKpi.Charts;

/// <summary>What a KPI reached in its periods, as a line.</summary>
internal static class ActualLine
{
    internal static void Draw(KpiPlot plot)
    {
        if (plot.Column < 1)
        {
            DrawDense(plot);
            return;
        }

        // A gap in the figures is a gap in the line. A single value between gaps has its mark.
        var isOpen = false;
        var isRunning = false;
        for (var index = 0; index < plot.Columns.Length; index++)
        {
            if (plot.Columns[index].Actual is not { } actual || plot.Columns[index].Kind == ColumnKind.Running)
            {
                isRunning = plot.Columns[index].Kind == ColumnKind.Running && plot.Columns[index].Actual is not null;
                Shut();
                if (isRunning && !KpiColumn.AddsUp(plot.Kpi) && index > 0 && plot.Columns[index - 1].Actual is { } before)
                {
                    plot.Svg.Line("ad", plot.X(index - 1), plot.Y(before), plot.X(index), plot.Y(plot.Columns[index].Actual!.Value));
                }

                continue;
            }

            if (!isOpen)
            {
                plot.Svg.StartPath("a");
                plot.Svg.Move(plot.X(index), plot.Y(actual));
                isOpen = true;
            }
            else
            {
                plot.Svg.To(plot.X(index), plot.Y(actual));
            }
        }

        Shut();

        void Shut()
        {
            if (isOpen)
            {
                plot.Svg.EndPath();
            }

            isOpen = false;
        }
    }

    // More periods than there are dots: of each dot the least and the greatest, so that nothing that stood out is lost.
    private static void DrawDense(KpiPlot plot)
    {
        var isOpen = false;
        var per = (int)Math.Ceiling(1 / plot.Column);
        for (var first = 0; first < plot.Columns.Length; first += per)
        {
            var (low, high) = (decimal.MaxValue, decimal.MinValue);
            foreach (var each in plot.Columns.AsSpan(first, Math.Min(per, plot.Columns.Length - first)))
            {
                (low, high) = each.Actual is { } actual ? (Math.Min(low, actual), Math.Max(high, actual)) : (low, high);
            }

            if (low > high)
            {
                if (isOpen)
                {
                    plot.Svg.EndPath();
                }

                isOpen = false;
                continue;
            }

            var x = plot.X(first);
            if (!isOpen)
            {
                plot.Svg.StartPath("a");
                plot.Svg.Move(x, plot.Y(low));
            }
            else
            {
                plot.Svg.To(x, plot.Y(low));
            }

            isOpen = true;
            plot.Svg.To(x, plot.Y(high));
        }

        if (isOpen)
        {
            plot.Svg.EndPath();
        }
    }
}
