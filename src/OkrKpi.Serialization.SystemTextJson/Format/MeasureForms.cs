using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static OkrKpi.Serialization.SystemTextJson.ScalarForm;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Units, bands and targets.</summary>
internal static class MeasureForms
{
    internal static readonly JsonForm<Band> Band = new ObjectForm<Band, BandParts>("band", "A range of good values, ends included.", static form => form
        .Optional(
            "low", Number, static band => band.Low, static (ref parts, value) => parts.Low = value, "The lowest good value; without it there is no lower end.")
        .Optional(
            "high", Number, static band => band.High, static (ref parts, value) => parts.High = value,
            "The highest good value; without it there is no upper end.")
        .AtLeastOne("low", "high")
        .Build(static (ref _, ref parts) => (parts.Low, parts.High) switch
        {
            ({ } low, { } high) => OkrKpi.Band.Between(low, high),
            ({ } low, null) => OkrKpi.Band.AtLeast(low),
            _ => OkrKpi.Band.AtMost(parts.High!.Value),
        }));

    internal static readonly JsonForm<Unit> Unit = DeclareUnit();

    /// <summary>A target where it stands alone: a number, or an object of a number to be passed or of a band.</summary>
    internal static readonly JsonForm<Target> Target = new TargetForm();

    private static readonly JsonForm<Target> NoPlainNumber = new ObjectForm<Target, TargetParts>("target", "A target that is no plain number: to be "
        + "passed, or a band of good values, ends included.", static form => form
        .Optional(
            "low", Number, static target => target.Band?.Low, static (ref parts, value) => parts.Low = value,
            "The lowest good value of a band; without it there is no lower end.")
        .Optional(
            "high", Number, static target => target.Band?.High, static (ref parts, value) => parts.High = value,
            "The highest good value of a band; without it there is no upper end.")
        .Optional(
            "below", Number, static target => Below(target), static (ref parts, value) => parts.Below = value, "The number to stay below; on it is missed.")
        .Optional(
            "above", Number, static target => Above(target), static (ref parts, value) => parts.Above = value, "The number to get above; on it is missed.")
        .AtLeastOne("low", "high", "below", "above")
        .Build(static (ref _, ref parts) => parts switch
        {
            { Below: { } below, Above: null, Low: null, High: null } => OkrKpi.Target.Below(below),
            { Above: { } above, Below: null, Low: null, High: null } => OkrKpi.Target.Above(above),
            { Below: not null } => throw JsonSource.Misfit("below", "a number to stay below stands alone; leave the other members out."),
            { Above: not null } => throw JsonSource.Misfit("above", "a number to get above stands alone; leave the other members out."),
            { Low: { } low, High: { } high } => OkrKpi.Target.Within(OkrKpi.Band.Between(low, high)),
            { Low: { } low } => OkrKpi.Target.Within(OkrKpi.Band.AtLeast(low)),
            _ => OkrKpi.Target.Within(OkrKpi.Band.AtMost(parts.High!.Value)),
        }));

    private static readonly (string Name, Unit Unit)[] Durations =
    [
        ("seconds", OkrKpi.Unit.Seconds), ("minutes", OkrKpi.Unit.Minutes), ("hours", OkrKpi.Unit.Hours),
        ("days", OkrKpi.Unit.Days), ("weeks", OkrKpi.Unit.Weeks), ("months", OkrKpi.Unit.Months),
    ];

