using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Goals of one key result against what products and trackers publish.</summary>
public partial class GoalVectorTests
{
    private const string Products = ScoringVectors.Products;
    private const string Peers = ScoringVectors.Peers;
    private const string Hand = ScoringVectors.Hand;

    private static readonly Cycle Year = Cycle.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

    [Theory]
    [VectorsOf(Products, "kr-progress-linear")]
    [VectorsOf(Products, "score-at-close")]
    [VectorsOf(Products, "doc-inconsistency")]
    public void From_start_to_target(ScoringVectorCase vector)
    {
        var (start, target) = (vector.Number("start"), vector.Number("target"));
        if (start == target)
        {
            AssertRefused(start, target);
            return;
        }

        var goal = Goal.FromTo(start, target);
        var keyResult = KeyResult(goal);
        if (vector.Optional("current") is { } current)
        {
            keyResult = keyResult.With(CheckIn.On(Year.Start, current));
        }

        var score = keyResult.Score(Year, Year.End);
        var clamp = vector.Text("clamp") ?? (vector.Profile.Equals(ScoringProfile.PuzzleOkr) ? "floor-zero" : "none");
        var limits = clamp switch { "zero-to-hundred" => ScoreLimits.ZeroToOne, "floor-zero" => ScoreLimits.FloorZero, _ => ScoreLimits.None };
        vector.AssertScore(limits.Limit(score.Progress.Raw!.Value));
        if (vector.Expected.TryGetProperty("remaining", out var remaining))
        {
            vector.AssertNumber(remaining, score.Remaining);
        }

        if (vector.Expected.TryGetProperty("regression", out var regression))
        {
            Assert.Equal(regression.GetBoolean(), score.Progress.IsRegression);
        }

        // A form page prints the formula for a falling target the wrong way round: what is left instead of what is done.
        if (vector.Expected.TryGetProperty("correctPercent", out var correct))
        {
            vector.AssertNumber(correct, score.Progress.Raw * 100m);
            Assert.Equal(vector.Expected.GetProperty("documentedPercent").GetDecimal(), (1m - score.Progress.Raw!.Value) * 100m);
        }
    }

    [Theory]
    [VectorsOf(Products, "score-rounding")]
    public void A_grade_as_it_is_shown(ScoringVectorCase vector)
    {
        var raw = Goal.FromTo(vector.Optional("start") ?? 0m, vector.Number("target")).Progress(vector.Number("current")).Score!.Value;
        Assert.Equal(vector.Expected.GetProperty("score").GetDecimal(), vector.Profile.Display.Round(raw));
    }

    [Theory]
    [VectorsOf(Products, "score-binary")]
    [VectorsOf(Products, "kr-progress-binary")]
    public void Done_or_not(ScoringVectorCase vector)
    {
        vector.AssertScore(Goal.YesNo().Progress(vector.IsTrue("done") ? 1m : 0m).Score);
    }

    [Theory]
    [VectorsOf(Hand, "binary")]
    public void Done_or_not_by_hand(ScoringVectorCase vector)
    {
        var done = vector.Input.GetProperty("done").EnumerateArray().Select(each => Goal.YesNo().Progress(each.GetBoolean() ? 1m : 0m).Score!.Value);
        Assert.Equal(Expected(vector, "scores"), done);
    }

    [Theory]
    [VectorsOf(Products, "kr-progress-distance-from-target")]
    [VectorsOf(Products, "kr-progress-vs-plan")]
    public void Distance_from_the_target(ScoringVectorCase vector)
    {
        var target = vector.Optional("target", "planned")!.Value;
        var goal = vector.Text("direction") is "at-most" or "decrease" ? Goal.AtMost(target) : Goal.AtLeast(target);
        vector.AssertScore(goal.ByDistance().Progress(vector.Optional("current", "actual")!.Value).Raw);
    }

    [Theory]
    [VectorsOf(Hand, "control-distance-at-most")]
    public void Distance_from_the_target_by_hand(ScoringVectorCase vector)
    {
        var goal = Goal.AtMost(vector.Number("target")).ByDistance();
        Assert.Equal(Expected(vector, "percent"), vector.List("checkIns").Select(value => goal.Progress(value).Raw!.Value * 100m));
    }

