namespace OkrKpi.Charts;

/// <summary>What was decided of the target, in lanes above a picture, each with a line down to where it begins.</summary>
internal static class TargetNotes
{
    private const double Lane = 17;

    /// <summary>The room the lanes take.</summary>
    internal static double Height(List<(TargetNote Note, int Lane, double X, string Text)> lanes) =>
        lanes.Count == 0 ? 6 : (lanes.Max(each => each.Lane) * Lane) + 14;

    // The last notes, the earliest of them highest: so no line to a note crosses the text of one below.
    internal static List<(TargetNote Note, int Lane, double X, string Text)> Place(KpiPlot plot, List<TargetNote> notes, double top, double bottom)
    {
        var most = (int)Math.Clamp((bottom - top - 70) / Lane, 0, 3);
        List<(TargetNote Note, int Lane, double X, string Text)> placed = [];
        foreach (var note in notes.Skip(Math.Max(0, notes.Count - most)))
        {
            var edge = plot.Edge(note.Column);
            var width = TextWidth.Of(note.Text, TextWidth.Normal);
            var (after, before) = (plot.Right - edge - 8, edge - 8 - plot.Left);
            var whole = plot.Right - plot.Left - 16;
            var brief = width <= whole ? note.Text : TextWidth.Of(note.Brief, TextWidth.Normal) <= whole ? note.Brief : note.Briefest;
            var fitted = TextWidth.Fit(brief, whole, TextWidth.Normal);
            width = TextWidth.Of(fitted, TextWidth.Normal);
            var x = width <= after ? edge + 8 : width <= before ? edge - 8 - width : Math.Max(plot.Left + 16, plot.Right - width);
            placed.Add((note, placed.Count + 1, x, fitted));
        }

        return placed;
    }

    internal static void DrawLines(KpiPlot plot, List<TargetNote> notes, List<(TargetNote Note, int Lane, double X, string Text)> lanes)
    {
        foreach (var note in notes.Take(200))
        {
            var place = lanes.FindIndex(each => each.Note == note);
            var top = place < 0 ? plot.Top : plot.Top - 14 - ((lanes.Count - lanes[place].Lane) * Lane);
            plot.Svg.Line("xd", plot.Edge(note.Column), top, plot.Edge(note.Column), plot.Bottom);
        }
    }

    internal static void Draw(KpiPlot plot, List<(TargetNote Note, int Lane, double X, string Text)> lanes, double top)
    {
        foreach (var (note, lane, x, said) in lanes)
        {
            var y = top + ((lane - 1) * Lane) + 12;
            var edge = plot.Edge(note.Column);
            var isOverEdge = x <= edge + 5 && x + TextWidth.Of(said, TextWidth.Normal) >= edge - 5;
            plot.Svg.Mark(note.Mark, isOverEdge ? x - 9 : edge, y - 4, 4);
            plot.Svg.Text("o", x, y, said, said == note.Text ? null : note.Text);
        }
    }
}
