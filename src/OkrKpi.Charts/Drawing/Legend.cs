namespace OkrKpi.Charts;

/// <summary>What the shapes and lines of a picture mean; only those that are in it.</summary>
internal sealed class Legend
{
    private const double Glyph = 20;
    private const double Between = 16;
    private const double LineHeight = 18;

    private readonly List<(Mark? Mark, string? Kind, string Text)> entries = [];

    internal void Add(Mark mark, string text) => entries.Add((mark, null, text));

    internal void AddLine(string kind, string text) => entries.Add((null, kind, text));

    internal void AddArea(string kind, string text) => entries.Add((null, "#" + kind, text));

    internal double Height(double room) => entries.Count == 0 ? 0 : (Rows(room) * LineHeight) + 2;

    /// <summary>Whether it has room in one line, whole.</summary>
    internal bool Fits(double room) => entries.Sum(static each => Glyph + TextWidth.Of(each.Text, TextWidth.Normal) + Between) - Between <= room;

    internal void Draw(SvgWriter svg, double left, double top, double room)
    {
        var (x, y) = (left, top + 13);
        foreach (var (mark, kind, text) in entries)
        {
            var fitted = TextWidth.Fit(text, room - Glyph, TextWidth.Normal);
            var width = Glyph + TextWidth.Of(fitted, TextWidth.Normal);
            if (x > left && x + width > left + room)
            {
                (x, y) = (left, y + LineHeight);
            }

            if (mark is { } shape)
            {
                svg.Mark(shape, x + 7, y - 4, 4);
            }
            else if (kind![0] == '#')
            {
                svg.Rect(kind[1..], x, y - 9, 14, 10);
            }
            else
            {
                svg.Line(kind, x, y - 4, x + 14, y - 4);
            }

            svg.Text("n", x + Glyph, y, fitted);
            x += width + Between;
        }
    }

    private int Rows(double room)
    {
        var (x, rows) = (0.0, 1);
        foreach (var (_, _, text) in entries)
        {
            var width = Glyph + TextWidth.Of(TextWidth.Fit(text, room - Glyph, TextWidth.Normal), TextWidth.Normal);
            if (x > 0 && x + width > room)
            {
                (x, rows) = (0, rows + 1);
            }

            x += width + Between;
        }

        return rows;
    }
}
