namespace OkrKpi;

/// <summary>
/// The number in the title of an objective that belongs into a key result: an amount, as in "by 20 %" or "three new stores". What a number only names is none:
/// ISO 27001, Web 3.0, 5G, top 10, 3rd party, Phase 2, a year, the next 18 months.
/// </summary>
internal static class NumberReading
{
    private static readonly HashSet<string> Words = FindingWords.Of("number words");
    private static readonly HashSet<string> Numbered = FindingWords.Of("numbered");
    private static readonly HashSet<string> NamedBehind = FindingWords.Of("named behind");
    private static readonly HashSet<string> Spans = FindingWords.Of("spans");
    private static readonly HashSet<string> When = FindingWords.Of("when");

    // What may stand behind the digits of an amount.
    private static readonly HashSet<string> Suffixes = new(["", "%", "x", "k", "m", "mn", "bn", "b", "tr", "tỷ", "+", "€", "$", "£", "₫", "đ", "usd", "vnd"],
        StringComparer.Ordinal);

    /// <summary>The first such number as it is written; <see langword="null"/> when there is none.</summary>
    internal static string? Of(string title)
    {
        var words = TitleWords.Of(title);
        var lower = Array.ConvertAll(words, TitleWords.Small);
        var isTitleCase = words.Count(word => char.IsUpper(word[0])) > words.Length / 2;
        for (var index = 0; index < words.Length; index++)
        {
            var isNamed = index > 0 && !isTitleCase && char.IsUpper(words[index][0]);
            var length = Math.Max(IsAmount(lower[index]) ? 1 : 0, isNamed ? 0 : TitleWords.PhraseAt(lower, index, Words));
            if (length > 0 && !IsName(words, lower, index, isTitleCase) && !IsWhen(lower, index, length)
                && TitleWords.PhraseAt(lower, index + length, NamedBehind) == 0
                && lower.ElementAtOrDefault(index + 1) != "down")
            {
                return string.Join(' ', words[index..(index + length)]);
            }
        }

        return null;
    }

    // "20", "20%", "1,000", "$2m", "10x"; not "3rd", "5G", "B2B", "24/7", "27001:2013", "3.0", "2027".
    private static bool IsAmount(string word)
    {
        var core = word.AsSpan().TrimStart("$€£¥₫+<>≥≤~");
        var digits = core.Length - core.TrimStart("0123456789.,").Length;
        var isYear = digits == 4 && core.Length == 4 && core[..2] is "19" or "20" or "21";
        var isVersion = core.Length == 3 && core.EndsWith(".0");
        return digits > 0 && Suffixes.Contains(core[digits..].ToString()) && !isYear && !isVersion;
    }

    // "Phase 2", "top 10", "ISO 27001", "Windows 11"; a share or an amount of money is no name.
    private static bool IsName(string[] words, string[] lower, int index, bool isTitleCase)
    {
        if (index == 0 || !char.IsLetterOrDigit(words[index][^1]) || !char.IsLetterOrDigit(words[index][0]) || lower.ElementAtOrDefault(index + 1) == "%")
        {
            return false;
        }

        var before = words[index - 1];

        // In a title of nothing but capitals no word stands out.
        var isAcronym = before.Length > 1 && before.All(char.IsUpper) && words.Any(word => word.Any(char.IsLower));
        return isAcronym || (!isTitleCase && index > 1 && char.IsUpper(before[0])) || Enumerable.Range(1, Math.Min(3, index)).Any(
            length => TitleWords.PhraseAt(lower.AsSpan(0, index), index - length, Numbered) == length);
    }

    // "the next 18 months", "in the first 90 days", "18 tháng tới".
    private static bool IsWhen(string[] words, int index, int length)
    {
        var unit = index + length;
        return unit < words.Length && Spans.Contains(words[unit])
            && ((unit + 1 < words.Length && TitleWords.PhraseAt(words, unit + 1, When) > 0)
                || Enumerable.Range(1, Math.Min(3, index)).Any(
                    before => TitleWords.PhraseAt(words.AsSpan(0, index), index - before, When) == before));
    }
}
