using System.Data.Common;
using System.Globalization;
using NodaTime.Text;

namespace OkrKpi.Sql.Tests;

/// <summary>A real engine, and tables in it. All SQL of the tests is such that every engine takes it.</summary>
public abstract class Engine : IAsyncDisposable
{
    private static readonly LocalDateTimePattern Timestamp = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.ffffff");

    private int tables;

    public abstract SqlDialect Dialect { get; }

    public abstract DbConnection Connection { get; }

    public async Task RunAsync(string statement)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// A new table of rows; its columns are kpi, region, at, value, weight, id, known, restates, and when it has to be hostile they have hostile names.
    /// </summary>
    public async Task<string> TableAsync(IReadOnlyList<Row> rows, SqlTime time = SqlTime.TimestampWithZone, string number = "numeric(18,4)")
    {
        var table = $"rows_{Interlocked.Increment(ref tables).ToString(CultureInfo.InvariantCulture)}";
        await RunAsync(
            $"""CREATE TABLE {table} (kpi varchar, region varchar, "at" {TypeOf(time)}, value {number}, weight {number}, id bigint, known date, restates boolean)""");
        foreach (var chunk in rows.Chunk(500))
        {
            await RunAsync($"INSERT INTO {table} VALUES {string.Join(", ", chunk.Select(row => Literal(row, time)))}");
        }

        return table;
    }

    public abstract ValueTask DisposeAsync();

    private static string TypeOf(SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => "timestamptz",
        SqlTime.TimestampInUtc => "timestamp",
        SqlTime.Date => "date",
        _ => "bigint",
    };

    private static string Literal(Row row, SqlTime time) => string.Create(
        CultureInfo.InvariantCulture,
        $"({Text(row.Kpi)}, {Text(row.Region)}, {TimeOf(row, time)}, {row.Value}, {row.Weight?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, "
        + $"{row.Id}, {Text(row.Known is { } known ? LocalDatePattern.Iso.Format(known) : null)}, {(row.Restates ? "true" : "false")})");

    private static string Text(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string TimeOf(Row row, SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => $"'{Timestamp.Format(row.At.InUtc().LocalDateTime)}+00'",
        SqlTime.TimestampInUtc => $"'{Timestamp.Format(row.At.InUtc().LocalDateTime)}'",
        SqlTime.Date => $"'{LocalDatePattern.Iso.Format(row.Date)}'",
        SqlTime.UnixTicks => row.At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
        SqlTime.UnixMicroseconds => (row.At.ToUnixTimeTicks() / 10).ToString(CultureInfo.InvariantCulture),
        SqlTime.UnixMilliseconds => row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => row.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };
}
