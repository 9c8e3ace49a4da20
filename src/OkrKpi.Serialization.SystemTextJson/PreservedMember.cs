using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A member nobody knows, with the way to it: names of members, and what tells an item of a list from the others.</summary>
internal sealed class PreservedMember
{
    // It has been read once, by whatever options.
    private static readonly JsonDocumentOptions AsRead = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = PortfolioJsonOptions.LargestDepth
    };

    private readonly string json;

    private PreservedMember(object[] way, string name, string json)
    {
        Way = way;
        Name = name;
        this.json = json;
    }

    /// <summary>Names of members, and for items of lists a <see cref="PreservedItem"/>.</summary>
    internal object[] Way { get; }

    internal string Name { get; }

    internal static PreservedMember[] Of(ReadOnlySpan<byte> utf8, PortfolioJsonOptions options, List<long> unknown, out int version)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var reader = options.Reader;
        if (unknown.Count > 0)
        {
            Check(utf8, reader);
        }

        using var document = JsonDocument.Parse(
            utf8.ToArray(),
            new JsonDocumentOptions { AllowTrailingCommas = reader.AllowTrailingCommas, CommentHandling = reader.CommentHandling, MaxDepth = reader.MaxDepth });
        version = document.RootElement.GetProperty("version").GetInt32();

        var members = new List<PreservedMember>(unknown.Count);
        Gather(document.RootElement, JsonPath.StepsTo(new Utf8JsonReader(utf8, reader), unknown).ToArray(), [], members);
        return [.. members];
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        using var value = JsonDocument.Parse(json, AsRead);
        value.WriteTo(writer);
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

    private static (JsonElement Element, PreservedItem Item)[] ItemsOf(JsonElement list, Func<int, string, bool> isUnknown)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. list.EnumerateArray().Select((each, index) => (each, PreservedItem.Next(PreservedItem.KeyOf(each, key => isUnknown(index, key)), seen)))];
    }
}
