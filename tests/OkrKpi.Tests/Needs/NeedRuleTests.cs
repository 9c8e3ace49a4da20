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

    private static readonly KeyResult Calls = KeyResult.Define("calls", "Calls", Unit.Count("call"), Goal.FromTo(0m, 10m));

    private static KpiAssessment Assess(Kpi kpi, decimal may) =>
        KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2026, 5, 3), may)), Today);
}
