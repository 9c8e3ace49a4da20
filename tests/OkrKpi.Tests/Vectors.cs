using System.Collections.Concurrent;
using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>The cases under <c>tests/vectors</c>; another file of the same form can be put in a file's place.</summary>
internal static class Vectors
{
    private static readonly ConcurrentDictionary<string, JsonElement> Documents = new();

    internal static TheoryData<string> Ids(string file, string kind)
    {
        var ids = new TheoryData<string>();
        foreach (var vector in Cases(file).Where(vector => vector.GetProperty("kind").GetString() == kind))
        {
            ids.Add(vector.GetProperty("id").GetString()!);
        }

        return ids;
    }

    internal static IEnumerable<string> Kinds(string file) =>
        Cases(file).Select(vector => vector.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal);

    internal static JsonElement Case(string file, string id) => Cases(file).Single(vector => vector.GetProperty("id").GetString() == id);

    /// <summary>A part of a file beside its cases, such as the series they speak of.</summary>
    internal static JsonElement Part(string file, string name) => Documents.GetOrAdd(file, Read).GetProperty(name);

    private static JsonElement.ArrayEnumerator Cases(string file) => Part(file, "cases").EnumerateArray();

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests", "vectors", file)));
        return document.RootElement.Clone();
    }
}
