using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>
/// The month of an instant: from a built axis, from the calendar, and by NodaTime alone. Instants of three years, in order or not; figures are for one instant.
/// </summary>
[MemoryDiagnoser]
public class PeriodBenchmarks
{
    private const int Instants = 4_096;

    private readonly Instant[] instants = new Instant[Instants];
    private readonly long[] ticks = new long[Instants];
    private ReportingCalendar calendar = ReportingCalendar.Standard;
    private PeriodAxis axis = ReportingCalendar.Standard.Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31));

    [Params("UTC", "America/New_York")]
    public string Zone { get; set; } = "UTC";

    [Params(true, false)]
    public bool Sorted { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        calendar = ReportingCalendar.Standard.In(Zone);
        axis = calendar.Axis(Cadence.Month, new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31));
        var random = new Random(1);
        for (var index = 0; index < Instants; index++)
        {
            ticks[index] = random.NextInt64(axis.StartInstant.ToUnixTimeTicks(), axis.EndInstant.ToUnixTimeTicks());
        }

        if (Sorted)
        {
            Array.Sort(ticks);
        }

        for (var index = 0; index < Instants; index++)
        {
            instants[index] = Instant.FromUnixTimeTicks(ticks[index]);
        }
    }

    [Benchmark(OperationsPerInvoke = Instants)]
    public long Axis_Ticks()
    {
        var sum = 0L;
        foreach (var tick in ticks)
        {
            sum += axis.IndexOfUnixTicks(tick);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Instants)]
    public long Axis_Instant()
    {
        var sum = 0L;
        foreach (var instant in instants)
        {
            sum += axis.IndexOf(instant);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Instants)]
    public long Calendar_PeriodOf()
    {
        var sum = 0L;
        foreach (var instant in instants)
        {
            sum += calendar.PeriodOf(instant, Cadence.Month).Days;
        }

        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Instants)]
    public long NodaTime_InZone()
    {
        var sum = 0L;
        foreach (var instant in instants)
        {
            sum += instant.InZone(calendar.Zone).Month;
        }

        return sum;
    }
}
