namespace OkrKpi.Signals;

/// <summary>What a point is held against.</summary>
internal readonly record struct PointLines(decimal Lower, decimal Centre, decimal Upper);
