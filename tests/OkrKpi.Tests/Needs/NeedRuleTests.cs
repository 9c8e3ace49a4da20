using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Needs;

/// <summary>What covers a need, which dismissal silences it, and which of several raises is told.</summary>
public class NeedRuleTests
{
    private static readonly LocalDate Today = Day(2026, 6, 10);
    private static readonly Kpi Meetings = Meetings(Cadence.Month).WithTarget(100m, from: Day(2026, 1, 1));

    [Fact]
    public void A_KPI_that_reads_lagging_its_own_way_is_not_read_by_the_rule()
    {
        var rule = OkrNeedRule.Default.With(Lagging.Missed());
        Assert.Equal(OkrNeedState.Needed, rule.Apply(Assess(Meetings, 99m)).State);
        Assert.Equal(OkrNeedState.NotNeeded, rule.Apply(Assess(Meetings.Lags(Lagging.MissesInARow(2)), 99m)).State);
        Assert.Equal(OkrNeedState.Needed, rule.Apply(Assess(Meetings.Lags(Lagging.MissesInARow(2)).LagsByTheRule(), 99m)).State);
        Assert.Throws<ArgumentNullException>("assessment", () => rule.Apply(null!));
    }

    [Fact]
    public void Objectives_that_cover_it_stand_by_their_ids_and_have_a_key_result_that_is_not_cancelled()
    {
        Objective[] objectives = [Covering("b"), Covering("a"), Covering("c")];
        Assert.Equal(["a", "b", "c"], OkrNeedRule.Default.Apply(Assess(Meetings, 99m), objectives).CoveredBy.Select(each => each.Id.Value));
        Assert.Empty(OkrNeedRule.Default.Apply(Assess(Meetings, 99m), Cancelled(Today)).CoveredBy);
        Assert.Single(OkrNeedRule.Default.Apply(Assess(Meetings, 99m), Cancelled(Today.PlusDays(1))).CoveredBy);
        Assert.Empty(OkrNeedRule.Default.Apply(Assess(Meetings, 99m), Cancelled(Today.PlusDays(-1))).CoveredBy);
        Assert.Throws<ArgumentNullException>("profile", () => OkrNeedRule.Default.Apply(Assess(Meetings, 99m)).CoverageScores(null!));

        static Objective Covering(string id) => Objective.Define(id, "Engage", Cycle.Quarter(2026, 2)).Addressing(Meetings.Id).With(Calls);

        static Objective Cancelled(LocalDate on) =>
            Objective.Define("o", "Engage", Cycle.Quarter(2026, 2)).Addressing(Meetings.Id).With(Calls.Cancelled(on));
    }

    [Fact]
    public void The_latest_dismissal_is_told_whichever_order_they_come_in()
    {
        var (first, second) = (NeedDismissal.Of(Meetings.Id, Day(2026, 6, 2), "a fair"), NeedDismissal.Of(Meetings.Id, Day(2026, 6, 9), "a strike"));
        foreach (NeedDismissal[] dismissals in new NeedDismissal[][] { [first, second], [second, first] })
        {
            Assert.Equal("a strike", OkrNeedRule.Default.Apply(Assess(Meetings, 99m), [], dismissals).Dismissal!.Because);
        }

        Assert.Null(OkrNeedRule.Default.Apply(Assess(Meetings, 99m), [], [NeedDismissal.Of("other", Day(2026, 6, 9), "a strike")]).Dismissal);
        Assert.Null(OkrNeedRule.Default.Apply(Assess(Meetings, 99m), [], [NeedDismissal.Of(Meetings.Id, Today.PlusDays(1), "a strike")]).Dismissal);
    }

    [Fact]
    public void A_rule_reads_as_its_policies() => Assert.Equal(
        [$"lags: {Lagging.Missed()}", $"lags: {Lagging.Missed()}; raises beyond 5%"],
        new[] { OkrNeedRule.Default.With(Lagging.Missed()), OkrNeedRule.Default.With(Lagging.Missed()).IgnoringRaisesWithin(Tolerance.Default) }
            .Select(rule => rule.ToString()));

