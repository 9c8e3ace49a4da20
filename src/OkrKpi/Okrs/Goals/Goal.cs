using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a key result is to reach, and how far a value is on the way. One of a closed family; the kinds are its sealed subclasses.</summary>
/// <remarks>
/// Immutable; equal when kind and numbers are equal.
/// <code>
/// Goal.FromTo(10, 25).Progress(17.5m)     // 0.5
/// Goal.FromTo(100, 20).Progress(60)       // 0.5, a cost going down
/// Goal.FromTo(4, 15).Progress(1)          // -0.2727..., its score is 0
/// Goal.AtLeast(8).WithMinimumSample(100).Progress(8.2m, sample: 60)   // too few answers
/// </code>
/// </remarks>
public abstract class Goal
{
    private protected Goal()
    {
    }

    /// <summary>From a known start to a target, up or down: open rate from 4 % to 15 %, response time from 5 to 1 hours.</summary>
    /// <param name="start">The value at the start.</param>
    /// <param name="target">The value to reach.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">Start and target are equal or less than 10^-12 apart: to hold a value use <see cref="KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static FromToGoal FromTo(decimal start, decimal target) => new(start, target);

    /// <summary>At least a value, from an unknown start: reached or not.</summary>
    /// <param name="target">The value to reach; on it is reached.</param>
    /// <returns>The goal. For a count that began at 0 see <see cref="ReachGoal.CountingFromZero"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal AtLeast(decimal target) => new(target, Direction.HigherIsBetter, ReachReading.MetOrNot);

    /// <summary>At most a value, from an unknown start: reached or not.</summary>
    /// <param name="target">The value to stay at or below.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal AtMost(decimal target) => new(target, Direction.LowerIsBetter, ReachReading.MetOrNot);

    /// <summary>A number of things made in the cycle, from zero: three ideas implemented.</summary>
    /// <param name="target">How many; above 0.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not above 0 or exceeds 10^15.</exception>
    public static CountGoal Count(decimal target) => new(target);

    /// <summary>Keep a value inside a band, week by week.</summary>
    /// <param name="band">The band, ends included.</param>
    /// <returns>The goal.</returns>
    public static KeepWithinGoal KeepWithin(Band band) => new(band);

    /// <summary>Milestones of equal weight, each done or not.</summary>
    /// <param name="milestones">Their names, each once.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">There is none, or a name is blank or given twice.</exception>
    public static MilestonesGoal Milestones(params IEnumerable<string> milestones) =>
        new(Require.Copy(milestones).Select(name => Milestone.Of(name)));

    /// <summary>Milestones with weights.</summary>
    /// <param name="milestones">The milestones, each name once.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">There is none, or a name is given twice.</exception>
    public static MilestonesGoal Milestones(params IEnumerable<Milestone> milestones) => new(milestones);

    /// <summary>Done or not done.</summary>
    /// <returns>The goal.</returns>
    public static YesNoGoal YesNo() => YesNoGoal.Instance;

    /// <summary>All parts together; achieved when every part is, and as far as the part that is furthest behind.</summary>
    /// <param name="parts">At least two named parts, each name once.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">There are fewer than two parts, or a name is given twice.</exception>
    public static AllOfGoal AllOf(params IEnumerable<GoalPart> parts) => new(parts);

    /// <summary>A part for <see cref="AllOf"/>.</summary>
    /// <param name="name">The name that check-ins report it by.</param>
    /// <param name="goal">What the part is to reach.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, or <paramref name="goal"/> has parts of its own.</exception>
    public static GoalPart Part(string name, Goal goal) => new(name, goal);

    /// <summary>This goal on the condition that enough people answered: 8 of 10 with at least 100 answers. Achieved needs both, ends included.</summary>
    /// <param name="sample">The fewest answers that count, above 0.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is not above 0 or exceeds 10^15.</exception>
    /// <exception cref="InvalidOperationException">The goal has parts or already has a minimum sample; give the sample to the part.</exception>
    public MinimumSampleGoal WithMinimumSample(decimal sample) => new(this, sample);

    /// <summary>How far check-ins have come, all of them counted.</summary>
    /// <param name="checkIns">The check-ins, in order.</param>
    /// <param name="cycle">The cycle, whose weeks a keep-within goal counts.</param>
    /// <param name="asOf">The date; later check-ins are left out.</param>
    /// <returns>The progress.</returns>
    public Progress Progress(IReadOnlyList<CheckIn> checkIns, Cycle cycle, NodaTime.LocalDate asOf)
    {
        Guard.Against.Null(checkIns);
        Guard.Against.Null(cycle);
        return Measure(new CheckInHistory(checkIns, null, cycle, asOf));
    }

    /// <summary>Whether progress moves steadily, so that an expected value between start and end means something.</summary>
    internal abstract bool IsPaced { get; }

    /// <summary>Whether the start is known, so that a key result without check-in stands at 0 and not at "no data".</summary>
    internal abstract bool HasKnownStart { get; }

    internal abstract bool HasParts { get; }

    internal abstract Progress Measure(CheckInHistory history);

    internal abstract Explanation Explain(Unit unit);
}
