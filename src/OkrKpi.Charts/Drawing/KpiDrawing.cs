using OkrKpi.Signals;

namespace OkrKpi.Charts;

/// <summary>Draws a KPI over its periods into a picture.</summary>
internal sealed class KpiDrawing
{
    private readonly KpiPlot bare;
    private readonly Legend legend;
    private readonly Legend states = new();

    internal KpiDrawing(
        SvgWriter svg, ChartText text, KpiAssessment assessment, KpiColumn[] columns, IReadOnlyList<ForecastRange> ranges, double height,
        ProcessBehaviour? behaviour)
    {
        var kpi = assessment.Kpi;
        var forecast = ForecastFan.Drawn(ranges, columns);
        bare = new(svg, text, kpi, columns, forecast, KpiScale.Of(kpi, columns, forecast, (int)Math.Clamp(height / 36, 2, 6)));
        legend = KpiLegend.Of(bare);
        foreach (var (mark, said) in behaviour is null ? [] : KpiStates.Of(behaviour, text, target => text.Plain(target, bare.Scale.Factor)))
        {
            states.Add(mark, said);
        }
    }

    /// <summary>What it needs below its heading.</summary>
    internal double LeastHeight(double width) => 20 + StatesBelow(width) + 70 + PeriodLabels.Height + legend.Height(width - 24) + 6;

    /// <summary>What its marks of signal or noise take on lines of their own; none where there is room for all of them beside the unit.</summary>
    internal double StatesBelow(double width) => states.Fits(width - 24 - HeadWidth()) ? 0 : states.Height(width - 24);

    internal void Draw(double width, double height, double top)
    {
        var (svg, text, scale) = (bare.Svg, bare.Text, bare.Scale);
        var room = width - 24;
        var bottom = height - 6 - legend.Height(room) - PeriodLabels.Height;
        svg.Text("n", 12, top + 12, TextWidth.Fit(Head(), room, TextWidth.Normal));
        var below = StatesBelow(width);
        var beside = below > 0 ? 0 : HeadWidth();
        states.Draw(svg, 12 + beside, below > 0 ? top + 18 : top - 1, room - beside);
        top += 20 + below;

        string[] ticks = [.. scale.Ticks.Select(tick => text.Tick(tick / scale.Factor))];
        var left = Math.Min(width / 3, 12 + ticks.Max(tick => TextWidth.Of(tick, TextWidth.Normal)) + 8);
        var right = width - 12
            - (bare.LastTarget is { } last ? Math.Min(width / 4, TextWidth.Of(last, TextWidth.Normal, isBold: true) + 6) : 0);
        var plot = bare with { Box = new(left, top, right, bottom) };
        var notes = TargetNote.Of(plot.Columns, plot.Kpi.Direction, text, scale.Factor);
        var lanes = TargetNotes.Place(plot, notes, top, bottom);
        plot = plot with { Box = plot.Box with { Top = top + TargetNotes.Height(lanes) } };

        DrawGrid(plot, ticks);
        TargetLine.DrawGoodSide(plot);
        TargetNotes.DrawLines(plot, notes, lanes);
        ForecastFan.Draw(plot);
        TargetLine.Draw(plot);
        ActualLine.Draw(plot);
        var placing = new LabelPlacing(new(plot.Left, plot.Top - 6, width - 4, plot.Bottom));
        KpiMarks.Draw(plot, placing);
        KpiLabels.Draw(plot, placing);
        TargetNotes.Draw(plot, lanes, top);
        PeriodLabels.Draw(
            svg, text, [.. plot.Columns.Select(each => each.Period)], plot.X, plot.Column,
            new(plot.Left, plot.Bottom, width - 6, bottom + PeriodLabels.Height));
        legend.Draw(svg, 12, height - 6 - legend.Height(room), room);
    }

    private double HeadWidth() => TextWidth.Of(Head(), TextWidth.Normal) + 24;

    private string Head()
    {
        var unit = bare.Text.Of("axis.unit", bare.Text.UnitOf(bare.Kpi.Unit, bare.Scale.Factor)) + " · ";
        return bare.Kpi.Direction switch
        {
            Direction.HigherIsBetter => $"{unit}↑ {bare.Text["better.higher"]}",
            Direction.LowerIsBetter => $"{unit}↓ {bare.Text["better.lower"]}",
            Direction.WithinBand => $"{unit}{bare.Text["better.within"]}",
            Direction.None => $"{unit}{bare.Text["better.none"]}",
        };
    }

    private static void DrawGrid(KpiPlot plot, string[] ticks)
    {
        var index = 0;
        var above = double.MaxValue;
        foreach (var tick in plot.Scale.Ticks)
        {
            var y = plot.Y(tick);
            plot.Svg.Line(tick == 0m ? "x" : "g", plot.Left, y, plot.Right, y);
            if (y + 4 <= above - 2)
            {
                plot.Svg.Text("n e", plot.Left - 6, y + 4, TextWidth.Fit(ticks[index], plot.Left - 8, TextWidth.Normal));
                above = y - 11;
            }

            index++;
        }
    }
}
