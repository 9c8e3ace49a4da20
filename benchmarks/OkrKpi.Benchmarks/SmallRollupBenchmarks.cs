using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>36,000 rows, one a month of each KPI, and the period of a single instant.</summary>
[MemoryDiagnoser]
public class SmallRollupBenchmarks
{
    private readonly RollupData data = new(36_000, RowOrder.Sorted, "America/New_York");
    private readonly Instant[] instants = new Instant[1_024];
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var index = 0; index < instants.Length; index++)
        {
            instants[index] = Instant.FromUnixTimeTicks(data.Ticks[random.Next(data.Ticks.Length)]);
        }
    }

    [Benchmark]
    public object Months_quarters_and_years() => data.RollUp();

    [Benchmark(OperationsPerInvoke = 1_024)]
    public int Period_of_an_instant()
    {
        var sum = 0;
        foreach (var instant in instants)
        {
            sum += data.Axis.IndexOf(instant);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 1_024)]
    public int Month_of_an_instant_by_NodaTime()
    {
        var sum = 0;
        foreach (var instant in instants)
        {
            sum += instant.InZone(zone).Month;
        }

        return sum;
    }
}
