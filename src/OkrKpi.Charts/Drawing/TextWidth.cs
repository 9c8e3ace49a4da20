using System.Globalization;
using System.Text;

namespace OkrKpi.Charts;

/// <summary>How much room a text needs, without asking a font: the same on every machine, and never too little.</summary>
internal static partial class TextWidth
{
    /// <summary>The size of text in every picture, as its style has it.</summary>
    internal const double Normal = 12;

    private const double Bold = 1.12;
    private const string Ellipsis = "…";

    internal static double Of(ReadOnlySpan<char> text, double size, bool isBold = false)
    {
        var sum = 0L;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Of(rune);
        }

        return sum * size / 1_000 * (isBold ? Bold : 1);
    }

    /// <summary>The text, or as much of it as there is room for, with an ellipsis.</summary>
    internal static string Fit(string text, double room, double size, bool isBold = false)
    {
        if (Of(text, size, isBold) <= room)
        {
            return text;
        }

        var left = (room / (isBold ? Bold : 1) * 1_000 / size) - Of(new Rune('…'));
        var end = 0;
        while (end < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, end);
            foreach (var rune in text.AsSpan(end, next).EnumerateRunes())
            {
                left -= Of(rune);
            }

            if (left < 0)
            {
                break;
            }

            end += next;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in lines of the room given, broken between words; the last of them with an ellipsis when there is more.</summary>
    internal static List<string> Wrap(string text, double room, double size, int lines)
    {
        List<string> wrapped = [];
        var rest = text;
        while (rest.Length > 0 && wrapped.Count < lines - 1 && Of(rest, size) > room)
        {
            var end = -1;
            for (var space = rest.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = rest.IndexOf(' ', space + 1))
            {
                if (Of(rest.AsSpan(0, space), size) > room)
                {
                    break;
                }

                end = space;
            }

            if (end < 0)
            {
                break;
            }

            wrapped.Add(rest[..end]);
            rest = rest[(end + 1)..];
        }

        if (rest.Length > 0)
        {
            wrapped.Add(Fit(rest, room, size));
        }

        return wrapped;
    }

    private static int Of(Rune rune)
    {
        var width = rune.Value switch
        {
            >= 0x20 and <= 0x24F => Latin[rune.Value - 0x20],
            >= 0x1E00 and <= 0x1EFF => LatinAdditional[rune.Value - 0x1E00],
            <= 0xFFFF when Signs.IndexOf((char)rune.Value) is >= 0 and var place => SignWidths[place],
            _ => (short)0,
        };
        return width > 0 ? width : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
            _ => rune.Value > 0xFFFF ? 1_400 : 1_050,
        };
    }
}
