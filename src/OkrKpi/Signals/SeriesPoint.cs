namespace OkrKpi.Signals;

/// <summary>One value of a series as it came in.</summary>
internal readonly record struct SeriesPoint(int Number, decimal Value, ReportingPeriod? Period);
