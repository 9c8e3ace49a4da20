namespace OkrKpi.Goals;

/// <summary>Steps that are done or not; check-ins report 1 for a step that is done, by its name.</summary>
/// <remarks>
/// Progress is the weight of the steps done over the weight of all: 3 of 4 equal steps is 0.75. A step half done counts nothing, unless partial credit is
/// chosen.
/// Equal when the steps are equal in order and credit is given alike.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class MilestonesGoal : Goal, IEquatable<MilestonesGoal>
{
    private Milestone[] milestones;

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

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [.. milestones.Select(milestone => milestone.Name)];

    /// <summary>Whether a step that is half done counts half.</summary>
    public bool GivesPartialCredit { get; private set; }

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => true;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => true;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => true;

    /// <summary>The same goal where check-ins report how far a step is, 0 to 1, and it counts as much.</summary>
    /// <returns>The goal.</returns>
    public MilestonesGoal WithPartialCredit() => Changed(goal => goal.GivesPartialCredit = true);

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
                throw new ArgumentException(
                    $"'{name}' is no milestone of this goal; it has {string.Join(", ", milestones.Select(milestone => milestone.Name))}.", nameof(done));
            }
        }

        return Weigh(milestone => names.Contains(milestone.Name) ? 1m : 0m);
    }

    /// <inheritdoc/>
    public bool Equals(MilestonesGoal? other) =>
        other is not null && GivesPartialCredit == other.GivesPartialCredit && milestones.AsSpan().SequenceEqual(other.milestones);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MilestonesGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(milestones.Length, milestones[0], GivesPartialCredit);

    /// <summary>The names of the steps.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"milestones {string.Join(", ", milestones.Select(milestone => milestone.Name))}";

    internal override Progress Measure(CheckInHistory history) =>
        Array.Exists(milestones, milestone => history.ForPart(milestone.Name).Latest is not null)
            ? Weigh(milestone => Credit(history.ForPart(milestone.Name).Latest?.Value ?? 0m))
            : OkrKpi.Progress.NotStarted;

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Goal Remaining(CheckInHistory history)
    {
        Milestone[] left = [.. milestones.Where(step => !(history.ForPart(step.Name).Latest?.Value >= 1m))];
        return left.Length == 0 ? this : Changed(goal => goal.milestones = left);
    }

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(
            GivesPartialCredit ? "goal.milestonesPartial" : "goal.milestones", new Fact("count", (decimal)milestones.Length),
            new Fact("names", string.Join(", ", milestones.Select(milestone => milestone.Name))));

    private MilestonesGoal Changed(Action<MilestonesGoal> change)
    {
        var goal = (MilestonesGoal)MemberwiseClone();
        change(goal);
        return goal;
    }

    private decimal Credit(decimal value) => GivesPartialCredit ? Math.Clamp(value, 0m, 1m) : value >= 1m ? 1m : 0m;

    private Progress Weigh(Func<Milestone, decimal> credit) =>
        GoalProgress.Share(milestones.Sum(milestone => milestone.Weight * credit(milestone)), milestones.Sum(milestone => milestone.Weight));
}
