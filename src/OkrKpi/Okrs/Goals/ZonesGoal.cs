using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>A value in four zones between a baseline and a stretch: fail, commit, target, stretch.</summary>
/// <remarks>
/// Progress is 0 at the baseline, 0.3 at commit, 0.7 at target, 1 at stretch, in straight lines between, so that the target's 0.7 is an aspirational success.
/// A value on a threshold belongs to the better zone. Commit and target lie at 0.3 and 0.7 of the way unless given (puzzle/okr). Equal when all four values are
/// equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ZonesGoal : Goal, IEquatable<ZonesGoal>
{
    internal const decimal CommitShare = 0.3m;
    internal const decimal TargetShare = 0.7m;

    private readonly CheckpointsGoal way;

    internal ZonesGoal(decimal baseline, decimal commit, decimal target, decimal stretch) =>
        way = new([Checkpoint.At(baseline, 0m), Checkpoint.At(commit, CommitShare), Checkpoint.At(target, TargetShare), Checkpoint.At(stretch, 1m)]);

    /// <summary>Where it started.</summary>
    public decimal Baseline => way.Points[0].Value;

    /// <summary>What is promised.</summary>
    public decimal Commit => way.Points[1].Value;

    /// <summary>What is hoped for.</summary>
    public decimal Target => way.Points[2].Value;

    /// <summary>What would be exceptional.</summary>
    public decimal Stretch => way.Points[3].Value;

    /// <summary>Which way is better: up when the stretch is above the baseline.</summary>
    public Direction Direction => way.Direction;

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => way.Aim;
    internal override (decimal Start, decimal Target)? Way => null;
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
    internal override bool CouldBeWork => false;

    /// <summary>How far a value is on the way: from 0 to 10 a value of 3 is 0.3.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => way.Progress(value);

    /// <summary>The zone a value lies in; on a threshold it is the better one.</summary>
    /// <param name="value">The value reached.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Zone ZoneOf(decimal value)
    {
        var sign = Direction == Direction.HigherIsBetter ? 1 : -1;
        Require.Amount(value);
        return sign * value.CompareTo(Stretch) >= 0 ? Zone.Stretch
            : sign * value.CompareTo(Target) >= 0 ? Zone.Target
            : sign * value.CompareTo(Commit) >= 0 ? Zone.Commit
            : Zone.Fail;
    }

    /// <inheritdoc/>
    public bool Equals(ZonesGoal? other) => other is not null && way.Equals(other.way);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZonesGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(ZonesGoal), way);

    /// <summary>The four values, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"from {Baseline:#,0.############}: commit {Commit:#,0.############}, target {Target:#,0.############}, stretch {Stretch:#,0.############}");

    internal override Progress OfValue(decimal value) => way.OfValue(value);

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => OnwardsFrom(Current(history)?.Value);

    internal override Goal OnwardsFrom(decimal? value) => way.OnwardsFrom(value) is var left && ReferenceEquals(left, way) ? this : left;

    internal override Explanation Explain(Unit unit) => Explanation.Of(
        "goal.zones", new Fact("baseline", Baseline, unit), new Fact("commit", Commit, unit), new Fact("target", Target, unit),
        new Fact("stretch", Stretch, unit));
}
