using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A member nobody knows, with the way to it: names of members, and what tells an item of a list from the others.</summary>
internal sealed class PreservedMember
{
    // What tells items apart, in the order of asking.
    private static readonly string[] Keys = ["id", "kpi", "from", "date", "at", "name", "part"];

    // It has been read once, by whatever options.
    private static readonly JsonDocumentOptions AsRead = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = PortfolioJsonOptions.LargestDepth };

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
        if (unknown.Count > 0)
        {
            Check(utf8, reader);
        }

        using var document = JsonDocument.Parse(
            utf8.ToArray(), new JsonDocumentOptions { AllowTrailingCommas = reader.AllowTrailingCommas, CommentHandling = reader.CommentHandling, MaxDepth = reader.MaxDepth });
        version = document.RootElement.GetProperty("version").GetInt32();

        var members = new List<PreservedMember>(unknown.Count);
        Gather(document.RootElement, JsonPath.StepsTo(new Utf8JsonReader(utf8, reader), unknown).ToArray(), [], members);
        return [.. members];
    }

    /// <summary>Puts members back where they stood, as far as that is still there.</summary>
    internal static void PutInto(JsonNode document, IEnumerable<PreservedMember> members)
    {
        var lists = new Dictionary<JsonArray, Dictionary<Item, JsonNode?>>();
        foreach (var member in members)
        {
            member.PutInto(document, lists);
        }
    }

    private static void Check(ReadOnlySpan<byte> utf8, JsonReaderOptions options)
    {
        var start = new Utf8JsonReader(utf8, options);
        try
        {
            var first = start;
            first.Read();
            UnreadJson.Check(first);
        }
        catch (JsonFault fault)
        {
            throw JsonDocumentReader.Exception(JsonPath.Problem(utf8, start, fault), fault.InnerException);
        }
    }

    // The ways are in the order of the document, so one look at each member and item finds them all.
    private static void Gather(JsonElement element, ReadOnlySpan<object[]> ways, object[] way, List<PreservedMember> members)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var ofItems = new HashSet<(int, string)>();
            foreach (var steps in ways)
            {
                if (steps.Length == way.Length + 2)
                {
                    ofItems.Add(((int)steps[^2], (string)steps[^1]));
                }
            }

            var items = ItemsOf(element, (index, key) => ofItems.Contains((index, key)));
            while (!ways.IsEmpty)
            {
                var (item, key) = items[(int)ways[0][way.Length]];
                Gather(item, Together(ref ways, way.Length), [.. way, key], members);
            }

            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (ways.IsEmpty)
            {
                return;
            }

            if (!member.NameEquals((string)ways[0][way.Length]))
            {
                continue;
            }

            if (ways[0].Length == way.Length + 1)
            {
                members.Add(new(way, member.Name, member.Value.GetRawText()));
                ways = ways[1..];
            }
            else
            {
                Gather(member.Value, Together(ref ways, way.Length), [.. way, member.Name], members);
            }
        }
    }

    // Cuts off the first ways that take the same step.
    private static ReadOnlySpan<object[]> Together(ref ReadOnlySpan<object[]> ways, int step)
    {
        var count = 1;
        while (count < ways.Length && ways[count][step].Equals(ways[0][step]))
        {
            count++;
        }

        var together = ways[..count];
        ways = ways[count..];
        return together;
    }

    // A member that nobody knows tells nothing apart, whatever its name: it is not there when the portfolio is written.
    private static (JsonElement Element, Item Item)[] ItemsOf(JsonElement list, Func<int, string, bool> isUnknown)
    {
        var seen = new Dictionary<string, int>();
        return [.. list.EnumerateArray().Select((each, index) => (each, Next(KeyOf(each, key => isUnknown(index, key)), seen)))];
    }

    private static Dictionary<Item, JsonNode?> ItemsOf(JsonArray list)
    {
        var seen = new Dictionary<string, int>();
        return list.ToDictionary(each => Next(KeyOf(each), seen));
    }

    private static Item Next(string key, Dictionary<string, int> seen)
    {
        var same = seen.GetValueOrDefault(key);
        seen[key] = same + 1;
        return new(key, same);
    }

    private static string KeyOf(JsonElement item, Predicate<string> isUnknown) => item.ValueKind != JsonValueKind.Object
        ? ""
        : string.Join('\n', Keys.Select(key => item.TryGetProperty(key, out var value) && !isUnknown(key) ? value.ToString() : ""));

    private static string KeyOf(JsonNode? item) => item is not JsonObject owner
        ? ""
        : string.Join('\n', Keys.Select(key => owner[key]?.ToString() ?? ""));

    private void PutInto(JsonNode document, Dictionary<JsonArray, Dictionary<Item, JsonNode?>> lists)
    {
        var node = document;
        foreach (var step in way)
        {
            if (step is not Item item)
            {
                node = (node as JsonObject)?[(string)step];
            }
            else if (node is JsonArray list)
            {
                if (!lists.TryGetValue(list, out var items))
                {
                    lists.Add(list, items = ItemsOf(list));
                }

                node = items.GetValueOrDefault(item);
            }
            else
            {
                return;
            }
        }

        if (node is JsonObject owner && !owner.ContainsKey(name))
        {
            owner.Add(name, JsonNode.Parse(json, null, AsRead));
        }
    }

    private sealed record Item(string Key, int Ordinal);
}
