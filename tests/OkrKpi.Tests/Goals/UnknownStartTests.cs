using NodaTime;

namespace OkrKpi.Tests;

/// <summary>At least and at most, when nobody has said where it starts.</summary>
public sealed class UnknownStartTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate August = new(2026, 8, 12);

    [Theory]
    [InlineData(14.2, 0)]
    [InlineData(20, 1)]
    [InlineData(25, 1)]
    public void With_one_check_in_at_least_20_is_met_or_not(double value, int raw) => Assert.Equal(raw, At(Goal.AtLeast(20m), (decimal)value).Progress.Raw);

    [Fact]
    public void From_the_second_on_it_starts_where_it_was_first_seen()
    {
        var score = At(Goal.AtLeast(20m), 14m, 17m);
        Assert.Equal((0.5m, 3m, 3m), (score.Progress.Raw, score.Completed, score.Remaining));
        Assert.Equal(-0.5m, At(Goal.AtLeast(20m), 14m, 11m).Progress.Raw);
        Assert.Equal(0.5m, At(Goal.AtMost(5m), 9m, 7m).Progress.Raw);
    }

    [Fact]
    public void Check_ins_that_add_up_start_from_zero()
    {
        var summed = Sum(Goal.AtLeast(20m));
        Assert.Equal(ProgressState.NotStarted, summed.Score(Quarter, August).Progress.State);
        Assert.Equal(20m, summed.Score(Quarter, August).Remaining);
        Assert.Equal(0.7m, summed.With(CheckIn.On(August, 14m)).Score(Quarter, August).Progress.Raw);
        Assert.Equal(0.7m, summed.With(CheckIn.On(August, 10m), CheckIn.On(August, 4m)).Score(Quarter, August).Progress.Raw);
        Assert.Equal(0m, summed.With(CheckIn.On(August, 0m)).Score(Quarter, August).Progress.Raw);
    }

    [Fact]
    public void At_most_never_starts_from_zero_and_neither_does_at_least_0()
    {
        Assert.Equal(1m, Sum(Goal.AtMost(5m)).With(CheckIn.On(August, 2m), CheckIn.On(August, 3m)).Score(Quarter, August).Progress.Raw);
        Assert.Equal(0m, Sum(Goal.AtMost(5m)).With(CheckIn.On(August, 2m), CheckIn.On(August, 4m)).Score(Quarter, August).Progress.Raw);
        Assert.Equal(ProgressState.NoData, Sum(Goal.AtMost(5m)).Score(Quarter, August).Progress.State);
        Assert.Equal(1m, Sum(Goal.AtLeast(0m)).With(CheckIn.On(August, 0m)).Score(Quarter, August).Progress.Raw);
    }

    [Fact]
    public void What_remains_and_what_is_needed_a_day_are_always_told()
    {
        var score = At(Goal.AtLeast(20m), 14.2m);
        Assert.Equal((5.8m, 5.8m / 49m), (score.Remaining, score.RequiredPerDay));
        Assert.Null(score.Completed);
        Assert.Equal(1.5m, At(Goal.AtMost(5m), 6.5m).Remaining);
        Assert.Equal(0m, At(Goal.AtMost(5m), 4m).Remaining);
        Assert.Equal(5.8m, At(Goal.AtLeast(20m).MetOrNot(), 14.2m).Remaining);
        Assert.Equal(5m, At(Goal.Zones(0m, 10m), 5m).Remaining);
        Assert.Equal(10m, At(Goal.Zones(0m, 10m)).Remaining);
        Assert.Null(At(Goal.AtLeast(20m)).Remaining);
        Assert.Contains(score.Explain().Because, reason => reason.Key == "keyResult.remaining");
    }

    [Fact]
    public void A_rate_tells_what_remains_and_not_what_a_day_has_to_add()
    {
        var keyResult = Define(Goal.FromTo(7m, 21m).Per(Cadence.Week)).With(CheckIn.On(new(2026, 8, 5), 14m));
        Assert.Equal(7m, keyResult.Score(Quarter, August).Remaining);
        Assert.Null(keyResult.Score(Quarter, August).RequiredPerDay);
    }

    [Fact]
    public void Before_there_is_a_share_pace_goes_by_the_value()
    {
        Assert.Equal(PaceStatus.OnTrack, At(Goal.AtLeast(20m), 20m).Pace.Status);
        Assert.Equal(PaceStatus.Behind, At(Goal.AtLeast(20m), 14.2m).Pace.Status);
        Assert.Equal(PaceStatus.OnTrack, At(Goal.AtMost(5m), 5m).Pace.Status);
        Assert.Equal(PaceStatus.NotPaced, At(Goal.AtLeast(20m)).Pace.Status);
        Assert.Null(At(Goal.AtLeast(20m), 14.2m).Pace.Expected);
    }

    [Fact]
    public void Not_met_is_behind_only_after_the_grace()
    {
        var keyResult = Define(Goal.AtLeast(20m)).With(CheckIn.On(Quarter.Start, 14.2m));
        Assert.Equal(PaceStatus.TooEarly, keyResult.Score(Quarter, Quarter.Start.PlusDays(8)).Pace.Status);
        Assert.Equal(PaceStatus.Behind, keyResult.Score(Quarter, Quarter.Start.PlusDays(9)).Pace.Status);
        Assert.Equal(PaceStatus.OnTrack, Define(Goal.AtLeast(20m)).With(CheckIn.On(Quarter.Start, 20m)).Score(Quarter, Quarter.Start).Pace.Status);
    }

    [Fact]
    public void Once_there_is_a_share_pace_goes_by_the_curve()
    {
        var score = At(Goal.AtLeast(20m), 14m, 17m);
        Assert.Equal(43m / 92m, score.Pace.Expected);
        Assert.Equal(PaceStatus.OnTrack, score.Pace.Status);
        Assert.Equal(PaceStatus.Behind, At(Goal.AtLeast(20m), 14m, 14.5m).Pace.Status);
        Assert.Equal(PaceStatus.Achieved, At(Goal.AtLeast(20m), 14m, 20m).Pace.Status);
        Assert.Equal(43m / 92m, Sum(Goal.AtLeast(20m)).With(CheckIn.On(August, 14m)).Score(Quarter, August).Pace.Expected);
    }

    [Fact]
    public void A_first_value_that_is_good_already_leaves_the_value_to_go_by()
    {
        Assert.Equal(PaceStatus.OnTrack, At(Goal.AtMost(5m), 4m, 3m).Pace.Status);
        Assert.Equal(PaceStatus.Behind, At(Goal.AtMost(5m), 4m, 6m).Pace.Status);
        Assert.Equal(0m, At(Goal.AtMost(5m), 4m, 6m).Progress.Raw);
    }

    [Fact]
    public void In_the_end_it_was_achieved_or_missed()
    {
        Assert.Equal(PaceStatus.Achieved, Define(Goal.AtMost(5m)).With(CheckIn.On(August, 4m)).Score(Quarter, Quarter.End).Pace.Status);
        Assert.Equal(PaceStatus.Missed, Define(Goal.AtMost(5m)).With(CheckIn.On(August, 6m)).Score(Quarter, Quarter.End).Pace.Status);
        Assert.Equal(PaceStatus.NotPaced, Define(Goal.AtMost(5m)).Score(Quarter, Quarter.End).Pace.Status);
        Assert.Equal(
            PaceStatus.NotPaced,
            Define(Goal.AtMost(5m)).With(CheckIn.On(Quarter.Start.PlusDays(-9), 4m)).Score(Quarter, Quarter.Start.PlusDays(-1)).Pace.Status);
    }

    [Fact]
    public void Met_or_not_by_distance_strict_or_with_a_sample_pace_goes_by_the_value_for_good()
    {
        foreach (
            var goal in new Goal[] { Goal.AtLeast(20m).MetOrNot(), Goal.AtLeast(20m).ByDistance(), Goal.MoreThan(19m),
                Goal.AtLeast(20m).WithMinimumSample(1m) })
        {
            Assert.Equal(PaceStatus.Behind, At(goal, 14m, 17m).Pace.Status);
            Assert.Equal(PaceStatus.OnTrack, At(goal, 14m, 20m).Pace.Status);
        }

        Assert.Equal(PaceStatus.NotPaced, At(Goal.FromTo(0m, 20m).WithMinimumSample(1m), 14m, 17m).Pace.Status);
        Assert.Equal(PaceStatus.NotPaced, At(Goal.AtLeast(20m).WithMinimumSample(9m), 14m, 25m).Pace.Status);
    }

    [Fact]
    public void A_curve_of_its_own_is_followed_whatever_the_goal() =>
        Assert.Equal(0m, Define(Goal.AtLeast(20m)).Paced(PaceCurve.Steps(1)).With(CheckIn.On(August, 14m)).Score(Quarter, August).Pace.Expected);

    [Fact]
    public void Without_a_share_it_does_not_weigh_in_the_pace_of_its_objective_and_is_not_projected()
    {
        var objective = Objective.Define("o", "O", Quarter)
            .With(
                Define(Goal.AtLeast(20m)).With(CheckIn.On(August, 14m)),
                KeyResult.Define("b", "B", Unit.Percent, Goal.FromTo(0m, 10m)).With(CheckIn.On(August, 5m)));
        Assert.Equal((0.25m, PaceStatus.OnTrack), (objective.Score(August).Score, objective.Score(August).Pace.Status));
        Assert.Equal(ForecastState.NotPaced, objective.KeyResults[0].Score(Quarter, August).Forecast().State);
    }

    [Fact]
    public void With_a_share_it_is_projected_from_where_it_was_first_seen()
    {
        var forecast = Define(Goal.AtLeast(20m))
            .With(CheckIn.On(Quarter.Start, 10m), CheckIn.On(new(2026, 8, 15), 15m))
            .Score(Quarter, new(2026, 8, 15))
            .Forecast();
        Assert.Equal((1m, 20m), (forecast.Raw, forecast.Value));
    }

    [Fact]
    public void A_start_nobody_has_said_is_remarked_until_it_was_seen_twice()
    {
        Assert.True(IsRemarked(Define(Goal.AtLeast(20m))));
        Assert.True(IsRemarked(Define(Goal.AtLeast(20m)).With(CheckIn.On(August, 14m))));
        Assert.False(IsRemarked(Define(Goal.AtLeast(20m)).With(CheckIn.On(August, 14m), CheckIn.On(August, 15m))));
        Assert.False(IsRemarked(Sum(Goal.AtLeast(20m))));
        Assert.True(IsRemarked(Define(Goal.AtLeast(20m).MetOrNot()).With(CheckIn.On(August, 14m), CheckIn.On(August, 15m))));

        static bool IsRemarked(KeyResult keyResult) =>
            Portfolio.Of([], [Objective.Define("o", "O", Quarter).With(keyResult)], [])
                .Review(August).Findings
                .Any(finding => finding.Code == "unknown-baseline");
    }

    [Fact]
    public void A_part_of_weights_without_a_share_leaves_the_whole_without_pace()
    {
        var goal = Goal.Weighted(Goal.Part("a", Goal.AtLeast(20m)), Goal.Part("b", Goal.Count(4m)));
        var keyResult = Define(goal).With(CheckIn.On(August, 14m).Of("a"), CheckIn.On(August, 2m).Of("b"));
        Assert.Equal(PaceStatus.NotPaced, keyResult.Score(Quarter, August).Pace.Status);
        Assert.Equal(PaceStatus.OnTrack, keyResult.With(CheckIn.On(August, 17m).Of("a")).Score(Quarter, August).Pace.Status);
    }

    [Fact]
    public void A_way_in_steps_aims_at_what_is_worth_1()
    {
        Assert.Equal(20m, Goal.Interpolated(10m, 20m, 25m).Aim!.Value.Target);
        Assert.Equal(10m, Goal.Zones(0m, 10m).Aim!.Value.Target);
        Assert.Equal(15m, Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(10m, 0.5m), Checkpoint.At(20m, 1.5m)).Aim!.Value.Target);
        Assert.Equal(10m, Goal.Checkpoints(Checkpoint.At(10m, 1m), Checkpoint.At(20m, 1.5m)).Aim!.Value.Target);
        Assert.Equal(20m, Goal.Checkpoints(Checkpoint.At(10m, 0m), Checkpoint.At(20m, 0.8m)).Aim!.Value.Target);
    }

    private static KeyResult Define(Goal goal) => KeyResult.Define("a", "A", Unit.Percent, goal);

    private static KeyResult Sum(Goal goal) => Define(goal).Taking(CurrentValue.Sum);

    private static KeyResultScore At(Goal goal, params decimal[] values) =>
        Define(goal).With(values.Select((value, index) => CheckIn.On(August.PlusDays(index - values.Length), value).FromSample(5m))).Score(Quarter, August);
}
