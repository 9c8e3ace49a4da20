using System.Globalization;
using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>A unit in a form: what kind it is, what it is called, and what it is per.</summary>
internal static class UnitFields
{
    private static readonly (string Kind, Unit Unit)[] Fixed =
    [
        ("percent", Unit.Percent), ("seconds", Unit.Seconds), ("minutes", Unit.Minutes), ("hours", Unit.Hours), ("days", Unit.Days),
        ("weeks", Unit.Weeks), ("months", Unit.Months),
    ];

    /// <summary>The kinds one can choose, by the keys of their texts.</summary>
    public static readonly string[] Kinds = ["count", "money", "rating", "index", .. Fixed.Select(each => each.Kind)];

    public static bool AreGiven(Fields fields) => fields.OptionalText("unit") is not null;

    public static Unit Read(Fields fields)
    {
        var name = fields.Text("unitName");
        var unit = fields.Text("unit") switch
        {
            "count" => Unit.Count(name),
            "money" => Unit.Money(name.ToUpperInvariant()),
            "rating" => Unit.RatingOutOf(fields.Number("unitName")),
            "index" => Unit.Index(name),
            var kind => Fixed.FirstOrDefault(each => each.Kind == kind).Unit ?? throw new ArgumentException(Texts.Text("ChooseOne", kind)),
        };
        unit = fields.OptionalText("unitPer") is { } item ? unit.Per(item.Trim()) : unit;
        return fields.OptionalChoice<Cadence>("unitEvery") is { } every ? unit.Per(every) : unit;
    }

    public static string KindOf(Unit? unit) => Base(unit) is not { } basis ? "count" : basis.Kind switch
    {
        UnitKind.Count => "count",
        UnitKind.Money => "money",
        UnitKind.Rating => "rating",
        UnitKind.Index => "index",
        UnitKind.Percent or UnitKind.Duration or UnitKind.Ratio or UnitKind.Rate => Fixed.First(each => each.Unit.Equals(basis)).Kind,
    };

    public static string? NameOf(Unit? unit) => Base(unit) is not { } basis ? null : basis.Kind switch
    {
        UnitKind.Rating => basis.Maximum?.ToString("0.####", CultureInfo.InvariantCulture),
        UnitKind.Count or UnitKind.Money or UnitKind.Index => basis.Name,
        UnitKind.Percent or UnitKind.Duration or UnitKind.Ratio or UnitKind.Rate => null,
    };

    /// <summary>The thing a ratio is per.</summary>
    public static string? PerOf(Unit? unit) => unit is null ? null : unit.Kind == UnitKind.Ratio ? unit.Name : PerOf(unit.Of);

    private static Unit? Base(Unit? unit) => unit is { Of: { } of } ? Base(of) : unit;
}
