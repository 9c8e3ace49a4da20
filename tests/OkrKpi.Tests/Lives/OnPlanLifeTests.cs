using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A KPI that is exactly on plan needs no OKR on any day, however it is measured.</summary>
public class OnPlanLifeTests
{
    [Fact]
    public void A_quarter_measured_monthly_exactly_on_plan_needs_no_OKR_on_any_of_365_days() =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), 100)
            .In(2026).IsAlways("not needed");

    [Fact]
    public void A_half_year_measured_by_the_quarter_exactly_on_plan_needs_no_OKR_on_any_day() =>
        Life.Of(Meetings(Cadence.HalfYear).Measured(Cadence.Quarter))
            .Target(600, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), 300)
            .In(2026).IsAlways("not needed");

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_quarter_measured_daily_and_known_four_days_late_needs_no_OKR_on_any_day(int delaySaid) =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Day).PublishedAfter(delaySaid))
            .Decided(
                TargetPlan.Of(InDecember2024, Enumerable.Range(0, 8).Select(Quarter(2025, 1).Plus).Select(quarter => (quarter, Target.Of(10m * quarter.Days)))))
            .MeasuredEach(Cadence.Day, Day(2025, 1, 1), Day(2026, 12, 31), 10, knownAfter: 4)
            .In(2026).IsAlways("not needed");

    [Fact]
    public void The_same_in_its_very_first_year_needs_none_either() =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2026, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 12, 31), 100)
            .In(2026).NeedsNone();

    [Fact]
    public void A_plan_that_climbs_month_by_month_and_is_exactly_met_needs_no_OKR()
    {
        var plan = TargetPlan.Climb(100, 220, Year(2026), Cadence.Month, InDecember2025);
        Life.Of(Every(Cadence.Month, Aggregation.Last))
            .Decided(plan)
            .Measured(plan.Decisions.Select(decision => Measurement.On(decision.EffectiveFrom.PlusMonths(1).PlusDays(-1), decision.Target!.Value!.Value)))
            .In(2026).NeedsNone();
    }

    [Fact]
    public void The_same_climbing_targets_as_standing_ones_decided_on_one_day_need_no_OKR()
    {
        var plan = TargetPlan.Climb(100, 220, Year(2026), Cadence.Month, InDecember2025);
        Life.Of(Every(Cadence.Month, Aggregation.Last))
            .Decided(plan.Decisions.Select(decision => TargetDecision.From(decision.EffectiveFrom, decision.Target!, InDecember2025)))
            .Measured(plan.Decisions.Select(decision => Measurement.On(decision.EffectiveFrom.PlusMonths(1).PlusDays(-1), decision.Target!.Value!.Value)))
            .In(2026).NeedsNone();
    }

    [Fact]
    public void A_level_that_climbs_along_the_line_between_the_targets_of_its_quarters_needs_no_OKR() =>
        Life.Of(Every(Cadence.Quarter, Aggregation.Last).Measured(Cadence.Month))
            .Decided(TargetPlan.Of(InDecember2024, Enumerable.Range(0, 8).Select(step => (Quarter(2025, 1).Plus(step), Target.Of(100 + (30m * step))))))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => 70 + (10m * Month(2024, 12).StepsTo(month)))
            .In(2026).IsAlways("not needed");

    [Fact]
    public void A_season_in_the_targets_that_the_KPI_follows_needs_no_OKR()
    {
        decimal[] season = [80, 80, 90, 100, 110, 120, 60, 60, 100, 110, 130, 160];
        Life.Of(Meetings(Cadence.Month).Measured(Cadence.Week))
            .Decided(TargetPlan.Of(
                InDecember2024, Enumerable.Range(0, 24).Select(Month(2025, 1).Plus).Select(month => (month, Target.Of(season[month.Number - 1])))))
            .MeasuredEach(Cadence.Week, Day(2025, 1, 1), Day(2027, 1, 10), week => season[week.End.Month - 1] / SundaysIn(week.End.Year, week.End.Month))
            .In(2026).IsAlways("not needed");
    }

    private static int SundaysIn(int year, int month) =>
        Enumerable.Range(1, NodaTime.CalendarSystem.Iso.GetDaysInMonth(year, month))
            .Count(day => Day(year, month, day).DayOfWeek == NodaTime.IsoDayOfWeek.Sunday);
}
