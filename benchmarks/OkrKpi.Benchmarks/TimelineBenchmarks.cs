using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>When a KPI needed an OKR within a year, of few and of many measurements, beside asking on every day.</summary>
[MemoryDiagnoser]
public class TimelineBenchmarks
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate Last = new(2026, 12, 31);

    private static readonly Kpi Leads = Kpi.Define("leads", "Leads", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
        .WithTarget(3_000, First)
        .WithTarget(3_300, new LocalDate(2026, 7, 1), new LocalDate(2026, 5, 12));

    private MeasurementSeries measurements = null!;

    /// <summary>Measurements on each day, ten years of them before the year looked at counted in.</summary>
    [Params(1, 10)]
    public int ADay { get; set; }

    [GlobalSetup]
    public void Setup() => measurements = MeasurementSeries.Of(
        Leads.Id,
        Enumerable.Range(0, 3_650 * ADay).Select(each => Measurement.On(First.PlusDays((each / ADay) - 3_285), (80m + (each % 37)) / ADay)));

    [Benchmark]
    public NeedTimeline Timeline() => NeedTimeline.Of(Leads, measurements, First, Last);

    [Benchmark(Baseline = true)]
    public int EveryDay()
    {
        var needed = 0;
        for (var day = First; day <= Last; day = day.PlusDays(1))
        {
            needed += OkrNeed.Of(Leads, measurements, day).State == OkrNeedState.Needed ? 1 : 0;
        }

        return needed;
    }
}
