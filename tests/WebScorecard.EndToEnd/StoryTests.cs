using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

/// <summary>A quarter of Company A from beginning to end, by one person without a mouse. Each language has a scorecard of its own.</summary>
public sealed class StoryTests : IAsyncLifetime
{
    private readonly Browsing browsing = new();

    public Task InitializeAsync() => browsing.InitializeAsync();

    public Task DisposeAsync() => browsing.DisposeAsync();

    [Theory]
    [InlineData("en", "Greet new customers", "Win back those who left", "Customers called in their first week")]
    [InlineData("vi", "Chào đón khách hàng mới", "Mời khách cũ quay lại", "Khách hàng được gọi trong tuần đầu")]
    public async Task A_need_becomes_an_objective_is_checked_in_closed_and_goes_on_next_quarter_by_keyboard(
        string language, string area, string otherArea, string step)
    {
        var words = new Words(language);
        var page = await browsing.OpenAsync(new() { Locale = language });
        var keyboard = new Keyboard(page);
        await page.GotoAsync($"/language/{language}");
        await browsing.SignInAsync(page);
        await SeeAsync(words["Attention"]);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));

        // What needs an OKR, and why: the talk about it begins at its brief.
        await keyboard.FollowAsync("#needs a[href^='/kpis/K31-churn']");
        var kpi = await page.Locator("h1").InnerTextAsync();
        await keyboard.FollowAsync("a[href^='/brief?']");
        await SeeAsync(words["BriefOf", kpi]);
        await keyboard.TypeAsync("answer-group", "3");
        await StoreAsync();

        // Two areas with what one would do, and the votes of two people.
        await keyboard.TypeAsync("name", otherArea);
        await StoreAsync();
        await keyboard.OpenAsync("area");
        await keyboard.TypeAsync("name", area);
        await keyboard.TypeAsync("tactics", "FAQ");
        await keyboard.GoToAsync("#area form button");
        await StoreAsync();
        foreach (var (voter, marks) in new[] { ("Hoa", "444876"), ("An", "333986") })
        {
            await keyboard.TypeAsync("by", voter);
            foreach (var (field, mark) in new[] { "impact0", "confidence0", "ease0", "impact1", "confidence1", "ease1" }.Zip(marks))
            {
                await keyboard.TypeAsync(field, $"{mark}");
            }

            await StoreAsync();
        }

        await Expect(page.Locator("#area .ranked b").First).ToHaveTextAsync(area);
        await Expect(page.Locator("#votes legend").Last).ToContainTextAsync("Hoa, An");

        // The area chosen is the draft of an objective, beside which stands what the library misses; a key result is what it misses.
        await keyboard.GoToAsync("#draft [name=area]");
        await keyboard.GoToAsync("#draft button");
        await StoreAsync();
        await Expect(page.Locator("#edit-title")).ToHaveValueAsync(area);
        await Expect(page.Locator(".findings li").First).ToBeVisibleAsync();
        await keyboard.FollowAsync("main a[href^='/edit/key-result?']");
        await SeeAsync(words["NewKeyResult"]);
        await keyboard.TypeAsync("name", step);
        await keyboard.TypeAsync("start", "10");
        await keyboard.TypeAsync("target", "20");
        await keyboard.TypeAsync("unitName", "%");
        await StoreAsync();

        // The week: one form for all.
        await keyboard.FollowAsync("header a[href^='/weekly']");
        await keyboard.FollowAsync("main a[href*='team=Customer']");
        await keyboard.TypeAsync("value:O5/O5-KR1", "15");
        await StoreAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = step })).ToContainTextAsync("15");

        // The quarter is over: what was reached and learnt, and what goes on from where it was left.
        await page.GotoAsync("/closing?from=2026-07-01&to=2026-09-30&asOf=2026-12-15");
        await Expect(page.Locator("h1")).ToContainTextAsync(words["Closing"]);
        await keyboard.OpenAsync("learn-O5");
        await keyboard.TypeAsync("text", "FAQ!");
        await keyboard.GoToAsync("#o-O5 form:has([value='learn-O5']) button");
        await StoreAsync();
        await page.GotoAsync("/closing?from=2026-07-01&to=2026-09-30&asOf=2026-12-15");
        await Expect(page.Locator("#o-O5")).ToContainTextAsync("FAQ!");
        await keyboard.OpenAsync("carry-O5");
        await keyboard.GoToAsync("#o-O5 [name=carried]");
        await Expect(page.Locator("#o-O5 [name=carried]")).ToBeCheckedAsync();
        await keyboard.GoToAsync("#o-O5 form:has([value='carry-O5']) button");
        await StoreAsync();

        // The next quarter.
        await page.GotoAsync("/objectives/O6?asOf=2026-10-15");
        await SeeAsync(area);
        await Expect(page.Locator(".lead")).ToContainTextAsync("2026-Q4");
        await Expect(page.Locator("#score")).ToHaveTextAsync(language == "en" ? "0.00" : "0,00");
        await keyboard.GoToAsync($"details:has(form[action*='O6/key-results/O5-KR1']) > summary");
        await page.Keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("value", "20");
        await StoreAsync();
        await Expect(page.Locator("#score")).ToHaveTextAsync(language == "en" ? "1.00" : "1,00");
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningScorecard.Setting("SCREENSHOTS"), $"story-{language}.png"), FullPage = true });

        async Task StoreAsync()
        {
            await keyboard.SendAsync();
            Assert.True(
                new Uri(page.Url).Query.Contains("saved", StringComparison.Ordinal),
                $"{page.Url}: {string.Join(' ', await page.Locator(".refused").AllInnerTextsAsync())}");
        }

        Task SeeAsync(string heading) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
