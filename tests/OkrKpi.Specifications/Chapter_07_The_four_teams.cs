namespace OkrKpi.Specifications;

public class Chapter_07_The_four_teams
{
    [Fact]
    public void Sessions_from_10_to_25_minutes_are_half_way_at_17_and_a_half_O1_KR1() => Assert.Equal(0.5m, Goal.FromTo(10m, 25m).Progress(17.5m).Raw);

    [Fact]
    public void The_analysis_of_the_competitors_without_the_ideas_is_half_of_two_equal_milestones_O1_KR2() =>
        Assert.Equal(0.5m, Goal.Milestones("analysis", "ideas").Progress("analysis").Raw);

    [Fact]
    public void An_active_rate_of_at_least_12_percent_is_met_or_not_O1_KR3()
    {
        Assert.Equal(0m, Goal.AtLeast(12m).Progress(11.9m).Raw);
        Assert.Equal(1m, Goal.AtLeast(12m).Progress(12m).Raw);
    }

    [Fact]
    public void Page_views_of_15000_count_from_zero_O2_KR1() => Assert.Equal(0.4m, Goal.Count(15_000m).Progress(6_000m).Raw);

    [Fact]
    public void A_click_through_rate_of_at_least_20_percent_is_met_at_20_O2_KR2() => Assert.True(Goal.AtLeast(20m).Progress(20m).IsAchieved);

    [Fact]
    public void Shares_from_30_to_1000_are_half_way_at_515_O2_KR3() => Assert.Equal(0.5m, Goal.FromTo(30m, 1_000m).Progress(515m).Raw);

    [Fact]
    public void Conversion_cost_from_100_down_to_20_is_half_way_at_60_O2_KR4() => Assert.Equal(0.5m, Goal.FromTo(100m, 20m).Progress(60m).Raw);

    [Fact]
    public void Touchpoints_from_3_to_6_are_done_at_6_O3_KR1() => Assert.True(Goal.FromTo(3m, 6m).Progress(6m).IsAchieved);

    [Fact]
    public void An_email_open_rate_from_14_to_45_percent_has_not_moved_at_14_O3_KR2() => Assert.Equal(0m, Goal.FromTo(14m, 45m).Progress(14m).Raw);

    [Fact]
    public void A_satisfaction_of_8_counts_only_with_at_least_100_answers_O3_KR3()
    {
        var goal = Goal.AtLeast(8m).WithMinimumSample(100m);
        Assert.Equal(ProgressState.TooFewAnswers, goal.Progress(8.2m, 99m).State);
        Assert.True(goal.Progress(8.2m, 100m).IsAchieved);
    }

    [Fact]
    public void An_open_rate_from_4_to_15_percent_that_falls_to_1_went_backwards_O4_KR1()
    {
        var progress = Goal.FromTo(4m, 15m).Progress(1m);
        Assert.True(progress.IsRegression);
        Assert.Equal(-3m / 11m, progress.Raw);
        Assert.Equal(0m, progress.Score);
    }

    [Fact]
    public void Follow_up_meetings_from_7_to_21_a_week_are_half_way_at_14_O4_KR2() => Assert.Equal(0.5m, Goal.FromTo(7m, 21m).Progress(14m).Raw);

    [Fact]
    public void A_rating_of_at_least_9_out_of_10_is_met_at_9_O4_KR3() => Assert.True(Goal.AtLeast(9m).Progress(9m).IsAchieved);

    [Fact]
    public void A_response_time_from_5_hours_down_to_1_is_half_way_at_3_O4_KR4() => Assert.Equal(0.5m, Goal.FromTo(5m, 1m).Progress(3m).Raw);
}
