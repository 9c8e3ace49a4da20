namespace OkrKpi;

/// <summary>What a goal goes for: the value to reach, which way is better, and where it starts when that is known.</summary>
/// <remarks>
/// Of a way in steps the value to reach is the one worth 1, or the last one where none is: zones go for their stretch, 10 worth 0.8, 20 worth 1 and 25 worth
/// 1.2 for 20.
/// </remarks>
internal readonly record struct Aim(decimal? Start, decimal Target, Direction Direction);
