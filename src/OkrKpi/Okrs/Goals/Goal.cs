using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a key result is to reach, and how far a value is on the way. One of a closed family; the kinds are its sealed subclasses.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; equal when kind and numbers are equal.
/// <code>
/// Goal.FromTo(10, 25).Progress(17.5m)     // 0.5
/// Goal.FromTo(100, 20).Progress(60)       // 0.5, a cost going down
/// Goal.FromTo(4, 15).Progress(1)          // -0.2727..., its score is 0
/// Goal.AtLeast(8).WithMinimumSample(100).Progress(8.2m, sample: 60)   // too few answers
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class Goal
{
    private protected Goal()
    {
    }

    /// <summary>
    /// The names of the parts or milestones, of which every check-in with a value names one (<see cref="CheckIn.Of"/>); empty when the goal is checked in as a
    /// whole.
    /// </summary>
    public abstract IReadOnlyList<string> PartNames { get; }

    /// <summary>From a known start to a target, up or down: open rate from 4 % to 15 %, response time from 5 to 1 hours.</summary>
    /// <param name="start">The value at the start.</param>
    /// <param name="target">The value to reach.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">Start and target are equal or less than 10^-12 apart: to hold a value use <see cref="KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static FromToGoal FromTo(decimal start, decimal target) => new(start, target);

    /// <summary>At least a value, from an unknown start: it starts where it is first seen, and from zero where check-ins add up.</summary>
    /// <param name="target">The value to reach; on it is reached.</param>
    /// <returns>The goal: of at least 20 with 14 and then 17 checked in half of the way is gone. Other readings: <see cref="ReachGoal.MetOrNot"/>,
    /// <see cref="ReachGoal.StartingAt"/>, <see cref="ReachGoal.ByDistance"/>; what begins the cycle at zero is a <see cref="Count"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal AtLeast(decimal target) => new(target, Direction.HigherIsBetter, ReachReading.FromFirstValue);

    /// <summary>At most a value, from an unknown start: it starts where it is first seen, never from zero.</summary>
    /// <param name="target">The value to stay at or below.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal AtMost(decimal target) => new(target, Direction.LowerIsBetter, ReachReading.FromFirstValue);

    /// <summary>More than a value, which itself is not enough, from an unknown start: reached or not.</summary>
    /// <param name="target">The value to go beyond.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal MoreThan(decimal target) => new(target, Direction.HigherIsBetter, ReachReading.MetOrNot, Boundary.Exclusive);

    /// <summary>Less than a value, which itself is too much, from an unknown start: reached or not.</summary>
    /// <param name="target">The value to stay below.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> lies outside ±10^15.</exception>
    public static ReachGoal LessThan(decimal target) => new(target, Direction.LowerIsBetter, ReachReading.MetOrNot, Boundary.Exclusive);

    /// <summary>A number of things counted in the cycle, from zero: three ideas implemented, 15,000 views.</summary>
    /// <param name="target">How many; above 0.</param>
    /// <returns>The goal: 6,000 of 15,000 views is 0.4.</returns>
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

    /// <summary>Parts that count by weight: <c>Goal.Weighted(Goal.Part("analysis", Goal.YesNo()), Goal.Part("ideas", Goal.Count(3)).Weighing(3))</c>.</summary>
    /// <param name="parts">At least two named parts, each name once.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">There are fewer than two parts, or a name is given twice.</exception>
    public static WeightedGoal Weighted(params IEnumerable<GoalPart> parts) => new(parts);

    /// <summary>A way in uneven steps, up or down: straight lines between checkpoints.</summary>
    /// <param name="checkpoints">At least two, from the worst value to the best; their progress never falls.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">There are fewer than two checkpoints, their values turn round or repeat, or their progress falls.</exception>
    public static CheckpointsGoal Checkpoints(params IEnumerable<Checkpoint> checkpoints) => new(checkpoints);

    /// <summary>A target with a sub-target below which nothing counts and a super-target beyond which no more counts (TeamCulture).</summary>
    /// <remarks>
    /// Worth 0.8 at the sub-target, 1 at the target and 1.2 at the super-target, in straight lines between; from 10, 20 and 25, 14 is 0.88. Other worths:
    /// <see cref="Checkpoints"/> with <see cref="CheckpointsGoal.WithNothingBelowFirst"/>.
    /// </remarks>
    /// <param name="subTarget">The worst value that counts.</param>
    /// <param name="target">The value to reach.</param>
    /// <param name="superTarget">The best value that counts.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">The target does not lie between the two others.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static CheckpointsGoal Interpolated(decimal subTarget, decimal target, decimal superTarget) =>
        Checkpoints(Checkpoint.At(subTarget, 0.8m), Checkpoint.At(target, 1m), Checkpoint.At(superTarget, 1.2m)).WithNothingBelowFirst();

    /// <summary>Fail, commit, target and stretch zones between a baseline and a stretch, up or down; commit lies at 0.3 and target at 0.7 of the way.</summary>
    /// <param name="baseline">Where it starts.</param>
    /// <param name="stretch">What would be exceptional.</param>
    /// <returns>The goal: from 0 to 10, commit is 3 and target is 7.</returns>
    /// <exception cref="ArgumentException">The two are equal: to hold a value use <see cref="KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ZonesGoal Zones(decimal baseline, decimal stretch) => Zones(
        baseline,
        Require.Amount(baseline) + (ZonesGoal.CommitShare * (Require.Amount(stretch) - baseline)),
        baseline + (ZonesGoal.TargetShare * (stretch - baseline)),
        stretch);

    /// <summary>Fail, commit, target and stretch zones with every threshold given.</summary>
    /// <param name="baseline">Where it starts.</param>
    /// <param name="commit">What is promised.</param>
    /// <param name="target">What is hoped for.</param>
    /// <param name="stretch">What would be exceptional.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">The values do not run from worst to best, each different.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15.</exception>
    public static ZonesGoal Zones(decimal baseline, decimal commit, decimal target, decimal stretch) => new(baseline, commit, target, stretch);

    /// <summary>The zones of which baseline and target are known: from 10 with a target of 6.5 the stretch is 5 and commit 8.5.</summary>
    /// <param name="baseline">Where it starts.</param>
    /// <param name="target">What is hoped for, 0.7 of the way.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">The two are equal: to hold a value use <see cref="KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or the stretch lies outside ±10^15.</exception>
    public static ZonesGoal ZonesToTarget(decimal baseline, decimal target) =>
        Zones(baseline, Require.Amount(baseline) + ((Require.Amount(target) - baseline) / ZonesGoal.TargetShare));

    /// <summary>The zones of which target and stretch are known: a target of 6.5 and a stretch of 5 start at 10 and commit 8.5.</summary>
    /// <param name="target">What is hoped for, 0.7 of the way.</param>
    /// <param name="stretch">What would be exceptional.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">The two are equal: to hold a value use <see cref="KeepWithin"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or the baseline lies outside ±10^15.</exception>
    public static ZonesGoal ZonesFromTarget(decimal target, decimal stretch) =>
        Zones((Require.Amount(target) - (ZonesGoal.TargetShare * Require.Amount(stretch))) / (1m - ZonesGoal.TargetShare), stretch);

    /// <summary>What cannot be counted, in words for what is promised, hoped for and exceptional; check-ins say which <see cref="Zone"/> is reached.</summary>
    /// <param name="commit">What is promised.</param>
    /// <param name="target">What is hoped for.</param>
    /// <param name="stretch">What would be exceptional.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public static OrdinalGoal Ordinal(string commit, string target, string stretch) => new(commit, target, stretch);

    /// <summary>Find out where something stands, before a target can be set; it never has a score.</summary>
    /// <returns>The goal.</returns>
    public static BaselineGoal FindBaseline() => BaselineGoal.Instance;

    /// <summary>A part for <see cref="AllOf"/> or <see cref="Weighted"/>.</summary>
    /// <param name="name">The name that check-ins report it by.</param>
    /// <param name="goal">What the part is to reach.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, or <paramref name="goal"/> has parts of its own or no score.</exception>
    public static GoalPart Part(string name, Goal goal) => new(name, goal);

    /// <summary>This goal on the condition that enough people answered: 8 of 10 with at least 100 answers. Achieved needs both, ends included.</summary>
    /// <param name="sample">The fewest answers that count, above 0.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sample"/> is not above 0 or exceeds 10^15.</exception>
    /// <exception cref="InvalidOperationException">The goal has parts or already has a minimum sample; give the sample to the part.</exception>
    public MinimumSampleGoal WithMinimumSample(decimal sample) => new(this, sample);

    /// <summary>
    /// This goal for a rate: from 7 to 21 meetings per week. Only full periods count, the last one unless a mean is chosen with
    /// <see cref="RateGoal.MeanOfLast"/>.
    /// </summary>
    /// <param name="cadence">Per what: day to year.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined, an hour or an event.</exception>
    /// <exception cref="InvalidOperationException">The goal is no from-to, reach, count, checkpoints or zones goal.</exception>
    public RateGoal Per(Cadence cadence) => new(this, cadence, 1);

    /// <summary>How far check-ins have come; the latest value is the current one.</summary>
    /// <param name="checkIns">The check-ins, in order.</param>
    /// <param name="cycle">The cycle, whose periods a keep-within or rate goal counts.</param>
    /// <param name="asOf">The date; later check-ins are left out.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentException">A check-in is <see langword="null"/>.</exception>
    public Progress Progress(IReadOnlyList<CheckIn> checkIns, Cycle cycle, NodaTime.LocalDate asOf) => Progress(checkIns, cycle, asOf, CurrentValue.Latest);

    /// <summary>How far check-ins have come.</summary>
    /// <param name="checkIns">The check-ins, in order.</param>
    /// <param name="cycle">The cycle, whose periods a keep-within or rate goal counts.</param>
    /// <param name="asOf">The date; later check-ins are left out.</param>
    /// <param name="current">How the check-ins become the current value.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="current"/> is undefined.</exception>
    /// <exception cref="ArgumentException">A check-in is <see langword="null"/>.</exception>
    public Progress Progress(IReadOnlyList<CheckIn> checkIns, Cycle cycle, NodaTime.LocalDate asOf, CurrentValue current)
    {
        Guard.Against.Null(cycle);
        return Measure(new CheckInHistory(new([.. Require.Copy(checkIns)]), null, cycle, asOf, Require.Defined(current)));
    }

    /// <summary>What it goes for; <see langword="null"/> for a goal to keep, to do, in words, or made of parts.</summary>
    internal abstract Aim? Aim { get; }

    /// <summary>Start and target of a goal that goes a straight way, so that any progress has its value; otherwise <see langword="null"/>.</summary>
    internal abstract (decimal Start, decimal Target)? Way { get; }

    /// <summary>Whether progress moves steadily, so that an expected value between start and end means something.</summary>
    internal abstract bool IsPaced { get; }

    /// <summary>Whether it is to be held rather than reached: expected in full at any time, and achieved only when it was held to the end.</summary>
    internal abstract bool IsHeld { get; }

    /// <summary>Whether it ever has a score.</summary>
    internal abstract bool IsScored { get; }

    /// <summary>Whether the start is known, so that a key result without check-in stands at 0 and not at "no data".</summary>
    internal abstract bool HasKnownStart { get; }

    /// <summary>Whether nobody has said where it starts, so that until it was seen twice only reaching it can be told.</summary>
    internal abstract bool IsStartUnknown { get; }

    /// <summary>Whether every check-in with a value names one of <see cref="PartNames"/>.</summary>
    internal abstract bool HasParts { get; }

    /// <summary>Whether it may ask for a minimum sample: a goal of one value whose way does not depend on every check-in.</summary>
    internal abstract bool TakesSample { get; }

    /// <summary>Whether its value may be what the check-ins of a period add up to.</summary>
    internal abstract bool TakesRate { get; }

    /// <summary>The period of a rate; otherwise <see langword="null"/>.</summary>
    internal abstract Cadence? RateCadence { get; }

    /// <summary>Whether check-ins say which <see cref="Zone"/> is reached.</summary>
    internal abstract bool IsInWords { get; }

    /// <summary>Whether it is only done or not done, so that nobody sees how close it is.</summary>
    internal abstract bool IsDoneOrNot { get; }

    /// <summary>Whether it could be work to do, because it starts from nothing: done or not done, steps, parts, a number or share of things.</summary>
    internal abstract bool CouldBeWork { get; }

    /// <summary>What check-ins that report increments add to.</summary>
    internal decimal ValueStart => Aim?.Start ?? 0m;

    /// <summary>The value at some progress, half of the way from 100 to 20 is 60; <see langword="null"/> for a goal without a straight way.</summary>
    internal decimal? ValueOnTheWay(decimal progress) => ValueOn(Way, progress);

    /// <summary>The value at some progress of a way.</summary>
    internal static decimal? ValueOn((decimal Start, decimal Target)? way, decimal progress) =>
        way is { } line ? line.Start + (progress * (line.Target - line.Start)) : null;

    /// <summary>Start and target of the straight way as the check-ins tell it; a goal without a start begins where it was first seen.</summary>
    internal virtual (decimal Start, decimal Target)? WayIn(CheckInHistory history) => Way;

    /// <summary>What its pace goes by after these check-ins.</summary>
    internal virtual Pacing PacingIn(CheckInHistory history) => IsHeld ? Pacing.Held : IsPaced ? Pacing.ByCurve : Pacing.None;

    /// <summary>What its pace goes by when it was first seen at one value and seen so many times.</summary>
    internal virtual Pacing PacingOf(decimal? first, int seen) => IsHeld ? Pacing.Held : IsPaced ? Pacing.ByCurve : Pacing.None;

    /// <summary>The value the check-ins stand at; <see langword="null"/> without one or for a goal of parts.</summary>
    internal virtual (decimal Value, decimal Sample)? Current(CheckInHistory history) => HasParts ? null : history.Current(ValueStart);

    /// <summary>How far the check-ins have come.</summary>
    internal abstract Progress Measure(CheckInHistory history);

    /// <summary>How far one value is; refused by a goal that is not told by one.</summary>
    internal abstract Progress OfValue(decimal value);

    /// <summary>How far one value is that was first seen at another, which matters only to a goal without a start.</summary>
    internal virtual Progress OfValue(decimal first, decimal value) => OfValue(value);

    /// <summary>What is left to go for after these check-ins: 5 of 10 reached leaves 5 to 10. The same goal where there is no telling.</summary>
    internal abstract Goal Remaining(CheckInHistory history);

    internal abstract Explanation Explain(Unit unit);

    /// <summary>The rest of the way from a value on; the same goal without a straight way, or where what is left is no way to go.</summary>
    internal virtual Goal OnwardsFrom(decimal? value) => Way is { } way ? RestOf(way.Target, way.Target > way.Start, value) : this;

    private protected Goal RestOf(decimal target, bool isUp, decimal? value) =>
        value is { } reached && Math.Abs(reached) <= Require.LargestAmount && (isUp ? target - reached : reached - target) >= Require.SmallestRange
            ? FromTo(reached, target)
            : this;

    private protected Progress OfCurrentValue(CheckInHistory history) =>
        Current(history) is { } current ? OfValue(current.Value)
        : HasKnownStart ? OkrKpi.Progress.NotStarted
        : OkrKpi.Progress.NoData;

    private protected InvalidOperationException NotOfOneValue() => new($"'{this}' is not told by one value.");
}
