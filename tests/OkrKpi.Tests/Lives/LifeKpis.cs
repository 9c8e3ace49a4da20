using NodaTime;

namespace OkrKpi.Tests.Lives;

/// <summary>What lives are told of.</summary>
internal static class LifeKpis
{
    internal static readonly LocalDate InDecember2024 = Day(2024, 12, 10);
    internal static readonly LocalDate InDecember2025 = Day(2025, 12, 10);

    internal static LocalDate Day(int year, int month, int day) => new(year, month, day);

    internal static Kpi Meetings(Cadence cadence) => Every(cadence, Aggregation.Sum);

    internal static Kpi Every(Cadence cadence, Aggregation aggregation, Direction direction = Direction.HigherIsBetter) =>
        Kpi.Define("kpi", "Something measured", Unit.Count("thing"), direction).Every(cadence, aggregation).OwnedBy("Somebody");

    internal static Kpi Rate(Cadence cadence, Direction direction = Direction.HigherIsBetter, Aggregation aggregation = Aggregation.Average) =>
        Kpi.Define("kpi", "Some rate", Unit.Percent, direction).Every(cadence, aggregation).OwnedBy("Somebody");

    internal static ReportingPeriod Month(int year, int month) => ReportingCalendar.Standard.PeriodOf(Day(year, month, 1), Cadence.Month);

    internal static ReportingPeriod Quarter(int year, int quarter) => ReportingCalendar.Standard.PeriodOf(Day(year, (quarter * 3) - 2, 1), Cadence.Quarter);

    internal static ReportingPeriod Year(int year) => ReportingCalendar.Standard.PeriodOf(Day(year, 1, 1), Cadence.Year);

    /// <summary>The target of one period, as most tools store targets.</summary>
    internal static TargetDecision For(ReportingPeriod period, decimal target, LocalDate? decidedOn = null, string? because = null) =>
        TargetDecision.Between(period.Start, period.End, Target.Of(target), decidedOn, because);
}
