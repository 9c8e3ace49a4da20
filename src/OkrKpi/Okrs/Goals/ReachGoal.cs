using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>At least or at most a value, from an unknown start.</summary>
/// <remarks>
/// On the value is reached, unless the goal is strict (<see cref="Goal.MoreThan"/>, <see cref="Goal.LessThan"/>).
/// An unknown start is never taken for zero, unless check-ins add up (<see cref="CurrentValue.Sum"/>) to at least a number: then 14 of 20 is 0.7. Otherwise the
/// goal starts where it was
/// first seen in the cycle: 14.2 is not met, and with 17.1 after it half of the way to 20 is gone. At most goes the same way down, never from zero. Strict
/// goals, those read
/// as <see cref="MetOrNot"/> and those with a minimum sample are 1 when reached and 0 when not. Pace goes by the curve once there is a share; before that the
/// goal is on track
/// while it is met and otherwise behind after the time of grace. Equal when target, direction, reading and boundary are equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
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

    internal override Aim? Aim => new(null, Target, Direction);
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => Reading == ReachReading.FromFirstValue;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => false;
    internal override bool IsStartUnknown => Reading is ReachReading.MetOrNot or ReachReading.FromFirstValue;
    internal override bool HasParts => false;
    internal override bool TakesSample => true;
    internal override bool TakesRate => true;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => Direction == Direction.HigherIsBetter && Boundary == Boundary.Inclusive;

    /// <summary>The same goal, reached or not: 1 or 0, and no share of a way before.</summary>
    /// <returns>The goal.</returns>
    public ReachGoal MetOrNot() => new(Target, Direction, ReachReading.MetOrNot, Boundary);

    /// <summary>
    /// The same goal scored by its distance from the target: at most 1 is 0.5 at 1.5 and 1.75 at 0.25, at least 100 is 0.9 at 90.
    /// </summary>
    /// <remarks>
    /// 1 - (miss / |target|), as Profit.co's control key result and TeamCulture's progress against plan. For a target of 0 there is no share: then it is
    /// reached or not.
    /// </remarks>
    /// <returns>The goal.</returns>
    /// <exception cref="InvalidOperationException">The goal is strict: partial progress has no strict end.</exception>
    public ReachGoal ByDistance() => new(Target, Direction, Inclusive(ReachReading.DistanceFromTarget));

    /// <summary>
    /// The same goal in the default reading, with the first value checked in during the cycle as its start: at least 20 with 4, then 12 is 0.5.
    /// </summary>
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
            ? throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{start} is {this} already; to hold a value use Goal.KeepWithin."), nameof(start))
            : new(start, Target);
    }

    /// <summary>
    /// How far a value is on the way: 1 when reached, and before that by <see cref="Reading"/>. A first value is its own start, so it is reached or not.
    /// </summary>
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
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} {Target:#,0.############}");

    internal override Progress OfValue(decimal value) => Reading switch
    {
        ReachReading.DistanceFromTarget when Math.Abs(Target) >= Require.SmallestRange =>
            OkrKpi.Progress.Of(1m + ((IsUp ? value - Target : Target - value) / Math.Abs(Target))),
        ReachReading.DistanceFromTarget or ReachReading.FromFirstValue or ReachReading.MetOrNot => GoalProgress.Reached(IsReached(value)),
    };

    internal override Progress OfValue(decimal first, decimal value) => HasWayFrom(first) ? GoalProgress.Linear(first, Target, value) : OfValue(value);

    internal override (decimal Start, decimal Target)? WayIn(CheckInHistory history) =>
        IsAddedUp(history) ? (0m, Target)
        : history.First?.Value is { } first && history.Count > 1 && HasWayFrom(first) ? (first, Target)
        : Way;

    internal override Pacing PacingIn(CheckInHistory history) => IsAddedUp(history) ? Pacing.ByCurve : PacingOf(history.First?.Value, history.Count);

    internal override Pacing PacingOf(decimal? first, int seen) => Reading switch
    {
        ReachReading.FromFirstValue => seen > 1 && first is { } value && HasWayFrom(value) ? Pacing.ByCurve : Pacing.ByValue,
        ReachReading.MetOrNot or ReachReading.DistanceFromTarget => Pacing.ByValue,
    };

    internal override Progress Measure(CheckInHistory history) =>
        IsAddedUp(history) ? Current(history) is { } sum ? GoalProgress.Linear(0m, Target, sum.Value) : OkrKpi.Progress.NotStarted
        : history.First?.Value is { } first && Current(history) is { } current ? OfValue(first, current.Value)
        : OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Goal OnwardsFrom(decimal? value) =>
        Reading == ReachReading.FromFirstValue ? RestOf(Target, IsUp, value) : this;

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

    private bool HasWayFrom(decimal first) =>
        Reading == ReachReading.FromFirstValue && !IsReached(first) && Math.Abs(Target - first) >= Require.SmallestRange;

    private bool IsAddedUp(CheckInHistory history) =>
        Reading == ReachReading.FromFirstValue && history.Reading == CurrentValue.Sum && IsUp && Target >= Require.SmallestRange;

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
