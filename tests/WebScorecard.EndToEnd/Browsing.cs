using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

/// <summary>The system's Chromium and a scorecard to look at.</summary>
public sealed class Browsing : IAsyncLifetime
{
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
    }

    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address.ToString();
        var page = await (await browser.NewContextAsync(options)).NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#key").FillAsync(RunningScorecard.Key);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        scorecard.Dispose();
    }
}
