using System.Net;

namespace WebScorecard.Tests;

/// <summary>What people write about something beyond its name: description, link, labels. Each test has a database of its own.</summary>
public sealed class AboutTests : IDisposable
{
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/edit/kpi?id=K31-churn", "/kpis/K31-churn")]
    [InlineData("/edit/objective?id=O4", "/objectives/O4")]
    [InlineData("/edit/key-result?objective=O4&id=O4-KR1", "/objectives/O4")]
    [InlineData("/edit/initiative?objective=O4&id=O4-I1", "/objectives/O4")]
    public async Task A_description_a_link_and_labels_are_written_shown_and_taken_away(string form, string page)
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync(form, "edit", new()
        {
            ["description"] = "Counted <b>twice</b>",
            ["link"] = "https://wiki.example.org/how?a=1&b=2",
            ["labels"] = "north\r\n south ",
        });

        var text = await visitor.Client.GetStringAsync(page);
        Assert.Contains("Counted &lt;b&gt;twice&lt;/b&gt;", text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://wiki.example.org/how?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">wiki.example.org</a>", text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">north</span>", text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">south</span>", text, StringComparison.Ordinal);

        await visitor.StoreAsync(form, "edit", new() { ["description"] = "", ["link"] = "", ["labels"] = "south" });
        text = await visitor.Client.GetStringAsync(page);
        Assert.DoesNotContain("wiki.example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("north</span>", text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">south</span>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("wiki/how")]
    [InlineData("file:///etc/passwd")]
    public async Task A_link_that_leads_to_no_page_of_the_web_is_refused_at_its_field(string link)
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (status, text) = await visitor.AnsweredAsync("/edit/kpi?id=K31-churn", "edit", new() { ["link"] = link });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("id=\"edit-link-refused\"", text, StringComparison.Ordinal);
        Assert.Contains("https://", text, StringComparison.Ordinal);
    }
}
