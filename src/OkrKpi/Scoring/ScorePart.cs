using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>One progress with its weight, to be combined with others by <see cref="ScoringProfile.Combine(IEnumerable{ScorePart})"/>.</summary>
/// <remarks>Equal when progress and weight are equal. The default value is without data and linked only.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct ScorePart : IEquatable<ScorePart>
{
    private ScorePart(Progress progress, decimal weight)
    {
        Progress = progress;
        Weight = weight;
    }

    /// <summary>How far it is.</summary>
    public Progress Progress { get; }

    /// <summary>How much it counts; 0 is linked only.</summary>
    public decimal Weight { get; }

    /// <summary>Whether two parts are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(ScorePart left, ScorePart right) => left.Equals(right);

    /// <summary>Whether two parts differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(ScorePart left, ScorePart right) => !left.Equals(right);

    /// <summary>A progress with its weight.</summary>
    /// <param name="progress">The progress; <see cref="Progress.NoData"/> when nothing is known.</param>
    /// <param name="weight">0, linked only, to 1,000,000.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 1,000,000.</exception>
    public static ScorePart Of(Progress progress, decimal weight = 1m) => new(progress, Require.Weight(weight));

    /// <summary>A raw progress with its weight.</summary>
    /// <param name="raw">The raw progress, 1 at the target; <see langword="null"/> when nothing is known.</param>
    /// <param name="weight">0, linked only, to 1,000,000.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="raw"/> lies outside ±10^15, or <paramref name="weight"/> is negative or above
    /// 1,000,000.</exception>
    public static ScorePart Of(decimal? raw, decimal weight = 1m) =>
        Of(raw is { } known ? Progress.Of(Require.Amount(known, nameof(raw))) : Progress.NoData, weight);

    /// <inheritdoc/>
    public bool Equals(ScorePart other) => Progress == other.Progress && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScorePart other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Progress, Weight);

    /// <summary>Progress and weight, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Progress} weighing {Weight}");
}
