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
}
