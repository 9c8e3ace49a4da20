using System.Globalization;
using Npgsql;

namespace OkrKpi.Sql.Tests;

/// <summary>Rows on two servers behind a third: they are added up where they lie.</summary>
public sealed class ShardTests
{
    private const int RowsOfAShard = 60_000;

    private static readonly string[] Shards = ["SHARD_A", "SHARD_B"];

    private static readonly PeriodAxis Months = ReportingCalendar
        .Fiscal(startMonth: 4)
        .In("America/New_York")
        .Axis(Cadence.Month, new(2023, 4, 1), new(2026, 3, 31));

    [Fact]
    public async Task Only_KPIs_by_periods_travel_once_the_advice_is_followed()
    {
        var names = Enumerable.Range(0, Shards.Length).Select(shard => $"m_{shard}").ToArray();
        for (var shard = 0; shard < Shards.Length; shard++)
        {
            await using var remote = await OpenAsync(Shards[shard]);
            await RunAsync(remote, $"""
                DROP TABLE IF EXISTS m;
                CREATE TABLE m (kpi varchar, "at" timestamptz, value numeric(18,2), id bigint);
                INSERT INTO m SELECT 'kpi-{shard}' || (i % 5), timestamptz '2023-04-01 04:00:00+00' + i * interval '26 minutes', (i * 7919 % 100000) / 100.0, i
                FROM generate_series(0, {RowsOfAShard - 1}) i;
                ANALYZE m
                """);
        }

        await using var connection = await OpenAsync("POSTGRESQL");
        await RunAsync(connection, """
            DROP TABLE IF EXISTS m CASCADE;
            CREATE EXTENSION IF NOT EXISTS postgres_fdw;
            CREATE TABLE m (kpi varchar, "at" timestamptz, value numeric(18,2), id bigint) PARTITION BY LIST (kpi)
            """);
        for (var shard = 0; shard < Shards.Length; shard++)
        {
            var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Shards[shard]));
            var kpis = string.Join(", ", Enumerable.Range(0, 5).Select(kpi => $"'kpi-{shard}{kpi}'"));
            await RunAsync(connection, $"""
                DROP SERVER IF EXISTS shard_{shard} CASCADE;
                CREATE SERVER shard_{shard} FOREIGN DATA WRAPPER postgres_fdw OPTIONS
                    (host '{server.Host}', port '{server.Port}', dbname 'postgres', async_capable 'true');
                CREATE USER MAPPING FOR CURRENT_USER SERVER shard_{shard} OPTIONS (user '{server.Username}');
                CREATE FOREIGN TABLE m_{shard} PARTITION OF m FOR VALUES IN ({kpis}) SERVER shard_{shard} OPTIONS (table_name 'm')
                """);
        }

        await RunAsync(connection, "ANALYZE m; " + string.Join("; ", names.Select(name => $"ANALYZE {name}")));
        var query = RollupQuery.Over(Months).From("m", "kpi", "at", "value").For(SqlDialect.PostgreSql).WithOrder("id").With(RollupDetail.Statistics);

        // As it comes all rows travel, and the advice says so, step by step.
        var expected = await query.ReadExactAsync(connection);
        var first = Assert.Single(await query.AdviseAsync(connection));
        Assert.Equal(RollupAdviceKind.PartitionwiseIsOff, first.Kind);
        await RunAsync(connection, string.Join("; ", first.Statements));
        var second = Assert.Single(await query.AdviseAsync(connection));
        Assert.Equal(RollupAdviceKind.TooManyGroupsExpected, second.Kind);
        Assert.All(names, name => Assert.Contains($"{name}", second.ToString(), StringComparison.Ordinal));
        foreach (var statement in second.Statements)
        {
            await RunAsync(connection, statement);
        }

        Assert.Empty(await query.AdviseAsync(connection));
        var actual = await query.ReadExactAsync(connection);
        Assert.Equal(10, actual.Kpis);
        for (var kpi = 0; kpi < actual.Kpis; kpi++)
        {
            Assert.All(Enumerable.Range(0, Months.Count), period => Assert.Equal(expected[kpi, period], actual[kpi, period]));
        }

        // How many rows each shard sent.
        var plan = await LinesAsync(
            connection,
            $"EXPLAIN (ANALYZE, VERBOSE, COSTS OFF) "
            + $"{RollupQuery.Over(Months).From("m", "kpi", "at", "value").For(SqlDialect.PostgreSql).WithOrder("id").With(RollupDetail.Statistics).Text}");
        var scans = plan.Where(line => line.Contains("Foreign Scan", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, scans.Length);
        Assert.All(scans, scan => Assert.Contains("Async", scan, StringComparison.Ordinal));
        var travelled = scans.Sum(scan => int.Parse(scan.Split("rows=")[1].Split(' ')[0].Split('.')[0], CultureInfo.InvariantCulture));
        Assert.Equal(10 * Months.Count, travelled);
    }

    [Fact]
    public void The_case_of_what_is_shipped_is_among_the_vectors() =>
        Assert.Contains(VectorFile.Cases("sql-period-pitfalls.json"), vector => vector.GetProperty("id").GetString() == "pg-ship");

    private static async Task<NpgsqlConnection> OpenAsync(string variable)
    {
        var connection = new NpgsqlConnection($"{Environment.GetEnvironmentVariable(variable)};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> LinesAsync(NpgsqlConnection connection, string statement)
    {
        var lines = new List<string>();
        await using var command = new NpgsqlCommand(statement, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
