using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class PortfolioDocumentTests
{
    private const string Newer = """
        { "version": 7, "colour": { "deep": [1, 2.50] },
          "kpis": [
            { "id": "b", "mood": "fine", "name": "B", "unit": { "kind": "percent", "shown": "%" }, "direction": "higherIsBetter", "cadence": "month", "aggregation": "last",
              "targets": [ { "from": "2026-02-01", "value": 2, "by": "Lan" }, { "from": "2026-01-01", "value": 1, "by": "Mai" } ] },
            { "id": "a", "name": "A", "unit": { "kind": "percent" }, "direction": "higherIsBetter", "cadence": "month", "aggregation": "last", "mood": "grim" }
          ] }
        """;

    [Fact]
    public void A_newer_version_and_unknown_members_are_refused_by_default() =>
        Assert.Equal("$.version", Assert.Throws<JsonException>(() => PortfolioJson.Read(Newer)).Path);

    [Fact]
    public void What_is_not_known_is_written_again_where_it_stood()
    {
        var written = JsonNode.Parse(PortfolioDocument.Read(Newer).Write())!;
        Assert.Equal(7, (int)written["version"]!);
        Assert.Equal("{\"deep\":[1,2.50]}", written["colour"]!.ToJsonString());
        Assert.Equal("fine", (string?)written["kpis"]![0]!["mood"]);
        Assert.Equal("grim", (string?)written["kpis"]![1]!["mood"]);
        Assert.Equal("%", (string?)written["kpis"]![0]!["unit"]!["shown"]);

        // Decisions are kept in the order they were taken, so these two changed places.
        Assert.Equal("Mai", (string?)written["kpis"]![0]!["targets"]![0]!["by"]);
        Assert.Equal("Lan", (string?)written["kpis"]![0]!["targets"]![1]!["by"]);
    }

    [Fact]
    public void A_second_round_changes_nothing()
    {
        var once = PortfolioDocument.Read(Newer).Write();
        Assert.Equal(once, PortfolioDocument.Read(once).Write());
    }

    [Fact]
    public void What_belonged_to_something_removed_goes_with_it()
    {
        var document = PortfolioDocument.Read(Newer);
        var written = document.With(Portfolio.Of([document.Portfolio.Kpis[1]], [], [])).Write();
        Assert.Contains("grim", written, StringComparison.Ordinal);
        Assert.DoesNotContain("fine", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_unknown_is_written_as_a_portfolio_is()
    {
        var text = PortfolioJson.Write(Sample.Everything());
        Assert.Equal(text, PortfolioDocument.Read(text).Write());
    }

    [Fact]
    public void A_member_nobody_knows_is_kept_even_where_its_name_tells_other_items_apart()
    {
        const string Named = """{"version":1,"kpis":[{"id":"b","name":"B","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}],"measurements":[{"kpi":"b","values":[{"id":"m1","date":"2026-01-01","value":1},{"id":"m2","date":"2026-01-02","value":2}]}]}""";
        Assert.Equal(Named, PortfolioDocument.Read(Named).Write(PortfolioJsonOptions.Default.With(DocumentLayout.Compact))
            .Replace($"\"$schema\":\"{PortfolioJson.SchemaId}\",", "", StringComparison.Ordinal)
            .Replace("\"date\":\"2026-01-01\",\"value\":1,\"id\":\"m1\"", "\"id\":\"m1\",\"date\":\"2026-01-01\",\"value\":1", StringComparison.Ordinal)
            .Replace("\"date\":\"2026-01-02\",\"value\":2,\"id\":\"m2\"", "\"id\":\"m2\",\"date\":\"2026-01-02\",\"value\":2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("b", "\"at\":\"2026-01-05T09:00:00.000Z\"")]
    [InlineData("b", "\"at\":\"2026-01-05T09:00:00.120Z\"")]
    [InlineData(" b ", "\"date\":\"2026-01-05\"")]
    public void A_member_is_kept_also_where_what_tells_its_item_apart_is_written_another_way_again(string id, string when)
    {
        var json = """{"version":1,"kpis":[{"id":"ID","name":"B","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"last","mood":1}],"measurements":[{"kpi":"ID","mood":2,"values":[{WHEN,"value":1,"mood":3}]}]}""";
        var written = JsonNode.Parse(
            PortfolioDocument.Read(json.Replace("ID", id, StringComparison.Ordinal).Replace("WHEN", when, StringComparison.Ordinal)).Write())!;
        Assert.Equal(1, (int?)written["kpis"]![0]!["mood"]);
        Assert.Equal(2, (int?)written["measurements"]![0]!["mood"]);
        Assert.Equal(3, (int?)written["measurements"]![0]!["values"]![0]!["mood"]);
    }

    [Fact]
    public void A_member_in_each_of_very_many_items_is_kept()
    {
        var items = string.Join(
            ',', Enumerable.Range(0, 30_000).Select(index => $"{{\"at\":\"2026-01-01T00:00:00.{index:000000}1Z\",\"value\":1,\"mood\":{index}}}"));
        var text = PortfolioDocument.Read(
            """{"version":1,"kpis":[{"id":"b","name":"B","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}],"measurements":[{"kpi":"b","values":[""" + items + "]}]}")
            .Write();
        Assert.Equal(30_000, text.Split("\"mood\"").Length - 1);
        Assert.Contains("\"mood\": 29999", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_members_of_one_object_are_kept_in_their_order()
    {
        var unknown = string.Join(',', Enumerable.Range(0, 30_000).Select(index => $"\"x{index}\":{index}"));
        var kept = JsonNode.Parse(PortfolioDocument.Read("{\"version\":1," + unknown + ",\"kpis\":[]}").Write())!.AsObject();
        Assert.Equal(unknown, string.Join(',', kept.Where(member => member.Key.StartsWith('x')).Select(member => $"\"{member.Key}\":{member.Value}")));
    }

    [Fact]
    public void What_is_kept_of_a_document_that_people_wrote_is_strict_JSON()
    {
        var lenient = PortfolioJsonOptions.Default.With(DocumentSyntax.CommentsAndTrailingCommas);
        var text = PortfolioDocument.Read("{\"version\":1, // by hand\n\"colour\":[1,/* or */2,], \"mood\" : /* very */ {\"deep\":true,},}", lenient).Write();
        Assert.Equal(text, PortfolioDocument.Read(text).Write());
        Assert.Equal("[1,2]", JsonNode.Parse(text)!["colour"]!.ToJsonString());
        Assert.Equal("{\"deep\":true}", JsonNode.Parse(text)!["mood"]!.ToJsonString());
    }

    [Fact]
    public void What_is_kept_may_be_as_deep_as_the_options_allow()
    {
        var deepest = PortfolioJsonOptions.Default.WithMaximumDepth(256);
        var deep = new string('[', 255) + new string(']', 255);
        var text = PortfolioDocument.Read("{\"version\":1,\"colour\":" + deep + "}", deepest).Write(deepest.With(DocumentLayout.Compact));
        Assert.Contains(deep, text, StringComparison.Ordinal);
        Assert.Equal(text, PortfolioDocument.Read(text, deepest).Write(deepest.With(DocumentLayout.Compact)));
    }

    [Fact]
    public void There_is_a_limit_to_what_is_kept()
    {
        const string Three = """{"version":1,"a":1,"b":2,"c":3}""";
        Assert.NotNull(PortfolioDocument.Read(Three, PortfolioJsonOptions.Default.WithMaximumItems(3)));
        var refusal = Assert.Throws<JsonException>(() => PortfolioDocument.Read(Three, PortfolioJsonOptions.Default.WithMaximumItems(2)));
        Assert.Equal("$.c", refusal.Path);
        Assert.Contains(nameof(PortfolioJsonOptions.WithMaximumItems), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_must_fit_all_the_same() =>
        Assert.Equal(
            "$.kpis[0].direction",
            Assert.Throws<JsonException>(() => PortfolioDocument.Read(Newer.Replace("higherIsBetter", "up", StringComparison.Ordinal))).Path);
}
