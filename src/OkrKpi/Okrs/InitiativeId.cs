
namespace OkrKpi;

/// <summary>The name by which an initiative is known in its objective.</summary>
/// <remarks>Trimmed, not blank, on one line; compared and ordered ordinally, so case matters. Never equal to an id of another kind.</remarks>
public sealed class InitiativeId : IEquatable<InitiativeId>, IComparable<InitiativeId>
{
    private InitiativeId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>An id from text.</summary>
    /// <param name="value">The text; surrounding white space is dropped.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is blank or holds a control character.</exception>
    public static InitiativeId Of(string value) => new(Require.Text(value, "id of an initiative"));

    /// <inheritdoc/>
    public bool Equals(InitiativeId? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InitiativeId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public int CompareTo(InitiativeId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The id as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
