namespace OkrKpi;

/// <summary>The part of the business a measurement belongs to, such as region North or salesperson Lan.</summary>
/// <remarks>Immutable; equal when dimension and name are equal, compared ordinally.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Segment : IEquatable<Segment>
{
    private Segment(string dimension, string name)
    {
        Dimension = dimension;
        Name = name;
    }

    /// <summary>What the business is divided by, such as <c>region</c>.</summary>
    public string Dimension { get; }

    /// <summary>Which part, such as <c>North</c>.</summary>
    public string Name { get; }

    /// <summary>A part of the business.</summary>
    /// <param name="dimension">What the business is divided by.</param>
    /// <param name="name">Which part.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentException">One of them is blank.</exception>
    public static Segment Of(string dimension, string name) => new(Require.Text(dimension, "dimension of a segment"), Require.Text(name, "name of a segment"));

    /// <inheritdoc/>
    public bool Equals(Segment? other) =>
        other is not null && string.Equals(Dimension, other.Dimension, StringComparison.Ordinal) && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Segment);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Name);

    /// <summary>Dimension and name: <c>region = North</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Dimension} = {Name}";
}
