using System.Globalization;

namespace OkrKpi.Charts;

/// <summary>Writes shapes and texts as SVG. Coordinates have one decimal; text is escaped, and what XML cannot hold is left out.</summary>
internal sealed class SvgWriter
{
    private readonly TextWriter to;

    internal SvgWriter(TextWriter to) => this.to = to;

    internal void Open(double width, double height, string title, string description, string style, string kind)
    {
        to.Write("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"okr");
        to.Write(kind);
        to.Write("\" viewBox=\"0 0 ");
        Number(width);
        to.Write(' ');
        Number(height);
        to.Write("\" width=\"");
        Number(width);
        to.Write("\" height=\"");
        Number(height);
        to.Write("\" role=\"img\" aria-label=\"");
        Escaped(title);
        to.Write(". ");
        Escaped(description);
        to.Write("\"><title>");
        Escaped(title);
        to.Write("</title><desc>");
        Escaped(description);
        to.Write("</desc>");
        if (style.Length > 0)
        {
            to.Write("<style>");
            to.Write(style);
            to.Write("</style>");
        }
    }

    internal void Close() => to.Write("</svg>");

    internal void Line(string kind, double x1, double y1, double x2, double y2)
    {
        StartPath(kind);
        Move(x1, y1);
        To(x2, y2);
        EndPath();
    }

    internal void Rect(string kind, double x, double y, double width, double height, string? title = null)
    {
        to.Write("<rect class=\"");
        to.Write(kind);
        to.Write("\" x=\"");
        Number(x);
        to.Write("\" y=\"");
        Number(y);
        to.Write("\" width=\"");
        Number(Math.Max(0, width));
        to.Write("\" height=\"");
        Number(Math.Max(0, height));
        Close("rect", title);
    }

    internal void Text(string kind, double x, double y, string text, string? title = null)
    {
        to.Write("<text");
        if (kind.Length > 0)
        {
            to.Write(" class=\"");
            to.Write(kind);
            to.Write('"');
        }

        to.Write(" x=\"");
        Number(x);
        to.Write("\" y=\"");
        Number(y);
        to.Write("\">");
        Escaped(text);
        if (title is not null)
        {
            to.Write("<title>");
            Escaped(title);
            to.Write("</title>");
        }

        to.Write("</text>");
    }

    internal void StartPath(string kind)
    {
        to.Write("<path class=\"");
        to.Write(kind);
        to.Write("\" d=\"");
    }

    internal void Move(double x, double y) => Point('M', x, y);

    internal void To(double x, double y) => Point('L', x, y);

    internal void Shut() => to.Write('Z');

    internal void EndPath(string? title = null) => Close("path", title);

    /// <summary>The mark of a value: what it says is in its shape.</summary>
    internal void Mark(Mark mark, double x, double y, double radius, string? title = null)
    {
        if (mark is OkrKpi.Charts.Mark.Dot or OkrKpi.Charts.Mark.Ring)
        {
            to.Write("<circle class=\"");
            to.Write(mark == OkrKpi.Charts.Mark.Dot ? "u" : "w");
            to.Write("\" cx=\"");
            Number(x);
            to.Write("\" cy=\"");
            Number(y);
            to.Write("\" r=\"");
            Number(radius);
            Close("circle", title);
            return;
        }

        StartPath(mark switch
        {
            OkrKpi.Charts.Mark.Diamond or OkrKpi.Charts.Mark.Triangle => "m",
            OkrKpi.Charts.Mark.Up or OkrKpi.Charts.Mark.Down => "s",
            OkrKpi.Charts.Mark.Cross or OkrKpi.Charts.Mark.Box or OkrKpi.Charts.Mark.Dash => "v",
            OkrKpi.Charts.Mark.Dot or OkrKpi.Charts.Mark.Ring => "u",
        });
        var r = radius;
        switch (mark)
        {
            case OkrKpi.Charts.Mark.Diamond:
                r *= 1.4;
                Move(x, y - r);
                To(x + r, y);
                To(x, y + r);
                To(x - r, y);
                Shut();
                break;
            case OkrKpi.Charts.Mark.Triangle or OkrKpi.Charts.Mark.Up:
                Move(x, y - r);
                To(x + r, y + r);
                To(x - r, y + r);
                Shut();
                break;
            case OkrKpi.Charts.Mark.Down:
                Move(x - r, y - r);
                To(x + r, y - r);
                To(x, y + r);
                Shut();
                break;
            case OkrKpi.Charts.Mark.Cross:
                Move(x - r, y - r);
                To(x + r, y + r);
                Move(x - r, y + r);
                To(x + r, y - r);
                break;
            case OkrKpi.Charts.Mark.Box:
                Move(x - r, y - r);
                To(x + r, y - r);
                To(x + r, y + r);
                To(x - r, y + r);
                Shut();
                break;
            case OkrKpi.Charts.Mark.Dash or OkrKpi.Charts.Mark.Dot or OkrKpi.Charts.Mark.Ring:
                Move(x - r, y);
                To(x + r, y);
                break;
        }

        EndPath(title);
    }

    private void Close(string element, string? title)
    {
        if (title is null)
        {
            to.Write("\"/>");
            return;
        }

        to.Write("\"><title>");
        Escaped(title);
        to.Write("</title></");
        to.Write(element);
        to.Write('>');
    }

    private void Point(char command, double x, double y)
    {
        to.Write(command);
        Number(x);
        to.Write(' ');
        Number(y);
    }

    private void Number(double value)
    {
        var tenths = (long)Math.Round(Math.Clamp(value, -1e6, 1e6) * 10, MidpointRounding.AwayFromZero);
        Span<char> text = stackalloc char[16];
        var (whole, rest) = Math.DivRem(Math.Abs(tenths), 10);
        if (tenths < 0)
        {
            to.Write('-');
        }

        whole.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        to.Write(text[..length]);
        if (rest > 0)
        {
            to.Write('.');
            to.Write((char)('0' + rest));
        }
    }

    private void Escaped(string text) => Markup.Escape(to, text);
}
