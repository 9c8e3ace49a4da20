using NodaTime;

namespace OkrKpi.Rollups;

/// <summary>One measurement of bulk data, for those who have rows rather than columns.</summary>
/// <remarks>Equal when all parts are equal. The default value is the value 0 of the first KPI at the Unix epoch.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct MeasurementRow : IEquatable<MeasurementRow>
{
    /// <summary>A measurement of a KPI at an instant.</summary>
    /// <param name="kpi">The position of the KPI in the caller's own list, from 0.</param>
    /// <param name="at">The instant.</param>
    /// <param name="value">The value.</param>
    public MeasurementRow(int kpi, Instant at, double value)
    {
        Kpi = kpi;
        At = at;
        Value = value;
    }

    /// <summary>The position of the KPI in the caller's own list, from 0.</summary>
    public int Kpi { get; }

    /// <summary>The instant.</summary>
    public Instant At { get; }

    /// <summary>The value.</summary>
    public double Value { get; }

    /// <summary>Whether two rows are equal.</summary>
    /// <param name="left">One row.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(MeasurementRow left, MeasurementRow right) => left.Equals(right);

    /// <summary>Whether two rows differ.</summary>
    /// <param name="left">One row.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(MeasurementRow left, MeasurementRow right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MeasurementRow other) => Kpi == other.Kpi && At == other.At && Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MeasurementRow other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kpi, At, Value);

    /// <summary>The parts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"KPI {Kpi} at {NodaTime.Text.InstantPattern.ExtendedIso.Format(At)}: {Value}");
}
