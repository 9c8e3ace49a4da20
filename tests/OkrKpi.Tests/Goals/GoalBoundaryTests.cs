namespace OkrKpi.Tests;

/// <summary>Goals of one value: exactly on a boundary, a step before it and a step behind.</summary>
public sealed class GoalBoundaryTests
{
    private const decimal Smallest = 0.000_000_000_001m;
    private const decimal Largest = 1_000_000_000_000_000m;

    [Fact]
    public void Start_and_target_are_at_least_10_to_the_minus_12_apart()
    {
        Assert.Equal(Smallest, Goal.FromTo(0m, Smallest).Distance);
        Assert.Equal(Smallest, Goal.FromTo(Smallest, 0m).Distance);
        Assert.Throws<ArgumentException>("target", () => Goal.FromTo(0m, Smallest / 2m));
        Assert.Throws<ArgumentException>("target", () => Goal.FromTo(3m, 3m));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => Goal.FromTo(Largest + 1m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => Goal.FromTo(0m, -Largest - 1m));
    }

    [Theory]
    [InlineData(100, 20, 80, 20, 60)]
    [InlineData(100, 20, 110, -10, 90)]
    [InlineData(100, 20, 20, 80, 0)]
    [InlineData(100, 20, 10, 90, 0)]
    [InlineData(10, 25, 12, 2, 13)]
    [InlineData(10, 25, 8, -2, 17)]
    [InlineData(10, 25, 25, 15, 0)]
    [InlineData(10, 25, 30, 20, 0)]
    public void Done_and_left_of_a_way_up_and_down(int start, int target, int value, int completed, int remaining)
    {
        var goal = Goal.FromTo(start, target);
        Assert.Equal((completed, remaining), (goal.Completed(value), goal.Remaining(value)));
        Assert.Equal(target > start ? Direction.HigherIsBetter : Direction.LowerIsBetter, goal.Direction);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(value), () => goal.Completed(Largest + 1m));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(value), () => goal.Remaining(-Largest - 1m));
    }

    [Fact]
    public void A_progress_of_a_thousand_ways_still_has_a_value()
    {
        Assert.Equal(-79_900m, Goal.FromTo(100m, 20m).ValueAt(1_000m));
        Assert.Equal(80_100m, Goal.FromTo(100m, 20m).ValueAt(-1_000m));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Goal.FromTo(100m, 20m).ValueAt(1_000.1m));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Goal.FromTo(100m, 20m).ValueAt(-1_000.1m));
    }

    [Fact]
    public void A_count_goes_to_something_above_0()
    {
        Assert.Equal(1m, Goal.Count(Smallest).Progress(Smallest).Raw);
        Assert.Equal(Largest, Goal.Count(Largest).Target);
        Assert.Throws<ArgumentOutOfRangeException>("target", () => Goal.Count(0m));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => Goal.Count(Largest + 1m));
    }

    [Fact]
    public void On_the_number_is_reached_unless_the_goal_is_strict()
    {
        decimal?[] Of(ReachGoal goal) => [goal.Progress(9.9m).Raw, goal.Progress(10m).Raw, goal.Progress(10.1m).Raw];
        Assert.Equal([0m, 1m, 1m], Of(Goal.AtLeast(10m)));
        Assert.Equal([1m, 1m, 0m], Of(Goal.AtMost(10m)));
        Assert.Equal([0m, 0m, 1m], Of(Goal.MoreThan(10m)));
        Assert.Equal([1m, 0m, 0m], Of(Goal.LessThan(10m)));
    }

    [Fact]
    public void By_distance_a_miss_is_a_share_of_the_target()
    {
        Assert.Equal([0.9m, 1m, 1.1m], new[] { 90m, 100m, 110m }.Select(value => Goal.AtLeast(100m).ByDistance().Progress(value).Raw!.Value));
        Assert.Equal([1.1m, 1m, 0.9m], new[] { 90m, 100m, 110m }.Select(value => Goal.AtMost(100m).ByDistance().Progress(value).Raw!.Value));
        Assert.Equal([1.1m, 0.9m], new[] { -90m, -110m }.Select(value => Goal.AtLeast(-100m).ByDistance().Progress(value).Raw!.Value));
    }

    [Fact]
    public void Of_a_target_of_next_to_nothing_there_is_no_share()
    {
        Assert.Equal(0m, Goal.AtLeast(Smallest / 2m).ByDistance().Progress(0m).Raw);
        Assert.Equal(1m, Goal.AtLeast(0m).ByDistance().Progress(5m).Raw);
        Assert.Equal(2m, Goal.AtLeast(Smallest).ByDistance().Progress(2m * Smallest).Raw);
    }

    [Fact]
    public void A_strict_goal_has_no_share_of_the_way()
    {
        Assert.Throws<InvalidOperationException>(() => Goal.MoreThan(10m).ByDistance());
        Assert.Throws<InvalidOperationException>(() => Goal.LessThan(10m).FromFirstValue());
        Assert.Throws<InvalidOperationException>(() => Goal.MoreThan(10m).StartingAt(5m));
    }

    [Fact]
    public void A_start_known_after_all_is_short_of_the_target()
    {
        Assert.Equal(Goal.FromTo(9.9m, 10m), Goal.AtLeast(10m).StartingAt(9.9m));
        Assert.Equal(Goal.FromTo(10.1m, 10m), Goal.AtMost(10m).StartingAt(10.1m));
        Assert.Throws<ArgumentException>("start", () => Goal.AtLeast(10m).StartingAt(10m));
        Assert.Throws<ArgumentException>("start", () => Goal.AtMost(10m).StartingAt(10m));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => Goal.AtMost(10m).StartingAt(Largest + 1m));
    }

    [Theory]
    [InlineData(-1, -0.1)]
    [InlineData(0, 0)]
    [InlineData(5, 0.5)]
    [InlineData(7.5, 0.75)]
    [InlineData(10, 1)]
    [InlineData(11, 1.1)]
    public void Checkpoints_of_0_and_1_go_on_beyond_both_ends_up_and_down(double value, double raw)
    {
        Assert.Equal((decimal)raw, Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(5m, 0.5m), Checkpoint.At(10m, 1m)).Progress((decimal)value).Raw);
        Assert.Equal((decimal)raw, Goal.Checkpoints(Checkpoint.At(10m, 0m), Checkpoint.At(5m, 0.5m), Checkpoint.At(0m, 1m)).Progress(10m - (decimal)value).Raw);
    }

    [Theory]
    [InlineData(9.9, 0.4, 0)]
    [InlineData(10, 0.4, 0.4)]
    [InlineData(15, 0.8, 0.8)]
    [InlineData(20, 1.2, 1.2)]
    [InlineData(25, 1.2, 1.2)]
    public void Other_checkpoints_end_at_their_ends_or_are_worth_nothing_below_the_first(double value, double raw, double orNothing)
    {
        var goal = Goal.Checkpoints(Checkpoint.At(10m, 0.4m), Checkpoint.At(20m, 1.2m));
        Assert.Equal((decimal)raw, goal.Progress((decimal)value).Raw);
        Assert.Equal((decimal)orNothing, goal.WithNothingBelowFirst().Progress((decimal)value).Raw);
    }

    [Fact]
    public void Checkpoints_from_0_with_nothing_below_have_no_start()
    {
        var goal = Goal.Checkpoints(Checkpoint.At(10m, 0m), Checkpoint.At(20m, 1m));
        Assert.Equal(-0.5m, goal.Progress(5m).Raw);
        Assert.Equal(0m, goal.WithNothingBelowFirst().Progress(5m).Raw);
        Assert.True(goal.HasKnownStart);
        Assert.False(goal.WithNothingBelowFirst().HasKnownStart);
        Assert.Equal(goal.WithNothingBelowFirst(), goal.WithNothingBelowFirst().WithNothingBelowFirst());
    }

    [Fact]
    public void Checkpoints_run_one_way_and_never_fall()
    {
        static CheckpointsGoal Of(params (decimal Value, decimal Progress)[] points) =>
            Goal.Checkpoints(points.Select(point => Checkpoint.At(point.Value, point.Progress)));

        Assert.Equal(2, Of((0m, 0.5m), (Smallest, 0.5m)).Points.Count);
        Assert.Equal(3, Of((3m, 0m), (2m, 0m), (1m, 1m)).Points.Count);
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0m), (Smallest / 2m, 1m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0m), (0m, 1m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0m), (2m, 0.5m), (1m, 1m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((2m, 0m), (0m, 0.5m), (1m, 1m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0m), (1m, 0.5m), (2m, 0.499m)));
        Assert.Throws<ArgumentException>("checkpoints", () => Of((0m, 0.5m), (1m, 0.499m)));
    }

    [Fact]
    public void A_checkpoint_is_worth_0_to_10()
    {
        Assert.Equal([0m, 10m], new[] { Checkpoint.At(Largest, 0m), Checkpoint.At(-Largest, 10m) }.Select(point => point.Progress));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Checkpoint.At(1m, -0.001m));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Checkpoint.At(1m, 10.001m));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Checkpoint.At(Largest + 1m, 1m));
    }

    [Theory]
    [InlineData(2.9, Zone.Fail)]
    [InlineData(3, Zone.Commit)]
    [InlineData(6.9, Zone.Commit)]
    [InlineData(7, Zone.Target)]
    [InlineData(9.9, Zone.Target)]
    [InlineData(10, Zone.Stretch)]
    [InlineData(11, Zone.Stretch)]
    [InlineData(-1, Zone.Fail)]
    public void On_a_threshold_a_value_lies_in_the_better_zone_up_and_down(double value, Zone zone)
    {
        Assert.Equal(zone, Goal.Zones(0m, 10m).ZoneOf((decimal)value));
        Assert.Equal(zone, Goal.Zones(10m, 0m).ZoneOf(10m - (decimal)value));
    }

    [Fact]
    public void Zones_follow_from_any_two_of_baseline_target_and_stretch()
    {
        Assert.Equal(Goal.Zones(10m, 8.5m, 6.5m, 5m), Goal.Zones(10m, 5m));
        Assert.Equal(Goal.Zones(10m, 5m), Goal.ZonesToTarget(10m, 6.5m));
        Assert.Equal(Goal.Zones(10m, 5m), Goal.ZonesFromTarget(6.5m, 5m));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Goal.Zones(0m, 1m).ZoneOf(Largest + 1m));
        Assert.Throws<ArgumentException>(() => Goal.Zones(1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => Goal.Zones(Largest + 1m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>("stretch", () => Goal.Zones(0m, Largest + 1m));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1, 0)]
    [InlineData(1.9, 0)]
    [InlineData(2, 0.3)]
    [InlineData(2.9, 0.3)]
    [InlineData(3, 0.7)]
    [InlineData(3.9, 0.7)]
    [InlineData(4, 1)]
    public void Between_two_zones_the_lower_one_counts(double value, double raw) =>
        Assert.Equal((decimal)raw, Goal.Ordinal("a", "b", "c").OfValue((decimal)value).Raw);

    [Fact]
    public void A_zone_in_words_is_worth_what_a_zone_is_worth()
    {
        Assert.Equal([0m, 0.3m, 0.7m, 1m], Enum.GetValues<Zone>().Select(zone => Goal.Ordinal("a", "b", "c").Progress(zone).Raw!.Value));
        Assert.Throws<ArgumentOutOfRangeException>("zone", () => Goal.Ordinal("a", "b", "c").Progress((Zone)5));
        Assert.Throws<ArgumentException>("target", () => Goal.Ordinal("a", " ", "c"));
    }

    [Fact]
    public void Done_is_1_or_more() => Assert.Equal([0m, 0m, 1m, 1m], new[] { 0m, 0.99m, 1m, 2m }.Select(value => Goal.YesNo().Progress(value).Raw!.Value));

    [Fact]
    public void Exactly_enough_answers_are_enough()
    {
        var goal = Goal.AtLeast(8m).WithMinimumSample(100m);
        Assert.Equal([SampleState.NoAnswers, SampleState.TooFewAnswers, SampleState.Met, SampleState.Met],
            new[] { 0m, 99.9m, 100m, 101m }.Select(sample => goal.StateOf(8m, sample)));
        Assert.Equal(SampleState.NotMet, goal.StateOf(7.9m, 100m));
        Assert.Equal(Progress.Of(1m), Goal.YesNo().WithMinimumSample(Smallest).Progress(1m, Smallest));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => goal.Progress(8m, -0.1m));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => goal.Progress(Largest + 1m, 100m));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => Goal.YesNo().WithMinimumSample(0m));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => Goal.YesNo().WithMinimumSample(Largest + 1m));
    }
}
