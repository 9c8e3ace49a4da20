using System.Globalization;
using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;
using NodaTime;
using OkrKpi.Sql;

namespace OkrKpi.Benchmarks.Peers;

/// <summary>
/// The rollup inside the engine (<c>RollupQuery</c> for DuckDB) beside the bare grouping by a period that is stored in each row, and beside
/// <c>date_trunc</c> in the zone; 200 KPIs over three years, the same partials each, by 36 months or 1,096 days.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(OneProcess))]
public class PushdownBenchmarks : IDisposable
{
    private const int Rows = 20_000_000;

    private const string Partials =
        """
        count(*) AS n, sum(value) AS s, min(value) AS lo, max(value) AS hi, arg_min(value, "at") AS first_value, min("at") AS first_at,
        arg_max(value, "at") AS last_value, max("at") AS last_at
        """;

    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private RollupQuery query = null!;

    /// <summary>What a row is grouped by.</summary>
    [Params(Cadence.Month, Cadence.Day)]
    public Cadence Cadence { get; set; }

    [Params("America/New_York")]
    public string Zone { get; set; } = "UTC";

    private string Stored => Cadence == Cadence.Month ? "month" : "day";

    [GlobalSetup]
    public async Task Setup()
    {
        var axis = ReportingCalendar.Standard.In(Zone).Axis(Cadence, new LocalDate(2023, 1, 1), new LocalDate(2025, 12, 31));
        query = RollupQuery.Over(axis).From("rows", kpi: "kpi", at: "at", value: "value").For(SqlDialect.DuckDb);
        await connection.OpenAsync();
        await RunAsync("SET TimeZone = 'UTC'");
        await RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                CREATE TABLE rows AS
                SELECT 'kpi-' || (hash(i) % 200) AS kpi, make_timestamp({axis.StartInstant.ToUnixTimeTicks() / 10} + (hash(i + 7) % {
                    (axis.EndInstant - axis.StartInstant).BclCompatibleTicks / 10})::BIGINT)::TIMESTAMPTZ AS "at",
                    (hash(i + 13) % 100000) / 100.0::DOUBLE AS value
                FROM range({Rows}) AS numbers(i)
                """));
        await RunAsync(
            $"""CREATE TABLE stored AS SELECT kpi, "at", value, date_trunc('{Stored}', timezone('{Zone}', "at"))::DATE AS {Stored} FROM rows""");
        var ours = await query.ReadAsync(connection);
        var groups = Read(StoredGroups);
        var filled = Enumerable.Range(0, ours.Kpis).Sum(kpi => Enumerable.Range(0, axis.Count).Count(period => !ours[kpi, period].IsEmpty));
        if (groups != filled)
        {
            throw new InvalidOperationException($"{groups} groups by the engine's own months, ours {filled}.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public async Task<object> OkrKpi_query() => await query.ReadAsync(connection);

    [Benchmark(Baseline = true)]
    public long Period_stored() => Read(StoredGroups);

    [Benchmark]
    public long Date_trunc() => Read($"""SELECT kpi, date_trunc('{Stored}', timezone('{Zone}', "at")) AS period, {Partials} FROM rows GROUP BY kpi, period""");

    private string StoredGroups => $"SELECT kpi, {Stored} AS period, {Partials} FROM stored GROUP BY kpi, period";

    // All groups are fetched, as the library has to.
    private long Read(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var read = 0L;
        while (reader.Read())
        {
            read++;
        }

        return read;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
