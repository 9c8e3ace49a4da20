using System.Net;
using System.Text.Json.Nodes;

namespace WebScorecard.Tests;

/// <summary>What is refused, and that it changes nothing.</summary>
public sealed class RefusalTests(ScorecardApp app) : IClassFixture<ScorecardApp>
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic " + ScorecardApp.Key)]
    public async Task Writing_needs_the_key(string? authorization)
    {
        var client = app.Reader();
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        var before = await client.GetStringAsync("/api/portfolio");
        foreach (var path in new[] { Requests.ResponseTime, "/api/kpis/meetings/measurements", "/api/kpis/meetings/targets" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(path, new { date = "2026-08-15", from = "2026-08-15", value = 1 })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json("{}"))).StatusCode);
        Assert.Equal(before, await client.GetStringAsync("/api/portfolio"));
    }

    [Theory]
    [InlineData(Requests.ResponseTime, """{"date":"2026-08-15","value":1,"part":"ideas"}""", "part 'ideas'")]
    [InlineData(Requests.ResponseTime, """{"date":"2026-08-15","value":1,"confidence":1.1}""", "confidence")]
    [InlineData(Requests.ResponseTime, """{"date":"2026-08-15","value":1e16}""", "")]
    [InlineData("/api/objectives/O1/key-results/O1-KR2/check-ins", """{"date":"2026-08-15","value":1}""", "analysis, ideas")]
    [InlineData("/api/kpis/K31-churn/measurements", """{"date":"2026-08-15","value":1}""", "denominator")]
    [InlineData("/api/kpis/meetings/measurements", """{"value":1}""", "date")]
    [InlineData("/api/kpis/meetings/targets", """{"from":"2026-08-15","low":1,"high":2}""", "HigherIsBetter")]
    [InlineData("/api/kpis/meetings/targets", """{"from":"2026-08-15","value":1,"high":2}""", "band")]
    public async Task What_the_library_finds_no_sense_in_is_refused_in_its_words(string path, string body, string words)
    {
        var client = app.Writer();
        var before = await client.GetStringAsync("/api/portfolio");
        var response = await client.SendAsync(HttpMethod.Post, path, Requests.Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var detail = await response.DetailAsync();
        Assert.Contains(words, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", detail, StringComparison.Ordinal);
        Assert.Equal(before, await client.GetStringAsync("/api/portfolio"));
    }

    [Theory]
    [InlineData("/api/objectives/O4/key-results/O9/check-ins", "date")]
    [InlineData("/api/kpis/K99/measurements", "date")]
    [InlineData("/api/kpis/K99/targets", "from")]
    public async Task There_is_no_history_of_what_is_not_defined(string path, string day)
    {
        var response = await app.Writer().SendAsync(HttpMethod.Post, path, Requests.Json($$"""{"{{day}}":"2026-08-15","value":1}"""));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"date":"2026-02-30","value":1}""")]
    [InlineData("""{"date":"2026-08-15","value":"many"}""")]
    public async Task A_body_that_is_no_check_in_is_a_problem_of_the_sender(string body)
    {
        var response = await app.Writer().SendAsync(HttpMethod.Post, Requests.ResponseTime, Requests.Json(body));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/api/review?asOf=2026-13-01")]
    [InlineData("/?asOf=yesterday")]
    [InlineData("/api/review?asOf=0001-01-01")]
    [InlineData("/?asOf=9999-12-31")]
    public async Task A_date_that_is_none_is_a_problem_of_the_sender(string path)
    {
        var response = await app.Reader().GetAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("""{"version":1}""", "'meetings' is gone")]
    [InlineData("""{"version":2}""", "$.version")]
    [InlineData("not JSON", "no JSON")]
    public async Task A_next_definition_that_would_break_a_history_is_refused(string document, string words)
    {
        var response = await app.Writer().SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(document));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, await response.DetailAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpis", "unit", """{"kind":"count","of":"call"}""", "The unit of 'meetings'")]
    [InlineData("kpis", "targets", """[{"from":"2026-01-01","value":1}]""", "has no targets")]
    public async Task A_next_definition_does_not_reread_the_past(string list, string name, string value, string words)
    {
        var client = app.Writer();
        var definition = await client.GetJsonAsync("/api/definition");
        definition[list]![0]![name] = JsonNode.Parse(value);
        var response = await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, await response.DetailAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"many\"")]
    [InlineData("\"-1\"")]
    public async Task A_tag_that_is_none_is_a_problem_of_the_sender(string tag) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1 }, tag)).StatusCode);

    [Fact]
    public async Task Another_name_for_this_machine_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "attacker.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Reader().SendAsync(request)).StatusCode);
    }
}
