using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Tests;

/// <summary>What people read.</summary>
public sealed partial class PageTests(ScorecardApp app) : IClassFixture<ScorecardApp>
{
    [Fact]
    public async Task The_page_says_first_what_needs_an_okr_and_why()
    {
        var page = await PageAsync(app.Reader(), "/");
        var places = new[] { "KPIs that need an OKR", "lagging: 5.66 % in 2026-07, target at most 5 %: 0.66 points over", "Need covered by an OKR",
            "target raised: 100 to 300", "Key results at risk or behind", "Check-ins missing this week", "Findings</h2>" }
            .Select(words => page.IndexOf($">{words}", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Every_kpi_and_objective_has_a_page_that_explains_it()
    {
        var client = app.Reader();
        var review = ScorecardApp.CompanyA.Review(new(2026, 8, 15));
        foreach (var need in review.Needs)
        {
            Assert.Contains(need.Explain().Sentence(CultureInfo.InvariantCulture), await PageAsync(client, $"/kpis/{need.Kpi.Id}"), StringComparison.Ordinal);
        }

        foreach (var score in review.Objectives)
        {
            var page = await PageAsync(client, $"/objectives/{score.Objective.Id}");
            Assert.Contains(score.Explain().Sentence(CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
            Assert.All(score.KeyResults, result => Assert.Contains(result.Explain().Sentence(CultureInfo.InvariantCulture), page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_page_of_a_past_date_knows_only_what_was_known_then()
    {
        var page = await PageAsync(app.Reader(), "/?asOf=2026-06-14");
        Assert.DoesNotContain("target raised", page, StringComparison.Ordinal);
        Assert.Contains("target raised", await PageAsync(app.Reader(), "/?asOf=2026-06-15"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objective_that_is_planned_has_its_page_already() =>
        Assert.Contains("Raise engagement with new customers", await PageAsync(app.Reader(), "/objectives/O4?asOf=2026-06-20"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_link_of_the_page_leads_somewhere()
    {
        var client = app.Reader();
        var seen = new HashSet<string>();
        foreach (var page in new[]
        {
            "/", "/kpis", "/objectives", "/objectives/O4", "/teams", "/teams/Sales", "/cycles/2026-Q3", "/weekly", "/findings", "/search?q=lead"
        })
        {
            foreach (var link in Link().Matches(await PageAsync(client, page)).Select(link => link.Groups[1].Value.Split('#')[0]))
            {
                if (link.Length > 0 && seen.Add(link))
                {
                    Assert.True((await client.GetAsync(link)).StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, link);
                }
            }
        }

        Assert.Contains("/kpis/meetings", seen);
    }

    [Fact]
    public async Task The_page_speaks_vietnamese_with_its_numbers()
    {
        var client = app.Reader();
        var choice = await client.GetAsync("/language/vi?back=%2F");
        Assert.Equal("/", choice.Headers.Location!.OriginalString);
        client.DefaultRequestHeaders.Add("Cookie", choice.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var page = await PageAsync(client, "/");
        Assert.Contains("<html lang=\"vi\">", page, StringComparison.Ordinal);
        Assert.Contains("KPI cần OKR", page, StringComparison.Ordinal);
        Assert.Contains("tụt lại so với mục tiêu KPI: 5,66 % trong 2026-07, mục tiêu KPI tối đa 5 %: vượt 0,66 điểm phần trăm", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("//attacker.example/")]
    [InlineData("/\\attacker.example/")]
    public async Task The_language_links_lead_nowhere_else(string back) =>
        Assert.Equal("/", (await app.Reader().GetAsync($"/language/vi?back={Uri.EscapeDataString(back)}")).Headers.Location!.OriginalString);

    [Theory]
    [InlineData("/kpis/K99")]
    [InlineData("/objectives/O9")]
    public async Task What_is_not_there_is_said_to_be_missing(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Reader().GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_page_needs_nothing_from_another_host_and_no_script()
    {
        var response = await app.Reader().GetAsync("/");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(src|href|action)=""(https?:)?//", page);
        Assert.Equal(HttpStatusCode.OK, (await app.Reader().GetAsync("/scorecard.css")).StatusCode);
    }

    [Theory]
    [InlineData("/kpis/K31-churn", "record", "denominator", "-1")]
    [InlineData("/kpis/K31-churn", "record", "value", "many")]
    [InlineData("/kpis/meetings", "target", "from", "soon")]
    [InlineData("/objectives/O4", "kr-O4-KR4", "confidence", "11")]
    public async Task A_form_that_makes_no_sense_comes_back_saying_so(string page, string form, string field, string value)
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await app.Reader().GetStringAsync("/api/portfolio");
        var fields = new Dictionary<string, string>
        {
            ["date"] = "2026-08-15",
            ["from"] = "2026-08-15",
            ["decidedOn"] = "2026-08-15",
            ["value"] = "1",
            ["denominator"] = "10",
            [field] = value
        };
        var response = await visitor.SubmitAsync(page, form, fields);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await app.Reader().GetStringAsync("/api/portfolio"));
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing()
    {
        var visitor = new Visitor(app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync(People.Writer, "guessed")).StatusCode);
        Assert.DoesNotContain("<form class=\"entry\"", await visitor.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_stands_in_every_language_with_the_same_places()
    {
        var resources = new ResourceManager("WebScorecard.Pages.Texts", typeof(Program).Assembly);
        var english = All(CultureInfo.InvariantCulture);
        Assert.Equal(
            Languages.Files("samples/WebScorecard", "Texts").Keys.Order(StringComparer.Ordinal),
            Texts.Languages.Select(language => language.Culture).Order(StringComparer.Ordinal));
        Assert.All(Texts.Languages.Skip(1), language =>
        {
            var texts = All(new CultureInfo(language.Culture));
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(english, text => Assert.Equal(Places(text.Value), Places(texts[text.Key])));
        });

        Dictionary<string, string> All(CultureInfo culture) =>
            resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
                .Cast<DictionaryEntry>()
                .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

        static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    [GeneratedRegex(@"<a [^>]*href=""([^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
