using NodaTime;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>Plans towards a deadline, and the reading that looks ahead to it.</summary>
public class DeadlineTests
{
    private static readonly TargetPlan Renewable = TargetPlan.Towards(30m, by: Day(2030, 12, 31), from: 18m, on: Day(2020, 12, 31));
    private static readonly Kpi Share = Kpi
        .Define("kpi", "Renewable share", Unit.Percent, Direction.HigherIsBetter)
        .Every(Cadence.Year, Aggregation.Last)
        .With(Renewable);

    [Fact]
    public void From_18_to_30_in_ten_years_is_1_2_more_each_year() =>
        Assert.Equal(
            [19.2m, 20.4m, 21.6m, 22.8m, 24m, 25.2m, 26.4m, 27.6m, 28.8m, 30m], Enumerable.Range(2021, 10).Select(year => TargetOf(Share, Year(year))));

    [Fact]
    public void After_the_deadline_the_target_stands() => Assert.Equal(30m, TargetOf(Share, Year(2035)));

    [Fact]
    public void What_is_so_on_the_first_day_of_a_year_was_so_at_the_end_of_the_one_before() =>
        Assert.Equal(19.2m, TargetOf(Share.With(TargetPlan.Towards(30m, by: Day(2030, 12, 31), from: 18m, on: Day(2021, 1, 1))), Year(2021)));

    [Fact]
    public void A_plan_by_growth_grows_by_the_same_share()
    {
        var kpi = Every(Cadence.Year).With(TargetPlan.Towards(121m, by: Day(2022, 12, 31), from: 100m, on: Day(2020, 12, 31), OkrKpi.Scoring.Course.Growth));
        Assert.Equal((110m, 121m), (Math.Round(TargetOf(kpi, Year(2021))!.Value, 20), TargetOf(kpi, Year(2022))));
    }

    [Fact]
    public void It_falls_where_lower_is_better_and_is_laid_out_in_the_periods_of_the_KPI()
    {
        var kpi = Every(Cadence.Quarter, Direction.LowerIsBetter, Aggregation.Last).With(
            TargetPlan.Towards(60m, by: Day(2026, 12, 31), from: 100m, on: Day(2025, 12, 31), decidedOn: Day(2025, 11, 5)).Because("less waste"));
        Assert.Equal([90m, 80m, 70m, 60m], kpi.Targets.Decisions.Select(decision => decision.Target!.Value!.Value));
        Assert.All(
            kpi.Targets.Decisions,
            decision => Assert.Equal((Day(2025, 11, 5), "less waste", true), (decision.DecidedOn, decision.Because, decision.IsDayStated)));
    }

    [Fact]
    public void A_deadline_inside_a_period_is_that_of_the_period() =>
        Assert.Equal(30m, TargetOf(
            Every(Cadence.Quarter, aggregation: Aggregation.Last).With(TargetPlan.Towards(30m, by: Day(2026, 11, 15), from: 18m, on: Day(2025, 12, 31))),
            Quarter(2026, 4)));

    [Fact]
    public void A_plan_towards_a_deadline_is_one_decision_and_the_first_of_its_KPI_no_raise() =>
        Assert.Equal([TargetChange.First], Share.TargetRevisions(Day(2030, 1, 1)).Select(revision => revision.Change));

