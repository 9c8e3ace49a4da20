using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>One KPI, and the question the library exists for: does it need an OKR, and why?</summary>
internal static class KpiAndItsNeed
{
    internal static void Run(TextWriter output)
    {
        var meetings = Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .OwnedBy("Customer Success")
            .WithTarget(100, from: new LocalDate(2026, 1, 1))
            .WithTarget(300, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 6, 15), because: "reach more customers");

        var held = MeasurementSeries.Of(
            "meetings",
            Measurement.On(new LocalDate(2026, 2, 10), 40),
            Measurement.On(new LocalDate(2026, 3, 31), 52));

        OkrNeed need = OkrNeed.Of(meetings, held, asOf: new LocalDate(2026, 6, 20));
        output.WriteLine(need.State);
        foreach (var reason in need.Reasons)
        {
            output.WriteLine($"- {reason}");
        }
    }
}

// prints
// Needed
// - lagging: 92 in 2026-Q1, target 100: 8 below
// - target raised: 100 to 300 from 2026-Q3, decided 2026-06-15: reach more customers
