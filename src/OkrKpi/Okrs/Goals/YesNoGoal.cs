namespace OkrKpi.Goals;

/// <summary>Done or not done; check-ins report 1 for done and 0 for not.</summary>
/// <remarks>All instances are equal.</remarks>
public sealed class YesNoGoal : Goal, IEquatable<YesNoGoal>
{
    private YesNoGoal()
    {
    }

    internal static YesNoGoal Instance { get; } = new();

    internal override bool IsPaced => false;

    internal override bool HasKnownStart => true;

    internal override bool HasParts => false;

    internal override bool TakesValue => true;

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

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.yesNo");
}
