namespace OkrKpi.Tests;

/// <summary>Goals are equal when all of them is, and say in words what tells them apart.</summary>
public sealed class GoalEqualityTests
{
    // In each row the first goal, made once more, and goals that differ from it in one thing.
    public static TheoryData<Func<object>, object[]> Rows => new()
    {
        { () => Goal.FromTo(1m, 2m), [Goal.FromTo(0m, 2m), Goal.FromTo(1m, 3m), Goal.Count(2m)] },
        { () => Goal.AtLeast(5m), [Goal.AtLeast(6m), Goal.AtMost(5m), Goal.MoreThan(5m), Goal.AtLeast(5m).ByDistance(),
            Goal.AtLeast(5m).MetOrNot()] },
        { () => Goal.Count(5m), [Goal.Count(6m)] },
        { () => Goal.YesNo(), [Goal.FindBaseline()] },
        { () => Goal.FindBaseline(), [Goal.YesNo()] },
        { () => Goal.Ordinal("a", "b", "c"), [Goal.Ordinal("A", "b", "c"), Goal.Ordinal("a", "B", "c"), Goal.Ordinal("a", "b", "C")] },
        { () => Goal.Zones(1m, 2m, 3m, 4m), [Goal.Zones(0m, 2m, 3m, 4m), Goal.Zones(1m, 2m, 3m, 5m), Goal.Zones(1m, 2.5m, 3m, 4m)] },
        { () => Goal.Milestones("a", "b"), [Goal.Milestones("b", "a"), Goal.Milestones("a"), Goal.Milestones("a", "b").WithPartialCredit(),
            Goal.Milestones(Milestone.Of("a", 2m), Milestone.Of("b"))] },
        { () => Milestone.Of("a", 2m), [Milestone.Of("A", 2m), Milestone.Of("a", 3m)] },
        { () => Checkpoint.At(1m, 0.5m), [Checkpoint.At(2m, 0.5m), Checkpoint.At(1m, 0.6m)] },
        { () => Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(1m, 1m)),
            [Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(2m, 1m)),
                Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(1m, 1m)).WithNothingBelowFirst()] },
        { () => Goal.Part("a", Goal.YesNo()).Weighing(2m), [Goal.Part("A", Goal.YesNo()).Weighing(2m), Goal.Part("a", Goal.Count(1m)).Weighing(2m),
            Goal.Part("a", Goal.YesNo())] },
        { () => Goal.AllOf(Parts("a", "b")), [Goal.AllOf(Parts("b", "a")), Goal.AllOf(Parts("a", "b", "c")), Goal.Weighted(Parts("a", "b"))] },
        { () => Goal.Weighted(Parts("a", "b")), [Goal.Weighted(Parts("b", "a")), Goal.Weighted(Parts("a", "b", "c")), Goal.AllOf(Parts("a", "b"))] },
        { () => Goal.AtLeast(8m).WithMinimumSample(5m), [Goal.AtLeast(9m).WithMinimumSample(5m), Goal.AtLeast(8m).WithMinimumSample(6m)] },
        { () => Goal.AtLeast(8m).Per(Cadence.Week), [Goal.AtLeast(9m).Per(Cadence.Week), Goal.AtLeast(8m).Per(Cadence.Month),
            Goal.AtLeast(8m).Per(Cadence.Week).MeanOfLast(2)] },
        {
            () => Goal.KeepWithin(Band.Between(1m, 2m)),
            [
                Goal.KeepWithin(Band.Between(1m, 3m)), Kept.Read(KeepReading.CurrentValue), Kept.Every(Cadence.Day), Kept.Strictly(), Kept.WithTolerance(1m),
                Kept.AtRiskOutside(Band.AtLeast(0m)),
            ]
        },
    };

    private static KeepWithinGoal Kept => Goal.KeepWithin(Band.Between(1m, 2m));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_equal_to_what_is_made_alike_and_to_nothing_else(Func<object> make, object[] others)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(others);
        Assert.Equal(make(), make());
        Assert.Equal(make().GetHashCode(), make().GetHashCode());
        Assert.False(make().Equals(null));
        Assert.False(make().Equals("a text"));
        Assert.All(others, other => Assert.False(make().Equals(other) || other.Equals(make())));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Explains_itself_in_other_words_than_what_differs(Func<object> make, object[] others)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(others);
        if (make() is not Goal goal)
        {
            return;
        }

        // The tolerance and the risk threshold do not change what the goal is, and a milestone's weight is told by its share.
        var told = others.Cast<Goal>().Where(other =>
            other is not (KeepWithinGoal { Tolerance: > 0m } or KeepWithinGoal { RiskBand: not null } or MilestonesGoal { Steps: [{ Weight: 2m }, ..] }));
        Assert.All(told, other => Assert.NotEqual(Explained(goal), Explained(other)));

        static string Explained(Goal goal) => goal.Explain(Unit.Percent).ToString();
    }

    [Fact]
    public void Reads_as_it_is()
    {
        Assert.Equal("from 1.5 to 2", Goal.FromTo(1.5m, 2m).ToString());
        Assert.Equal(["at least 5", "at most 5", "more than 5", "less than 5"],
            new[] { Goal.AtLeast(5m), Goal.AtMost(5m), Goal.MoreThan(5m), Goal.LessThan(5m) }.Select(goal => goal.ToString()));
        Assert.Equal("2.5 from zero", Goal.Count(2.5m).ToString());
        Assert.Equal("keep within 1 to 2", Kept.ToString());
        Assert.Equal("keep strictly within 1 to 2", Kept.Strictly().ToString());
        Assert.Equal("milestones a, b", Goal.Milestones("a", "b").ToString());
        Assert.Equal("a (2.5)", Milestone.Of("a", 2.5m).ToString());
        Assert.Equal("all of a: done or not; b: done or not", Goal.AllOf(Parts("a", "b")).ToString());
        Assert.Equal("by weight a: done or not; b: done or not", Goal.Weighted(Parts("a", "b")).ToString());
        Assert.Equal("checkpoints 0 is 0, 1 is 0.5", Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(1m, 0.5m)).ToString());
        Assert.Equal(
            "checkpoints 0 is 0, 1 is 0.5, nothing below",
            Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(1m, 0.5m)).WithNothingBelowFirst().ToString());
        Assert.Equal("from 1: commit 2, target 3, stretch 4", Goal.Zones(1m, 2m, 3m, 4m).ToString());
        Assert.Equal("commit: a; target: b; stretch: c", Goal.Ordinal("a", "b", "c").ToString());
        Assert.Equal("find the baseline", Goal.FindBaseline().ToString());
        Assert.Equal("at least 8 with at least 5 answers", Goal.AtLeast(8m).WithMinimumSample(5m).ToString());
        Assert.Equal("at least 8 per Week", Goal.AtLeast(8m).Per(Cadence.Week).ToString());
        Assert.Equal("at least 8 per Week, mean of the last 2", Goal.AtLeast(8m).Per(Cadence.Week).MeanOfLast(2).ToString());
    }

    private static GoalPart[] Parts(params string[] names) => [.. names.Select(name => Goal.Part(name, Goal.YesNo()))];
}
