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

    /// <summary>A schema that stands alone, with the parts it refers to.</summary>
    internal static JsonObject Document(string id, string title, Func<SchemaDefinitions, JsonObject> describe)
    {
        var parts = new SchemaDefinitions();
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id, ["title"] = title };
        foreach (var (name, value) in describe(parts))
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject(parts.definitions.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key, each.Value)));
        return schema;
    }
}
