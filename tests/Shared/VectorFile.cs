using System.Collections.Concurrent;
using System.Text.Json;

namespace OkrKpi.Testing;

/// <summary>A file of cases under <c>tests/vectors</c>; another file of the same form can be put in a file's place.</summary>
internal static class VectorFile
{
    private static readonly ConcurrentDictionary<string, JsonElement> Documents = new();

    /// <summary>The cases, in the order of the file: its root where that is a list, else its member <c>cases</c>.</summary>
    internal static JsonElement.ArrayEnumerator Cases(string file)
    {
        var root = Documents.GetOrAdd(file, Read);
        return (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("cases")).EnumerateArray();
    }

    /// <summary>A part of a file beside its cases, such as the series they speak of.</summary>
    internal static JsonElement Part(string file, string name) => Documents.GetOrAdd(file, Read).GetProperty(name);

    /// <summary>What a case is about, as the file says.</summary>
    internal static string KindOf(JsonElement vector) => vector.GetProperty("kind").GetString()!;

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests", "vectors", file)));
        return document.RootElement.Clone();
    }
}
