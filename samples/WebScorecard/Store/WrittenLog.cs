using Microsoft.EntityFrameworkCore;

namespace WebScorecard.Store;

/// <summary>One entry of any history: who wrote it, when, and of what.</summary>
/// <param name="At">When it was stored.</param>
/// <param name="By">The account, or "key:" and the program.</param>
/// <param name="Kind">The history it is in.</param>
/// <param name="Number">Its place in its history.</param>
/// <param name="Of">The id of the KPI, or of the objective; null for the definition.</param>
/// <param name="KeyResult">The id of the key result, for a check-in.</param>
public sealed record Written(DateTimeOffset At, string By, WrittenKind Kind, int Number, string? Of = null, string? KeyResult = null);

public enum WrittenKind
{
    Definition = 0,
    Target = 1,
    Measurement = 2,
    CheckIn = 3,
}

/// <summary>What was written in all histories, the latest first.</summary>
internal sealed class WrittenLog(ScorecardDb db)
{
    public const int PageSize = 50;

    /// <summary>A page of the entries before a time, of one writer or of all.</summary>
    public async Task<IReadOnlyList<Written>> ReadAsync(string? by, DateTimeOffset? before, CancellationToken cancel)
    {
        var definitions = Latest(db.Definitions).Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Definition, entry.Number, null, null));
        var targets = Latest(db.Targets).Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Target, entry.Number, entry.Kpi, null));
        var measurements = Latest(db.Measurements)
            .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Measurement, entry.Number, entry.Kpi, null));
        var checkIns = Latest(db.CheckIns)
            .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.CheckIn, entry.Number, entry.Objective, entry.KeyResult));
        var page = new List<Written>();
        foreach (var history in new[] { definitions, targets, measurements, checkIns })
        {
            page.AddRange(await history.ToListAsync(cancel));
        }

        return [.. page.OrderByDescending(written => written.At).Take(PageSize)];

        IQueryable<TEntry> Latest<TEntry>(IQueryable<TEntry> entries)
            where TEntry : Entry => entries.AsNoTracking()
                .Where(entry => entry.By != null && (by == null || entry.By == by) && (before == null || entry.RecordedAt < before))
                .OrderByDescending(entry => entry.RecordedAt)
                .Take(PageSize);
    }
}
