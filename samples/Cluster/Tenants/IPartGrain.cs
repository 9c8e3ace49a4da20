namespace Cluster.Tenants;

/// <summary>A part of all organisations: what is done for all of them is done part by part, wherever in the cluster the parts are.</summary>
[Alias("part")]
internal interface IPartGrain : IGrainWithIntegerKey
{
    /// <summary>Sees to it that the part is reminded of the weekly review.</summary>
    [Alias("start")]
    Task StartAsync();

    /// <summary>How many KPIs of its organisations need an OKR, by industry.</summary>
    [Alias("report"), ResponseTimeout("00:02:00")]
    Task<IReadOnlyList<IndustryCount>> ReportAsync(DateOnly asOf);

    /// <summary>Reviews the week of every organisation that has no review of a date yet; says how many were.</summary>
    [Alias("review-weeks"), ResponseTimeout("00:02:00")]
    Task<int> ReviewWeeksAsync(DateOnly asOf);
}
