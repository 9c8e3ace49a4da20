using Cluster.Tables;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace Cluster.Tenants;

/// <summary>
/// An organisation in memory. Should there be two of the same for a moment, because a silo was cut off, then the numbers of the entries let only one of them
/// add the next one, and the other reads on before it tries again.
/// </summary>
internal sealed class OrganisationGrain(TenantStore store) : Grain, IOrganisationGrain
{
    private const int EntriesASnapshot = 64;

    private static readonly PortfolioJsonOptions Compact = PortfolioJsonOptions.Default.With(DocumentLayout.Compact);

    private Portfolio? portfolio;
    private PortfolioReview? reviewed;
    private string industry = "";
    private int number;

    // Whether the table may hold more than the memory: set while an entry is on its way, and so also after one whose fate was never told.
    private bool isBehind;

    private string Org => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.SnapshotAsync(Org) is var (upTo, document))
        {
            (number, portfolio) = (upTo, PortfolioJson.Read(document));
        }

        await CatchUpAsync();
        industry = portfolio is null ? "" : await store.IndustryAsync(Org) ?? "";
    }

    public async Task<Appended> FoundAsync(string industry, Entry founding)
    {
        if (isBehind)
        {
            await CatchUpAsync();
        }

        if (portfolio is not null)
        {
            return industry == this.industry && await KnownAsync(founding) is { } known ? known : new(Outcome.KeyTaken);
        }

        // First, so that there is no portfolio that a report or a weekly review would pass over.
        await store.AddOrganisationAsync(Org, PartGrain.PartOf(Org), industry);
        this.industry = industry;
        return await AddAsync(founding, Portfolio.Of([], [], []));
    }

    public async Task<Appended> AppendAsync(Entry entry)
    {
        if (isBehind)
        {
            await CatchUpAsync();
        }

        return portfolio is { } now && entry.HasPlaceIn(now) ? await AddAsync(entry, now) : new(Outcome.NotFound);
    }

    public Task<string?> PortfolioAsync() => Task.FromResult(portfolio is null ? null : PortfolioJson.Write(portfolio));

    public Task<string?> ReviewAsync(DateOnly asOf) => Task.FromResult(Review(asOf) is { } review ? PortfolioJson.Write(review, Compact) : null);

    public Task<string?> NeedAsync(string kpi, DateOnly asOf) =>
        Task.FromResult(Review(asOf) is { } review && review.TryNeed(kpi, out var need) ? Json.Write(need) : null);

    public Task<string?> TimelineAsync(string kpi, DateOnly from, DateOnly through) => Task.FromResult(
        portfolio is not null && portfolio.TryKpi(kpi, out var found)
            ? Json.Write(portfolio.Timeline(found.Id, LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(through)).Spans
                .Select(span => new { From = span.From.ToDateOnly(), Through = span.Through.ToDateOnly(), span.State, Because = span.Explain() }))
            : null);

    public Task<IndustryCount?> CountNeedsAsync(DateOnly asOf) => Task.FromResult(
        Review(asOf) is { } review
            ? new IndustryCount(industry, 1, review.Needs.Count, review.Needs.Count(need => need.State == OkrNeedState.Needed)) : null);

    public async Task<string?> ChangesAsync() => portfolio is null ? null : Json.Write(await store.ReviewsAsync(Org));

    public async Task<bool> ReviewWeekAsync(DateOnly asOf)
    {
        if (Review(asOf) is not { } review)
        {
            return false;
        }

        var weeks = await store.ReviewsAsync(Org);
        if (weeks.Count > 0 && weeks[^1].AsOf >= asOf)
        {
            return false;
        }

        var before = weeks.Aggregate(Standing.None, (standing, week) => standing.After(week.Changes));
        return await store.AddReviewAsync(Org, new(asOf, Standing.Of(review).Since(before)));
    }

    private async Task<Appended> AddAsync(Entry entry, Portfolio now)
    {
        while (true)
        {
            Portfolio next;
            try
            {
                next = entry.AddedTo(now);
            }
            catch (ArgumentException refused)
            {
                // One that is sent again may find itself in the way.
                return await KnownAsync(entry) ?? new(Outcome.Refused, Because: refused.Message.Split(" (Parameter ")[0]);
            }

            isBehind = true;
            if (await store.AddAsync(Org, number + 1, entry))
            {
                (portfolio, number, isBehind) = (next, number + 1, false);
                if (number % EntriesASnapshot == 0)
                {
                    await store.SaveSnapshotAsync(Org, number, PortfolioJson.Write(next, Compact));
                }

                return new(Outcome.Added, number);
            }

            await CatchUpAsync();
            if (await KnownAsync(entry) is { } known)
            {
                return known;
            }

            now = portfolio ?? now;
        }
    }

    private async Task<Appended?> KnownAsync(Entry entry) => await store.FindAsync(Org, entry.Key) switch
    {
        null => null,
        var (place, known) => known == entry ? new(Outcome.Repeated, place) : new(Outcome.KeyTaken, place),
    };

    private async Task CatchUpAsync()
    {
        await foreach (var (place, entry) in store.EntriesAfterAsync(Org, number))
        {
            (number, portfolio) = (place, entry.AddedTo(portfolio ?? Portfolio.Of([], [], [])));
        }

        isBehind = false;
    }

    // The last one is kept: a page asks for the same day many times.
    private PortfolioReview? Review(DateOnly asOf)
    {
        var day = LocalDate.FromDateOnly(asOf);
        return portfolio is null || (reviewed is { } last && last.AsOf == day && ReferenceEquals(last.Portfolio, portfolio))
            ? reviewed : reviewed = portfolio.Review(day);
    }
}
