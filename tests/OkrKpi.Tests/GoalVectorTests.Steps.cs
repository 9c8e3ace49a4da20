using System.Globalization;
using System.Text.Json;

namespace OkrKpi.Tests;

/// <content>Goals that are reached step by step: zones, checkpoints, milestones, tasks.</content>
public partial class GoalVectorTests
{
    [Theory]
    [VectorsOf(Products, "kr-progress-interpolated")]
    public void Sub_target_target_and_super_target(ScoringVectorCase vector)
    {
        var goal = Goal.Checkpoints(
            Checkpoint.At(vector.Number("subTarget"), vector.Number("subLevelPercent") / 100m),
            Checkpoint.At(vector.Number("target"), vector.Number("targetLevelPercent") / 100m),
            Checkpoint.At(vector.Number("superTarget"), vector.Number("superLevelPercent") / 100m)).WithNothingBelowFirst();
        vector.AssertScore(goal.Progress(vector.Number("current")).Raw);
    }

    [Theory]
    [VectorsOf(Products, "kr-progress-task-ratio")]
    public void Tasks_done_of_all(ScoringVectorCase vector)
    {
        vector.AssertScore(Goal.Count(vector.Number("total")).Progress(vector.Number("done")).Score);
    }

    [Theory]
    [VectorsOf(Products, "kr-zone")]
    [VectorsOf(Peers, "kr_zone")]
    public void Zones(ScoringVectorCase vector)
    {
        if (vector.Optional("baseline") is not { } baseline || vector.Optional("stretch") is not { } stretch || vector.Optional("current") is not { } current)
        {
            Assert.Equal(JsonValueKind.Null, vector.Expected.GetProperty("zone").ValueKind);
            return;
        }

        var goal = vector.Optional("commit") is { } commit && vector.Optional("target") is { } target ? Goal.Zones(baseline, commit, target, stretch)
            : vector.Optional("commitRatio") is { } commitRatio ? Goal
                .Zones(baseline, baseline + (commitRatio * (stretch - baseline)), baseline + (vector.Number("targetRatio") * (stretch - baseline)), stretch)
            : Goal.Zones(baseline, stretch);
        var zone = goal.ZoneOf(current);
        if (vector.Expected.TryGetProperty("zone", out var expected))
        {
            Assert.Equal(expected.GetString(), zone.ToString(), ignoreCase: true);
        }

        if (vector.Expected.TryGetProperty("color", out var color))
        {
            Assert.Equal(color.GetString(), zone switch { Zone.Stretch => "stretch", Zone.Target => "green", Zone.Commit => "yellow", _ => "red" });
        }

        // This tracker measures progress in a straight line to the stretch goal.
        vector.AssertScore(vector.Profile.Limits.Limit(Goal.FromTo(baseline, stretch).Progress(current).Raw!.Value));
    }

    [Theory]
    [VectorsOf(Products, "kr-zone-thresholds")]
    [VectorsOf(Peers, "kr_threshold_derivation")]
    public void Thresholds_of_zones(ScoringVectorCase vector)
    {
        var (baseline, target, stretch) = (vector.Optional("baseline"), vector.Optional("target"), vector.Optional("stretch"));
        var goal = baseline is null ? Goal.ZonesFromTarget(target!.Value, stretch!.Value)
            : stretch is null ? Goal.ZonesToTarget(baseline.Value, target!.Value)
            : Goal.Zones(baseline.Value, stretch.Value);
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            var actual = expected.Name switch { "baseline" => goal.Baseline, "commit" => goal.Commit, "target" => goal.Target, _ => goal.Stretch };
            Assert.Equal(expected.Value.GetDecimal(), Math.Round(actual, 2, MidpointRounding.AwayFromZero));
        }
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_milestone")]
    public void A_milestone_is_done_at_1(ScoringVectorCase vector)
    {
        vector.AssertScore(Goal.YesNo().Progress(vector.Number("value")).Score);
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_milestone_tasks")]
    public void Tasks_stand_in_for_a_milestone_up_to_a_limit(ScoringVectorCase vector)
    {
        var byTasks = vector.Number("total_tasks") == 0m ? 0m : Goal.Count(vector.Number("total_tasks")).Progress(vector.Number("done_tasks")).Raw!.Value;
        vector.AssertScore(vector.IsTrue("explicitly_complete") ? Goal.YesNo().Progress(1m).Score : ScoreLimits.Between(0m, 0.95m).Limit(byTasks));
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_piecewise")]
    public void Checkpoints(ScoringVectorCase vector)
    {
        var points = vector.Input.GetProperty("checkpoints").EnumerateArray()
            .Select(point => Checkpoint.At(point.GetProperty("value").GetDecimal(), point.GetProperty("percent").GetDecimal() / 100m))
            .Append(Checkpoint.At(vector.Number("baseline"), 0m))
            .Append(Checkpoint.At(vector.Number("target"), 1m))
            .DistinctBy(point => point.Value)
            .OrderBy(point => vector.Number("target") > vector.Number("baseline") ? point.Value : -point.Value);
        vector.AssertScore(Goal.Checkpoints(points).Progress(vector.Number("current")).Score);
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_stages")]
    public void Stages_by_weight(ScoringVectorCase vector)
    {
        vector.AssertScore(MilestonesOf(vector.Input.GetProperty("stages")));
    }

    [Theory]
    [VectorsOf(Hand, "milestone")]
    public void Milestones_by_weight(ScoringVectorCase vector)
    {
        vector.AssertScore(MilestonesOf(vector.Input.GetProperty("milestones")));
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress_tasks")]
    public void Share_of_tasks_completed(ScoringVectorCase vector)
    {
        var tasks = vector.Input.GetProperty("tasks");
        string[] names = tasks.ValueKind == JsonValueKind.Array ? [.. tasks.EnumerateArray().Select((task, index) => $"{index} {task.GetString()}")] : [];
        if (names.Length == 0)
        {
            Assert.Throws<ArgumentException>(() => Goal.Milestones(names));
            return;
        }

        vector.AssertScore(Goal.Milestones(names).Progress(names.Where(task => task.EndsWith(" Completed", StringComparison.Ordinal))).Score);
    }

    private static CheckpointsGoal WithFloor(ScoringVectorCase vector)
    {
        var (start, target) = (vector.Number("base"), vector.Number("target"));
        return vector.Optional("standard") is { } floor
            ? Goal.Checkpoints(Checkpoint.At(floor, (floor - start) / (target - start)), Checkpoint.At(target, 1m)).WithNothingBelowFirst()
            : Goal.Checkpoints(Checkpoint.At(start, 0m), Checkpoint.At(target, 1m));
    }

    private static decimal MilestonesOf(JsonElement stages)
    {
        var steps = stages.EnumerateArray().Select((stage, index) =>
            (Step: Milestone.Of(index.ToString(CultureInfo.InvariantCulture), stage.GetProperty("weight").GetDecimal()),
                IsDone: stage.GetProperty("done").GetBoolean())).ToArray();
        return Goal.Milestones(steps.Select(step => step.Step)).Progress(steps.Where(step => step.IsDone).Select(step => step.Step.Name)).Score!.Value;
    }
}
