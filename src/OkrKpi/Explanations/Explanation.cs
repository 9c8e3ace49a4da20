using System.Globalization;
using System.Text;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>
/// Why an answer is what it is: one sentence with its numbers, and below it the reasons the sentence rests on, as a tree one can print, serialise or read
/// aloud.
/// </summary>
/// <remarks>
/// Immutable, so safe for any number of threads. The sentence is kept as a key and facts, and becomes text only for a given language; English and Vietnamese
/// come with the library, any other
/// language reads English.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Explanation
{
    private readonly Fact[] facts;
    private readonly Explanation[] because;

    private Explanation(string key, Fact[] facts, Explanation[] because)
    {
        Key = key;
        this.facts = facts;
        this.because = because;
    }

    /// <summary>The stable name of the sentence, such as <c>need.lagging</c>; the same in every language.</summary>
    public string Key { get; }

    /// <summary>The numbers, dates and names in the sentence.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>What the sentence rests on, in reading order.</summary>
    public IReadOnlyList<Explanation> Because => because;

    /// <summary>The sentence alone, without what it rests on.</summary>
    /// <param name="culture">The language and number format; without it English, the same on every machine.</param>
    /// <returns>One line of text.</returns>
    public string Sentence(CultureInfo? culture = null)
    {
        culture ??= CultureInfo.InvariantCulture;
        return Fill(Words.Of(Key, culture), culture);
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
    public string ToText(CultureInfo culture)
    {
        Guard.Against.Null(culture);
        var text = new StringBuilder();

        // An explicit stack, because a tree of explanations may be as deep as the organisation.
        var pending = new Stack<(Explanation Node, int Depth)>();
        pending.Push((this, 0));
        while (pending.TryPop(out var next))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append(' ', next.Depth * 2).Append(next.Node.Sentence(culture));
            for (var index = next.Node.because.Length - 1; index >= 0; index--)
            {
                pending.Push((next.Node.because[index], next.Depth + 1));
            }
        }

        return text.ToString();
    }

    /// <summary>The name of what the sentence is about, its first fact that is a text; <see langword="null"/> without one.</summary>
    internal string? SubjectName => Array.Find(facts, fact => fact.Value is string).Value as string;

    internal static Explanation Of(string key, params Fact[] facts) => new(key, facts, []);

    internal Explanation Resting(params IEnumerable<Explanation> reasons) => new(Key, facts, [.. because, .. reasons]);

    // Templates name their facts: "{kpi}: {actual} in {period}", with an optional format as in "{share:0 %}", or the words for one and for any other number as
    // in
    // "{count} {count|objective|objectives}".
    private string Fill(string template, CultureInfo culture)
    {
        var text = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            text.Append(rest[..open]);
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('}');
            var placeholder = rest[..close];
            rest = rest[(close + 1)..];
            if (placeholder.IndexOf('|') is var bar and > 0)
            {
                var forms = placeholder[(bar + 1)..];
                var between = forms.IndexOf('|');
                text.Append(FactNamed(placeholder[..bar]).IsOne ? forms[..between] : forms[(between + 1)..]);
                continue;
            }

            var colon = placeholder.IndexOf(':');
            var name = colon < 0 ? placeholder : placeholder[..colon];
            var format = colon < 0 ? null : placeholder[(colon + 1)..].ToString();
            text.Append(FactNamed(name).Format(format, culture));
        }

        return text.Append(rest).ToString();
    }

    private Fact FactNamed(ReadOnlySpan<char> name)
    {
        foreach (var fact in facts)
        {
            if (name.SequenceEqual(fact.Name))
            {
                return fact;
            }
        }

        throw new InvalidOperationException($"The sentence '{Key}' speaks of '{name}', which is not among its facts.");
    }
}
