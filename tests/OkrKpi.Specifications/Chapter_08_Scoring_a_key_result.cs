using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_08_Scoring_a_key_result
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);

    [Fact]
    public void Beyond_the_target_the_score_stays_1_and_the_raw_number_shows_more()
    {
        var progress = Goal.FromTo(0m, 10m).Progress(12m);
        Assert.Equal(1m, progress.Score);
        Assert.Equal(1.2m, progress.Raw);
    }

    [Fact]
    public void Below_the_start_the_score_stays_0_and_the_raw_number_is_negative()
    {
        var progress = Goal.FromTo(10m, 20m).Progress(8m);
        Assert.Equal(0m, progress.Score);
        Assert.Equal(-0.2m, progress.Raw);
    }

    [Fact]
    public void A_start_that_is_the_target_is_no_way_to_go() => Assert.Throws<ArgumentException>(() => Goal.FromTo(5m, 5m));

    [Fact]
    public void Without_a_check_in_a_goal_with_a_known_start_has_not_started() =>
        Assert.Equal(ProgressState.NotStarted, KeyResult("a", Goal.FromTo(0m, 10m)).Score(Quarter, Day(2026, 7, 10)).Progress.State);

    [Fact]
    public void Without_a_check_in_a_goal_without_a_start_has_no_data() =>
        Assert.Equal(ProgressState.NoData, KeyResult("a", Goal.AtLeast(12m)).Score(Quarter, Day(2026, 7, 10)).Progress.State);

    [Fact]
    public void The_latest_check_in_known_on_the_date_counts()
    {
        var keyResult = KeyResult("a", Goal.FromTo(0m, 10m)).With(CheckIn.On(Day(2026, 7, 20), 6m)).With(CheckIn.On(Day(2026, 7, 10), 3m));
        Assert.Equal(0.3m, keyResult.Score(Quarter, Day(2026, 7, 19)).Progress.Raw);
        Assert.Equal(0.6m, keyResult.Score(Quarter, Day(2026, 7, 20)).Progress.Raw);
    }

    [Fact]
    public void A_goal_of_parts_is_as_far_as_its_weakest_part()
    {
        var keyResult = KeyResult("a", Goal.AllOf(Goal.Part("calls", Goal.Count(10m)), Goal.Part("visits", Goal.Count(4m))))
            .With(CheckIn.On(Day(2026, 7, 10), 5m).Of("calls"))
            .With(CheckIn.On(Day(2026, 7, 10), 1m).Of("visits"));
        Assert.Equal(0.25m, keyResult.Score(Quarter, Day(2026, 7, 10)).Progress.Raw);
    }

    [Fact]
    public void Milestones_count_by_weight() =>
        Assert.Equal(0.75m, Goal.Milestones(Milestone.Of("design"), Milestone.Of("launch", 3m)).Progress("launch").Raw);

    [Fact]
    public void A_value_to_keep_scores_the_share_of_the_weeks_that_were_reported_in_which_it_was_kept()
    {
        var keyResult = KeyResult("a", Goal.KeepWithin(Band.AtMost(5m))).With(CheckIn.On(Day(2026, 7, 2), 5m)).With(CheckIn.On(Day(2026, 7, 9), 6m));
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 7, 14)).Progress.Raw);
    }

    [Fact]
    public void Silence_is_no_failure_and_no_success_and_the_coverage_tells_how_much_was_reported()
    {
        var score = KeyResult("a", Goal.KeepWithin(Band.AtMost(5m))).With(CheckIn.On(Day(2026, 7, 2), 5m)).Score(Quarter, Day(2026, 8, 25));
        Assert.Equal((1m, 1, 8, 0.125m), (score.Progress.Raw, score.Progress.Reported, score.Progress.Checks, score.Coverage));
    }

    [Fact]
    public void Or_a_silent_week_was_not_kept_where_the_share_of_those_planned_is_chosen()
    {
        var keyResult = KeyResult("a", Goal.KeepWithin(Band.AtMost(5m)).Read(KeepReading.ShareOfElapsed)).With(CheckIn.On(Day(2026, 7, 2), 5m));
        Assert.Equal(0.125m, keyResult.Score(Quarter, Day(2026, 8, 25)).Progress.Raw);
    }

    [Fact]
    public void A_yes_or_no_is_done_at_1()
    {
        Assert.Equal(0m, Goal.YesNo().Progress(0m).Raw);
        Assert.True(Goal.YesNo().Progress(1m).IsAchieved);
    }

    [Fact]
    public void What_is_done_what_is_left_and_what_each_remaining_day_has_to_bring()
    {
        var score = KeyResult("a", Goal.FromTo(100m, 20m)).With(CheckIn.On(Day(2026, 7, 31), 80m)).Score(Quarter, Day(2026, 7, 31));
        Assert.Equal(20m, score.Completed);
        Assert.Equal(60m, score.Remaining);
        Assert.Equal(61, score.DaysLeft);
        Assert.Equal(60m / 61m, score.RequiredPerDay);
        Assert.Null(score.KeyResult.Score(Quarter, Quarter.End).RequiredPerDay);
    }

    [Fact]
    public void At_least_a_value_is_reached_on_it_and_more_than_a_value_is_not()
    {
        Assert.True(Goal.AtLeast(8m).Progress(8m).IsAchieved);
        Assert.False(Goal.MoreThan(8m).Progress(8m).IsAchieved);
        Assert.True(Goal.AtMost(8m).Progress(8m).IsAchieved);
        Assert.False(Goal.LessThan(8m).Progress(8m).IsAchieved);
    }

    [Fact]
    public void A_value_to_reach_from_an_unknown_start_is_met_or_not_at_its_first_check_in() => Assert.Equal(0m, Goal.AtLeast(20m).Progress(19.9m).Raw);

    [Fact]
    public void From_the_second_on_it_starts_where_it_was_first_seen()
    {
        var keyResult = KeyResult("a", Goal.AtLeast(20m));
        Assert.Equal(ProgressState.NoData, keyResult.Score(Quarter, Day(2026, 7, 1)).Progress.State);
        keyResult = keyResult.With(CheckIn.On(Day(2026, 7, 6), 4m)).With(CheckIn.On(Day(2026, 7, 13), 12m));
        Assert.Equal(0m, keyResult.Score(Quarter, Day(2026, 7, 6)).Progress.Raw);
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 7, 13)).Progress.Raw);
    }

    [Fact]
    public void Check_ins_that_add_up_to_at_least_a_number_start_from_zero()
    {
        var keyResult = KeyResult("a", Goal.AtLeast(20m)).Taking(CurrentValue.Sum).With(CheckIn.On(Day(2026, 7, 6), 14m));
        Assert.Equal(0.7m, keyResult.Score(Quarter, Day(2026, 7, 6)).Progress.Raw);
    }

    [Fact]
    public void At_most_a_number_never_starts_from_zero()
    {
        var keyResult = KeyResult("a", Goal.AtMost(5m)).With(CheckIn.On(Day(2026, 7, 6), 9m)).With(CheckIn.On(Day(2026, 7, 13), 7m));
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 7, 13)).Progress.Raw);
    }

    [Fact]
    public void At_least_20_percent_with_14_2_now_has_5_8_to_go()
    {
        var score = KeyResult("a", Goal.AtLeast(20m)).With(CheckIn.On(Day(2026, 8, 1), 14.2m)).Score(Quarter, Day(2026, 8, 1));
        Assert.Equal((5.8m, 5.8m / 60m), (score.Remaining, score.RequiredPerDay));
    }

    [Fact]
    public void Met_or_not_is_a_choice_by_name()
    {
        var keyResult = KeyResult("a", Goal.AtLeast(20m).MetOrNot()).With(CheckIn.On(Day(2026, 7, 6), 4m)).With(CheckIn.On(Day(2026, 7, 13), 12m));
        Assert.Equal(0m, keyResult.Score(Quarter, Day(2026, 7, 13)).Progress.Raw);
    }

    [Fact]
    public void A_start_that_becomes_known_makes_it_a_way_to_go()
    {
        Assert.Equal(Goal.FromTo(4m, 20m), Goal.AtLeast(20m).StartingAt(4m));
        Assert.Throws<ArgumentException>(() => Goal.AtLeast(20m).StartingAt(25m));
    }

    [Fact]
    public void By_distance_a_value_beyond_its_target_counts_more_and_one_short_of_it_less()
    {
        Assert.Equal(1.75m, Goal.AtMost(1m).ByDistance().Progress(0.25m).Raw);
        Assert.Equal(0.5m, Goal.AtMost(1m).ByDistance().Progress(1.5m).Raw);
        Assert.Equal(0.9m, Goal.AtLeast(100m).ByDistance().Progress(90m).Raw);
    }

    [Fact]
    public void Between_checkpoints_the_way_is_straight_up_and_down()
    {
        var up = Goal.Checkpoints(Checkpoint.At(0m, 0m), Checkpoint.At(50m, 0.4m), Checkpoint.At(80m, 0.7m), Checkpoint.At(100m, 1m));
        var down = Goal.Checkpoints(Checkpoint.At(100m, 0m), Checkpoint.At(50m, 0.4m), Checkpoint.At(20m, 0.7m), Checkpoint.At(0m, 1m));
        Assert.Equal(0.5m, up.Progress(60m).Raw);
        Assert.Equal(0.5m, down.Progress(40m).Raw);
    }

    [Fact]
    public void Below_the_sub_target_nothing_counts_and_beyond_the_super_target_nothing_more()
    {
        var goal = Goal.Interpolated(10m, 20m, 25m);
        Assert.Equal(0m, goal.Progress(9.9m).Raw);
        Assert.Equal(0.8m, goal.Progress(10m).Raw);
        Assert.Equal(0.88m, goal.Progress(14m).Raw);
        Assert.Equal(1.2m, goal.Progress(30m).Raw);
        Assert.Equal(1m, goal.Progress(30m).Score);
    }

    [Fact]
    public void Commit_lies_at_30_percent_of_the_way_to_the_stretch_and_the_target_at_70()
    {
        var goal = Goal.Zones(0m, 10m);
        Assert.Equal((3m, 7m), (goal.Commit, goal.Target));
        Assert.Equal([Zone.Fail, Zone.Commit, Zone.Target, Zone.Stretch], new[] { goal.ZoneOf(2.9m), goal.ZoneOf(3m), goal.ZoneOf(7m), goal.ZoneOf(10m) });
        Assert.Equal(goal, Goal.ZonesToTarget(0m, 7m));
        Assert.Equal(goal, Goal.ZonesFromTarget(7m, 10m));
    }

    [Fact]
    public void What_cannot_be_counted_is_checked_in_by_zone()
    {
        var keyResult = KeyResult("a", Goal.Ordinal("a draft", "a pilot", "live with all customers")).With(CheckIn.InZone(Day(2026, 7, 10), Zone.Target));
        Assert.Equal(0.7m, keyResult.Score(Quarter, Day(2026, 7, 10)).Progress.Raw);
        Assert.Throws<ArgumentException>(() => keyResult.With(CheckIn.On(Day(2026, 7, 11), 0.7m)));
    }

    [Fact]
    public void Parts_by_weight_count_in_proportion_and_none_for_more_than_its_target()
    {
        var keyResult = KeyResult("a", Goal.Weighted(Goal.Part("analysis", Goal.YesNo()), Goal.Part("ideas", Goal.Count(3m)).Weighing(3m)))
            .With(CheckIn.On(Day(2026, 7, 10), 0m).Of("analysis"))
            .With(CheckIn.On(Day(2026, 7, 10), 6m).Of("ideas"));
        Assert.Equal(0.75m, keyResult.Score(Quarter, Day(2026, 7, 10)).Progress.Raw);
    }

    [Fact]
    public void With_a_minimum_sample_there_are_four_states()
    {
        var goal = Goal.AtLeast(8m).WithMinimumSample(100m);
        Assert.Equal(SampleState.NoAnswers, goal.StateOf(9m, 0m));
        Assert.Equal(SampleState.TooFewAnswers, goal.StateOf(9m, 99m));
        Assert.Equal(SampleState.NotMet, goal.StateOf(7.9m, 100m));
        Assert.Equal(SampleState.Met, goal.StateOf(8m, 100m));
    }

    [Fact]
    public void The_sample_belongs_to_the_value_that_is_judged()
    {
        var keyResult = KeyResult("a", Goal.AtLeast(8m).WithMinimumSample(100m)).Taking(CurrentValue.Max)
            .With(CheckIn.On(Day(2026, 7, 10), 5m).FromSample(120m)).With(CheckIn.On(Day(2026, 7, 17), 9.9m).FromSample(2m));
        Assert.Equal(ProgressState.TooFewAnswers, keyResult.Score(Quarter, Day(2026, 7, 17)).Progress.State);
    }

    [Fact]
    public void A_weekly_rate_is_that_of_the_last_full_week_or_the_mean_of_the_last_ones()
    {
        var goal = Goal.FromTo(7m, 21m).Per(Cadence.Week);
        var keyResult = KeyResult("a", goal)
            .With(CheckIn.On(Day(2026, 7, 8), 7m))
                .With(CheckIn.On(Day(2026, 7, 15), 10m))
                .With(CheckIn.On(Day(2026, 7, 17), 4m))
                .With(CheckIn.On(Day(2026, 7, 21), 1m));
        Assert.Equal(14m, keyResult.Score(Quarter, Day(2026, 7, 22)).Current);
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 7, 22)).Progress.Raw);
        Assert.Equal(10.5m, Progressing(goal.MeanOfLast(4), keyResult).Score(Quarter, Day(2026, 7, 22)).Current);
    }

    [Fact]
    public void A_week_without_a_report_is_not_a_week_of_zero() => Assert.Equal(
        14m,
        KeyResult("a", Goal.FromTo(7m, 21m).Per(Cadence.Week)).With(CheckIn.On(Day(2026, 7, 8), 14m)).Score(Quarter, Day(2026, 7, 26)).Current);

    [Fact]
    public void A_rate_nobody_has_reported_for_two_of_its_weeks_is_stale_and_not_achieved()
    {
        var keyResult = KeyResult("a", Goal.FromTo(7m, 21m).Per(Cadence.Week)).With(CheckIn.On(Day(2026, 7, 8), 21m));
        Assert.True(keyResult.Score(Quarter, Day(2026, 7, 25)).IsAchieved);
        var score = keyResult.Score(Quarter, Day(2026, 7, 26));
        Assert.Equal((1m, true, false), (score.Score, score.Progress.IsStale, score.IsAchieved));
    }

    [Fact]
    public void Finding_a_baseline_has_no_score()
    {
        var score = KeyResult("a", Goal.FindBaseline()).With(CheckIn.On(Day(2026, 7, 10), 42m)).Score(Quarter, Quarter.End);
        Assert.Equal(ProgressState.NotScored, score.Progress.State);
        Assert.Null(score.Score);
        Assert.Equal(42m, score.Current);
    }

    [Fact]
    public void A_milestone_half_done_counts_half_only_where_partial_credit_is_given()
    {
        var goal = Goal.Milestones("design", "launch");
        Assert.Equal(0m, KeyResult("a", goal).With(CheckIn.On(Day(2026, 7, 10), 0.5m).Of("design")).Score(Quarter, Day(2026, 7, 10)).Progress.Raw);
        Assert.Equal(
            0.25m,
            KeyResult("a", goal.WithPartialCredit()).With(CheckIn.On(Day(2026, 7, 10), 0.5m).Of("design")).Score(Quarter, Day(2026, 7, 10)).Progress.Raw);
    }

    [Fact]
    public void A_value_to_keep_can_be_read_in_other_ways_by_name()
    {
        decimal?[] weeks = [5m, null, 6m, null];
        var goal = Goal.KeepWithin(Band.AtMost(5m));
        Assert.Equal(0.25m, goal.Read(KeepReading.ShareOfElapsed).Progress(weeks, 13).Raw);
        Assert.Equal(1m / 13m, goal.Read(KeepReading.ShareOfPlanned).Progress(weeks, 13).Raw);
        Assert.Equal(0.5m, goal.Progress(weeks, 13).Raw);
        Assert.Equal(1m / 3m, goal.Read(KeepReading.ShareUpToLatest).Progress(weeks, 13).Raw);
        Assert.Equal(0m, goal.Read(KeepReading.CurrentValue).Progress(weeks, 13).Raw);
    }

    [Fact]
    public void Outside_its_band_a_value_fades_over_the_tolerance()
    {
        var goal = Goal.KeepWithin(Band.Between(100m, 100m)).WithTolerance(5m);
        Assert.Equal(0.5m, goal.Progress(102.5m).Raw);
        Assert.Equal(0m, goal.Progress(94m).Raw);
    }

    [Fact]
    public void Between_the_band_and_the_risk_threshold_a_value_is_slipping()
    {
        var goal = Goal.KeepWithin(Band.AtLeast(8m)).Strictly().AtRiskOutside(Band.AtLeast(7m));
        Assert.Equal(
            [KeepStanding.Kept, KeepStanding.Slipping, KeepStanding.Broken], new[] { goal.StandingOf(8.1m), goal.StandingOf(8m), goal.StandingOf(6.9m) });
    }

    [Fact]
    public void A_month_can_be_the_period_in_which_a_value_is_kept()
    {
        var keyResult = KeyResult("a", Goal.KeepWithin(Band.AtMost(5m)).Every(Cadence.Month))
            .With(CheckIn.On(Day(2026, 7, 31), 5m))
            .With(CheckIn.On(Day(2026, 8, 31), 6m));
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 9, 29)).Progress.Raw);
    }

    [Fact]
    public void Check_ins_that_report_what_was_added_are_added_up()
    {
        var keyResult = KeyResult("a", Goal.FromTo(10m, 30m))
            .Taking(CurrentValue.Sum)
            .With(CheckIn.On(Day(2026, 7, 10), 5m))
            .With(CheckIn.On(Day(2026, 7, 17), 3m));
        Assert.Equal(18m, keyResult.Score(Quarter, Day(2026, 7, 17)).Current);
        Assert.Equal(0.4m, keyResult.Score(Quarter, Day(2026, 7, 17)).Progress.Raw);
    }

    [Fact]
    public void A_mean_of_check_ins_is_that_of_all_answers_not_of_the_means() => Assert.Equal(
        7m,
        KeyResult("a", Goal.AtLeast(8m))
            .Taking(CurrentValue.Mean)
            .With(CheckIn.On(Day(2026, 7, 10), 9m).FromSample(10m))
            .With(CheckIn.On(Day(2026, 7, 17), 6m).FromSample(20m))
            .Score(Quarter, Day(2026, 7, 17)).Current);

    [Fact]
    public void A_key_result_on_the_metric_of_a_KPI_takes_its_values()
    {
        var kpi = Monthly(Direction.HigherIsBetter);
        var assessment = KpiAssessment.Of(
            kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 7, 3), 4m), Measurement.On(Day(2026, 7, 20), 3m), Measurement.On(Day(2026, 8, 5), 2m)),
            Day(2026, 8, 10));
        var keyResult = KeyResult("a", Goal.FromTo(0m, 14m)).WithValuesOf(assessment);
        Assert.Equal(kpi.Id, keyResult.Measures);
        Assert.Equal(CheckIn.On(Day(2026, 7, 31), 7m), Assert.Single(keyResult.CheckIns));
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 8, 10)).Progress.Raw);
    }

    [Fact]
    public void A_score_set_by_hand_stays_until_the_next_check_in_unless_said_otherwise()
    {
        var given = ScoreOverride.Of(0.9m, "the launch was moved by the customer", Day(2026, 7, 20));
        var keyResult = KeyResult("a", Goal.FromTo(0m, 10m)).With(CheckIn.On(Day(2026, 7, 10), 3m)).Overridden(given);
        Assert.Equal(0.3m, keyResult.Score(Quarter, Day(2026, 7, 19)).Score);
        Assert.Equal(0.9m, keyResult.Score(Quarter, Day(2026, 7, 20)).Score);
        Assert.Equal(0.3m, keyResult.Score(Quarter, Day(2026, 7, 20)).Progress.Score);
        var later = keyResult.With(CheckIn.On(Day(2026, 7, 24), 4m));
        Assert.Equal(0.4m, later.Score(Quarter, Day(2026, 7, 24)).Score);
        Assert.Equal(0.9m, later.Overridden(given.Staying()).Score(Quarter, Day(2026, 7, 24)).Score);
        Assert.Equal(0.9m, later.Overridden(given.EndingOn(Day(2026, 7, 31))).Score(Quarter, Day(2026, 7, 31)).Score);
        Assert.Equal(0.4m, later.Overridden(given.EndingOn(Day(2026, 7, 31))).Score(Quarter, Day(2026, 8, 1)).Score);
        Assert.Equal(0.3m, keyResult.WithoutOverride().Score(Quarter, Day(2026, 7, 20)).Score);
    }

    [Fact]
    public void What_a_team_says_in_a_word_stands_beside_what_is_computed()
    {
        var keyResult = KeyResult("a", Goal.FromTo(0m, 10m))
            .With(CheckIn.On(Day(2026, 8, 15), 5m))
            .With(CheckIn.WithoutValue(Day(2026, 8, 16)).Stating(StatedStatus.Blocked));
        var score = keyResult.Score(Quarter, Day(2026, 8, 16));
        Assert.Equal((StatedStatus.Blocked, PaceStatus.OnTrack, 0.5m), (score.Stated, score.Pace.Status, score.Score));
    }

    private static KeyResult Progressing(Goal goal, KeyResult reported) =>
        reported.CheckIns.Aggregate(KeyResult("a", goal), (keyResult, checkIn) => keyResult.With(checkIn));
}
