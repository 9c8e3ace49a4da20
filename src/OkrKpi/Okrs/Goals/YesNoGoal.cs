namespace OkrKpi.Goals;

/// <summary>Done or not done; check-ins report 1 for done and 0 for not.</summary>
/// <remarks>All instances are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class YesNoGoal : Goal, IEquatable<YesNoGoal>
{
    private YesNoGoal()
    {
    }

    internal static YesNoGoal Instance { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => true;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => true;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => true;
    internal override bool CouldBeWork => true;

    /// <summary>1 when done, otherwise 0.</summary>
    /// <param name="value">1 or more is done.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <inheritdoc/>
    public bool Equals(YesNoGoal? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is YesNoGoal;

    /// <inheritdoc/>
    public override int GetHashCode() => nameof(YesNoGoal).GetHashCode(StringComparison.Ordinal);

    /// <summary>The goal in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => "done or not";

    internal override Progress OfValue(decimal value) => GoalProgress.Reached(value >= 1m);

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => this;

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.yesNo");
}
