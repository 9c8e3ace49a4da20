namespace OkrKpi.Charts;

/// <summary>Draws a KPI over its periods into a picture.</summary>
internal sealed class KpiDrawing
{
    private const double Size = 12;
    private const double Lane = 17;

    private readonly SvgWriter svg;
    private readonly ChartText text;
    private readonly Kpi kpi;
    private readonly KpiColumn[] columns;
    private readonly IReadOnlyList<ForecastRange> forecast;
    private readonly Scale scale;
    private readonly string? lastTarget;
    private Box plot;

    internal KpiDrawing(SvgWriter svg, ChartText text, KpiAssessment assessment, KpiColumn[] columns, IReadOnlyList<ForecastRange> forecast, double height)
    {
        (this.svg, this.text, kpi, this.columns, this.forecast) = (svg, text, assessment.Kpi, columns, forecast);
        scale = ScaleOf((int)Math.Clamp(height / 36, 2, 6));
        lastTarget = Array.FindLast(columns, each => each.Target is not null).Target is { } target ? text.Plain(target, scale.Factor) : null;
    }

    // What adds up begins anew each period: a line down to what is there so far would look like a fall.
    private bool AddsUp => kpi.Aggregation is Aggregation.Sum or Aggregation.Count;

    private double Column => (plot.Right - plot.Left) / Math.Max(1, columns.Length);

    private bool HasMarks => Column >= 5;

    /// <summary>What it needs below its heading.</summary>
    internal double LeastHeight(double width) => 20 + 70 + PeriodLabels.Height + LegendOf().Height(width - 24) + 6;

    internal void Draw(double width, double height, double top)
    {
        var legend = LegendOf();
        var room = width - 24;
        var bottom = height - 6 - legend.Height(room) - PeriodLabels.Height;
        svg.Text("n", 12, top + 12, TextWidth.Fit(Head(), room, Size));
        top += 20;

        string[] ticks = [.. scale.Ticks.Select(tick => text.Number(tick / scale.Factor))];
        var left = Math.Min(width / 3, 12 + ticks.Max(tick => TextWidth.Of(tick, Size)) + 8);
        var right = width - 12 - (lastTarget is null ? 0 : Math.Min(width / 4, TextWidth.Of(lastTarget, Size, isBold: true) + 6));
        plot = new(left, top, right, bottom);
        var notes = TargetNote.Of(columns, kpi.Direction, text, scale.Factor);
        var lanes = PlaceNotes(notes, (int)Math.Clamp((bottom - top - 70) / Lane, 0, 3));
        plot = plot with { Top = top + (lanes.Count == 0 ? 6 : (lanes.Max(each => each.Lane) * Lane) + 14) };

        DrawGrid(ticks);
        DrawGoodSide();
        DrawNoteLines(notes, lanes);
        DrawForecast();
        DrawTarget();
        DrawActual();
        var placing = new LabelPlacing(new(plot.Left, plot.Top - 6, width - 4, plot.Bottom));
        DrawMarks(placing);
        DrawLabels(placing);
        DrawNotes(lanes, top);
        PeriodLabels.Draw(svg, text, [.. columns.Select(each => each.Period)], X, new(plot.Left, plot.Bottom, width - 6, bottom + PeriodLabels.Height));
        legend.Draw(svg, 12, height - 6 - legend.Height(room), room);
    }

    private string Head()
    {
        var unit = text.Of("axis.unit", text.UnitOf(kpi.Unit, scale.Factor)) + " · ";
        return kpi.Direction switch
        {
            Direction.HigherIsBetter => $"{unit}↑ {text["better.higher"]}",
            Direction.LowerIsBetter => $"{unit}↓ {text["better.lower"]}",
            Direction.WithinBand => $"{unit}{text["better.within"]}",
            Direction.None => $"{unit}{text["better.none"]}",
        };
    }

    private Scale ScaleOf(int steps)
    {
        List<decimal> amounts = new(columns.Length * 2);
        void Take(decimal? amount)
        {
            if (amount is { } given)
            {
                amounts.Add(given);
            }
        }

        foreach (var each in columns)
        {
            Take(each.Actual);
            Take(each.Target?.Value);
            Take(each.Target?.Band?.Low);
            Take(each.Target?.Band?.High);
            if (each.Kind == ColumnKind.Running)
            {
                Take(each.Due?.Value);
            }
        }

        foreach (var each in forecast)
        {
            Take(each.Low);
            Take(each.High);
        }

        var (least, most) = amounts.Count == 0 ? (0m, 1m) : (amounts.Min(), amounts.Max());
        return Scale.Of(
            least, most, steps, kpi.Unit.Kind == UnitKind.Count && kpi.Aggregation is not (Aggregation.Average or Aggregation.WeightedAverage),
            kpi.Unit.Kind == UnitKind.Percent && most <= 100m ? 100m : kpi.Unit.Maximum);
    }

