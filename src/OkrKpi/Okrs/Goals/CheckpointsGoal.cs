using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>A way in uneven steps: straight lines between checkpoints, up or down.</summary>
/// <remarks>
/// <para>With 50 worth 0.4 and 80 worth 0.7, 60 is 0.5. Two checkpoints of progress 0 and 1 are a from-to goal.</para>
/// <para>
/// Beyond the ends progress stays at that of the last checkpoint, unless that is exactly the start (0) or the target (1): then the raw number goes on along the
/// line, so that
/// regression and overachievement stay visible, while the score stays 0 or 1. Equal when checkpoints and the reading below the first are equal.
/// </para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class CheckpointsGoal : Goal, IEquatable<CheckpointsGoal>
{
    private readonly Checkpoint[] checkpoints;

    internal CheckpointsGoal(IEnumerable<Checkpoint> checkpoints)
    {
        this.checkpoints = Require.Copy(checkpoints);
        if (this.checkpoints.Length < 2)
        {
            throw new ArgumentException(
                "A way of checkpoints needs at least two; for one value to reach use Goal.AtLeast or Goal.AtMost.", nameof(checkpoints));
        }

        for (var index = 1; index < this.checkpoints.Length; index++)
        {
            var (before, each) = (this.checkpoints[index - 1], this.checkpoints[index]);
            if (
                Math.Abs(each.Value - before.Value) < Require.SmallestRange
                    || (each.Value > before.Value) != (this.checkpoints[1].Value > this.checkpoints[0].Value))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The checkpoints go from {before.Value} to {each.Value}; list them from the worst value "
                        + $"to the best, each value once."), nameof(checkpoints));
            }

            if (each.Progress < before.Progress)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The progress falls from {before.Progress} at {before.Value} to {each.Progress} at "
                        + $"{each.Value}; a better value is never worth less."), nameof(checkpoints));
            }
        }
    }

    /// <summary>The checkpoints, from the worst value to the best.</summary>
    public IReadOnlyList<Checkpoint> Points => checkpoints;

    /// <summary>Which way is better: up when the values rise.</summary>
    public Direction Direction => checkpoints[1].Value > checkpoints[0].Value ? Direction.HigherIsBetter : Direction.LowerIsBetter;

    /// <summary>Whether a value worse than the first checkpoint is worth nothing, however much the first checkpoint is worth.</summary>
    public bool IsNothingBelowFirst { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => new(HasKnownStart ? checkpoints[0].Value : null, ValueWorthOne(), Direction);
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => HasKnownStart;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => checkpoints[0].Progress == 0m && !IsNothingBelowFirst;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => true;
    internal override bool TakesRate => true;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => false;

    /// <summary>The same goal where anything worse than the first checkpoint is worth nothing: a sub-target of 10 worth 0.8 makes 9.9 worth 0.</summary>
    /// <returns>The goal.</returns>
    public CheckpointsGoal WithNothingBelowFirst()
    {
        var goal = (CheckpointsGoal)MemberwiseClone();
        goal.IsNothingBelowFirst = true;
        return goal;
    }

    /// <summary>How far a value is on the way.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => OfValue(Require.Amount(value));

    /// <inheritdoc/>
    public bool Equals(CheckpointsGoal? other) =>
        other is not null && IsNothingBelowFirst == other.IsNothingBelowFirst && checkpoints.AsSpan().SequenceEqual(other.checkpoints);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckpointsGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(checkpoints.Length, checkpoints[0], checkpoints[^1], IsNothingBelowFirst);

    /// <summary>The checkpoints, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"checkpoints {string.Join(", ", checkpoints.Select(each => each.ToString()))}{(IsNothingBelowFirst ? ", nothing below" : "")}";

    internal override Progress OfValue(decimal value)
    {
        var sign = Direction == Direction.HigherIsBetter ? 1 : -1;
        var (first, last) = (checkpoints[0], checkpoints[^1]);
        if (sign * value.CompareTo(first.Value) < 0)
        {
            return OkrKpi.Progress.Of(IsNothingBelowFirst ? 0m : first.Progress == 0m ? Line(first, checkpoints[1], value) : first.Progress);
        }

        for (var index = 1; index < checkpoints.Length; index++)
        {
            if (sign * value.CompareTo(checkpoints[index].Value) <= 0)
            {
                return OkrKpi.Progress.Of(Line(checkpoints[index - 1], checkpoints[index], value));
            }
        }

        return OkrKpi.Progress.Of(last.Progress == 1m ? Line(checkpoints[^2], last, value) : last.Progress);
    }

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    // The rest of the way, its shares stretched so that what was left is a whole: of 0.3 at 3, 0.7 at 7 and 1 at 10 with 5 (0.5) reached, 7 is 0.4 and 10 is 1.
    internal override Goal OnwardsFrom(decimal? value)
    {
        if (
            value is not { } reached || OfValue(reached).Raw is not { } gone || gone >= 1m || (IsNothingBelowFirst && gone <= 0m)
                || reached == checkpoints[0].Value)
        {
            return this;
        }

        var sign = Direction == Direction.HigherIsBetter ? 1 : -1;
        Checkpoint[] left =
        [
            .. checkpoints.Where(each => sign * (each.Value - reached) >= Require.SmallestRange)
                .Select(each => Checkpoint.At(each.Value, Math.Clamp((each.Progress - gone) / (1m - gone), 0m, Checkpoint.LargestProgress))),
        ];
        return left.Length == 0 || left[^1].Progress == 0m ? this : new CheckpointsGoal([Checkpoint.At(reached, 0m), .. left]);
    }

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of(IsNothingBelowFirst ? "goal.checkpointsNothingBelow" : "goal.checkpoints", new Fact("count", (decimal)checkpoints.Length))
            .Resting(checkpoints.Select(each => Explanation.Of("goal.checkpoint", new Fact("value", each.Value, unit), new Fact("progress", each.Progress))));

    private decimal ValueWorthOne()
    {
        var index = Array.FindIndex(checkpoints, each => each.Progress >= 1m);
        if (index <= 0)
        {
            return index < 0 ? checkpoints[^1].Value : checkpoints[0].Value;
        }

        var (from, to) = (checkpoints[index - 1], checkpoints[index]);
        return to.Progress == 1m ? to.Value : from.Value + ((1m - from.Progress) / (to.Progress - from.Progress) * (to.Value - from.Value));
    }

    private static decimal Line(Checkpoint from, Checkpoint to, decimal value) =>
        value == to.Value ? to.Progress : from.Progress + ((value - from.Value) / (to.Value - from.Value) * (to.Progress - from.Progress));
}
