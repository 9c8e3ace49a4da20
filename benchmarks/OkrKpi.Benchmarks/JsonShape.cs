namespace OkrKpi.Benchmarks;

/// <summary>What a document mostly holds.</summary>
public enum JsonShape
{
    /// <summary>Key results with check-ins: dates only.</summary>
    CheckIns = 1,

    /// <summary>KPIs with measurements: instants and dates.</summary>
    Measurements = 2,
}
