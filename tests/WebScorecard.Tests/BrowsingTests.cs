using System.Net;
using System.Text.RegularExpressions;
using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Tests;

/// <summary>Finding one's way: lists, their addresses, and what has an odd id.</summary>
public sealed partial class BrowsingTests(ScorecardApp app) : IClassFixture<ScorecardApp>
{
    [Theory]
    [InlineData("/kpis?team=Finance", new[] { "Average revenue per user", "Revenue" })]
    [InlineData("/kpis?status=Needed", new[] { "Average sales cycle", "Customer churn rate" })]
    [InlineData("/kpis?status=Needed&team=Customer+Success", new[] { "Customer churn rate" })]
    [InlineData("/kpis?q=CHURN", new[] { "Customer churn rate" })]
    [InlineData("/kpis?q=nowhere", new string[0])]
    public async Task A_list_shows_what_its_address_says(string path, string[] names)
    {
        var page = await PageAsync(app.Reader(), path);
        Assert.Equal(names.Order(), Tile().Matches(page).Select(tile => tile.Groups[1].Value).Order());
        Assert.Contains($"Found: {names.Length}<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/objectives?team=Sales", new[] { "O3" })]
    [InlineData("/objectives?cycle=2026-Q3", new[] { "O1", "O2", "O3", "O4" })]
    [InlineData("/objectives?cycle=2026-Q4", new string[0])]
    [InlineData("/objectives?q=response", new[] { "O4" })]
    public async Task Objectives_are_found_by_team_cycle_and_the_words_of_their_key_results(string path, string[] ids) =>
        Assert.Equal(ids, Card().Matches(await PageAsync(app.Reader(), path)).Select(card => card.Groups[1].Value));

    [Fact]
    public async Task A_KPI_leads_to_the_objectives_that_are_to_move_it_and_they_lead_back()
    {
        Assert.Contains("href=\"/objectives/O4\"", await PageAsync(app.Reader(), "/kpis/meetings"), StringComparison.Ordinal);
        Assert.Contains("href=\"/kpis/meetings\"", await PageAsync(app.Reader(), "/objectives/O4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dong phuc")]
    [InlineData("ĐỒNG")]
    [InlineData("ong ph")]
    public void Words_are_found_whatever_their_capital_letters_and_accents(string words) => Assert.True(new ListFilter(words).Finds(null, "Đồng phục"));

    [Fact]
    public async Task What_is_remarked_alike_of_several_items_is_told_once_and_each_of_it_is_to_be_had()
    {
        var findings = (await app.Reader().GetJsonAsync("/api/review"))["findings"]!.AsArray();
        var alike = findings.GroupBy(finding => (string)finding!["code"]!).MaxBy(group => group.Count())!;
        Assert.True(alike.Count() > 2);

        var page = await PageAsync(app.Reader(), "/findings");
        Assert.Contains("<summary>and alike: ", page, StringComparison.Ordinal);
        var ofRule = await PageAsync(app.Reader(), $"/findings?status={alike.Key}");
        Assert.Equal(Math.Min(alike.Count(), ListFilter.PageSize), Regex.Count(ofRule, "class=\"chip "));
    }

    [Fact]
    public async Task A_search_finds_KPIs_objectives_key_results_and_teams()
    {
        var page = await PageAsync(app.Reader(), "/search?q=customer");
        foreach (var address in new[] { "/kpis/K31-churn", "/objectives/O4", "/objectives/O3#kr-O3-KR3", "/teams/Customer%20Success" })
        {
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_date_asked_for_goes_along_with_every_link()
    {
        var page = await PageAsync(app.Reader(), "/kpis?asOf=2026-07-01&team=Sales");
        Assert.Contains("href=\"/objectives?asOf=2026-07-01\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/kpis/K11-new-leads?asOf=2026-07-01\"", page, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="team" value="Sales" />""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/teams/Nobody")]
    [InlineData("/cycles/1999-Q1")]
    public async Task A_team_or_cycle_that_is_not_there_is_missing(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Reader().GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_long_list_has_pages()
    {
        using var own = new ScorecardApp();
        await AddKpisAsync(own, [.. Enumerable.Range(0, 60).Select(number => $"more-{number:00}")]);
        var client = own.Reader();
        var first = await PageAsync(client, "/kpis?q=more-");
        var second = await PageAsync(client, "/kpis?q=more-&page=2");
        Assert.Equal((48, 12), (Tile().Count(first), Tile().Count(second)));
        Assert.Contains("href=\"/kpis?q=more-&page=2\"", first, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
        Assert.Equal(0, Tile().Count(await PageAsync(client, "/kpis?q=more-&page=2147483647")));
    }

    [Theory]
    [InlineData("a/b", "/kpis/a~2Fb")]
    [InlineData("a/b", "/kpis/a%2Fb")]
    [InlineData(".", "/kpis/~2E")]
    [InlineData("..", "/kpis/~2E~2E")]
    [InlineData("~2E", "/kpis/~7E2E")]
    [InlineData("100%2F", "/kpis/100~252F")]
    [InlineData("a\\b", "/kpis/a~5Cb")]
    [InlineData("?#&\"<'", "/kpis/%3F%23%26%22%3C%27")]
    [InlineData("chỉ số", "/kpis/ch%E1%BB%89%20s%E1%BB%91")]
    public async Task An_odd_id_has_its_page_and_can_be_written_to(string id, string address)
    {
        using var own = new ScorecardApp();
        await AddKpisAsync(own, id);
        var visitor = await Visitor.SignedInAsync(own);
        Assert.Contains(address.Replace("%2F", "~2F", StringComparison.Ordinal), await PageAsync(own.Reader(), "/kpis"), StringComparison.Ordinal);
        var response = await visitor.SubmitAsync(address, "record", new() { ["date"] = "2026-08-15", ["value"] = "7" });
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(response.Headers.Location!.OriginalString)).StatusCode);
        var kept = await own.Reader().GetJsonAsync("/api" + address + "/measurements");
        Assert.Equal(7m, (decimal)kept.AsArray()[^1]!["value"]!);
    }

    [Theory]
    [InlineData("/kpis/")]
    [InlineData("/objectives/")]
    [InlineData("/teams/")]
    public async Task An_id_of_five_thousand_letters_is_no_page_and_is_not_repeated(string path)
    {
        var response = await app.Reader().GetAsync(path + new string('x', 5000));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("xxxx", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_sent_compressed()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/kpis");
        request.Headers.AcceptEncoding.ParseAdd("br");
        Assert.Equal(["br"], (await app.Reader().SendAsync(request)).Content.Headers.ContentEncoding);
    }

    private static async Task AddKpisAsync(ScorecardApp app, params string[] ids)
    {
        var client = app.Writer();
        var definition = await client.GetJsonAsync("/api/definition");
        var kpis = definition["kpis"]!.AsArray();
        var pattern = kpis.Single(kpi => (string?)kpi!["id"] == "meetings")!;
        foreach (var id in ids)
        {
            var kpi = pattern.DeepClone();
            (kpi["id"], kpi["name"]) = (id, id);
            kpis.Add(kpi);
        }

        var response = await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private static async Task<string> PageAsync(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    [GeneratedRegex("<h3><a [^>]*>([^<]*)</a>")]
    private static partial Regex Tile();

    [GeneratedRegex("<h3 id=\"objective-([^\"]*)\">")]
    private static partial Regex Card();
}
