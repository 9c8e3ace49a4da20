using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_09_Scoring_an_objective
{
    private static readonly LocalDate Mid = Day(2026, 8, 15);
    private static readonly LocalDate Closing = Day(2026, 9, 30);

    [Fact]
    public void The_score_is_the_mean_of_the_key_results_by_weight() =>
        Assert.Equal(0.35m, Of(At("a", 5m).Weighing(2m), At("b", 4m), At("c", 0m)).Score(Mid).Score);

    [Fact]
    public void A_key_result_that_weighs_nothing_does_not_count() =>
        Assert.Equal(0.5m, Of(At("a", 5m), At("b", 0m).Weighing(0m)).Score(Mid).Score);

    [Fact]
    public void Coverage_is_the_share_of_weight_that_was_checked_in() =>
        Assert.Equal(0.75m, Of(At("a", 5m).Weighing(3m), KeyResult("b", Goal.FromTo(0m, 10m))).Score(Mid).Coverage);

    [Fact]
    public void A_key_result_not_started_counts_as_zero() =>
        Assert.Equal(0.25m, Of(At("a", 5m), KeyResult("b", Goal.FromTo(0m, 10m))).Score(Mid).Score);

    [Fact]
    public void A_key_result_without_data_is_left_out_while_the_cycle_runs() =>
        Assert.Equal(0.5m, Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Mid).Score);

    [Fact]
    public void A_key_result_without_data_counts_as_zero_at_closing()
    {
        var score = Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Closing);
        Assert.True(score.IsClosing);
        Assert.Equal(0.25m, score.Score);
    }

    [Fact]
    public void The_day_before_the_cycle_ends_is_not_closing_yet() => Assert.False(Of(At("a", 5m)).Score(Day(2026, 9, 29)).IsClosing);

    [Fact]
    public void Another_profile_leaves_missing_key_results_out_even_at_closing() =>
        Assert.Equal(
            0.5m, Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Closing, ScoringProfile.Default.WithMissing(MissingKeyResults.LeftOut)).Score);

    [Fact]
    public void A_cancelled_key_result_is_out_of_the_score_from_the_day_it_is_cancelled()
    {
        var objective = Of(At("a", 5m), At("b", 0m).Cancelled(Mid));
        Assert.Equal(0.25m, objective.Score(Mid.PlusDays(-1)).Score);
        Assert.Equal(0.5m, objective.Score(Mid).Score);
    }

    [Fact]
    public void Without_key_results_there_is_no_score()
    {
        var score = Of().Score(Mid);
        Assert.Null(score.Score);
        Assert.Null(score.IsSuccess);
    }

    [Fact]
    public void Raw_progress_keeps_what_the_score_clamps()
    {
        var score = Of(At("a", 20m), At("b", -10m)).Score(Mid);
        Assert.Equal(0.5m, score.Score);
        Assert.Equal(0.5m, score.Raw);
        Assert.Equal(2m, score.KeyResults[0].Progress.Raw);
    }

    [Fact]
    public void An_aspirational_objective_succeeds_at_exactly_70_percent_and_not_below()
    {
        Assert.True(Of(At("a", 7m)).Score(Closing).IsSuccess);
        Assert.False(Of(At("a", 6.99m)).Score(Closing).IsSuccess);
    }

    [Fact]
    public void A_committed_objective_succeeds_only_when_it_is_done()
    {
        Assert.False(Of(At("a", 9.99m)).As(ObjectiveKind.Committed).Score(Closing).IsSuccess);
        Assert.True(Of(At("a", 10m)).As(ObjectiveKind.Committed).Score(Closing).IsSuccess);
    }

    [Fact]
    public void Other_ways_to_make_one_score_of_several_have_names()
    {
        var objective = Of(At("a", 10m), At("b", 4m), At("c", 1m).Weighing(2m));
        decimal? By(ScoreAggregation aggregation) => objective.Score(Mid, ScoringProfile.Default.WithAggregation(aggregation)).Score;
        Assert.Equal(0.4m, By(ScoreAggregation.WeightedMean));
        Assert.Equal(0.5m, By(ScoreAggregation.Mean));
        Assert.Equal(0.1m, By(ScoreAggregation.Minimum));
        Assert.Equal(1m, By(ScoreAggregation.Any));
        Assert.Equal(0m, By(ScoreAggregation.AllOrNothing));
    }

    [Fact]
    public void A_pinned_share_stays_and_the_others_split_the_rest_by_weight()
    {
        var score = Of(At("a", 10m).PinnedAt(0.5m), At("b", 0m), At("c", 10m).Weighing(3m)).Score(Mid);
        Assert.Equal([50m, 12.5m, 37.5m], score.Shares);
        Assert.Equal(0.875m, score.Score);
        Assert.Throws<ArgumentException>(() => Of(At("a", 10m).PinnedAt(0.6m), At("b", 0m).PinnedAt(0.5m)));
    }

    [Fact]
    public void Displayed_shares_total_exactly_100() => Assert.Equal([33.33m, 33.33m, 33.34m], Of(At("a", 1m), At("b", 1m), At("c", 1m)).Score(Mid).Shares);

    [Fact]
    public void Parts_of_a_total_can_count_by_the_size_of_their_targets()
    {
        var objective = Of(KeyResult("a", Goal.Count(100_000m)), KeyResult("b", Goal.Count(20_000m)), KeyResult("c", Goal.Count(1_000m)));
        Assert.Equal([82.64m, 16.53m, 0.83m], objective.WeighingByTarget().Score(Mid).Shares);
    }

    [Fact]
    public void The_objectives_own_number_wins_over_the_other_key_results()
    {
        var score = Of(At("revenue", 1.7m).As(KeyResultRole.Headline), At("a", 10m), At("b", 10m)).Score(Mid);
        Assert.Equal(0.17m, score.Score);
        Assert.Equal([100m, 0m, 0m], score.Shares);
        Assert.Throws<ArgumentException>(() => Of(At("a", 1m).As(KeyResultRole.Headline), At("b", 1m).As(KeyResultRole.Headline)));
    }

    [Fact]
    public void A_guardrail_counts_nothing_but_without_it_there_is_no_success()
    {
        var speed = At("speed", 10m);
        var quality = KeyResult("complaints", Goal.AtMost(5m)).As(KeyResultRole.Guardrail);
        var kept = Of(speed, quality.With(CheckIn.On(Day(2026, 7, 10), 5m))).Score(Closing);
        var broken = Of(speed, quality.With(CheckIn.On(Day(2026, 7, 10), 6m)));
        Assert.Equal((1m, true), (kept.Score, kept.IsSuccess));
        Assert.Equal((1m, false, Outcome.Missed), (broken.Score(Closing).Score, broken.Score(Closing).IsSuccess, broken.Score(Closing).Outcome));
        Assert.NotEqual(PaceStatus.Achieved, broken.Score(Mid).Pace.Status);
        Assert.Equal(0m, broken.Score(Closing, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.ZeroesScore)).Score);
        Assert.Equal(0m, broken.Score(Closing, ScoringProfile.Default.WithGuardrail(BrokenGuardrail.LimitsScore)).Score);
    }

    [Fact]
    public void A_guardrail_nobody_reported_holds_while_the_cycle_runs_and_not_at_closing()
    {
        var objective = Of(At("speed", 10m), KeyResult("complaints", Goal.AtMost(5m)).As(KeyResultRole.Guardrail));
        Assert.True(objective.Score(Mid).IsSuccess);
        Assert.False(objective.Score(Closing).IsSuccess);
    }

    [Fact]
    public void A_postponed_key_result_is_out_of_the_score_from_the_day_it_is_postponed()
    {
        var objective = Of(At("a", 5m), At("b", 0m).Postponed(Mid));
        Assert.Equal(0.25m, objective.Score(Mid.PlusDays(-1)).Score);
        Assert.Equal(0.5m, objective.Score(Mid).Score);
    }

    [Fact]
    public void What_was_given_up_can_count_as_reached_or_as_zero_by_policy()
    {
        var objective = Of(At("a", 5m), At("b", 1m).Cancelled(Mid).With(CheckIn.On(Mid.PlusDays(1), 9m)));
        Assert.Equal(0.3m, objective.Score(Closing, ScoringProfile.Default.WithCancelled(InactiveKeyResults.CountAsTheyStood)).Score);
        Assert.Equal(0.25m, objective.Score(Closing, ScoringProfile.Default.WithCancelled(InactiveKeyResults.CountAsZero)).Score);
        Assert.Equal(0.5m, objective.Score(Closing, ScoringProfile.Default.WithPostponed(InactiveKeyResults.CountAsZero)).Score);
    }

    [Fact]
    public void Not_started_missing_and_not_scored_are_three_things()
    {
        var objective = Of(
            At("a", 5m), KeyResult("not started", Goal.FromTo(0m, 10m)), KeyResult("no data", Goal.AtLeast(12m)), KeyResult("learning", Goal.FindBaseline()));
        Assert.Equal(0.25m, objective.Score(Mid).Score);
        Assert.Equal(0.5m, objective.Score(Mid, ScoringProfile.Default.WithNotStarted(NotStartedKeyResults.AreMissing)).Score);
        Assert.Equal(0.5m / 3m, objective.Score(Closing).Score);
        Assert.Equal(1m / 3m, objective.Score(Mid).Coverage);
    }

    [Fact]
    public void A_score_set_by_hand_stands_beside_the_computed_one_with_its_reason()
    {
        var score = Of(At("a", 2m)).Overridden(ScoreOverride.Of(1m, "the number could not be measured any more", Closing)).Score(Closing);
        Assert.Equal((1m, 0.2m), (score.Score, score.ComputedScore));
        Assert.Contains("could not be measured", score.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_counts_as_zero_unless_the_profile_lets_it_count_in_full()
    {
        var objective = Of(At("a", -4m), At("b", 6m));
        Assert.Equal(0.3m, objective.Score(Mid).Score);
        Assert.Equal(0.1m, objective.Score(Mid, ScoringProfile.Default.With(ScoreLimits.None)).Score);
    }

    [Fact]
    public void Grades_have_no_gaps_and_a_grade_in_tenths_is_rounded_first()
    {
        Assert.Equal("yellow", GradeScale.TrafficLight.BandOf(0.69m).Name);
        Assert.Equal("green", GradeScale.Doerr.BandOf(0.69m).Name);
        Assert.Equal("red", GradeScale.Doerr.BandOf(0.34m).Name);
        Assert.Equal("yellow", GradeScale.Doerr.BandOf(0.35m).Name);
        Assert.Equal("yellow", Of(At("a", 6m)).Score(Mid).Grade?.Name);
    }

    [Fact]
    public void Between_60_and_70_percent_an_aspirational_objective_is_near_and_a_committed_one_missed()
    {
        Assert.Equal(Outcome.Near, Of(At("a", 6m)).Score(Closing).Outcome);
        Assert.Equal(Outcome.Missed, Of(At("a", 6m)).As(ObjectiveKind.Committed).Score(Closing).Outcome);
    }

    [Fact]
    public void The_sweet_spot_is_read_from_a_set_of_grades()
    {
        Assert.Equal(SweetSpotReading.InSweetSpot, SweetSpot.Google.Read(0.3m, 0.9m, 0.75m));
        Assert.Equal(SweetSpotReading.TooEasy, SweetSpot.Google.Read(0.9m, 0.9m));
        Assert.Null(SweetSpot.Google.Read());
    }

    [Fact]
    public void Net_confidence_is_percent_on_track_less_percent_off_track() => Assert.Equal(20m, ConfidenceStatistics.Net(onTrack: 5, atRisk: 2, offTrack: 3));

    [Fact]
    public void Confidence_is_calibrated_when_it_comes_true_as_often_as_it_says()
    {
        Assert.Equal(0.25m, ConfidenceStatistics.Brier([Confidence.FiftyFifty], [Confidence.FiftyFifty]));
        Assert.Equal(0m, ConfidenceStatistics.Brier([Confidence.Of(1m)], [Confidence.Of(0m)]));
        Assert.Null(ConfidenceStatistics.Brier([], []));
    }

    [Fact]
    public void Rounding_is_for_display_and_has_a_name()
    {
        Assert.Equal(73m, DisplayRounding.WholePercent.Percent(0.725m));
        Assert.Equal(42m, DisplayRounding.To(2, RoundingMode.HalfDown).Percent(0.425m));
        Assert.Equal(85m, ScoringProfile.ProfitCo.Display.Percent(0.8587m));
        Assert.Equal(0.9m, ScoringProfile.Doerr.Display.Round(470m / 500m));
    }

    [Fact]
    public void The_same_objective_can_be_scored_as_a_product_would_show_it()
    {
        var objective = Of(At("a", 12m), At("b", -2m), KeyResult("c", Goal.FromTo(0m, 10m)));
        Assert.Equal(1m / 3m, objective.Score(Mid).Score);
        Assert.Equal(1m / 3m, objective.Score(Mid, ScoringProfile.VivaGoals).Score);
        Assert.Equal(0.4m, objective.Score(Mid, ScoringProfile.TeamCulture).Score);
        Assert.Equal(0.6m, objective.Score(Mid, ScoringProfile.PuzzleOkr).Score);
        Assert.Equal(0.5m, objective.Score(Mid, ScoringProfile.BurningOkr).Score);
    }

    private static KeyResult At(string id, decimal value) => KeyResult(id, Goal.FromTo(0m, 10m)).With(CheckIn.On(Day(2026, 7, 10), value));

    private static Objective Of(params IEnumerable<KeyResult> keyResults) =>
        keyResults.Aggregate(Objective.Define("o", "An objective", Cycle.Quarter(2026, 3)), (objective, keyResult) => objective.With(keyResult));
}
