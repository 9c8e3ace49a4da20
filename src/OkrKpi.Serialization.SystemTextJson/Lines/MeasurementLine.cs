namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A measurement on a line of its own: <c>{"kpi":"meetings","date":"2026-07-01","value":92}</c>.</summary>
public sealed class MeasurementLine
{
    private MeasurementLine(KpiId kpi, Measurement measurement)
    {
        Kpi = kpi;
        Measurement = measurement;
    }

    /// <summary>The id of the KPI it is of.</summary>
    public KpiId Kpi { get; }

    /// <summary>The measurement.</summary>
    public Measurement Measurement { get; }

    /// <summary>A measurement with the id of its KPI.</summary>
    /// <param name="kpi">The id of the KPI.</param>
    /// <param name="measurement">The measurement.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static MeasurementLine Of(KpiId kpi, Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(measurement);
        return new(kpi, measurement);
    }

    /// <summary>The id and the measurement.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kpi}: {Measurement}";
}
