using System.Net;
using System.Text.Json.Nodes;

namespace WebScorecard.Tests;

/// <summary>From the need of a KPI to an objective, and what becomes of it at the end of its cycle. Each test has a database of its own.</summary>
public sealed class BriefTests : IDisposable
{
    private const string Churn = "/brief?kpi=K31-churn";
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_team_answers_votes_and_chooses_and_the_choice_becomes_the_objective_of_the_KPI()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync(Churn, "answers", new() { ["answer-group"] = "customers of the last 3 months" });
        await visitor.StoreAsync(Churn, "question", new() { ["text"] = "Why do they leave?" });
        await visitor.StoreAsync(Churn, "answers", new() { ["answer-own-1"] = "nobody calls them" });
        await visitor.StoreAsync(Churn, "area", new() { ["name"] = "Win back those who left", ["tactics"] = "vouchers" });
        await visitor.StoreAsync(Churn, "area", new() { ["name"] = "Greet new customers", ["tactics"] = "call in the first week\nan FAQ page" });
        await visitor.StoreAsync(
            Churn, "votes",
            new() { ["by"] = "Hoa", ["impact0"] = "4", ["confidence0"] = "4", ["ease0"] = "4", ["impact1"] = "8", ["confidence1"] = "7", ["ease1"] = "6" });
        var page = await visitor.StoreAsync(Churn, "votes", new() { ["by"] = "An", ["impact1"] = "9", ["confidence1"] = "8", ["ease1"] = "6" });

        Assert.Contains("value=\"customers of the last 3 months\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"nobody calls them\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("<b>Greet new customers", StringComparison.Ordinal) < page.IndexOf("<b>Win back", StringComparison.Ordinal));

        var draft = await visitor.StoreAsync(
            Churn, "draft", new() { ["area"] = "Greet new customers", ["start"] = "2026-07-01", ["end"] = "2026-09-30" });

