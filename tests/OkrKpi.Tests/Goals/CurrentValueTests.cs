using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Which check-ins count, and what value they make together.</summary>
public sealed class CurrentValueTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate Mid = new(2026, 8, 15);

    [Fact]
    public void The_latest_on_the_date_counts_and_one_of_the_day_after_does_not()
    {
        CheckIn[] checkIns = [CheckIn.On(Mid, 40m), CheckIn.On(Mid.PlusDays(1), 90m)];
        Assert.Equal(0.4m, Raw(checkIns));
        Assert.Equal(0.9m, Raw(checkIns, asOf: Mid.PlusDays(1)));
        Assert.Equal(Progress.NotStarted, Goal.FromTo(0m, 100m).Progress(checkIns, Quarter, Mid.PlusDays(-1)));
    }

    [Fact]
    public void Of_one_date_the_one_added_last_counts_and_the_order_of_dates_does_not_matter()
    {
        Assert.Equal(0.5m, Raw([CheckIn.On(Mid, 40m), CheckIn.On(Mid, 50m)]));
        Assert.Equal(0.5m, Raw([CheckIn.On(Mid, 50m), CheckIn.On(Mid.PlusDays(-1), 40m)]));
    }

    [Fact]
    public void Without_a_value_a_check_in_changes_nothing() => Assert.Equal(0.4m, Raw([CheckIn.On(Mid.PlusDays(-1), 40m), CheckIn.WithoutValue(Mid)]));

    [Fact]
    public void The_latest_value_may_be_from_before_the_cycle_and_what_is_taken_together_is_not()
    {
        CheckIn[] before = [CheckIn.On(Quarter.Start.PlusDays(-1), 30m)];
        Assert.Equal(0.3m, Raw(before));
        foreach (var reading in new[] { CurrentValue.Sum, CurrentValue.Mean, CurrentValue.Max, CurrentValue.Min })
        {
            Assert.Equal(Progress.NotStarted, Goal.FromTo(0m, 100m).Progress(before, Quarter, Mid, reading));
            Assert.Equal(0.2m, Raw([.. before, CheckIn.On(Quarter.Start, 20m)], reading));
        }
    }

    [Theory]
    [InlineData(CurrentValue.Sum, 0.9)]
    [InlineData(CurrentValue.Mean, 0.3)]
    [InlineData(CurrentValue.Max, 0.5)]
    [InlineData(CurrentValue.Min, 0.1)]
    [InlineData(CurrentValue.Latest, 0.3)]
    public void Values_are_taken_together_as_chosen(CurrentValue reading, double raw) =>
        Assert.Equal((decimal)raw, Raw([CheckIn.On(Mid.PlusDays(-2), 50m), CheckIn.On(Mid.PlusDays(-1), 10m), CheckIn.On(Mid, 30m)], reading));

    [Fact]
    public void Increments_add_to_the_start_also_with_a_minimum_sample()
    {
        var keyResult = KeyResult.Define("kr", "Answers", Unit.Count("answer"), Goal.FromTo(10m, 20m).WithMinimumSample(5m)).Taking(CurrentValue.Sum)
            .With(CheckIn.On(Mid, 1m).FromSample(2m), CheckIn.On(Mid, 4m).FromSample(3m));
        var score = keyResult.Score(Quarter, Mid);
        Assert.Equal(15m, score.Current);
        Assert.Equal(0.5m, score.Progress.Raw);
    }

    [Fact]
    public void A_sum_of_increments_is_held_at_the_largest_amount()
    {
        CheckIn[] huge = [CheckIn.On(Mid, 1_000_000_000_000_000m), CheckIn.On(Mid, 1_000_000_000_000_000m)];
        var goal = Goal.FromTo(0m, 500_000_000_000_000m);
        Assert.Equal(2m, goal.Progress(huge, Quarter, Mid, CurrentValue.Sum).Raw);
        Assert.Equal(-2m, goal.Progress([.. huge.Select(each => CheckIn.On(Mid, -each.Value!.Value))], Quarter, Mid, CurrentValue.Sum).Raw);
    }

    [Fact]
    public void A_mean_weighs_by_sample_only_when_every_check_in_has_one_and_somebody_answered()
    {
        Assert.Equal(0.2m, Raw([CheckIn.On(Mid, 10m).FromSample(3m), CheckIn.On(Mid, 50m).FromSample(1m)], CurrentValue.Mean));
        Assert.Equal(0.3m, Raw([CheckIn.On(Mid, 10m).FromSample(3m), CheckIn.On(Mid, 50m)], CurrentValue.Mean));
        Assert.Equal(0.3m, Raw([CheckIn.On(Mid, 10m).FromSample(0m), CheckIn.On(Mid, 50m).FromSample(0m)], CurrentValue.Mean));
        Assert.Equal(0.5m, Raw([CheckIn.On(Mid, 10m).FromSample(0m), CheckIn.On(Mid, 50m).FromSample(1m)], CurrentValue.Mean));
    }

    [Fact]
    public void A_mean_by_a_sample_of_any_size_is_one()
    {
        foreach (var answers in new[] { 1m, 500_000_000_000m, 500_000_000_001m, 1_000_000_000_000_000m })
        {
            Assert.Equal(0.3m, Raw([CheckIn.On(Mid, 10m).FromSample(answers), CheckIn.On(Mid, 50m).FromSample(answers)], CurrentValue.Mean)!.Value, 20);
        }
    }

    [Fact]
    public void The_sample_belongs_to_the_value_that_is_judged()
    {
        var goal = Goal.AtLeast(5m).WithMinimumSample(10m);
        CheckIn[] checkIns = [CheckIn.On(Mid, 6m).FromSample(5m), CheckIn.On(Mid, 6m).FromSample(5m), CheckIn.On(Mid, 6m)];
        Assert.Equal(Progress.NoData, goal.Progress(checkIns, Quarter, Mid));
        Assert.Equal(Progress.TooFewAnswers, goal.Progress(checkIns[..2], Quarter, Mid));
        Assert.Equal(Progress.TooFewAnswers, goal.Progress(checkIns, Quarter, Mid, CurrentValue.Min));
        Assert.Equal(Progress.Of(1m), goal.Progress(checkIns, Quarter, Mid, CurrentValue.Sum));
        Assert.Equal(Progress.Of(1m), goal.Progress(checkIns, Quarter, Mid, CurrentValue.Mean));
    }

    [Fact]
    public void The_largest_value_from_2_answers_is_not_judged_by_the_120_of_another()
    {
        var goal = Goal.AtLeast(8m).WithMinimumSample(100m);
        CheckIn[] checkIns = [CheckIn.On(Mid, 5m).FromSample(120m), CheckIn.On(Mid, 9.9m).FromSample(2m)];
        Assert.Equal(Progress.TooFewAnswers, goal.Progress(checkIns, Quarter, Mid, CurrentValue.Max));
        Assert.Equal(Progress.Of(0m), goal.Progress(checkIns, Quarter, Mid, CurrentValue.Min));
        Assert.Equal(Progress.Of(1m), goal.Progress([.. checkIns, CheckIn.On(Mid, 9.9m).FromSample(100m)], Quarter, Mid, CurrentValue.Max));
        Assert.Equal(Progress.Of(1m), goal.Progress([CheckIn.On(Mid, 9.9m).FromSample(100m), .. checkIns], Quarter, Mid, CurrentValue.Max));
        Assert.Equal(Progress.Of(0m), goal.Progress([CheckIn.On(Mid, 5m).FromSample(3m), .. checkIns], Quarter, Mid, CurrentValue.Min));
    }

    [Fact]
    public void The_first_value_of_the_cycle_is_a_start_and_of_one_date_the_one_added_first()
    {
        var goal = Goal.AtLeast(20m).FromFirstValue();
        CheckIn[] onTheFirstDay = [CheckIn.On(Quarter.Start.PlusDays(-1), 0m), CheckIn.On(Quarter.Start, 4m), CheckIn.On(Quarter.Start, 8m)];
        Assert.Equal(0.5m, goal.Progress([.. onTheFirstDay, CheckIn.On(Mid, 12m)], Quarter, Mid).Raw);
        Assert.Equal(0.5m, goal.Progress([CheckIn.On(Mid, 12m), CheckIn.On(Quarter.Start, 4m)], Quarter, Mid).Raw);
    }

    [Fact]
    public void A_first_value_next_to_the_target_leaves_nothing_to_go()
    {
        var goal = Goal.AtLeast(20m).FromFirstValue();
        Assert.Equal(0m, goal.Progress([CheckIn.On(Mid, 19.999_999_999_999_9m)], Quarter, Mid).Raw);
        Assert.Equal(0.5m, goal.Progress([CheckIn.On(Mid, 19.999_999_999_999m), CheckIn.On(Mid, 19.999_999_999_999_5m)], Quarter, Mid).Raw);
        Assert.Equal(0m, goal.Progress([CheckIn.On(Mid, 20m), CheckIn.On(Mid, 19m)], Quarter, Mid).Raw);
    }

    [Fact]
    public void A_check_in_of_a_part_counts_for_that_part_alone()
    {
        var goal = Goal.AllOf(Goal.Part("a", Goal.FromTo(0m, 10m)), Goal.Part("b", Goal.FromTo(0m, 10m)));
        Assert.Equal(0.4m, goal.Progress([CheckIn.On(Mid, 4m).Of("a"), CheckIn.On(Mid, 8m).Of("b")], Quarter, Mid).Raw);
        Assert.Equal(0m, goal.Progress([CheckIn.On(Mid, 8m).Of("b")], Quarter, Mid).Raw);
        Assert.Equal(0m, goal.Progress([CheckIn.On(Mid, 4m).Of("A"), CheckIn.On(Mid, 8m).Of("b")], Quarter, Mid).Raw);
    }

    [Fact]
    public void What_is_asked_for_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("current", () => Goal.YesNo().Progress([], Quarter, Mid, (CurrentValue)77));
        Assert.Throws<ArgumentException>("checkIns", () => Goal.YesNo().Progress([null!], Quarter, Mid));
        Assert.Throws<ArgumentNullException>("cycle", () => Goal.YesNo().Progress([], null!, Mid));
    }

    private static decimal? Raw(CheckIn[] checkIns, CurrentValue reading = CurrentValue.Latest, LocalDate? asOf = null) =>
        Goal.FromTo(0m, 100m).Progress(checkIns, Quarter, asOf ?? Mid, reading).Raw;
}
