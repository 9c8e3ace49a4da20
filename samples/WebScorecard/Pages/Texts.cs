using System.Globalization;
using System.Resources;
using OkrKpi;

namespace WebScorecard.Pages;

/// <summary>What the pages say, in the language of the request.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("WebScorecard.Pages.Texts", typeof(Texts).Assembly);

    public static string Text(string key, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, Resources.GetString(key, CultureInfo.CurrentUICulture) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such text."), values);

    /// <summary>A state by name.</summary>
    public static string Text(Enum word) => Text($"{word.GetType().Name}.{word}");

    /// <summary>A sentence of the library.</summary>
    public static string Text(Explanation explanation) => explanation.Sentence(CultureInfo.CurrentUICulture);

    public static string Date(NodaTime.LocalDate date) => ReviewDates.Iso(date);

    /// <summary>An amount to two decimals with its unit; a dash when there is none.</summary>
    public static string Amount(decimal? amount, Unit unit) => amount is { } value ? unit.Format(decimal.Round(value, 2), CultureInfo.CurrentCulture) : "–";

    public static string Amount(Target? target, Unit unit) => target?.Format(unit, CultureInfo.CurrentCulture) ?? "–";

    public static string Gap(decimal? gap, Unit unit) => gap is > 0m ? $"+{Amount(gap, unit)}" : Amount(gap, unit);

    public static string Points(decimal? score) => score?.ToString("0.00", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>A confidence as people give it, out of ten.</summary>
    public static string Mark(Confidence? confidence) => confidence is { } sure ? $"{(sure.Probability * 10m).ToString("0.#", CultureInfo.CurrentCulture)}/10" : "–";
}
