using System.Text.Json.Nodes;
using NJsonSchema;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>The schema that is shipped says what the reader accepts; an independent validator agrees with it.</summary>
public sealed class SchemaTests
{
    private static string SchemaFile(string name) => Repository.PathOf("src", "OkrKpi.Serialization.SystemTextJson", name);

    private static readonly Lazy<Task<JsonSchema>> Validator = new(ForValidatorAsync);

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains(
            $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => File.ReadAllText(file).Contains("\"measurements\"", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.PathOf("samples"), file))];

    public static TheoryData<string, string> Schemas =>
        new() { { "portfolio.v1.schema.json", PortfolioJson.Schema() }, { "review.v1.schema.json", PortfolioJson.ReviewSchema() } };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_file_that_is_shipped_is_the_schema_of_the_code(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("OKRKPI_UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(SchemaFile(file), text);
        }

        Assert.Equal(text, File.ReadAllText(SchemaFile(file)));
        Assert.EndsWith("/src/OkrKpi.Serialization.SystemTextJson/" + file, (string?)JsonNode.Parse(text)!["$id"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_member_is_described(string file, string text)
    {
        var schema = JsonNode.Parse(text)!;
        Assert.False(string.IsNullOrWhiteSpace((string?)schema["description"]), file);
        foreach (var (name, definition) in schema["$defs"]!.AsObject())
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)definition!["description"]), name);
            foreach (var (member, property) in definition["properties"]?.AsObject() ?? [])
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)property!["description"]), $"{name}.{member}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_bundled_samples_follow_it(string file) =>
        Assert.Empty((await Validator.Value).Validate(await File.ReadAllTextAsync(Repository.PathOf("samples", file))));

    [Fact]
    public async Task What_is_written_follows_it() => Assert.Empty((await Validator.Value).Validate(PortfolioJson.Write(Sample.Everything())));

    [Theory]
    [InlineData("""{"version":2}""")]
    [InlineData("""{}""")]
    [InlineData("""{"version":1,"colour":"red"}""")]
    [InlineData("""{"version":1,"name":" "}""")]
    [InlineData("""{"version":1,"kpis":[{"id":"a"}]}""")]
    [
        InlineData(
            """{"version":1,"kpis":[{"id":"a","name":"A","unit":{"kind":"furlong"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}]}""")
    ]
    [InlineData(
        """{"version":1,"kpis":[{"id":"a","name":"A","unit":{"kind":"percent","of":"x"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}]}""")]
    [InlineData("""{"version":1,"measurements":[{"kpi":"a","values":[{"value":1}]}]}""")]
    [InlineData("""{"version":1,"measurements":[{"kpi":"a","values":[{"value":"1","date":"2026-07-01"}]}]}""")]
    public async Task What_the_reader_refuses_it_refuses_too(string json)
    {
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => PortfolioJson.Read(json));
        Assert.NotEmpty((await Validator.Value).Validate(json));
    }

    // NJsonSchema knows the drafts before 2019-09, which call the same thing definitions.
    internal static Task<JsonSchema> ForValidatorAsync() => ForValidatorAsync(PortfolioJson.Schema());

    internal static Task<JsonSchema> ForValidatorAsync(string schema) => JsonSchema.FromJsonAsync(schema
        .Replace("$defs", "definitions", StringComparison.Ordinal)
            .Replace("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal));
}
