namespace OkrKpi.Signals;

/// <summary>From which point to which a segment goes, by their numbers, and why it begins.</summary>
internal readonly record struct SegmentSpan(int First, int Last, string? Because);
