using System.Globalization;

namespace OkrKpi;

/// <summary>How sure the owner is, today, that a key result will be reached: people's forecast, never derived from progress.</summary>
/// <remarks>A probability from 0 to 1. Equal and ordered by probability. The default value is 0: sure that it fails.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Confidence : IEquatable<Confidence>, IComparable<Confidence>
{
    private Confidence(decimal probability) => Probability = probability;

    /// <summary>Fifty-fifty: where a stretch key result starts (Wodtke, Radical Focus), 5 out of 10.</summary>
    public static Confidence FiftyFifty => new(0.5m);

    /// <summary>The probability, 0 to 1.</summary>
    public decimal Probability { get; }

    /// <summary>Whether two confidences are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(Confidence left, Confidence right) => left.Equals(right);

    /// <summary>Whether two confidences differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Confidence left, Confidence right) => !left.Equals(right);

    /// <summary>Whether one is less sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when less.</returns>
    public static bool operator <(Confidence left, Confidence right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is surer.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when more.</returns>
    public static bool operator >(Confidence left, Confidence right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not surer.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when less or equal.</returns>
    public static bool operator <=(Confidence left, Confidence right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not less sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when more or equal.</returns>
    public static bool operator >=(Confidence left, Confidence right) => left.CompareTo(right) >= 0;

    /// <summary>A confidence as a probability.</summary>
    /// <param name="probability">0, sure to fail, to 1, sure to succeed.</param>
    /// <returns>The confidence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not 0 to 1.</exception>
    public static Confidence Of(decimal probability) => new(Require.Between(probability, 0m, 1m, "a confidence is a probability"));

    /// <summary>A confidence on the usual scale of ten: 6 is a probability of 0.6. A stretch starts near 5 (Wodtke).</summary>
    /// <param name="mark">0 to 10, fractions allowed.</param>
    /// <returns>The confidence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mark"/> is not 0 to 10.</exception>
    public static Confidence OutOfTen(decimal mark) => new(Require.Between(mark, 0m, 10m, "a confidence is a mark out of ten") / 10m);

    /// <inheritdoc/>
    public bool Equals(Confidence other) => Probability == other.Probability;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Confidence other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Probability.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Confidence other) => Probability.CompareTo(other.Probability);

    /// <summary>The mark out of ten, culture-independent: <c>6/10</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Probability * 10m:0.##}/10");
}
