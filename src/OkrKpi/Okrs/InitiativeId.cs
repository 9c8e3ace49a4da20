using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OkrKpi;

/// <summary>The name by which an initiative is known in its objective.</summary>
/// <remarks>
/// Trimmed, composed (NFC), 1 to 200 characters that can be seen, on one line; compared and ordered ordinally, so case matters. Never equal to an id of another
/// kind.
/// Immutable, so safe for any number of threads. It binds from routes, queries and configuration.
/// </remarks>
[TypeConverter(typeof(IdConverter<InitiativeId>))]
[JsonConverter(typeof(FormInJson))]
public sealed class InitiativeId : IEquatable<InitiativeId>, IComparable<InitiativeId>, ISpanParsable<InitiativeId>
{
    private const string Words = "id of an initiative";

    private InitiativeId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>Whether two ids are equal.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal, also when both are null.</returns>
    public static bool operator ==(InitiativeId? left, InitiativeId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(InitiativeId? left, InitiativeId? right) => !(left == right);

    /// <summary>An id from text.</summary>
    /// <param name="value">The text; surrounding white space is dropped, and letters with accents are composed.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="value"/> is blank, longer than 200 characters, holds a character that cannot be seen (control and format characters, among them those
    /// that turn the direction of text, line
    /// and paragraph separators), or is no valid Unicode (half a surrogate pair).
    /// </exception>
    public static InitiativeId Of(string value) => new(IdText.Of(value, Words));

    /// <summary>An id from text, for binders; <see cref="Of"/> says more.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: an id is the same in every culture.</param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">The text is no id, for the reasons <see cref="Of"/> has.</exception>
    public static InitiativeId Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(IdText.Parse(s, Words));
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static InitiativeId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => new(IdText.Parse(s, Words));

    /// <summary>An id from text, where there may be none.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: an id is the same in every culture.</param>
    /// <param name="result">The id; <see langword="null"/> when the text is none.</param>
    /// <returns><see langword="true"/> when the text is an id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out InitiativeId? result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out InitiativeId?)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [NotNullWhen(true)] out InitiativeId? result)
    {
        result = IdText.TryOf(s, out var text) ? new(text) : null;
        return result is not null;
    }

    /// <summary>An id that a caller gave as text, refused under the name of the caller's parameter.</summary>
    internal static InitiativeId Given(string value, [CallerArgumentExpression(nameof(value))] string? name = null) => new(IdText.Of(value, Words, name));

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