    [Theory]
    [VectorsOf(Peers, "kr_progress")]
    [VectorsOf(Peers, "kr_progress_zero_range")]
    public void Progress_of_a_key_result(ScoringVectorCase vector)
    {
        var target = vector.Optional("stretch", "target")!.Value;
        var direction = vector.Text("direction")?.ToUpperInvariant();
        if (direction == "MAINTAIN")
        {
            // One tracker divides by the target, so that too much counts as too good: a defect. Here distance counts on both sides.
            var tolerance = vector.Optional("tolerance") ?? (vector.Is("lopes-andre") ? Math.Max(Math.Abs(target) * 0.05m, 0.5m) : Math.Abs(target));
            var kept = Goal.KeepWithin(Band.Between(target, target)).WithTolerance(tolerance).Progress(vector.Number("current")).Score!.Value;
            if (vector.Is("MHOKR") && vector.Number("current") > target)
            {
                Assert.True(kept < 1m);
                return;
            }

            vector.AssertScore(kept);
            return;
        }

        var baseline = vector.Optional("baseline") ?? 0m;
        if (baseline == target)
        {
            // Trackers give 0, 0.5 or 1 here; it is refused, with the advice to keep the value.
            AssertRefused(baseline, target);
            return;
        }

        var goal = Goal.FromTo(baseline, target);
        var progress = vector.Optional("current") is { } current ? goal.Progress(current) : KeyResult(goal).Score(Year, Year.End).Progress;
        var limits = vector.Has("clamp") ? vector.IsTrue("clamp") ? ScoreLimits.ZeroToOne : ScoreLimits.None
            : vector.Is("oslokommune") ? ScoreLimits.None
            : vector.Is("puzzle") ? ScoreLimits.FloorZero
            : ScoreLimits.ZeroToOne;
        if (vector.Note.Contains("DEFECT", StringComparison.Ordinal))
        {
            Assert.ThrowsAny<Exception>(() => vector.AssertScore(limits.Limit(progress.Raw!.Value)));
            return;
        }

        vector.AssertScore(limits.Limit(progress.Raw!.Value));
        if (vector.Expected.TryGetProperty("remaining", out var remaining))
        {
            vector.AssertNumber(remaining, goal.Remaining(vector.Number("current")));
        }

        // One tracker counts what is done and the whole way of a rising goal from zero instead of from its start; here both are counted from the start.
        var offset = baseline < target ? baseline : 0m;
        if (vector.Expected.TryGetProperty("completed", out var completed))
        {
            vector.AssertNumber(completed, goal.Completed(vector.Number("current")) + offset);
        }

        if (vector.Expected.TryGetProperty("total", out var total))
        {
            vector.AssertNumber(total, goal.Distance + offset);
        }
    }

    [Theory]
    [VectorsOf(Peers, "kr_baseline")]
    [VectorsOf(Peers, "kr_defaults")]
    public void Without_a_value_it_stands_at_its_start(ScoringVectorCase vector)
    {
        var goal = Goal.FromTo(vector.Optional("start", "baseline")!.Value, vector.Number("target"));
        var score = KeyResult(goal).Score(Year, Year.End);
        Assert.Equal(ProgressState.NotStarted, score.Progress.State);
        Assert.Equal(0m, score.Progress.Raw);
        vector.AssertNumber(vector.Expected.EnumerateObject().Single().Value, goal.Start);
    }

    [Theory]
    [VectorsOf(Peers, "kr_current_value")]
    [VectorsOf(Peers, "quarter_current_value")]
    public void Current_value(ScoringVectorCase vector)
    {
        var start = vector.Optional("start") ?? 0m;
        var kind = vector.Text("kind");
        var cycle = vector.Has("quarter") ? Cycle.Quarter(vector.Date("as_of").Year, (int)vector.Number("quarter")) : Year;
        var asOf = vector.Has("as_of") ? vector.Date("as_of") : cycle.End;
        if (kind == "milestone")
        {
            var done = CheckInsOf(vector).Aggregate(KeyResult(Goal.YesNo()), (keyResult, checkIn) => keyResult.With(checkIn)).Score(cycle, asOf);
            vector.AssertNumber(vector.Expected.GetProperty("current"), done.Progress.Score);
            return;
        }

        // Any way to go will do: the current value does not depend on where it leads.
        var keyResult = CheckInsOf(vector)
            .Where(checkIn => cycle.Contains(checkIn.Date))
            .Aggregate(KeyResult(Goal.FromTo(start, start + 1_000m)).Taking(ReadingOf(kind)), (keyResult, checkIn) => keyResult.With(checkIn));
        for (var task = 0; task < (vector.Text("tracking") == "mixed" ? vector.Optional("completed_tasks") ?? 0m : 0m); task++)
        {
            keyResult = keyResult.With(CheckIn.On(asOf, 1m));
        }

        vector.AssertNumber(vector.Expected.GetProperty("current"), keyResult.Score(cycle, asOf).Current ?? start);
    }

