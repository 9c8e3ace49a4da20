namespace OkrKpi;

/// <summary>A company, department, team or person that owns objectives.</summary>
/// <remarks>Immutable; equal when all parts are equal. Objectives name their unit as <see cref="Objective.Owner"/>.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OrganisationUnit : IEquatable<OrganisationUnit>
{
    private OrganisationUnit(KpiLevel level, string name, string? under)
    {
        Level = level;
        Name = Require.Text(name, "name of a unit of an organisation");
        Under = under is null ? null : Require.Text(under, "unit that another belongs to");
    }

    /// <summary>What it is.</summary>
    public KpiLevel Level { get; }

    /// <summary>The name by which objectives and other units refer to it.</summary>
    public string Name { get; }

    /// <summary>The unit it belongs to; <see langword="null"/> at the top.</summary>
    public string? Under { get; }

    /// <summary>A company.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="under">The group it belongs to, if any.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public static OrganisationUnit Company(string name, string? under = null) => new(KpiLevel.Company, name, under);

    /// <summary>A department.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="under">The unit it belongs to, if any.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public static OrganisationUnit Department(string name, string? under = null) => new(KpiLevel.Department, name, under);

    /// <summary>A team.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="under">The unit it belongs to, if any.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public static OrganisationUnit Team(string name, string? under = null) => new(KpiLevel.Team, name, under);

    /// <summary>One person.</summary>
    /// <param name="name">The person's name.</param>
    /// <param name="under">The unit the person belongs to, if any.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public static OrganisationUnit Person(string name, string? under = null) => new(KpiLevel.Individual, name, under);

    /// <inheritdoc/>
    public bool Equals(OrganisationUnit? other) =>
        other is not null
            && Level == other.Level
            && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && string.Equals(Under, other.Under, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OrganisationUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, Name, Under);

    /// <summary>Name and level.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Level})";
}
