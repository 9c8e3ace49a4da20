using System.Globalization;
using System.Resources;
using OkrKpi;

namespace Scorecard;

/// <summary>
/// The report's own words, numbers and dates in one language, the same on every machine; the texts are in <c>Words.resx</c> and its translations.
/// </summary>
internal sealed class Words
{
    public const string None = "-";

    private static readonly ResourceManager Texts = new("Scorecard.Words", typeof(Words).Assembly);

    /// <summary>English, and every language that has a file <c>Words.xx.resx</c>: the build puts each into a folder of its name beside the program.</summary>
    public static readonly string[] Languages =
    [
        "en",
        .. Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, "Scorecard.resources.dll")))
            .Select(Path.GetFileName)
            .Order()!,
    ];

    public Words(CultureInfo culture) => Culture = culture;

    public CultureInfo Culture { get; }

    /// <summary>A text; an amount of something reads in the singular where the language has one, as in "1 KPI".</summary>
    public string Of(string key, params object[] values) => string.Format(Culture, Texts.GetString(key, Culture) ?? key, values);

    public string Count(string key, int count) => Of(count == 1 ? $"{key}.one" : key, count);

    public string Say(Explanation explanation) => explanation.Sentence(Culture);

    /// <summary>A sentence and all it rests on, one behind the other.</summary>
    public string Line(Explanation explanation) => string.Join("; ", explanation.ToText(Culture).Split('\n', StringSplitOptions.TrimEntries));

    public string Date(NodaTime.LocalDate date) => date.ToString(Culture.Equals(CultureInfo.InvariantCulture) ? "uuuu-MM-dd" : "d", Culture);

    /// <summary>The number of an amount with the decimals of its unit, which has a column of its own.</summary>
    public string Number(decimal? amount, Unit unit) => amount is { } value ? unit.Format(value, Culture).Split(' ', '/')[0] : None;

    /// <summary>Four digits of what is only expected are as much as it is worth.</summary>
    public string Expected(decimal amount, Unit unit)
    {
        var step = 0.0001m;
        while (Math.Abs(amount) >= 10_000m * step)
        {
            step *= 10m;
        }

        return Number(Math.Round(amount / step) * step, unit);
    }

    /// <summary>A probability in percent, not to be torn apart; nothing that is only expected is certain.</summary>
    public string Chance(decimal probability) => (probability switch
    {
        < 0.005m => $"< {Share(0.01m)}",
        >= 0.995m => $"> {Share(0.99m)}",
        _ => Share(probability),
    }).Replace(' ', '\u00A0');

    public string Gap(decimal? gap, Unit unit) => (gap > 0m ? "+" : "") + Number(gap, unit);

    public string Score(decimal? score) => score?.ToString("0.00", Culture) ?? None;

    public string Share(decimal? share) => share?.ToString("0 %", Culture) ?? None;

    public string Target(Target? target, Unit unit) => target switch
    {
        null => None,
        { Value: { } value } => Number(value, unit),
        _ => $"{Number(target.Band?.Low, unit)}..{Number(target.Band?.High, unit)}",
    };

    public string Of(Enum word) => Of($"{word.GetType().Name}.{word}");

    public string Of(Progress progress) => progress.State == ProgressState.Measured ? Score(progress.Score) : Of(progress.State);
}
