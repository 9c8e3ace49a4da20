using System.Text;

namespace OkrKpi.Charts;

/// <summary>Text inside XML and HTML.</summary>
internal static class Markup
{
    /// <summary>
    /// Writes a text so that it is only text, in elements and in quoted attributes; what XML 1.0 cannot hold becomes a replacement character.
    /// </summary>
    internal static void Escape(TextWriter to, string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var (instead, length) = Instead(text, at);
            if (instead is not null)
            {
                to.Write(text.AsSpan(from, at - from));
                to.Write(instead);
                from = at + length;
            }

            at += length - 1;
        }

        to.Write(text.AsSpan(from));
    }

    /// <summary>A name that somebody gave, apart from the sentence around it, so that one written from the right does not turn it round.</summary>
    internal static string Isolated(string name) => NeedsIsolation(name) ? $"\u2068{name}\u2069" : name;

    private static bool NeedsIsolation(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0x200E and <= 0x202E) or (>= 0xFB1D and <= 0xFEFC) or (>= 0x10800 and <= 0x1EFFF))
            {
                return true;
            }
        }

        return false;
    }

    private static (string? Instead, int Length) Instead(string text, int at) => text[at] switch
    {
        '&' => ("&amp;", 1),
        '<' => ("&lt;", 1),
        '>' => ("&gt;", 1),
        '"' => ("&quot;", 1),
        '\'' => ("&#39;", 1),
        '\t' or '\n' or '\r' => (" ", 1),
        < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' => ("\uFFFD", 1),
        >= '\uD800' and <= '\uDFFF' => Rune.TryGetRuneAt(text, at, out _) ? (null, 2) : ("\uFFFD", 1),
        _ => (null, 1),
    };
}
