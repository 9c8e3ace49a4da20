using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>Where nothing recorded means zero, silence is zero; business days; and a KPI that is only watched.</summary>
public class SilenceLifeTests
{
    [Fact]
    public void A_year_without_accidents_needs_no_OKR()
    {
        var life = Accidents().Target(Target.Below(2), Day(2026, 1, 1));
        life.In(2026).NeedsNone();
        life.Between(Day(2026, 1, 31), Day(2026, 12, 31)).IsAlways("not needed");
        Assert.Equal(0m, life.Assessed(Day(2026, 1, 31)).Judged!.Actual);
    }

    [Fact]
    public void Silence_is_zero_up_to_what_is_due()
    {
        var life = Accidents().Where(kpi => kpi.PublishedAfter(10)).Target(Target.Below(2), Day(2026, 1, 1));
        Assert.Null(life.Assessed(Day(2026, 2, 9)).Judged);
        Assert.Equal("2026-01", life.Assessed(Day(2026, 2, 10)).Judged!.Period.Label);
    }

    [Fact]
    public void Three_accidents_in_May_are_a_need_from_the_middle_of_May_until_June_is_over() =>
        Accidents().Target(2, Day(2026, 1, 1)).Measured(Day(2026, 5, 5), 3).Between(Day(2026, 1, 31), Day(2026, 12, 31)).Is("""
            2026-01-31 not needed
            2026-05-16 needed: lagging
            2026-06-30 not needed
            """);

    [Fact]
    public void A_month_in_which_nobody_recorded_a_meeting_is_a_month_without_meetings()
    {
        var kpi = Meetings(Cadence.Month).NothingRecordedIsZero();
        Life.Of(kpi).Target(4, Day(2026, 1, 1))
            .Measured(Enumerable.Range(1, 12).Where(month => month != 6).Select(month => Measurement.On(Day(2026, month, 1), 4)))
            .Between(Day(2026, 1, 31), Day(2026, 12, 31)).Is("""
                2026-01-31 not needed
                2026-06-15 needed: lagging
                2026-07-31 not needed
                """);
    }

    [Fact]
    public void Without_saying_so_nothing_recorded_is_missing() =>
        Life.Of(Every(Cadence.Month, Aggregation.Count, Direction.LowerIsBetter)).Target(2, Day(2026, 1, 1)).In(2026).IsAlways("cannot tell");

    [Fact]
    public void Only_what_adds_up_can_be_zero_when_silent() => Assert.ThrowsAny<Exception>(() => Rate(Cadence.Month).NothingRecordedIsZero());

    [Fact]
    public void A_daily_KPI_measured_Monday_to_Friday_is_answered_every_day()
    {
        var life = Daily(day => 20);
        life.Between(Day(2026, 1, 2), Day(2026, 12, 31)).IsAlways("not needed");
        for (var monday = Day(2026, 1, 12); monday.Year == 2026; monday = monday.PlusDays(7))
        {
            Assert.Equal(Trend.Steady, life.Assessed(monday).Trend);
        }
    }

    [Fact]
    public void Nor_does_it_flap_when_its_figures_are_known_four_days_late()
    {
        var life = Life.Of(Meetings(Cadence.Day).OnBusinessDays(BusinessDays.MondayToFriday).PublishedAfter(4)).Target(20, Day(2026, 1, 1))
            .Measured(
                Enumerable.Range(0, 365).Select(Day(2026, 1, 1).PlusDays).Where(BusinessDays.MondayToFriday.Contains)
                    .Select(day => Life.Row(day, 20, knownAfter: 4)));
        life.Between(Day(2026, 1, 5), Day(2026, 12, 31)).IsAlways("not needed");
    }

    [Fact]
    public void A_missed_Friday_is_a_need_over_the_weekend() =>
        Daily(day => day == Day(2026, 6, 12) ? 15 : 20).In(2026).Holds(
            day => day.Date < Day(2026, 1, 2) || day.IsLagging == (day.Date >= Day(2026, 6, 12) && day.Date <= Day(2026, 6, 14)),
            "a need from Friday, 12 June, to Sunday");

    [Fact]
    public void What_is_recorded_on_a_Saturday_counts_with_the_Friday_before() =>
        Daily(day => day == Day(2026, 6, 12) ? 15 : 20).Measured(Day(2026, 6, 13), 5).In(2026).Holds(
            day => day.Date < Day(2026, 1, 2) || day.IsLagging == (day.Date == Day(2026, 6, 12)), "a need on Friday, 12 June, only");

    [Fact]
    public void A_holiday_is_no_day_of_it()
    {
        var life = Life.Of(Meetings(Cadence.Day).OnBusinessDays(BusinessDays.MondayToFriday.Without([Day(2026, 12, 24), Day(2026, 12, 25)])))
            .Target(20, Day(2026, 12, 1))
            .Measured(
                Enumerable.Range(1, 31).Select(day => Day(2026, 12, day))
                    .Where(day => day.DayOfWeek < NodaTime.IsoDayOfWeek.Saturday && day.Day is not (24 or 25)).Select(day => Measurement.On(day, 20)));
        life.Between(Day(2026, 12, 1), Day(2026, 12, 31)).IsAlways("not needed");
        Assert.Empty(life.Assessed(Day(2026, 12, 27)).Awaited);
    }

    [Fact]
    public void A_KPI_that_is_watched_only_is_shown_and_not_among_the_needs()
    {
        var visits = Kpi.Watch("visits", "Visits of the page", Unit.Count("visit")).Every(Cadence.Month, Aggregation.Sum).OwnedBy("Somebody");
        var review = Portfolio.Of([visits], [], [MeasurementSeries.Of("visits", Measurement.On(Day(2026, 5, 31), 12_000))]).Review(Day(2026, 6, 10));
        Assert.Empty(review.Needs);
        Assert.Equal(KpiStatus.Watched, Assert.Single(review.Kpis).Status);
        Assert.Contains("Visits of the page has no value for 2026-06; it is only watched", review.Kpis[0].Explain().ToString(), StringComparison.Ordinal);
        Assert.True(visits.IsWatched);
        Assert.Throws<ArgumentException>(() => visits.WithTarget(10_000, Day(2026, 1, 1)));
    }

    private static Life Accidents() => Life.Of(Every(Cadence.Month, Aggregation.Sum, Direction.LowerIsBetter).NothingRecordedIsZero());

    private static Life Daily(Func<NodaTime.LocalDate, decimal> value) => Life.Of(Meetings(Cadence.Day).OnBusinessDays(BusinessDays.MondayToFriday))
        .Target(20, Day(2026, 1, 1))
        .Measured(
            Enumerable.Range(0, 365).Select(Day(2026, 1, 1).PlusDays).Where(day => day.DayOfWeek < NodaTime.IsoDayOfWeek.Saturday)
                .Select(day => Measurement.On(day, value(day))));
}
