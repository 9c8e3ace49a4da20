using System.Globalization;

namespace OkrKpi;

/// <summary>A text of somebody else's that has its words in each language itself.</summary>
internal sealed class TextByCulture(Func<CultureInfo, string> text)
{
    internal string In(CultureInfo culture) => text(culture);

    public override string ToString() => In(CultureInfo.InvariantCulture);
}