    private static TaggedForm<Unit> DeclareUnit()
    {
        var unit = new LaterForm<Unit>(static () => Unit);
        return new TaggedForm<Unit>("unit", "What a number is a number of.")
            .Kind<Unit, UnitParts>("count", "A number of things.", Of(UnitKind.Count), static form => form
                .Required("of", Text, static each => each.Name, static (ref parts, value) => parts.Text = value, "The thing counted, in the singular.")
                .Build(static (ref json, ref parts) => OkrKpi.Unit.Count(Said(ref json, parts, "of"))))
            .Kind<Unit, UnitParts>("money", "An amount of money.", Of(UnitKind.Money), static form => form
                .Required(
                    "currency", Text, static each => each.Name, static (ref parts, value) => parts.Text = value,
                    "The currency by its code of ISO 4217, such as USD.")
                .Build(static (ref _, ref parts) => OkrKpi.Unit.Money(parts.Text!)))
            .Kind<Unit, object>("percent", "Hundredths: 4 is four percent.", Of(UnitKind.Percent), static form => form
                .Build(static (ref _, ref _) => OkrKpi.Unit.Percent))
            .Kind<Unit, UnitParts>("duration", "A length of time.", Of(UnitKind.Duration), static form => form
                .Required("in", new DurationForm(), static each => each, static (ref parts, value) => parts.Of = value, "The unit of time.")
                .Build(static (ref _, ref parts) => parts.Of!))
            .Kind<Unit, UnitParts>("rating", "A mark on a scale from 0.", Of(UnitKind.Rating), static form => form
                .Required("outOf", Number, static each => each.Maximum!.Value, static (ref parts, value) => parts.Number = value, "The best mark, above 0.")
                .Build(static (ref json, ref parts) =>
                {
                    json.At("outOf");
                    return OkrKpi.Unit.RatingOutOf(parts.Number);
                }))
            .Kind<Unit, UnitParts>("index", "A number without a unit that has a name, such as NPS.", Of(UnitKind.Index), static form => form
                .Required("name", Text, static each => each.Name, static (ref parts, value) => parts.Text = value, "The name of the index.")
                .Build(static (ref _, ref parts) => OkrKpi.Unit.Index(parts.Text!)))
            .Kind<Unit, UnitParts>("ratio", "An amount per thing, such as USD per customer.", Of(UnitKind.Ratio), form => form
                .Required("of", unit, static each => each.Of!, static (ref parts, value) => parts.Of = value, "The unit of the amount.")
                .Required("per", Text, static each => each.Name, static (ref parts, value) => parts.Text = value, "The thing the amount is per.")
                .Build(static (ref json, ref parts) => parts.Of!.Per(Said(ref json, parts, "per"))))
            .Kind<Unit, UnitParts>("rate", "An amount in a period of time, such as percent a month.", Of(UnitKind.Rate), form => form
                .Required("of", unit, static each => each.Of!, static (ref parts, value) => parts.Of = value, "The unit of the amount.")
                .Required(
                    "every", EnumForm<Cadence>.Instance, static each => each.Every!.Value, static (ref parts, value) => parts.Every = value,
                    "The period of time.")
                .Build(static (ref _, ref parts) => parts.Of!.Per(parts.Every)));
    }

    private static Func<Unit, Unit?> Of(UnitKind kind) => unit => unit.Kind == kind ? unit : null;

    private static string Said(ref JsonSource json, UnitParts parts, string member)
    {
        json.At(member);
        return parts.Text!;
    }

    /// <summary>The number to stay below; <see langword="null"/> of any other target.</summary>
    internal static decimal? Below(Target? target) => target is { IsStrict: true } && target.Fits(Direction.LowerIsBetter) ? target.Value : null;

    /// <summary>The number to get above; <see langword="null"/> of any other target.</summary>
    internal static decimal? Above(Target? target) => target is { IsStrict: true } && target.Fits(Direction.HigherIsBetter) ? target.Value : null;

    private sealed class TargetParts
    {
        internal decimal? Low;
        internal decimal? High;
        internal decimal? Below;
        internal decimal? Above;
    }

    private sealed class BandParts
    {
        internal decimal? Low;
        internal decimal? High;
    }

    private sealed class UnitParts
    {
        internal string? Text;
        internal decimal Number;
        internal Unit? Of;
        internal Cadence Every;
    }

    private sealed class DurationForm : JsonForm<Unit>
    {
        internal override Unit Read(ref JsonSource json)
        {
            json.Expect(JsonTokenType.String, "a string");
            foreach (var (name, unit) in Durations)
            {
                if (json.Is(Encoding.UTF8.GetBytes(name)))
                {
                    return unit;
                }
            }

            throw json.Wrong($"'{json.Shown()}' is not known; allowed are {string.Join(", ", Durations.Select(each => each.Name))}.");
        }

        internal override void Write(Utf8JsonWriter json, Unit value) =>
            json.WriteStringValue(Array.Find(Durations, each => each.Unit.Equals(value)).Name);

        internal override JsonObject Schema(SchemaDefinitions definitions) =>
            new() { ["type"] = "string", ["enum"] = new JsonArray([.. Durations.Select(each => each.Name)]) };
    }

    private sealed class TargetForm : JsonForm<Target>
    {
        internal override Target Read(ref JsonSource json)
        {
            try
            {
                return json.Token == JsonTokenType.StartObject ? NoPlainNumber.Read(ref json) : OkrKpi.Target.Of(json.Number());
            }
            catch (Exception exception) when (JsonSource.IsRefusal(exception))
            {
                throw json.Refused(exception);
            }
        }

        internal override void Write(Utf8JsonWriter json, Target value)
        {
            if (value is { IsStrict: false, Value: { } number })
            {
                Number.Write(json, number);
            }
            else
            {
                NoPlainNumber.Write(json, value);
            }
        }

        internal override void WriteItem(Utf8JsonWriter json, Target value)
        {
            if (value is { IsStrict: false, Value: { } number })
            {
                Number.WriteItem(json, number);
            }
            else
            {
                NoPlainNumber.WriteItem(json, value);
            }
        }

        internal override JsonObject Schema(SchemaDefinitions definitions) =>
            new() { ["oneOf"] = new JsonArray(Number.Schema(definitions), NoPlainNumber.Schema(definitions)) };
    }
}
