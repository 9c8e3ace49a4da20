using System.Text;

namespace OkrKpi;

/// <summary>
/// The words of a title as it was written, without what stands around them: bullets, marks in brackets at its beginning and punctuation.
/// </summary>
internal static class TitleWords
{
    private static readonly char[] Around = [.. "()[]{}\"'“”‘’«»*~_-–—.,;!?#>…"];

    /// <summary>The words, with their capital letters; a colon is a word of its own, because it ends a heading.</summary>
    internal static string[] Of(string title)
    {
        var text = title.Normalize(NormalizationForm.FormC);
        while (text.Length > 0 && text[0] is '[' or '(' && text.IndexOfAny([']', ')']) is var end and > 0 && end + 1 < text.Length)
        {
            text = text[(end + 1)..].TrimStart();
            if (text.Length == 0)
            {
                return [];
            }
        }

        return
        [
            .. text.Replace(":", " : ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word == ":" ? word : word.Trim(Around))
                .Where(word => word.Length > 0),
        ];
    }

    /// <summary>The words in lower case.</summary>
    internal static string[] Lower(string title) => Array.ConvertAll(Of(title), Small);

    /// <summary>A word in lower case.</summary>
    internal static string Small(string word) => string.Create(word.Length, word, static (small, given) => given.AsSpan().ToLowerInvariant(small));

    /// <summary>How many words from a place on are a phrase of a list, of at most four; 0 when none is.</summary>
    internal static int PhraseAt(ReadOnlySpan<string> words, int index, HashSet<string> phrases)
    {
        for (var length = Math.Min(4, words.Length - index); length > 0; length--)
        {
            if (phrases.Contains(string.Join(' ', words.Slice(index, length)!)))
            {
                return length;
            }
        }

        return 0;
    }
}
