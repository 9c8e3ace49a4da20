namespace Cluster.Tenants;

/// <summary>How many KPIs of an industry need an OKR.</summary>
/// <param name="Industry">The label of the organisations.</param>
/// <param name="Organisations">How many organisations have it.</param>
/// <param name="Kpis">How many KPIs they have.</param>
/// <param name="Needed">How many of these need an OKR and have none.</param>
[GenerateSerializer, Immutable, Alias("industry-count")]
internal sealed record IndustryCount(
    [property: Id(0)] string Industry, [property: Id(1)] int Organisations, [property: Id(2)] int Kpis, [property: Id(3)] int Needed)
{
    /// <summary>One count an industry, by name.</summary>
    public static IReadOnlyList<IndustryCount> Sum(IEnumerable<IndustryCount> counts) =>
    [
        .. counts.GroupBy(count => count.Industry, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new IndustryCount(
            same.Key, same.Sum(each => each.Organisations), same.Sum(each => each.Kpis), same.Sum(each => each.Needed))),
    ];
}
