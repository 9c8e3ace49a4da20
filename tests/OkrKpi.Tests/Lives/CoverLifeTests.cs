using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>A need is covered while an open objective of a current cycle, with a key result, addresses the KPI.</summary>
public class CoverLifeTests
{
    [Fact]
    public void Cover_begins_with_the_cycle_and_ends_with_it() =>
        Missed().CoveredBy("o1", Cycle.Month(2026, 7)).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-07-01 covered: lagging
            2026-08-01 needed: lagging
            2026-10-31 not needed
            """);

    [Fact]
    public void An_objective_that_is_closed_early_covers_no_longer() =>
        Missed().CoveredBy(Engage(Cycle.Quarter(2026, 3)).With(Answer).Closed(Day(2026, 8, 10))).In(2026).Holds(
            day => day.Answer.StartsWith("covered", StringComparison.Ordinal) == (day.Date >= Day(2026, 7, 1) && day.Date < Day(2026, 8, 10)),
            "covered until it is closed");

    [Fact]
    public void An_objective_without_a_key_result_covers_nothing() =>
        Missed().CoveredBy(Engage(Cycle.Quarter(2026, 3)))
            .In(2026)
            .Holds(day => !day.Answer.StartsWith("covered", StringComparison.Ordinal), "covered on no day");

    [Fact]
    public void Cover_ends_when_the_need_does() =>
        Missed().CoveredBy("o1", Cycle.HalfYear(2026, 2)).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-07-01 covered: lagging
            2026-10-31 not needed
            """);

    [Fact]
    public void A_raise_may_be_covered_too() =>
        Life.Of(Meetings(Cadence.Quarter)).Target(100, Day(2025, 1, 1)).Target(300, Day(2026, 7, 1), Day(2026, 6, 15))
            .MeasuredEach(Cadence.Quarter, Day(2025, 1, 1), Day(2026, 12, 31), quarter => quarter.Start < Day(2026, 7, 1) ? 100 : 300)
            .CoveredBy("o1", Cycle.Quarter(2026, 3))
            .In(2026).Is("""
                2026-01-01 not needed
                2026-06-15 needed: raised
                2026-07-01 covered: raised
                2026-09-30 not needed
                """);

    private static KeyResult Answer => KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5, 1));

    private static Objective Engage(Cycle cycle) => Objective.Define("engage", "Raise engagement", cycle).OwnedBy("Somebody").Addressing(KpiId.Of("kpi"));

    // May to September 2026.
    private static Life Missed() => Life.Of(Meetings(Cadence.Month)).Target(100, Day(2025, 1, 1))
        .MeasuredEach(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31), month => month.Start.Year == 2026 && month.Number is >= 5 and <= 9 ? 90 : 100);
}