        Assert.Contains("value=\"Greet new customers\"", draft, StringComparison.Ordinal);
        Assert.Contains("has no key result", draft, StringComparison.Ordinal);
        var objective = (await app.Reader().GetJsonAsync("/api/definition"))["objectives"]!.AsArray()[^1]!;
        Assert.Equal("""["K31-churn"]""", objective["addresses"]!.ToJsonString());
        Assert.Equal(2, objective["initiatives"]!.AsArray().Count);
        Assert.Equal("2026-Q3", (string?)objective["cycle"]!["name"]);
        await visitor.StoreAsync(
            "/edit/key-result?objective=O5&goal=atLeast", "edit", new() { ["name"] = "Customers called", ["target"] = "80", ["unit"] = "percent" });
        Assert.Contains("Covered by", await visitor.Client.GetStringAsync(Churn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_of_many_at_once_are_all_counted()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync(Churn, "area", new() { ["name"] = "Greet new customers" });
        var (action, fields) = Filling.Read(await visitor.Client.GetStringAsync(Churn), "votes");
        fields.RemoveAll(field => field.Key is "by" or "request" or "impact0" or "confidence0" or "ease0");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(voter => visitor.Client.PostAsync(action, new FormUrlEncodedContent(
            [.. fields, new("by", $"voter {voter}"), new("request", $"{voter}"), new("impact0", "5"), new("confidence0", "5"), new("ease0", "5")]))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        var votes = (await app.Reader().GetJsonAsync("/api/definition"))["briefs"]![0]!["areas"]![0]!["votes"]!.AsArray();
        Assert.Equal(10, votes.Count);
    }

    [Fact]
    public async Task A_vote_beyond_the_scale_is_refused_in_the_words_of_the_library()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync(Churn, "area", new() { ["name"] = "Greet new customers" });
        var (status, text) = await visitor.AnsweredAsync(Churn, "votes", new() { ["by"] = "Hoa", ["impact0"] = "-1", ["confidence0"] = "4", ["ease0"] = "4" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("class=\"refused\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_definition_with_its_briefs_goes_out_and_in_again()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync(Churn, "area", new() { ["name"] = "Greet new customers" });
        var definition = await app.Reader().GetStringAsync("/api/definition");
        var response = await app.Writer().SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(definition, await app.Reader().GetStringAsync("/api/definition"));

        var wrong = definition.Replace("\"areas\":[", "\"aeras\":[", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Writer().SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(wrong))).StatusCode);
    }

    [Fact]
    public async Task At_the_end_of_a_cycle_what_was_learnt_is_kept_and_what_is_chosen_goes_on()
    {
        var visitor = await Visitor.SignedInAsync(app);
        const string Closing = "/closing?from=2026-07-01&to=2026-09-30&asOf=2026-12-15";
        var page = await visitor.Client.GetStringAsync(Closing);
        Assert.Contains("<figure>", page, StringComparison.Ordinal);
        await visitor.StoreAsync(Closing, "learn-O4", new() { ["kind"] = "Worked", ["text"] = "calls in the first week", ["author"] = "Hoa" });
        Assert.Contains("calls in the first week", await visitor.Client.GetStringAsync(Closing), StringComparison.Ordinal);

        await visitor.StoreAsync(Closing, "carry-O4", new() { ["carried"] = "O4-KR4", ["start"] = "2026-10-01", ["end"] = "2026-12-31" });

        var successor = (await app.Reader().GetJsonAsync("/api/definition"))["objectives"]!.AsArray()[^1]!;
        Assert.Equal(("O4", 1), ((string?)successor["predecessor"], successor["keyResults"]!.AsArray().Count));
        Assert.NotEqual(5m, (decimal)successor["keyResults"]![0]!["goal"]!["start"]!);
    }

    [Fact]
    public async Task What_goes_on_by_hand_goes_on_from_where_it_was_left()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var current = await app.Reader().GetAsync("/api/definition");
        var definition = JsonNode.Parse(await current.Content.ReadAsStringAsync())!;
        definition["objectives"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"O8","title":"Be seen","cycle":{"start":"2026-07-01","end":"2026-09-30"},
             "keyResults":[
               {"id":"O8-KR1","name":"Talks given","unit":{"kind":"count","of":"talk"},"goal":{"kind":"atLeast","target":20},"currentValue":"sum"},
               {"id":"O8-KR2","name":"Partners","unit":{"kind":"count","of":"partner"},"goal":{"kind":"fromTo","start":10,"target":20}}]}
            """));
        var defined = await app.Writer().SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()), current.Headers.ETag!.Tag);
        Assert.True(defined.IsSuccessStatusCode, await defined.Content.ReadAsStringAsync());
        foreach (var (keyResult, date, value) in new[] { ("O8-KR1", "2026-08-01", 8), ("O8-KR1", "2026-09-01", 6), ("O8-KR2", "2026-09-01", 15) })
        {
            var added = await app.Writer().PostAsync($"/api/objectives/O8/key-results/{keyResult}/check-ins", new { date, value });
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        var page = await visitor.StoreAsync(
            "/closing?from=2026-07-01&to=2026-09-30&asOf=2026-12-15", "carry-O8", new() { ["start"] = "2026-10-01", ["end"] = "2026-12-31" });

        var objectives = (await app.Reader().GetJsonAsync("/api/definition"))["objectives"]!.AsArray();
        var goals = objectives[^1]!["keyResults"]!.AsArray().Select(each => each!["goal"]!.ToJsonString());
        Assert.Equal(["""{"kind":"fromTo","start":14,"target":20}""", """{"kind":"fromTo","start":15,"target":20}"""], goals);

        Assert.Equal("2026-Q4", (string?)objectives[^1]!["cycle"]!["name"]);

        // Six talks more are all of it, and three the half.
        var id = (string)objectives[^1]!["id"]!;
        foreach (var (date, score) in new[] { ("2026-10-10", 0.5m), ("2026-11-10", 1m) })
        {
            await app.Writer().PostAsync($"/api/objectives/{id}/key-results/O8-KR1/check-ins", new { date, value = 3 });
            var reviewed = await app.Reader().ReviewedAsync("objectives", "id", id, date);
            Assert.Equal(score, (decimal)reviewed["keyResults"]!.AsArray().Single(each => (string?)each!["id"] == "O8-KR1")!["score"]!);
        }
    }

    [Fact]
    public async Task A_cycle_that_runs_is_not_closed_and_two_dates_are_compared()
    {
        var client = app.Reader();
        Assert.Contains("runs until", await client.GetStringAsync("/closing?from=2026-07-01&to=2026-09-30"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/compare?from=2026-05-01&to=2026-08-15"));
        Assert.Contains("not needed → covered", page, StringComparison.Ordinal);
    }
}
