namespace Cluster.Tenants;

/// <summary>One thing that a review says something of.</summary>
/// <param name="Aspect">What is said of it.</param>
/// <param name="Id">The id of the KPI, the objective or the key result.</param>
/// <param name="Objective">The objective of a key result.</param>
internal sealed record Subject(Aspect Aspect, string Id, string? Objective = null);
