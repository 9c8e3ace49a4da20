using Microsoft.EntityFrameworkCore;
using OkrKpi;

namespace WebScorecard.Store;

/// <summary>Changes to what is defined, and many measured values at once.</summary>
internal sealed partial class PortfolioStore
{
    /// <summary>The definition that counts, and its number.</summary>
    public async Task<(Definition Definition, int Number)> LatestDefinitionAsync(CancellationToken cancel)
    {
        var latest = await Definitions.OrderByDescending(entry => entry.Number).FirstAsync(cancel);
        return (Definition.Stored(latest.Document), latest.Number);
    }

    /// <summary>
    /// Puts a changed definition after the present one. A change that expects no version is made again on what somebody else has written meanwhile.
    /// </summary>
    /// <exception cref="ArgumentException">The change makes no sense, or a history would lose its place or its meaning.</exception>
    public async Task<Appended> EditAsync(Func<Definition, Definition> change, Writing writing, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        if (writing.RequestId is { } request && await Definitions.FirstOrDefaultAsync(entry => entry.RequestId == request, cancel) is { } known)
        {
            return new(WriteOutcome.Repeated, known.Number);
        }

        var (definition, number) = await LatestDefinitionAsync(cancel);
        if (writing.Expected is { } seen && seen != number)
        {
            return new(WriteOutcome.Changed, number);
        }

        var next = change(definition);
        if (next.Document == definition.Document)
        {
            return new(WriteOutcome.Repeated, number);
        }

        await RequireKeptAsync(definition, next, cancel);
        return await AppendAsync(Definitions, new DefinitionEntry { Document = next.Document, RequestId = writing.RequestId }, writing, cancel);
    }

    /// <summary>Adds measured values of many KPIs: all of them, or none.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in one of them.</exception>
    public async Task<Appended> MeasureAsync(IReadOnlyList<(string Kpi, MeasurementRecord Record)> rows, string? request, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        if (request is not null && await db.Measurements.AnyAsync(entry => entry.RequestId == request, cancel))
        {
            return new(WriteOutcome.Repeated, 0);
        }

        var defined = (await DefinitionAsync(cancel)).Portfolio;
        foreach (var group in rows.GroupBy(row => row.Kpi))
        {
            var known = await MeasurementsOf(group.Key).OrderBy(entry => entry.Number).ToListAsync(cancel);
            var added = group.Select((row, index) => new MeasurementEntry
            {
                Kpi = row.Kpi,
                Record = row.Record,
                Number = known.Count + index + 1,
                RequestId = index == 0 ? request : null,
                RecordedAt = clock.GetUtcNow(),
            }).ToList();
            added.ForEach(entry => RequireNear(entry.Record));
            var kpi = defined.Kpi(group.Key);
            Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, known.Concat(added).Select(entry => entry.Record.ToMeasurement()))]);
            db.AddRange(added);
        }

        await SaveAsync(cancel);
        return new(WriteOutcome.Added, rows.Count);
    }

    /// <summary>Adds the decisions of a plan for a KPI: all of them, or none.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in one of them, or there is no such KPI.</exception>
    public async Task<Appended> DecideTargetsAsync(string kpi, IReadOnlyList<TargetRecord> records, Writing writing, CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        if (writing.RequestId is { } request && await TargetsOf(kpi).AnyAsync(entry => entry.RequestId == request, cancel))
        {
            return new(WriteOutcome.Repeated, 0);
        }

        (await DefinitionAsync(cancel)).Portfolio.Kpi(kpi).With(records.Select(record => record.ToDecision()));
        foreach (var record in records)
        {
            dates.RequireNear(record.From, record.Through, record.DecidedOn);
        }

        var last = await TargetsOf(kpi).MaxAsync(entry => (int?)entry.Number, cancel) ?? 0;
        if (writing.Expected is { } seen && seen != last)
        {
            return new(WriteOutcome.Changed, last);
        }

        db.AddRange(records.Select((record, index) => new TargetEntry
        {
            Kpi = kpi,
            Record = record,
            Number = last + index + 1,
            RequestId = index == 0 ? writing.RequestId : null,
            RecordedAt = clock.GetUtcNow(),
        }));
        await SaveAsync(cancel);
        return new(WriteOutcome.Added, last + records.Count);
    }

    /// <summary>Whether a KPI, or a key result of an objective, has a history, by which its meaning is fixed.</summary>
    public async Task<Func<(string? Objective, string Id), bool>> HistoriesAsync(CancellationToken cancel)
    {
        var kpis = await db.Targets.Select(entry => entry.Kpi).Union(db.Measurements.Select(entry => entry.Kpi)).ToHashSetAsync(cancel);
        var keyResults = await db.CheckIns.Select(entry => new { entry.Objective, entry.KeyResult }).Distinct().ToListAsync(cancel);
        HashSet<(string?, string)> begun =
        [
            .. kpis.Select(kpi => ((string?)null, kpi)), .. keyResults.Select(each => ((string?)each.Objective, each.KeyResult)),
        ];
        return begun.Contains;
    }

    private async Task RequireKeptAsync(Definition definition, Definition next, CancellationToken cancel) =>
        definition.RequireKeptBy(next, await HistoriesAsync(cancel));
}