    private Legend LegendOf()
    {
        var legend = new Legend();
        bool Has(ColumnKind kind) =>
            Array.Exists(columns, each => each.Kind == kind && (each.Actual is not null || kind is ColumnKind.Missing or ColumnKind.Awaited));
        var isJudged = Array.Exists(columns, each => each.Target is not null);
        if (Has(ColumnKind.Met))
        {
            legend.Add(Mark.Dot, text[isJudged ? "legend.met" : "legend.value"]);
        }

        if (Has(ColumnKind.Missed))
        {
            legend.Add(Mark.Diamond, text["legend.missed"]);
        }

        if (Has(ColumnKind.Running))
        {
            legend.Add(Mark.Ring, text["legend.running"]);
        }

        if (Has(ColumnKind.NotJudged) || Has(ColumnKind.Awaited))
        {
            legend.Add(Mark.Box, text["legend.awaited"]);
        }

        if (Has(ColumnKind.Missing))
        {
            legend.Add(Mark.Cross, text["legend.missing"]);
        }

        if (isJudged)
        {
            legend.AddLine("t", text["legend.target"]);
        }

        if (DueByNow is not null)
        {
            legend.AddLine("d", text["legend.due"]);
        }

        if (forecast.Count > 0)
        {
            legend.AddArea("f", text["legend.forecast"]);
        }

        return legend;
    }

    private decimal? DueByNow => Array.FindLast(columns, each => each.Kind == ColumnKind.Running) is { Due: { Value: { } due } whole, Target: { } target }
        && !whole.Equals(target) ? due : null;

    private double X(int column) => plot.Left + ((column + 0.5) * Column);

    private double Edge(int column) => plot.Left + (column * Column);

    private double Y(decimal amount) => plot.Bottom - ((plot.Bottom - plot.Top) * Math.Clamp(scale.Share(amount), 0, 1));

    private void DrawGrid(string[] ticks)
    {
        var index = 0;
        var above = double.MaxValue;
        foreach (var tick in scale.Ticks)
        {
            var y = Y(tick);
            svg.Line(tick == 0m ? "x" : "g", plot.Left, y, plot.Right, y);
            if (y + 4 <= above - 2)
            {
                svg.Text("n e", plot.Left - 6, y + 4, ticks[index]);
                above = y - 11;
            }

            index++;
        }
    }

    // Runs of columns with the same target.
    private IEnumerable<(int First, int End, Target Target)> Steps()
    {
        for (var first = 0; first < columns.Length;)
        {
            var end = first + 1;
            while (end < columns.Length && Equals(columns[end].Target, columns[first].Target))
            {
                end++;
            }

            if (columns[first].Target is { } target)
            {
                yield return (first, end, target);
            }

            first = end;
        }
    }

    private void DrawGoodSide()
    {
        if (!Array.Exists(columns, each => each.Target is not null))
        {
            return;
        }

        svg.StartPath("k");
        foreach (var (first, end, target) in Steps())
        {
            var (low, high) = target switch
            {
                { Value: { } value } when kpi.Direction == Direction.LowerIsBetter => (plot.Bottom, Y(value)),
                { Value: { } value } => (Y(value), plot.Top),
                _ => (target.Band?.Low is { } least ? Y(least) : plot.Bottom, target.Band?.High is { } most ? Y(most) : plot.Top),
            };
            svg.Move(Edge(first), low);
            svg.To(Edge(first), high);
            svg.To(Edge(end), high);
            svg.To(Edge(end), low);
            svg.Shut();
        }

        svg.EndPath();
    }

    private void DrawTarget()
    {
        DrawSteps(target => target.Value ?? target.Band?.Low);
        DrawSteps(target => target.Band?.High);
    }

