using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

public sealed class BrowserTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Company_A_reads_its_need_checks_in_records_a_value_and_sees_score_and_need_change()
    {
        // Without any script running in the page.
        var page = await browsing.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        await Expect(page.Locator("#covered li").Filter(new() { HasText = "Customer meetings held" })).ToContainTextAsync("target raised: 100 to 300");
        await Expect(page.Locator("#needs li.card")).ToHaveCountAsync(2);
        await Expect(page.Locator("#needs")).ToContainTextAsync("Customer churn rate");

        await browsing.SignInAsync(page);
        await page.GotoAsync("/objectives/O4");
        await Expect(page.Locator("#score")).ToHaveTextAsync("0.48");
        var keyResult = page.Locator("#kr-O4-KR4");
        await keyResult.GetByText("Check in", new() { Exact = true }).ClickAsync();
        await keyResult.GetByLabel("Value (h)").FillAsync("1");
        await keyResult.GetByLabel("Confidence (0 to 10)").FillAsync("9");
        await keyResult.GetByLabel("Note").FillAsync("a second shift");
        await keyResult.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Added.");
        await Expect(page.Locator("#score")).ToHaveTextAsync("0.62");

        await page.GotoAsync("/kpis/K31-churn");
        await page.Locator("#record").GetByLabel("Date", new() { Exact = true }).FillAsync("2026-07-31");
        await page.Locator("#record").GetByLabel("Value (%)").FillAsync("4");
        await page.Locator("#record").GetByLabel("Out of").FillAsync("100");
        await page.Locator("#record").GetByLabel("Replaces").CheckAsync();
        await page.Locator("#record").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("#why")).ToContainTextAsync("Customer churn rate needs no OKR");

        await page.GotoAsync("/kpis/K01-revenue");
        await page.Locator("#target").GetByLabel("Applies from").FillAsync("2026-09-01");
        await page.Locator("#target").GetByLabel("Value (USD)").FillAsync("150000");
        await page.Locator("#target").GetByLabel("Reason").FillAsync("a second market");
        await page.Locator("#target").GetByRole(AriaRole.Button).ClickAsync();

        await page.GotoAsync("/");
        await Expect(page.Locator("#needs")).Not.ToContainTextAsync("Customer churn rate");
        await Expect(page.Locator("#needs li").Filter(new() { HasText = "Revenue" }).First).ToContainTextAsync("a second market");
        await page.GotoAsync("/?asOf=2026-08-14");
        await Expect(page.Locator("#needs")).ToContainTextAsync("Customer churn rate");
        await Expect(page.Locator("#needs")).Not.ToContainTextAsync("Revenue");
    }

    [Fact]
    public async Task Of_two_who_check_in_at_once_the_second_sees_the_first_and_keeps_what_was_filled_in()
    {
        var pages = new[] { await browsing.OpenAsync(), await browsing.OpenAsync() };
        foreach (var page in pages)
        {
            await browsing.SignInAsync(page);
            await page.GotoAsync("/objectives/O3");
            await page.Locator("#kr-O3-KR2 summary").Last.ClickAsync();
            await page.Locator("#kr-O3-KR2").GetByLabel("Value (%)").FillAsync(page == pages[0] ? "30" : "31");
        }

        await pages[0].Locator("#kr-O3-KR2").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(pages[0].GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await pages[1].Locator("#kr-O3-KR2").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(pages[1].GetByRole(AriaRole.Alert)).ToContainTextAsync("Something was added");
        await Expect(pages[1].Locator("#kr-O3-KR2")).ToContainTextAsync("30 %");
        await Expect(pages[1].Locator("#kr-O3-KR2").GetByLabel("Value (%)")).ToHaveValueAsync("31");
        await pages[1].Locator("#kr-O3-KR2").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(pages[1].GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_check_in_needs_no_mouse()
    {
        var page = await browsing.OpenAsync();
        await browsing.SignInAsync(page);
        await page.GotoAsync("/objectives/O2");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync());
        await page.Keyboard.PressAsync("Enter");
        for (var presses = 0; await FocusedAsync() != "Check in"; presses++)
        {
            Assert.True(presses < 30, "the form is out of reach of the keyboard");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        while (await page.EvaluateAsync<string>("document.activeElement.name ?? ''") != "value")
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.TypeAsync("9000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(page.Locator("#kr-O2-KR1")).ToContainTextAsync("9,000");

        Task<string> FocusedAsync() => page.EvaluateAsync<string>("document.activeElement.innerText");
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_and_signs_in_with_it_without_a_mouse()
    {
        var manager = await browsing.OpenAsync();
        await browsing.SignInAsync(manager);
        await manager.GotoAsync("/people");
        await manager.Locator("#name").FillAsync("Nguyễn Văn An");
        await manager.Keyboard.PressAsync("Enter");
        var invitation = await manager.Locator("code.address").InnerTextAsync();

        var page = await browsing.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(invitation);
        await page.Locator("#password").FillAsync("a few words of mine");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("footer")).ToContainTextAsync("Nguyễn Văn An");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        // A key that is pressed before the page has given the focus to a field is lost.
        await Expect(page.Locator("#name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("nguyễn văn an");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not fit");
        await Expect(page.Locator("#password")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("a few words of mine");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("footer")).ToContainTextAsync("Nguyễn Văn An");
    }

    [Fact]
    public async Task A_team_checks_in_its_week_by_keyboard_and_is_led_to_what_is_wrong()
    {
        var page = await browsing.OpenAsync();
        await browsing.SignInAsync(page);
        await page.GotoAsync("/weekly?team=Sales");
        await page.EvaluateAsync("document.querySelector('form.entry').noValidate = true");
        for (var presses = 0; await NameAsync() != "value:O3/O3-KR1"; presses++)
        {
            Assert.True(presses < 60, "the form is out of reach of the keyboard");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("70");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningScorecard.Setting("SCREENSHOTS"), "weekly-refused.png"), FullPage = true });
        await Expect(page.Locator("[aria-invalid]")).ToHaveValueAsync("70");
        await page.Locator("[aria-invalid]").FillAsync("7");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Touchpoints with new leads" })).ToContainTextAsync("7/10");

        Task<string> NameAsync() => page.EvaluateAsync<string>("document.activeElement.name ?? ''");
    }

    [Theory]
    [InlineData("en", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    [InlineData("vi", 1280, ColorScheme.Dark)]
    [InlineData("vi", 360, ColorScheme.Light)]
    public async Task Every_page_is_accessible_fits_its_width_and_asks_no_other_host(string language, int width, ColorScheme colours)
    {
        var page = await browsing.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours, BypassCSP = true });
        var faults = new List<string>();
        page.Request += (_, request) => { if (new Uri(request.Url).Authority != browsing.Address.Authority) { faults.Add(request.Url); } };
        page.Response += (_, response) => { if (response.Status >= 400) { faults.Add($"{response.Status} {response.Url}"); } };
        page.Console += (_, message) => faults.Add(message.Text);
        await page.GotoAsync($"/language/{language}");
        await browsing.SignInAsync(page);
        // Every page twice: in English on a desktop and in Vietnamese on a telephone.
        string[] main = ["/", "/kpis/meetings", "/objectives/O4", "/weekly?team=Customer%20Success"];
        string[] others = ["/kpis", "/kpis/K32-arpu", "/objectives", "/teams", "/teams/Sales", "/cycles/2026-Q3", "/findings", "/search?q=lead", "/sign-in",
            "/people", "/log", "/password", "/edit/kpi", "/edit/objective?id=O4", "/edit/key-result?objective=O4&goal=allOf", "/edit/organisation", "/edit/plan?kpi=meetings",
            "/edit/measurements?kpi=meetings", "/edit/check-ins?objective=O4&id=O4-KR4", "/edit/history", "/brief?kpi=meetings", "/compare", "/exchange",
            "/closing?from=2026-07-01&to=2026-09-30&asOf=2026-12-15"];
        foreach (var path in colours == ColorScheme.Light ? [.. main, .. others] : main)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(RunningScorecard.Setting("SCREENSHOTS"), $"{language}-{width}{path.Split('?')[0].Replace('/', '-')}.png"), FullPage = true });
            faults.AddRange((await page.AccessibilityFaultsAsync()).Select(fault => $"{path}: {fault}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            {
                faults.Add($"{path} is wider than {width} pixels");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    [Fact]
    public async Task The_policy_of_the_pages_stops_nothing_they_need()
    {
        var page = await browsing.OpenAsync();
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        await page.GotoAsync("/kpis");
        Assert.Equal("none", await page.Locator(".tiles").First.EvaluateAsync<string>("each => getComputedStyle(each).listStyleType"));
        Assert.Empty(said);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
