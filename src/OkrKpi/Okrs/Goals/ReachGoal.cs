using System.Globalization;

namespace OkrKpi;

/// <summary>At least or at most a value, from an unknown start.</summary>
/// <remarks>On the value is reached. An unknown start is never taken for zero: unless said otherwise, progress is 1 when reached and 0 when not.</remarks>
public sealed class ReachGoal : Goal, IEquatable<ReachGoal>
{
    internal ReachGoal(decimal target, Direction direction, ReachReading reading)
    {
        Target = Require.Amount(target);
        Direction = direction;
        Reading = reading;
    }

    /// <summary>The value to reach, in the key result's unit.</summary>
    public decimal Target { get; }

    /// <summary>Higher is better for at least, lower is better for at most.</summary>
    public Direction Direction { get; }

    /// <summary>How progress is read before the value is reached.</summary>
    public ReachReading Reading { get; }

    internal override bool IsPaced => Reading == ReachReading.ShareOfTarget;

    internal override bool HasKnownStart => Reading == ReachReading.ShareOfTarget;

    internal override bool HasParts => false;

    /// <summary>The same goal for a count that began the cycle at 0, so that progress is the share of the target: 6,000 of at least 15,000 views is 0.4.</summary>
    /// <returns>The goal.</returns>
    /// <exception cref="InvalidOperationException">The goal is an at-most goal, or the target is not above 0: then a share of the target means nothing.</exception>
    public ReachGoal CountingFromZero() => Direction == Direction.HigherIsBetter && Target >= Require.SmallestRange
        ? new(Target, Direction, ReachReading.ShareOfTarget)
        : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"Only a goal of at least a number above 0 can count from zero, not '{this}'; use Goal.FromTo with the start."));

    /// <summary>How far a value is on the way: 1 when reached, and before that 0 or the share of the target.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => Reading == ReachReading.ShareOfTarget
        ? GoalScoring.Linear(0m, Target, Require.Amount(value))
        : GoalScoring.Reached(Direction == Direction.HigherIsBetter ? Require.Amount(value) >= Target : Require.Amount(value) <= Target);

    /// <inheritdoc/>
    public bool Equals(ReachGoal? other) => other is not null && Target == other.Target && Direction == other.Direction && Reading == other.Reading;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReachGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Direction, Reading);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at {(Direction == Direction.HigherIsBetter ? "least" : "most")} {Target}");

    internal override Progress Measure(CheckInHistory history) =>
        history.Latest is { } latest ? Progress(latest.Value!.Value)
        : HasKnownStart ? OkrKpi.Progress.NotStarted
        : OkrKpi.Progress.NoData;

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(Direction == Direction.HigherIsBetter ? "goal.atLeast" : "goal.atMost", new Fact("target", Target, unit), new Fact("reading", Reading));
}
