using System.Text;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What tells an item of a list from the others: its id, date or name, and which one it is among those with the same.</summary>
internal sealed record PreservedItem(string Key, int Ordinal)
{
    // In the order of asking. Texts and numbers tell items apart, nothing else does.
    private static readonly string[] Keys = ["id", "kpi", "from", "date", "at", "name", "part"];

    internal static PreservedItem Next(string key, Dictionary<string, int> seen)
    {
        var same = seen.GetValueOrDefault(key);
        seen[key] = same + 1;
        return new(key, same);
    }

    /// <summary>The key of an item that was read. A member that nobody knows tells nothing apart, whatever its name: it is not there when the portfolio is written.</summary>
    internal static string KeyOf(JsonElement item, Predicate<string> isUnknown) => item.ValueKind != JsonValueKind.Object
        ? ""
        : string.Join('\n', Keys.Select(key => item.TryGetProperty(key, out var value) && !isUnknown(key) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : ""));

    /// <summary>The key of an item that is written, where the reader stands at its start.</summary>
    internal static string KeyOf(Utf8JsonReader reader)
    {
        var values = new string?[Keys.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyAt(ref reader);
            reader.Read();
            if (key >= 0)
            {
                values[key] = TextOf(ref reader);
            }

            reader.Skip();
        }

        return string.Join('\n', values);
    }

    private static int KeyAt(ref Utf8JsonReader reader)
    {
        for (var key = 0; key < Keys.Length; key++)
        {
            if (reader.ValueTextEquals(Keys[key]))
            {
                return key;
            }
        }

        return -1;
    }

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
