using System.Globalization;
using Microsoft.Playwright;
using NodaTime;
using OkrKpi;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.EndToEnd;

/// <summary>The page that <c>OkrKpi.Charts</c> writes, in a browser: it needs no server, only the sample's company.</summary>
public sealed class ScorecardPageTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData("en", 1280, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    [InlineData("vi", 1280, ColorScheme.Dark)]
    [InlineData("vi", 390, ColorScheme.Light)]
    public async Task The_page_of_a_review_is_accessible_fits_its_width_and_asks_for_nothing(string language, int width, ColorScheme colours)
    {
        var page = await browsing.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours });
        var faults = new List<string>();
        page.Request += (_, request) => faults.Add(request.Url);
        var review = PortfolioJson.Read(await File.ReadAllBytesAsync(Repository.PathOf("samples", "Scorecard", "data", "company-a.json")))
            .Review(new LocalDate(2026, 8, 15));
        await page.SetContentAsync(ScorecardPage.Of(review).In(CultureInfo.GetCultureInfo(language)).ToHtml());
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(RunningScorecard.Setting("SCREENSHOTS"), $"page-{language}-{width}.png"), FullPage = true });
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
        {
            faults.Add($"the page is wider than {width} pixels");
        }

        faults.AddRange(await page.AccessibilityFaultsAsync());
        Assert.Empty(faults);
    }
}
