using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>From a known start to a target, up or down.</summary>
/// <remarks>
/// Progress is (current - start) / (target - start), one formula for both directions: 0 at the start, 1 at the target, negative when it got worse, above 1
/// beyond.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class FromToGoal : Goal, IEquatable<FromToGoal>
{
    internal FromToGoal(decimal start, decimal target)
    {
        Start = Require.Amount(start);
        Target = Require.Amount(target);
        if (Math.Abs(target - start) < Require.SmallestRange)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"From {start} to {target} is no way to go; to hold a value use Goal.KeepWithin."),
                nameof(target));
        }
    }

    /// <summary>The value at the start, in the key result's unit.</summary>
    public decimal Start { get; }

    /// <summary>The value to reach, in the key result's unit.</summary>
    public decimal Target { get; }

    /// <summary>Which way is better: up when the target is above the start.</summary>
    public Direction Direction => Target > Start ? Direction.HigherIsBetter : Direction.LowerIsBetter;

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => new(Start, Target, Direction);
    internal override (decimal Start, decimal Target)? Way => (Start, Target);
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
    internal override bool CouldBeWork => Start == 0m;

    /// <summary>How far a value is on the way: 17.5 from 10 to 25 is 0.5; 1 from 4 to 15 is -0.2727... with a score of 0.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <summary>The whole way: the distance from start to target, above 0. From 100 to 20 it is 80.</summary>
    public decimal Distance => Math.Abs(Target - Start);

    /// <summary>How much of the way is gone, negative when it got worse: from 100 to 20, 80 has gone 20.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The distance, in the key result's unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public decimal Completed(decimal value) => Target > Start ? Require.Amount(value) - Start : Start - Require.Amount(value);

    /// <summary>How much of the way is left, 0 at the target and beyond: from 100 to 20, 80 leaves 60.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The distance, in the key result's unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public decimal Remaining(decimal value) => Math.Max(0m, Target > Start ? Target - Require.Amount(value) : Require.Amount(value) - Target);

    /// <summary>The value at some progress: half of the way from 100 to 20 is 60. The expected value when the progress is what is expected by now.</summary>
    /// <param name="progress">The progress; below 0 and above 1 are allowed.</param>
    /// <returns>The value, in the key result's unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> is below -1,000 or above 1,000.</exception>
    public decimal ValueAt(decimal progress) =>
        Start + (Require.Between(progress, -1_000m, 1_000m, "a progress is a share of the way from start to target") * (Target - Start));

    /// <inheritdoc/>
    public bool Equals(FromToGoal? other) => other is not null && Start == other.Start && Target == other.Target;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FromToGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, Target);

    /// <summary>Start and target, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"from {Start:#,0.############} to {Target:#,0.############}");

    internal override Progress OfValue(decimal value) => GoalProgress.Linear(Start, Target, value);

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.fromTo", new Fact("start", Start, unit), new Fact("target", Target, unit));
}
