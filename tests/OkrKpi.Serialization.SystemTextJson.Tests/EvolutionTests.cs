using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>Documents of every version open for ever. The files of a version are kept as they are; only new ones are added.</summary>
public sealed class EvolutionTests
{
    private static readonly string Documents = Repository.PathOf("tests", "OkrKpi.Serialization.SystemTextJson.Tests", "documents");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Documents, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Documents, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_kept_document_opens_and_is_written_as_the_current_version(string file)
    {
        var portfolio = PortfolioJson.Read(File.ReadAllBytes(Path.Combine(Documents, file)));
        var written = PortfolioJson.Write(portfolio);
        Assert.Equal(written, PortfolioJson.Write(PortfolioJson.Read(written)));
        using var document = JsonDocument.Parse(written);
        Assert.Equal(PortfolioForm.Version, document.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(PortfolioJson.SchemaId, document.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public void Every_version_has_kept_documents() =>
        Assert.Equal(
            Enumerable.Range(1, PortfolioForm.Version).Select(version => $"v{version}"),
            Directory.EnumerateDirectories(Documents).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_version_has_its_step_to_the_next() => Assert.Equal(1, PortfolioForm.Instance.Earliest);

    [Fact]
    public void The_document_with_everything_is_written_to_the_byte_as_it_was_kept()
    {
        var kept = Path.Combine(Documents, "v1", "everything.json");
        if (Environment.GetEnvironmentVariable("OKRKPI_KEEP_DOCUMENTS") == "1")
        {
            File.WriteAllText(kept, PortfolioJson.Write(Sample.Everything()) + "\n");
        }

        Assert.Equal(File.ReadAllText(kept).TrimEnd('\n'), PortfolioJson.Write(Sample.Everything()));
    }

    [Fact]
    public void Members_in_any_order_say_the_same() =>
        Assert.Equal(92m, PortfolioJson.Read(File.ReadAllText(Path.Combine(Documents, "v1", "by-hand.json"))).Measurements[0].Measurements[0].Value);
}
