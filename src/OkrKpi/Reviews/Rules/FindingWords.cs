using System.Reflection;

namespace OkrKpi;

/// <summary>
/// The lists of words by which rules read titles, of all languages together: one file <c>FindingWords.xx.txt</c> a language, and another language is another
/// file.
/// </summary>
internal static class FindingWords
{
    private static readonly Assembly Library = typeof(FindingWords).Assembly;

    /// <summary>
    /// The words of a list, as <see cref="PlainWords"/> gives them: lower case and without diacritics, a blank between the words of a phrase.
    /// </summary>
    /// <param name="list">The heading of the list, which every language has.</param>
    internal static HashSet<string> Of(string list) =>
        [
            .. Library.GetManifestResourceNames()
                .Where(name => name.StartsWith("OkrKpi.FindingWords.", StringComparison.Ordinal))
                .SelectMany(name => Of(name, list))
        ];

    private static IEnumerable<string> Of(string file, string list)
    {
        using var text = new StreamReader(Library.GetManifestResourceStream(file)!);
        var isWanted = false;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                isWanted = line == $"[{list}]";
            }
            else if (isWanted && !line.StartsWith('#'))
            {
                foreach (var words in line.Split(',').Select(PlainWords.Of).Where(words => words.Length > 0))
                {
                    yield return string.Join(' ', words);
                }
            }
        }
    }
}
