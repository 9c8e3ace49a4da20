using System.Globalization;
using System.Resources;
using NodaTime;
using OkrKpi;

namespace WebScorecard.Pages;

/// <summary>What the pages say, in the language of the request.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("WebScorecard.Pages.Texts", typeof(Texts).Assembly);

    /// <summary>
    /// The languages by name, English first: every one that has a file <c>Texts.xx.resx</c>, which says in <c>LanguageName</c> what it calls itself.
    /// </summary>
    public static readonly IReadOnlyList<(string Culture, string Name)> Languages =
    [
        ("en", Resources.GetString("LanguageName", CultureInfo.InvariantCulture)!),
        .. Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, "WebScorecard.resources.dll")))
            .Select(folder => Path.GetFileName(folder)).Order()
            .Select(name => (name, Resources.GetString("LanguageName", CultureInfo.GetCultureInfo(name))!)),
    ];

    /// <summary>How the request is answered. English is nobody's in particular, so its dates are written as 2026-08-15.</summary>
    public static CultureInfo Language =>
        CultureInfo.CurrentUICulture.Name is var name && name != "en" && IsSpoken(name) ? CultureInfo.CurrentUICulture : CultureInfo.InvariantCulture;

    /// <summary>Whether the pages are written in a language.</summary>
    public static bool IsSpoken(string culture) => Languages.Any(language => language.Culture == culture);

    public static string Text(string key, params object?[] values) =>
        string.Format(
            Language, Resources.GetString(key, Language) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such text."), values);

    /// <summary>The library's word for a state.</summary>
    public static string Text(Enum state) => StateName.Of(state, Language);

    /// <summary>A sentence of the library.</summary>
    public static string Text(Explanation explanation) => explanation.Sentence(Language);

    public static string Date(LocalDate date) => Language.Equals(CultureInfo.InvariantCulture) ? ReviewDates.Iso(date) : date.ToString("d", Language);

    /// <summary>An amount to two decimals with its unit; a dash when there is none.</summary>
    public static string Amount(decimal? amount, Unit unit) => amount is { } value ? unit.Format(decimal.Round(value, 2), Language) : "–";

    /// <summary>A value as it was recorded: of a ratio both of its numbers, whose quotient alone has the unit.</summary>
    public static string Recorded(decimal value, decimal? of, Unit unit) =>
        of is { } whole ? string.Create(Language, $"{value:#,0.##} / {whole:#,0.##}") : Amount(value, unit);

    public static string Amount(Target? target, Unit unit) => target?.Format(unit, Language) ?? "–";

    public static string Gap(decimal? gap, Unit unit) => gap is > 0m ? $"+{Amount(gap, unit)}" : Amount(gap, unit);

    public static string Points(decimal? score) => score?.ToString("0.00", Language) ?? "–";

    /// <summary>A confidence as people give it, out of ten.</summary>
    public static string Mark(Confidence? confidence) => confidence is { } sure ? $"{(sure.Probability * 10m).ToString("0.#", Language)}/10" : "–";
}
