using System.Collections.Concurrent;
using NodaTime;
using OkrKpi;

namespace WebScorecard.Store;

/// <summary>
/// The portfolio and what is worked out of it, once for all readers: histories only grow, so the number of their entries is a version, and what was worked out
/// of one holds until the next.
/// </summary>
internal sealed class ReviewCache : IDisposable
{
    // Reviews of large organisations are large; people look at few dates.
    private const int Dates = 8;

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Known? latest;
    private volatile Tuple<int, Definition>? definition;

    /// <summary>What is known in a version, read by whoever asks first, from what was known before, while the others wait.</summary>
    public async Task<Known> OfAsync(int version, Func<Portfolio?, Task<Portfolio>> read, CancellationToken cancel)
    {
        if (latest is { } known && known.Version >= version)
        {
            return known;
        }

        await one.WaitAsync(cancel);
        try
        {
            return latest is { } meanwhile && meanwhile.Version >= version ? meanwhile : latest = new(version, await read(latest?.Portfolio));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The definition of a number, which never changes; every entry that is added is held against it.</summary>
    public async Task<Definition> DefinitionAsync(int number, Func<Task<Definition>> read)
    {
        if (definition is not { } kept || kept.Item1 != number)
        {
            definition = kept = Tuple.Create(number, await read());
        }

        return kept.Item2;
    }

    public void Dispose() => one.Dispose();

    /// <summary>A version of the portfolio and its reviews.</summary>
    internal sealed class Known(int version, Portfolio portfolio)
    {
        private readonly ConcurrentDictionary<LocalDate, Lazy<PortfolioReview>> reviews = new();
        private readonly ConcurrentDictionary<LocalDate, Lazy<WeeklyReview>> weeks = new();

        public int Version => version;

        public Portfolio Portfolio => portfolio;

        public PortfolioReview Review(LocalDate date) => Once(reviews, date, () => portfolio.Review(date));

        public WeeklyReview Week(LocalDate date) => Once(weeks, date, () => Review(date).Week());

        private static T Once<T>(ConcurrentDictionary<LocalDate, Lazy<T>> kept, LocalDate date, Func<T> make)
        {
            if (kept.Count >= Dates && !kept.ContainsKey(date))
            {
                kept.Clear();
            }

            return kept.GetOrAdd(date, _ => new(make)).Value;
        }
    }
}
