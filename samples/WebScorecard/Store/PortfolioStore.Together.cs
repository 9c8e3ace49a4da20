using Microsoft.EntityFrameworkCore;

namespace WebScorecard.Store;

internal sealed partial class PortfolioStore
{
    /// <summary>Adds the check-ins of a meeting: all of them, or none when one of the key results has grown since the writer looked.</summary>
    public async Task<WriteOutcome> CheckInTogetherAsync(IReadOnlyList<(CheckInEntry Entry, int Expected)> together, CancellationToken cancel)
    {
        dates.RequireNear([.. together.Select(each => (DateOnly?)each.Entry.Record.Date)]);
        if (await AreKnownAsync([.. together.Select(each => each.Entry)], cancel))
        {
            return WriteOutcome.Repeated;
        }

        foreach (var keyResult in together.GroupBy(each => (each.Entry.Objective, each.Entry.KeyResult)))
        {
            var history = CheckInsOf(keyResult.Key.Objective, keyResult.Key.KeyResult);
            var last = await history.MaxAsync(each => (int?)each.Number, cancel) ?? 0;
            if (last != keyResult.First().Expected)
            {
                return WriteOutcome.Changed;
            }

            foreach (var (entry, _) in keyResult)
            {
                entry.Number = ++last;
                entry.RecordedAt = clock.GetUtcNow();
            }
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
            foreach (var (entry, seen) in together)
            {
                if (await CheckInsOf(entry.Objective, entry.KeyResult).AnyAsync(each => each.Number > seen, cancel))
                {
                    return WriteOutcome.Changed;
                }
            }

            throw;
        }
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
