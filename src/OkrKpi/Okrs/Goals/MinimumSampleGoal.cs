using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Goals;

/// <summary>Another goal on the condition that enough people answered.</summary>
/// <remarks>
/// Four states, in this order: no answers, too few answers, not met, met. While there are too few answers the score is withheld, because it could still go
/// either way.
/// The sample is that of the value that is judged: of the largest value the answers of its own check-in, of a sum or mean those of all. At least or at most a
/// value is met or not.
/// Equal when goal and sample are equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class MinimumSampleGoal : Goal, IEquatable<MinimumSampleGoal>
{
    internal MinimumSampleGoal(Goal goal, decimal sample)
    {
        Goal = Guard.Against.Null(goal);
        MinimumSample = Require.Between(sample, Require.SmallestRange, Require.LargestAmount, "a minimum sample is a number of answers above 0");
        if (!goal.TakesSample)
        {
            throw new InvalidOperationException(
                $"'{goal}' cannot take a minimum sample; give it to a part, or to a goal of one value: from-to, reach, count, checkpoints, zones or yes/no.");
        }
    }

    /// <summary>What is to be reached.</summary>
    public Goal Goal { get; }

    /// <summary>The fewest answers that count, itself included.</summary>
    public decimal MinimumSample { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartNames => [];

    internal override Aim? Aim => Goal.Aim;
    internal override (decimal Start, decimal Target)? Way => null;
    internal override bool IsPaced => false;
    internal override bool IsHeld => false;
    internal override bool IsScored => true;
    internal override bool HasKnownStart => false;
    internal override bool IsStartUnknown => Goal.IsStartUnknown;
    internal override bool HasParts => false;
    internal override bool TakesSample => false;
    internal override bool TakesRate => false;
    internal override Cadence? RateCadence => null;
    internal override bool IsInWords => false;
    internal override bool IsDoneOrNot => false;
    internal override bool CouldBeWork => false;

    /// <summary>How far a value is on the way, given how many answered: 8.2 of at least 8 from 60 of at least 100 answers is not judged yet.</summary>
    /// <param name="value">The value reached.</param>
    /// <param name="sample">How many answered; 0 or more.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Progress Progress(decimal value, decimal sample) => sample switch
    {
        < 0m => throw new ArgumentOutOfRangeException(nameof(sample), sample, "A sample is a number of answers, 0 or more."),
        0m => OkrKpi.Progress.NoData,
        _ when sample < MinimumSample => OkrKpi.Progress.TooFewAnswers,
        _ => Goal.OfValue(Require.Amount(value)),
    };

    /// <summary>How a value stands, given how many answered.</summary>
    /// <param name="value">The value reached.</param>
    /// <param name="sample">How many answered; 0 or more.</param>
    /// <returns>One of four states; met needs both enough answers and the goal reached, ends included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SampleState StateOf(decimal value, decimal sample)
    {
        var progress = Progress(value, sample);
        return progress.State switch
        {
            ProgressState.NoData => SampleState.NoAnswers,
            ProgressState.TooFewAnswers => SampleState.TooFewAnswers,
            ProgressState.NotStarted or ProgressState.NotScored or ProgressState.Measured => progress.IsAchieved ? SampleState.Met : SampleState.NotMet,
        };
    }

    /// <inheritdoc/>
    public bool Equals(MinimumSampleGoal? other) => other is not null && Goal.Equals(other.Goal) && MinimumSample == other.MinimumSample;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MinimumSampleGoal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Goal, MinimumSample);

    /// <summary>The goal in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Goal} with at least {MinimumSample:#,0.############} answers");

    internal override Progress Measure(CheckInHistory history) =>
        Current(history) is { } current ? Progress(current.Value, current.Sample) : OkrKpi.Progress.NoData;

    internal override Progress OfValue(decimal value) => throw NotOfOneValue();

    // Whose way starts where it was first seen has none here, because what few have answered is no start.
    internal override Pacing PacingIn(CheckInHistory history) => Goal.PacingOf(null, 0) == Pacing.ByValue ? Pacing.ByValue : Pacing.None;

    internal override Goal Remaining(CheckInHistory history) =>
        Measure(history).State == ProgressState.Measured ? Goal.OnwardsFrom(Current(history)?.Value).WithMinimumSample(MinimumSample) : this;

    internal override Explanation Explain(Unit unit) => Explanation.Of("goal.minimumSample", new Fact("sample", MinimumSample)).Resting(Goal.Explain(unit));
}
