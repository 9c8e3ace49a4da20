using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>Keep a value inside a band, week by week.</summary>
/// <remarks>
/// Progress is the share of the elapsed planned weekly check-ins whose value lies inside the band, ends included; a week without a check-in counts as outside
/// (Profit.co's control key result: 9 good of 13 weeks is 0.69). Before the first whole week has passed it is 1 or 0 by the latest value.
/// </remarks>
public sealed class KeepWithinGoal : Goal, IEquatable<KeepWithinGoal>
{
    internal KeepWithinGoal(Band band) => Band = Guard.Against.Null(band);

    /// <summary>The band, ends included.</summary>
    public Band Band { get; }

    internal override bool IsPaced => false;

    internal override bool HasKnownStart => false;

    internal override bool HasParts => false;

    /// <summary>The point reading of one value: 1 inside the band, 0 outside.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Progress Progress(decimal value) => GoalScoring.Reached(Band.Contains(Require.Amount(value)));

    /// <inheritdoc/>
    public bool Equals(KeepWithinGoal? other) => other is not null && Band.Equals(other.Band);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeepWithinGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(KeepWithinGoal), Band);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"keep within {Band}";

    internal override Progress Measure(CheckInHistory history)
    {
        if (history.Latest is not { } latest)
        {
            return OkrKpi.Progress.NoData;
        }

        var (inside, weeks) = history.WeeksWithin(Band);
        return weeks == 0 ? Progress(latest.Value!.Value) : GoalScoring.Share(inside, weeks);
    }

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.keepWithin", new Fact("band", OkrKpi.Target.Within(Band), unit));
}
