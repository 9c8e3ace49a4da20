using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>One step of a <see cref="MilestonesGoal"/>.</summary>
/// <remarks>Immutable; equal when name and weight are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Milestone : IEquatable<Milestone>
{
    private Milestone(string name, decimal weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>The name that check-ins report it by.</summary>
    public string Name { get; }

    /// <summary>How much it counts, above 0; only the proportion to the others matters.</summary>
    public decimal Weight { get; }

    /// <summary>A milestone.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="weight">How much it counts, above 0.</param>
    /// <returns>The milestone.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not above 0 or exceeds 1,000,000.</exception>
    public static Milestone Of(string name, decimal weight = 1m) =>
        new(Require.Text(name, "name of a milestone"), Require.Between(weight, Require.SmallestRange, 1_000_000m, "a milestone counts something"));

    /// <inheritdoc/>
    public bool Equals(Milestone? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Milestone);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Weight);

    /// <summary>Name and weight, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Weight})");
}
