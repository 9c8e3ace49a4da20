using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.Store;

/// <summary>Keeps a portfolio as histories that only grow, and puts it together again.</summary>
internal sealed partial class PortfolioStore(ScorecardDb db, TimeProvider clock, ReviewDates dates, ReviewCache cache)
{
    private ReviewCache.Known? seen;

    public IQueryable<TargetEntry> TargetsOf(string kpi) => db.Targets.AsNoTracking().Where(entry => entry.Kpi == kpi);

    public IQueryable<MeasurementEntry> MeasurementsOf(string kpi) => db.Measurements.AsNoTracking().Where(entry => entry.Kpi == kpi);

    public IQueryable<CheckInEntry> CheckInsOf(string objective, string keyResult) =>
        db.CheckIns.AsNoTracking().Where(entry => entry.Objective == objective && entry.KeyResult == keyResult);

    public IQueryable<DefinitionEntry> Definitions => db.Definitions.AsNoTracking();

    /// <summary>Everything that is known by now.</summary>
    public async Task<Portfolio> LoadAsync(CancellationToken cancel) => (await KnownAsync(cancel)).Portfolio;

    /// <summary>What the library says of everything on a date.</summary>
    public async Task<PortfolioReview> ReviewAsync(LocalDate date, CancellationToken cancel) => (await KnownAsync(cancel)).Review(date);

    /// <summary>What changed in the week up to a date.</summary>
    public async Task<WeeklyReview> WeekAsync(LocalDate date, CancellationToken cancel) => (await KnownAsync(cancel)).Week(date);

    // Once a request, which may ask for several things; what it adds itself makes it ask anew. The version before what it is of: what is added in between is
    // read at most once too often.
    private async Task<ReviewCache.Known> KnownAsync(CancellationToken cancel) =>
        seen ??= await cache.OfAsync(
            await VersionAsync(cancel), before => ReadAsync(before, cancel), cancel);

    // How many entries there are. SQLite would count them one by one; where rows are only added, the number it gives to the last one says as much.
    private async Task<int> VersionAsync(CancellationToken cancel) => db.Database.IsSqlite()
        ? await db.Database.SqlQuery<int>(
            $"""
            SELECT coalesce((SELECT max(rowid) FROM "Definitions"), 0) + coalesce((SELECT max(rowid) FROM "Targets"), 0)
                + coalesce((SELECT max(rowid) FROM "Measurements"), 0) + coalesce((SELECT max(rowid) FROM "CheckIns"), 0) AS "Value"
            """).SingleAsync(cancel)
        : await db.Definitions.OrderBy(entry => entry.Number)
            .Select(_ => db.Definitions.Count() + db.Targets.Count() + db.Measurements.Count() + db.CheckIns.Count())
            .FirstOrDefaultAsync(cancel);

