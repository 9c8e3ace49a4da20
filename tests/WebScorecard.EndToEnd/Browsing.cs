using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

/// <summary>The system's Chromium and a scorecard to look at.</summary>
public sealed class Browsing : IAsyncLifetime
{
    public const string Name = "Mai Quản";
    public const string Password = "eleven plus one";

    // Whoever signs in twenty times a minute has to wait; so the tests of a class do it once.
    private IEnumerable<Cookie> cookies = [];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private RunningScorecard scorecard = null!;

    public Uri Address => scorecard.Address;

    public async Task InitializeAsync()
    {
        scorecard = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase("SQLite"));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = RunningScorecard.Setting("CHROMIUM"),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync"
            ],
        });
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await scorecard.FirstAccountAsync());
        await page.Locator("#name").FillAsync(Name);
        await page.Locator("#password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/people");
        cookies = (await page.Context.CookiesAsync()).Where(cookie => cookie.Name == "scorecard")
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address.ToString(), HttpOnly = true });
    }

    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address.ToString();
        var page = await (await browser.NewContextAsync(options)).NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <summary>Goes on as the one who made the first account.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.Context.AddCookiesAsync(cookies);
        await page.GotoAsync("/");
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        scorecard.Dispose();
    }
}
