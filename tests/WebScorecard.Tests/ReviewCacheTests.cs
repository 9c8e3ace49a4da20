using OkrKpi;
using WebScorecard.Store;

namespace WebScorecard.Tests;

/// <summary>What is worked out once for all readers.</summary>
public sealed class ReviewCacheTests
{
    [Fact]
    public async Task A_version_is_read_once_however_many_ask_and_the_next_one_anew()
    {
        using var cache = new ReviewCache();
        var reads = 0;
        async Task<Portfolio> ReadAsync(Portfolio? before)
        {
            Interlocked.Increment(ref reads);
            await Task.Yield();
            return ScorecardApp.CompanyA;
        }

        var known = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.OfAsync(1, ReadAsync, CancellationToken.None)));
        Assert.Single(known.Distinct());
        Assert.Equal(1, reads);
        Assert.NotSame(known[0], await cache.OfAsync(2, ReadAsync, CancellationToken.None));
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task A_date_is_reviewed_once_until_many_others_were_asked_for()
    {
        using var cache = new ReviewCache();
        var known = await cache.OfAsync(1, _ => Task.FromResult(ScorecardApp.CompanyA), CancellationToken.None);
        var review = known.Review(new(2026, 8, 15));
        Assert.Same(review, known.Review(new(2026, 8, 15)));
        Assert.Same(known.Week(new(2026, 8, 15)), known.Week(new(2026, 8, 15)));
        for (var day = 1; day <= 8; day++)
        {
            known.Review(new(2026, 7, day));
        }

        Assert.NotSame(review, known.Review(new(2026, 8, 15)));
    }

    [Fact]
    public async Task A_read_that_is_broken_off_is_done_by_the_next_who_asks()
    {
        using var cache = new ReviewCache();
        await Assert.ThrowsAsync<OperationCanceledException>(() => cache.OfAsync(1, _ => throw new OperationCanceledException(), CancellationToken.None));
        Assert.Equal(1, (await cache.OfAsync(1, _ => Task.FromResult(ScorecardApp.CompanyA), CancellationToken.None)).Version);
    }

    [Fact]
    public async Task A_value_that_comes_in_is_seen_and_what_was_there_before_stays()
    {
        using var app = new ScorecardApp();
        var client = app.Writer();
        foreach (var (kpi, value) in new[] { ("meetings", 5), ("K01-revenue", 7), ("meetings", 6), ("K32-arpu", 8) })
        {
            await client.GetStringAsync("/");
            await client.PostAsync(
                $"/api/kpis/{kpi}/measurements", new { date = "2026-08-14", value, weight = 1, denominator = kpi == "K32-arpu" ? 2 : (int?)null });
        }

        var told = await client.GetStringAsync("/api/portfolio");
        using var fresh = ScorecardApp.On(app.File);
        Assert.Equal(await fresh.Reader().GetStringAsync("/api/portfolio"), told);
    }
}