    [Theory]
    [VectorsOf(Peers, "kr_full")]
    public void A_whole_key_result(ScoringVectorCase vector)
    {
        var asOf = vector.Date("as_of");
        var checkIns = CheckInsOf(vector);
        if (vector.Text("kind") == "milestone")
        {
            var total = vector.Optional("total_tasks") ?? 0m;
            var progress = checkIns.Length == 0 && total > 0m
                ? ScoreLimits.Between(0m, 0.95m).Limit(Goal.Count(total).Progress(vector.Number("done_tasks")).Raw!.Value)
                : checkIns.Aggregate(KeyResult(Goal.YesNo()), (keyResult, checkIn) => keyResult.With(checkIn)).Score(Year, asOf).Progress.Score;
            if (vector.Note.Contains("DEFECT", StringComparison.Ordinal))
            {
                Assert.NotEqual(vector.Expected.GetProperty("progress_ratio").GetDecimal(), progress);
                Assert.Equal(vector.Number("done_tasks") / total, progress);
                return;
            }

            vector.AssertScore(progress);
            return;
        }

        var (baseline, target) = (vector.Number("baseline"), vector.Number("target"));
        Goal goal = vector.Text("direction") == "maintain"
            ? Goal.KeepWithin(Band.Between(target, target))
                .Read(KeepReading.CurrentValue)
                .WithTolerance(vector.Optional("tolerance") ?? Math.Max(Math.Abs(target) * 0.05m, 0.5m))
            : Goal.FromTo(baseline, target);
        var score = checkIns.Aggregate(KeyResult(goal).Taking(ReadingOf(vector.Text("kind"))), (keyResult, checkIn) => keyResult.With(checkIn))
            .Score(Year, asOf);
        vector.AssertScore(score.Progress.Score);
        if (vector.Expected.TryGetProperty("current", out var current))
        {
            vector.AssertNumber(current, score.Current ?? baseline);
        }
    }

