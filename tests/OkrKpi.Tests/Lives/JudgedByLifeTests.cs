using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>Which period is judged, by which target and by which rows.</summary>
public class JudgedByLifeTests
{
    [Fact]
    public void A_target_that_begins_on_the_20th_does_not_lag_on_its_first_day()
    {
        // Ten a day from the 20th on, the day the KPI begins.
        Life.Of(Meetings(Cadence.Month).Measured(Cadence.Day))
            .Target(310, Day(2026, 5, 20))
            .MeasuredEach(Cadence.Day, Day(2026, 5, 20), Day(2026, 7, 31), day => day.Start < Day(2026, 6, 1) ? 10 : 11)
            .In(2026).NeverLags();
        // And with rows since January: the first target counts for the month it begins in, and that month was met.
        Life.Of(Meetings(Cadence.Month).Measured(Cadence.Day))
            .Target(300, Day(2026, 6, 20))
            .MeasuredEach(Cadence.Day, Day(2026, 1, 1), Day(2026, 7, 31), 10)
            .Between(Day(2026, 1, 1), Day(2026, 7, 30)).NeverLags();
    }

    [Fact]
    public void A_level_may_go_to_its_new_band_at_once_or_bit_by_bit_and_a_week_that_is_not_known_yet_is_no_miss()
    {
        foreach (var way in new[] { 0m, 0.5m, 1m })
        {
            // 30 in June, 6 in July, known ten days late; at the end of July the last week is not there yet.
            Life.Of(Kpi.Define("stock", "Stock", Unit.Count("piece"), Direction.WithinBand).Every(Cadence.Month, Aggregation.Last).Measured(Cadence.Week))
                .Target(Target.Within(Band.Between(27, 33)), Day(2026, 6, 1))
                .Target(Target.Within(Band.Between(5, 7)), Day(2026, 7, 1), decidedOn: Day(2026, 7, 1))
                .MeasuredEach(
                    Cadence.Week, Day(2026, 6, 1), Day(2026, 8, 2),
                    week => week.End <= Day(2026, 6, 30) ? 30 : week.End < Day(2026, 7, 26) ? 30 - (24 * way) : 6, knownAfter: 10)
                .Between(Day(2026, 7, 31), Day(2026, 8, 2)).NeverLags();
        }
    }

    [Fact]
    public void The_first_target_counts_for_the_month_it_begins_in() =>
        Life.Of(Meetings(Cadence.Month))
            .Target(100, Day(2026, 6, 20))
            .MeasuredEach(Cadence.Month, Day(2026, 1, 1), Day(2026, 12, 31), month => month == Month(2026, 6) ? 90 : 100)
            .Between(Day(2026, 6, 20), Day(2026, 12, 31)).Is("""
                2026-06-20 cannot tell
                2026-06-30 needed: lagging
                2026-07-31 not needed
                """);

    [Fact]
    public void A_later_target_that_begins_inside_a_month_applies_from_the_next() =>
        // 90 from 20 June on: June is still judged by 100, July by 90.
        Life.Of(Meetings(Cadence.Month))
            .Target(100, Day(2025, 1, 1))
            .Target(90, Day(2026, 6, 20), Day(2026, 6, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start >= Day(2026, 6, 1) ? 95 : 100)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-30 needed: lagging
                2026-07-31 not needed
                """);

    [Fact]
    public void A_plain_decision_for_a_closed_quarter_does_not_judge_it_again() =>
        OnPlanByQuarter().Target(120, Day(2026, 4, 1), Day(2026, 7, 10)).Between(Day(2026, 1, 1), Day(2026, 9, 29)).NeverLags();

    [Fact]
    public void A_decision_during_the_quarter_for_that_quarter_judges_it() =>
        OnPlanByQuarter().Target(120, Day(2026, 4, 1), Day(2026, 6, 10)).In(2026)
            .Holds(day => day.IsLagging == (day.Date >= Day(2026, 6, 30)), "lagging from 30 June on");

    [Fact]
    public void A_correction_judges_a_closed_quarter_again_from_the_day_it_was_made() =>
        OnPlanByQuarter().Decided(TargetDecision.From(Day(2026, 4, 1), Target.Of(120), Day(2026, 7, 10)).AsCorrection()).In(2026).Is("""
            2026-01-01 not needed
            2026-07-10 needed: lagging
            """);

    [Fact]
    public void A_correction_may_also_end_a_need() =>
        Life.Of(Meetings(Cadence.Quarter)).Target(110, Day(2025, 1, 1))
            .Decided(TargetDecision.From(Day(2025, 1, 1), Target.Of(100), Day(2026, 2, 10), "a slip of the pen").AsCorrection())
            .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), 100)
            .In(2026).Is("""
                2026-01-01 needed: lagging
                2026-02-10 not needed
                """);

    [Fact]
    public void The_first_quarter_of_a_KPI_that_begins_in_its_second_month_is_not_judged() =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2026, 2, 1))
            .MeasuredEach(Cadence.Month, Day(2026, 2, 1), Day(2026, 12, 31), month => month.Start < Day(2026, 7, 1) ? 100 : 80)
            .In(2026)
                .Holds(
                    day => day.Date >= Day(2026, 8, 31) == day.IsLagging && (day.Date < Day(2026, 6, 30) || day.Answer != "cannot tell"),
                    "judged from the second quarter on");

    [Fact]
    public void Without_a_measuring_cadence_one_row_is_the_quarter() =>
        Life.Of(Meetings(Cadence.Quarter)).Target(300, Day(2026, 2, 1)).Measured(Day(2026, 3, 2), 200)
            .Between(Day(2026, 3, 31), Day(2026, 6, 29)).IsAlways("needed: lagging");

    [Theory]
    [InlineData(100, "not needed")]
    [InlineData(99.9, "needed: lagging")]
    public void A_closed_quarter_that_lacks_a_month_is_judged_by_the_months_it_has(double aMonth, string answer)
    {
        var life = Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(
                Cadence.Month, Day(2025, 1, 1), Day(2026, 6, 30),
                month => month == Month(2026, 5) ? null : month.Start < Day(2026, 4, 1) ? 100 : (decimal)aMonth);
        var need = life.On(2026, 6, 30);
        Assert.Equal(answer, LifeDay.Short(need));
        Assert.Equal("2026-Q2", need.Assessment.Judged!.Period.Label);
        Assert.Equal((3, 2), (need.Assessment.Judged.Coverage.Expected, need.Assessment.Judged.Coverage.Present));
        Assert.Contains("2 of 3", need.Assessment.Judged.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_missing_month_comes_in_the_quarter_is_judged_by_all_three() =>
        Life.Of(Meetings(Cadence.Quarter).Measured(Cadence.Month))
            .Target(300, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 9, 30), month => month == Month(2026, 5) ? null : 100)
            .Measured(Life.Row(Day(2026, 5, 31), 80, knownAfter: 50))
            .Between(Day(2026, 1, 1), Day(2026, 9, 30)).Is("""
                2026-01-01 not needed
                2026-07-20 needed: lagging
                2026-09-30 not needed
                """);

    private static Life OnPlanByQuarter() =>
        Life.Of(Meetings(Cadence.Quarter)).Target(100, Day(2025, 1, 1)).MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), 100);
}
