using Microsoft.EntityFrameworkCore;
using NodaTime;
using OkrKpi;

namespace WebScorecard.Store;

// Who wrote what the portfolio holds: it does not know, the entries do.
internal sealed partial class PortfolioStore
{
    /// <summary>The last values of a KPI known on a date, the latest written first, each with who wrote it, where that is known.</summary>
    public async Task<IReadOnlyList<(Measurement Value, string? By)>> LatestOfAsync(PortfolioReview review, Kpi kpi, int count, CancellationToken cancel)
    {
        // A series keeps the order of the rows, whose numbers are 1, 2, 3.
        var latest = review.Portfolio.MeasurementsOf(kpi.Id).Measurements.Select((value, index) => (Value: value, Number: index + 1)).Reverse()
            .Where(each => (each.Value.KnownOn ?? LocalDate.MinIsoValue) <= review.AsOf
                && (each.Value.Date ?? kpi.Calendar.DateOf(each.Value.At!.Value)) <= review.AsOf)
            .Take(count).ToList();
        var numbers = latest.ConvertAll(each => each.Number);
        var writers = await MeasurementsOf(kpi.Id.Value).Where(entry => numbers.Contains(entry.Number))
            .ToDictionaryAsync(entry => entry.Number, entry => entry.By, cancel);
        return latest.ConvertAll(each => (each.Value, writers.GetValueOrDefault(each.Number)));
    }

    /// <summary>The decisions about the target of a KPI, the latest first, each with who wrote it, where that is known.</summary>
    public async Task<IReadOnlyList<(TargetDecision Decision, string? By)>> DecisionsOfAsync(string kpi, CancellationToken cancel) =>
        [.. (await TargetsOf(kpi).OrderByDescending(entry => entry.Number).ToListAsync(cancel))
            .Select(entry => (Decision: entry.Record.ToDecision(), entry.By)).OrderByDescending(each => each.Decision.DecidedOn)];

    /// <summary>Who wrote the check-ins of an objective, by key result and what they say.</summary>
    public async Task<ILookup<(string KeyResult, CheckInRecord Said), string>> WritersOfCheckInsAsync(string objective, CancellationToken cancel) =>
        (await db.CheckIns.AsNoTracking().Where(entry => entry.Objective == objective && entry.By != null).OrderBy(entry => entry.Number).ToListAsync(cancel))
            .ToLookup(entry => (entry.KeyResult, entry.Record with { WithdrawnOn = null }), entry => entry.By!);
}
