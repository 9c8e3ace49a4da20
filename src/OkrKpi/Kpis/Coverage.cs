namespace OkrKpi;

/// <summary>How much of the expected input was there.</summary>
/// <remarks>Equal when both numbers are equal. The default value expects nothing and is complete.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Coverage : IEquatable<Coverage>
{
    internal Coverage(int expected, int present)
    {
        Expected = expected;
        Present = present;
    }

    /// <summary>How many inputs were expected by the date in question.</summary>
    public int Expected { get; }

    /// <summary>How many of them were there.</summary>
    public int Present { get; }

    /// <summary>How many are missing.</summary>
    public int Missing => Expected - Present;

    /// <summary>The share that was there, from 0 to 1; 1 when nothing was expected. 12 of 13 weeks give 0.923...</summary>
    public decimal Share => Expected == 0 ? 1m : (decimal)Present / Expected;

    /// <summary>Whether nothing is missing.</summary>
    public bool IsFull => Present >= Expected;

    /// <summary>Whether two coverages are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(Coverage left, Coverage right) => left.Equals(right);

    /// <summary>Whether two coverages differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Coverage left, Coverage right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Coverage other) => Expected == other.Expected && Present == other.Present;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Coverage other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Expected, Present);

    /// <summary>The numbers: <c>12 of 13</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Present} of {Expected}");
}
