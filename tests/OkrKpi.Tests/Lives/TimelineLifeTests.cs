using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A timeline looks at the days on which something happens only, and at every day where any day may tell something.</summary>
public class TimelineLifeTests
{
    /// <summary>Readings in which one of somebody's own takes part; on the 17th of a month nothing else happens.</summary>
    public static TheoryData<Lagging> WithOneOfOnesOwn =>
    [
        new FromTheSeventeenth(), Lagging.AnyOf(Lagging.Stale(), new FromTheSeventeenth()), Lagging.AnyOf(new FromTheSeventeenth(), Lagging.Stale()),
        Lagging.AllOf(Lagging.Missed(), new FromTheSeventeenth()), Lagging.AllOf(new FromTheSeventeenth(), Lagging.Missed()),
    ];

    [Theory]
    [MemberData(nameof(WithOneOfOnesOwn))]
    public void Where_a_reading_is_somebodys_own_every_day_may_tell_something(Lagging reading)
    {
        string[] told = [.. Enumerable.Range(1, 12).SelectMany(month => new[] { $"2026-{month:00}-01 not needed", $"2026-{month:00}-17 needed: lagging" })];
        Missed().Asking(reading).In(2026).Is(string.Join('\n', told));
        Missed().Where(kpi => kpi.Lags(reading)).In(2026).Is(string.Join('\n', told));
    }

    [Fact]
    public void A_lag_that_begins_by_a_reading_of_ones_own_may_begin_on_any_day()
    {
        Missed().Asking(Lagging.Hysteresis(starts: new FromTheSeventeenth(), lasts: Lagging.Missed())).Between(Day(2026, 1, 1), Day(2026, 3, 31)).IsAlways(
            "needed: lagging");
        Missed().Asking(Lagging.Hysteresis(starts: new FromTheSeventeenth(), lasts: Lagging.Stale())).Between(Day(2026, 1, 1), Day(2026, 2, 28)).Is("""
            2026-01-01 not needed
            2026-01-17 needed: lagging
            2026-02-01 not needed
            2026-02-17 needed: lagging
            """);
    }

    [Fact]
    public void A_span_may_begin_between_the_end_of_a_period_and_the_day_it_is_due() =>
        Life.Of(Meetings(Cadence.Month).PublishedAfter(20)).Target(100, Day(2025, 1, 1))
            .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2025, 12, 31), 100, knownAfter: 20)
            .Between(Day(2026, 3, 5), Day(2026, 3, 25)).Is("""
                2026-03-05 not needed
                2026-03-20 cannot tell
                """);

    [Fact]
    public void A_span_may_end_on_the_day_the_answer_changes()
    {
        Missed().Measured(Day(2026, 6, 30), 20).Between(Day(2026, 6, 1), Day(2026, 6, 30)).Is("""
            2026-06-01 needed: lagging
            2026-06-30 not needed
            """);
        Assert.Equal(Day(2026, 6, 30), Missed().Timeline(Day(2026, 6, 30), Day(2026, 6, 30)).Spans.Single().Through);
        Assert.Throws<ArgumentOutOfRangeException>("through", () => Missed().Timeline(Day(2026, 6, 30), Day(2026, 6, 29)));
    }

    [Fact]
    public void Cover_ends_with_the_last_key_result_that_is_given_up() =>
        Missed().CoveredBy(Objective.Define("o1", "Reply sooner", Cycle.Quarter(2026, 3)).OwnedBy("Somebody").Addressing(KpiId.Of("kpi"))
                .With(KeyResult.Define("kr1", "Average time of a reply", Unit.Hours, Goal.FromTo(5, 1)).Cancelled(Day(2026, 8, 12))))
            .Between(Day(2026, 7, 1), Day(2026, 8, 31)).Is("""
                2026-07-01 covered: lagging
                2026-08-12 needed: lagging
                """);

    [Fact]
    public void A_KPI_of_days_and_one_measured_on_days_may_change_on_any_of_them()
    {
        // Nothing is published on the weekend of 7 and 8 February.
        Life.Of(Every(Cadence.Day, Aggregation.Sum)).Target(10, Day(2026, 1, 1))
            .Measured(Enumerable.Range(1, 20).Where(day => day is not (7 or 8)).Select(day => Measurement.On(Day(2026, 2, day), 10)))
            .Between(Day(2026, 2, 1), Day(2026, 2, 20)).Is("""
                2026-02-01 not needed
                2026-02-08 cannot tell
                2026-02-09 not needed
                """);
        Life.Of(Meetings(Cadence.Month).Measured(Cadence.Day)).Decided(For(Month(2026, 1), 310), For(Month(2026, 2), 280))
            .Measured(Enumerable.Range(0, 59).Select(day => Measurement.On(Day(2026, 1, 1).PlusDays(day), day == 45 ? 0 : day < 45 ? 10 : 5)))
            .Between(Day(2026, 1, 31), Day(2026, 2, 28)).Is("""
                2026-01-31 not needed
                2026-02-17 needed: lagging
                """);
    }

    [Fact]
    public void A_leap_day_a_year_before_a_raise_is_a_day_ahead_of_it() =>
        Life.Of(Meetings(Cadence.Month)).Target(100, Day(2022, 1, 1)).Target(300, Day(2025, 3, 1), Day(2023, 6, 1))
            .MeasuredEach(Cadence.Month, Day(2022, 1, 1), Day(2024, 12, 31), 100)
            .Between(Day(2024, 1, 1), Day(2024, 12, 31)).Is("""
                2024-01-01 not needed
                2024-03-01 needed: raised
                """);

    // 10 of 15 in every month since 2024.
    private static Life Missed() => Life.Of(Meetings(Cadence.Month)).Target(15, Day(2024, 1, 1))
        .MeasuredEach(Cadence.Month, Day(2024, 1, 1), Day(2026, 12, 31), 10);

    private sealed class FromTheSeventeenth : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment) =>
            assessment.AsOf.Day < 17 ? null : Because(assessment, assessment.Judged!, -5m, _ => "it is the seventeenth");
    }
}