    // What is decided for periods to come is dashed, as nobody has had to meet it yet.
    private void DrawSteps(Func<Target, decimal?> level)
    {
        var future = Array.FindIndex(columns, each => each.Kind == ColumnKind.Future);
        future = future < 0 ? columns.Length : future;
        Draw("t", 0, future);
        Draw("td", future, columns.Length);

        void Draw(string kind, int from, int to)
        {
            var isOpen = false;
            var after = -1;
            foreach (var (first, end, target) in Steps())
            {
                var (begin, finish) = (Math.Max(first, from), Math.Min(end, to));
                if (level(target) is not { } amount || begin >= finish)
                {
                    continue;
                }

                if (!isOpen)
                {
                    svg.StartPath(kind);
                    isOpen = true;
                    if (begin == from && from > 0 && columns[from - 1].Target is { } before && level(before) is { } joined)
                    {
                        svg.Move(Edge(from), Y(joined));
                        after = from;
                    }
                }

                if (begin == after)
                {
                    svg.To(Edge(begin), Y(amount));
                }
                else
                {
                    svg.Move(Edge(begin), Y(amount));
                }

                svg.To(Edge(finish), Y(amount));
                after = finish;
            }

            if (isOpen)
            {
                svg.EndPath();
            }
        }
    }

    private void DrawActual()
    {
        if (Column < 1)
        {
            DrawDense();
            return;
        }

        // A gap in the figures is a gap in the line. A single value between gaps has its mark.
        var isOpen = false;
        var isRunning = false;
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Actual is not { } actual || columns[index].Kind == ColumnKind.Running)
            {
                isRunning = columns[index].Kind == ColumnKind.Running && columns[index].Actual is not null;
                Shut();
                if (isRunning && !AddsUp && index > 0 && columns[index - 1].Actual is { } before)
                {
                    svg.Line("ad", X(index - 1), Y(before), X(index), Y(columns[index].Actual!.Value));
                }

                continue;
            }