    [Fact]
    public void What_makes_no_plan_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetPlan.Towards(30m, Day(2020, 12, 31), 18m, Day(2020, 12, 31)));
        Assert.Throws<ArgumentException>(() => TargetPlan.Towards(30m, Day(2030, 12, 31), 0m, Day(2020, 12, 31), OkrKpi.Scoring.Course.Growth));
        Assert.Throws<ArgumentException>(() => Every(Cadence.Year).With(TargetPlan.Towards(30m, Day(2021, 10, 31), 18m, Day(2021, 2, 28))));
        Assert.Throws<ArgumentException>(() => Every(Cadence.Day).With(TargetPlan.Towards(30m, Day(2121, 10, 31), 18m, Day(2021, 2, 28))));
        Assert.Throws<ArgumentException>(() => Every(Cadence.Hour).With(Renewable));
    }

    [Fact]
    public void A_yearly_KPI_is_off_track_for_its_deadline_when_its_trend_ends_below_it()
    {
        var rule = OkrNeedRule.Default.With(Lagging.OffTrackForDeadline(periods: 3));
        var need = OkrNeed.Of(Share, Series((Day(2021, 12, 31), 19.2m), (Day(2022, 12, 31), 19.7m), (Day(2023, 12, 31), 20.2m)), Day(2024, 2, 1), rule);
        Assert.Equal(-6.3m, need.Lagging!.Gap);
        Assert.Equal(-0.21m, need.Lagging.GapShare);
        Assert.Contains("23.7 % in 2030, where 30 % is to be reached", need.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void On_business_days_its_way_leads_over_business_days()
    {
        // 10 on Monday, one more each business day: 14 on Friday, and 19 a week later, not 21.
        var rule = OkrNeedRule.Default.With(Lagging.OffTrackForDeadline(periods: 5));
        var kpi = Every(Cadence.Day, aggregation: Aggregation.Last).OnBusinessDays(OkrKpi.Periods.BusinessDays.MondayToFriday)
            .WithTarget(5m, from: Day(2026, 10, 1));
        (LocalDate, decimal)[] week = [.. Enumerable.Range(0, 5).Select(day => (Day(2026, 10, 5).PlusDays(day), 10m + day))];
        decimal? GapTo(decimal target) =>
            OkrNeed.Of(kpi.WithTarget(target, from: Day(2026, 10, 16), decidedOn: Day(2026, 10, 1)), Series(week), Day(2026, 10, 11), rule).Lagging?.Gap;

        Assert.Equal((null, -1m), (GapTo(19m), GapTo(20m)));
    }

    [Fact]
    public void On_business_days_a_plan_climbs_from_business_day_to_business_day()
    {
        // From 10 on a Friday to 15 a week later: 11 on Monday, as no step falls on the weekend; on Saturday and Sunday the target of Friday still holds.
        var kpi = Every(Cadence.Day, aggregation: Aggregation.Last).OnBusinessDays(OkrKpi.Periods.BusinessDays.MondayToFriday)
            .With(TargetPlan.Towards(20m, by: Day(2026, 10, 16), from: 10m, on: Day(2026, 10, 2)));
        decimal?[] targets = [.. Enumerable.Range(5, 12).Select(day => kpi.Targets.On(Day(2026, 10, day), Day(2026, 10, 2))?.Target?.Value)];
        Assert.Equal([11m, 12m, 13m, 14m, 15m, 15m, 15m, 16m, 17m, 18m, 19m, 20m], targets);
        Assert.Contains(
            "has 0 whole periods",
            Assert.Throws<ArgumentException>(() => kpi.With(TargetPlan.Towards(20m, by: Day(2026, 10, 4), from: 10m, on: Day(2026, 10, 2)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_on_the_line_it_is_on_track()
    {
        var rule = OkrNeedRule.Default.With(Lagging.OffTrackForDeadline(periods: 3));
        Assert.Null(
            OkrNeed.Of(Share, Series((Day(2021, 12, 31), 19.2m), (Day(2022, 12, 31), 20.4m), (Day(2023, 12, 31), 21.6m)), Day(2024, 2, 1), rule).Lagging);
        Assert.NotNull(
            OkrNeed.Of(Share, Series((Day(2021, 12, 31), 19.2m), (Day(2022, 12, 31), 20.4m), (Day(2023, 12, 31), 21.59m)), Day(2024, 2, 1), rule).Lagging);
    }

    [Fact]
    public void By_growth_a_trend_gets_further_than_by_a_line()
    {
        var kpi = Every(Cadence.Year).With(TargetPlan.Towards(1_000m, by: Day(2030, 12, 31), from: 100m, on: Day(2020, 12, 31), OkrKpi.Scoring.Course.Growth));
        var values = ((LocalDate, decimal)[])[(Day(2021, 12, 31), 126m), (Day(2022, 12, 31), 160m), (Day(2023, 12, 31), 202m)];
        Assert.NotNull(OkrNeed.Of(kpi, Series(values), Day(2024, 2, 1), OkrNeedRule.Default.With(Lagging.OffTrackForDeadline(3))).Lagging);
        Assert.Null(
            OkrNeed.Of(kpi, Series(values), Day(2024, 2, 1), OkrNeedRule.Default.With(Lagging.OffTrackForDeadline(3, OkrKpi.Scoring.Course.Growth))).Lagging);
    }

    [Fact]
    public void Without_a_deadline_ahead_or_with_one_value_it_is_silent()
    {
        var rule = OkrNeedRule.Default.With(Lagging.OffTrackForDeadline());
        Assert.Null(OkrNeed.Of(Share, Series((Day(2023, 12, 31), 1m)), Day(2024, 2, 1), rule).Lagging);
        Assert.Null(OkrNeed.Of(Share, Series((Day(2029, 12, 31), 1m), (Day(2030, 12, 31), 1m)), Day(2031, 2, 1), rule).Lagging);
        Assert.Null(OkrNeed.Of(
            Every(Cadence.Year).WithTarget(100m, Day(2020, 1, 1)), Series((Day(2022, 12, 31), 1m), (Day(2023, 12, 31), 1m)), Day(2024, 2, 1), rule).Lagging);
    }

    private static ReportingPeriod Year(int year) => Calendar.PeriodOf(Day(year, 1, 1), Cadence.Year);

    private static decimal? TargetOf(Kpi kpi, ReportingPeriod period) => kpi.Targets.For(period, Day(2040, 1, 1))?.Target?.Value;
}
