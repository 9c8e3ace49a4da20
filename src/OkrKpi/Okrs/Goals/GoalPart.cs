using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>One named part of an <see cref="AllOfGoal"/>; check-ins report it by its name.</summary>
/// <remarks>Immutable; equal when name and goal are equal.</remarks>
public sealed class GoalPart : IEquatable<GoalPart>
{
    internal GoalPart(string name, Goal goal)
    {
        Name = Require.Text(name, "name of a part");
        Goal = Guard.Against.Null(goal);
        if (goal.HasParts)
        {
            throw new ArgumentException($"The part '{name}' has parts of its own; list them all in one goal.", nameof(goal));
        }
    }

    /// <summary>The name that check-ins report it by.</summary>
    public string Name { get; }

    /// <summary>What the part is to reach.</summary>
    public Goal Goal { get; }

    /// <inheritdoc/>
    public bool Equals(GoalPart? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Goal.Equals(other.Goal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoalPart);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Goal);

    /// <summary>Name and goal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Goal}";
}
