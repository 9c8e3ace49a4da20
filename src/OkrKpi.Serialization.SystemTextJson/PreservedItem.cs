using System.Text.Json;
using NodaTime.Text;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>What tells an item of a list from the others: its id, date or name, and which one it is among those with the same.</summary>
internal sealed record PreservedItem(string Key, int Ordinal)
{
    // In the order of asking; all of them are texts.
    private static readonly string[] Keys = ["id", "kpi", "from", "date", "at", "name", "part"];

    internal static PreservedItem Next(string key, Dictionary<string, int> seen)
    {
        var same = seen.GetValueOrDefault(key);
        seen[key] = same + 1;
        return new(key, same);
    }

    /// <summary>
    /// The key of an item that was read. A member that nobody knows tells nothing apart, whatever its name: it is not there when the portfolio is written.
    /// </summary>
    internal static string KeyOf(JsonElement item, Predicate<string> isUnknown) => item.ValueKind != JsonValueKind.Object
        ? ""
        : string.Join('\n', Keys.Select(
            key => item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && !isUnknown(key) ? AsWritten(key, value.GetString()!)
                : ""));

    /// <summary>The key of an item that is written, where the reader stands at its start.</summary>
    internal static string KeyOf(Utf8JsonReader reader)
    {
        var values = new string?[Keys.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = KeyAt(ref reader);
            reader.Read();
            if (key >= 0 && reader.TokenType == JsonTokenType.String)
            {
                values[key] = reader.GetString();
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

    // As the portfolio writes it again: texts without blanks around them, instants without zeros at the end.
    private static string AsWritten(string key, string text) =>
        key == "at" && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant }
            ? InstantPattern.ExtendedIso.Format(instant)
            : text.Trim();
}
