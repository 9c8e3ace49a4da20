namespace OkrKpi.Signals;

/// <summary>That a segment begins with the first point of a number or a later one, and why.</summary>
internal readonly record struct SegmentStart(int Number, string? Because);
