using System.Globalization;

namespace OkrKpi.Goals;

/// <summary>One point of a <see cref="CheckpointsGoal"/>: at this value the goal is this far.</summary>
/// <remarks>Immutable; equal when value and progress are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Checkpoint : IEquatable<Checkpoint>
{
    /// <summary>The most that a value is worth.</summary>
    internal const decimal LargestProgress = 10m;

    private Checkpoint(decimal value, decimal progress)
    {
        Value = value;
        Progress = progress;
    }

    /// <summary>The value, in the key result's unit.</summary>
    public decimal Value { get; }

    /// <summary>How far the goal is at the value: 0 is the start, 1 the target.</summary>
    public decimal Progress { get; }

    /// <summary>A checkpoint: <c>Checkpoint.At(50, 0.4m)</c> says that 50 is worth 0.4.</summary>
    /// <param name="value">The value, in the key result's unit.</param>
    /// <param name="progress">How far the goal is there, 0 to 10; 1 is the target.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or <paramref name="progress"/> is not 0 to 10.</exception>
    public static Checkpoint At(decimal value, decimal progress) =>
        new(Require.Amount(value), Require.Between(progress, 0m, LargestProgress, "the progress at a checkpoint is a share, 1 at the target"));

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && Value == other.Value && Progress == other.Progress;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Checkpoint);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Progress);

    /// <summary>Value and progress, culture-independent: <c>50 is 0.4</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:#,0.############} is {Progress}");
}
