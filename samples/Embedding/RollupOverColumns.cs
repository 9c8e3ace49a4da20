using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>Measurements as columns, rolled up to months and on to quarters; made for millions of rows.</summary>
internal static class RollupOverColumns
{
    internal static void Run(TextWriter output)
    {
        // Row i: the KPI at kpis[i] had values[i] at instants[i].
        int[] kpis = [0, 0, 0, 1, 1];
        Instant[] instants =
        [
            Instant.FromUtc(2026, 4, 3, 9, 0), Instant
                .FromUtc(2026, 4, 30, 16, 59), Instant
                .FromUtc(2026, 4, 30, 17, 0), // the first of May in Ho Chi Minh City
            Instant.FromUtc(2026, 4, 10, 9, 0), Instant.FromUtc(2026, 6, 10, 9, 0),
        ];
        double[] values = [100, 20, 7, 4.5, 3.5];

        PeriodAxis months = ReportingCalendar
            .Fiscal(startMonth: 4)
            .In("Asia/Ho_Chi_Minh")
            .Axis(Cadence.Month, new LocalDate(2026, 4, 1), new LocalDate(2026, 6, 30));
        Rollup byMonth = Rollup.Of(kpis, instants, values, months);
        output.WriteLine($"{months[0]}: {byMonth[0, 0].Sum}, {months[1]}: {byMonth[0, 1].Sum}");

        Rollup byQuarter = byMonth.To(Cadence.Quarter);
        output.WriteLine(
            $"{byQuarter.Axis[0]}: sum {byQuarter[0, 0].Sum}, mean of the other KPI {byQuarter[1, 0].Mean}, {byQuarter.Coverage(1, 0)} months have a value");
    }
}

// prints
// 2026-04: 120, 2026-05: 7
// FY2027-Q1: sum 127, mean of the other KPI 4, 2 of 3 months have a value
