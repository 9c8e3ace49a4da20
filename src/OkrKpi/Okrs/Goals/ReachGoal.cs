using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>At least or at most a value, from an unknown start.</summary>
/// <remarks>
/// On the value is reached, unless the goal is strict (<see cref="Goal.MoreThan"/>, <see cref="Goal.LessThan"/>).
/// An unknown start is never taken for zero: unless said otherwise, progress is 1 when reached and 0 when not. Equal when target, direction, reading and boundary are equal.
/// </remarks>
public sealed class ReachGoal : Goal, IEquatable<ReachGoal>
{
    internal ReachGoal(decimal target, Direction direction, ReachReading reading, Boundary boundary = Boundary.Inclusive)
    {
        Target = Require.Amount(target);
        Direction = direction;
        Reading = reading;
        Boundary = boundary;
    }

    /// <summary>The value to reach, in the key result's unit.</summary>
    public decimal Target { get; }

    /// <summary>Higher is better for at least, lower is better for at most.</summary>
    public Direction Direction { get; }

    /// <summary>How progress is read before the value is reached.</summary>
    public ReachReading Reading { get; }

    /// <summary>Whether the target itself is enough.</summary>
    public Boundary Boundary { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => new(Reading == ReachReading.ShareOfTarget ? 0m : null, Target, Direction);
    internal override (decimal Start, decimal Target)? Way => Reading == ReachReading.ShareOfTarget ? (0m, Target) : null;
    internal override bool IsPaced => Reading is ReachReading.ShareOfTarget or ReachReading.FromFirstValue;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => Reading == ReachReading.ShareOfTarget;
    internal override bool IsStartUnknown => Reading == ReachReading.MetOrNot;
    internal override bool HasParts => false;
    internal override bool TakesSample => true;
    internal override bool TakesRate => true;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool IsListOfWork => false;

    /// <summary>The same goal for a count that began the cycle at 0, so that progress is the share of the target: 6,000 of at least 15,000 views is 0.4.</summary>
    /// <returns>The goal.</returns>
    /// <exception cref="InvalidOperationException">The goal is an at-most or strict goal, or the target is not above 0: then a share of the target means nothing.</exception>
    public ReachGoal CountingFromZero() => IsUp && Target >= Require.SmallestRange && Boundary == Boundary.Inclusive
        ? new(Target, Direction, ReachReading.ShareOfTarget)
        : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"Only a goal of at least a number above 0 can count from zero, not '{this}'; use Goal.FromTo with the start."));

    /// <summary>
    /// The same goal scored by its distance from the target: at most 1 is 0.5 at 1.5 and 1.75 at 0.25, at least 100 is 0.9 at 90.
    /// </summary>
    /// <remarks>1 - (miss / |target|), as Profit.co's control key result and TeamCulture's progress against plan. For a target of 0 there is no share: then it is reached or not.</remarks>
    /// <returns>The goal.</returns>
    /// <exception cref="InvalidOperationException">The goal is strict: partial progress has no strict end.</exception>
    public ReachGoal ByDistance() => new(Target, Direction, Inclusive(ReachReading.DistanceFromTarget));

    /// <summary>The same goal, with the first value checked in during the cycle as its start: at least 20 with 4, then 12 is 0.5.</summary>
    /// <returns>The goal. A first value that already reaches the target leaves nothing to go: then it is reached or not.</returns>
    /// <exception cref="InvalidOperationException">The goal is strict: partial progress has no strict end.</exception>
    public ReachGoal FromFirstValue() => new(Target, Direction, Inclusive(ReachReading.FromFirstValue));

    /// <summary>The same goal with a start that is known after all.</summary>
    /// <param name="start">The value at the start, short of the target.</param>
    /// <returns>A from-to goal.</returns>
    /// <exception cref="ArgumentException"><paramref name="start"/> reaches the target already: to hold a value use <see cref="Goal.KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> lies outside ±10^15.</exception>
    /// <exception cref="InvalidOperationException">The goal is strict: partial progress has no strict end.</exception>
    public FromToGoal StartingAt(decimal start)
    {
        Inclusive(Reading);
        return IsReached(Require.Amount(start))
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{start} is {this} already; to hold a value use Goal.KeepWithin."), nameof(start))
            : new(start, Target);
    }

    /// <summary>How far a value is on the way: 1 when reached, and before that by <see cref="Reading"/>. A first value is its own start, so it is reached or not.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <inheritdoc/>
    public bool Equals(ReachGoal? other) =>
        other is not null && Target == other.Target && Direction == other.Direction && Reading == other.Reading && Boundary == other.Boundary;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReachGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Direction, Reading, Boundary);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} {Target}");

    internal override Progress OfValue(decimal value) => Reading switch
    {
        ReachReading.ShareOfTarget => GoalProgress.Linear(0m, Target, value),
        ReachReading.DistanceFromTarget when Math.Abs(Target) >= Require.SmallestRange =>
            OkrKpi.Progress.Of(1m + ((IsUp ? value - Target : Target - value) / Math.Abs(Target))),
        ReachReading.DistanceFromTarget or ReachReading.FromFirstValue or ReachReading.MetOrNot => GoalProgress.Reached(IsReached(value)),
    };

    internal override Progress Measure(CheckInHistory history) =>
        Reading == ReachReading.FromFirstValue && history.First?.Value is { } first && !IsReached(first) && Math.Abs(Target - first) >= Require.SmallestRange
            && history.Current(first) is { } current
            ? GoalProgress.Linear(first, Target, current.Value)
            : OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(
            Boundary switch
            {
                Boundary.Inclusive => IsUp ? "goal.atLeast" : "goal.atMost",
                Boundary.Exclusive => IsUp ? "goal.moreThan" : "goal.lessThan",
            },
            new Fact("target", Target, unit),
            new Fact("reading", Reading));

    private bool IsUp => Direction == Direction.HigherIsBetter;

    private string Words => Boundary switch
    {
        Boundary.Inclusive => IsUp ? "at least" : "at most",
        Boundary.Exclusive => IsUp ? "more than" : "less than",
    };

    private bool IsReached(decimal value) => Boundary switch
    {
        Boundary.Inclusive => IsUp ? value >= Target : value <= Target,
        Boundary.Exclusive => IsUp ? value > Target : value < Target,
    };

    private ReachReading Inclusive(ReachReading reading) => Boundary == Boundary.Inclusive
        ? reading
        : throw new InvalidOperationException($"'{this}' is reached or not: partial progress has no strict end; use Goal.AtLeast or Goal.AtMost.");
}