    private async Task<Portfolio> ReadAsync(Portfolio? before, CancellationToken cancel)
    {
        // The definition last: what it names only grows, so that every entry read before has its place in it.
        var targets = await db.Targets.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancel);
        var measured = await MeasuredAsync(before, cancel);
        var checkIns = await db.CheckIns.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancel);
        var defined = (await DefinitionAsync(cancel)).Portfolio;

        var targetsOf = targets.ToLookup(entry => entry.Kpi);
        var checkInsOf = checkIns.ToLookup(entry => entry.Objective);
        var portfolio = Portfolio.Of(
            defined.Kpis.Select(kpi => targetsOf[kpi.Id.Value].Aggregate(kpi, (kpi, entry) => kpi.With(entry.Record.ToDecision()))),
            defined.Objectives.Select(objective => checkInsOf[objective.Id.Value].Aggregate(
                objective, (objective, entry) => entry.AddTo(objective))),
            defined.Kpis.Select(kpi => measured.GetValueOrDefault(kpi.Id.Value)).OfType<MeasurementSeries>());
        return WithWordsOf(defined, portfolio);
    }

    // The measured values by KPI. They are by far the most, and rows never change: only of KPIs that have more than before they are read.
    private async Task<Dictionary<string, MeasurementSeries>> MeasuredAsync(Portfolio? before, CancellationToken cancel)
    {
        var measured = before?.Measurements.ToDictionary(series => series.Kpi.Value) ?? [];
        var counts = await db.Measurements.GroupBy(entry => entry.Kpi).Select(rows => new { Kpi = rows.Key, Count = rows.Count() }).ToListAsync(cancel);
        string[] grown = [.. counts.Where(each => measured.GetValueOrDefault(each.Kpi)?.Measurements.Count != each.Count).Select(each => each.Kpi)];
        var rows = grown.Length > 100 ? db.Measurements : db.Measurements.Where(entry => grown.Contains(entry.Kpi));
        foreach (var history in (await rows.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancel)).GroupBy(entry => entry.Kpi))
        {
            measured[history.Key] = MeasurementSeries.Of(KpiId.Of(history.Key), history.Select(entry => entry.Record.ToMeasurement()));
        }

        return measured;
    }

    /// <summary>The definition that counts.</summary>
    public async Task<Definition> DefinitionAsync(CancellationToken cancel)
    {
        var number = await Definitions.MaxAsync(entry => entry.Number, cancel);
        return await cache.DefinitionAsync(
            number, async () => Definition.Stored((await Definitions.FirstAsync(entry => entry.Number == number, cancel)).Document));
    }

    /// <summary>Whether the first definition is that of a portfolio.</summary>
    public async Task<bool> BeganWithAsync(Portfolio portfolio, CancellationToken cancel) =>
        (await Definitions.OrderBy(entry => entry.Number).FirstAsync(cancel)).Document == Definition.Of(portfolio).Document;

    /// <summary>Fills an empty database with a workspace; leaves any other alone, and says so by <see langword="false"/>.</summary>
    public async Task<bool> ImportAsync(Func<Portfolio> workspace, CancellationToken cancel)
    {
        if (await Definitions.AnyAsync(cancel))
        {
            return false;
        }

        var portfolio = workspace();
        db.AddRange(Numbered([new DefinitionEntry { Document = Definition.Of(portfolio).Document }]));
        foreach (var kpi in portfolio.Kpis)
        {
            db.AddRange(Numbered(kpi.Targets.Decisions.Select(decision => new TargetEntry { Kpi = kpi.Id.Value, Record = TargetRecord.Of(decision) })));
            db.AddRange(Numbered(portfolio.MeasurementsOf(kpi.Id).Measurements.Select(
                measurement => new MeasurementEntry { Kpi = kpi.Id.Value, Record = MeasurementRecord.Of(measurement) })));
        }

        foreach (var objective in portfolio.Objectives)
        {
            foreach (var keyResult in objective.KeyResults)
            {
                db.AddRange(Numbered(keyResult.CheckIns.Select(
                    checkIn => new CheckInEntry { Objective = objective.Id.Value, KeyResult = keyResult.Id.Value, Record = CheckInRecord.Of(checkIn) })));
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        if (PortfolioJson.Write(await ReadAsync(null, cancel)) != PortfolioJson.Write(InOrder(portfolio)))
        {
            throw new InvalidOperationException("The workspace holds something that the tables of this sample do not keep; nothing was imported.");
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Adds a check-in; null when there is no such key result.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in it.</exception>
    public async Task<Appended?> CheckInAsync(string objective, string keyResult, CheckInRecord record, Writing writing, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        var defined = (await DefinitionAsync(cancel)).Portfolio.Objectives.FirstOrDefault(each => each.Id.Value == objective);
        if (defined?.KeyResults.Any(each => each.Id.Value == keyResult) is not true)
        {
            return null;
        }

        dates.RequireNear(record.Date);
        defined.CheckIn(keyResult, record.ToCheckIn());
        var entry = new CheckInEntry { Objective = objective, KeyResult = keyResult, Record = record, RequestId = writing.RequestId };
        return await AppendAsync(CheckInsOf(objective, keyResult), entry, writing, cancel);
    }

    /// <summary>Adds a measured value; null when there is no such KPI.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in it.</exception>
    public async Task<Appended?> MeasureAsync(string kpi, MeasurementRecord record, Writing writing, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        if (await KpiAsync(kpi, cancel) is not { } defined)
        {
            return null;
        }

        RequireNear(record);
        var measurement = record.ToMeasurement();
        var entry = new MeasurementEntry { Kpi = kpi, Record = record, RequestId = writing.RequestId };
        return await AppendAsync(MeasurementsOf(kpi), entry, writing, cancel, async () =>
        {
            // Whether it fits is a matter of the rows before it too: a key is given once.
            var rows = await MeasurementsOf(kpi).OrderBy(each => each.Number).ToListAsync(cancel);
            Portfolio.Of([defined], [], [MeasurementSeries.Of(defined.Id, [.. rows.Select(each => each.Record.ToMeasurement()), measurement])]);
        });
    }

    /// <summary>Adds a decision about a target; null when there is no such KPI.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in it.</exception>
    public async Task<Appended?> DecideTargetAsync(string kpi, TargetRecord record, Writing writing, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        if (await KpiAsync(kpi, cancel) is not { } defined)
        {
            return null;
        }

        dates.RequireNear(record.From, record.Through, record.DecidedOn);
        defined.With(record.ToDecision());
        return await AppendAsync(TargetsOf(kpi), new TargetEntry { Kpi = kpi, Record = record, RequestId = writing.RequestId }, writing, cancel);
    }

    /// <summary>Puts a new definition after the present one.</summary>
    /// <exception cref="ArgumentException">A history would lose its place or its meaning.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is no document of the library's format.</exception>
    public async Task<Appended> RedefineAsync(string document, Writing writing, CancellationToken cancel)
    {
        var next = Definition.Read(document);
        await using var alone = await AloneAsync(cancel);
        await RequireKeptAsync(await DefinitionAsync(cancel), next, cancel);
        return await AppendAsync(Definitions, new DefinitionEntry { Document = next.Document, RequestId = writing.RequestId }, writing, cancel);
    }

    private async Task<Kpi?> KpiAsync(string id, CancellationToken cancel) =>
        (await DefinitionAsync(cancel)).Portfolio.Kpis.FirstOrDefault(kpi => kpi.Id.Value == id);

    private void RequireNear(MeasurementRecord record) =>
        dates.RequireNear(record.Date, record.KnownOn, record.At is { } at ? DateOnly.FromDateTime(at.Date) : null);

    // One writer at a time, of all servers: what is looked at before something is added, such as the definition, is as it was when that is added. SQLite lets
    // in one from the beginning of a transaction on; PostgreSQL is asked for a lock, which goes with the transaction.
    private async Task<IDbContextTransaction> AloneAsync(CancellationToken cancel)
    {
        seen = null;
        var alone = await db.Database.BeginTransactionAsync(cancel);
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({7_202_612})", cancel);
        }

        return alone;
    }

    // What was added by the one writer: all of it, or nothing.
    private async Task SaveAsync(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await db.Database.CommitTransactionAsync(cancel);
    }

    // Adds an entry to the end of its history.
    private async Task<Appended> AppendAsync<TEntry>(
        IQueryable<TEntry> history, TEntry entry, Writing writing, CancellationToken cancel, Func<Task>? fits = null)
        where TEntry : Entry
    {
        if (writing.RequestId is { } request && await history.FirstOrDefaultAsync(each => each.RequestId == request, cancel) is { } known)
        {
            return known.SaysTheSameAs(entry)
                ? new(WriteOutcome.Repeated, known.Number)
                : throw new ArgumentException($"The request '{request}' has already added something else; give every entry a mark of its own.");
        }

        var last = await history.MaxAsync(each => (int?)each.Number, cancel) ?? 0;
        if (writing.Expected is { } seen && seen != last)
        {
            return new(WriteOutcome.Changed, last);
        }

        if (fits is not null)
        {
            await fits();
        }

        entry.Number = last + 1;
        entry.RecordedAt = clock.GetUtcNow();
        db.Add(entry);
        await SaveAsync(cancel);
        return new(WriteOutcome.Added, entry.Number);
    }

    // With the measurements in the order of the KPIs, as they are loaded.
    private static Portfolio InOrder(Portfolio portfolio)
    {
        var ordered = Portfolio.Of(
            portfolio.Kpis, portfolio.Objectives,
            portfolio.Kpis.Select(kpi => portfolio.MeasurementsOf(kpi.Id)).Where(series => series.Measurements.Count > 0));
        return WithWordsOf(portfolio, ordered);
    }

    // With all that is no KPI, objective or measurement.
    private static Portfolio WithWordsOf(Portfolio words, Portfolio portfolio)
    {
        portfolio = portfolio.With(words.Learnings).With(words.Dismissals);
        portfolio = words.Organisation is { } organisation ? portfolio.In(organisation) : portfolio;
        return words.Name is { } name ? portfolio.Named(name) : portfolio;
    }

    private IEnumerable<TEntry> Numbered<TEntry>(IEnumerable<TEntry> entries)
        where TEntry : Entry
    {
        var now = clock.GetUtcNow();
        return entries.Select((entry, index) =>
        {
            entry.Number = index + 1;
            entry.RecordedAt = now;
            return entry;
        });
    }
}
