using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WebScorecard.EndToEnd;

/// <summary>What axe, with all its rules, has against a page.</summary>
internal static class Accessibility
{
    public static async Task<IEnumerable<string>> AccessibilityFaultsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return result.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Id}: {violation.Help}: {node.Html}");
    }
}
