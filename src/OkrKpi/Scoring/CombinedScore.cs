using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>What several progresses come to by a <see cref="ScoringProfile"/>.</summary>
/// <remarks>Equal when all parts are equal. The default value has no score.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct CombinedScore : IEquatable<CombinedScore>
{
    internal CombinedScore(decimal? value, decimal? raw, decimal coverage)
    {
        Score = value;
        Raw = raw;
        Coverage = coverage;
    }

    /// <summary>The score; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Score { get; }

    /// <summary>The same without limits, so that regression and overachievement stay visible; <see langword="null"/> when there is nothing to score.</summary>
    public decimal? Raw { get; }

    /// <summary>The share of the weight that was measured, 0 to 1.</summary>
    public decimal Coverage { get; }

    /// <summary>Whether two scores are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(CombinedScore left, CombinedScore right) => left.Equals(right);

    /// <summary>Whether two scores differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(CombinedScore left, CombinedScore right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CombinedScore other) => Score == other.Score && Raw == other.Raw && Coverage == other.Coverage;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CombinedScore other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Raw, Coverage);

    /// <summary>The score, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Score?.ToString("0.####", CultureInfo.InvariantCulture) ?? "no score";
}
