using BenchmarkDotNet.Attributes;
using NodaTime;
using OkrKpi.Analytics;

namespace OkrKpi.Benchmarks;

/// <summary>
/// Forecasts of 1,000 KPIs over 60 months, the method of each chosen by rolling origins, with intervals: at most 5 s on one core. As columns, and with all that
/// an assessment knows. The KPIs are of five kinds: a level, a trend, a season, both, and events that mostly do not happen.
/// </summary>
[MemoryDiagnoser]
public class ForecastBenchmarks
{
    private const int Kpis = 1_000;
    private const int Months = 60;
    private const int Ahead = 6;

    private decimal[][] rows = [];
    private KpiAssessment[] assessments = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20);
        rows = [.. Enumerable.Range(0, Kpis).Select(kpi => Enumerable.Range(0, Months).Select(month => Value(kpi % 5, month)).ToArray())];
        var first = new LocalDate(2021, 1, 28);
        assessments =
        [
            .. rows.Select((row, index) => KpiAssessment.Of(
                Kpi.Define($"k{index}", $"Measure number {index}", Unit.Count("visit"), Direction.HigherIsBetter)
                    .Every(Cadence.Month, Aggregation.Sum).WithTarget(100, from: new LocalDate(2021, 1, 1)),
                MeasurementSeries.Of($"k{index}", row.Select((value, month) => Measurement.On(first.PlusMonths(month), value))),
                new LocalDate(2025, 12, 31))),
        ];

        decimal Value(int kind, int month)
        {
            var noise = 12d * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            var season = 15d * Math.Sin(month * Math.PI / 6d);
            return (decimal)Math.Round(kind switch
            {
                0 => 100d + noise,
                1 => 60d + month + noise,
                2 => 100d + season + noise,
                3 => 60d + month + season + noise,
                _ => random.Next(4) == 0 ? 1d : 0d,
            });
        }
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyList<SeriesForecast> Columns() => SeriesForecast.OfMany(rows, Ahead, season: 12);

    [Benchmark]
    public IReadOnlyList<SeriesForecast> ColumnsOnTwoThreads() => SeriesForecast.OfMany(rows, Ahead, season: 12, threads: 2);

    [Benchmark]
    public decimal Assessments() => assessments.Sum(each => each.Forecast(Ahead).Next[^1].ProbabilityOfMeeting ?? 0m);
}
