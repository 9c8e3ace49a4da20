using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Amounts)])]
public class GoalProperties
{
    private const decimal Tolerance = 1e-12m;
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Property]
    public void Every_way_starts_at_0_and_ends_at_1(Way way)
    {
        foreach (var goal in Ways(way))
        {
            Assert.Equal(0m, goal(way.Start).Raw);
            Assert.Equal(1m, goal(way.Target).Raw);
        }
    }

    [Property]
    public void A_better_value_is_never_worth_less(Way way)
    {
        var isUp = way.Target > way.Start;
        var (worse, better) = (way.One <= way.Other) == isUp ? (way.One, way.Other) : (way.Other, way.One);
        foreach (var goal in Ways(way).Concat(Reaches(way)))
        {
            Assert.True(goal(worse).Raw <= goal(better).Raw, $"{worse} gives {goal(worse)}, {better} gives {goal(better)}");
            Assert.InRange(goal(worse).Score!.Value, 0m, 1m);
        }
    }

    [Property]
    public void A_mirrored_goal_gives_the_mirrored_value_the_same_progress(Way way)
    {
        var mirrored = new Way(-way.Start, -way.Target, -way.One, -way.Other);
        Assert.All(
            Ways(way).Concat(Reaches(way)).Zip(Ways(mirrored).Concat(Reaches(mirrored))), pair => Assert.Equal(pair.First(way.One), pair.Second(-way.One)));
    }

    [Property]
    public void Progress_does_not_depend_on_where_zero_is(Way way, short shift)
    {
        var shifted = new Way(way.Start + shift, way.Target + shift, way.One + shift, way.Other + shift);
        Assert.All(Ways(way).Zip(Ways(shifted)), pair => Close(pair.First(way.One).Raw!.Value, pair.Second(way.One + shift).Raw!.Value));
    }

    [Property]
    public void Two_checkpoints_are_a_straight_way(Way way)
    {
        if (way.Start != way.Target)
        {
            var goal = Goal.Checkpoints(Checkpoint.At(way.Start, 0m), Checkpoint.At(way.Target, 1m));
            Close(Goal.FromTo(way.Start, way.Target).Progress(way.One).Raw!.Value, goal.Progress(way.One).Raw!.Value);
        }
    }

    [Property]
    public void Zones_and_progress_never_contradict_each_other(Way way)
    {
        if (way.Start != way.Target)
        {
            var goal = Goal.Zones(way.Start, way.Target);
            var raw = goal.Progress(way.One).Raw!.Value;
            var (low, high) = goal.ZoneOf(way.One) switch
            {
                Zone.Fail => (decimal.MinValue, 0.3m),
                Zone.Commit => (0.3m, 0.7m),
                Zone.Target => (0.7m, 1m),
                _ => (1m, decimal.MaxValue),
            };
            Assert.InRange(raw, low == decimal.MinValue ? low : low - Tolerance, high == decimal.MaxValue ? high : high + Tolerance);
        }
    }

    [Property]
    public void Done_and_left_make_the_whole_way(Way way)
    {
        if (way.Start != way.Target)
        {
            var goal = Goal.FromTo(way.Start, way.Target);
            Assert.Equal(Math.Max(0m, goal.Distance - goal.Completed(way.One)), goal.Remaining(way.One));
            Close(goal.Progress(way.One).Raw!.Value, goal.Completed(way.One) / goal.Distance);
        }
    }

    [Property]
    public void A_wider_band_or_a_larger_tolerance_never_makes_a_value_worth_less(Way way, byte more)
    {
        var (low, high) = (Math.Min(way.Start, way.Target), Math.Max(way.Start, way.Target));
        var kept = Goal.KeepWithin(Band.Between(low, high));
        var worth = kept.Progress(way.One).Raw!.Value;
        Assert.InRange(worth, 0m, 1m);
        Assert.True(worth <= Goal.KeepWithin(Band.Between(low - more, high + more)).Progress(way.One).Raw);
        Assert.True(worth <= kept.WithTolerance(more + 1m).Progress(way.One).Raw);
        Assert.True(kept.WithTolerance(more + 1m).Progress(way.One).Raw <= kept.WithTolerance(more + 2m).Progress(way.One).Raw);
        Assert.True(kept.Strictly().Progress(way.One).Raw <= worth);
    }

    [Property]
    public void Of_all_readings_of_kept_check_ins_that_of_those_planned_is_the_smallest(Results results)
    {
        decimal?[] values = [.. results.All.Select((each, index) => index % 3 == 2 ? (decimal?)null : each.Value)];
        var goal = Goal.KeepWithin(Band.Between(0m, 1_000m));
        var planned = goal.Read(KeepReading.ShareOfPlanned).Progress(values, values.Length + 3).Score;
        var elapsed = goal.Read(KeepReading.ShareOfElapsed).Progress(values, values.Length + 3).Score;
        var upToLatest = goal.Read(KeepReading.ShareUpToLatest).Progress(values, values.Length + 3).Score;
        var reported = goal.Read(KeepReading.ShareOfReported).Progress(values, values.Length + 3).Score;
        Assert.True(planned <= elapsed && elapsed <= upToLatest && upToLatest <= reported);
    }

    [Property]
    public void Smallest_mean_and_largest_check_in_are_in_order_and_the_sum_adds_to_the_start(Results results)
    {
        decimal At(CurrentValue reading) => Reported(results, Goal.FromTo(10m, 20m), reading).Score(Quarter, Quarter.End).Current!.Value;
        Assert.True(At(CurrentValue.Min) <= At(CurrentValue.Mean) + Tolerance);
        Assert.True(At(CurrentValue.Mean) <= At(CurrentValue.Max) + Tolerance);
        Assert.Equal(10m + results.All.Sum(each => each.Value), At(CurrentValue.Sum));
        Assert.Equal(results.All.Max(each => each.Value), At(CurrentValue.Max));
        Assert.Equal(results.All.Min(each => each.Value), At(CurrentValue.Min));
        Assert.Equal(results.All[^1].Value, At(CurrentValue.Latest));
    }

    [Property]
    public void A_mean_by_sample_is_that_of_all_answers_together(Results results)
    {
        var keyResult = KeyResult(Goal.AtLeast(8m)).Taking(CurrentValue.Mean);
        foreach (var each in results.All)
        {
            keyResult = keyResult.With(CheckIn.On(Quarter.Start, each.Value).FromSample(each.Weight));
        }

        var answers = results.All.SelectMany(each => Enumerable.Repeat(each.Value, each.Weight)).ToArray();
        Close(answers.Sum() / answers.Length, keyResult.Score(Quarter, Quarter.End).Current!.Value);
    }

    [Property]
    public void Parts_by_weight_are_never_worse_than_the_weakest_and_reached_when_all_are(Results results)
    {
        GoalPart[] parts = [.. results.All.Concat(results.All).Select((each, index) => Goal.Part($"part {index}", Goal.FromTo(0m, 1_000m)))];
        CheckIn[] checkIns = [.. results.All.Concat(results.All).Select((each, index) => CheckIn.On(Quarter.Start, each.Value).Of($"part {index}"))];
        var weakest = Goal.AllOf(parts).Progress(checkIns, Quarter, Quarter.End);
        var weighted = Goal.Weighted(parts.Zip(results.All.Concat(results.All), (part, each) => part.Weighing(each.Weight)))
            .Progress(checkIns, Quarter, Quarter.End);
        Assert.True(weakest.Score <= weighted.Score + Tolerance);
        Assert.InRange(weighted.Raw!.Value, 0m, 1m);
        Assert.Equal(weakest.IsAchieved, weighted.Raw >= 1m - Tolerance);
    }

    [Property]
    public void One_more_milestone_never_takes_progress_away(Results results)
    {
        Milestone[] steps = [.. results.All.Select((each, index) => Milestone.Of($"step {index}", each.Weight))];
        var goal = Goal.Milestones(steps);
        var before = -1m;
        for (var done = 0; done <= steps.Length; done++)
        {
            var now = goal.Progress(steps.Take(done).Select(step => step.Name)).Raw!.Value;
            Assert.True(now > before);
            before = now;
        }

        Assert.Equal(1m, before);
    }

    [Property]
    public void The_order_of_check_ins_of_one_week_does_not_change_a_rate(Results results)
    {
        decimal? Rate(IEnumerable<Result> each) =>
            each.Aggregate(
                KeyResult(Goal.FromTo(0m, 100m).Per(Cadence.Week)), (keyResult, result) => keyResult.With(CheckIn.On(new LocalDate(2026, 7, 8), result.Value)))
            .Score(Quarter, new LocalDate(2026, 7, 12)).Current;
        Assert.Equal(results.All.Sum(each => each.Value), Rate(results.All));
        Assert.Equal(Rate(results.All), Rate(results.All.Reverse()));
    }

    [Property]
    public void Too_few_answers_are_never_a_score_and_enough_change_nothing(Way way, byte sample, byte least)
    {
        if (way.Start == way.Target)
        {
            return;
        }

        var goal = Goal.FromTo(way.Start, way.Target).WithMinimumSample(least + 1m);
        var expected = sample == 0 ? Progress.NoData : sample <= least ? Progress.TooFewAnswers : Goal.FromTo(way.Start, way.Target).Progress(way.One);
        Assert.Equal(expected, goal.Progress(way.One, sample));
        Assert.Equal(expected.IsAchieved, goal.StateOf(way.One, sample) == SampleState.Met);
    }

    private static IEnumerable<Func<decimal, Progress>> Ways(Way way)
    {
        if (way.Start == way.Target)
        {
            yield break;
        }

        var half = way.Start + ((way.Target - way.Start) / 2m);
        yield return Goal.FromTo(way.Start, way.Target).Progress;
        yield return Goal.Checkpoints(Checkpoint.At(way.Start, 0m), Checkpoint.At(half, 0.2m), Checkpoint.At(way.Target, 1m)).Progress;
        yield return Goal.Zones(way.Start, way.Target).Progress;
    }

    // With the direction from start to target; their start is not known to them.
    private static IEnumerable<Func<decimal, Progress>> Reaches(Way way)
    {
        if (way.Start == way.Target)
        {
            yield break;
        }

        var isUp = way.Target > way.Start;
        yield return (isUp ? Goal.AtLeast(way.Target) : Goal.AtMost(way.Target)).Progress;
        yield return (isUp ? Goal.MoreThan(way.Target) : Goal.LessThan(way.Target)).Progress;
        yield return (isUp ? Goal.AtLeast(way.Target) : Goal.AtMost(way.Target)).ByDistance().Progress;
        yield return Goal.Checkpoints(Checkpoint.At(way.Start, 0.8m), Checkpoint.At(way.Target, 1.2m)).WithNothingBelowFirst().Progress;
    }

    private static KeyResult Reported(Results results, Goal goal, CurrentValue reading) =>
        results.All.Select((each, index) => CheckIn.On(Quarter.Start.PlusDays(Math.Min(index, 90)), each.Value))
        .Aggregate(KeyResult(goal).Taking(reading), (keyResult, checkIn) => keyResult.With(checkIn));

    private static KeyResult KeyResult(Goal goal) => OkrKpi.KeyResult.Define("kr", "A key result", Unit.Count("thing"), goal);

    private static void Close(decimal expected, decimal actual) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1m, Math.Abs(expected)), $"{expected} and {actual}");
}
