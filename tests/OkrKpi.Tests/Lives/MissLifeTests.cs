using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A KPI that misses needs an OKR on every day from the close of the missed period, or from the day it became known, until it is met.</summary>
public class MissLifeTests
{
    [Fact]
    public void A_missed_month_is_a_need_from_its_close_until_a_month_is_met() =>
        Missing(5).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-06-30 not needed
            """);

    [Fact]
    public void Three_missed_months_are_one_need() =>
        Missing(5, 6, 7).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-08-31 not needed
            """);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Figures_published_ten_days_after_month_end_do_not_make_the_need_come_and_go(int delaySaid) =>
        MissingKnown(10, 5, 6, 7).Where(kpi => kpi.PublishedAfter(delaySaid)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-10 needed: lagging
            2026-09-10 not needed
            """);

    [Fact]
    public void Nor_do_they_make_its_cover_come_and_go()
    {
        // The figure of July, met, is known on 10 August.
        MissingKnown(10, 5, 6).CoveredBy("o1", Cycle.Quarter(2026, 3)).In(2026).Is("""
            2026-01-01 not needed
            2026-06-10 needed: lagging
            2026-07-01 covered: lagging
            2026-08-10 not needed
            """);
    }

    [Fact]
    public void A_delay_of_35_days_that_is_said_takes_no_answer_away() =>
        MissingKnown(35).Where(kpi => kpi.PublishedAfter(35)).In(2026).IsAlways("not needed");

    [Fact]
    public void A_delay_of_35_days_that_is_said_takes_no_need_away() =>
        MissingKnown(35, 5, 6, 7).Where(kpi => kpi.PublishedAfter(35)).In(2026).Is("""
            2026-01-01 not needed
            2026-07-05 needed: lagging
            2026-10-05 not needed
            """);

    [Fact]
    public void A_delay_of_35_days_that_is_not_said_makes_the_KPI_stale_each_month_and_still_takes_no_need_away()
    {
        // On 31 July the figures of June and of July are due, and neither is known.
        var life = MissingKnown(35, 5, 6).Between(Day(2026, 6, 6), Day(2026, 10, 10));
        life.Is("""
            2026-06-06 not needed
            2026-06-30 cannot tell
            2026-07-05 needed: lagging
            2026-09-04 not needed
            2026-09-30 cannot tell
            2026-10-05 not needed
            """);
    }

    [Fact]
    public void What_the_answer_rests_on_is_said_when_a_later_month_is_not_reported_yet()
    {
        var life = MissingKnown(10, 6).Where(kpi => kpi.PublishedAfter(10));
        var need = life.On(2026, 8, 5);
        Assert.Equal("2026-06", need.Assessment.Judged!.Period.Label);
        Assert.Equal("2026-06", need.Lagging!.Period.Label);
        Assert.Equal("2026-07", need.Assessment.Latest!.Period.Label);
        Assert.Equal(Day(2026, 8, 10), need.Assessment.Latest.DueOn);
        Assert.False(need.Assessment.Latest.IsJudged);
        Assert.Contains("2026-07", need.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Contains("2026-07", need.Explain().ToString("vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void After_two_due_months_without_a_figure_one_cannot_tell_whether_none_is_needed()
    {
        var life = Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1)).MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 3, 31), 100);
        life.In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 cannot tell
            """);
        Assert.False(life.Assessed(Day(2026, 5, 30)).IsStale);
        Assert.True(life.Assessed(Day(2026, 5, 31)).IsStale);
        Assert.Equal(["2026-04", "2026-05"], life.Assessed(Day(2026, 5, 31)).Awaited.Select(period => period.Period.Label));
    }

    [Fact]
    public void A_need_stays_however_long_the_figures_stay_away() =>
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 3, 31), month => month == Month(2026, 3) ? 90 : 100)
            .In(2026).Is("""
                2026-01-01 not needed
                2026-03-31 needed: lagging
                """);

    [Fact]
    public void A_month_reported_before_its_neighbour_is_judged_and_the_awaited_one_no_longer_matters()
    {
        // May is missed and known only on 20 July; June is met and known at its end.
        var life = Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month == Month(2026, 5) ? null : 100)
            .Measured(Life.Row(Day(2026, 5, 31), 80, knownAfter: 50));
        life.In(2026).IsAlways("not needed");
    }

    [Fact]
    public void Before_it_is_due_a_month_is_judged_as_soon_as_all_its_weeks_are_in()
    {
        // The Sundays of May 2026 are 3, 10, 17, 24 and 31; the figures are known the day after, published ten days after.
        var life = Life.Of(Meetings(Cadence.Month).Measured(Cadence.Week).PublishedAfter(10))
            .Target(100, Day(2026, 1, 1))
            .MeasuredEach(Cadence.Week, Day(2026, 4, 27), Day(2026, 5, 31), 19, knownAfter: 1);
        Assert.Null(life.Assessed(Day(2026, 5, 31)).Judged);
        Assert.Equal("2026-05", life.Assessed(Day(2026, 6, 1)).Judged!.Period.Label);
        Assert.NotNull(life.On(2026, 6, 1).Lagging);
    }

    [Fact]
    public void A_figure_restated_later_changes_the_answer_from_the_day_of_its_restatement() =>
        Missing().Measured(Measurement.On(Day(2026, 6, 30), 70).Restating(Day(2026, 7, 20))).In(2026).Is("""
            2026-01-01 not needed
            2026-07-20 needed: lagging
            2026-07-31 not needed
            """);

    [Fact]
    public void Exactly_on_a_strict_target_is_missed()
    {
        var life = Life.Of(Every(Cadence.Month, Aggregation.Average, Direction.LowerIsBetter))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), 60);
        life.Target(Target.Below(60), Day(2025, 1, 1)).In(2026).IsAlways("needed: lagging");
        life.Target(Target.Of(60), Day(2025, 1, 1)).In(2026).IsAlways("not needed");
    }

    [Fact]
    public void The_word_near_excuses_nothing()
    {
        var life = Life.Of(Meetings(Cadence.Month).Tolerating(Tolerance.OfShare(0.05m)))
            .Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), 99);
        life.In(2026).IsAlways("needed: lagging");
        life.Asking(Lagging.MissedBeyond(Tolerance.OfShare(0.05m))).In(2026).IsAlways("not needed");
    }

    [Fact]
    public void A_KPI_may_carry_its_own_reading_of_lagging() =>
        Missing(5, 8, 9).Where(kpi => kpi.Lags(Lagging.MissesInARow(2))).In(2026).Is("""
            2026-01-01 not needed
            2026-09-30 needed: lagging
            2026-10-31 not needed
            """);

    private static Life Missing(params int[] months) => MissingKnown(0, months);

    // Exactly on plan except in some months of 2026.
    private static Life MissingKnown(int after, params int[] months) => Life.Of(Meetings(Cadence.Month))
        .Target(100, Day(2024, 1, 1))
        .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month => months.Contains(month.Number) && month.Start.Year == 2026 ? 90 : 100, after);
}
