using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Fuzzing;

/// <summary>What no fuzzer guesses, as a dictionary of afl++.</summary>
internal static class Words
{
    // What JSON has and the documents that are written do not.
    private static readonly string[] OfJson = ["/**/", "//\n", "\\ud83d", "\\ude00", "\\u0000", "1e9", "null", "false"];

    /// <summary>The names of members and the words of enums, in the JSON strings they stand in, and pieces of JSON.</summary>
    internal static IEnumerable<string> All()
    {
        using var schema = JsonDocument.Parse(PortfolioJson.Schema());
        return [.. In(schema.RootElement).Distinct().Order(StringComparer.Ordinal).Select(static word => $"\"{word}\"").Concat(OfJson).Select(Quoted)];
    }

    // afl++ has the escapes \" and \\ and the bytes \x00.
    private static string Quoted(string word) =>
        $"\"{word.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\x0a", StringComparison.Ordinal)}\"";

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
