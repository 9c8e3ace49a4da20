using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A member of an enum by its name in camelCase; numbers are refused.</summary>
internal sealed class EnumForm<TEnum> : JsonForm<TEnum>
    where TEnum : struct, Enum
{
    // Made when first used: a document uses few of the enums, and a short program should not wait for the others.
    private Table? table;

    private EnumForm()
    {
    }

    internal static EnumForm<TEnum> Instance { get; } = new();

    private Table Members => table ??= new();

    internal override TEnum Read(ref JsonSource json)
    {
        json.Expect(JsonTokenType.String, "a string");
        var members = Members;
        for (var index = 0; index < members.Utf8.Length; index++)
        {
            if (json.Is(members.Utf8[index]))
            {
                return members.Values[index];
            }
        }

        throw json.Wrong($"'{json.Shown()}' is not known; allowed are {string.Join(", ", members.Names)}.");
    }

    internal override void Write(Utf8JsonWriter json, TEnum value) => json.WriteStringValue(AsName(value));

    internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Members.Names]) };

    internal override string AsName(TEnum value) => Array.IndexOf(Members.Values, value) is var index and >= 0
        ? Members.Names[index]
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{value} is no {typeof(TEnum).Name}.");

    internal override TEnum OfName(string name) => Array.IndexOf(Members.Names, name) is var index and >= 0
        ? Members.Values[index]
        : throw new ArgumentException($"'{JsonText.Shorten(name)}' is not known; allowed are {string.Join(", ", Members.Names)}.");

    private sealed class Table
    {
        internal Table()
        {
            (Values, Names) = (Enum.GetValues<TEnum>(), Enum.GetNames<TEnum>());

            // The zero of IsoDayOfWeek is no day.
            if (typeof(TEnum) == typeof(IsoDayOfWeek))
            {
                (Values, Names) = (Values[1..], Names[1..]);
            }

            Utf8 = new byte[Names.Length][];
            for (var index = 0; index < Names.Length; index++)
            {
                Names[index] = JsonNamingPolicy.CamelCase.ConvertName(Names[index]);
                Utf8[index] = Encoding.UTF8.GetBytes(Names[index]);
            }
        }

        internal TEnum[] Values { get; }

        internal string[] Names { get; }

        internal byte[][] Utf8 { get; }
    }
}
