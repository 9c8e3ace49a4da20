using System.Globalization;
using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_18_The_brief
{
    private static readonly LocalDate EndOfMay = Day(2026, 5, 31);

    [Fact]
    public void A_KPI_that_needs_no_OKR_has_no_brief()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 5, 1));
        var review = OkrKpi.Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, Measurement.On(EndOfMay, 100m))]).Review(EndOfMay);
        Assert.Null(review.BriefOf(kpi.Id));
        Assert.Null(review.BriefOf(KpiId.Of("unknown")));
        Assert.Throws<ArgumentException>(() => Brief.Of(review.Needs[0], review.Portfolio.MeasurementsOf(kpi.Id)));
    }

    [Fact]
    public void A_raised_target_that_nothing_was_measured_for_has_no_gap_yet()
    {
        var brief = OkrKpi.Portfolio.Of([MeetingsRaisedTo300()], [], []).Review(Day(2026, 6, 20)).BriefOf(Meetings)!;
        Assert.Null(brief.Gap);
        Assert.Equal("Customer meetings held: the target 300 of 2026-Q3; nothing is measured yet", brief.ToString());
    }

    [Fact]
    public void What_adds_up_is_due_from_each_segment_by_its_share_of_the_period_before()
    {
        // In April North sold 60 and South 40; of the 100 due in May they owe 60 and 40.
        var brief = Sold(Direction.HigherIsBetter, 45m, 40m);
        Assert.Equal(-15m, brief.Gap);
        Assert.Equal([("North", -15m), ("South", 0m)], brief.Segments.Select(each => (each.Segment!.Name, each.Contribution)));
        Assert.Equal(1m, brief.Segments[0].ShareOfGap);
    }

    [Fact]
    public void Where_lower_is_better_more_than_its_share_is_what_a_segment_contributes()
    {
        var brief = Sold(Direction.LowerIsBetter, 70m, 50m);
        Assert.Equal(-20m, brief.Gap);
        Assert.Equal([("North", -10m), ("South", -10m)], brief.Segments.Select(each => (each.Segment!.Name, each.Contribution)));
    }

    [Fact]
    public void Without_a_period_before_the_shares_cannot_be_told()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 5, 1));
        Assert.Empty(BriefOf(kpi, In(EndOfMay, "North", 45m), In(EndOfMay, "South", 40m)).Segments);
    }

    [Fact]
    public void Of_a_ratio_a_segment_contributes_how_far_it_is_off_times_its_share_of_the_denominator()
    {
        // 6 % of 300 and 2 % of 100 are 5 %, 5 points short of 10 %: 4 points off on three quarters, 8 on one quarter.
        var kpi = Kpi.Define("kpi", "Conversion", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.RatioOfSums)
            .WithTarget(10m, Day(2026, 5, 1));
        var brief = BriefOf(kpi, In(EndOfMay, "North", 18m).OutOf(300m), In(EndOfMay, "South", 2m).OutOf(100m));
        Assert.Equal(-5m, brief.Gap);
        Assert.Equal([("North", -3m), ("South", -2m)], brief.Segments.Select(each => (each.Segment!.Name, each.Contribution)));
    }

    [Fact]
    public void Of_a_weighted_average_the_weights_take_the_place_of_denominators()
    {
        var kpi = Kpi.Define("kpi", "Rating", Unit.RatingOutOf(10), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.WeightedAverage)
            .WithTarget(8m, Day(2026, 5, 1));
        var brief = BriefOf(kpi, In(EndOfMay, "North", 9m).Weighing(1m), In(EndOfMay, "South", 5m).Weighing(3m));
        Assert.Equal(-2m, brief.Gap);
        Assert.Equal([("South", -2.25m), ("North", 0.25m)], brief.Segments.Select(each => (each.Segment!.Name, each.Contribution)));
    }

    [Fact]
    public void ICE_multiplies_impact_confidence_and_ease() => Assert.Equal(432m, Prioritization.Ice.Score(Vote.Of(8m, 6m, 9m)));

    [Fact]
    public void A_weighted_mean_stays_on_the_scale_of_the_marks() => Assert.Equal(7.75m, Prioritization.Weighted(2m, 1m, 1m).Score(Vote.Of(8m, 6m, 9m)));

    [Fact]
    public void ICE_as_a_product_and_as_a_mean_may_rank_otherwise()
    {
        var brief = Discussed(("even", Vote.Of(6, 6, 6)), ("extreme", Vote.Of(10, 10, 2)));
        Assert.Equal("even", brief.Rank(Prioritization.Ice)[0].Area.Name);
        Assert.Equal("extreme", brief.Rank(Prioritization.IceMean)[0].Area.Name);
    }

    [Fact]
    public void Of_a_group_the_median_of_each_mark_counts()
    {
        var area = FocusArea.Define("a").Voted(Vote.Of(1, 5, 5)).Voted(Vote.Of(8, 5, 5)).Voted(Vote.Of(9, 6, 5)).Voted(Vote.Of(7, 6, 5));
        var ranked = Discussed().With(area).Rank()[0];
        Assert.Equal(Vote.Of(7.5m, 5.5m, 5m), ranked.Median);
        Assert.Equal((Vote.Of(1, 5, 5), Vote.Of(9, 6, 5)), (ranked.Lowest, ranked.Highest));
        Assert.Equal(7.5m * 5.5m * 5m, ranked.Score);
    }

    [Fact]
    public void Votes_that_lie_more_than_half_of_the_median_apart_are_worth_a_talk()
    {
        Assert.False(Discussed().With(FocusArea.Define("a").Voted(Vote.Of(6, 5, 5)).Voted(Vote.Of(10, 5, 5))).Rank()[0].IsContested);
        Assert.True(Discussed().With(FocusArea.Define("a").Voted(Vote.Of(5.9m, 5, 5)).Voted(Vote.Of(10, 5, 5))).Rank()[0].IsContested);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_the_higher_confidence()
    {
        var ranking = Discussed(("a", Vote.Of(6, 4, 5)), ("b", Vote.Of(4, 6, 5))).Rank();
        Assert.Equal(["b", "a"], ranking.Select(each => each.Area.Name));
        Assert.DoesNotContain(ranking, each => each.IsTied);
    }

    [Fact]
    public void Equal_scores_and_confidences_are_ordered_by_the_lower_effort()
    {
        var ranking = Discussed(("a", Vote.Rice(200, 1, 1, 4)), ("b", Vote.Rice(100, 1, 1, 2))).Rank(Prioritization.Rice);
        Assert.Equal(["b", "a"], ranking.Select(each => each.Area.Name));
    }

    [Fact]
    public void Ties_share_a_rank_stay_in_the_order_given_and_are_shown()
    {
        var ranking = Discussed(("a", Vote.Of(6, 4, 5)), ("b", Vote.Of(5, 4, 6)), ("c", Vote.Of(1, 1, 1))).Rank();
        Assert.Equal([("a", 1, true), ("b", 1, true), ("c", 3, false)], ranking.Select(each => (each.Area.Name, each.Rank, each.IsTied)));
        Assert.Equal("1. a: ICE 120 from 1 vote, tied", ranking[0].ToString());
    }

    [Fact]
    public void An_area_nobody_voted_on_comes_last()
    {
        var ranking = Discussed().With(FocusArea.Define("silent")).With(FocusArea.Define("a").Voted(Vote.Of(0, 0, 0))).Rank();
        Assert.Equal(["a", "silent"], ranking.Select(each => each.Area.Name));
        Assert.Null(ranking[1].Score);
    }

    [Fact]
    public void A_vote_without_the_marks_a_ranking_needs_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Discussed(("a", Vote.Of(6, 4, 5))).Rank(Prioritization.Rice));
        Assert.Throws<InvalidOperationException>(() => Discussed(("a", Vote.Rice(6, 4, 5, 1))).Rank());
    }

    [Fact]
    public void An_area_must_be_chosen_before_it_becomes_an_objective() =>
        Assert.Throws<InvalidOperationException>(() => Discussed(("a", Vote.Of(6, 4, 5))).ToObjective("o", Cycle.Quarter(2026, 3)));

    [Fact]
    public void A_question_of_the_teams_own_is_asked_beside_the_five()
    {
        var brief = Discussed().Asking("price", "Is the price the cause?").Answering("price", "no");
        Assert.Equal(6, brief.Questions.Count);
        Assert.Equal("no", brief.Questions[^1].Answer);
        Assert.Throws<ArgumentException>(() => brief.Asking("price", "Again?"));
        Assert.Throws<ArgumentException>(() => brief.Answering("weather", "rain"));
    }

    [Fact]
    public void The_brief_reads_in_Vietnamese_with_its_numbers()
    {
        var text = Sold(Direction.HigherIsBetter, 45.5m, 40m).Explain().ToText(CultureInfo.GetCultureInfo("vi"));
        Assert.StartsWith("Something monthly: 86 trong 2026-05, mục tiêu KPI 100 của 2026-05: thấp hơn 15", text, StringComparison.Ordinal);
        Assert.Contains("region North: 46, góp -15 vào chênh lệch", text, StringComparison.Ordinal);
    }

    private static Brief Sold(Direction direction, decimal north, decimal south) => BriefOf(
        Monthly(direction).WithTarget(100m, Day(2026, 5, 1)),
        In(Day(2026, 4, 30), "North", 60m), In(Day(2026, 4, 30), "South", 40m), In(EndOfMay, "North", north), In(EndOfMay, "South", south));

    private static Brief BriefOf(Kpi kpi, params IEnumerable<Measurement> measurements) =>
        OkrKpi.Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, measurements)]).Review(EndOfMay).BriefOf(kpi.Id)!;

    private static Measurement In(LocalDate date, string region, decimal value) => Measurement.On(date, value).For(Segment.Of("region", region));

    private static Brief Discussed(params IEnumerable<(string Area, Vote Vote)> votes) =>
        votes.Aggregate(Sold(Direction.HigherIsBetter, 45m, 40m), (brief, each) => brief.With(FocusArea.Define(each.Area).Voted(each.Vote)));
}
