using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>The named parts of a schema, each described once.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> definitions = new(StringComparer.Ordinal);

    internal JsonObject Refer(string name, Func<JsonObject> define)
    {
        if (definitions.TryAdd(name, null))
        {
            definitions[name] = define();
        }

        return new() { ["$ref"] = "#/$defs/" + name };
    }

    internal JsonObject ToJson() => new(definitions.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key, each.Value)));
}