    [Fact]
    public void Of_two_raises_of_a_period_the_latest_is_told_from_what_held_before_both_and_the_earlier_stands_below()
    {
        var kpi = Meetings.WithTarget(110m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1))
            .WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 5));
        var need = OkrNeedRule.Default.Apply(Assess(kpi, 100m));
        Assert.Equal(
            [(100m, 130m, RaiseStanding.AsksForAnOkr), (100m, 110m, RaiseStanding.AsksForAnOkr)],
            need.Raises.Select(raise => (raise.Before.Value!.Value, raise.Now.Value!.Value, raise.Standing)));
        Assert.Equal((100m, 130m), (need.TargetRaised!.Before.Value, need.TargetRaised.Now.Value));
        Assert.Equal(Day(2026, 6, 5), need.TargetRaised.Decision.DecidedOn);
    }

    [Fact]
    public void A_raise_is_within_a_margin_of_what_held_before_all_raises_of_its_period()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        var once = Meetings.WithTarget(105m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        var twice = once.WithTarget(110m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 5));
        Assert.Equal([RaiseStanding.WithinMargin], rule.Apply(Assess(once, 100m)).Raises.Select(raise => raise.Standing));
        Assert.Equal(RaiseStanding.AsksForAnOkr, rule.Apply(Assess(twice, 100m)).Raises[0].Standing);
        Assert.Equal((100m, 110m), (rule.Apply(Assess(twice, 100m)).Raises[0].Before.Value, rule.Apply(Assess(twice, 100m)).Raises[0].Now.Value));
        var more = Meetings.WithTarget(105.01m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        Assert.Equal(RaiseStanding.AsksForAnOkr, rule.Apply(Assess(more, 100m)).Raises[0].Standing);
    }

    [Fact]
    public void A_raise_far_ahead_or_reached_already_is_told_and_asks_for_nothing()
    {
        Assert.Equal(RaiseStanding.FarAhead, Standing(Meetings.WithTarget(130m, from: Day(2027, 7, 1), decidedOn: Day(2026, 6, 1)), 100m));
        Assert.Equal(RaiseStanding.AsksForAnOkr, Standing(Meetings.WithTarget(130m, from: Day(2027, 6, 1), decidedOn: Day(2026, 6, 1)), 100m));
        Assert.Equal(RaiseStanding.ReachedAlready, Standing(Meetings.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)), 130m));
        Assert.Equal(RaiseStanding.AsksForAnOkr, Standing(Meetings.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)), 129m));

        static RaiseStanding Standing(Kpi kpi, decimal may) => OkrNeedRule.Default.Apply(Assess(kpi, may)).Raises[0].Standing;
    }

    [Fact]
    public void A_raise_is_open_for_28_days_and_until_the_first_period_it_governs_is_judged()
    {
        var kpi = Meetings.WithTarget(130m, from: Day(2026, 5, 1), decidedOn: Day(2026, 5, 12));
        Assert.NotEmpty(Raises(kpi, Day(2026, 6, 8)));
        Assert.Empty(Raises(kpi, Day(2026, 6, 9)));
        Assert.NotEmpty(Raises(Meetings.WithTarget(130m, from: Day(2026, 6, 1), decidedOn: Day(2026, 5, 1)), Day(2026, 6, 9)));

        static IReadOnlyList<TargetRaise> Raises(Kpi kpi, LocalDate asOf) =>
            OkrNeedRule.Default.Apply(KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 5, 3), 100m)), asOf)).Raises;
    }

    [Fact]
    public void A_margin_is_told_as_it_was_given()
    {
        var kpi = Meetings.WithTarget(105m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        Assert.Equal("raise.withinMargin", Told(kpi, Tolerance.OfShare(0.05m)));
        Assert.Equal("raise.withinAmount", Told(kpi, Tolerance.OfAmount(5m)));

        // Of nothing a share is none.
        var fromNothing = Meetings(Cadence.Month).WithTarget(0m, from: Day(2026, 1, 1)).WithTarget(5m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        Assert.Equal("raise.withinAmount", Told(fromNothing, Tolerance.OfAmount(5m)));
        Assert.Equal((null, 0.05m), (Raise(fromNothing, Tolerance.None).Share, Raise(kpi, Tolerance.None).Share));

        static string Told(Kpi kpi, Tolerance margin) => Raise(kpi, margin).Explain().Key;

        static TargetRaise Raise(Kpi kpi, Tolerance margin) => OkrNeedRule.Default.IgnoringRaisesWithin(margin).Apply(Assess(kpi, 0m)).Raises.Single();
    }

    [Fact]
    public void Below_the_raise_that_is_told_stand_the_others()
    {
        var once = Meetings.WithTarget(110m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        var twice = once.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 5));
        var (alone, both) = (OkrNeedRule.Default.Apply(Assess(once, 100m)).TargetRaised!, OkrNeedRule.Default.Apply(Assess(twice, 100m)).TargetRaised!);
        Assert.Empty(alone.Others);
        Assert.Empty(alone.Explain().Because);
        Assert.Equal([110m], both.Others.Select(each => each.Now.Value));
        Assert.Equal(["need.targetRaised"], both.Explain().Because.Select(each => each.Key));
        Assert.Equal((-30m, -30m / 130m), (both.Gap, both.GapShare));

        // Towards nothing there is no share of it to go.
        var toNothing = Every(Cadence.Month, Aggregation.Sum, Direction.LowerIsBetter).WithTarget(5m, from: Day(2026, 1, 1))
            .WithTarget(0m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1));
        var raised = OkrNeedRule.Default.Apply(Assess(toNothing, 4m)).TargetRaised!;
        Assert.Equal((-4m, null), (raised.Gap, raised.GapShare));
    }

    [Fact]
    public void A_place_is_told_with_the_gap_where_there_is_one()
    {
        var lagging = OkrNeedRule.Default.Apply(Assess(Meetings, 90m));
        var silent = OkrNeedRule.Default.With(Lagging.Stale()).Apply(KpiAssessment.Of(Meetings, MeasurementSeries.Of(Meetings.Id), Today));
        var met = OkrNeedRule.Default.Apply(Assess(Meetings, 100m));
        var ranking = NeedRanking.Of([met, silent, lagging]);
        Assert.Equal([lagging, silent, met], ranking.Needs.Select(each => each.Need));
        Assert.Equal(["ranking.need", "ranking.needWithoutGap", "ranking.unneeded"], ranking.Needs.Select(each => each.Explain().Key));
        Assert.Equal([1, 2, 3], ranking.Needs.Select(each => each.Rank));
    }

    [Fact]
    public void A_dismissal_is_of_a_KPI_and_silences_no_raise_that_came_later()
    {
        Assert.Throws<ArgumentNullException>("kpi", () => NeedDismissal.Of((KpiId)null!, Today, "a fair"));
        var raised = Meetings.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 5));
        Assert.Equal(OkrNeedState.Needed, State(Day(2026, 6, 4)));
        Assert.Equal(OkrNeedState.Dismissed, State(Day(2026, 6, 5)));
        Assert.Equal(OkrNeedState.Dismissed, State(Day(2026, 6, 9)));

        OkrNeedState State(LocalDate on) => OkrNeedRule.Default.Apply(Assess(raised, 100m), [], [NeedDismissal.Of(Meetings.Id, on, "a fair")]).State;
    }

    /// <summary>A raise that begins after its decision was known is a raise of what held the day before, in the same unit only.</summary>
    [Fact]
    public void A_raise_after_the_unit_was_changed_is_told_from_what_held_in_the_new_unit()
    {
        var kpi = Meetings.With(TargetDecision.From(Day(2026, 6, 1), Target.Of(10m), Day(2026, 5, 20)).AsRedefinition())
            .WithTarget(11m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)).WithTarget(12m, from: Day(2026, 8, 1), decidedOn: Day(2026, 6, 5));
        var need = OkrNeedRule.Default.Apply(Assess(kpi, 100m));
        Assert.Equal([(11m, 12m), (10m, 11m)], need.Raises.Select(raise => (raise.Before.Value!.Value, raise.Now.Value!.Value)));
    }

    private static readonly KeyResult Calls = KeyResult.Define("calls", "Calls", Unit.Count("call"), Goal.FromTo(0m, 10m));

    private static KpiAssessment Assess(Kpi kpi, decimal may) =>
        KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 5, 3), may)), Today);
}
