using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

/// <summary>Somebody at a page without a mouse: goes on by Tab, and knows only what has the focus.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 300;

    /// <summary>Goes on to what a selector means.</summary>
    public async Task GoToAsync(string selector)
    {
        for (var steps = 0; !await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector); steps++)
        {
            Assert.True(steps < MostSteps, $"{selector} is out of reach of the keyboard on {page.Url}");
            await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Goes on to a field and fills it in, over what stands in it.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await GoToAsync($"[name='{field}']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Opens what is folded up around a form.</summary>
    public async Task OpenAsync(string form)
    {
        await GoToAsync($"details:has(input[name=form][value='{form}']) > summary");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Follows a link.</summary>
    public async Task FollowAsync(string link)
    {
        await GoToAsync(link);
        await SendAsync();
    }

    /// <summary>Sends the form one is in, or follows the link one is at, and waits for the page one is led to.</summary>
    public async Task SendAsync()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage loaded) => arrived.TrySetResult();
        page.Load += Arrive;
        await page.Keyboard.PressAsync("Enter");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Arrive;
    }
}
