using System.Globalization;
using System.Xml.Linq;

namespace OkrKpi.Charts.Tests;

/// <summary>A picture as an XML parser and a ruler see it.</summary>
internal static class Svg
{
    internal static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    internal static XElement Of(Chart chart) => XElement.Parse(chart.ToSvg());

    internal static double Number(this XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    internal static string[] Kinds(this XElement element) => (element.Attribute("class")?.Value ?? "").Split(' ');

    /// <summary>Every text with the room it takes, by the widest of the fonts that readers have.</summary>
    internal static (string Text, Box Room)[] Labels(XElement svg) =>
    [
        .. svg.Descendants(Space + "text").Select(text =>
        {
            var content = string.Concat(text.Nodes().OfType<XText>().Select(each => each.Value));
            var kinds = text.Kinds();
            var size = kinds.Contains("h") ? 15 : 12;
            var width = TextWidth.Of(content, size, kinds.Contains("b") || kinds.Contains("h"));
            var x = text.Number("x") - (kinds.Contains("e") ? width : kinds.Contains("c") ? width / 2 : 0);
            return (content, Box.OfText(x, text.Number("y"), width, size));
        }),
    ];

    /// <summary>What is wrong with where the labels lie: two over each other, or one beyond the edge.</summary>
    internal static IEnumerable<string> Faults(XElement svg)
    {
        var labels = Labels(svg);
        var (width, height) = (svg.Number("width"), svg.Number("height"));
        for (var one = 0; one < labels.Length; one++)
        {
            var (text, room) = labels[one];
            if (room.Left < -0.5 || room.Right > width + 0.5 || room.Top < -0.5 || room.Bottom > height + 0.5)
            {
                yield return $"'{text}' lies beyond the edge: {room} of {width} x {height}";
            }

            for (var other = one + 1; other < labels.Length; other++)
            {
                // A tenth is what coordinates are rounded to.
                var shrunk = new Box(room.Left + 0.1, room.Top + 0.6, room.Right - 0.1, room.Bottom - 0.6);
                if (shrunk.Overlaps(labels[other].Room))
                {
                    yield return $"'{text}' lies over '{labels[other].Text}'";
                }
            }
        }
    }
}
