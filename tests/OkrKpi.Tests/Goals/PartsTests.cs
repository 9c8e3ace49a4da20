using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Goals of steps and parts.</summary>
public sealed class PartsTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 0.25, 0)]
    [InlineData(0.99, 0.495, 0)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(2, 0.5, 0.5)]
    public void A_step_half_done_counts_only_with_partial_credit(double value, double withCredit, double without)
    {
        var goal = Goal.Milestones("a", "b");
        CheckIn[] checkIns = [CheckIn.On(Mid, (decimal)value).Of("a")];
        Assert.Equal(Progress.Of((decimal)withCredit), goal.WithPartialCredit().Progress(checkIns, Quarter, Mid));
        Assert.Equal(Progress.Of((decimal)without), goal.Progress(checkIns, Quarter, Mid));
        Assert.False(goal.GivesPartialCredit);
        Assert.True(goal.WithPartialCredit().WithPartialCredit().GivesPartialCredit);
    }

    [Fact]
    public void Steps_count_by_weight()
    {
        var goal = Goal.Milestones(Milestone.Of("a"), Milestone.Of("b", 3m));
        Assert.Equal([0m, 0.25m, 0.75m, 1m], new string[][] { [], ["a"], ["b"], ["b", "a"] }.Select(done => goal.Progress(done).Raw!.Value));
        Assert.Contains("a, b", Assert.Throws<ArgumentException>("done", () => goal.Progress("c")).Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], goal.PartNames);
    }

    [Fact]
    public void Steps_have_names_of_their_own_and_weights_above_0()
    {
        Assert.Single(Goal.Milestones("a").Steps);
        Assert.Equal([0.000_000_000_001m, 1_000_000m], new[] { 0.000_000_000_001m, 1_000_000m }.Select(weight => Milestone.Of("a", weight).Weight));
        Assert.Throws<ArgumentException>("milestones", () => Goal.Milestones(Array.Empty<string>()));
        Assert.Throws<ArgumentException>("milestones", () => Goal.Milestones("a", "a"));
        Assert.Throws<ArgumentException>("name", () => Milestone.Of(" "));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => Milestone.Of("a", 0m));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => Milestone.Of("a", 1_000_001m));
    }

    [Fact]
    public void Parts_are_two_or_more_with_names_of_their_own_a_score_and_no_parts()
    {
        var part = Goal.Part("a", Goal.YesNo());
        Assert.Equal("a", part.Name);
        Assert.Equal([part], Goal.AllOf(part, Goal.Part("b", Goal.YesNo())).Parts.Take(1));
        Assert.Throws<ArgumentException>("parts", () => Goal.AllOf(part));
        Assert.Throws<ArgumentException>("parts", () => Goal.Weighted(part));
        Assert.Throws<ArgumentException>("parts", () => Goal.AllOf(part, part));
        Assert.Throws<ArgumentException>("parts", () => Goal.AllOf(part, Goal.Part("b", Goal.YesNo()).Weighing(2m)));
        Assert.Throws<ArgumentException>("goal", () => Goal.Part("a", Goal.Milestones("b")));
        Assert.Throws<ArgumentException>("goal", () => Goal.Part("a", Goal.FindBaseline()));
        Assert.Throws<ArgumentException>("name", () => Goal.Part("", Goal.YesNo()));
        Assert.Throws<ArgumentNullException>("goal", () => Goal.Part("a", null!));
    }

    [Fact]
    public void A_part_weighs_something_and_keeps_the_rest_of_itself()
    {
        var part = Goal.Part("a", Goal.Count(3m));
        GoalPart[] weighed = [part, part.Weighing(0.000_000_000_001m), part.Weighing(1_000_000m)];
        Assert.Equal([1m, 0.000_000_000_001m, 1_000_000m], weighed.Select(each => each.Weight));
        Assert.Equal(part, part.Weighing(2m).Weighing(1m));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => part.Weighing(0m));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => part.Weighing(1_000_001m));
        Assert.Equal("a: 3 from zero", part.ToString());
    }

    [Fact]
    public void All_parts_are_as_far_as_the_weakest_and_parts_by_weight_as_their_mean()
    {
        GoalPart[] parts = [Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.FromTo(0m, 10m))];
        CheckIn[] checkIns = [CheckIn.On(Mid, 20m).Of("a"), CheckIn.On(Mid, 4m).Of("b")];
        Assert.Equal(Progress.Of(0.4m), Goal.AllOf(parts).Progress(checkIns, Quarter, Mid));
        Assert.Equal(Progress.Of(0.55m), Goal.Weighted(parts[0], parts[1].Weighing(3m)).Progress(checkIns, Quarter, Mid));
    }

    [Fact]
    public void A_part_nobody_can_judge_leaves_the_whole_without_a_score()
    {
        GoalPart[] parts = [Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.AtLeast(10m))];
        CheckIn[] checkIns = [CheckIn.On(Mid, 5m).Of("a")];
        Assert.Equal(Progress.NoData, Goal.AllOf(parts).Progress(checkIns, Quarter, Mid));
        Assert.Equal(Progress.NoData, Goal.Weighted(parts).Progress(checkIns, Quarter, Mid));
    }

    [Fact]
    public void Parts_move_steadily_by_weight_when_each_does()
    {
        GoalPart[] steady = [Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.Count(3m))];
        Assert.True(Goal.Weighted(steady).IsPaced);
        Assert.False(Goal.Weighted([.. steady, Goal.Part("c", Goal.YesNo())]).IsPaced);
    }
}
