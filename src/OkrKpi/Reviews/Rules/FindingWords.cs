using System.Reflection;

namespace OkrKpi;

/// <summary>
/// The lists of words by which rules read titles: one file <c>FindingWords.xx.txt</c> a language, and another language is another file. A title is read by
/// each language, because nobody says in which it is written.
/// </summary>
internal static class FindingWords
{
    private static readonly Assembly Library = typeof(FindingWords).Assembly;

    /// <summary>The languages there are, each by the name of its file.</summary>
    internal static string[] Languages { get; } =
        [.. Library.GetManifestResourceNames().Where(name => name.StartsWith("OkrKpi.FindingWords.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The words of a list in every language, in lower case, a blank between the words of a phrase.</summary>
    /// <param name="list">The heading of the list, which every language has.</param>
    internal static HashSet<string> Of(string list) => [.. Languages.SelectMany(language => Of(language, list))];

    /// <summary>The words of a list in one language.</summary>
    internal static HashSet<string> Of(string language, string list)
    {
        using var text = new StreamReader(Library.GetManifestResourceStream(language)!);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var isWanted = false;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                isWanted = line == $"[{list}]";
            }
            else if (isWanted && !line.StartsWith('#'))
            {
                foreach (var words in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    found.Add(TitleWords.Small(words));
                }
            }
        }

        return found;
    }
}
