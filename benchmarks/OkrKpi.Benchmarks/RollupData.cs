using NodaTime;

namespace OkrKpi.Benchmarks;

/// <summary>Measurements of 1,000 KPIs over three years, the same on every run: sorted by KPI and time, or shuffled.</summary>
public sealed class RollupData
{
    public const int KpiCount = 1_000;

    public RollupData(int rows, RowOrder order, string zone)
    {
        Axis = ReportingCalendar.Standard.In(zone).Axis(Cadence.Month, new LocalDate(2023, 1, 1), new LocalDate(2025, 12, 31));
        var start = Axis.StartInstant.ToUnixTimeTicks();
        var span = Axis.EndInstant.ToUnixTimeTicks() - start;
        var eachKpi = rows / KpiCount;
        var random = new Random(20260101);
        Kpis = new int[rows];
        Ticks = new long[rows];
        Values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            Kpis[row] = row / eachKpi;
            Ticks[row] = start + (long)((row % eachKpi * (double)span / eachKpi) + (random.NextDouble() * span / eachKpi));
            Values[row] = Math.Round(random.NextDouble() * 1_000d, 2);
        }

        if (order == RowOrder.Random)
        {
            // One shuffle for all three columns.
            new Random(7).Shuffle(Kpis);
            new Random(7).Shuffle(Ticks);
            new Random(7).Shuffle(Values);
        }
    }

    public PeriodAxis Axis { get; }

    public int[] Kpis { get; }

    public long[] Ticks { get; }

    public double[] Values { get; }

    public (Rollup Months, Rollup Quarters, Rollup Years) RollUp()
    {
        var months = Rollup.Of(Kpis, Ticks, Values, Axis);
        return (months, months.To(Cadence.Quarter), months.To(Cadence.Year));
    }
}
