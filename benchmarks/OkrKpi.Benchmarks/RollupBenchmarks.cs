using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>
/// Ten million rows of 1,000 KPIs over three years to months, quarters and years. Read the ratios to reading the columns once, which no rollup can beat,
/// and to what one would write without the library. The engines analysts use are in the project OkrKpi.Benchmarks.Peers.
/// </summary>
[MemoryDiagnoser]
public class RollupBenchmarks
{
    private const int Rows = 10_000_000;

    private RollupData data = null!;
    private Instant[] instants = [];
    private MeasurementRow[] rows = [];
    private decimal[] decimals = [];

    [Params(RowOrder.Sorted, RowOrder.Random)]
    public RowOrder Order { get; set; }

    [Params("UTC", "America/New_York")]
    public string Zone { get; set; } = "UTC";

    [GlobalSetup]
    public void Setup()
    {
        data = new(Rows, Order, Zone);
        instants = Array.ConvertAll(data.Ticks, Instant.FromUnixTimeTicks);
        rows = [.. Enumerable.Range(0, Rows).Select(row => new MeasurementRow(data.Kpis[row], instants[row], data.Values[row]))];
        decimals = Array.ConvertAll(data.Values, value => (decimal)value);
    }

    [Benchmark(Baseline = true)]
    public double ReadColumnsOnce()
    {
        var kpis = Vector256<int>.Zero;
        foreach (ref readonly var eight in MemoryMarshal.Cast<int, Vector256<int>>(data.Kpis))
        {
            kpis ^= eight;
        }

        var ticks = Vector256<long>.Zero;
        foreach (ref readonly var four in MemoryMarshal.Cast<long, Vector256<long>>(data.Ticks))
        {
            ticks ^= four;
        }

        var values = Vector256<double>.Zero;
        foreach (ref readonly var four in MemoryMarshal.Cast<double, Vector256<double>>(data.Values))
        {
            values += four;
        }

        return kpis[0] + ticks[0] + Vector256.Sum(values);
    }

    [Benchmark]
    public object Columns() => data.RollUp();

    [Benchmark]
    public object Columns_of_instants()
    {
        var months = Rollup.Of(data.Kpis, instants, data.Values, data.Axis);
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }

    [Benchmark]
    public object Rows_with_instants()
    {
        var months = Rollup.Of(rows, data.Axis, RollupOptions.Default.WithKpis(RollupData.KpiCount));
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }

    [Benchmark]
    public object Columns_with_statistics()
    {
        var months = Rollup.Of(data.Kpis, data.Ticks, data.Values, data.Axis, options: RollupOptions.Default.With(RollupDetail.Statistics));
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }

    [Benchmark]
    public object Exact_columns()
    {
        var months = ExactRollup.Of(data.Kpis, data.Ticks, decimals, data.Axis);
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }

    [Benchmark]
    public object Columns_on_two_threads()
    {
        var options = RollupOptions.Default.WithKpis(RollupData.KpiCount);
        var halves = new Rollup[2];
        Parallel.For(0, 2, half =>
        {
            Range part = half == 0 ? ..(Rows / 2) : (Rows / 2)..;
            halves[half] = Rollup.Of(data.Kpis.AsSpan(part), data.Ticks.AsSpan(part), data.Values.AsSpan(part), data.Axis, options: options);
        });
        var months = halves[0].Merge(halves[1]);
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }

    // What one writes without the library: months only, and already without a class a row.
    [Benchmark]
    public object Naive_linq()
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        return rows
            .GroupBy(row => (row.Kpi, Month: row.At.InZone(zone) is var local ? (local.Year * 12) + local.Month : 0))
            .ToDictionary(group => group.Key, group => (
                Count: group.Count(), Sum: group.Sum(row => row.Value), Min: group.Min(row => row.Value), Max: group.Max(row => row.Value),
                Last: group.MaxBy(row => row.At).Value));
    }
}
