using System.Globalization;
using System.Xml.Linq;

namespace WebScorecard.EndToEnd;

/// <summary>What the pages say in a language, read where it is written.</summary>
internal sealed class Words(string language)
{
    private readonly Dictionary<string, string> words = XDocument
        .Load(Repository.PathOf("samples", "WebScorecard", "Pages", language == "en" ? "Texts.resx" : $"Texts.{language}.resx"))
        .Descendants("data").ToDictionary(each => (string)each.Attribute("name")!, each => (string)each.Element("value")!);

    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, words[key], values);
}
