using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>Another reading of "lagging": those of the library compose, and your own stands beside them.</summary>
internal static class OwnLaggingPolicy
{
    internal static void Run(TextWriter output)
    {
        var uptime = Kpi.Define("uptime", "Share of the time the service answers", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Average)
            .WithTarget(99.9m, from: new LocalDate(2026, 1, 1));
        var measured = MeasurementSeries.Of(
            "uptime",
            Measurement.On(new LocalDate(2026, 4, 30), 99.95m),
            Measurement.On(new LocalDate(2026, 5, 31), 99.85m),
            Measurement.On(new LocalDate(2026, 6, 30), 99.7m));
        var asOf = new LocalDate(2026, 7, 1);

        var patient = OkrNeedRule.Default.With(Lagging.MissesInARow(3));
        output.WriteLine($"three misses in a row: {OkrNeed.Of(uptime, measured, asOf, patient).State}");

        var either = OkrNeedRule.Default.With(Lagging.AnyOf(Lagging.MissesInARow(3), new MissedAndWorse()));
        var need = OkrNeed.Of(uptime, measured, asOf, either);
        output.WriteLine($"or missed and worse than before: {need.State}, {need.Reasons[0]}");
    }

    private sealed class MissedAndWorse : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment) =>
            assessment.Judged is { IsMissed: true } judged && assessment.Trend == Trend.Worsening ? Because(assessment, judged) : null;
    }
}

// prints
// three misses in a row: NotNeeded
// or missed and worse than before: Needed, lagging: 99.7 % in 2026-06, target 99.9 %: 0.2 points below; missed since 2026-05
