using System.Globalization;
using System.Resources;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Charts;

/// <summary>What a picture says, in one language, with numbers and dates that are the same on every machine.</summary>
/// <remarks>The formats of a culture come from the data of the machine, which differ; so each language has its own here.</remarks>
internal sealed class ChartText
{
    private static readonly ResourceManager Words = new("OkrKpi.Charts.ChartWords", typeof(ChartText).Assembly);

    private ChartText(string language, CultureInfo culture) => (Language, Culture) = (language, culture);

    internal static ChartText English { get; } = new("en", CultureInfo.InvariantCulture);

    /// <summary>Its name, for <c>lang</c>.</summary>
    internal string Language { get; }

    /// <summary>What the explanations of the library are asked in.</summary>
    internal CultureInfo Culture { get; }

    /// <summary>The language of a culture; any but Vietnamese reads English.</summary>
    internal static ChartText Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "vi" ? Vietnamese.Text : English;

    internal string this[string key] => Words.GetString(key, Culture) ?? throw new InvalidOperationException($"There is no text for '{key}'.");

    /// <summary>A sentence with its parts in the places of {0}, {1} and so on.</summary>
    internal string Of(string key, params ReadOnlySpan<string> parts)
    {
        // In one pass, because a name may hold braces of its own.
        var text = new StringBuilder();
        var rest = this[key].AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            text.Append(rest[..open]).Append(parts[rest[open + 1] - '0']);
            rest = rest[(open + 3)..];
        }

        return text.Append(rest).ToString();
    }

    internal string Name(Enum state) => StateName.Of(state, Culture);

    internal string Date(LocalDate date) => Language == "vi" ? date.ToString("dd'/'MM'/'uuuu", Culture) : LocalDatePattern.Iso.Format(date);

    internal string Number(decimal amount) => Rounded(amount).ToString("#,0.####", Culture);

    /// <summary>A round number of an axis, with all it takes to tell it from the next.</summary>
    internal string Tick(decimal amount) => amount.ToString("#,0.############", Culture);

    /// <summary>An amount for a sentence or a table, with its unit, whose decimals it has.</summary>
    internal string Amount(decimal? amount, Unit unit) => amount is { } given ? Together(unit.Format(given, Culture)) : "–";

    internal string Score(decimal? score) => score is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.00", Culture) : "–";

    internal string ByHand(ScoreOverride given) => Of("say.byHand", Score(given.Score), Date(given.On), Markup.Isolated(given.Reason));

    /// <summary>What is due by now, whole where it adds up from whole things: 67 meetings and not 66.85.</summary>
    internal static decimal Due(decimal due, Kpi kpi) =>
        kpi.Unit.Kind == UnitKind.Count && KpiColumn.AddsUp(kpi) ? Math.Round(due, MidpointRounding.AwayFromZero) : due;

    internal string Amount(Target? target, Unit unit) => target switch
    {
        null => "–",
        { Value: { } value } => Sign(target) + Amount(value, unit),
        _ => Together(target.Format(unit, Culture)),
    };

    /// <summary>A target without the unit, which stands at the head of the axis.</summary>
    internal string Plain(Target target, decimal factor) => target switch
    {
        { Value: { } value } => Sign(target) + Number(value / factor),
        { Band: { Low: { } low, High: { } high } } => $"{Number(low / factor)}–{Number(high / factor)}",
        { Band.Low: { } low } => $"≥ {Number(low / factor)}",
        { Band.High: { } high } => $"≤ {Number(high / factor)}",
        _ => "",
    };

    internal string Percent(decimal? share) => share is { } given
        ? Math.Round(given * 100m, 0, MidpointRounding.AwayFromZero).ToString("#,0", Culture) + "\u00A0%" : "–";

    /// <summary>The unit at the head of an axis: "meeting", "million USD", "% ".</summary>
    internal string UnitOf(Unit unit, decimal factor)
    {
        var name = unit.Kind == UnitKind.Duration ? this["unit." + unit.Name] : unit.ToString();
        return factor switch
        {
            1_000_000m => Of("million", name),
            1_000_000_000m => Of("billion", name),
            1_000_000_000_000m => Of("trillion", name),
            _ => name,
        };
    }

    // A number and its unit stay on one line.
    private static string Together(string amount) => amount.Replace(' ', '\u00A0');

    private static string Sign(Target target) => target.IsStrict ? target.ToString()[..2] : "";

    // Four significant digits, or all whole ones: what a person reads in a picture.
    private static decimal Rounded(decimal amount)
    {
        var size = Math.Abs(amount);
        return Math.Round(amount, size >= 1_000m ? 0 : size >= 100m ? 1 : size >= 10m ? 2 : size >= 1m ? 3 : 4, MidpointRounding.AwayFromZero);
    }

    // Made only when asked for: a program without culture data has no Vietnamese, and needs none.
    private static class Vietnamese
    {
        internal static ChartText Text { get; } = new("vi", Made());

        private static CultureInfo Made()
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo("vi").Clone();
            culture.NumberFormat = new()
            {
                NumberDecimalSeparator = ",",
                NumberGroupSeparator = ".",
                PercentDecimalSeparator = ",",
                PercentGroupSeparator = ".",
                CurrencyDecimalSeparator = ",",
                CurrencyGroupSeparator = ".",
            };
            culture.DateTimeFormat = new() { DateSeparator = "/", ShortDatePattern = "dd/MM/yyyy" };
            return CultureInfo.ReadOnly(culture);
        }
    }
}
