namespace OkrKpi.Tests;

/// <summary>A goal of some kind and its answer to every question that is asked of goals.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Yes">The questions of yes or no that it answers with yes.</param>
/// <param name="OfFour">How far the value 4 is; <see langword="null"/> where one value does not tell.</param>
/// <param name="Untouched">How it stands before the first check-in.</param>
/// <param name="Rest">What remains after a check-in of 4, of the first part if it has parts.</param>
internal sealed record GoalKind(Goal Goal, string Yes, decimal? OfFour, ProgressState Untouched, Goal Rest)
{
    public Aim? Aim { get; init; }

    public (decimal Start, decimal Target)? Way { get; init; }

    public Cadence? RateCadence { get; init; }

    public string[] PartNames { get; init; } = [];

    internal static IReadOnlyList<GoalKind> All { get; } =
    [
        Straight(Goal.FromTo(0m, 10m), "IsPaced IsScored HasKnownStart TakesSample TakesRate CouldBeWork", Goal.FromTo(4m, 10m), 0m, 10m),
        Straight(Goal.FromTo(10m, 0m), "IsPaced IsScored HasKnownStart TakesSample TakesRate", Goal.FromTo(4m, 0m), 10m, 0m),
        Straight(Goal.Count(10m), "IsPaced IsScored HasKnownStart TakesSample TakesRate CouldBeWork", Goal.FromTo(4m, 10m), 0m, 10m),
        Towards(
            Goal.AtLeast(10m), "IsPaced IsScored IsStartUnknown TakesSample TakesRate CouldBeWork", 0m, ProgressState.NoData,
                new(null, 10m, Direction.HigherIsBetter)) with
        {
            Rest = Goal.FromTo(4m, 10m),
        },
        Towards(Goal.AtMost(10m), "IsPaced IsScored IsStartUnknown TakesSample TakesRate", 1m, ProgressState.NoData, new(null, 10m, Direction.LowerIsBetter)),
        Towards(Goal.AtMost(1m), "IsPaced IsScored IsStartUnknown TakesSample TakesRate", 0m, ProgressState.NoData, new(null, 1m, Direction.LowerIsBetter)) with
        {
            Rest = Goal.FromTo(4m, 1m),
        },
        Towards(Goal.MoreThan(4m), "IsScored IsStartUnknown TakesSample TakesRate", 0m, ProgressState.NoData, new(null, 4m, Direction.HigherIsBetter)),
        Towards(Goal.LessThan(4m), "IsScored IsStartUnknown TakesSample TakesRate", 0m, ProgressState.NoData, new(null, 4m, Direction.LowerIsBetter)),
        Towards(Goal.AtLeast(10m).ByDistance(), "IsScored TakesSample TakesRate CouldBeWork", 0.4m, ProgressState.NoData,
            new(null, 10m, Direction.HigherIsBetter)),
        Towards(Goal.AtLeast(10m).MetOrNot(), "IsScored IsStartUnknown TakesSample TakesRate CouldBeWork", 0m, ProgressState.NoData,
            new(null, 10m, Direction.HigherIsBetter)),
        Towards(Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(5m, 0.5m), Checkpoint.At(20m, 1m)),
            "IsPaced IsScored HasKnownStart TakesSample TakesRate", 0.4m, ProgressState.NotStarted, new(0m, 20m, Direction.HigherIsBetter)) with
        {
            Rest = Goal.Checkpoints(Checkpoint.At(4m, 0m), Checkpoint.At(5m, 0.1m / 0.6m), Checkpoint.At(20m, 1m)),
        },
        Towards(Goal.Checkpoints(Checkpoint.At(5m, 0.4m), Checkpoint.At(0m, 1m)), "IsScored TakesSample TakesRate", 0.52m, ProgressState.NoData,
            new(null, 0m, Direction.LowerIsBetter)) with
        {
            Rest = Goal.Checkpoints(Checkpoint.At(4m, 0m), Checkpoint.At(0m, 1m)),
        },
        Towards(Goal.Interpolated(5m, 10m, 20m), "IsScored TakesSample TakesRate", 0m, ProgressState.NoData, new(null, 10m, Direction.HigherIsBetter)),
        Towards(Goal.Zones(0m, 10m), "IsPaced IsScored HasKnownStart TakesSample TakesRate", 0.4m, ProgressState.NotStarted,
            new(0m, 10m, Direction.HigherIsBetter)) with
        {
            Rest = Goal.Checkpoints(Checkpoint.At(4m, 0m), Checkpoint.At(7m, 0.5m), Checkpoint.At(10m, 1m)),
        },
        Towards(Goal.Zones(10m, 0m), "IsPaced IsScored HasKnownStart TakesSample TakesRate", 0.6m, ProgressState.NotStarted,
            new(10m, 0m, Direction.LowerIsBetter)) with
        {
            Rest = Goal.Checkpoints(Checkpoint.At(4m, 0m), Checkpoint.At(3m, 0.25m), Checkpoint.At(0m, 1m)),
        },
        Aimless(Goal.KeepWithin(Band.Between(3m, 5m)), "IsHeld IsScored", 1m, ProgressState.NoData),
        Aimless(Goal.YesNo(), "IsScored HasKnownStart TakesSample IsDoneOrNot CouldBeWork", 1m, ProgressState.NotStarted),
        Aimless(Goal.Ordinal("one", "two", "three"), "IsScored HasKnownStart IsInWords", 1m, ProgressState.NotStarted),
        Aimless(Goal.FindBaseline(), "", null, ProgressState.NotScored),
        Parts(Goal.Milestones("a", "b"), "IsScored HasKnownStart HasParts CouldBeWork", ProgressState.NotStarted, Goal.Milestones("b")),
        Parts(Goal.AllOf(Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.Count(3m))), "IsScored HasKnownStart HasParts CouldBeWork",
            ProgressState.NotStarted,
            Goal.AllOf(Goal.Part("a", Goal.FromTo(4m, 10m)), Goal.Part("b", Goal.Count(3m)))),
        Parts(Goal.AllOf(Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.AtLeast(3m))), "IsScored IsStartUnknown HasParts CouldBeWork",
            ProgressState.NoData,
            Goal.AllOf(Goal.Part("a", Goal.FromTo(4m, 10m)), Goal.Part("b", Goal.AtLeast(3m)))),
        Parts(Goal.Weighted(Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.Count(3m)).Weighing(2m)),
            "IsPaced IsScored HasKnownStart HasParts CouldBeWork", ProgressState.NotStarted,
            Goal.Weighted(Goal.Part("a", Goal.FromTo(4m, 10m)), Goal.Part("b", Goal.Count(3m)).Weighing(2m))),
        Parts(Goal.Weighted(Goal.Part("a", Goal.YesNo()), Goal.Part("b", Goal.AtLeast(3m))), "IsScored IsStartUnknown HasParts CouldBeWork",
            ProgressState.NoData, Goal.AtLeast(3m)),
        new(Goal.FromTo(0m, 10m).Per(Cadence.Week), "IsPaced IsScored HasKnownStart CouldBeWork", null, ProgressState.NotStarted,
            Goal.FromTo(4m, 10m).Per(Cadence.Week))
        {
            Aim = new(0m, 10m, Direction.HigherIsBetter), RateCadence = Cadence.Week,
        },
        new(Goal.AtLeast(10m).Per(Cadence.Month), "IsPaced IsScored IsStartUnknown CouldBeWork", null, ProgressState.NoData,
            Goal.FromTo(4m, 10m).Per(Cadence.Month))
        {
            Aim = new(null, 10m, Direction.HigherIsBetter), RateCadence = Cadence.Month,
        },
        new(Goal.FromTo(10m, 0m).WithMinimumSample(5m), "IsScored", null, ProgressState.NoData,
            Goal.FromTo(4m, 0m).WithMinimumSample(5m)) { Aim = new(10m, 0m, Direction.LowerIsBetter) },
        new(Goal.AtMost(3m).WithMinimumSample(6m), "IsScored IsStartUnknown", null, ProgressState.NoData,
            Goal.AtMost(3m).WithMinimumSample(6m)) { Aim = new(null, 3m, Direction.LowerIsBetter) },
    ];

    private static GoalKind Straight(Goal goal, string yes, Goal rest, decimal start, decimal target) =>
        new(goal, yes, (4m - start) / (target - start), ProgressState.NotStarted, rest)
        {
            Aim = new(start, target, target > start ? Direction.HigherIsBetter : Direction.LowerIsBetter),
            Way = (start, target),
        };

    private static GoalKind Towards(Goal goal, string yes, decimal ofFour, ProgressState untouched, Aim aim) =>
        new(goal, yes, ofFour, untouched, goal) { Aim = aim };

    private static GoalKind Aimless(Goal goal, string yes, decimal? ofFour, ProgressState untouched) => new(goal, yes, ofFour, untouched, goal);

    private static GoalKind Parts(Goal goal, string yes, ProgressState untouched, Goal rest) =>
        new(goal, yes, null, untouched, rest) { PartNames = ["a", "b"] };
}
