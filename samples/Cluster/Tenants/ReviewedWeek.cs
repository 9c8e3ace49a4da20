namespace Cluster.Tenants;

/// <summary>What changed from one weekly review to the next.</summary>
/// <param name="AsOf">The date of the review.</param>
/// <param name="Changes">What is said otherwise than on the date before; on the first date everything.</param>
internal sealed record ReviewedWeek(DateOnly AsOf, IReadOnlyList<Change> Changes);
