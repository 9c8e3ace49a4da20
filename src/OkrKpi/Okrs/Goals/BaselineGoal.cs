namespace OkrKpi.Goals;

/// <summary>Finding out where something stands, before a target can be set. It is learning, so it never has a score.</summary>
/// <remarks>Check-ins report what was found. A key result with this goal is out of its objective's score, also at closing. All instances are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BaselineGoal : Goal, IEquatable<BaselineGoal>
{
    private BaselineGoal()
    {
    }

    internal static BaselineGoal Instance { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => null;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => false;
    internal override bool HasKnownStart => false;
    internal override bool IsStartUnknown => false;
    internal override bool HasParts => false;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => false;

    /// <inheritdoc/>
    public bool Equals(BaselineGoal? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BaselineGoal;

    /// <inheritdoc/>
    public override int GetHashCode() => nameof(BaselineGoal).GetHashCode(StringComparison.Ordinal);

    /// <summary>The goal in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => "find the baseline";

    internal override Progress Measure(CheckInHistory history) => OkrKpi.Progress.NotScored;

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    internal override Goal Remaining(CheckInHistory history) => this;

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.baseline");
}
