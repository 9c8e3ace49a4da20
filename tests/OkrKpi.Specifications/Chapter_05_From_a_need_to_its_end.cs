using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_05_From_a_need_to_its_end
{
    private static readonly Kpi Leads = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1));
    private static readonly Measurement[] ThreeMisses =
    [
        Measurement.On(Day(2026, 3, 31), 90m), Measurement.On(Day(2026, 4, 30), 95m), Measurement.On(Day(2026, 5, 31), 92m)
    ];

    [Fact]
    public void A_need_says_since_when_and_how_far_R22()
    {
        var need = Need(Leads, Day(2026, 6, 1), ThreeMisses);
        Assert.Equal(Day(2026, 3, 31), need.Since);
        Assert.Equal(-0.08m, need.GapShare);
    }

    [Fact]
    public void A_raised_target_says_how_far_the_latest_period_is_from_it_R22()
    {
        var need = OkrNeed.Of(MeetingsRaisedTo300(), Held(Measurement.On(Day(2026, 3, 31), 100m)), Day(2026, 6, 20));
        Assert.Equal(-200m, need.TargetRaised!.Gap);
        Assert.Equal(Day(2026, 6, 15), need.Since);
    }

    [Fact]
    public void A_covered_need_says_how_far_along_the_objective_is_and_whether_it_keeps_pace_R36()
    {
        var objective = Engagement(Cycle.Quarter(2026, 3)).With(KeyResult("rate", Goal.FromTo(4m, 15m))).CheckIn("rate", Day(2026, 8, 10), 5m);
        var need = Portfolio(MeetingsRaisedTo300(), objective).Review(Day(2026, 8, 15)).Needs[0];
        Assert.Equal(OkrNeedState.Covered, need.State);
        Assert.Equal(PaceStatus.Behind, need.CoverageScores().Single().Pace.Status);
        Assert.Contains(
            "covered by the objective Raise engagement with new customers of 2026-Q3: score 0.09, behind", need.Explain().ToString("en"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_dismissed_need_stays_dismissed_and_says_why_R22()
    {
        var dismissal = NeedDismissal.Of(Leads.Id, Day(2026, 4, 10), "the market is closing");
        var need = Dismissed(dismissal, Day(2026, 6, 1), ThreeMisses);
        Assert.Equal(OkrNeedState.Dismissed, need.State);
        Assert.Contains("the market is closing", need.Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(OkrNeedState.Needed, Dismissed(dismissal, Day(2026, 4, 9), ThreeMisses).State);
    }

    [Fact]
    public void A_dismissal_ends_on_its_last_day()
    {
        var dismissal = NeedDismissal.Of(Leads.Id, Day(2026, 4, 10), "wait for the fair", Day(2026, 5, 31));
        Assert.Equal(OkrNeedState.Dismissed, Dismissed(dismissal, Day(2026, 5, 31), ThreeMisses).State);
        Assert.Equal(OkrNeedState.Needed, Dismissed(dismissal, Day(2026, 6, 1), ThreeMisses).State);
    }

    [Fact]
    public void A_KPI_that_recovers_and_lags_again_needs_an_OKR_again_although_it_was_dismissed()
    {
        var dismissal = NeedDismissal.Of(Leads.Id, Day(2026, 4, 10), "the market is closing");
        Assert.Equal(OkrNeedState.Needed, Dismissed(
            dismissal, Day(2026, 6, 1), Measurement.On(Day(2026, 3, 31), 90m), Measurement.On(Day(2026, 4, 30), 100m),
            Measurement.On(Day(2026, 5, 31), 92m)).State);
    }

    [Fact]
    public void A_target_raised_after_the_dismissal_needs_an_OKR()
    {
        var dismissal = NeedDismissal.Of(Leads.Id, Day(2026, 4, 10), "the market is closing");
        var raised = Leads.WithTarget(120m, Day(2026, 7, 1), Day(2026, 5, 2));
        var need = OkrNeedRule.Default.Apply(KpiAssessment.Of(raised, MeasurementSeries.Of(raised.Id, ThreeMisses), Day(2026, 6, 1)), [], [dismissal]);
        Assert.Equal(OkrNeedState.Needed, need.State);
    }

    [Fact]
    public void A_timeline_tells_when_a_need_appeared_was_covered_and_was_satisfied()
    {
        var objective = Objective.Define("more", "Win the fairs", Cycle.Between(Day(2026, 4, 15), Day(2026, 6, 30)))
            .Addressing(Leads)
            .With(OkrKpi.KeyResult.Define("fairs", "Fairs won", Unit.Count("fair"), Goal.Count(3)));
        var portfolio = OkrKpi.Portfolio.Of(
            [Leads], [objective],
            [MeasurementSeries.Of(Leads.Id, [Measurement.On(Day(2026, 2, 28), 100m), .. ThreeMisses[..2], Measurement.On(Day(2026, 5, 31), 104m)])]);
        var timeline = portfolio.Timeline(Leads.Id, Day(2026, 3, 1), Day(2026, 6, 10));
        Assert.Equal(
            [
                (Day(2026, 3, 1), OkrNeedState.NotNeeded, false),
                (Day(2026, 3, 31), OkrNeedState.Needed, false),
                (Day(2026, 4, 15), OkrNeedState.Covered, false),
                (Day(2026, 5, 31), OkrNeedState.NotNeeded, true),
            ],
            timeline.Spans.Select(span => (span.From, span.State, span.IsSatisfying)));
        Assert.Equal(Day(2026, 6, 10), timeline.Spans[^1].Through);
    }

    [Fact]
    public void Needs_are_ranked_by_state_then_reasons_then_gap_then_age()
    {
        var raised = Named("raised", 99m).WithTarget(120m, Day(2026, 7, 1), Day(2026, 5, 20));
        OkrNeed[] needs =
        [
            AfterMay(Named("met", 100m), 100m), AfterMay(Named("slightly", 100m), 99m), AfterMay(Named("far", 100m), 60m), AfterMay(raised, 98m),
            Need(Named("unmeasured", 100m), Day(2026, 6, 1)),
            Need(Named("older", 100m), Day(2026, 6, 1), Measurement.On(Day(2026, 4, 30), 70m), Measurement.On(Day(2026, 5, 31), 60m)),
        ];
        var ranking = NeedRanking.Of(needs);
        Assert.Equal(["raised", "older", "far", "slightly", "unmeasured", "met"], ranking.Needs.Select(ranked => ranked.Need.Kpi.Id.Value));
        Assert.Equal(
            "2. older: needed, reasons 1, 40% of the target to go, since 2026-04-30",
            ranking.Needs[1].Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Needs_that_nothing_tells_apart_share_a_rank()
    {
        var ranking = NeedRanking.Of([AfterMay(Named("one", 100m), 90m), AfterMay(Named("other", 100m), 90m), AfterMay(Named("third", 100m), 91m)]);
        Assert.Equal([("one", 1), ("other", 1), ("third", 3)], ranking.Needs.Select(ranked => (ranked.Need.Kpi.Id.Value, ranked.Rank)));
    }

    private static Kpi Named(string id, decimal target) =>
        Kpi.Define(id, id, Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).WithTarget(target, Day(2026, 1, 1));

    private static OkrNeed AfterMay(Kpi kpi, decimal actual) => Need(kpi, Day(2026, 6, 1), Measurement.On(Day(2026, 5, 31), actual));

    private static OkrNeed Dismissed(NeedDismissal dismissal, LocalDate asOf, params Measurement[] measurements) =>
        OkrKpi.Portfolio.Of([Leads], [], [MeasurementSeries.Of(Leads.Id, measurements)]).With(dismissal).Review(asOf).Needs[0];
}
