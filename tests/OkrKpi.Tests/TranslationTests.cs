using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OkrKpi.Tests;

/// <summary>Both languages say the same: the same sentences with the same facts.</summary>
public partial class TranslationTests
{
    [Fact]
    public void Vietnamese_has_every_sentence_with_the_same_facts()
    {
        var english = Texts("Words.resx");
        var vietnamese = Texts("Words.vi.resx");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), vietnamese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, each => Assert.Equal(Facts(each.Value), Facts(vietnamese[each.Key])));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Repository.PathOf("src", "OkrKpi", "Explanations", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Facts(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
