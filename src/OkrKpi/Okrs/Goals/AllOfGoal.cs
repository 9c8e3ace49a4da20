namespace OkrKpi.Goals;

/// <summary>Several parts that must all be reached: analyse the competitors' offers and implement three ideas.</summary>
/// <remarks>
/// Progress is that of the part furthest behind, so the goal is achieved exactly when every part is. Equal when the parts are equal in order.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class AllOfGoal : Goal, IEquatable<AllOfGoal>
{
    private readonly GoalPart[] parts;

    internal AllOfGoal(IEnumerable<GoalPart> parts)
    {
        this.parts = GoalPart.Several(parts);
        if (Array.Find(this.parts, part => part.Weight != 1m) is { } weighted)
        {
            throw new ArgumentException(
                $"The part '{weighted.Name}' has a weight, but a goal of all parts is as far as the weakest; use Goal.Weighted.", nameof(parts));
        }
    }

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<GoalPart> Parts => parts;

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [.. parts.Select(part => part.Name)];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => Array.TrueForAll(parts, part => part.Goal.HasKnownStart);
    internal override bool IsStartUnknown => Array.Exists(parts, part => part.Goal.IsStartUnknown);
    internal override bool HasParts => true;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => true;

    /// <inheritdoc/>
    public bool Equals(AllOfGoal? other) => other is not null && parts.AsSpan().SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AllOfGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(parts.Length, parts[0]);

    /// <summary>The parts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"all of {string.Join("; ", parts.Select(part => part.ToString()))}";

    internal override Progress Measure(CheckInHistory history) => GoalProgress.Weakest(parts, history);

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Goal Remaining(CheckInHistory history) => GoalPart.Left(parts, history) switch
    {
        [] => this,
        [var last] => last.Goal,
        var left => new AllOfGoal(left),
    };

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of("goal.allOf", new Fact("count", (decimal)parts.Length))
            .Resting(parts.Select(part => Explanation.Of("goal.part", new Fact("part", part.Name)).Resting(part.Goal.Explain(unit))));
}
