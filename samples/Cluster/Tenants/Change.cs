namespace Cluster.Tenants;

/// <summary>What is said otherwise of something than in the review before.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Before">What was said; null for what has appeared.</param>
/// <param name="After">What is said now; null for what went away.</param>
internal sealed record Change(Subject Of, string? Before, string? After);
