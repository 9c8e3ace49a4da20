using System.Globalization;
using System.Resources;

namespace OkrKpi;

/// <summary>The texts of the library by key and language, from <c>Words.resx</c> and its translations.</summary>
internal static class Words
{
    private static readonly ResourceManager Texts = new("OkrKpi.Words", typeof(Words).Assembly);

    /// <summary>The key of a word that is a member of an enum: <c>KpiStatus.Behind</c>.</summary>
    internal static string KeyOf(Enum word) => $"{word.GetType().Name}.{word}";

    internal static string? Find(string key, CultureInfo culture) => Texts.GetString(key, culture);

    internal static string Of(string key, CultureInfo culture) =>
        Find(key, culture) ?? throw new InvalidOperationException($"There is no text for '{key}'.");
}
