using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_19_The_weekly_review
{
    private static readonly LocalDate HalfTime = Day(2026, 8, 15);

    [Fact]
    public void A_check_in_of_the_last_seven_days_is_a_change_and_an_older_one_is_missing_L1()
    {
        Assert.Single(Week(CheckedIn(Day(2026, 8, 9), 5m)).Changed);
        Assert.Empty(Week(CheckedIn(Day(2026, 8, 9), 5m)).Missing);
        Assert.Empty(Week(CheckedIn(Day(2026, 8, 8), 5m)).Changed);
        Assert.Single(Week(CheckedIn(Day(2026, 8, 8), 5m)).Missing);
    }

    [Fact]
    public void A_change_tells_by_how_much_score_and_confidence_changed()
    {
        var objective = Objective().CheckIn("k", Day(2026, 8, 7), 3m, Confidence.OutOfTen(8m)).CheckIn("k", Day(2026, 8, 14), 5m, Confidence.OutOfTen(6m));
        var change = Assert.Single(Week(objective).Changed);
        Assert.Equal((0.2m, -0.2m), (change.ScoreChange!.Value, change.ConfidenceChange!.Value));
        Assert.Equal("k stands at 5: score 0.5, change +0.2", change.ToString());
    }

    [Fact]
    public void What_is_achieved_is_not_missing() => Assert.Empty(Week(CheckedIn(Day(2026, 7, 20), 10m)).Missing);

    [Fact]
    public void What_is_at_risk_is_listed_with_what_is_done_about_it_and_on_track_is_not_L2()
    {
        Assert.Empty(Week(CheckedIn(Day(2026, 8, 14), 4m)).AtRisk);
        var silent = Assert.Single(Week(CheckedIn(Day(2026, 8, 14), 3.9m)).AtRisk);
        Assert.Null(silent.Action);
        Assert.Equal("k is at risk: score 0.39, expected 0.5; no action noted", silent.ToString());
        Assert.Equal(
            "called everybody", Assert.Single(Week(Objective().CheckIn("k", CheckIn.On(Day(2026, 8, 14), 3.9m).Noting("called everybody"))).AtRisk).Action);
    }

    [Fact]
    public void A_cancelled_key_result_is_left_out()
    {
        var objective = Engagement(Cycle.Quarter(2026, 3)).With(KeyResult("k", Goal.FromTo(0m, 10m)).Cancelled(Day(2026, 8, 1)));
        Assert.Empty(Week(objective).KeyResults);
    }

    [Fact]
    public void A_need_that_appeared_within_the_week_is_told_and_not_a_week_later()
    {
        var portfolio = Portfolio(MeetingsRaisedTo300());
        Assert.Empty(portfolio.Review(Day(2026, 6, 14)).Week().NeedsAppeared);
        Assert.Equal(Meetings, Assert.Single(portfolio.Review(Day(2026, 6, 15)).Week().NeedsAppeared).Kpi.Id);
        Assert.Single(portfolio.Review(Day(2026, 6, 21)).Week().NeedsAppeared);
        Assert.Empty(portfolio.Review(Day(2026, 6, 22)).Week().NeedsAppeared);
    }

    [Fact]
    public void A_need_that_went_away_within_the_week_is_told()
    {
        var portfolio = OkrKpi.Portfolio.Of([MeetingsRaisedTo300()], [], [Held(Measurement.On(Day(2026, 9, 20), 300m))]);
        Assert.Empty(portfolio.Review(Day(2026, 9, 29)).Week().NeedsWentAway);
        Assert.Single(portfolio.Review(Day(2026, 9, 30)).Week().NeedsWentAway);
        Assert.Empty(portfolio.Review(Day(2026, 10, 7)).Week().NeedsWentAway);
    }

    private static Objective Objective() => Engagement(Cycle.Quarter(2026, 3)).With(KeyResult("k", Goal.FromTo(0m, 10m)));

    private static Objective CheckedIn(LocalDate date, decimal value) => Objective().CheckIn("k", date, value);

    private static WeeklyReview Week(Objective objective) => Portfolio(MeetingsRaisedTo300(), objective).Review(HalfTime).Week();
}
