namespace OkrKpi.Goals;

/// <summary>Several parts that count by weight: the analysis a quarter, the three ideas the rest.</summary>
/// <remarks>
/// Progress is the weighted mean of the parts, each limited to 0..1 first, so that one part beyond its target never hides another; it is 1 exactly when every
/// part is reached.
/// Equal when the parts are equal in order.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class WeightedGoal : Goal, IEquatable<WeightedGoal>
{
    private readonly GoalPart[] parts;

    internal WeightedGoal(IEnumerable<GoalPart> parts) => this.parts = GoalPart.Several(parts);

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<GoalPart> Parts => parts;

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [.. parts.Select(part => part.Name)];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => Array.TrueForAll(parts, part => part.Goal.IsPaced);
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
    public bool Equals(WeightedGoal? other) => other is not null && parts.AsSpan().SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeightedGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(WeightedGoal), parts.Length, parts[0]);

    /// <summary>The parts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"by weight {string.Join("; ", parts.Select(part => part.ToString()))}";

    internal override Progress Measure(CheckInHistory history) => GoalProgress.Weighted(parts, history);

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Pacing PacingIn(CheckInHistory history) =>
        Array.TrueForAll(parts, part => part.Goal.PacingIn(history.ForPart(part.Name)) == Pacing.ByCurve) ? Pacing.ByCurve : Pacing.None;

    internal override Goal Remaining(CheckInHistory history) => GoalPart.Left(parts, history) switch
    {
        [] => this,
        [var last] => last.Goal,
        var left => new WeightedGoal(left),
    };

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of("goal.weighted", new Fact("count", (decimal)parts.Length))
            .Resting(parts.Select(
                part => Explanation.Of("goal.partWeight", new Fact("part", part.Name), new Fact("weight", part.Weight)).Resting(part.Goal.Explain(unit))));
}