            if (!isOpen)
            {
                svg.StartPath("a");
                svg.Move(X(index), Y(actual));
                isOpen = true;
            }
            else
            {
                svg.To(X(index), Y(actual));
            }
        }

        Shut();

        void Shut()
        {
            if (isOpen)
            {
                svg.EndPath();
            }

            isOpen = false;
        }
    }

    // More periods than there are dots: of each dot the least and the greatest, so that nothing that stood out is lost.
    private void DrawDense()
    {
        var isOpen = false;
        var per = (int)Math.Ceiling(1 / Column);
        for (var first = 0; first < columns.Length; first += per)
        {
            var (low, high) = (decimal.MaxValue, decimal.MinValue);
            foreach (var each in columns.AsSpan(first, Math.Min(per, columns.Length - first)))
            {
                (low, high) = each.Actual is { } actual ? (Math.Min(low, actual), Math.Max(high, actual)) : (low, high);
            }

            if (low > high)
            {
                if (isOpen)
                {
                    svg.EndPath();
                }

                isOpen = false;
                continue;
            }

            var x = X(first);
            if (!isOpen)
            {
                svg.StartPath("a");
                svg.Move(x, Y(low));
            }
            else
            {
                svg.To(x, Y(low));
            }

            isOpen = true;
            svg.To(x, Y(high));
        }

        if (isOpen)
        {
            svg.EndPath();
        }
    }

    private void DrawForecast()
    {
        if (forecast.Count == 0)
        {
            return;
        }

        // The k-th widest range of each period together is the k-th band of the fan.
        var byPeriod = forecast.GroupBy(each => each.Period)
            .Select(group => (
                Column: Array.FindIndex(columns, each => each.Period == group.Key),
                Ranges: group.OrderByDescending(each => each.High - each.Low).ToArray()))
            .Where(each => each.Column >= 0)
            .OrderBy(each => each.Column)
            .ToArray();
        if (byPeriod.Length == 0)
        {
            return;
        }

        var from = byPeriod[0].Column - 1;
        while (from >= 0 && (columns[from].Actual is null || columns[from].Kind == ColumnKind.Running))
        {
            from--;
        }

        var start = from >= 0 ? columns[from].Actual : null;
        for (var band = 0; band < byPeriod.Max(each => each.Ranges.Length); band++)
        {
            var parts = byPeriod.Where(each => each.Ranges.Length > band).ToArray();
            svg.StartPath("f");
            var isFirst = true;
            if (start is { } value)
            {
                Go(X(from), Y(value));
            }

            foreach (var (column, ranges) in parts)
            {
                Go(X(column), Y(ranges[band].High));
            }

            foreach (var (column, ranges) in parts.Reverse())
            {
                Go(X(column), Y(ranges[band].Low));
            }

            svg.Shut();
            svg.EndPath();

            void Go(double x, double y)
            {
                if (isFirst)
                {
                    svg.Move(x, y);
                }
                else
                {
                    svg.To(x, y);
                }

                isFirst = false;
            }
        }

        var likely = byPeriod.Where(each => each.Ranges[^1].Likely is not null).ToArray();
        if (likely.Length > 0)
        {
            svg.StartPath("ad");
            svg.Move(start is null ? X(likely[0].Column) : X(from), Y(start ?? likely[0].Ranges[^1].Likely!.Value));
            foreach (var (column, ranges) in likely)
            {
                svg.To(X(column), Y(ranges[^1].Likely!.Value));
            }

            svg.EndPath();
        }
    }

    private void DrawMarks(LabelPlacing placing)
    {
        if (!HasMarks)
        {
            DrawMissedRuns();
        }

        for (var index = 0; index < columns.Length; index++)
        {
            var each = columns[index];
            var isLast = each.Kind == ColumnKind.Running;
            if (!HasMarks && !isLast)
            {
                continue;
            }

            var radius = Math.Clamp(Column / 3.2, 2, 4);
            if (each.Actual is { } actual)
            {
                svg.Mark(each.Mark, X(index), Y(actual), radius, Told(each));
                placing.Avoid(new(X(index) - 5, Y(actual) - 5, X(index) + 5, Y(actual) + 5));
            }
            else if (each.Kind is ColumnKind.Missing or ColumnKind.Awaited)
            {
                svg.Mark(each.Mark, X(index), plot.Bottom - 7, Math.Min(radius, 3.5), Told(each));
                placing.Avoid(new(X(index) - 5, plot.Bottom - 12, X(index) + 5, plot.Bottom - 2));
            }
        }

        if (DueByNow is { } due)
        {
            var running = Array.FindLastIndex(columns, each => each.Kind == ColumnKind.Running);
            var half = Math.Clamp(Column * 0.45, 5, 12);
            svg.Line("d", X(running) - half, Y(due), X(running) + half, Y(due));
            placing.Avoid(new(X(running) - half, Y(due) - 2, X(running) + half, Y(due) + 2));
        }
    }

    // Where marks would be a smear, the missed stretches lie at the foot.
    private void DrawMissedRuns()
    {
        for (var first = 0; first < columns.Length; first++)
        {
            if (!columns[first].IsMissed)
            {
                continue;
            }

            var end = first;
            while (end < columns.Length && columns[end].IsMissed)
            {
                end++;
            }

            svg.Line("ms", Edge(first), plot.Bottom - 2, Math.Max(Edge(end), Edge(first) + 0.5), plot.Bottom - 2);
            first = end;
        }
    }

    private string Told(KpiColumn each)
    {
        var (actual, target) = (text.Amount(each.Actual, kpi.Unit), text.Amount(each.Target, kpi.Unit));
        return each.Actual is null ? text.Of(each.Kind == ColumnKind.Awaited ? "tip.awaited" : "tip.missing", each.Period.Label)
            : each.Target is null ? $"{each.Period.Label}: {actual}"
            : text.Of("tip.value", each.Period.Label, actual, target);
    }

    private void DrawLabels(LabelPlacing placing)
    {
        // The target that holds last has its value at the end of its line; those before it where they begin.
        if (lastTarget is not null)
        {
            var target = Array.FindLast(columns, each => each.Target is not null).Target!;
            var y = Math.Clamp(TargetY(target) + 4, plot.Top + 8, plot.Bottom);
            svg.Text("b", plot.Right + 4, y, TextWidth.Fit(lastTarget, 10_000, Size));
            placing.Take(Box.OfText(plot.Right + 4, y, TextWidth.Of(lastTarget, Size, isBold: true), Size));
        }

        foreach (var (first, end, target) in Steps())
        {
            foreach (var level in new[] { target.Value, target.Band?.Low, target.Band?.High }.OfType<decimal>())
            {
                placing.Avoid(new(Edge(first), Y(level) - 1, Edge(end), Y(level) + 1));
            }
        }

        var running = Array.FindLastIndex(columns, each => each.Kind == ColumnKind.Running && each.Actual is not null);
        var judged = Array.FindLastIndex(columns, each => each.Kind is ColumnKind.Met or ColumnKind.Missed);
        foreach (var index in (ReadOnlySpan<int>)[running, judged])
        {
            if (index >= 0)
            {
                Label("b o", text.Number(columns[index].Actual!.Value / scale.Factor), X(index), Y(columns[index].Actual!.Value), placing);
            }
        }

        if (DueByNow is { } due)
        {
            var at = Array.FindLastIndex(columns, each => each.Kind == ColumnKind.Running);
            Label("n o", text.Number(ChartText.Due(due, kpi) / scale.Factor), X(at), Y(due), placing);
        }

        string? told = null;
        foreach (var (first, end, target) in Steps())
        {
            var value = text.Plain(target, scale.Factor);
            if (end < columns.Length && value != told && columns.Length <= 400)
            {
                var width = TextWidth.Of(value, Size, isBold: true);
                var y = TargetY(target);
                ReadOnlySpan<(double, double)> places =
                [
                    (Edge(first) + (width / 2) + 2, y - 5), (Edge(end) - (width / 2) - 2, y - 5), (Edge(first) + (width / 2) + 2, y + 14),
                    (Edge(end) - (width / 2) - 2, y + 14), ((Edge(first) + Edge(end)) / 2, y - 5),
                ];
                if (width <= Edge(end) - Edge(first) + Column && placing.Place(width, places) is { } place)
                {
                    svg.Text("b o", place.X, place.Y, value);
                }
            }

            told = value;
        }
    }

    private double TargetY(Target target) => Y(target.Value ?? target.Band?.High ?? target.Band?.Low ?? scale.Low);

    private void Label(string kind, string label, double x, double y, LabelPlacing placing)
    {
        var width = TextWidth.Of(label, Size, isBold: true);
        ReadOnlySpan<(double, double)> places =
        [
            (x, y - 9), (x, y + 18), (x + (width / 2) + 9, y + 4), (x - (width / 2) - 9, y + 4), (x, y - 22), (x, y + 31),
        ];
        if (placing.Place(width, places) is { } place)
        {
            svg.Text(kind, place.X, place.Y, label);
        }
    }

    // The last notes, the earliest of them highest: so no line to a note crosses the text of one below.
    private List<(TargetNote Note, int Lane, double X, string Text)> PlaceNotes(List<TargetNote> notes, int most)
    {
        List<(TargetNote Note, int Lane, double X, string Text)> placed = [];
        foreach (var note in notes.Skip(Math.Max(0, notes.Count - most)))
        {
            var edge = Edge(note.Column);
            var width = TextWidth.Of(note.Text, Size);
            var (after, before) = (plot.Right - edge - 8, edge - 8 - plot.Left);
            var whole = plot.Right - plot.Left - 16;
            var brief = width <= whole ? note.Text : TextWidth.Of(note.Brief, Size) <= whole ? note.Brief : note.Briefest;
            var fitted = TextWidth.Fit(brief, whole, Size);
            width = TextWidth.Of(fitted, Size);
            var x = width <= after ? edge + 8 : width <= before ? edge - 8 - width : Math.Max(plot.Left + 16, plot.Right - width);
            placed.Add((note, placed.Count + 1, x, fitted));
        }

        return placed;
    }

    private void DrawNoteLines(List<TargetNote> notes, List<(TargetNote Note, int Lane, double X, string Text)> lanes)
    {
        foreach (var note in notes.Take(200))
        {
            var place = lanes.FindIndex(each => each.Note == note);
            var top = place < 0 ? plot.Top : plot.Top - 14 - ((lanes.Count - lanes[place].Lane) * Lane);
            svg.Line("xd", Edge(note.Column), top, Edge(note.Column), plot.Bottom);
        }
    }

    private void DrawNotes(List<(TargetNote Note, int Lane, double X, string Text)> lanes, double top)
    {
        foreach (var (note, lane, x, said) in lanes)
        {
            var y = top + ((lane - 1) * Lane) + 12;
            var edge = Edge(note.Column);
            var isOverEdge = x <= edge + 5 && x + TextWidth.Of(said, Size) >= edge - 5;
            svg.Mark(note.Mark, isOverEdge ? x - 9 : edge, y - 4, 4);
            svg.Text("o", x, y, said, said == note.Text ? null : note.Text);
        }
    }
}
