using System.Globalization;
using System.Text;
using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>Why an answer of this package is what it is: a sentence, and below it what the sentence rests on.</summary>
/// <remarks>Immutable; compared by reference. English and Vietnamese come with the package; any other language reads English.</remarks>
public sealed class Reasoning
{
    private readonly Func<CultureInfo, string> english;
    private readonly Func<CultureInfo, string> vietnamese;
    private readonly Reasoning[] because;

    internal Reasoning(Func<CultureInfo, string> english, Func<CultureInfo, string> vietnamese, params IEnumerable<Reasoning> because)
    {
        this.english = english;
        this.vietnamese = vietnamese;
        this.because = [.. because];
    }

    /// <summary>What the sentence rests on, in reading order.</summary>
    public IReadOnlyList<Reasoning> Because => because;

    /// <summary>The sentence alone, without what it rests on.</summary>
    /// <param name="culture">The language and number format; without it English, the same on every machine.</param>
    /// <returns>One line of text.</returns>
    public string Sentence(CultureInfo? culture = null)
    {
        culture ??= CultureInfo.InvariantCulture;
        return (IsVietnamese(culture) ? vietnamese : english)(culture);
    }

    /// <summary>The whole tree in English, the same on every machine: one sentence a line, each level indented by two spaces.</summary>
    /// <returns>The text. Another language: <see cref="ToString(string)"/> by its name, <see cref="ToText"/> by a culture.</returns>
    public override string ToString() => ToText(CultureInfo.InvariantCulture);

    /// <summary>The whole tree in a language, given by name.</summary>
    /// <param name="culture">The name of the culture, such as <c>vi</c> or <c>vi-VN</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="CultureNotFoundException"><paramref name="culture"/> is no known culture.</exception>
    public string ToString(string culture) => ToText(CultureInfo.GetCultureInfo(culture));

    /// <summary>The whole tree in a language.</summary>
    /// <param name="culture">The language and number format.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture)
    {
        Guard.Against.Null(culture);
        var text = new StringBuilder();
        Append(text, culture, 0);
        return text.ToString();
    }

    internal static bool IsVietnamese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi";

    private void Append(StringBuilder text, CultureInfo culture, int depth)
    {
        text.Append(' ', depth * 2).Append(Sentence(culture));
        foreach (var reason in because)
        {
            text.Append('\n');
            reason.Append(text, culture, depth + 1);
        }
    }
}
