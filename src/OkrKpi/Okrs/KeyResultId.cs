
namespace OkrKpi;

/// <summary>The name by which a key result is known in its objective.</summary>
/// <remarks>Trimmed, not blank, on one line; compared and ordered ordinally, so case matters. Never equal to an id of another kind.</remarks>
public sealed class KeyResultId : IEquatable<KeyResultId>, IComparable<KeyResultId>
{
    private KeyResultId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>Whether two ids are equal.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal, also when both are null.</returns>
    public static bool operator ==(KeyResultId? left, KeyResultId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(KeyResultId? left, KeyResultId? right) => !(left == right);

    /// <summary>An id from text.</summary>
    /// <param name="value">The text; surrounding white space is dropped.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is blank, holds a control character, or is no valid Unicode (half a surrogate pair).</exception>
    public static KeyResultId Of(string value) => new(Require.Text(value, "id of a key result"));

    /// <inheritdoc/>
    public bool Equals(KeyResultId? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyResultId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public int CompareTo(KeyResultId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The id as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
