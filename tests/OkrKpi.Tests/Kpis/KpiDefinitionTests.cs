using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Kpis;

/// <summary>What cannot be said of one KPI together is refused, whichever part is said last.</summary>
public class KpiDefinitionTests
{
    private static readonly SeasonalProfile December = SeasonalProfile.OfMonths(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2);

    [Fact]
    public void Only_amounts_that_add_up_spread_or_are_zero_in_silence_also_when_the_aggregation_is_changed_later()
    {
        Assert.Contains("nothing to spread over a period", Refused("profile", () => Rate(Cadence.Month).SpreadBy(December)), StringComparison.Ordinal);
        Assert.Contains(
            "nothing to spread over a period", Refused("cadence", () => Meetings(Cadence.Quarter).SpreadBy(December).Every(Cadence.Quarter, Aggregation.Last)),
            StringComparison.Ordinal);
        Assert.Contains(
            "can be zero in silence", Assert.Throws<InvalidOperationException>(() => Rate(Cadence.Month).NothingRecordedIsZero()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "can be zero in silence", Refused("cadence", () => Meetings(Cadence.Month).NothingRecordedIsZero().Every(Cadence.Month, Aggregation.Max)),
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Every(Cadence.Event, Aggregation.Sum).NothingRecordedIsZero());
        Assert.Contains(
            "cannot be added up", Refused("cadence", () => Rate(Cadence.Month).Every(Cadence.Month, Aggregation.Sum)), StringComparison.Ordinal);
        Assert.Contains("cannot be added up", Refused("unit", () => Meetings(Cadence.Month).In(Unit.Percent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Business_days_are_those_of_a_daily_KPI()
    {
        Assert.Contains("only a daily KPI", Refused("days", () => Meetings(Cadence.Week).OnBusinessDays(BusinessDays.MondayToFriday)), StringComparison.Ordinal);
        var daily = Meetings(Cadence.Day).OnBusinessDays(BusinessDays.MondayToFriday);
        Assert.Contains("only a daily KPI", Refused("cadence", () => daily.Every(Cadence.Month, Aggregation.Sum)), StringComparison.Ordinal);
        Assert.Equal(Cadence.Month, daily.OnEveryDay().Every(Cadence.Month, Aggregation.Sum).Cadence);
    }

    [Fact]
    public void It_is_measured_more_often_than_it_has_a_value()
    {
        Assert.Contains("more often than that, not every Month", Refused(() => Meetings(Cadence.Month).Measured(Cadence.Month)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Every(Cadence.Event, Aggregation.Sum).Measured(Cadence.Day));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => Meetings(Cadence.Month).Measured((Cadence)99));
        Assert.Contains(
            "more often than that, not every Month", Refused("cadence", () => Meetings(Cadence.Quarter).Measured(Cadence.Month).Every(Cadence.Week, Aggregation.Sum)),
            StringComparison.Ordinal);
        Assert.Null(Meetings(Cadence.Month).Measured(Cadence.Week).MeasuredOnceAPeriod().MeasuredEvery);
    }

    [Fact]
    public void Its_targets_fit_its_direction()
    {
        var (number, band, below) = (Meetings(Cadence.Month).WithTarget(5, Day(2026, 1, 1)), Band.Between(1, 2), Target.Below(5));
        Assert.Contains("its target is a number, not the band", Refused(() => Meetings(Cadence.Month).WithTarget(band, Day(2026, 1, 1))), StringComparison.Ordinal);
        Assert.Contains("which the strict target < 5 contradicts", Refused(() => Meetings(Cadence.Month).WithTarget(below, Day(2026, 1, 1))), StringComparison.Ordinal);
        Assert.Contains("its target is a band, not the number 5", Refused("direction", () => number.As(Direction.WithinBand)), StringComparison.Ordinal);
        Assert.Contains("is only watched, so it takes no target", Refused("direction", () => number.As(Direction.None)), StringComparison.Ordinal);
        Assert.True(Meetings(Cadence.Month).As(Direction.None).IsWatched);
        Assert.Equal(Direction.LowerIsBetter, number.As(Direction.LowerIsBetter).Direction);
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => number.As((Direction)99));
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => Kpi.Define("k", "K", Unit.Percent, Direction.None));
    }

    [Fact]
    public void In_other_terms_its_targets_are_restated()
    {
        var meetings = Meetings(Cadence.Month).WithTarget(100, Day(2026, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("cadence", () => meetings.Every((Cadence)99, Aggregation.Sum));
        Assert.Throws<ArgumentOutOfRangeException>("aggregation", () => meetings.Every(Cadence.Quarter, (Aggregation)99));
        Assert.Contains("has targets every Month as Sum", Refused("restated", () => meetings.Every(Cadence.Quarter, Aggregation.Sum)), StringComparison.Ordinal);
        Assert.Contains("has targets every Month as Sum", Refused("restated", () => meetings.Every(Cadence.Month, Aggregation.Count)), StringComparison.Ordinal);
        Assert.Contains("is decided, not restated", Refused("restated", () => meetings.In(Unit.Hours, For(Month(2026, 2), 5))), StringComparison.Ordinal);
        Assert.Equal(Unit.Count("talk"), meetings.In(Unit.Count("talk")).Unit);
        Assert.Single(meetings.Every(Cadence.Month, Aggregation.Sum).Targets.Decisions);
        var quarterly = meetings.Every(Cadence.Quarter, Aggregation.Sum, TargetDecision.From(Day(2026, 7, 1), Target.Of(300)).AsRedefinition());
        Assert.Equal((Cadence.Quarter, 2), (quarterly.Cadence, quarterly.Targets.Decisions.Count));
        Assert.Throws<ArgumentException>("decision", () => meetings.Without(For(Month(2026, 2), 5)));
        Assert.Empty(meetings.Without(meetings.Targets.Decisions[0]).Targets.Decisions);
    }

    [Fact]
    public void Its_figures_are_published_within_ten_years_of_the_period()
    {
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Meetings(Cadence.Month).PublishedAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Meetings(Cadence.Month).PublishedAfter(3_651));
        Assert.Equal((0, 3_650), (Meetings(Cadence.Month).PublishedAfter(0).PublicationDelay, Meetings(Cadence.Month).PublishedAfter(3_650).PublicationDelay));
    }

    [Fact]
    public void What_lets_its_limits_begin_anew_is_kept_once_and_in_order()
    {
        var (first, later) = (Rebase.On(Day(2026, 3, 1), "a new desk", Day(2026, 2, 1)), Rebase.On(Day(2026, 3, 1), "a new desk", Day(2026, 2, 10)));
        var kpi = Meetings(Cadence.Month).Rebased(later).Rebased(Rebase.On(Day(2026, 8, 1), "two of them")).Rebased(first, later);
        Assert.Equal([first, later, Rebase.On(Day(2026, 8, 1), "two of them")], kpi.Rebases);
        Assert.Equal([later, Rebase.On(Day(2026, 8, 1), "two of them")], kpi.Without(first).Rebases);
        Assert.Throws<ArgumentException>("rebase", () => kpi.Without(Rebase.On(Day(2026, 3, 1), "another")));
    }

    [Fact]
    public void Of_a_plan_everything_lies_within_its_bounds()
    {
        var (year, decided) = (Year(2026), InDecember2025);
        Assert.Throws<ArgumentOutOfRangeException>("into", () => TargetPlan.Spread(1, year, Cadence.Hour, decided));
        Assert.Throws<ArgumentException>("over", () => TargetPlan.Spread(1, Month(2026, 1), Cadence.Quarter, decided));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => TargetPlan.Spread(1_000_000_000_000_001m, year, Cadence.Month, decided));
        Assert.Throws<ArgumentNullException>("profile", () => TargetPlan.Spread(1, year, Cadence.Month, null!, decided));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => TargetPlan.Climb(1_000_000_000_000_001m, 1, year, Cadence.Month, decided));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => TargetPlan.Climb(1, -1_000_000_000_000_001m, year, Cadence.Month, decided));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => TargetPlan.Towards(1_000_000_000_000_001m, Day(2030, 1, 1), 1, Day(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => TargetPlan.Towards(1, Day(2030, 1, 1), 1_000_000_000_000_001m, Day(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("by", () => TargetPlan.Towards(1, Day(2026, 1, 1), 1, Day(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("by", () => TargetPlan.Towards(1, Day(9_998, 1, 1), 1, Day(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("on", () => TargetPlan.Towards(1, Day(2026, 1, 1), 1, Day(1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("course", () => TargetPlan.Towards(1, Day(2030, 1, 1), 1, Day(2026, 1, 1), (Scoring.Course)9));
        Assert.Throws<ArgumentException>("course", () => TargetPlan.Towards(0, Day(2030, 1, 1), 1, Day(2026, 1, 1), Scoring.Course.Growth));
        Assert.Throws<ArgumentException>("course", () => TargetPlan.Towards(1, Day(2030, 1, 1), 0, Day(2026, 1, 1), Scoring.Course.Growth));
        Assert.Equal("12 targets decided at once", TargetPlan.Spread(1_200, year, Cadence.Month, decided).ToString());
        Assert.Equal("from 18 on 2020-12-31 to 30 by 2030-12-31", TargetPlan.Towards(30, Day(2030, 12, 31), 18, Day(2020, 12, 31)).ToString());
    }

    [Fact]
    public void A_plan_towards_a_deadline_has_a_target_for_each_whole_period_until_then()
    {
        var yearly = Every(Cadence.Year, Aggregation.Last);
        Assert.Equal(
            [19.2m, 20.4m, 21.6m, 22.8m, 24m, 25.2m, 26.4m, 27.6m, 28.8m, 30m],
            TargetPlan.Towards(30, Day(2030, 12, 31), 18, Day(2020, 12, 31)).DecisionsFor(yearly).Select(each => each.Target!.Value));

        // What is so on the first day of a year was so at the end of the one before.
        Assert.Equal(
            TargetPlan.Towards(30, Day(2030, 12, 31), 18, Day(2020, 12, 31), Day(2020, 6, 1)).DecisionsFor(yearly),
            TargetPlan.Towards(30, Day(2030, 12, 31), 18, Day(2021, 1, 1), Day(2020, 6, 1)).DecisionsFor(yearly));
        var growth = TargetPlan.Towards(121, Day(2022, 12, 31), 100, Day(2020, 12, 31), Scoring.Course.Growth).DecisionsFor(yearly);
        Assert.Equal([110m, 121m], growth.Select(each => Math.Round(each.Target!.Value!.Value, 12)));
        Assert.Single(TargetPlan.Towards(30, Day(2021, 12, 31), 18, Day(2020, 12, 31)).DecisionsFor(yearly));
        Assert.Throws<ArgumentException>("kpi", () => TargetPlan.Towards(30, Day(2021, 12, 31), 18, Day(2021, 2, 1)).DecisionsFor(yearly));
        Assert.Throws<ArgumentException>("kpi", () => TargetPlan.Towards(30, Day(2021, 12, 31), 18, Day(2021, 2, 1)).DecisionsFor(Every(Cadence.Hour, Aggregation.Last)));
        var daily = Every(Cadence.Day, Aggregation.Last);
        Assert.Equal(10_000, TargetPlan.Towards(30, Day(2020, 1, 1).PlusDays(10_000), 18, Day(2020, 1, 1)).DecisionsFor(daily).Count);
        Assert.Throws<ArgumentException>("kpi", () => TargetPlan.Towards(30, Day(2020, 1, 1).PlusDays(10_001), 18, Day(2020, 1, 1)).DecisionsFor(daily));
    }

    private static string Refused(Func<object> act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    private static string Refused(string name, Func<object> act) => Assert.Throws<ArgumentException>(name, act).Message;
}
