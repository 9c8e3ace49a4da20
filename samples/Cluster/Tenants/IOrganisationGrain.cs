using Orleans.Concurrency;

namespace Cluster.Tenants;

/// <summary>An organisation: its history in the database, and the portfolio that comes of it in memory. What is not there answers with null.</summary>
[Alias("organisation")]
internal interface IOrganisationGrain : IGrainWithStringKey
{
    /// <summary>Begins the history of an organisation.</summary>
    [Alias("found")]
    Task<Appended> FoundAsync(string industry, Entry founding);

    /// <summary>Adds to the history. Sending the same entry again with the same key adds nothing.</summary>
    [Alias("append")]
    Task<Appended> AppendAsync(Entry entry);

    /// <summary>Writes down what changed since the review before; false when this date, or a later one, has its review.</summary>
    [Alias("review-week")]
    Task<bool> ReviewWeekAsync(DateOnly asOf);

    // What follows is read from memory, also while a write waits for the database.

    [Alias("portfolio"), AlwaysInterleave]
    Task<string?> PortfolioAsync();

    [Alias("review"), AlwaysInterleave]
    Task<string?> ReviewAsync(DateOnly asOf);

    [Alias("need"), AlwaysInterleave]
    Task<string?> NeedAsync(string kpi, DateOnly asOf);

    [Alias("timeline"), AlwaysInterleave]
    Task<string?> TimelineAsync(string kpi, DateOnly from, DateOnly through);

    [Alias("count-needs"), AlwaysInterleave]
    Task<IndustryCount?> CountNeedsAsync(DateOnly asOf);

    /// <summary>What changed on each date of review; from the table, which may be long.</summary>
    [Alias("changes"), AlwaysInterleave]
    Task<string?> ChangesAsync();
}
