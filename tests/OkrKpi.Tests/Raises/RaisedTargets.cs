using NodaTime;

namespace OkrKpi.Tests.Raises;

/// <summary>KPIs and days for the tests of raised targets.</summary>
internal static class RaisedTargets
{
    internal static readonly ReportingCalendar Calendar = ReportingCalendar.Standard;

    internal static LocalDate Day(int year, int month, int day) => new(year, month, day);

    internal static Kpi Every(Cadence cadence, Direction direction = Direction.HigherIsBetter, Aggregation aggregation = Aggregation.Sum) =>
        Kpi.Define("kpi", "Meetings", Unit.Count("meeting"), direction).Every(cadence, aggregation);

    internal static ReportingPeriod Month(int year, int month) => Calendar.PeriodOf(Day(year, month, 1), Cadence.Month);

    internal static ReportingPeriod Quarter(int year, int quarter) => Calendar.PeriodOf(Day(year, (3 * quarter) - 2, 1), Cadence.Quarter);

    /// <summary>A target of one period, with no day stated, as most tools store them.</summary>
    internal static TargetDecision Of(ReportingPeriod period, decimal value, LocalDate? decidedOn = null, string? because = null) =>
        TargetDecision.Between(period.Start, period.End, Target.Of(value), decidedOn, because);

    internal static MeasurementSeries Series(params IEnumerable<(LocalDate Day, decimal Value)> values) =>
        MeasurementSeries.Of("kpi", values.Select(each => Measurement.On(each.Day, each.Value)));

    internal static OkrNeed Need(Kpi kpi, LocalDate asOf, params IEnumerable<(LocalDate Day, decimal Value)> values) => OkrNeed.Of(kpi, Series(values), asOf);

    internal static TargetRaisedReason? Raised(Kpi kpi, LocalDate asOf, params IEnumerable<(LocalDate Day, decimal Value)> values) =>
        Need(kpi, asOf, values).TargetRaised;

    /// <summary>The days of a span on which the target is a reason, as runs: "2026-06-15 to 2026-07-31: 100 to 300".</summary>
    internal static string Runs(Kpi kpi, LocalDate from, LocalDate through, params IEnumerable<(LocalDate Day, decimal Value)> values)
    {
        var series = Series(values);
        List<string> runs = [];
        var (begun, told) = (from, "");
        for (var day = from; day <= through.PlusDays(1); day = day.PlusDays(1))
        {
            var now = day <= through && OkrNeed.Of(kpi, series, day).TargetRaised is { } raised ? $"{raised.Before} to {raised.Now}" : "";
            if (now != told)
            {
                if (told.Length > 0)
                {
                    runs.Add(FormattableString.Invariant($"{begun:yyyy'-'MM'-'dd} to {day.PlusDays(-1):yyyy'-'MM'-'dd}: {told}"));
                }

                (begun, told) = (day, now);
            }
        }

        return string.Join("; ", runs);
    }
}
