namespace OkrKpi.Charts;

/// <summary>Ranges of a forecast, the wider ones behind the narrower, and the likely way through them.</summary>
internal static class ForecastFan
{
    /// <summary>Those of periods that are in the picture, the narrower ones of a period first.</summary>
    internal static ForecastRange[] Drawn(IReadOnlyList<ForecastRange> forecast, KpiColumn[] columns)
    {
        var periods = columns.Select(each => each.Period).ToHashSet();
        return [.. forecast.Where(each => periods.Contains(each.Period)).OrderBy(each => each.Period).ThenBy(each => each.High - each.Low)];
    }

    internal static void Draw(KpiPlot plot)
    {
        if (plot.Forecast.Count == 0)
        {
            return;
        }

        // The k-th widest range of each period together is the k-th band of the fan.
        var byPeriod = plot.Forecast.GroupBy(each => each.Period)
            .Select(group => (
                Column: Array.FindIndex(plot.Columns, each => each.Period == group.Key),
                Ranges: group.OrderByDescending(each => each.High - each.Low).ToArray()))
            .Where(each => each.Column >= 0)
            .OrderBy(each => each.Column)
            .ToArray();
        if (byPeriod.Length == 0)
        {
            return;
        }

        var from = byPeriod[0].Column - 1;
        while (from >= 0 && (plot.Columns[from].Actual is null || plot.Columns[from].Kind == ColumnKind.Running))
        {
            from--;
        }

        var start = from >= 0 ? plot.Columns[from].Actual : null;
        for (var band = 0; band < byPeriod.Max(each => each.Ranges.Length); band++)
        {
            var parts = byPeriod.Where(each => each.Ranges.Length > band).ToArray();
            plot.Svg.StartPath("f");
            var isFirst = true;
            if (start is { } value)
            {
                Go(plot.X(from), plot.Y(value));
            }

            foreach (var (column, ranges) in parts)
            {
                Go(plot.X(column), plot.Y(ranges[band].High));
            }

            foreach (var (column, ranges) in parts.Reverse())
            {
                Go(plot.X(column), plot.Y(ranges[band].Low));
            }

            plot.Svg.Shut();
            plot.Svg.EndPath();

            void Go(double x, double y)
            {
                if (isFirst)
                {
                    plot.Svg.Move(x, y);
                }
                else
                {
                    plot.Svg.To(x, y);
                }

                isFirst = false;
            }
        }

        var likely = byPeriod.Where(each => each.Ranges[^1].Likely is not null).ToArray();
        if (likely.Length > 0)
        {
            plot.Svg.StartPath("ad");
            plot.Svg.Move(start is null ? plot.X(likely[0].Column) : plot.X(from), plot.Y(start ?? likely[0].Ranges[^1].Likely!.Value));
            foreach (var (column, ranges) in likely)
            {
                plot.Svg.To(plot.X(column), plot.Y(ranges[^1].Likely!.Value));
            }

            plot.Svg.EndPath();
        }
    }
}
