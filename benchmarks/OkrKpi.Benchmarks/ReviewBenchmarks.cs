using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>The main job at two sizes: 30 KPIs and 4 objectives as in the bundled company, and 1,000 KPIs of 36 months with 500 objectives.</summary>
[MemoryDiagnoser]
public class ReviewBenchmarks
{
    private static readonly LocalDate AsOf = new(2026, 8, 15);

    private Portfolio portfolio = Portfolio.Of([], [], []);

    [Params(30, 1_000)]
    public int Kpis { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var kpis = new List<Kpi>();
        var series = new List<MeasurementSeries>();
        var objectives = new List<Objective>();
        for (var each = 0; each < Kpis; each++)
        {
            var id = FormattableString.Invariant($"kpi-{each}");
            var start = new LocalDate(2023, 8, 1);
            kpis.Add(Kpi.Define(
                id, id, Unit.Count("lead"),
                Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).OwnedBy("team").WithTarget(100 + (each % 7), start));
            series.Add(MeasurementSeries.Of(id, Enumerable.Range(0, 36).Select(month => Measurement.On(start.PlusMonths(month), 95 + ((each + month) % 13)))));
            if (each % 2 == 0)
            {
                objectives.Add(Objective.Define(FormattableString.Invariant($"o-{each}"), "Improve", Cycle.Quarter(2026, 3)).OwnedBy("team")
                    .Addressing(KpiId.Of(id))
                    .With(KeyResult.Define("rate", "Open rate", Unit.Percent, Goal.FromTo(4, 15)))
                    .With(KeyResult.Define("reply", "Reply time", Unit.Hours, Goal.FromTo(5, 1)))
                    .CheckIn("rate", new LocalDate(2026, 8, 10), 9));
            }
        }

        portfolio = Portfolio.Of(kpis, objectives, series);
    }

    [Benchmark]
    public PortfolioReview Review() => portfolio.Review(AsOf);
}
