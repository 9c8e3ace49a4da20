using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What a key result that was not achieved goes for in the next cycle, when it starts at the value reached.</summary>
public sealed class WhatRemainsTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate August = new(2026, 8, 12);

    [Fact]
    public void A_way_goes_on_from_the_value_reached()
    {
        Assert.Equal(Goal.FromTo(5m, 10m), Left(Goal.FromTo(0m, 10m), 5m));
        Assert.Equal(Goal.FromTo(80m, 20m), Left(Goal.FromTo(100m, 20m), 80m));
        Assert.Equal(Goal.FromTo(1m, 3m), Left(Goal.Count(3m), 1m));
    }

    [Fact]
    public void The_value_reached_is_the_one_reported_to_the_last_digit()
    {
        // A third of the way is 0.333..., and the way times that 0.999...
        Assert.Equal(Goal.FromTo(1m, 3m), Left(Goal.FromTo(0m, 3m), 1m));
        Assert.Equal(Goal.FromTo(1_000_000_000_000_000m / 7m, 1_000_000_000_000_000m),
            Left(Goal.FromTo(3m, 1_000_000_000_000_000m), 1_000_000_000_000_000m / 7m));
    }

    [Fact]
    public void Of_increments_it_is_what_they_add_up_to() =>
        Assert.Equal(Goal.FromTo(13m, 20m), Left(Goal.FromTo(10m, 20m), CurrentValue.Sum, CheckIn.On(August, 2m), CheckIn.On(August, 1m)));

    [Fact]
    public void A_sum_of_14_of_20_leaves_6_whatever_the_goal()
    {
        CheckIn[] sums = [CheckIn.On(August, 10m), CheckIn.On(August, 4m)];
        foreach (var goal in new Goal[]
                 {
                     Goal.AtLeast(20m), Goal.Count(20m), Goal.FromTo(0m, 20m), Goal.Zones(0m, 20m),
                     Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(5m, 0.5m), Checkpoint.At(20m, 1m)),
                 })
        {
            var next = Objective.Define("o", "An objective", Quarter)
                .With(KeyResult.Define("kr", "A key result", Unit.Count("thing"), goal).Taking(CurrentValue.Sum).With(sums))
                .CarriedOver("next", NextQuarter).KeyResults.Single();
            Assert.Equal((0m, 6m), (next.Score(NextQuarter, NextQuarter.Start).Score, next.Score(NextQuarter, NextQuarter.Start).Remaining));
            var closer = next.With(CheckIn.On(NextQuarter.Start, 6m)).Score(NextQuarter, NextQuarter.Start);
            Assert.Equal((true, 0m), (closer.IsAchieved, closer.Remaining));
        }
    }

    [Fact]
    public void At_least_and_at_most_go_on_from_where_they_stand()
    {
        Assert.Equal(Goal.FromTo(14.2m, 20m), Left(Goal.AtLeast(20m), 12m, 14.2m));
        Assert.Equal(Goal.FromTo(6m, 5m), Left(Goal.AtMost(5m), 6m));
        Assert.Equal(Goal.AtLeast(20m), Left(Goal.AtLeast(20m)));
    }

    [Fact]
    public void Of_steps_those_ahead_remain_with_what_was_left_of_the_progress_as_a_whole()
    {
        Assert.Equal(Goal.Checkpoints(Checkpoint.At(5m, 0m), Checkpoint.At(7m, 0.4m), Checkpoint.At(10m, 1m)), Left(Goal.Zones(0m, 10m), 5m));
        Assert.Equal(
            Goal.Checkpoints(Checkpoint.At(-2m, 0m), Checkpoint.At(0m, 1m / 6m), Checkpoint.At(10m, 1m)),
            Left(Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(10m, 1m)), -2m));
        Assert.Equal(
            Goal.Checkpoints(Checkpoint.At(15m, 0m), Checkpoint.At(20m, 1m), Checkpoint.At(25m, 3m)), Left(Goal.Interpolated(10m, 20m, 25m), 15m));

        // The value on a step leaves that step behind, and what is beyond the target is worth 10 at most.
        Assert.Equal(Goal.Checkpoints(Checkpoint.At(7m, 0m), Checkpoint.At(10m, 1m)), Left(Goal.Zones(0m, 10m), 7m));
        Assert.Equal(10m, Assert.IsType<CheckpointsGoal>(Left(Goal.Interpolated(10m, 20m, 25m), 19.99m)).Points[^1].Progress);
        Assert.Equal(Goal.Zones(0m, 10m), Left(Goal.Zones(0m, 10m), 0m));
        Assert.Equal(Goal.Zones(0m, 10m), Left(Goal.Zones(0m, 10m)));
    }

    [Fact]
    public void A_way_that_nobody_went_stays_as_it_was()
    {
        Assert.Equal(Goal.FromTo(0m, 10m), Left(Goal.FromTo(0m, 10m)));
        Assert.Equal(Goal.Count(3m), Left(Goal.Count(3m)));
    }

    [Fact]
    public void A_rest_of_the_way_too_short_to_be_one_leaves_the_goal_as_it_was()
    {
        Assert.Equal(Goal.FromTo(9.999_999_999_999m, 10m), Left(Goal.FromTo(0m, 10m), 9.999_999_999_999m));
        Assert.Equal(Goal.FromTo(0m, 10m), Left(Goal.FromTo(0m, 10m), 9.999_999_999_999_1m));
    }

    [Fact]
    public void A_value_far_back_is_where_the_next_cycle_starts() => Assert.Equal(Goal.FromTo(-5_000m, 1m), Left(Goal.FromTo(0m, 1m), -5_000m));

    [Fact]
    public void A_value_at_the_largest_amount_is_where_the_next_cycle_starts() =>
        Assert.Equal(Goal.FromTo(-1_000_000_000_000_000m, 0m), Left(Goal.FromTo(-1m * 250_000_000_000_000m, 0m), -1_000_000_000_000_000m));

    [Fact]
    public void What_is_met_or_not_to_keep_or_in_words_stays_as_it_was()
    {
        Goal[] goals =
        [
            Goal.AtLeast(8m).MetOrNot(), Goal.AtLeast(8m).ByDistance(), Goal.MoreThan(8m), Goal.KeepWithin(Band.AtLeast(8m)),
            Goal.Interpolated(5m, 10m, 20m), Goal.Checkpoints(Checkpoint.At(0m, 0.5m), Checkpoint.At(1m, 0.5m)),
            Goal.Ordinal("a", "b", "c"), Goal.FindBaseline(),
        ];
        Assert.All(goals, goal => Assert.Equal(goal, Left(goal, 2m)));
        Assert.Equal(Goal.YesNo(), Left(Goal.YesNo(), 0m));
    }

    [Fact]
    public void Of_milestones_those_not_wholly_done_remain_with_their_weights_and_their_credit()
    {
        var goal = Goal.Milestones(Milestone.Of("draft"), Milestone.Of("test", 2m), Milestone.Of("launch", 3m));
        CheckIn[] checkIns = [CheckIn.On(August, 1m).Of("draft"), CheckIn.On(August, 0.5m).Of("test")];
        Assert.Equal(Goal.Milestones(Milestone.Of("test", 2m), Milestone.Of("launch", 3m)), Left(goal, CurrentValue.Latest, checkIns));
        Assert.Equal(Goal.Milestones(Milestone.Of("test", 2m), Milestone.Of("launch", 3m)).WithPartialCredit(),
            Left(goal.WithPartialCredit(), CurrentValue.Latest, checkIns));
    }

    [Fact]
    public void Of_parts_those_not_reached_remain_with_what_remains_of_each()
    {
        CheckIn[] checkIns = [CheckIn.On(August, 5m).Of("way"), CheckIn.On(August, 1m).Of("done")];
        GoalPart[] parts = [Goal.Part("way", Goal.FromTo(0m, 10m)), Goal.Part("done", Goal.YesNo()), Goal.Part("count", Goal.Count(3m))];
        Assert.Equal(Goal.AllOf(Goal.Part("way", Goal.FromTo(5m, 10m)), parts[2]), Left(Goal.AllOf(parts), CurrentValue.Latest, checkIns));
        Assert.Equal(
            Goal.Weighted(Goal.Part("way", Goal.FromTo(5m, 10m)).Weighing(2m), parts[2].Weighing(3m)),
            Left(Goal.Weighted(parts[0].Weighing(2m), parts[1], parts[2].Weighing(3m)), CurrentValue.Latest, checkIns));
    }

    [Fact]
    public void A_single_part_left_is_a_goal_of_its_own()
    {
        GoalPart[] parts = [Goal.Part("way", Goal.FromTo(0m, 10m)), Goal.Part("done", Goal.YesNo())];
        CheckIn[] checkIns = [CheckIn.On(August, 5m).Of("way"), CheckIn.On(August, 1m).Of("done")];
        Assert.Equal(Goal.FromTo(5m, 10m), Left(Goal.AllOf(parts), CurrentValue.Latest, checkIns));
        Assert.Equal(Goal.FromTo(5m, 10m), Left(Goal.Weighted(parts), CurrentValue.Latest, checkIns));
    }

    [Fact]
    public void A_rate_goes_on_from_the_rate_reached()
    {
        CheckIn[] weeks = [CheckIn.On(new(2026, 9, 15), 10m), CheckIn.On(new(2026, 9, 22), 14m)];
        Assert.Equal(Goal.FromTo(14m, 21m).Per(Cadence.Week), Left(Goal.FromTo(7m, 21m).Per(Cadence.Week), CurrentValue.Latest, weeks));
        Assert.Equal(Goal.FromTo(12m, 21m).Per(Cadence.Week).MeanOfLast(2),
            Left(Goal.FromTo(7m, 21m).Per(Cadence.Week).MeanOfLast(2), CurrentValue.Latest, weeks));
        Assert.Equal(Goal.FromTo(14m, 21m).Per(Cadence.Week), Left(Goal.AtLeast(21m).Per(Cadence.Week), CurrentValue.Latest, weeks));
        Assert.Equal(Goal.FromTo(7m, 21m).Per(Cadence.Week), Left(Goal.FromTo(7m, 21m).Per(Cadence.Week)));
    }

    [Fact]
    public void With_a_minimum_sample_it_goes_on_from_the_value_that_enough_have_given()
    {
        var goal = Goal.FromTo(0m, 10m).WithMinimumSample(5m);
        Assert.Equal(Goal.FromTo(5m, 10m).WithMinimumSample(5m), Left(goal, CurrentValue.Latest, CheckIn.On(August, 5m).FromSample(5m)));
        Assert.Equal(goal, Left(goal, CurrentValue.Latest, CheckIn.On(August, 5m).FromSample(4m)));
        Assert.Equal(Goal.FromTo(5m, 8m).WithMinimumSample(5m), Left(Goal.AtLeast(8m).WithMinimumSample(5m), CurrentValue.Latest,
            CheckIn.On(August, 5m).FromSample(5m)));
    }

    private static readonly Cycle NextQuarter = Cycle.Quarter(2026, 4);

    private static Goal Left(Goal goal, params decimal[] values) => Left(goal, CurrentValue.Latest, [.. values.Select(value => CheckIn.On(August, value))]);

    private static Goal Left(Goal goal, CurrentValue reading, params CheckIn[] checkIns)
    {
        var keyResult = KeyResult.Define("kr", "A key result", Unit.Count("thing"), goal).Taking(reading).With(checkIns);
        return Objective.Define("o", "An objective", Quarter).With(keyResult).CarriedOver("next", Cycle.Quarter(2026, 4)).KeyResults.Single().Goal;
    }
}
