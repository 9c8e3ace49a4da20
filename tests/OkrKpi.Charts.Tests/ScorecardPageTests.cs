using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OkrKpi.Charts.Tests;

public class ScorecardPageTests
{
    private static readonly PortfolioReview Review = Given.Company().Review(Given.Today);

    [Fact]
    public void It_begins_with_what_needs_an_OKR_then_KPIs_by_group_objectives_and_findings()
    {
        var page = ScorecardPage.Of(Review).ToHtml();
        string[] order = ["<h2>What needs an OKR</h2>", "<h2>KPIs</h2>", "<h2>Objectives</h2>", "<h2>Findings</h2>"];
        Assert.Equal(order.OrderBy(heading => page.IndexOf(heading, StringComparison.Ordinal)), order);
        Assert.All(order, heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        Assert.All(Review.Kpis, each => Assert.Contains($">{System.Net.WebUtility.HtmlEncode(each.Kpi.Name)}</bdi></h4>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        var page = ScorecardPage.Of(Review).ToHtml();
        Assert.DoesNotMatch("<script|<link|<img|<iframe|<object|@import|url\\(|javascript:", page);
        Assert.All(Regex.Matches(page, "(?:href|src)=\"([^\"]*)\"").Cast<Match>(),
            each => Assert.StartsWith("#", each.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_place_is_there_twice()
    {
        var page = ScorecardPage.Of(Review).ToHtml();
        string[] places = [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(each => each.Groups[1].Value)];
        Assert.Equal(places.Distinct(), places);
        Assert.All(Regex.Matches(page, "href=\"#([^\"]*)\"").Cast<Match>(), each => Assert.Contains(each.Groups[1].Value, places));
    }

    [Fact]
    public void It_is_well_formed_in_both_languages()
    {
        foreach (var language in new[] { System.Globalization.CultureInfo.InvariantCulture, Pictures.Vietnamese })
        {
            var page = ScorecardPage.Of(Review).In(language).ToHtml();
            var parsed = XDocument.Parse(Regex.Replace(page.Replace("<!doctype html>", "", StringComparison.Ordinal), "<meta[^>]*>", ""));
            Assert.Equal(language.Equals(Pictures.Vietnamese) ? "vi" : "en", parsed.Root!.Attribute("lang")!.Value);
        }
    }

    [Fact]
    public void It_speaks_Vietnamese()
    {
        var page = ScorecardPage.Of(Review).In(Pictures.Vietnamese).ToHtml();
        Assert.Contains("Điều gì cần OKR", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(">(?:Numbers|Period|Actual|Target|Status|KPIs|Objectives|Findings|covered by)\\b", page);
    }

    [Fact]
    public void An_empty_organisation_has_a_page() =>
        Assert.Contains("No KPI needs an OKR.", ScorecardPage.Of(Portfolio.Of([], [], []).Review(Given.Today)).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Objectives_that_only_support_each_other_stand_there_too_each_with_the_pace_of_its_key_results()
    {
        static Objective Of(string id, params IEnumerable<string> supports) =>
            Objective.Define(id, "Objective " + id, Cycle.Quarter(2026, 3)).With(KeyResult.Define("k" + id, "Result " + id, Unit.Percent, Goal.FromTo(0, 10)))
                .CheckIn("k" + id, Given.Day(2026, 8, 10), 5)
                .AlignedTo(supports.Select(each => Alignment.To(each).Supporting()));

        var portfolio = Portfolio.Of([], [Of("root"), Of("below", "root"), Of("ring-a", "ring-b"), Of("ring-b", "ring-a")], []);
        var page = ScorecardPage.Of(portfolio.Review(Given.Today)).ToHtml();
        Assert.Equal(2, Regex.Count(page, "<section class=\"card objective\">"));
        Assert.All(
            new[] { "root", "below", "ring-a", "ring-b" },
            id => Assert.Equal(1, Regex.Count(page, $"<h4><bdi>Result {id}</bdi></h4>")));
    }

    [Fact]
    public void Ids_that_differ_have_places_of_their_own()
    {
        Kpi[] kpis = [.. new[] { "a b", "a_20b", "a__20b", "a_ b" }.Select(id =>
            Kpi.Define(id, id, Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average))];
        var page = ScorecardPage.Of(Portfolio.Of(kpis, [], []).Review(Given.Today)).ToHtml();
        Assert.Equal(kpis.Length, Regex.Matches(page, " id=\"(kpi-[^\"]*)\"").Select(each => each.Groups[1].Value).Distinct().Count());
    }
}
