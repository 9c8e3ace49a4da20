using System.Net;
using System.Text.Json.Nodes;

namespace WebScorecard.Tests;

/// <summary>What a form does not ask for is there after it was saved. Each test has a database of its own.</summary>
public sealed class KeptByFormsTests : IDisposable
{
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_form_that_is_saved_as_it_was_opened_changes_nothing()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await AddAsync("objectives", """
            {"id":"O8","title":"Many goals","labels":["red, blue","green"],"link":"https://example.org/o8?a=b#c","cycle":{"name":"Spring","start":"2026-07-01","end":"2026-09-30"},
             "alignments":[{"objective":"O1"},{"objective":"O2","weight":2},{"objective":"O4","kind":"supports"}],
             "keyResults":[
               {"id":"a","name":"a","unit":{"kind":"percent"},"goal":{"kind":"rate","every":"week","goal":{"kind":"count","target":3}}},
               {"id":"b","name":"b","unit":{"kind":"percent"},"goal":{"kind":"rate","every":"month","goal":{"kind":"zones","baseline":1,"commit":2,"target":3,"stretch":4}}},
               {"id":"c","name":"c","unit":{"kind":"percent"},"goal":{"kind":"minimumSample","sample":20,"goal":{"kind":"yesNo"}}},
               {"id":"d","name":"d","unit":{"kind":"percent"},"goal":{"kind":"atLeast","target":3,"reading":"metOrNot"}},
               {"id":"e","name":"e","unit":{"kind":"percent"},"goal":{"kind":"atLeast","target":3,"boundary":"exclusive","reading":"metOrNot"}}]}
            """);
        var definition = await DefinitionAsync();
        foreach (var path in Paths(definition))
        {
            await visitor.StoreAsync(path, "edit", []);
            var saved = await DefinitionAsync();
            Assert.True(JsonNode.DeepEquals(definition, saved), $"{path} changed {string.Join("; ", Edit.DefinitionDiff.Between($"{definition}", $"{saved}"))}");
        }
    }

    [Fact]
    public async Task A_KPI_that_is_measured_otherwise_keeps_what_the_form_does_not_ask_for()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await AddAsync("kpis", """
            {"id":"new","name":"New","unit":{"kind":"count","of":"order"},"direction":"higherIsBetter","cadence":"quarter","aggregation":"sum","measuredEvery":"week",
             "labels":["north"],"link":"https://example.org/new"}
            """);
        await visitor.StoreAsync("/edit/kpi?id=new", "edit", new()
        {
            ["unit"] = "percent",
            ["unitName"] = "",
            ["direction"] = "LowerIsBetter",
            ["cadence"] = "Week",
            ["aggregation"] = "Average",
            ["measuredEvery"] = "",
        });

        var kpi = (await DefinitionAsync())["kpis"]!.AsArray()[^1]!;
        Assert.Equal(("week", "average", "lowerIsBetter"), ((string?)kpi["cadence"], (string?)kpi["aggregation"], (string?)kpi["direction"]));
        Assert.Equal(("""["north"]""", "https://example.org/new"), (kpi["labels"]?.ToJsonString(), (string?)kpi["link"]));
        await visitor.StoreAsync("/edit/kpi?id=new", "edit", new() { ["unit"] = "count", ["unitName"] = "order", ["aggregation"] = "Sum", ["zero"] = "true" });
    }

    [Theory]
    [InlineData("zero", "true", "add")]
    [InlineData("delay", "99999999999", "3650")]
    [InlineData("delay", "1.5", "1.5")]
    public async Task What_a_KPI_cannot_be_is_refused_with_what_to_do(string field, string value, string words)
    {
        var visitor = await Visitor.SignedInAsync(app);
        foreach (var done in new[] { "check", "" })
        {
            var (status, text) = await visitor.AnsweredAsync("/edit/kpi?id=K31-churn", "edit", new() { [field] = value, ["do"] = done });
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("class=\"refused\"", text, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Paths(JsonNode definition) =>
    [
        .. Of(definition, "kpis").Select(kpi => $"/edit/kpi?id={kpi["id"]}"),
        .. Of(definition, "objectives").Select(objective => $"/edit/objective?id={objective["id"]}"),
        .. Of(definition, "objectives").SelectMany(
            objective => Of(objective, "keyResults"), (objective, item) => $"/edit/key-result?objective={objective["id"]}&id={item["id"]}"),
        .. Of(definition, "objectives").SelectMany(
            objective => Of(objective, "initiatives"), (objective, item) => $"/edit/initiative?objective={objective["id"]}&id={item["id"]}"),
        "/edit/organisation",
    ];

    private static IEnumerable<JsonNode> Of(JsonNode owner, string list) => owner[list]?.AsArray().OfType<JsonNode>() ?? [];

    private async Task<JsonNode> DefinitionAsync() => await app.Reader().GetJsonAsync("/api/definition");

    private async Task AddAsync(string list, string item)
    {
        var definition = await DefinitionAsync();
        definition[list]!.AsArray().Add(JsonNode.Parse(item));
        var response = await app.Writer().SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()));
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }
}
