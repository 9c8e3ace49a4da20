using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>One band of <see cref="PaceBands"/>: from a limit on, up to the next one.</summary>
/// <remarks>Immutable; equal when all parts are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PaceBand : IEquatable<PaceBand>
{
    internal PaceBand(decimal limit, Boundary boundary, PaceStatus status) => (Limit, Boundary, Status) = (limit, boundary, status);

    /// <summary>The gap or ratio from which the band holds.</summary>
    public decimal Limit { get; }

    /// <summary>Whether the limit itself belongs to the band.</summary>
    public Boundary Boundary { get; }

    /// <summary>What it means.</summary>
    public PaceStatus Status { get; }

    /// <inheritdoc/>
    public bool Equals(PaceBand? other) => other is not null && Limit == other.Limit && Boundary == other.Boundary && Status == other.Status;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaceBand);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Limit, Boundary, Status);

    /// <summary>Status and limit, culture-independent: <c>OnTrack from -0.10</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} {(Boundary == Boundary.Inclusive ? "from" : "above")} {Limit}");
}
