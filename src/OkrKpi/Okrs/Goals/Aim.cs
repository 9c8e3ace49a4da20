namespace OkrKpi;

/// <summary>What a goal goes for: the value to reach, which way is better, and where it starts when that is known.</summary>
/// <remarks>Of a way in steps the value to reach is the last one, so zones go for their stretch, as the same way by checkpoints does.</remarks>
internal readonly record struct Aim(decimal? Start, decimal Target, Direction Direction);
