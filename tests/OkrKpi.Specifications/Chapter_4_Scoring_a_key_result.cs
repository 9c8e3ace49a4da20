using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_4_Scoring_a_key_result
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
    public void A_value_to_keep_scores_the_share_of_full_weeks_it_was_kept()
    {
        var keyResult = KeyResult("a", Goal.KeepWithin(Band.AtMost(5m))).With(CheckIn.On(Day(2026, 7, 2), 5m)).With(CheckIn.On(Day(2026, 7, 9), 6m));
        Assert.Equal(0.5m, keyResult.Score(Quarter, Day(2026, 7, 14)).Progress.Raw);
    }

    [Fact]
    public void A_yes_or_no_is_done_at_1()
    {
        Assert.Equal(0m, Goal.YesNo().Progress(0m).Raw);
        Assert.True(Goal.YesNo().Progress(1m).IsAchieved);
    }
}
