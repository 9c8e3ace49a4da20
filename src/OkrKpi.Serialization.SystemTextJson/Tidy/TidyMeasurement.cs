using NodaTime;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>A measurement as a flat record: one row an observation, one column a variable. Its columns are called as its properties, in camelCase.</summary>
public sealed class TidyMeasurement
{
    internal TidyMeasurement(Measurement measurement, Kpi kpi)
    {
        Kpi = kpi.Id.Value;
        KpiName = kpi.Name;
        Unit = kpi.Unit.ToString();
        Date = measurement.Date;
        At = measurement.At;
        Value = measurement.Value;
        Weight = measurement.Weight;
        Denominator = measurement.Denominator;
        Dimension = measurement.Segment?.Dimension;
        Segment = measurement.Segment?.Name;
        KnownOn = measurement.KnownOn;
        Restates = measurement.Restates;
        Withdrawn = measurement.IsWithdrawn;
        Key = measurement.Key;
    }

    /// <summary>The id of the KPI.</summary>
    public string Kpi { get; }

    /// <summary>The name of the KPI.</summary>
    public string KpiName { get; }

    /// <summary>The unit of the value, as text.</summary>
    public string Unit { get; }

    /// <summary>The day it was observed on, where it has no instant.</summary>
    public LocalDate? Date { get; }

    /// <summary>The instant it was observed at.</summary>
    public Instant? At { get; }

    /// <summary>The value; the numerator where there is a denominator.</summary>
    public decimal Value { get; }

    /// <summary>How much is behind the value.</summary>
    public decimal? Weight { get; }

    /// <summary>What the value is out of.</summary>
    public decimal? Denominator { get; }

    /// <summary>What the segment divides by, such as region.</summary>
    public string? Dimension { get; }

    /// <summary>The segment, such as North.</summary>
    public string? Segment { get; }

    /// <summary>The day it became known.</summary>
    public LocalDate? KnownOn { get; }

    /// <summary>Whether it takes the place of an earlier one.</summary>
    public bool Restates { get; }

    /// <summary>Whether it takes back an earlier one, and puts nothing in its place.</summary>
    public bool Withdrawn { get; }

    /// <summary>The key the host knows it by.</summary>
    public string? Key { get; }
}
