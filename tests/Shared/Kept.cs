namespace OkrKpi.Testing;

/// <summary>
/// What is kept in the repository as it is said, so that every change of it is seen and looked at. Renewed by running the tests with
/// <c>OKRKPI_UPDATE_SPECIFICATION=1</c>.
/// </summary>
internal static class Kept
{
    internal static void Is(string said, params ReadOnlySpan<string> path)
    {
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("OKRKPI_UPDATE_SPECIFICATION") == "1")
        {
            File.WriteAllText(file, said);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), said);
    }
}
