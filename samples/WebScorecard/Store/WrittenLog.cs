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

    /// <summary>
    /// A page of the entries before a time, of one writer or of all. It ends between two times and not among the entries of one, so it may be a little longer
    /// than <see cref="PageSize"/>: the next begins before the last time of this.
    /// </summary>
    public async Task<IReadOnlyList<Written>> ReadAsync(string? by, DateTimeOffset? before, CancellationToken cancel)
    {
        DateTimeOffset[] times =
        [
            .. await TimesAsync(db.Definitions), .. await TimesAsync(db.Targets), .. await TimesAsync(db.Measurements), .. await TimesAsync(db.CheckIns),
        ];
        var since = times.OrderDescending().Take(PageSize).LastOrDefault();
        Written[] page =
        [
            .. await Since(db.Definitions)
                .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Definition, entry.Number, null, null)).ToListAsync(cancel),
            .. await Since(db.Targets)
                .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Target, entry.Number, entry.Kpi, null)).ToListAsync(cancel),
            .. await Since(db.Measurements)
                .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.Measurement, entry.Number, entry.Kpi, null)).ToListAsync(cancel),
            .. await Since(db.CheckIns)
                .Select(entry => new Written(entry.RecordedAt, entry.By!, WrittenKind.CheckIn, entry.Number, entry.Objective, entry.KeyResult))
                .ToListAsync(cancel),
        ];
        return [.. page.OrderByDescending(written => written.At).ThenByDescending(written => written.Number)];

        Task<List<DateTimeOffset>> TimesAsync<TEntry>(IQueryable<TEntry> entries)
            where TEntry : Entry =>
            Asked(entries).OrderByDescending(entry => entry.RecordedAt).Take(PageSize).Select(entry => entry.RecordedAt).ToListAsync(cancel);

        IQueryable<TEntry> Since<TEntry>(IQueryable<TEntry> entries)
            where TEntry : Entry => Asked(entries).Where(entry => entry.RecordedAt >= since);

        IQueryable<TEntry> Asked<TEntry>(IQueryable<TEntry> entries)
            where TEntry : Entry => entries.AsNoTracking()
                .Where(entry => entry.By != null && (by == null || entry.By == by) && (before == null || entry.RecordedAt < before));
    }
}
