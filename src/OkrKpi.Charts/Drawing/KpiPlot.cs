namespace OkrKpi.Charts;

/// <summary>A KPI and where its periods and amounts lie in a picture: what everything that is drawn into it asks.</summary>
internal sealed record KpiPlot(SvgWriter Svg, ChartText Text, Kpi Kpi, KpiColumn[] Columns, IReadOnlyList<ForecastRange> Forecast, Scale Scale)
{
    /// <summary>The room that the periods and amounts have.</summary>
    internal Box Box { get; init; }

    internal double Left => Box.Left;

    internal double Top => Box.Top;

    internal double Right => Box.Right;

    internal double Bottom => Box.Bottom;

    /// <summary>How wide a period is.</summary>
    internal double Column => (Right - Left) / Math.Max(1, Columns.Length);

    internal bool HasMarks => Column >= 5;

    internal decimal? DueByNow => Array.FindLast(Columns, each => each.Kind == ColumnKind.Running).PartDue;

    /// <summary>The target that holds last, as it is written; <see langword="null"/> without any.</summary>
    internal string? LastTarget { get; } =
        Array.FindLast(Columns, each => each.Target is not null).Target is { } target ? Text.Plain(target, Scale.Factor) : null;

    /// <summary>The middle of a period.</summary>
    internal double X(int column) => Left + ((column + 0.5) * Column);

    /// <summary>Where a period begins.</summary>
    internal double Edge(int column) => Left + (column * Column);

    internal double Y(decimal amount) => Bottom - ((Bottom - Top) * Math.Clamp(Scale.Share(amount), 0, 1));

    /// <summary>Runs of periods with the same target.</summary>
    internal IEnumerable<(int First, int End, Target Target)> Steps()
    {
        for (var first = 0; first < Columns.Length;)
        {
            var end = first + 1;
            while (end < Columns.Length && Equals(Columns[end].Target, Columns[first].Target))
            {
                end++;
            }

            if (Columns[first].Target is { } target)
            {
                yield return (first, end, target);
            }

            first = end;
        }
    }
}
