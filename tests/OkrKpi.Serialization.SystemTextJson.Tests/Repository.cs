namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    internal static string Folder { get; } = Find();

    internal static string Samples => Path.Combine(Folder, "samples");

    internal static string Documents => Path.Combine(Folder, "tests", "OkrKpi.Serialization.SystemTextJson.Tests", "documents");

    internal static string SchemaFile(string name) => Path.Combine(Folder, "src", "OkrKpi.Serialization.SystemTextJson", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OkrKpi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("OkrKpi.sln is in no folder above the tests.");
        }

        return folder;
    }
}
