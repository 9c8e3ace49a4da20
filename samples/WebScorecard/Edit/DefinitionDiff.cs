using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebScorecard.Edit;

/// <summary>What differs between two definitions: items of lists are matched by their id or name, whatever their order.</summary>
internal static class DefinitionDiff
{
    // Read by people, not by a browser as markup: a page encodes it.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Keys = ["id", "kpi", "name", "by", "code"];

    public static IReadOnlyList<Difference> Between(string before, string after) =>
        [.. Of("", JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject())];

    private static IEnumerable<Difference> Of(string of, JsonObject before, JsonObject after) =>
        before.Select(member => member.Key).Union(after.Select(member => member.Key))
            .SelectMany(name => Of(of, name, before[name], after[name]));

    private static IEnumerable<Difference> Of(string of, string name, JsonNode? before, JsonNode? after) =>
        JsonNode.DeepEquals(before, after) ? []
            : Items(before ?? new JsonArray()) is { } old && Items(after ?? new JsonArray()) is { } now ? OfItems(of, old, now)
            : [new(of, name, Written(before), Written(after))];

    private static IEnumerable<Difference> OfItems(string of, Dictionary<string, JsonObject> before, Dictionary<string, JsonObject> after) =>
        before.Keys.Union(after.Keys).SelectMany(key => (before.GetValueOrDefault(key), after.GetValueOrDefault(key)) switch
        {
            ({ } old, { } now) => Of(Joined(of, Name(now)), old, now),
            ({ } old, null) => [new(Joined(of, Name(old)), null, Written(old), null)],
            (null, { } now) => [new(Joined(of, Name(now)), null, null, Written(now))],
            _ => Enumerable.Empty<Difference>(),
        });

    // The items of a list by what tells them apart; null when it is no list of such items.
    private static Dictionary<string, JsonObject>? Items(JsonNode node)
    {
        var items = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        return node is JsonArray list && list.All(each => each is JsonObject item && KeyOf(item) is { } key && items.TryAdd(key, item)) ? items : null;
    }

    private static string? KeyOf(JsonObject item) => Keys.Select(key => item[key]).OfType<JsonValue>().FirstOrDefault()?.ToString();

    private static string Name(JsonObject item) => (item["name"] ?? item["title"] ?? KeyOf(item))?.ToString() ?? "";

    private static string Joined(string of, string name) => of.Length == 0 ? name : $"{of} › {name}";

    private static string? Written(JsonNode? node) => node is JsonValue value ? value.ToString() : node?.ToJsonString(Readable);
}
