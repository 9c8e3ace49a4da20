using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>The cases under <c>tests/vectors</c>; another file of the same form can be put in a file's place.</summary>
internal static class Vectors
{
    internal static TheoryData<string> Ids(string file, string kind)
    {
        var ids = new TheoryData<string>();
        foreach (var vector in Cases(file).Where(vector => vector.GetProperty("kind").GetString() == kind))
        {
            ids.Add(vector.GetProperty("id").GetString()!);
        }

        return ids;
    }

    internal static JsonElement Case(string file, string id) => Cases(file).Single(vector => vector.GetProperty("id").GetString() == id);

    private static JsonElement.ArrayEnumerator Cases(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OkrKpi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("OkrKpi.sln is in no folder above the tests.");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tests", "vectors", file)));
        return document.RootElement.GetProperty("cases").Clone().EnumerateArray();
    }
}
