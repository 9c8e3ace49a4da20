using BenchmarkDotNet.Attributes;

namespace OkrKpi.Benchmarks;

/// <summary>One key-result score beside the bare arithmetic; read the ratio and the allocation.</summary>
[MemoryDiagnoser]
public class ScoreBenchmarks
{
    private readonly FromToGoal goal = Goal.FromTo(4, 15);
    private decimal current = 6.25m;

    [Benchmark(Baseline = true)]
    public decimal BareArithmetic() => Math.Clamp((current - 4m) / (15m - 4m), 0m, 1m);

    [Benchmark]
    public decimal? OneKeyResult() => goal.Progress(current).Score;

    [GlobalSetup]
    public void Setup() => current = 6.5m;
}
