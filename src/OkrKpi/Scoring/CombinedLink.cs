namespace OkrKpi;

/// <summary>Something aligned to an objective, as far as it counts in its score.</summary>
/// <param name="KeyResult">The index of the key result it is aligned to; -1 for the objective as a whole.</param>
/// <param name="Weight">The weight of the link; <see langword="null"/> when nobody said.</param>
/// <param name="SharedBy">How many objectives it contributes to.</param>
/// <param name="Score">Its score; <see langword="null"/> without one.</param>
/// <param name="Coverage">The share of its weight that people have checked in.</param>
internal readonly record struct CombinedLink(int KeyResult, decimal? Weight, int SharedBy, decimal? Score, decimal Coverage);
