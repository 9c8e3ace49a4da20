using System.Net;
using System.Text.Json.Nodes;

namespace WebScorecard.Tests;

/// <summary>What people write. Each test has a database of its own.</summary>
public sealed class FormTests : IDisposable
{
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_check_in_form_adds_the_check_in_and_leads_back()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var response = await visitor.SubmitAsync(
            "/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "1.5", ["confidence"] = "9", ["note"] = "<b>bold</b>" });

        Assert.Equal((HttpStatusCode.SeeOther, "/objectives/O4?saved#main"), (response.StatusCode, response.Headers.Location?.OriginalString));
        var checkIn = (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray()[^1]!;
        Assert.Equal((1.5m, 0.9m), ((decimal)checkIn["value"]!, (decimal)checkIn["confidence"]!));
        Assert.DoesNotContain("<b>bold", await visitor.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_reads_its_numbers_the_same_way_in_vietnamese()
    {
        var visitor = await Visitor.SignedInAsync(app, "vi");
        await visitor.SubmitAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "3.5" });
        Assert.Equal(3.5m, (decimal)(await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray()[^1]!["value"]!);
    }

    [Fact]
    public async Task A_target_that_is_left_empty_is_asked_for_and_takes_no_target_away()
    {
        var client = app.Writer();
        var definition = await client.GetJsonAsync("/api/definition");
        definition["kpis"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"load","name":"Load","unit":{"kind":"percent"},"direction":"withinBand","cadence":"month","aggregation":"last"}
            """));
        await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()));
        await client.PostAsync("/api/kpis/load/targets", new { from = "2026-08-01", low = 60, high = 80 });
        var visitor = await Visitor.SignedInAsync(app);
        foreach (var (kpi, field) in new[] { ("load", "low"), ("meetings", "value") })
        {
            var before = await client.GetStringAsync($"/api/kpis/{kpi}/targets");
            var response = await visitor.SubmitAsync($"/kpis/{kpi}", "target", new()
            {
                ["from"] = "2026-08-15",
                ["decidedOn"] = "2026-08-15",
                [field] = "",
            });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains($"id=\"target-{field}-refused\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(before, await client.GetStringAsync($"/api/kpis/{kpi}/targets"));
        }
    }

    [Fact]
    public async Task A_form_sent_twice_adds_once()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var fields = await visitor.FormAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "2" });
        var count = (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray().Count;
        await visitor.PostAsync(fields);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(fields)).StatusCode);
        Assert.Equal(count + 1, (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray().Count);
    }

    [Fact]
    public async Task A_form_filled_in_before_somebody_elses_check_in_comes_back_with_what_was_filled_in()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var fields = await visitor.FormAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "2", ["note"] = "mine" });
        await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3.25, note = "theirs" });

        var response = await visitor.PostAsync(fields);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains("Something was added to this history", page, StringComparison.Ordinal);
        Assert.Contains("theirs", page, StringComparison.Ordinal);
        Assert.Contains("value=\"mine\"", page, StringComparison.Ordinal);
        Assert.Equal("theirs", (string?)(await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray()[^1]!["note"]);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (path, fields) = await visitor.FormAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "2" });
        fields.Remove("__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync((path, fields))).StatusCode);
    }

    [Theory]
    [InlineData("/objectives/O4", "kr-O4-KR4", "confidence", "11", "en", "‘11’ is no confidence")]
    [InlineData("/objectives/O4", "kr-O4-KR4", "confidence", "11", "vi", "‘11’ không phải là mức tin tưởng")]
    [InlineData("/objectives/O4", "kr-O4-KR4", "date", "", "en", "Fill this in")]
    [InlineData("/objectives/O4", "kr-O4-KR4", "value", "many", "en", "‘many’ is no number")]
    [InlineData("/objectives/O3", "kr-O3-KR3", "sample", "-1", "en", "-1")]
    [InlineData("/kpis/K31-churn", "record", "denominator", "-1", "en", "-1")]
    public async Task What_is_wrong_is_said_at_its_field_and_first_on_the_page(
        string page, string form, string field, string typed, string language, string words)
    {
        var visitor = await Visitor.SignedInAsync(app, language);
        var fields = new Dictionary<string, string> { ["date"] = "2026-08-15", ["value"] = "1", ["denominator"] = "9", ["note"] = "kept" };
        fields[field] = typed;
        var response = await visitor.SubmitAsync(page, form, fields);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Matches($"id=\"{form}-refused\" role=\"alert\" tabindex=\"-1\" autofocus[^>]*>\\s*<a href=\"#{form}-{field}\">[^<]*{words}", html);
        Assert.Matches($"<p class=\"refused\" id=\"{form}-{field}-refused\">[^<]*{words}", html);
        Assert.Contains($"aria-describedby=\"{form}-{field}-refused\"", html, StringComparison.Ordinal);
    }
}
