using BenchmarkDotNet.Attributes;
using OkrKpi.Signals;

namespace OkrKpi.Benchmarks;

/// <summary>Signals of 1,000 KPIs over 60 periods, as columns and one by one: at most 10 ms as columns.</summary>
[MemoryDiagnoser]
public class SignalBenchmarks
{
    private const int Kpis = 1_000;
    private const int Periods = 60;

    private double[] values = [];
    private decimal[][] rows = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        values = new double[Kpis * Periods];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Math.Round(100d + (10d * (random.NextDouble() + random.NextDouble() + random.NextDouble())), 2);
        }

        rows = [.. values.Chunk(Periods).Select(row => Array.ConvertAll(row, value => (decimal)value))];
    }

    [Benchmark(Baseline = true)]
    public Variation[] Columns() => BehaviourColumns.Of(values, Periods).Variations(Direction.HigherIsBetter);

    [Benchmark]
    public Variation[] ColumnsByEightRules() => BehaviourColumns.Of(values, Periods, SignalRules.Nelson).Variations(Direction.HigherIsBetter);

    [Benchmark]
    public int OneByOne() => rows.Count(row => ProcessBehaviour.Of(row).Judged(Direction.HigherIsBetter).Variation == Variation.Worsening);
}
