using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>The rule for one KPI of 36 months: from its measurements, and from an assessment at hand.</summary>
[MemoryDiagnoser]
public class NeedBenchmarks
{
    private static readonly LocalDate AsOf = new(2026, 8, 15);
    private static readonly LocalDate First = new(2023, 8, 1);

    private static readonly Kpi Leads = Kpi.Define("leads", "Leads", Unit.Count("lead"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
        .WithTarget(100, First)
        .WithTarget(120, new LocalDate(2026, 1, 1), new LocalDate(2025, 12, 10));

    private static readonly MeasurementSeries Measurements = MeasurementSeries.Of(
        Leads.Id, Enumerable.Range(0, 36).Select(month => Measurement.On(First.PlusMonths(month), 95 + (month % 13))));

    private readonly KpiAssessment assessment = KpiAssessment.Of(Leads, Measurements, AsOf);

    [Benchmark]
    public OkrNeed FromMeasurements() => OkrNeed.Of(Leads, Measurements, AsOf);

    [Benchmark]
    public OkrNeed FromAssessment() => OkrNeedRule.Default.Apply(assessment);
}
