using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>The cases with ids of a vector file.</summary>
internal static class Vectors
{
    internal static TheoryData<string> Ids(string file, string kind) =>
        [.. VectorFile.Cases(file).Where(vector => VectorFile.KindOf(vector) == kind).Select(IdOf)];

    internal static IEnumerable<string> Kinds(string file) => VectorFile.Cases(file).Select(VectorFile.KindOf).Distinct().Order(StringComparer.Ordinal);

    internal static JsonElement Case(string file, string id) => VectorFile.Cases(file).Single(vector => IdOf(vector) == id);

    private static string IdOf(JsonElement vector) => vector.GetProperty("id").GetString()!;
}
