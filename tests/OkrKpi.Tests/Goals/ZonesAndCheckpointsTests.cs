using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Zones are a way by checkpoints with names on it: whatever is asked of one is answered as of the other.</summary>
public sealed class ZonesAndCheckpointsTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Early = new(2026, 7, 8);

    // Baseline and stretch, up and down, to the target of the KPI (300), near it, and away from it.
    public static TheoryData<int, int> Ways => new() { { 100, 300 }, { 100, 310 }, { 100, 900 }, { 400, 300 }, { 900, 10 } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_findings_of_a_review_are_those_of_the_same_way_by_checkpoints(int baseline, int stretch)
    {
        foreach (var direction in new[] { Direction.HigherIsBetter, Direction.LowerIsBetter })
        {
            foreach (var share in new[] { 0m, 0.49m, 0.5m, 1m })
            {
                var value = baseline + (share * (stretch - baseline));
                Assert.Equal(Findings(ByCheckpoints(baseline, stretch), direction, value), Findings(Goal.Zones(baseline, stretch), direction, value));
            }
        }
    }

    [Fact]
    public void Zones_whose_stretch_is_the_target_of_the_KPI_restate_it() =>
        Assert.Contains("key-result-restates-kpi-target Error", Codes(Goal.Zones(100m, 300m), Direction.HigherIsBetter, 100m));

    [Fact]
    public void Zones_that_go_the_other_way_than_the_KPI_contradict_it()
    {
        Assert.Contains("direction-contradicts-kpi Error", Codes(Goal.Zones(300m, 100m), Direction.HigherIsBetter, 300m));
        Assert.Contains("direction-contradicts-kpi Error", Codes(Goal.Zones(100m, 300m), Direction.LowerIsBetter, 100m));
        Assert.DoesNotContain("direction-contradicts-kpi Error", Codes(Goal.Zones(100m, 300m), Direction.HigherIsBetter, 100m));
    }

    [Fact]
    public void Zones_half_done_in_the_first_days_have_a_sandbagged_start()
    {
        Assert.Contains("sandbagged-start Hint", Codes(Goal.Zones(100m, 900m), Direction.HigherIsBetter, 500m));
        Assert.DoesNotContain("sandbagged-start Hint", Codes(Goal.Zones(100m, 900m), Direction.HigherIsBetter, 499m));
    }

    [Fact]
    public void Zones_have_a_known_start() => Assert.DoesNotContain("unknown-baseline Hint", Codes(Goal.Zones(100m, 900m), Direction.HigherIsBetter, 100m));

    [Fact]
    public void Weighing_by_target_takes_the_last_value_of_zones_and_of_checkpoints()
    {
        var unit = Unit.Count("meeting");
        var objective = Objective.Define("o", "Meet more", Quarter).With(
            KeyResult.Define("zones", "By zones", unit, Goal.Zones(0m, 400m)),
            KeyResult.Define("checkpoints", "By checkpoints", unit, ByCheckpoints(0m, 400m)),
            KeyResult.Define("other", "From zero", unit, Goal.Count(200m)));
        Assert.Equal([1_000_000m, 1_000_000m, 500_000m], objective.WeighingByTarget().KeyResults.Select(each => each.Weight));
    }

    private static CheckpointsGoal ByCheckpoints(decimal baseline, decimal stretch)
    {
        var zones = Goal.Zones(baseline, stretch);
        return Goal.Checkpoints(Checkpoint.At(baseline, 0m), Checkpoint.At(zones.Commit, 0.3m), Checkpoint.At(zones.Target, 0.7m), Checkpoint.At(stretch, 1m));
    }

    private static string[] Codes(Goal goal, Direction direction, decimal value) =>
        [.. Review(goal, direction, value).Select(finding => $"{finding.Code} {finding.Severity}")];

    private static string[] Findings(Goal goal, Direction direction, decimal value) =>
        [.. Review(goal, direction, value)
            .Select(finding => $"{finding.Code} {finding.Severity} {finding.Subject} {finding.Explanation.ToString()}")];

    private static IReadOnlyList<Finding> Review(Goal goal, Direction direction, decimal value)
    {
        var kpi = Kpi.Define("meetings", "Meetings held", Unit.Count("meeting"), direction)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(300m, new LocalDate(2026, 1, 1));
        var keyResult = KeyResult.Define("kr", "Meetings held", Unit.Count("meeting"), goal).Measuring(kpi.Id).With(CheckIn.On(Early, value));
        return Portfolio.Of([kpi], [Objective.Define("o", "Meet more customers", Quarter).Addressing(kpi.Id).With(keyResult)], []).Review(Early).Findings;
    }
}
