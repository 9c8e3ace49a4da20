using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>A number of things counted in the cycle, from zero; check-ins report how many so far.</summary>
/// <remarks>Progress is the share of the target: 2 of 3 is 0.666...</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class CountGoal : Goal, IEquatable<CountGoal>
{
    internal CountGoal(decimal target) =>
        Target = Require.Between(target, Require.SmallestRange, Require.LargestAmount, "a count to reach is above 0");

    /// <summary>How many are to be made.</summary>
    public decimal Target { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => new(0m, Target, Direction.HigherIsBetter);
    internal override (decimal Start, decimal Target)? Way => (0m, Target);
    internal override bool IsPaced => true;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => true;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => true;
    internal override bool TakesRate => true;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => true;

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
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target:#,0.############} from zero");

    internal override Progress OfValue(decimal value) => GoalProgress.Linear(0m, Target, value);

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.count", new Fact("target", Target, unit));
}