    [Theory]
    [VectorsOf(Peers, "daily_series")]
    [VectorsOf(Peers, "weekly_series")]
    public void Values_from_day_to_day(ScoringVectorCase vector)
    {
        var start = vector.Optional("start_value") ?? 0m;
        var cycle = Cycle.Between(vector.Date("start"), vector.Date("end"));
        var checkIns = CheckInsOf(vector);
        var keyResult = checkIns.Aggregate(
            KeyResult(Goal.FromTo(start, start + 1_000m)).Taking(ReadingOf(vector.Text("kind"))), (each, checkIn) => each.With(checkIn));
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            switch (expected.Name)
            {
                case "value_on":
                    foreach (var day in expected.Value.EnumerateObject())
                    {
                        vector.AssertNumber(day.Value, keyResult.Score(cycle, ScoringVectorCase.DateOf(day.Name)).Current ?? start);
                    }

                    break;
                case "check_in_count_on":
                    foreach (var day in expected.Value.EnumerateObject())
                    {
                        Assert.Equal(day.Value.GetInt32(), keyResult.CheckIns.Count(checkIn => checkIn.Date == ScoringVectorCase.DateOf(day.Name)));
                    }

                    break;
                default:
                    Assert.Equal("first_week_value", expected.Name);
                    vector.AssertNumber(expected.Value, keyResult.Score(cycle, LocalDate.Min(cycle.Start.PlusDays(6), cycle.End)).Current ?? start);
                    break;
            }
        }
    }

    [Theory]
    [VectorsOf(Peers, "delta_to_target")]
    public void Distance_to_the_target_is_positive_when_it_is_good(ScoringVectorCase vector)
    {
        var direction = vector.Text("direction") == "decrease" ? Direction.LowerIsBetter : Direction.HigherIsBetter;
        vector.AssertNumber(vector.Expected.GetProperty("delta"), Target.Of(vector.Number("target")).Gap(vector.Number("current"), direction));
    }

    [Theory]
    [VectorsOf(Peers, "kr_validation")]
    [VectorsOf(Peers, "kpi_validation")]
    public void Definitions_that_make_no_sense_are_refused(ScoringVectorCase vector)
    {
        var isValid = vector.Expected.GetProperty("valid").GetBoolean();
        var (start, target) = (vector.Optional("baseline", "base"), vector.Optional("target"));
        if (start is null || target is null)
        {
            // One tracker refuses negative targets; net cash and temperatures have them.
            Assert.Equal(target, Target.Of(target ?? 0m).Value);
            return;
        }

        var refusal = Record.Exception(() => vector.Optional("standard") is { } standard
            ? Goal.Checkpoints(Checkpoint.At(start.Value, 0m), Checkpoint.At(standard, 0.5m), Checkpoint.At(target.Value, 1m))
            : (Goal)Goal.FromTo(start.Value, target.Value));
        Assert.Equal(isValid, refusal is null);
        Assert.True(refusal is null or ArgumentException);
    }

    [Theory]
    [VectorsOf(Peers, "threshold_range_validation")]
    public void A_range_upside_down_is_refused(ScoringVectorCase vector)
    {
        var refusal = Record.Exception(() => Band.Between(vector.Number("min"), vector.Number("max")));
        Assert.Equal(vector.Expected.GetProperty("valid").GetBoolean(), refusal is null);
    }

    [Theory]
    [VectorsOf(Peers, "kpi_progress")]
    public void Progress_with_a_floor(ScoringVectorCase vector)
    {
        if (vector.Optional("actual") is not { } actual)
        {
            vector.AssertScore(null);
            return;
        }

        vector.AssertScore(vector.Text("kind") is "range" or "control"
            ? Goal.KeepWithin(Band.Between(vector.Number("lower"), vector.Number("upper"))).Progress(actual).Score
            : vector.Profile.Limits.Limit(WithFloor(vector).Progress(actual).Raw!.Value));
    }

    [Theory]
    [VectorsOf(Peers, "kpi_progress_cumulative")]
    [VectorsOf(Peers, "kpi_monthly")]
    public void Progress_of_values_taken_together(ScoringVectorCase vector)
    {
        var keyResult = KeyResult(WithFloor(vector)).Taking(vector.Text("aggregation") switch
        {
            "average" or "avg" or "mean" => CurrentValue.Mean,
            "last" or "latest" => CurrentValue.Latest,
            "max" => CurrentValue.Max,
            "min" => CurrentValue.Min,
            _ => CurrentValue.Sum,
        });
        var day = Year.Start;
        foreach (var value in ScoringVectorCase.Numbers(vector.Input.GetProperty(vector.Has("increments") ? "increments" : "cycles")))
        {
            day = day.PlusDays(1);
            keyResult = value is { } reported ? keyResult.With(CheckIn.On(day, reported)) : keyResult;
        }

        var score = keyResult.Score(Year, Year.End);
        vector.AssertScore(vector.Profile.Combine(ScorePart.Of(score.Progress)).Score);
        if (vector.Expected.TryGetProperty("running_total", out var total))
        {
            vector.AssertNumber(total, score.Current);
        }
    }

    [Theory]
    [VectorsOf(Peers, "kpi_progress_from_zero")]
    public void Progress_from_zero(ScoringVectorCase vector)
    {
        if (vector.Optional("target") is not { } target)
        {
            vector.AssertScore(null);
            return;
        }

        if (target <= 0m)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Goal.Count(target));
            return;
        }

        vector.AssertScore(vector.Optional("current") is { } current ? Goal.Count(target).Progress(current).Score : null);
    }

    [Theory]
    [VectorsOf(Products, "target-actual-to-date")]
    public void Actual_to_date(ScoringVectorCase vector)
    {
        var day = Year.Start;
        var keyResult = KeyResult(Goal.Count(1_000m)).Taking(vector.Text("mode") == "cumulative" ? CurrentValue.Latest : CurrentValue.Sum);
        foreach (var value in ScoringVectorCase.Numbers(vector.Input.GetProperty("actuals")))
        {
            day = day.PlusDays(1);
            keyResult = value is { } reported ? keyResult.With(CheckIn.On(day, reported)) : keyResult;
        }

        vector.AssertNumber(vector.Expected.GetProperty("actualToDate"), keyResult.Score(Year, Year.End).Current);
    }

    [Theory]
    [VectorsOf(Hand, "achievement-percent")]
    public void Achievement_of_a_target(ScoringVectorCase vector)
    {
        var direction = vector.Text("direction") == "lower" ? Direction.LowerIsBetter : Direction.HigherIsBetter;
        Near(
            vector.Expected.GetProperty("againstOld").GetDecimal(),
            Target.Of(vector.Number("oldTarget")).Attainment(vector.Number("actual"), direction)!.Value);
        Near(
            vector.Expected.GetProperty("againstNew").GetDecimal(),
            Target.Of(vector.Number("newTarget")).Attainment(vector.Number("actual"), direction)!.Value);
    }

    [Theory]
    [VectorsOf(Hand, "conditional-sample")]
    public void Achieved_needs_enough_answers(ScoringVectorCase vector)
    {
        var goal = Goal.AtLeast(vector.Number("target")).WithMinimumSample(vector.Number("minimumAnswers"));
        Assert.Equal(
            vector.Expected.GetProperty("achieved").EnumerateArray().Select(each => each.GetBoolean()),
            vector.Input.GetProperty("items").EnumerateArray().Select(item =>
                goal.StateOf(item.GetProperty("mean").GetDecimal(), item.GetProperty("answers").GetDecimal()) == SampleState.Met));
    }

    [Theory]
    [VectorsOf(Hand, "count")]
    public void Counted_from_zero(ScoringVectorCase vector)
    {
        var progress = vector.List("done").Select(done => Goal.Count(vector.Number("target")).Progress(done)).ToArray();
        Assert.All(Expected(vector, "raw").Zip(progress), pair => Near(pair.First, pair.Second.Raw!.Value));
        Assert.All(Expected(vector, "clamped").Zip(progress), pair => Near(pair.First, pair.Second.Score!.Value));
    }

    [Theory]
    [VectorsOf(Hand, "threshold")]
    public void A_threshold_without_a_start(ScoringVectorCase vector)
    {
        var goal = Goal.AtLeast(vector.Number("target"));
        var actual = vector.List("actual");
        Assert.Equal(Expected(vector, "binary"), actual.Select(value => goal.Progress(value).Raw!.Value));
        Assert.All(Expected(vector, "ratioToTarget").Zip(actual), pair => Near(pair.First, Goal.Count(goal.Target).Progress(pair.Second).Raw!.Value));
    }

    private static CheckIn[] CheckInsOf(ScoringVectorCase vector) => !vector.Has("check_ins") ? [] :
    [
        .. vector.Input.GetProperty("check_ins").EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Array
            ? CheckIn.On(ScoringVectorCase.DateOf(each[0].GetString()!), each[1].GetDecimal())
            : CheckIn.On(ScoringVectorCase.DateOf(each.GetProperty("date").GetString()!), each.GetProperty("value").GetDecimal())),
    ];

    private static CurrentValue ReadingOf(string? kind) =>
        kind switch { "count" => CurrentValue.Sum, "average" => CurrentValue.Mean, _ => CurrentValue.Latest };

    private static void AssertRefused(decimal start, decimal target) =>
        Assert.Contains("KeepWithin", Assert.Throws<ArgumentException>(() => Goal.FromTo(start, target)).Message, StringComparison.Ordinal);

    private static KeyResult KeyResult(Goal goal) => OkrKpi.KeyResult.Define("kr", "A key result", Unit.Count("thing"), goal);

    private static decimal[] Expected(ScoringVectorCase vector, string name) =>
        [.. ScoringVectorCase.Numbers(vector.Expected.GetProperty(name)).Select(each => each!.Value)];

    private static void Near(decimal expected, decimal actual) => Assert.InRange(actual, expected - 0.000_000_000_01m, expected + 0.000_000_000_01m);
}
