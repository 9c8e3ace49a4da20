using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>One band of a <see cref="GradeScale"/>: from a score on, up to the next band.</summary>
/// <remarks>Immutable; equal when all parts are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class GradeBand : IEquatable<GradeBand>
{
    internal GradeBand(string name, decimal? from, decimal? below)
    {
        Name = Require.Text(name, "name of a grade");
        From = from;
        Below = below;
    }

    /// <summary>The name, such as <c>green</c>.</summary>
    public string Name { get; }

    /// <summary>The least score in the band, included; <see langword="null"/> for the lowest band, which is open downwards.</summary>
    public decimal? From { get; }

    /// <summary>The score where the next band begins, not included; <see langword="null"/> for the highest band, which is open upwards.</summary>
    public decimal? Below { get; }

    /// <summary>A band for <see cref="GradeScale.Of"/>.</summary>
    /// <param name="from">The least score in the band, included.</param>
    /// <param name="name">The name.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> lies outside ±10^15.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static GradeBand Starting(decimal from, string name) => new(name, Require.Amount(from), null);

    /// <inheritdoc/>
    public bool Equals(GradeBand? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && From == other.From && Below == other.Below;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradeBand);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, From, Below);

    /// <summary>The name and where the band begins, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => From is { } from ? string.Create(CultureInfo.InvariantCulture, $"{Name} from {from}") : Name;
}
