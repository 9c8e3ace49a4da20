namespace Cluster.Tenants;

/// <summary>What became of an entry.</summary>
/// <param name="Outcome">Whether it was added.</param>
/// <param name="Number">Its number in the history; 0 when it has none.</param>
/// <param name="Because">What the library says of one that is refused.</param>
[GenerateSerializer, Immutable, Alias("appended")]
internal sealed record Appended([property: Id(0)] Outcome Outcome, [property: Id(1)] int Number = 0, [property: Id(2)] string? Because = null);
