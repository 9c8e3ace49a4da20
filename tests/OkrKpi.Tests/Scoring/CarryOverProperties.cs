using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OkrKpi.Tests;

/// <summary>Carrying an objective over continues the progress that was left, whatever its goals and however check-ins are read.</summary>
[Properties(Arbitrary = [typeof(CarryOverProperties)])]
public sealed class CarryOverProperties
{
    private const decimal Tolerance = 0.000_000_000_000_01m;

    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly Cycle NextQuarter = Cycle.Quarter(2026, 4);

    private static readonly Goal[] Goals =
    [
        Goal.FromTo(0m, 100m), Goal
            .FromTo(100m, 20m), Goal
            .Count(60m), Goal
            .AtLeast(50m), Goal
            .AtMost(30m), Goal
            .AtLeast(50m)
            .MetOrNot(),
        Goal.AtLeast(50m).ByDistance(), Goal.MoreThan(50m), Goal.Zones(0m, 100m), Goal.Zones(100m, 0m), Goal.Interpolated(40m, 60m, 80m),
        Goal.Checkpoints(Checkpoint.At(0m, 0.2m), Checkpoint.At(30m, 0.4m), Checkpoint.At(90m, 1m)), Goal.KeepWithin(Band.Between(20m, 80m)), Goal.YesNo(),
        Goal.AtLeast(50m).Per(Cadence.Week), Goal.FromTo(0m, 90m).Per(Cadence.Month), Goal.AtLeast(50m).WithMinimumSample(10m), Goal.FindBaseline(),
    ];

    public static Arbitrary<Objective> Objectives() => Arb.From(
        from goals in Gen.NonEmptyListOf(Gen.Elements(Goals))
        from readings in Gen.ListOf(Gen.Elements(Enum.GetValues<CurrentValue>()), 30)
        from values in Gen.ListOf(Gen.Choose(-20, 120), 90)
        from days in Gen.ListOf(Gen.Choose(0, 91), 90)
        from roles in Gen.ListOf(Gen.Frequency((5, Gen.Constant(KeyResultRole.Contributes)), (1, Gen.Constant(KeyResultRole.Guardrail))), 30)
        select Build([.. goals.Take(30)], [.. readings], [.. values], [.. days], [.. roles]));

    [Property(MaxTest = 300)]
    public void Kept_progress_stands_where_it_stood(Objective objective)
    {
        var closed = objective.ScoreAtClose();
        var next = objective.CarriedOver("next", NextQuarter, closed.KeyResults.Select(each => each.KeyResult.Id), Rebaseline.KeepProgress)
            .Score(NextQuarter.Start);
        Assert.All(closed.KeyResults.Zip(next.KeyResults), pair =>
        {
            Assert.Equal(pair.First.Progress.Raw, pair.Second.Progress.Raw);
            Assert.Equal(pair.First.Remaining, pair.Second.Remaining);
        });
    }

    [Property(MaxTest = 300)]
    public void What_is_left_begins_at_0_with_as_much_to_go(Objective objective)
    {
        var closed = objective.ScoreAtClose().KeyResults.Where(each => each.KeyResult.Role == KeyResultRole.Contributes && !each.IsAchieved).ToArray();
        var next = objective.CarriedOver("next", NextQuarter)
            .Score(NextQuarter.Start).KeyResults
            .Where(each => each.KeyResult.Role == KeyResultRole.Contributes)
            .ToArray();
        Assert.Equal(closed.Select(each => each.KeyResult.Id), next.Select(each => each.KeyResult.Id));
        Assert.All(closed.Zip(next), pair =>
        {
            Assert.Equal(0m, pair.Second.Progress.Raw ?? 0m);
            Assert.Equal(pair.First.KeyResult.Id, pair.Second.KeyResult.Predecessor);
            // A stale rate that was reached starts over.
            if (pair.Second.Remaining is { } remaining && pair.First.Current is not null && !(pair.First.Progress.Raw >= 1m))
            {
                Assert.Equal(pair.First.Remaining, remaining);
            }
        });
    }

    [Property(MaxTest = 300)]
    public void What_was_gone_and_what_is_gone_of_the_rest_is_what_would_be_gone_of_the_whole(Objective objective, byte value)
    {
        foreach (var closed in objective.ScoreAtClose().KeyResults.Where(each => !each.Progress.IsAchieved && each.Progress.Raw is not null))
        {
            var (goal, rest) = (closed.KeyResult.Goal, closed.KeyResult.Goal.Remaining(closed.KeyResult.HistoryOf(Quarter, Quarter.End)));
            if (goal is FromToGoal or CountGoal or ZonesGoal or CheckpointsGoal && !ReferenceEquals(goal, rest))
            {
                var gone = goal.OfValue(closed.Current!.Value).Raw!.Value;
                var reached = goal is ZonesGoal { Direction: Direction.LowerIsBetter } or FromToGoal { Direction: Direction.LowerIsBetter }
                    ? closed.Current.Value - (value / 4m)
                    : closed.Current.Value + (value / 4m);
                if (goal.OfValue(reached).Raw is { } whole and <= 1m)
                {
                    Assert.InRange(gone + ((1m - gone) * rest.OfValue(reached).Raw!.Value), whole - Tolerance, whole + Tolerance);
                }
            }
        }
    }

    [Property(MaxTest = 300)]
    public void Guardrails_come_along_as_they_were(Objective objective) => Assert.Equal(
        objective.KeyResults.Where(each => each.Role == KeyResultRole.Guardrail).Select(each => (each.Id, each.Goal)),
        objective.CarriedOver("next", NextQuarter).KeyResults.Where(each => each.Role == KeyResultRole.Guardrail).Select(each => (each.Id, each.Goal)));

    private static Objective Build(Goal[] goals, CurrentValue[] readings, int[] values, int[] days, KeyResultRole[] roles) =>
        Objective.Define("o", "An objective", Quarter).With(goals.Select((goal, index) =>
            KeyResult.Define($"k{index}", "A key result", Unit.Count("thing"), goal).Taking(readings[index]).As(roles[index]).With(
                Enumerable.Range(3 * index, 3).Where(at => (values[at] + days[at]) % 4 != 0)
                    .Select(at => CheckIn.On(Quarter.Start.PlusDays(days[at]), values[at]).FromSample(20m)))));
}
