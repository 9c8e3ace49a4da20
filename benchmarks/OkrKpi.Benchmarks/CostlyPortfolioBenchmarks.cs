using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>Portfolios whose documents are below a megabyte and that once took a minute to review.</summary>
[MemoryDiagnoser]
public class CostlyPortfolioBenchmarks
{
    private static readonly LocalDate AsOf = new(2026, 8, 15);

    private readonly Portfolio futureTargets = FutureTargets();
    private readonly Portfolio dailyParts = DailyParts();
    private readonly Portfolio manyAddressed = ManyAddressed();

    /// <summary>A KPI with 8,000 targets still to come.</summary>
    [Benchmark]
    public PortfolioReview FutureTargetsReviewed() => futureTargets.Review(AsOf);

    /// <summary>20 key results to be kept within a band every day of a century, with 15,000 check-ins.</summary>
    [Benchmark]
    public PortfolioReview DailyPartsReviewed() => dailyParts.Review(AsOf);

    /// <summary>1,500 key results under an objective that addresses 3,000 KPIs.</summary>
    [Benchmark]
    public PortfolioReview ManyAddressedReviewed() => manyAddressed.Review(AsOf);

    private static Kpi Monthly(string id) =>
        Kpi.Define(id, $"Number of {id}", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(100, AsOf.PlusYears(-1));

    private static Portfolio FutureTargets()
    {
        var kpi = Kpi.Define("leads", "Leads", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Sum)
            .With(Enumerable.Range(0, 8_000).Select(each => TargetDecision.From(AsOf.PlusDays(each), Target.Of(100 + (each % 7)), AsOf.PlusDays(-9))));
        return Portfolio.Of([kpi], [], [MeasurementSeries.Of(kpi.Id, [Measurement.On(AsOf.PlusDays(-1), 90)])]);
    }

    private static Portfolio DailyParts()
    {
        var cycle = Cycle.Between(AsOf.PlusYears(-50), AsOf.PlusYears(50).PlusDays(-1));
        return Portfolio.Of(
            [],
            [
                Objective.Define("steady", "Keep the machines steady", cycle).With(Enumerable.Range(0, 20).Select(index =>
                    KeyResult.Define($"machine-{index}", $"Temperature of machine {index}", Unit.Count("degree"),
                        Goal.KeepWithin(Band.Between(20, 30)).Every(Cadence.Day))
                        .With(Enumerable.Range(0, 750).Select(day => CheckIn.On(AsOf.PlusDays(-day), 25 + (day % 7)))))),
            ],
            []);
    }

    private static Portfolio ManyAddressed()
    {
        var kpis = Enumerable.Range(0, 3_000).Select(each => Monthly($"kpi-{each}")).ToArray();
        var objective = Objective.Define("all", "Do everything better", Cycle.Quarter(2026, 3)).Addressing([.. kpis.Select(kpi => kpi.Id)])
            .With(Enumerable.Range(0, 1_500).Select(index => KeyResult.Define($"result-{index}", $"Result number {index}", Unit.Count("lead"),
                Goal.FromTo(1, 100))));
        return Portfolio.Of(kpis, [objective], []);
    }
}
