namespace OkrKpi;

/// <summary>Steps that are done or not; check-ins report 1 for a step that is done, by its name.</summary>
/// <remarks>Progress is the weight of the steps done over the weight of all: 3 of 4 equal steps is 0.75. Equal when the steps are equal in order.</remarks>
public sealed class MilestonesGoal : Goal, IEquatable<MilestonesGoal>
{
    private readonly Milestone[] milestones;

    internal MilestonesGoal(IEnumerable<Milestone> milestones)
    {
        this.milestones = Require.Copy(milestones);
        if (this.milestones.Length == 0)
        {
            throw new ArgumentException("A goal of milestones needs at least one.", nameof(milestones));
        }

        Require.Unique(this.milestones, milestone => milestone.Name, "milestone", nameof(milestones));
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<Milestone> Steps => milestones;

    internal override bool IsPaced => false;

    internal override bool HasKnownStart => true;

    internal override bool HasParts => true;

    /// <summary>How far the goal is when some steps are done.</summary>
    /// <param name="done">The names of the steps done.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentException">A name is not a step of this goal.</exception>
    public Progress Progress(params IEnumerable<string> done)
    {
        string[] names = Require.Copy(done);
        foreach (var name in names)
        {
            if (!Array.Exists(milestones, milestone => milestone.Name == name))
            {
                throw new ArgumentException($"'{name}' is no milestone of this goal; it has {string.Join(", ", milestones.Select(milestone => milestone.Name))}.", nameof(done));
            }
        }

        return Weigh(milestone => names.Contains(milestone.Name));
    }

    /// <inheritdoc/>
    public bool Equals(MilestonesGoal? other) => other is not null && milestones.AsSpan().SequenceEqual(other.milestones);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MilestonesGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(milestones.Length, milestones[0]);

    /// <summary>The names of the steps.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"milestones {string.Join(", ", milestones.Select(milestone => milestone.Name))}";

    internal override Progress Measure(CheckInHistory history) =>
        Array.Exists(milestones, milestone => history.ForPart(milestone.Name).Latest is not null)
            ? Weigh(milestone => history.ForPart(milestone.Name).Latest?.Value >= 1m)
            : OkrKpi.Progress.NotStarted;

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of("goal.milestones", new Fact("count", (decimal)milestones.Length), new Fact("names", string.Join(", ", milestones.Select(milestone => milestone.Name))));

    private Progress Weigh(Func<Milestone, bool> isDone) =>
        GoalScoring.Share(milestones.Where(isDone).Sum(milestone => milestone.Weight), milestones.Sum(milestone => milestone.Weight));
}
