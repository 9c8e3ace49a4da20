using System.Globalization;
using System.Text;
using NodaTime;
using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>How values stand in the fields of a form and are read from them.</summary>
internal static class FormValues
{
    /// <summary>A text that must be there; the library says what is wrong with one that is not.</summary>
    public static string Text(this Fields fields, string name) => fields.OptionalText(name)?.Trim() ?? "";

    public static string[] Lines(this Fields fields, string name) =>
        fields.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An address in the web, as the library takes it.</summary>
    public static Uri Address(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ArgumentException(Texts.Text("NoLink", link), nameof(link));

    public static LocalDate Day(this Fields fields, string name) => LocalDate.FromDateOnly(fields.Date(name));

    public static LocalDate? OptionalDay(this Fields fields, string name) => fields.OptionalText(name) is null ? null : fields.Day(name);

    /// <summary>
    /// The cycle from one day to another: by the name it has among the objectives, or by that of the month, quarter or half of the year that it is.
    /// </summary>
    public static Cycle CycleOf(this Fields fields, Portfolio portfolio)
    {
        var (start, end) = (fields.Day("start"), fields.Day("end"));
        IEnumerable<Cycle> named =
        [
            .. portfolio.Objectives.Select(objective => objective.Cycle), Cycle.Month(start.Year, start.Month),
            Cycle.Quarter(start.Year, (start.Month + 2) / 3), Cycle.HalfYear(start.Year, (start.Month + 5) / 6),
        ];
        return named.FirstOrDefault(each => (each.Start, each.End) == (start, end)) ?? Cycle.Between(start, end);
    }

    public static T Choice<T>(this Fields fields, string name)
        where T : struct, Enum => fields.OptionalChoice<T>(name) ?? throw new ArgumentException(Texts.Text("ChooseOne", fields.Text(name)));

    public static T? OptionalChoice<T>(this Fields fields, string name)
        where T : struct, Enum => Enum.TryParse<T>(fields.OptionalText(name), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>What stands in a field for an amount, which browsers write the same way in every language.</summary>
    public static string? Of(decimal? amount) => amount?.ToString("0.############", CultureInfo.InvariantCulture);

    public static string? Of(LocalDate? date) => date is { } day ? ReviewDates.Iso(day) : null;

    /// <summary>Sets what a text field says, or takes it away when it is empty.</summary>
    public static T Set<T>(this T item, string? text, Func<T, string, T> with, Func<T, T> without) =>
        text?.Trim() is { Length: > 0 } given ? with(item, given) : without(item);

    /// <summary>An id made of a name: what is left of it in plain letters.</summary>
    public static string IdOf(string name)
    {
        var plain = name.Replace('đ', 'd').Replace('Đ', 'd').Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(each => CharUnicodeInfo.GetUnicodeCategory(each) != UnicodeCategory.NonSpacingMark)
            .Select(each => char.IsAsciiLetterOrDigit(each) ? each : '-');
        var id = string.Join('-', string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return id.Length > 60 ? id[..60].TrimEnd('-') : id;
    }

    /// <summary>The next free number behind a prefix: O5 after O1 to O4.</summary>
    public static string Next(string prefix, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, ids.Count + 1).Select(number => prefix + number.ToString(CultureInfo.InvariantCulture)).First(id => !ids.Contains(id));
    }
}
