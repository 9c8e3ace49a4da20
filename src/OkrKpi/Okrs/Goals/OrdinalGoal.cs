namespace OkrKpi.Goals;

/// <summary>
/// What cannot be counted, in words: what is promised, what is hoped for and what would be exceptional. Check-ins say which <see cref="Zone"/> is reached.
/// </summary>
/// <remarks>Progress is 0, 0.3, 0.7 or 1 by zone. Equal when the three texts are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OrdinalGoal : Goal, IEquatable<OrdinalGoal>
{
    internal OrdinalGoal(string commit, string target, string stretch)
    {
        Commit = Require.Text(commit, "commit zone of a goal");
        Target = Require.Text(target, "target zone of a goal");
        Stretch = Require.Text(stretch, "stretch zone of a goal");
    }

    /// <summary>What is promised, in words.</summary>
    public string Commit { get; }

    /// <summary>What is hoped for, in words.</summary>
    public string Target { get; }

    /// <summary>What would be exceptional, in words.</summary>
    public string Stretch { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => true;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => true;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => false;

    /// <summary>How far a zone is: 0, 0.3, 0.7 or 1.</summary>
    /// <param name="zone">The zone reached.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zone"/> is undefined.</exception>
    public Progress Progress(Zone zone) => OfValue((decimal)Require.Defined(zone));

    /// <inheritdoc/>
    public bool Equals(OrdinalGoal? other) =>
        other is not null && string.Equals(Commit, other.Commit, StringComparison.Ordinal)
        && string.Equals(Target, other.Target, StringComparison.Ordinal) && string.Equals(Stretch, other.Stretch, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OrdinalGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Commit, Target, Stretch);

    /// <summary>The three texts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"commit: {Commit}; target: {Target}; stretch: {Stretch}";

    // A mean of check-ins may lie between two zones; it counts as the lower one.
    internal override Progress OfValue(decimal value) => OkrKpi.Progress.Of(value switch
    {
        >= (decimal)Zone.Stretch => 1m,
        >= (decimal)Zone.Target => ZonesGoal.TargetShare,
        >= (decimal)Zone.Commit => ZonesGoal.CommitShare,
        _ => 0m,
    });

    internal override Progress Measure(CheckInHistory history) => OfCurrentValue(history);

    internal override Goal Remaining(CheckInHistory history) => this;

    internal override Explanation Explain(Unit unit) =>
        Explanation.Of("goal.ordinal", new Fact("commit", Commit), new Fact("target", Target), new Fact("stretch", Stretch));
}
