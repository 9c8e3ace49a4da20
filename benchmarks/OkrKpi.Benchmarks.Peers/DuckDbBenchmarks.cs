using System.Globalization;
using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;

namespace OkrKpi.Benchmarks.Peers;

/// <summary>
/// The rollup beside DuckDB in one process, both on one thread, with the same rows; before anything is timed the results are compared group by group.
/// DuckDB works out count, sum, least, greatest and last value; the library the first value as well.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(OneProcess))]
public class DuckDbBenchmarks : IDisposable
{
    private const int Rows = 10_000_000;

    private const int BucketBits = 44;

    private const string Reading = "count(*)::BIGINT AS n, sum(v) AS s, min(v) AS lo, max(v) AS hi, arg_max(v, t) AS last_value, max(t) AS last_tick";
    private const string Further = "sum(n)::BIGINT, sum(s), min(lo), max(hi), arg_max(last_value, last_tick), max(last_tick)";

    // One process runs all cases: what was compared once need not be again.
    private static readonly HashSet<(RowOrder Order, string Zone)> Compared = [];

    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private RollupData data = null!;

    [Params(RowOrder.Sorted, RowOrder.Random)]
    public RowOrder Order { get; set; }

    [Params("America/New_York")]
    public string Zone { get; set; } = "UTC";

    // The tuned form: the boundaries of the months are worked out outside, and a row finds its month as it does in the library, by a small table of buckets of
    // 2^44 ticks (20 days).
    private string Boundaries =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT kpi, before + (t >= boundary)::INTEGER AS period, {Reading} FROM rows JOIN buckets ON ((t - "
            + $"{data.Axis.StartInstant.ToUnixTimeTicks()}) >> {BucketBits}) = bucket GROUP BY kpi, period");

    private static string MonthStored => $"SELECT kpi, period, {Reading} FROM rows_with_month GROUP BY kpi, period";

    // What people write: one more expression, in the zone.
    private string DateTrunc =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT kpi, datediff('month', TIMESTAMP '2023-01-01', date_trunc('month', timezone('{Zone}', happened)))::INTEGER AS period, {Reading} FROM "
            + $"rows_with_time GROUP BY kpi, period");

    [GlobalSetup]
    public void Setup()
    {
        data = new(Rows, Order, Zone);
        connection.Open();
        Run("SET threads = 1");
        Run("SET TimeZone = 'UTC'");
        Run("CREATE TABLE rows (kpi INTEGER, t BIGINT, v DOUBLE)");
        using (var appender = connection.CreateAppender("rows"))
        {
            for (var row = 0; row < Rows; row++)
            {
                appender.CreateRow().AppendValue(data.Kpis[row]).AppendValue(data.Ticks[row]).AppendValue(data.Values[row]).EndRow();
            }
        }

        Run("CREATE TABLE buckets (bucket BIGINT, before INTEGER, boundary BIGINT)");
        var start = data.Axis.StartInstant.ToUnixTimeTicks();
        for (var bucket = 0L; start + (bucket << BucketBits) < data.Axis.EndInstant.ToUnixTimeTicks(); bucket++)
        {
            var before = data.Axis.IndexOfUnixTicks(start + (bucket << BucketBits));
            Run(
                string.Create(CultureInfo.InvariantCulture, $"INSERT INTO buckets VALUES ({bucket}, {before}, "
                    + $"{data.Axis[before].EndInstant.ToUnixTimeTicks()})"));
        }

        Run(
            string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE rows_with_month AS SELECT kpi, before + (t >= boundary)::INTEGER AS period, t, v "
                + $"FROM rows JOIN buckets ON ((t - {start}) >> {BucketBits}) = bucket ORDER BY rows.rowid"));
        Run("CREATE TABLE rows_with_time AS SELECT kpi, make_timestamp(t // 10)::TIMESTAMPTZ AS happened, t, v FROM rows");
        for (var warm = 0; warm < 30; warm++)
        {
            // Beyond the first, quickly compiled code; DuckDB needs no such thing.
            data.RollUp();
        }

        if (!Compared.Add((Order, Zone)))
        {
            return;
        }

        var ours = data.RollUp();
        foreach (var (name, sql) in new[] { (nameof(DuckDb_boundaries), Boundaries), (
            nameof(DuckDb_month_stored), MonthStored), (nameof(DuckDb_date_trunc), DateTrunc) })
        {
            Compare(name, ours, Query(sql));
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public object OkrKpi_rollup() => data.RollUp();

    [Benchmark]
    public object DuckDb_boundaries() => Query(Boundaries);

    [Benchmark]
    public object DuckDb_month_stored() => Query(MonthStored);

    [Benchmark]
    public object DuckDb_date_trunc() => Query(DateTrunc);

    private static void Compare(string name, (Rollup Months, Rollup Quarters, Rollup Years) ours, Group[][] theirs)
    {
        Rollup[] levels = [ours.Months, ours.Quarters, ours.Years];
        for (var level = 0; level < levels.Length; level++)
        {
            var filled = 0;
            for (var kpi = 0; kpi < levels[level].Kpis; kpi++)
            {
                for (var period = 0; period < levels[level].Axis.Count; period++)
                {
                    filled += levels[level][kpi, period].IsEmpty ? 0 : 1;
                }
            }

            if (filled != theirs[level].Length)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {theirs[level].Length} groups, ours {filled}."));
            }

            foreach (var group in theirs[level])
            {
                var cell = levels[level][group.Kpi, group.Period];
                if (
                    cell.Count != group.Count || !cell.Min.Equals(group.Min) || !cell.Max.Equals(group.Max) || !cell.Last.Equals(group.Last)
                        || Math.Abs(cell.Sum - group.Sum) > 1e-9 * Math.Abs(group.Sum))
                {
                    throw new InvalidOperationException(
                        string.Create(CultureInfo.InvariantCulture, $"{name}: {group} differs from ours, {cell}, last {cell.Last}."));
                }
            }
        }
    }

    private Group[][] Query(string months)
    {
        Run($"CREATE OR REPLACE TEMP TABLE months AS {months}");
        return
        [
            Read("SELECT kpi, period, n, s, lo, hi, last_value FROM months"),
            Read($"SELECT kpi, period // 3, {Further} FROM months GROUP BY ALL"),
            Read($"SELECT kpi, period // 12, {Further} FROM months GROUP BY ALL"),
        ];
    }

    private Group[] Read(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<Group> groups = [];
        while (reader.Read())
        {
            groups.Add(new(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5),
                reader.GetDouble(6)));
        }

        return [.. groups];
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private readonly record struct Group(int Kpi, int Period, long Count, double Sum, double Min, double Max, double Last);
}
