namespace OkrKpi.Tests;

/// <summary>Goals that go by the periods of a cycle: what is to be kept, and rates.</summary>
public sealed class KeptAndRateTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly KeepWithinGoal Kept = Goal.KeepWithin(Band.Between(1m, 2m));

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2.1, 0)]
    public void On_an_end_of_the_band_a_value_is_kept(double value, int raw) => Assert.Equal(raw, Kept.Progress((decimal)value).Raw);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1.1, 1)]
    [InlineData(1.9, 1)]
    [InlineData(2, 0)]
    public void Strictly_it_is_not(double value, int raw) => Assert.Equal(raw, Kept.Strictly().Progress((decimal)value).Raw);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2.1, 0.8)]
    [InlineData(2.5, 0)]
    [InlineData(3, 0)]
    [InlineData(0.9, 0.8)]
    [InlineData(0.5, 0)]
    [InlineData(0, 0)]
    public void Within_a_tolerance_a_value_fades(double value, double raw) => Assert.Equal((decimal)raw, Kept.WithTolerance(0.5m).Progress((decimal)value).Raw);

    [Fact]
    public void A_tolerance_is_above_0()
    {
        Assert.Equal(0.000_000_000_001m, Kept.WithTolerance(0.000_000_000_001m).Tolerance);
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => Kept.WithTolerance(0m));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => Kept.WithTolerance(1_000_000_000_000_001m));
    }

    [Theory]
    [InlineData(1, KeepStanding.Kept)]
    [InlineData(0.9, KeepStanding.Slipping)]
    [InlineData(0, KeepStanding.Slipping)]
    [InlineData(-0.1, KeepStanding.Broken)]
    public void Between_the_band_and_the_risk_threshold_it_is_slipping(double value, KeepStanding standing)
    {
        Assert.Equal(standing, Kept.AtRiskOutside(Band.Between(0m, 3m)).StandingOf((decimal)value));
        Assert.Equal(standing == KeepStanding.Kept ? KeepStanding.Kept : KeepStanding.Broken, Kept.StandingOf((decimal)value));
    }

    [Fact]
    public void A_risk_threshold_holds_the_whole_band()
    {
        Assert.Equal(Band.Between(1m, 2m), Kept.AtRiskOutside(Band.Between(1m, 2m)).RiskBand);
        Assert.Throws<ArgumentException>("outer", () => Kept.AtRiskOutside(Band.Between(1.1m, 3m)));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Kept.StandingOf(1_000_000_000_000_001m));
    }

    [Theory]
    [InlineData(KeepReading.ShareOfElapsed, 0.4)]
    [InlineData(KeepReading.ShareOfPlanned, 0.25)]
    [InlineData(KeepReading.ShareOfReported, 0.667)]
    [InlineData(KeepReading.ShareUpToLatest, 0.5)]
    [InlineData(KeepReading.CurrentValue, 0)]
    public void Of_five_passed_with_two_kept_one_not_and_two_holes(KeepReading reading, double raw) =>
        Assert.Equal((decimal)raw, Math.Round(Kept.Read(reading).Progress([1m, null, 2m, 3m, null], 8).Raw!.Value, 3));

    [Fact]
    public void As_many_are_planned_as_have_passed_or_more()
    {
        Assert.Equal(1m, Kept.Progress([1m, 1m], 2).Raw);
        Assert.Throws<ArgumentOutOfRangeException>("planned", () => Kept.Progress([1m, 1m], 1));
        Assert.Throws<ArgumentOutOfRangeException>("values", () => Kept.Progress([1_000_000_000_000_001m], 1));
        Assert.Equal(Progress.NoData, Kept.Progress([null, null], 2));
        Assert.Equal(Progress.NoData, Kept.Read(KeepReading.CurrentValue).Progress([], 2));
    }

    [Fact]
    public void The_week_of_the_cycle_has_passed_on_its_last_day()
    {
        CheckIn[] checkIns = [CheckIn.On(Quarter.Start, 5m), CheckIn.On(Quarter.Start.PlusDays(6), 1m), CheckIn.On(Quarter.Start.PlusDays(7), 5m)];
        Assert.Equal(1m, Kept.Progress(checkIns, Quarter, Quarter.Start.PlusDays(6)).Raw);
        Assert.Equal(1m, Kept.Progress(checkIns, Quarter, Quarter.Start.PlusDays(12)).Raw);
        Assert.Equal(0.5m, Kept.Progress(checkIns, Quarter, Quarter.Start.PlusDays(13)).Raw);
    }

    [Fact]
    public void Before_the_first_week_has_passed_the_latest_value_counts_alone()
    {
        CheckIn[] checkIns = [CheckIn.On(Quarter.Start, 5m), CheckIn.On(Quarter.Start.PlusDays(1), 1m)];
        Assert.Equal(1m, Kept.Progress(checkIns, Quarter, Quarter.Start.PlusDays(5)).Raw);
        Assert.Equal(0m, Kept.Progress(checkIns[..1], Quarter, Quarter.Start.PlusDays(5)).Raw);
        Assert.Equal(Progress.NoData, Kept.Progress([], Quarter, Quarter.End));
    }

    [Fact]
    public void Reported_only_in_the_week_that_runs_its_value_is_all_there_is() =>
        Assert.Equal(1m, Kept.Progress([CheckIn.On(Quarter.Start.PlusDays(8), 1m)], Quarter, Quarter.Start.PlusDays(9)).Raw);

    [Fact]
    public void Only_whole_weeks_of_the_cycle_are_planned()
    {
        CheckIn[] first = [CheckIn.On(Quarter.Start, 1m)];
        var planned = Kept.Read(KeepReading.ShareOfPlanned);
        Assert.Equal(1m / 13m, planned.Progress(first, Quarter, Quarter.End).Raw);
        Assert.Equal(1m, planned.Progress(first, Cycle.Between(Quarter.Start, Quarter.Start.PlusDays(6)), Quarter.End).Raw);
        Assert.Equal(1m, planned.Progress(first, Cycle.Between(Quarter.Start, Quarter.Start.PlusDays(12)), Quarter.End).Raw);
        Assert.Equal(0.5m, planned.Progress(first, Cycle.Between(Quarter.Start, Quarter.Start.PlusDays(13)), Quarter.End).Raw);
    }

    [Fact]
    public void Longer_periods_are_those_of_the_calendar_as_far_as_they_lie_in_the_cycle()
    {
        var planned = Kept.Read(KeepReading.ShareOfPlanned);
        CheckIn[] first = [CheckIn.On(new(2026, 7, 15), 1m)];
        var cycle = Cycle.Between(new(2026, 7, 15), new(2026, 9, 10));
        Assert.Equal(1m / 3m, planned.Every(Cadence.Month).Progress(first, cycle, cycle.End).Raw);
        Assert.Equal(1m, Kept.Every(Cadence.Month).Progress(first, cycle, new(2026, 7, 31)).Raw);
        Assert.Equal(0.5m, Kept.Read(KeepReading.ShareOfElapsed).Every(Cadence.Month).Progress(first, cycle, new(2026, 8, 31)).Raw);
        Assert.Equal(1m / cycle.Days, planned.Every(Cadence.Day).Progress(first, cycle, cycle.End).Raw);
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Kept.Every(Cadence.Hour));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Kept.Every(Cadence.Event));
    }

    [Fact]
    public void What_is_kept_is_achieved_only_when_it_was_kept_to_the_end()
    {
        var weekly = Enumerable.Range(0, 13).Select(week => CheckIn.On(Quarter.Start.PlusDays(7 * week), 1m));
        var keyResult = KeyResult.Define("kr", "Kept", Unit.Percent, Kept).With(weekly);
        Assert.Equal(PaceStatus.OnTrack, keyResult.Score(Quarter, Quarter.End.PlusDays(-1)).Pace.Status);
        Assert.Equal(PaceStatus.Achieved, keyResult.Score(Quarter, Quarter.End).Pace.Status);
    }

    [Fact]
    public void A_week_counts_for_a_rate_on_its_last_day_and_only_when_it_lies_in_the_cycle()
    {
        // 2026-07-01 is a Wednesday: the first whole week begins on 6 July.
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 5), 3m), CheckIn.On(new(2026, 7, 6), 5m), CheckIn.On(new(2026, 7, 12), 5m),
            CheckIn.On(new(2026, 7, 13), 90m)];
        var rate = Goal.FromTo(0m, 100m).Per(Cadence.Week);
        Assert.Equal(Progress.NotStarted, rate.Progress(checkIns, Quarter, new(2026, 7, 11)));
        Assert.Equal(0.1m, rate.Progress(checkIns, Quarter, new(2026, 7, 12)).Raw);
        Assert.Equal(0.1m, rate.Progress(checkIns, Quarter, new(2026, 7, 18)).Raw);
        Assert.Equal(0.9m, rate.Progress(checkIns, Quarter, new(2026, 7, 19)).Raw);
        Assert.Equal(Progress.NoData, Goal.AtLeast(10m).Per(Cadence.Week).Progress(checkIns, Quarter, new(2026, 7, 11)));
    }

    [Fact]
    public void A_month_that_begins_with_the_cycle_counts_and_what_is_after_the_cycle_does_not()
    {
        var rate = Goal.FromTo(0m, 100m).Per(Cadence.Month);
        Assert.Equal(0.1m, rate.Progress([CheckIn.On(new(2026, 7, 1), 10m)], Quarter, new(2026, 7, 31)).Raw);
        Assert.Equal(0.2m, rate.Progress([CheckIn.On(new(2026, 9, 30), 20m), CheckIn.On(new(2026, 10, 1), 90m)], Quarter, new(2026, 12, 31)).Raw);
    }

    [Fact]
    public void The_last_period_with_a_check_in_counts_and_a_mean_leaves_holes_out()
    {
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 6), 10m), CheckIn.On(new(2026, 7, 13), 20m), CheckIn.On(new(2026, 7, 27), 60m)];
        var rate = Goal.FromTo(0m, 100m).Per(Cadence.Week);
        Assert.Equal(0.6m, rate.Progress(checkIns, Quarter, new(2026, 9, 27)).Raw);
        Assert.Equal(0.2m, rate.Progress(checkIns, Quarter, new(2026, 7, 26)).Raw);
        Assert.Equal(0.6m, rate.MeanOfLast(2).Progress(checkIns, Quarter, new(2026, 8, 2)).Raw);
        Assert.Equal(0.4m, rate.MeanOfLast(3).Progress(checkIns, Quarter, new(2026, 8, 2)).Raw);
        Assert.Equal(0.3m, rate.MeanOfLast(4).Progress(checkIns, Quarter, new(2026, 8, 2)).Raw);
        Assert.Equal(0.6m, rate.MeanOfLast(2).Progress(checkIns, Quarter, new(2026, 9, 27)).Raw);
    }

    [Fact]
    public void One_good_week_and_silence_after_it_is_1_of_what_was_reported_and_1_of_8_reported()
    {
        var progress = Kept.Progress([CheckIn.On(Quarter.Start, 1m)], Quarter, Quarter.Start.PlusDays(55));
        Assert.Equal((1m, 1, 8, 0.125m), (progress.Raw, progress.Reported, progress.Checks, progress.Coverage));
        var keyResult = KeyResult.Define("kr", "Kept", Unit.Percent, Kept).With(CheckIn.On(Quarter.Start, 1m));
        var objective = Objective.Define("o", "O", Quarter).With(keyResult).Score(Quarter.Start.PlusDays(55));
        Assert.Equal((1m, 0.125m, 0.125m), (objective.Score, objective.Coverage, objective.KeyResults[0].Coverage));
        Assert.Contains(objective.KeyResults[0].Explain().Because, reason => reason.Key == "keyResult.checks");
    }

    [Fact]
    public void A_value_in_the_week_that_runs_is_one_check_more()
    {
        var progress = Kept.Progress([CheckIn.On(Quarter.Start.PlusDays(22), 1m)], Quarter, Quarter.Start.PlusDays(23));
        Assert.Equal((1m, 1, 4), (progress.Raw, progress.Reported, progress.Checks));
        progress = Kept.Progress([CheckIn.On(Quarter.Start.PlusDays(-1), 1m)], Quarter, Quarter.Start.PlusDays(23));
        Assert.Equal((1m, 0, 3), (progress.Raw, progress.Reported, progress.Checks));
    }

    [Fact]
    public void Whatever_the_reading_the_checks_that_were_reported_are_told()
    {
        Assert.All(Enum.GetValues<KeepReading>(), reading => Assert.Equal((3, 5), Checks(Kept.Read(reading).Progress([1m, null, 2m, 3m, null], 8))));
        Assert.Equal((0, 0), Checks(Goal.Count(3m).Progress(1m)));
        Assert.Equal((1m, 0m, 0m), (Goal.Count(3m).Progress(1m).Coverage, Progress.NoData.Coverage, Progress.NotStarted.Coverage));
    }

    [Fact]
    public void Parts_that_are_kept_add_their_checks_up()
    {
        CheckIn[] checkIns =
        [
            CheckIn.On(Quarter.Start, 1m).Of("a"), CheckIn.On(Quarter.Start.PlusDays(7), 9m).Of("b"), CheckIn.On(Quarter.Start.PlusDays(14), 1m).Of("b")
        ];
        GoalPart[] parts = [Goal.Part("a", Kept), Goal.Part("b", Kept)];
        Assert.Equal((3, 6, 0.75m), Told(Goal.Weighted(parts)));
        Assert.Equal((3, 6, 0.5m), Told(Goal.AllOf(parts)));

        (int Reported, int Checks, decimal? Raw) Told(Goal goal) =>
            goal.Progress(checkIns, Quarter, Quarter.Start.PlusDays(20)) is var progress ? (progress.Reported, progress.Checks, progress.Raw) : default;
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public void A_rate_that_nobody_has_reported_for_two_of_its_weeks_is_stale_and_not_achieved(int day, bool isStale)
    {
        // Reported in the week from 6 to 12 July; the second silent week ends on the 26th.
        var keyResult = KeyResult.Define("kr", "Meetings", Unit.Count("meeting"), Goal.FromTo(0m, 10m).Per(Cadence.Week))
            .With(CheckIn.On(new(2026, 7, 8), 10m));
        var score = keyResult.Score(Quarter, new(2026, 7, day));
        Assert.Equal((1m, isStale, !isStale), (score.Score, score.Progress.IsStale, score.Progress.IsAchieved));
        Assert.Equal((isStale, !isStale), (score.Pace.IsStale, score.Pace.Status == PaceStatus.Achieved));
        Assert.Equal(isStale, score.Explain().Because.Any(reason => reason.Key == "keyResult.staleRate"));
    }

    [Fact]
    public void A_check_in_of_the_week_that_runs_keeps_a_rate_fresh()
    {
        var rate = Goal.FromTo(0m, 10m).Per(Cadence.Week);
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 8), 10m), CheckIn.On(new(2026, 7, 27), 1m)];
        Assert.True(rate.Progress(checkIns, Quarter, new(2026, 7, 26)).IsStale);
        Assert.False(rate.Progress(checkIns, Quarter, new(2026, 7, 27)).IsStale);
    }

    [Fact]
    public void Nobody_can_tell_how_a_rate_ended_that_was_reached_when_it_was_last_reported()
    {
        var keyResult = KeyResult.Define("kr", "Meetings", Unit.Count("meeting"), Goal.FromTo(0m, 10m).Per(Cadence.Week));
        Assert.Equal(PaceStatus.NotPaced, keyResult.With(CheckIn.On(new(2026, 7, 8), 10m)).Score(Quarter, Quarter.End).Pace.Status);
        Assert.Equal(PaceStatus.Missed, keyResult.With(CheckIn.On(new(2026, 7, 8), 9m)).Score(Quarter, Quarter.End).Pace.Status);
        Assert.Equal(PaceStatus.Achieved, keyResult.With(CheckIn.On(new(2026, 9, 16), 10m)).Score(Quarter, Quarter.End).Pace.Status);
    }

    [Fact]
    public void A_stale_part_makes_the_whole_stale()
    {
        var rate = Goal.Part("a", Goal.FromTo(0m, 10m).Per(Cadence.Week));
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 8), 10m).Of("a"), CheckIn.On(new(2026, 7, 8), 1m).Of("b")];
        foreach (var goal in new Goal[] { Goal.Weighted(rate, Goal.Part("b", Goal.YesNo())), Goal.AllOf(rate, Goal.Part("b", Goal.YesNo())) })
        {
            Assert.True(goal.Progress(checkIns, Quarter, new(2026, 7, 25)).IsAchieved);
            var later = goal.Progress(checkIns, Quarter, new(2026, 7, 26));
            Assert.Equal((1m, true, false), (later.Raw, later.IsStale, later.IsAchieved));
        }
    }

    [Fact]
    public void A_rate_of_at_least_starts_at_that_of_the_first_full_week()
    {
        var rate = Goal.AtLeast(21m).Per(Cadence.Week);
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 2), 90m), CheckIn.On(new(2026, 7, 8), 7m), CheckIn.On(new(2026, 7, 15), 14m)];
        Assert.Equal(0m, rate.Progress(checkIns, Quarter, new(2026, 7, 12)).Raw);
        Assert.Equal(0.5m, rate.Progress(checkIns, Quarter, new(2026, 7, 19)).Raw);
        Assert.Equal(0.25m, rate.MeanOfLast(2).Progress(checkIns, Quarter, new(2026, 7, 19)).Raw);
        Assert.Equal(0m, Goal.AtLeast(21m).MetOrNot().Per(Cadence.Week).Progress(checkIns, Quarter, new(2026, 7, 19)).Raw);
    }

    [Fact]
    public void Checks_and_rates_are_read_in_any_order_of_the_check_ins()
    {
        CheckIn[] checkIns = [CheckIn.On(new(2026, 7, 20), 5m), CheckIn.On(new(2026, 7, 6), 1m), CheckIn.On(new(2026, 7, 13), 1m)];
        Assert.Equal(2m / 3m, Kept.Progress(checkIns, Quarter, new(2026, 7, 21)).Raw);
        Assert.Equal(5m, Goal.FromTo(0m, 1m).Per(Cadence.Week).Progress(checkIns, Quarter, new(2026, 7, 26)).Raw);
    }

    [Fact]
    public void A_rate_is_held_at_the_largest_amount()
    {
        CheckIn[] huge = [CheckIn.On(new(2026, 7, 6), 1_000_000_000_000_000m), CheckIn.On(new(2026, 7, 6), 1_000_000_000_000_000m)];
        var rate = Goal.FromTo(0m, 500_000_000_000_000m).Per(Cadence.Week);
        Assert.Equal(2m, rate.Progress(huge, Quarter, new(2026, 7, 12)).Raw);
        Assert.Equal(-2m, rate.Progress([.. huge.Select(each => CheckIn.On(each.Date, -each.Value!.Value))], Quarter, new(2026, 7, 12)).Raw);
    }

    [Fact]
    public void A_rate_is_per_day_to_year_and_a_mean_of_1_to_366()
    {
        Assert.Equal([1, 366], new[] { 1, 366 }.Select(periods => Goal.AtLeast(1m).Per(Cadence.Day).MeanOfLast(periods).Periods));
        Assert.Equal(Cadence.Year, Goal.AtLeast(1m).Per(Cadence.Year).Cadence);
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => Goal.AtLeast(1m).Per(Cadence.Day).MeanOfLast(0));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => Goal.AtLeast(1m).Per(Cadence.Day).MeanOfLast(367));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Goal.AtLeast(1m).Per(Cadence.Hour));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Goal.AtLeast(1m).Per(Cadence.Event));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Goal.AtLeast(1m).Per((Cadence)77));
    }

    private static (int Reported, int Checks) Checks(Progress progress) => (progress.Reported, progress.Checks);
}
