using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace OkrKpi;

/// <summary>The one way in for the text of every id and key.</summary>
/// <remarks>
/// Two ids that look alike should be alike: white space around is dropped, and text is put into Unicode's composed form (NFC, UAX #15), so that an <c>é</c>
/// typed as one character and one
/// typed as a letter with an accent are one id. Refused is what nobody sees or what turns the direction of the text around it: control and format characters
/// (UAX #44, Cc and Cf: the marks,
/// embeddings, overrides and isolates of right-to-left text, joiners, the soft hyphen, the byte order mark), line and paragraph separators. Letters of
/// right-to-left scripts are letters.
/// </remarks>
internal static class IdText
{
    /// <summary>As many UTF-16 code units as an id has at most, after composing: an index of every database holds it.</summary>
    internal const int Longest = 200;

    /// <summary>The text of an id, or a refusal that names the parameter.</summary>
    internal static string Of(string? value, string what, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return Fault(value, what, out var text) is { } fault ? throw new ArgumentException(fault, name) : text;
    }

    /// <summary>The text of an id; false when it is none.</summary>
    internal static bool TryOf(ReadOnlySpan<char> value, [NotNullWhen(true)] out string? text)
    {
        // An overlong text is none, whatever is in it; composing shortens a text to a third at best.
        text = null;
        var trimmed = value.Trim();
        if (trimmed.Length > 3 * Longest || Fault(trimmed.ToString(), "id", out var found) is not null)
        {
            return false;
        }

        text = found;
        return true;
    }

    /// <summary>The text of an id, or a refusal in the way of <see cref="IParsable{TSelf}"/>.</summary>
    internal static string Parse(ReadOnlySpan<char> value, string what) =>
        Fault(value.ToString(), what, out var text) is { } fault ? throw new FormatException(fault) : text;

    private static string? Fault(string value, string what, out string text)
    {
        text = value.Trim();
        if (text.Length == 0)
        {
            return $"The {what} is blank; give a text.";
        }

        // Nearly all ids are short and of letters, digits and signs of ASCII, which are composed already.
        if (Ascii.IsValid(text))
        {
            if (text.AsSpan().ContainsAnyInRange('\0', '\x1F') || text.Contains('\x7F', StringComparison.Ordinal))
            {
                return Refusal(what, text.EnumerateRunes().First(Rune.IsControl));
            }
        }
        else
        {
            for (var index = 0; index < text.Length;)
            {
                if (Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"The {what} holds U+{(int)text[index]:X4}, half a surrogate pair, which is no character; use valid Unicode text.");
                }

                if (
                    Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                {
                    return Refusal(what, rune);
                }

                index += length;
            }

            text = text.Normalize(NormalizationForm.FormC);
        }

        return text.Length <= Longest
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The {what} has {text.Length} characters, '{text.AsSpan(0, 40)}...'; at most {Longest} are an id.");
    }

    private static string Refusal(string what, Rune rune) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {what} holds the {(Rune.IsControl(rune) ? "control" : "invisible")} character U+{rune.Value:X4}; use printable text on one line.");
}
