using Microsoft.EntityFrameworkCore;

namespace WebScorecard.Store;

internal sealed partial class PortfolioStore
{
    /// <summary>Adds the check-ins of a meeting: all of them, or none when one of the key results has grown since the writer looked.</summary>
    public async Task<WriteOutcome> CheckInTogetherAsync(IReadOnlyList<(CheckInEntry Entry, int Expected)> together, CancellationToken cancel)
    {
        dates.RequireNear([.. together.Select(each => (DateOnly?)each.Entry.Record.Date)]);
        await using var alone = await AloneAsync(cancel);
        if (await AreKnownAsync([.. together.Select(each => each.Entry)], cancel))
        {
            return WriteOutcome.Repeated;
        }

        var defined = (await DefinitionAsync(cancel)).Portfolio;
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
                defined.Objective(entry.Objective).CheckIn(entry.KeyResult, entry.Record.ToCheckIn());
                entry.Number = ++last;
                entry.RecordedAt = clock.GetUtcNow();
            }
        }

        db.AddRange(together.Select(each => each.Entry));
        await SaveAsync(cancel);
        return WriteOutcome.Added;
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
