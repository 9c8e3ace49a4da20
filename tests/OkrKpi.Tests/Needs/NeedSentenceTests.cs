using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Needs;

/// <summary>Which sentence each answer of the rule has, and what it rests on.</summary>
public class NeedSentenceTests
{
    private static readonly LocalDate Today = Day(2026, 6, 10);
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 2);

    private static readonly Kpi Meetings = Meetings(Cadence.Month).WithTarget(100m, from: Day(2026, 1, 1));

    [Fact]
    public void A_KPI_that_meets_its_target_says_so_without_anything_to_wait_for()
    {
        var explanation = Need(Meetings, 100m).Explain();
        Assert.Equal("need.notNeeded", explanation.Key);
        Assert.DoesNotContain(explanation.Because, each => each.Key.StartsWith("need.", StringComparison.Ordinal));
        Assert.Equal(((object?)null, (object?)null), (explanation.Fact("first"), explanation.Fact("last")));
        Assert.Equal(("Something measured", "2026-06-10", "2026-05"), (explanation.Fact("kpi"), $"{explanation.Fact("asOf"):uuuu-MM-dd}", $"{explanation.Fact("period")}"));
    }

    [Fact]
    public void One_that_is_only_watched_is_told_as_such() =>
        Assert.Equal("need.watched", Need(Kpi.Watch("kpi", "Something measured", Unit.Count("thing")).Every(Cadence.Month, Aggregation.Sum), 100m).Explain().Key);

    [Fact]
    public void A_miss_that_the_reading_lets_pass_is_told_with_why_it_passes()
    {
        var passed = Need(Meetings.Lags(Lagging.MissesOutOf(2, 3)), 100m, 100m, 99m).Explain();
        Assert.Equal(("need.notNeededPassed", "need.passedMisses"), (passed.Key, passed.Because[0].Key));
        var tolerated = Need(Meetings.Lags(Lagging.MissedBeyond(Tolerance.OfShare(0.05m))), 99m).Explain();
        Assert.Equal(("need.notNeededPassed", "need.passedTolerance"), (tolerated.Key, tolerated.Because[0].Key));
        Assert.Equal("need.needed", Need(Meetings.Lags(Lagging.MissesOutOf(2, 3)), 100m, 99m, 99m).Explain().Key);
    }

    [Fact]
    public void A_raise_that_asks_for_nothing_is_told_below_a_KPI_that_needs_no_OKR()
    {
        var explanation = Need(Meetings.WithTarget(110m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)), 120m).Explain();
        Assert.Equal(("need.notNeededThoughRaised", "raise.reachedAlready"), (explanation.Key, explanation.Because[0].Key));
    }

    [Fact]
    public void A_need_stands_above_its_reasons_and_a_raise_is_told_once()
    {
        var explanation = Need(Meetings.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)), 99m).Explain();
        Assert.Equal("need.needed", explanation.Key);
        Assert.Equal(["need.missed", "need.targetRaised"], explanation.Because.Take(2).Select(each => each.Key));
        Assert.Single(explanation.Because, each => each.Key.StartsWith("need.targetRaised", StringComparison.Ordinal));
    }

    [Fact]
    public void Covered_is_told_with_the_score_of_what_covers_it_or_that_there_is_none_yet()
    {
        var objective = Objective.Define("engage", "Engage", Quarter).Addressing(Meetings.Id)
            .With(KeyResult.Define("calls", "Calls", Unit.Count("call"), Goal.FromTo(0m, 10m)));
        var learning = Objective.Define("learn", "Learn", Quarter).Addressing(Meetings.Id)
            .With(KeyResult.Define("share", "Share that answers", Unit.Percent, Goal.FindBaseline()));
        Assert.Equal(("need.covered", "need.coveredBy"), Covered(objective));
        Assert.Equal(("need.covered", "need.coveredByUnscored"), Covered(learning));
        Assert.Equal("need.plannedBy", Apply(Objective.Define("next", "Next", Cycle.Quarter(2026, 3)).Addressing(Meetings.Id)).Because[1].Key);

        (string, string) Covered(Objective by) => (Apply(by).Key, Apply(by).Because[1].Key);

        Explanation Apply(Objective by) => OkrNeedRule.Default.Apply(Assess(Meetings, Today, 99m), by).Explain();
    }

    [Fact]
    public void Dismissed_is_told_with_day_and_reason()
    {
        var dismissal = NeedDismissal.Of(Meetings.Id, Day(2026, 6, 9), "the fair was called off");
        var need = OkrNeedRule.Default.Apply(Assess(Meetings, Today, 99m), [], [dismissal]);
        var explanation = need.Explain();
        Assert.Equal(("need.dismissed", "the fair was called off"), (explanation.Key, explanation.Fact("because")));
        Assert.Equal(Day(2026, 6, 9), explanation.Fact("dismissedOn"));
    }

    [Fact]
    public void What_cannot_be_told_says_what_is_missing()
    {
        Assert.Equal("need.cannotTellNoTarget", Need(Meetings(Cadence.Month), 100m).Explain().Key);
        Assert.Equal(
            "Whether Something measured needs an OKR cannot be told on 2026-06-10: its target begins with 2026-06, which is not over yet",
            Need(Meetings(Cadence.Month).WithTarget(100m, from: Day(2026, 6, 1)), 100m).ToString());
        Assert.Equal(
            "Whether Something measured needs an OKR cannot be told on 2026-06-10: it was never measured",
            OkrNeed.Of(Every(Cadence.Event, Aggregation.Average).WithTarget(100m, from: Day(2026, 1, 1)), MeasurementSeries.Of(Meetings.Id), Today).ToString());
        Assert.Equal("need.cannotTellNoData", OkrNeed.Of(Meetings, MeasurementSeries.Of(Meetings.Id), Today).Explain().Key);
        var quarterly = Meetings(Cadence.Quarter).Measured(Cadence.Month).WithTarget(300m, from: Day(2026, 1, 1));
        Assert.Equal("need.cannotTellNotDue", OkrNeed.Of(quarterly, Measured(100m), Day(2026, 7, 2)).Explain().Key);
        var stale = OkrNeed.Of(Meetings, MeasurementSeries.Of(Meetings.Id, Measurement.On(Day(2026, 2, 3), 100m)), Today).Explain();
        Assert.Equal(("need.cannotTellStale", "2026-03", "2026-05"), (stale.Key, $"{stale.Fact("first")}", $"{stale.Fact("last")}"));
    }

    [Fact]
    public void A_need_goes_back_to_its_earliest_reason_and_has_its_largest_gap()
    {
        var need = Need(Meetings.WithTarget(130m, from: Day(2026, 7, 1), decidedOn: Day(2026, 6, 1)), 80m);
        Assert.Equal(2, need.Reasons.Count);
        Assert.Equal((need.Reasons.Min(reason => reason.StartedOn), need.Reasons.Min(reason => reason.GapShare)), (need.Since, need.GapShare));
        Assert.NotEqual(need.Reasons[0].StartedOn, need.Reasons[1].StartedOn);
        Assert.NotEqual(need.Reasons[0].GapShare, need.Reasons[1].GapShare);
        Assert.Null(Need(Meetings, 100m).Since);
    }

    [Fact]
    public void A_timeline_tells_of_each_span_whether_a_need_was_satisfied()
    {
        var timeline = NeedTimeline.Of(
            Meetings, Measured(99m, 100m), Day(2026, 4, 1), Day(2026, 6, 10), OkrNeedRule.Default);
        Assert.Equal([OkrNeedState.CannotTell, OkrNeedState.Needed, OkrNeedState.NotNeeded], timeline.Spans.Select(span => span.State).Distinct());
        Assert.Equal("timeline.satisfied", timeline.Spans[^1].Explain().Key);
        Assert.All(timeline.Spans.SkipLast(1), span => Assert.Equal("timeline.span", span.Explain().Key));
        Assert.Throws<ArgumentOutOfRangeException>(
            "through", () => NeedTimeline.Of(Meetings, Measured(99m), Day(2026, 4, 1), Day(2026, 3, 31), OkrNeedRule.Default));
        Assert.Throws<ArgumentNullException>("rule", () => NeedTimeline.Of(Meetings, Measured(99m), Day(2026, 4, 1), Day(2026, 4, 1), null!));
    }

    private static OkrNeed Need(Kpi kpi, params decimal[] months) => OkrNeedRule.Default.Apply(Assess(kpi, Today, months));

    private static KpiAssessment Assess(Kpi kpi, LocalDate asOf, params decimal[] months) => KpiAssessment.Of(kpi, Measured(months), asOf);

    // The months that end with May.
    private static MeasurementSeries Measured(params decimal[] months) =>
        MeasurementSeries.Of(Meetings.Id, months.Select((value, index) => Measurement.On(Day(2026, 6, 1).PlusMonths(index - months.Length), value)));
}
