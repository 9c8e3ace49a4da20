using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A member nobody knows, with the way to it: names of members, and what tells an item of a list from the others.</summary>
internal sealed class PreservedMember
{
    // What tells items apart, in the order of asking.
    private static readonly string[] Keys = ["id", "kpi", "from", "date", "at", "name", "part"];

    private readonly object[] way;
    private readonly string name;
    private readonly string json;

    private PreservedMember(object[] way, string name, string json)
    {
        this.way = way;
        this.name = name;
        this.json = json;
    }

    internal static PreservedMember[] Of(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options, List<long> unknown, out int version)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var reader = JsonDocumentReader.Options(options);
        using var document = JsonDocument.Parse(
            utf8.ToArray(), new JsonDocumentOptions { AllowTrailingCommas = reader.AllowTrailingCommas, CommentHandling = reader.CommentHandling, MaxDepth = reader.MaxDepth });
        version = document.RootElement.GetProperty("version").GetInt32();

        var members = new List<PreservedMember>(unknown.Count);
        foreach (var steps in JsonPath.StepsTo(new Utf8JsonReader(utf8, reader), unknown))
        {
            var way = new object[steps.Length - 1];
            var element = document.RootElement;
            for (var index = 0; index < way.Length; index++)
            {
                if (steps[index] is int item)
                {
                    way[index] = ItemOf(element, item);
                    element = element[item];
                }
                else
                {
                    way[index] = steps[index];
                    element = element.GetProperty((string)steps[index]);
                }
            }

            var name = (string)steps[^1];
            members.Add(new(way, name, element.GetProperty(name).GetRawText()));
        }

        return [.. members];
    }

    internal void PutInto(JsonNode document)
    {
        var node = document;
        foreach (var step in way)
        {
            node = step is Item item ? Find(node as JsonArray, item) : (node as JsonObject)?[(string)step];
            if (node is null)
            {
                return;
            }
        }

        if (node is JsonObject owner && !owner.ContainsKey(name))
        {
            owner.Add(name, JsonNode.Parse(json));
        }
    }

    private static Item ItemOf(JsonElement list, int index)
    {
        var key = KeyOf(list[index]);
        var same = list.EnumerateArray().Take(index).Count(each => KeyOf(each) == key);
        return new(key, same);
    }

    private static string KeyOf(JsonElement item) => item.ValueKind != JsonValueKind.Object
        ? ""
        : string.Join('\n', Keys.Select(key => item.TryGetProperty(key, out var value) ? value.ToString() : ""));

    private static JsonNode? Find(JsonArray? list, Item wanted) =>
        list?.Where(each => KeyOf(each) == wanted.Key).ElementAtOrDefault(wanted.Ordinal);

    private static string KeyOf(JsonNode? item) => item is not JsonObject owner
        ? ""
        : string.Join('\n', Keys.Select(key => owner[key]?.ToString() ?? ""));

    private sealed record Item(string Key, int Ordinal);
}
