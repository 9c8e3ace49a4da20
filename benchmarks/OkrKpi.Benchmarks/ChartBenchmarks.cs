using BenchmarkDotNet.Attributes;
using NodaTime;
using OkrKpi.Charts;

namespace OkrKpi.Benchmarks;

/// <summary>A picture of a KPI of 36 months, and the page of 30 of them.</summary>
[MemoryDiagnoser]
public class ChartBenchmarks : IDisposable
{
    private readonly StringWriter writer = new(new System.Text.StringBuilder(65_536), System.Globalization.CultureInfo.InvariantCulture);
    private KpiAssessment assessment = null!;
    private PortfolioReview review = null!;

    [GlobalSetup]
    public void Setup()
    {
        Kpi[] kpis = [.. Enumerable.Range(0, 30).Select(each => Kpi.Define($"k{each}", $"Measure number {each}", Unit.Count("visit"), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Sum)
            .WithTarget(100, from: new LocalDate(2023, 1, 1))
            .WithTarget(120, from: new LocalDate(2025, 1, 1), decidedOn: new LocalDate(2024, 12, 1), because: "more of them"))];
        var first = new LocalDate(2023, 1, 1);
        MeasurementSeries[] series = [.. kpis.Select(kpi => MeasurementSeries.Of(
            kpi.Id, [.. Enumerable.Range(0, 36).Select(month => Measurement.On(first.PlusMonths(month), 90 + (month * 7919 % 40)))]))];
        review = Portfolio.Of(kpis, [], series).Review(new LocalDate(2026, 1, 10));
        assessment = review.Kpis[0];
    }

    public void Dispose()
    {
        writer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void Picture()
    {
        writer.GetStringBuilder().Clear();
        Chart.Of(assessment).WriteTo(writer);
    }

    [Benchmark]
    public void Page()
    {
        writer.GetStringBuilder().Clear();
        ScorecardPage.Of(review).WriteTo(writer);
    }
}
