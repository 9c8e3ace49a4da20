using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>The names of members and the words of enums, which no fuzzer guesses.</summary>
internal static class Words
{
    /// <summary>The words as a dictionary of afl++, one a line, in the JSON string they stand in.</summary>
    internal static IEnumerable<string> OfSchema()
    {
        using var schema = JsonDocument.Parse(PortfolioJson.Schema());
        return [.. In(schema.RootElement).Distinct().Order(StringComparer.Ordinal).Select(static word => $"\"\\\"{word}\\\"\"")];
    }

    private static IEnumerable<string> In(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(static member => member.Name switch
        {
            "properties" => member.Value.EnumerateObject().SelectMany(static property => In(property.Value).Prepend(property.Name)),
            "enum" => member.Value.EnumerateArray().Where(static word => word.ValueKind == JsonValueKind.String).Select(static word => word.GetString()!),
            _ => In(member.Value),
        }),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(In),
        _ => [],
    };
}
