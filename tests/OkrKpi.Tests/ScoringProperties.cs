using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Amounts)])]
public class ScoringProperties
{
    private const decimal Tolerance = 1e-12m;
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Property]
    public void Progress_is_0_at_the_start_and_1_at_the_target(Way way)
    {
        if (GoalOf(way) is { } goal)
        {
            Assert.Equal(0m, goal.Progress(way.Start).Raw);
            Assert.Equal(1m, goal.Progress(way.Target).Raw);
        }
    }

    [Property]
    public void A_span_of_zero_is_refused(Way way) => Assert.Throws<ArgumentException>(() => Goal.FromTo(way.Start, way.Start));

    [Property]
    public void Progress_is_monotone_in_the_direction_of_the_goal(Way way)
    {
        if (GoalOf(way) is { } goal)
        {
            var (low, high) = (Math.Min(way.One, way.Other), Math.Max(way.One, way.Other));
            var (worse, better) = goal.Direction == Direction.HigherIsBetter ? (low, high) : (high, low);
            Assert.True(goal.Progress(worse).Raw <= goal.Progress(better).Raw);
            Assert.True(goal.Progress(worse).Score <= goal.Progress(better).Score);
        }
    }

    [Property]
    public void Progress_is_the_same_when_everything_is_negated(Way way)
    {
        if (GoalOf(way) is { } goal)
        {
            Assert.Equal(goal.Progress(way.One), Goal.FromTo(-way.Start, -way.Target).Progress(-way.One));
        }
    }

    [Property]
    public void Progress_does_not_depend_on_the_unit(Way way, byte factor)
    {
        if (GoalOf(way) is { } goal)
        {
            var scale = (factor + 1m) / 7m;
            var expected = goal.Progress(way.One).Raw!.Value;
            var scaled = Goal.FromTo(way.Start * scale, way.Target * scale).Progress(way.One * scale).Raw!.Value;
            Assert.True(Math.Abs(expected - scaled) <= Tolerance * Math.Max(1m, Math.Abs(expected)), $"{expected} and {scaled}");
        }
    }

    [Property]
    public void An_objective_scores_between_its_worst_and_its_best_key_result(Results results)
    {
        var score = Objective(results.All).Score(Mid);
        var each = score.KeyResults.Select(result => result.Progress.Score!.Value).ToArray();
        Assert.InRange(score.Score!.Value, each.Min() - Tolerance, each.Max() + Tolerance);
        Assert.InRange(score.Score.Value, 0m, 1m);
    }

    [Property]
    public void The_order_of_key_results_does_not_matter(Results results)
    {
        Result[] shuffled = [.. results.All];
        new Random(results.Seed).Shuffle(shuffled);
        var (expected, actual) = (Objective(results.All).Score(Mid), Objective(shuffled).Score(Mid));
        Assert.True(Math.Abs(expected.Score!.Value - actual.Score!.Value) <= Tolerance);
        Assert.Equal(expected.Coverage, actual.Coverage);
    }

    private static FromToGoal? GoalOf(Way way) => way.Start == way.Target ? null : Goal.FromTo(way.Start, way.Target);

    private static Objective Objective(IEnumerable<Result> results)
    {
        var objective = OkrKpi.Objective.Define("o", "An objective", Cycle.Quarter(2026, 3));
        var number = 0;
        foreach (var result in results)
        {
            var id = $"kr{++number}";
            objective = objective
                .With(KeyResult.Define(id, id, Unit.Count("thing"), Goal.FromTo(0m, 1_000m)).Weighing(result.Weight))
                .CheckIn(id, new LocalDate(2026, 7, 10), result.Value);
        }

        return objective;
    }
}
