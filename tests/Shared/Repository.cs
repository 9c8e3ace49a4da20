namespace OkrKpi.Testing;

/// <summary>The repository that the tests run from.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(FindRoot);

    internal static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root.Value, .. parts]);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OkrKpi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("OkrKpi.sln is in no folder above the tests.");
        }

        return folder;
    }
}
