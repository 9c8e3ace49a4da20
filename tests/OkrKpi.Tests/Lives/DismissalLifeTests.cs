using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A dismissal silences what was known on its day, and ends with that need.</summary>
public class DismissalLifeTests
{
    [Fact]
    public void A_dismissed_miss_is_silent_until_it_is_met_and_a_later_miss_speaks_again() =>
        Monthly((5, 90), (6, 90), (9, 90)).Dismissed(Day(2026, 6, 5)).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-06-05 dismissed: lagging
            2026-07-31 not needed
            2026-09-30 needed: lagging
            2026-10-31 not needed
            """);

    [Theory]
    [InlineData(90, "dismissed: lagging")]
    [InlineData(89.5, "dismissed: lagging")]
    [InlineData(75, "needed: lagging")]
    public void A_gap_that_has_grown_by_more_than_a_tenth_speaks_again(double june, string answer) =>
        Assert.Equal(answer, LifeDay.Short(Monthly((5, 90), (6, (decimal)june)).Dismissed(Day(2026, 6, 5)).On(2026, 7, 15)));

    [Fact]
    public void A_later_decision_speaks_again() =>
        Monthly((5, 90), (6, 90), (7, 90)).Target(120, Day(2026, 7, 1), Day(2026, 6, 20)).Dismissed(Day(2026, 6, 5)).Between(Day(2026, 6, 1), Day(2026, 6, 29)).Is("""
            2026-06-01 needed: lagging
            2026-06-05 dismissed: lagging
            2026-06-20 needed: lagging, raised
            """);

    [Fact]
    public void A_miss_that_was_not_known_on_the_day_of_the_dismissal_is_not_silenced() =>
        Life.Of(Meetings(Cadence.Month).PublishedAfter(10)).Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month == Month(2026, 5) ? 90 : 100, knownAfter: 10)
            .Dismissed(Day(2026, 6, 5))
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-10 needed: lagging
                2026-07-10 not needed
                """);

    [Fact]
    public void A_dismissal_for_a_time_ends_with_its_last_day() =>
        Monthly((5, 90), (6, 90)).Dismissed(NeedDismissal.Of("kpi", Day(2026, 6, 5), "until the fair", Day(2026, 6, 20))).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-06-05 dismissed: lagging
            2026-06-21 needed: lagging
            2026-07-31 not needed
            """);

    [Fact]
    public void A_dismissal_stays_while_a_figure_is_awaited() =>
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1))
            .MeasuredEach(
                Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Number is 5 or 6 && month.Start.Year == 2026 ? 90 : 100, knownAfter: 12)
            .Dismissed(Day(2026, 6, 20))
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-12 needed: lagging
                2026-06-20 dismissed: lagging
                2026-08-12 not needed
                """);

    private static Life Monthly(params (int Month, decimal Value)[] misses) => Life.Of(Meetings(Cadence.Month)).Target(100, Day(2024, 1, 1))
        .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), month =>
            month.Start.Year == 2026 && misses.Any(miss => miss.Month == month.Number) ? misses.First(miss => miss.Month == month.Number).Value : 100);
}
