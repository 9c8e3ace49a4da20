using System.Net;
using System.Text.RegularExpressions;

namespace WebScorecard.Tests;

/// <summary>The weekly check-in of a team on one page. Each test has a database of its own.</summary>
public sealed partial class WeeklyTests : IDisposable
{
    private const string Page = "/weekly?team=Customer%20Success";

    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task All_that_is_filled_in_is_stored_by_one_form_and_what_is_left_empty_is_not()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var response = await visitor.SubmitAsync(Page, "week", new()
        {
            ["date"] = "2026-08-15",
            ["value:O4/O4-KR4"] = "2.5",
            ["confidence:O4/O4-KR4"] = "6",
            ["note:O4/O4-KR4"] = "a second shift",
            ["value:O4/O4-KR1"] = "11",
            ["note:O4/meetings-300"] = "asked the sales team",
            ["value:O4/O4-KR2"] = "",
        });

        Assert.Equal(
            (HttpStatusCode.SeeOther, "/weekly?team=Customer%20Success&saved#main"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal((7, 2.5m, 0.6m, "a second shift", People.Writer), await LastAsync("O4-KR4"));
        Assert.Equal((7, 11m, null, null, People.Writer), await LastAsync("O4-KR1"));
        Assert.Equal((7, null, null, "asked the sales team", People.Writer), await LastAsync("meetings-300"));
        Assert.Equal(6, (await LastAsync("O4-KR2")).Count);
        var page = WebUtility.HtmlDecode(await visitor.Client.GetStringAsync(response.Headers.Location!.OriginalString));
        Assert.Contains("role=\"status\"", page, StringComparison.Ordinal);
        Assert.Contains("asked the sales team", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_field_that_makes_no_sense_stores_nothing_and_loses_nothing()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await app.Reader().GetStringAsync("/api/portfolio");
        var response = await visitor.SubmitAsync(Page, "week", new()
        {
            ["date"] = "2026-08-15",
            ["value:O4/O4-KR4"] = "2.5",
            ["note:O4/O4-KR4"] = "kept <note>",
            ["confidence:O4/O4-KR1"] = "11",
            ["value:O4/O4-KR2"] = "many",
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, await app.Reader().GetStringAsync("/api/portfolio"));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("value=\"kept &lt;note&gt;\"", html, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(html);
        foreach (var field in new[] { "confidence:O4/O4-KR1", "value:O4/O4-KR2" })
        {
            Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-refused\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("‘11’ is no confidence", page, StringComparison.Ordinal);
        Assert.Contains("autofocus", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_somebody_else_checked_in_meanwhile_nothing_is_stored_and_the_row_says_so()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var form = await visitor.FormAsync(Page, "week", new() { ["date"] = "2026-08-15", ["value:O4/O4-KR1"] = "12", ["value:O4/O4-KR4"] = "2" });
        await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3.25, note = "theirs" });

        var response = await visitor.PostAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(6, (await LastAsync("O4-KR1")).Count);
        Assert.Equal("theirs", (await LastAsync("O4-KR4")).Note);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains("id=\"value:O4/O4-KR4-refused\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"value:O4/O4-KR1-refused\"", page, StringComparison.Ordinal);
        Assert.Contains("theirs", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_stored_once()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var form = await visitor.FormAsync(Page, "week", new() { ["date"] = "2026-08-15", ["value:O4/O4-KR1"] = "12", ["value:O4/O4-KR4"] = "2" });
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(form)).StatusCode);
        }

        Assert.Equal((7, 7), ((await LastAsync("O4-KR1")).Count, (await LastAsync("O4-KR4")).Count));
    }

    [Fact]
    public async Task A_second_click_on_the_way_is_answered_like_the_first()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var form = await visitor.FormAsync(Page, "week", new() { ["date"] = "2026-08-15", ["value:O4/O4-KR1"] = "12", ["value:O4/O4-KR4"] = "2" });
        var single = await visitor.FormAsync("/objectives/O4", "kr-O4-KR2", new() { ["date"] = "2026-08-15", ["value"] = "5" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(each => visitor.PostAsync(each % 2 == 0 ? form : single)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal((7, 7, 7), ((await LastAsync("O4-KR1")).Count, (await LastAsync("O4-KR4")).Count, (await LastAsync("O4-KR2")).Count));
    }

    [Fact]
    public async Task Ten_teams_that_check_in_at_once_store_all_or_nothing()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var forms = new List<(string, Dictionary<string, string>)>();
        for (var number = 0; number < 10; number++)
        {
            forms.Add(await visitor.FormAsync(Page, "week", new() { ["date"] = "2026-08-15", ["value:O4/O4-KR1"] = $"{number}", ["value:O4/O4-KR4"] = "2" }));
        }

        var answers = await Task.WhenAll(forms.Select(visitor.PostAsync));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal((7, 7), ((await LastAsync("O4-KR1")).Count, (await LastAsync("O4-KR4")).Count));
    }

    [Fact]
    public async Task What_is_at_risk_or_was_not_checked_in_stands_first()
    {
        var page = await app.Reader().GetStringAsync("/weekly?team=Marketing");
        string[] names = [.. Legend().Matches(page).Select(each => WebUtility.HtmlDecode(each.Groups[1].Value))];
        Assert.Equal(4, names.Length);
        Assert.Equal("Views of the feedback and review page", names[^1]);
        Assert.Contains("not checked in this week", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_of_parts_has_a_row_for_each()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var response = await visitor.SubmitAsync(
            "/weekly?team=Product", "week", new() { ["date"] = "2026-08-15", ["value:O1/O1-KR2/ideas"] = "2", ["value:O1/O1-KR2/analysis"] = "1" });
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var kept = (await app.Reader().GetJsonAsync("/api/objectives/O1/key-results/O1-KR2/check-ins")).AsArray();
        Assert.Equal(["analysis", "ideas"], kept.TakeLast(2).Select(each => (string?)each!["part"]));
    }

    [Fact]
    public async Task An_empty_form_and_a_date_nobody_means_are_asked_back_in_the_language_of_who_typed()
    {
        var visitor = await Visitor.SignedInAsync(app, "vi");
        foreach (var (date, words) in new[] { ("2026-08-15", "Chưa nhập gì"), ("0202-08-15", "‘0202-08-15’") })
        {
            var response = await visitor.SubmitAsync(
                Page, "week", new() { ["date"] = date, ["value:O4/O4-KR1"] = date[0] == '0' ? "1" : "" });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(words, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_may_not_write_sees_the_week_and_no_form()
    {
        var page = await app.Reader().GetStringAsync(Page);
        Assert.Contains("Average response time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"entry\"", page, StringComparison.Ordinal);
    }

    private async Task<(int Count, decimal? Value, decimal? Confidence, string? Note, string? Author)> LastAsync(string keyResult)
    {
        var kept = (await app.Reader().GetJsonAsync($"/api/objectives/O4/key-results/{keyResult}/check-ins")).AsArray();
        var last = kept[^1]!;
        return (kept.Count, (decimal?)last["value"], (decimal?)last["confidence"], (string?)last["note"], (string?)last["author"]);
    }

    [GeneratedRegex("<(?:legend|h2)><a [^>]*>([^<]*)</a>")]
    private static partial Regex Legend();
}
