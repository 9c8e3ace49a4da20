using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>Between what a progress is limited before it enters a score.</summary>
/// <remarks>Immutable; equal when both ends are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ScoreLimits : IEquatable<ScoreLimits>
{
    private ScoreLimits(decimal? floor, decimal? cap)
    {
        Floor = floor;
        Cap = cap;
    }

    /// <summary>0 to 1: neither a regression nor an overachievement hides what the others did. The default.</summary>
    public static ScoreLimits ZeroToOne { get; } = new(0m, 1m);

    /// <summary>0 and up: a regression counts as 0, an overachievement in full.</summary>
    public static ScoreLimits FloorZero { get; } = new(0m, null);

    /// <summary>No limits: a regression and an overachievement count in full.</summary>
    public static ScoreLimits None { get; } = new(null, null);

    /// <summary>The least it counts; <see langword="null"/> without a limit.</summary>
    public decimal? Floor { get; }

    /// <summary>The most it counts; <see langword="null"/> without a limit.</summary>
    public decimal? Cap { get; }

    /// <summary>Limits of one's own: <c>ScoreLimits.Between(0, 1.2m)</c> caps at 120 %.</summary>
    /// <param name="floor">The least it counts.</param>
    /// <param name="cap">The most it counts, above the floor.</param>
    /// <returns>The limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is not above <paramref name="floor"/>, or a number lies outside ±10^15.</exception>
    public static ScoreLimits Between(decimal floor, decimal cap) => Require.Amount(cap) > Require.Amount(floor)
        ? new(floor, cap)
        : throw new ArgumentOutOfRangeException(
            nameof(cap), cap, string.Create(CultureInfo.InvariantCulture, $"Scores from {floor} to {cap} are no range; give the smaller number first."));

    /// <summary>A raw progress as it counts: 1.5 counts 1, -0.2 counts 0 within 0 to 1.</summary>
    /// <param name="raw">The raw progress.</param>
    /// <returns>The limited progress.</returns>
    public decimal Limit(decimal raw)
    {
        var limited = raw < Floor ? Floor.Value : raw;
        return limited > Cap ? Cap.Value : limited;
    }

    /// <inheritdoc/>
    public bool Equals(ScoreLimits? other) => other is not null && Floor == other.Floor && Cap == other.Cap;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoreLimits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Floor, Cap);

    /// <summary>The limits, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Floor?.ToString(CultureInfo.InvariantCulture) ?? "any"} to {Cap?.ToString(CultureInfo.InvariantCulture) ?? "any"}");
}
