using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WebScorecard.Store;

namespace WebScorecard.Edit;

/// <summary>Who changed what is defined, and when, and what differs.</summary>
internal static class Histories
{
    private const int EntriesAPage = 20;

    public static void MapHistories(this RouteGroupBuilder pages) =>
        pages.MapGet("/edit/history", async (int? before, [AsParameters] Visit visit) =>
        {
            // One more, to tell the last of the page from what stood before it.
            var entries = await visit.Store.Definitions.Where(entry => before == null || entry.Number < before)
                .OrderByDescending(entry => entry.Number).Take(EntriesAPage + 1).ToListAsync(visit.Cancel);
            var changes = entries.Take(EntriesAPage).Select((entry, index) => new DefinitionChange(
                entry, index + 1 < entries.Count ? DefinitionDiff.Between(entries[index + 1].Document, entry.Document) : null));
            return new RazorComponentResult<HistoryPage>(new { View = await visit.ViewAsync("/edit/history"), Changes = changes.ToList() });
        });
}

/// <summary>An entry of the history.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Differences">What differs from the entry before; null for the first one.</param>
public sealed record DefinitionChange(DefinitionEntry Entry, IReadOnlyList<Difference>? Differences);

/// <summary>One thing that differs.</summary>
/// <param name="Of">What it is of, by names.</param>
/// <param name="Member">The member, by its name in the document; null when the whole is new or gone.</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it is gone.</param>
public sealed record Difference(string Of, string? Member, string? Before, string? After);
