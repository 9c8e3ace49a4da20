namespace OkrKpi;

/// <summary>What the names of a key result and of a KPI say, apart from the order of the words, number, marks and words that add nothing.</summary>
internal static class NameReading
{
    private static readonly HashSet<string> Filler = FindingWords.Of("name filler");

    /// <summary>
    /// The words that carry meaning, each once, in the singular: "Number of customer meetings" and "Customer meeting" have the same; of NPS it is all there is.
    /// </summary>
    internal static HashSet<string> Of(string name)
    {
        var words = TitleWords.Lower(name);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < words.Length; index++)
        {
            var length = TitleWords.PhraseAt(words, index, Filler);
            if (length == 0 && !char.IsAsciiDigit(words[index][0]))
            {
                found.UnionWith(PlainWords.Of(words[index]).Select(Singular));
            }

            index += Math.Max(length, 1) - 1;
        }

        return found;
    }

    /// <summary>The singular of an English word, as far as comparing needs it: deliveries, meetings, boxes, sales.</summary>
    internal static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };
}
