using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A member of an enum by its name in camelCase; numbers are refused.</summary>
internal sealed class EnumForm<TEnum> : JsonForm<TEnum>
    where TEnum : struct, Enum
{
    private readonly TEnum[] values;
    private readonly string[] names;
    private readonly byte[][] utf8;

    private EnumForm()
    {
        // The zero of IsoDayOfWeek is no day.
        values = [.. Enum.GetValues<TEnum>().Where(static value => value is not IsoDayOfWeek.None)];
        names = [.. values.Select(static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))];
        utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    internal static EnumForm<TEnum> Instance { get; } = new();

    internal override TEnum Read(ref JsonSource json)
    {
        json.Expect(JsonTokenType.String, "a string");
        for (var index = 0; index < utf8.Length; index++)
        {
            if (json.Is(utf8[index]))
            {
                return values[index];
            }
        }

        throw json.Wrong($"'{json.Shown()}' is not known; allowed are {string.Join(", ", names)}.");
    }

    internal override void Write(Utf8JsonWriter json, TEnum value) => json.WriteStringValue(AsName(value));

    internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. names]) };

    internal override string AsName(TEnum value) =>
        Array.IndexOf(values, value) is var index and >= 0 ? names[index] : throw new ArgumentOutOfRangeException(nameof(value), value, $"{value} is no {typeof(TEnum).Name}.");

    internal override TEnum OfName(string name) => Array.IndexOf(names, name) is var index and >= 0
        ? values[index]
        : throw new ArgumentException($"'{JsonText.Shorten(name)}' is not known; allowed are {string.Join(", ", names)}.");
}
