using Microsoft.EntityFrameworkCore;

namespace WebScorecard.Store;

internal sealed partial class PortfolioStore
{
    /// <summary>Adds the check-ins of a meeting: all of them, or none when one of the key results has grown since the writer looked.</summary>
    public async Task<WriteOutcome> CheckInTogetherAsync(IReadOnlyList<(CheckInEntry Entry, int Expected)> together, CancellationToken cancel)
    {
        dates.RequireNear([.. together.Select(each => (DateOnly?)each.Entry.Record.Date)]);
        var keyResults = together.ToLookup(each => (each.Entry.Objective, each.Entry.KeyResult));
        while (true)
        {
            // The numbers before the request: the same one, sent twice, may be stored in between.
            var hasGrown = false;
            foreach (var keyResult in keyResults)
            {
                var last = await CheckInsOf(keyResult.Key.Objective, keyResult.Key.KeyResult).MaxAsync(each => (int?)each.Number, cancel) ?? 0;
                hasGrown |= last != keyResult.First().Expected;
                foreach (var (entry, _) in keyResult)
                {
                    entry.Number = ++last;
                    entry.RecordedAt = clock.GetUtcNow();
                }
            }

            if (await AreKnownAsync([.. together.Select(each => each.Entry)], cancel))
            {
                return WriteOutcome.Repeated;
            }

            if (hasGrown)
            {
                return WriteOutcome.Changed;
            }

            // One transaction; a number that somebody else took meanwhile refuses the whole.
            db.AddRange(together.Select(each => each.Entry));
            try
            {
                await db.SaveChangesAsync(cancel);
                return WriteOutcome.Added;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await IsAnyTakenAsync(together, cancel))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> IsAnyTakenAsync(IReadOnlyList<(CheckInEntry Entry, int Expected)> together, CancellationToken cancel)
    {
        foreach (var (entry, seen) in together)
        {
            if (await CheckInsOf(entry.Objective, entry.KeyResult).AnyAsync(each => each.Number > seen, cancel))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the same request has stored all of them before.
    private async Task<bool> AreKnownAsync(CheckInEntry[] entries, CancellationToken cancel)
    {
        foreach (var entry in entries)
        {
            var known = entry.RequestId is null ? null
                : await CheckInsOf(entry.Objective, entry.KeyResult).FirstOrDefaultAsync(each => each.RequestId == entry.RequestId, cancel);
            if (known?.SaysTheSameAs(entry) is not true)
            {
                return false;
            }
        }

        return true;
    }
}
