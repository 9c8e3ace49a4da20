using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>
/// Documents of earlier versions, tried with versions that never were: in version 0 the KPIs were called metrics and their unit was a word, and before it
/// metrics were called indicators.
/// </summary>
public sealed class UpgradeTests
{
    private const string Old = """
        {
          "version": 0, // a remark
          "colour": { "deep": [1, 2.50] },
          "metrics": [
            { "id": "a", "mood": "fine", "name": "A", "measure": "percent", "direction": "higherIsBetter", "cadence": "month", "aggregation": "last" },
            { "id": "b", "name": "B", "measure": "percent", "direction": "higherIsBetter", "cadence": "month", "aggregation": "last",
              "targets": [ { "from": "2026-01-01", "value": 1.50, "by": "Mai" } ] }
          ],
          "measurements": [
            { "kpi": "b", "values": [
              { "date": "2026-01-01", "value": 12.340 } ] } ],
        }
        """;

    private static readonly PortfolioJsonOptions Options = PortfolioJsonOptions.Default.With(DocumentSyntax.CommentsAndTrailingCommas);

    private static readonly PortfolioForm Form = new(IndicatorsToMetrics, MetricsToKpis);

    [Fact]
    public void An_earlier_version_is_read_as_what_it_says_now()
    {
        var portfolio = Read(Old);
        Assert.Equal(["a", "b"], portfolio.Kpis.Select(kpi => kpi.Id.Value));
        Assert.Equal(Unit.Percent, portfolio.Kpis[0].Unit);
        Assert.Contains("12.340", PortfolioJson.Write(portfolio), StringComparison.Ordinal);
        Assert.Contains("1.50", PortfolioJson.Write(portfolio), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_from_its_version_on_is_taken()
    {
        var older = Old.Replace("\"version\": 0", "\"version\": -1", StringComparison.Ordinal).Replace("metrics", "indicators", StringComparison.Ordinal);
        Assert.Equal(PortfolioJson.Write(Read(Old)), PortfolioJson.Write(Read(older)));
    }

    [Fact]
    public void A_document_of_the_current_version_takes_no_step()
    {
        var form = new PortfolioForm(static _ => Assert.Fail("a step was taken"));
        Assert.NotNull(JsonDocumentReader.Read(PortfolioJson.WriteUtf8(Sample.Everything()), form, PortfolioJsonOptions.Default));
    }

    [Fact]
    public void A_version_without_a_step_is_refused()
    {
        Assert.Equal(
            "$.version, line 2: there is no version -2; allowed are -1 to 1.",
            Refused(Old.Replace("\"version\": 0", "\"version\": -2", StringComparison.Ordinal)).Message);
        Assert.StartsWith(
            "$.version, line 2: version 2 is newer than this reader; allowed are -1 to 1;",
            Refused(Old.Replace("\"version\": 0", "\"version\": 2", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData(
            "\"direction\": \"higherIsBetter\", \"cadence\": \"month\", \"aggregation\": \"last\",",
            "\"direction\": \"up\", \"cadence\": \"month\", \"aggregation\": \"last\",", "$.kpis[1].direction", 4, "'up' is not known")
    ]
    [InlineData("12.340", "\"12\"", "$.measurements[0].values[0].value", 11, "expected a number")]
    [InlineData("\"2026-01-01\", \"value\": 12.340", "\"2026-01-01\"", "$.measurements[0].values[0].value", 11, "missing")]
    [InlineData("\"kpi\": \"b\"", "\"kpi\": \"c\"", "$.measurements[0].kpi", 10, "the KPI 'c', which is not in the portfolio")]
    [InlineData("\"id\": \"b\"", "\"id\": \"a\"", "$.kpis[1].id", 1, "given twice")]
    public void A_fault_has_its_path_once_upgraded_and_the_line_that_leads_there(string good, string bad, string path, int line, string says)
    {
        // Keys that an upgrade has renamed lead nowhere in the original, so the line is the last one on the way.
        var refusal = Refused(Plain(Old.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Equal(path, refusal.Path);
        Assert.Equal(path.StartsWith("$.kpis", StringComparison.Ordinal) ? 1 : line, refusal.LineNumber + 1);
        Assert.Contains("once upgraded from version 0: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_collected()
    {
        var bad = Plain(Old.Replace("higherIsBetter", "up", StringComparison.Ordinal).Replace("12.340", "\"12\"", StringComparison.Ordinal));
        var portfolio = JsonDocumentReader.TryRead(Encoding.UTF8.GetBytes(bad), Form, PortfolioJsonOptions.Default, out var problems);
        Assert.Null(portfolio);
        Assert.Equal(["$.kpis[0].direction", "$.kpis[1].direction", "$.measurements[0].values[0].value"], problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.StartsWith("once upgraded from version 0: ", problem.Text, StringComparison.Ordinal));
        Assert.Equal(11, problems[2].Line);
    }

    [Theory]
    [InlineData("\"id\": \"b\"", "\"id\": \"b\", \"id\": \"c\"", "$.metrics[1].id", 6, "given twice")]
    [InlineData("[1, 2.50]", "[1, {\"a\": 1, \"a\": 2}]", "$.colour.deep[1].a", 3, "given twice")]
    [InlineData("\"fine\"", "\"\\ud800\"", "$.metrics[0].mood", 5, "Unicode")]
    [InlineData("\"fine\"", "\"fi", "$.metrics[0].mood", 5, "no JSON")]
    [InlineData("\"metrics\": [", "\"metrics\": 5, \"others\": [", "$", 1, "does not fit that")]
    [InlineData("\"measure\": \"percent\"", "\"measure\": {}", "$", 1, "does not fit that")]
    public void What_no_step_should_see_is_refused_where_it_stands(string good, string bad, string path, int line, string says)
    {
        var refusal = Refused(Plain(Old.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Equal((path, line), (refusal.Path, refusal.LineNumber + 1));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_hold_for_the_original()
    {
        var utf8 = Encoding.UTF8.GetBytes(Plain(Old));
        Assert.Contains("WithMaximumBytes", Refused(Plain(Old), Options.WithMaximumBytes(utf8.Length - 1)).Message, StringComparison.Ordinal);
        Assert.Contains("depth", Refused(Old, Options.WithMaximumDepth(3)).Message, StringComparison.Ordinal);
        Assert.Contains("WithMaximumItems", Refused(Plain(Old), Options.WithMaximumItems(2)).Message, StringComparison.Ordinal);
        Assert.NotNull(JsonDocumentReader.Read(utf8, Form, Options.WithMaximumBytes(utf8.Length)));
    }

    [Fact]
    public void Members_nobody_knows_are_refused_or_kept_and_written_as_the_current_version()
    {
        Assert.Equal("$.colour", Refused(Old).Path);
        var written = JsonNode.Parse(PortfolioDocument.Read(Encoding.UTF8.GetBytes(Old), Options, Form).Write())!;
        Assert.Equal(PortfolioForm.Version, (int)written["version"]!);
        Assert.Equal("{\"deep\":[1,2.50]}", written["colour"]!.ToJsonString());
        Assert.Equal("fine", (string?)written["kpis"]![0]!["mood"]);
        Assert.Equal("Mai", (string?)written["kpis"]![1]!["targets"]![0]!["by"]);
        Assert.Null(written["metrics"]);
    }

    [Fact]
    public void A_portfolio_in_a_type_of_the_user_is_upgraded_too()
    {
        var options = new JsonSerializerOptions { Converters = { new FormConverter<Portfolio>(Form, PortfolioJsonOptions.Default) } };
        var json = $"{{\"List\":[],\n\"Value\":{Plain(Old)},\"After\":1}}";
        Assert.Equal(2, JsonSerializer.Deserialize<Holder<Portfolio>>(json, options)!.Value!.Kpis.Count);
        var refusal = Assert.Throws<JsonException>(
            () => JsonSerializer.Deserialize<Holder<Portfolio>>(json.Replace("12.340", "true", StringComparison.Ordinal), options));
        Assert.StartsWith(
            "measurements[0].values[0].value of Portfolio: once upgraded from version 0: expected a number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var utf8 = Encoding.UTF8.GetBytes(Old);
        for (var length = 0; length < utf8.Length - 1; length++)
        {
            Assert.Throws<JsonException>(() => JsonDocumentReader.Read(utf8.AsSpan(0, length), Form, Options));
        }
    }

    private static void IndicatorsToMetrics(JsonObject document) => Rename(document, "indicators", "metrics");

    private static void MetricsToKpis(JsonObject document)
    {
        Rename(document, "metrics", "kpis");
        foreach (var kpi in document["kpis"]?.AsArray() ?? [])
        {
            Rename(kpi!.AsObject(), "measure", "unit");
            kpi["unit"] = new JsonObject { ["kind"] = kpi["unit"]?.GetValue<string>() };
        }
    }

    private static void Rename(JsonObject owner, string from, string to)
    {
        var index = owner.IndexOf(from);
        if (index >= 0)
        {
            var value = owner[index];
            owner.RemoveAt(index);
            owner.Insert(index, to, value);
        }
    }

    // Without what only the options accept or the document keeps, with the lines where they were.
    private static string Plain(string old) =>
        old.Replace("// a remark", "", StringComparison.Ordinal).Replace("] } ],\n}", "] } ]\n}", StringComparison.Ordinal)
        .Replace("\"colour\": { \"deep\": [1, 2.50] },", "", StringComparison.Ordinal)
            .Replace("\"mood\": \"fine\", ", "", StringComparison.Ordinal)
            .Replace(", \"by\": \"Mai\"", "", StringComparison.Ordinal);

    private static Portfolio Read(string old) => JsonDocumentReader.Read(Encoding.UTF8.GetBytes(Plain(old)), Form, Options);

    private static JsonException Refused(string json) => Refused(json, Options);

    private static JsonException Refused(string json, PortfolioJsonOptions options) =>
        Assert.Throws<JsonException>(() => JsonDocumentReader.Read(Encoding.UTF8.GetBytes(json), Form, options));
}
