using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>A number of things made in the cycle, from zero; check-ins report how many so far.</summary>
/// <remarks>Progress is the share of the target: 2 of 3 is 0.666...</remarks>
public sealed class CountGoal : Goal, IEquatable<CountGoal>
{
    internal CountGoal(decimal target) =>
        Target = Require.Between(target, Require.SmallestRange, Require.LargestAmount, "a count to reach is above 0");

    /// <summary>How many are to be made.</summary>
    public decimal Target { get; }

    internal override bool IsPaced => true;

    internal override bool HasKnownStart => true;

    internal override bool HasParts => false;

    internal override bool TakesValue => true;

    internal override (decimal Start, decimal Target)? Way => (0m, Target);

    /// <summary>How far a count is on the way.</summary>
    /// <param name="value">How many so far.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <inheritdoc/>
    public bool Equals(CountGoal? other) => other is not null && Target == other.Target;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CountGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(CountGoal), Target);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target} from zero");

    internal override Progress OfValue(decimal value) => GoalProgress.Linear(0m, Target, value);

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.count", new Fact("target", Target, unit));
}
