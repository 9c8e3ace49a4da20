using Ardalis.GuardClauses;

namespace OkrKpi.Goals;

/// <summary>One named part of an <see cref="AllOfGoal"/> or <see cref="WeightedGoal"/>; check-ins report it by its name.</summary>
/// <remarks>Immutable; equal when name, goal and weight are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
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

        if (!goal.IsScored)
        {
            throw new ArgumentException($"The part '{name}' has no score; make finding a baseline a key result of its own.", nameof(goal));
        }

        Weight = 1m;
    }

    /// <summary>The name that check-ins report it by.</summary>
    public string Name { get; }

    /// <summary>What the part is to reach.</summary>
    public Goal Goal { get; private set; }

    /// <summary>How much it counts in a <see cref="WeightedGoal"/>: 1 unless said otherwise; only the proportion to the others matters.</summary>
    public decimal Weight { get; private set; }

    /// <summary>The same part with another weight.</summary>
    /// <param name="weight">Above 0, at most 1,000,000.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not above 0 or exceeds 1,000,000.</exception>
    public GoalPart Weighing(decimal weight)
    {
        Require.Between(weight, Require.SmallestRange, 1_000_000m, "a part counts something");
        return Changed(part => part.Weight = weight);
    }

    /// <inheritdoc/>
    public bool Equals(GoalPart? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Goal.Equals(other.Goal) && Weight == other.Weight;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoalPart);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Goal, Weight);

    /// <summary>Name and goal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Goal}";

    /// <summary>The parts not reached yet, each with what remains of it.</summary>
    internal static GoalPart[] Left(GoalPart[] parts, CheckInHistory history)
    {
        var left = new List<GoalPart>();
        foreach (var part in parts)
        {
            var reported = history.ForPart(part.Name);
            if (!part.Goal.Measure(reported).IsAchieved)
            {
                left.Add(part.Changed(each => each.Goal = part.Goal.Remaining(reported)));
            }
        }

        return [.. left];
    }

    private GoalPart Changed(Action<GoalPart> change)
    {
        var part = (GoalPart)MemberwiseClone();
        change(part);
        return part;
    }

    internal static GoalPart[] Several(IEnumerable<GoalPart> parts)
    {
        var copy = Require.Copy(parts);
        if (copy.Length < 2)
        {
            throw new ArgumentException("A goal of parts needs at least two; use the single part's goal instead.", nameof(parts));
        }

        Require.Unique(copy, part => part.Name, "part", nameof(parts));
        return copy;
    }
}
