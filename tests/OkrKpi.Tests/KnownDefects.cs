using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What other trackers are known to get wrong, done right; each test names the defect.</summary>
public class KnownDefects
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Theory]
    [InlineData(10, 20, 8)]
    [InlineData(20, 10, 23)]
    public void Absolute_values_hide_the_wrong_direction(int start, int target, int current) =>
        Assert.True(Goal.FromTo(start, target).Progress(current).IsRegression);

    [Fact]
    public void A_goal_where_lower_is_better_is_judged_as_if_higher_were()
    {
        Assert.True(Goal.AtMost(5m).Progress(4m).IsAchieved);
        Assert.False(Goal.AtMost(5m).Progress(6m).IsAchieved);
        Assert.True(Goal.AtLeast(-5m).Progress(-4m).IsAchieved);
    }

    [Theory]
    [InlineData(0.595)]
    [InlineData(0.795)]
    [InlineData(0.995)]
    public void Bands_of_whole_numbers_leave_holes(decimal score) =>
        Assert.Single(GradeScale.Boja.Bands, band => !(score < band.From) && !(score >= band.Below) && band == GradeScale.Boja.BandOf(score));

    [Fact]
    public void A_milestone_is_complete_after_one_of_its_tasks() => Assert.Equal(0.5m, Goal.Milestones("a", "b", "c", "d").Progress("a", "c").Raw);

    [Fact]
    public void A_falling_goal_is_done_at_its_start() => Assert.Equal(0m, Goal.FromTo(100m, 20m).Progress(100m).Raw);

    [Fact]
    public void Checkpoints_are_inverted_when_the_goal_falls()
    {
        var falling = Goal.Checkpoints(Checkpoint.At(100m, 0m), Checkpoint.At(50m, 0.4m), Checkpoint.At(20m, 0.7m), Checkpoint.At(0m, 1m));
        Assert.Equal(0m, falling.Progress(100m).Raw);
        Assert.Equal(0.5m, falling.Progress(40m).Raw);
        Assert.Equal(1m, falling.Progress(0m).Raw);
        Assert.True(falling.Progress(110m).IsRegression);
    }

    [Fact]
    public void The_largest_and_the_smallest_value_start_from_zero()
    {
        Assert.Equal(-3m, At(CurrentValue.Max, -5m, -3m));
        Assert.Equal(3m, At(CurrentValue.Min, 5m, 3m));
    }

    [Fact]
    public void Integer_division_makes_1_of_3_nothing() => Assert.Equal(1m / 3m, Goal.Count(3m).Progress(1m).Raw);

    [Fact]
    public void A_range_of_zero_is_0_or_a_half_or_done()
    {
        Assert.Throws<ArgumentException>(() => Goal.FromTo(5m, 5m));
        Assert.Throws<ArgumentException>(() => Goal.Zones(5m, 5m));
        Assert.Throws<ArgumentException>(() => Goal.Checkpoints(Checkpoint.At(5m, 0m), Checkpoint.At(5m, 1m)));
        Assert.Throws<ArgumentException>(() => Goal.AtLeast(5m).StartingAt(5m));
        Assert.True(Goal.KeepWithin(Band.Between(5m, 5m)).Progress(5m).IsAchieved);
    }

    [Fact]
    public void A_status_rests_on_a_confidence_that_was_replaced()
    {
        var objective = Objective.Define("o", "An objective", Quarter).With(KeyResult(Goal.FromTo(0m, 10m)))
            .CheckIn("kr", Quarter.Start, 5m, Confidence.OutOfTen(9m))
            .CheckIn("kr", Quarter.Start.PlusDays(1), 2m, Confidence.OutOfTen(3m));
        var score = objective.Score(Quarter.Start.PlusDays(1));
        Assert.Equal(0.2m, score.Score);
        Assert.Equal(Confidence.OutOfTen(3m), score.Confidence);
    }

    [Theory]
    [InlineData(2.9)]
    [InlineData(3)]
    [InlineData(6.9)]
    [InlineData(7)]
    [InlineData(10)]
    public void Two_places_band_by_different_thresholds(decimal value)
    {
        var goal = Goal.Zones(0m, 10m);
        Assert.Equal(goal.ZoneOf(value).ToString(), ScoringProfile.PuzzleOkr.Grades.BandOf(goal.Progress(value).Raw!.Value).Name);
    }

    [Fact]
    public void The_result_depends_on_the_day_it_is_computed()
    {
        var objective = Objective.Define("o", "An objective", Cycle.Quarter(1999, 1))
            .With(KeyResult(Goal.FromTo(0m, 10m)))
            .CheckIn("kr", new LocalDate(1999, 1, 10), 5m);
        Assert.False(objective.Score(new LocalDate(1999, 2, 1)).IsClosing);
        Assert.Equal(0.5m, objective.Score(new LocalDate(1999, 2, 1)).Score);
    }

    [Fact]
    public void Everything_at_its_largest_and_closest_does_not_overflow()
    {
        const decimal Largest = 1_000_000_000_000_000m;
        const decimal Smallest = 0.000_000_000_001m;
        Assert.Equal(-1_000_000_000_000_000_000_000_000_000m, Goal.FromTo(0m, Smallest).Progress(-Largest).Raw);
        Assert.Equal(-10m * Largest / Smallest, Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(Smallest, 10m)).Progress(-Largest).Raw);
        Assert.Equal(2m - (Largest / Smallest), Goal.AtMost(Smallest).ByDistance().Progress(Largest).Raw);
        Assert.Equal(0m, Goal.KeepWithin(Band.AtMost(-Largest)).WithTolerance(Smallest).Progress(Largest).Raw);
        var keyResult = KeyResult(Goal.FromTo(0m, Smallest)).Taking(CurrentValue.Sum);
        for (var each = 0; each < 100; each++)
        {
            keyResult = keyResult.With(CheckIn.On(Quarter.Start, Largest).FromSample(Largest));
        }

        // A sum stays an amount, so it stops at the largest.
        Assert.Equal(Largest / Smallest, keyResult.Score(Quarter, Quarter.End).Progress.Raw);
        Assert.Equal(Largest, keyResult.Taking(CurrentValue.Mean).Score(Quarter, Quarter.End).Current);
        var objective = Objective.Define("o", "An objective", Quarter).With(keyResult.Weighing(1_000_000m));

        // What is combined is held to 10^18 before the limits of the profile.
        foreach (var preset in ScoringProfile.Presets)
        {
            Assert.Equal((preset.Name, preset.Limits.Limit(1_000m * Largest)), (preset.Name, objective.Score(Quarter.End, preset).Score));
        }
    }

    private static decimal? At(CurrentValue reading, params decimal[] values) =>
        values.Aggregate(KeyResult(Goal.AtLeast(1m)).Taking(reading), (keyResult, value) => keyResult.With(CheckIn.On(Quarter.Start, value)))
            .Score(Quarter, Quarter.End).Current;

    private static KeyResult KeyResult(Goal goal) => OkrKpi.KeyResult.Define("kr", "A key result", Unit.Count("thing"), goal);
}
