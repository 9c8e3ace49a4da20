using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>
/// Columns as they come: sorted, by time, shuffled or mixed; in zones with and without summer time; of whole numbers, so that sums are exact in any order.
/// </summary>
public sealed record Bulk(PeriodAxis Axis, int Kpis, (int Kpi, long Ticks, double Value)[] Rows, int Cut)
{
    public (int[] Kpis, long[] Ticks, double[] Values) Columns =>
        ([.. Rows.Select(row => row.Kpi)], [.. Rows.Select(row => row.Ticks)], [.. Rows.Select(row => row.Value)]);

    public static Arbitrary<Bulk> Bulks() => Arb.From(
        from zone in Gen.Elements("UTC", "America/New_York", "Asia/Ho_Chi_Minh", "Australia/Lord_Howe", "Pacific/Apia")
        from start in Gen.Choose(1, 12)
        from cadence in Gen.Elements(Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter)
        from days in Gen.Choose(1, 800)
        from kpis in Gen.Choose(1, 5)
        from rows in Gen.Elements(0, 1, 7, 8, 9, 40, 300, 3_000)
        from order in Gen.Choose(0, 3)
        from seed in Gen.Choose(0, int.MaxValue)
        from cut in Gen.Choose(0, 5_000)
        select Made(ReportingCalendar.Fiscal(start).In(zone).Axis(cadence, new LocalDate(2011, 12, 20), new LocalDate(2011, 12, 20).PlusDays(days)), kpis,
            rows, order, seed, cut));

    public override string ToString() => FormattableString.Invariant($"{Rows.Length} rows of {Kpis} KPIs by {Axis} in {Axis.Calendar.ZoneId}, cut at {Cut}");

    private static Bulk Made(PeriodAxis axis, int kpis, int rows, int order, int seed, int cut)
    {
        var random = new Random(seed);
        var (start, end) = (axis.StartInstant.ToUnixTimeTicks(), axis.EndInstant.ToUnixTimeTicks());
        (int Kpi, long Ticks, double Value)[] made =
        [
            .. Enumerable.Range(0, rows).Select(_ => (random.Next(kpis), random.NextInt64(start, end), (double)random.Next(-1_000, 1_000)))
        ];
        made = order switch
        {
            0 => [.. made.OrderBy(row => row.Kpi).ThenBy(row => row.Ticks)],
            1 => [.. made.OrderBy(row => row.Ticks)],
            2 =>
                [
                    .. made.OrderBy(row => row.Kpi).ThenBy(row => row.Ticks).Take(rows / 2),
                    .. made.OrderBy(row => row.Kpi).ThenBy(row => row.Ticks).Skip(rows / 2).OrderBy(row => row.Value)
                ],
            _ => made,
        };
        return new(axis, kpis, made, cut);
    }
}
