using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public partial class Chapter_10_Pace
{
    private static readonly Cycle HundredDays = Cycle.Between(Day(2026, 1, 1), Day(2026, 4, 10));
    private static readonly LocalDate HalfTime = Day(2026, 2, 19);

    [Fact]
    public void Half_of_the_days_expect_half_of_the_way() => Assert.Equal(0.5m, At(40m, HalfTime).Expected);

    [Fact]
    public void Exactly_10_points_behind_is_on_track() => Assert.Equal(PaceStatus.OnTrack, At(40m, HalfTime).Status);

    [Fact]
    public void Just_more_than_10_points_behind_is_at_risk() => Assert.Equal(PaceStatus.AtRisk, At(39.9m, HalfTime).Status);

    [Fact]
    public void Exactly_25_points_behind_is_at_risk() => Assert.Equal(PaceStatus.AtRisk, At(25m, HalfTime).Status);

    [Fact]
    public void Just_more_than_25_points_behind_is_behind() => Assert.Equal(PaceStatus.Behind, At(24.9m, HalfTime).Status);

    [Fact]
    public void In_the_first_tenth_of_the_cycle_it_is_too_early_to_say() => Assert.Equal(PaceStatus.TooEarly, At(0m, Day(2026, 1, 9)).Status);

    [Fact]
    public void From_exactly_a_tenth_of_the_cycle_pace_is_judged() => Assert.Equal(PaceStatus.OnTrack, At(0m, Day(2026, 1, 10)).Status);

    [Fact]
    public void Reached_is_achieved_at_any_time() => Assert.Equal(PaceStatus.Achieved, At(100m, Day(2026, 1, 2)).Status);

    [Fact]
    public void Not_reached_at_the_end_of_the_cycle_is_missed() => Assert.Equal(PaceStatus.Missed, At(99.9m, Day(2026, 4, 10)).Status);

    [Fact]
    public void What_only_its_value_tells_is_on_track_while_it_is_met_and_otherwise_behind()
    {
        var missed = KeyResult("a", Goal.AtLeast(12m)).With(CheckIn.On(Day(2026, 1, 1), 5m));
        Assert.Equal(PaceStatus.TooEarly, missed.Score(HundredDays, Day(2026, 1, 9)).Pace.Status);
        Assert.Equal(PaceStatus.Behind, missed.Score(HundredDays, HalfTime).Pace.Status);
        Assert.Equal(PaceStatus.OnTrack, KeyResult("a", Goal.AtLeast(12m)).With(CheckIn.On(Day(2026, 1, 1), 12m)).Score(HundredDays, HalfTime).Pace.Status);
    }

    [Fact]
    public void Once_it_was_seen_twice_the_curve_tells() =>
        Assert.Equal(
            0.5m,
            KeyResult("a", Goal.AtLeast(12m)).With(CheckIn.On(Day(2026, 1, 1), 5m)).With(CheckIn.On(Day(2026, 2, 1), 8m)).Score(HundredDays, HalfTime)
                .Pace.Expected);

    [Fact]
    public void What_only_its_value_tells_is_achieved_or_missed_in_the_end()
    {
        Assert.Equal(PaceStatus.Achieved, KeyResult("a", Goal.AtMost(5m)).With(CheckIn.On(HalfTime, 4m)).Score(HundredDays, HundredDays.End).Pace.Status);
        Assert.Equal(PaceStatus.Missed, KeyResult("a", Goal.AtMost(5m)).With(CheckIn.On(HalfTime, 6m)).Score(HundredDays, HundredDays.End).Pace.Status);
    }

    [Fact]
    public void At_Viva_Goals_5_points_behind_is_behind() =>
        Assert.Equal(PaceStatus.Behind, ScoringProfile.VivaGoals.Pace.Of(0.45m, Cycle.Between(Day(2026, 1, 1), Day(2026, 4, 11)), HalfTime.PlusDays(1)).Status);

    [Fact]
    public void At_ServiceNow_time_plays_no_part() =>
        Assert.Equal(PaceStatus.Behind, ScoringProfile.ServiceNow.Pace.Of(0.74m, HundredDays, Day(2026, 1, 2)).Status);

    [Fact]
    public void Without_a_check_in_it_is_too_early_to_say() =>
        Assert.Equal(PaceStatus.TooEarly, KeyResult("a", Goal.FromTo(0m, 100m)).Score(HundredDays, HalfTime).Pace.Status);

    [Fact]
    public void The_14th_of_30_days_is_14_of_30_when_the_date_counts() => Assert.Equal(14m / 30m, PaceCurve.Linear.Expected(ThirtyDays, Day(2026, 4, 14)));

    [Fact]
    public void And_13_of_30_when_it_does_not() =>
        Assert.Equal(13m / 30m, PaceCurve.Linear.Counting(ElapsedDays.ExcludingToday).Expected(ThirtyDays, Day(2026, 4, 14)));

    [Fact]
    public void Or_0_on_the_first_day_and_all_on_the_last()
    {
        var curve = PaceCurve.Linear.Counting(ElapsedDays.FromFirstToLastDay);
        Assert.Equal((0m, 1m), (curve.Expected(ThirtyDays, Day(2026, 4, 1)), curve.Expected(ThirtyDays, Day(2026, 4, 30))));
    }

    [Fact]
    public void Three_steps_in_a_quarter_expect_a_third_only_when_July_is_over()
    {
        var curve = PaceCurve.Steps(3);
        Assert.Equal((0m, 1m / 3m), (curve.Expected(Cycle.Quarter(2026, 3), Day(2026, 7, 30)), curve.Expected(Cycle.Quarter(2026, 3), Day(2026, 7, 31))));
    }

    [Fact]
    public void Seasonal_shares_of_20_30_50_expect_half_when_August_is_over() =>
        Assert.Equal(0.5m, PaceCurve.Seasonal(20m, 30m, 50m).Expected(Cycle.Quarter(2026, 3), Day(2026, 8, 31)));

    [Fact]
    public void A_weekend_expects_no_more_than_the_Friday_before()
    {
        var (friday, sunday) = (Day(2026, 4, 10), Day(2026, 4, 12));
        Assert.Equal(PaceCurve.BusinessDays().Expected(ThirtyDays, friday), PaceCurve.BusinessDays().Expected(ThirtyDays, sunday));
    }

    [Fact]
    public void A_holiday_is_no_working_day() =>
        Assert.Equal(1m / 21m, PaceCurve.BusinessDays(Day(2026, 4, 2)).Expected(ThirtyDays, Day(2026, 4, 2)));

    [Fact]
    public void A_milestone_is_expected_from_its_due_date_on()
    {
        var curve = PaceCurve.Milestones((Day(2026, 4, 10), 0.3m), (Day(2026, 4, 20), 0.8m));
        Assert.Equal(
            (0m, 0.3m, 0.8m),
            (curve.Expected(ThirtyDays, Day(2026, 4, 9)), curve.Expected(ThirtyDays, Day(2026, 4, 10)), curve.Expected(ThirtyDays, Day(2026, 4, 29))));
    }

    [Fact]
    public void A_bent_line_goes_through_its_points_and_ends_at_1()
    {
        var curve = PaceCurve.Through((Day(2026, 4, 10), 0.1m), (Day(2026, 4, 20), 0.5m));
        Assert.Equal((0.05m, 0.1m, 0.3m, 1m), (
            curve.Expected(ThirtyDays, Day(2026, 4, 5)), curve.Expected(ThirtyDays, Day(2026, 4, 10)), curve.Expected(ThirtyDays, Day(2026, 4, 15)),
            curve.Expected(ThirtyDays, Day(2026, 4, 30))));
    }

    [Fact]
    public void A_key_result_can_have_a_curve_of_its_own()
    {
        var launch = KeyResult("launch", Goal.Milestones("draft", "test"))
            .Paced(PaceCurve.Milestones((Day(2026, 4, 10), 0.5m)))
            .With(CheckIn.On(Day(2026, 4, 8), 1m).Of("draft"));
        Assert.Equal(PaceStatus.OnTrack, launch.Score(ThirtyDays, Day(2026, 4, 12)).Pace.Status);
    }

    [Fact]
    public void Pace_can_be_judged_by_the_ratio_instead_of_the_gap()
    {
        var byRatio = PaceRule.Default.With(PaceBands.ByRatio(onTrack: 0.95m, atRisk: 0.75m));
        Assert.Equal(
            (PaceStatus.OnTrack, PaceStatus.AtRisk, PaceStatus.Behind),
            (byRatio.Of(0.475m, HundredDays, HalfTime).Status, byRatio.Of(0.375m, HundredDays, HalfTime).Status,
                byRatio.Of(0.374m, HundredDays, HalfTime).Status));
    }

    [Fact]
    public void Bands_that_overlap_are_refused() =>
        Assert.Equal("limit", Assert.Throws<ArgumentOutOfRangeException>(() => PaceBands.ByGap(onTrack: -0.25m, atRisk: -0.10m)).ParamName);

    [Fact]
    public void After_two_weeks_without_a_check_in_the_pace_is_stale()
    {
        var silent = KeyResult("a", Goal.FromTo(0m, 100m)).With(CheckIn.On(Day(2026, 2, 1), 40m));
        Assert.False(silent.Score(HundredDays, Day(2026, 2, 15)).Pace.IsStale);
        Assert.True(silent.Score(HundredDays, Day(2026, 2, 16)).Pace.IsStale);
    }

    [Fact]
    public void What_is_to_be_held_is_on_track_while_it_is_held_and_achieved_only_at_the_end()
    {
        var month = Cycle.Between(Day(2026, 4, 1), Day(2026, 4, 14));
        var held = KeyResult("stock", Goal.KeepWithin(Band.Between(5m, 7m))).With(CheckIn.On(Day(2026, 4, 2), 6m)).With(CheckIn.On(Day(2026, 4, 9), 6m));
        Assert.Equal(
            (PaceStatus.OnTrack, PaceStatus.Achieved), (held.Score(month, Day(2026, 4, 13)).Pace.Status, held.Score(month, Day(2026, 4, 14)).Pace.Status));
    }

    [Fact]
    public void An_objective_can_be_as_bad_as_its_worst_key_result()
    {
        var objective = Engagement(HundredDays)
            .With(KeyResult("good", Goal.FromTo(0m, 100m))).CheckIn("good", Day(2026, 2, 10), 90m)
            .With(KeyResult("bad", Goal.FromTo(0m, 100m))).CheckIn("bad", Day(2026, 2, 10), 10m);
        Assert.Equal(PaceStatus.OnTrack, objective.Score(HalfTime).Pace.Status);
        Assert.Equal(
            PaceStatus.Behind, objective.Score(HalfTime, ScoringProfile.Default.With(PaceRule.Default.WithObjectives(StatusCombining.Worst))).Pace.Status);
    }

    [Fact]
    public void On_track_on_track_at_risk_has_the_mean_rank_on_track() =>
        Assert.Equal(PaceStatus.OnTrack, StatusCombining.MeanRank.Of([PaceStatus.OnTrack, PaceStatus.OnTrack, PaceStatus.AtRisk]));

    [Fact]
    public void A_mean_rank_halfway_between_is_the_worse_one() =>
        Assert.Equal(PaceStatus.AtRisk, StatusCombining.MeanRank.Of([PaceStatus.OnTrack, PaceStatus.AtRisk]));

    [Fact]
    public void A_tie_of_the_majority_is_at_risk() => Assert.Equal(PaceStatus.AtRisk, StatusCombining.Majority.Of([PaceStatus.OnTrack, PaceStatus.AtRisk]));

    [Fact]
    public void What_is_too_early_to_tell_has_no_vote() =>
        Assert.Equal(PaceStatus.OnTrack, StatusCombining.Worst.Of([PaceStatus.TooEarly, PaceStatus.OnTrack, PaceStatus.NotPaced]));

    [Fact]
    public void Half_of_the_way_at_half_time_comes_to_all_of_it()
    {
        var forecast = KeyResult("a", Goal.FromTo(20m, 100m)).With(CheckIn.On(HalfTime, 60m)).Score(HundredDays, HalfTime).Forecast();
        Assert.Equal((1m, 100m, HundredDays.End), (forecast.Raw, forecast.Value, forecast.ReachedOn));
    }

    [Fact]
    public void A_quarter_of_the_way_at_half_time_comes_to_half_and_needs_twice_the_time()
    {
        var forecast = KeyResult("a", Goal.FromTo(0m, 100m)).With(CheckIn.On(HalfTime, 25m)).Score(HundredDays, HalfTime).Forecast();
        Assert.Equal((0.5m, HundredDays.Start.PlusDays(199)), (forecast.Score, forecast.ReachedOn));
    }

    [Fact]
    public void A_seasonal_key_result_is_projected_along_its_season()
    {
        var sales = KeyResult("sales", Goal.FromTo(0m, 100m)).Paced(PaceCurve.Seasonal(20m, 30m, 50m)).With(CheckIn.On(Day(2026, 8, 31), 50m));
        Assert.Equal(1m, sales.Score(Cycle.Quarter(2026, 3), Day(2026, 8, 31)).Forecast().Raw);
    }

    [Fact]
    public void There_is_no_forecast_before_there_is_something_to_go_by()
    {
        var keyResult = KeyResult("a", Goal.FromTo(0m, 100m));
        Assert.Equal(ForecastState.TooEarly, keyResult.Score(HundredDays, HalfTime).Forecast().State);
        Assert.Equal(ForecastState.TooEarly, keyResult.With(CheckIn.On(Day(2026, 1, 2), 5m)).Score(HundredDays, Day(2026, 1, 9)).Forecast().State);
        Assert.Equal(ForecastState.NotPaced, KeyResult("b", Goal.YesNo()).With(CheckIn.On(HalfTime, 0m)).Score(HundredDays, HalfTime).Forecast().State);
    }

    [Fact]
    public void An_objective_is_heading_where_its_key_results_are()
    {
        var objective = Engagement(HundredDays)
            .With(KeyResult("fast", Goal.FromTo(0m, 100m))).CheckIn("fast", HalfTime, 75m)
            .With(KeyResult("slow", Goal.FromTo(0m, 100m))).CheckIn("slow", HalfTime, 25m);
        Assert.Equal(0.75m, objective.Score(HalfTime).Forecast().Score);
    }

    private static readonly Cycle ThirtyDays = Cycle.Between(Day(2026, 4, 1), Day(2026, 4, 30));

    private static Pace At(decimal value, LocalDate asOf) =>
        KeyResult("a", Goal.FromTo(0m, 100m)).With(CheckIn.On(Day(2026, 1, 1), value)).Score(HundredDays, asOf).Pace;
}
