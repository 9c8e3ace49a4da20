using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_5_Scoring_an_objective
{
    private static readonly LocalDate Mid = Day(2026, 8, 15);
    private static readonly LocalDate Closing = Day(2026, 9, 30);

    [Fact]
    public void The_score_is_the_mean_of_the_key_results_by_weight() =>
        Assert.Equal(0.35m, Of(At("a", 5m).Weighing(2m), At("b", 4m), At("c", 0m)).Score(Mid).Value);

    [Fact]
    public void A_key_result_that_weighs_nothing_does_not_count() =>
        Assert.Equal(0.5m, Of(At("a", 5m), At("b", 0m).Weighing(0m)).Score(Mid).Value);

    [Fact]
    public void Coverage_is_the_share_of_weight_that_was_checked_in() =>
        Assert.Equal(0.75m, Of(At("a", 5m).Weighing(3m), KeyResult("b", Goal.FromTo(0m, 10m))).Score(Mid).Coverage);

    [Fact]
    public void A_key_result_not_started_counts_as_zero() =>
        Assert.Equal(0.25m, Of(At("a", 5m), KeyResult("b", Goal.FromTo(0m, 10m))).Score(Mid).Value);

    [Fact]
    public void A_key_result_without_data_is_left_out_while_the_cycle_runs() =>
        Assert.Equal(0.5m, Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Mid).Value);

    [Fact]
    public void A_key_result_without_data_counts_as_zero_at_closing()
    {
        var score = Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Closing);
        Assert.True(score.IsClosing);
        Assert.Equal(0.25m, score.Value);
    }

    [Fact]
    public void The_day_before_the_cycle_ends_is_not_closing_yet() => Assert.False(Of(At("a", 5m)).Score(Day(2026, 9, 29)).IsClosing);

    [Fact]
    public void Another_profile_leaves_missing_key_results_out_even_at_closing() =>
        Assert.Equal(0.5m, Of(At("a", 5m), KeyResult("b", Goal.AtLeast(12m))).Score(Closing, ScoringProfile.Default.With(MissingKeyResults.LeftOut)).Value);

    [Fact]
    public void A_cancelled_key_result_is_out_of_the_score_from_the_day_it_is_cancelled()
    {
        var objective = Of(At("a", 5m), At("b", 0m).Cancelled(Mid));
        Assert.Equal(0.25m, objective.Score(Mid.PlusDays(-1)).Value);
        Assert.Equal(0.5m, objective.Score(Mid).Value);
    }

    [Fact]
    public void Without_key_results_there_is_no_score()
    {
        var score = Of().Score(Mid);
        Assert.Null(score.Value);
        Assert.Null(score.IsSuccess);
    }

    [Fact]
    public void Raw_progress_keeps_what_the_score_clamps()
    {
        var score = Of(At("a", 20m), At("b", -10m)).Score(Mid);
        Assert.Equal(0.5m, score.Value);
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

    private static KeyResult At(string id, decimal value) => KeyResult(id, Goal.FromTo(0m, 10m)).With(CheckIn.On(Day(2026, 7, 10), value));

    private static Objective Of(params IEnumerable<KeyResult> keyResults) =>
        keyResults.Aggregate(Objective.Define("o", "An objective", Cycle.Quarter(2026, 3)), (objective, keyResult) => objective.With(keyResult));
}
