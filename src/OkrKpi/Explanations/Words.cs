using System.Globalization;
using System.Resources;

namespace OkrKpi;

/// <summary>The texts of the library by key and language, from <c>Words.resx</c> and its translations.</summary>
internal static class Words
{
    private static readonly ResourceManager Texts = new("OkrKpi.Words", typeof(Words).Assembly);

    internal static string Of(string key, CultureInfo culture) =>
        Texts.GetString(key, culture) ?? throw new InvalidOperationException($"There is no text for '{key}'.");
}
