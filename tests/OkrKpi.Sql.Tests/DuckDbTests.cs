namespace OkrKpi.Sql.Tests;

/// <summary>DuckDB, real, in this process.</summary>
public sealed class DuckDbTests() : EngineTests(new DuckDbEngine())
{
    [Fact]
    public async Task A_file_is_a_table()
    {
        var file = Path.Combine(Path.GetTempPath(), $"okrkpi-{Guid.NewGuid():N}.parquet");
        try
        {
            var axis = ReportingCalendar.Standard.Axis(Cadence.Day, new(2026, 1, 1), new(2026, 1, 31));
            Row[] rows = [new("a", null, axis.StartInstant, 2m, 1m, 1), new("a", null, axis.StartInstant, 3m, 1m, 2)];
            await Engine.RunAsync($"COPY {await Engine.TableAsync(rows)} TO '{file}' (FORMAT parquet)");
            Assert.Equal(
                5m, (await RollupQuery.Over(axis).From(file, "kpi", "at", "value").For(SqlDialect.DuckDb).ReadExactAsync(Engine.Connection))[0, 0].Sum);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_zone_of_the_session_does_not_matter()
    {
        var axis = ReportingCalendar.Standard.In("America/New_York").Axis(Cadence.Day, new(2026, 3, 1), new(2026, 3, 31));
        Row[] rows = [.. axis.Select((day, index) => new Row("a", null, day.StartInstant, 1m, 1m, index))];
        var query = RollupQuery.Over(axis).From(await Engine.TableAsync(rows), "kpi", "at", "value").For(SqlDialect.DuckDb);
        await Engine.RunAsync("SET TimeZone = 'Pacific/Kiritimati'");
        var read = await query.ReadExactAsync(Engine.Connection);
        Assert.All(Enumerable.Range(0, axis.Count), day => Assert.Equal(1, read[0, day].Count));
    }

    [Fact]
    public async Task A_sum_of_doubles_keeps_what_a_plain_sum_loses()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Year, new(2026, 1, 1), new(2026, 1, 31));
        Row[] rows = [.. Enumerable.Range(0, 1_002).Select(id => new Row("a", null, axis.StartInstant, id == 0 ? 1e16m : id == 1_001 ? -1e16m : 1m, 1m, id))];
        var read = await RollupQuery.Over(axis)
            .From(await Engine.TableAsync(rows, number: "double precision"), "kpi", "at", "value")
            .For(SqlDialect.DuckDb)
            .ReadAsync(Engine.Connection);
        Assert.Equal(1_000d, read[0, 0].Sum);
    }

    [Fact]
    public async Task What_changes_while_it_is_read_is_refused_and_no_group_is_lost()
    {
        var axis = ReportingCalendar.Standard.Axis(Cadence.Year, new(2026, 1, 1), new(2026, 1, 31));
        await Engine.RunAsync(
            """
            CREATE VIEW restless AS
            SELECT 'a' AS kpi, TIMESTAMPTZ '2026-03-04 00:00:00+00' + to_microseconds((random() * 1e9)::BIGINT) AS "at", 7 AS value FROM range(3)
            """);
        var query = RollupQuery.Over(axis).From("restless", "kpi", "at", "value").For(SqlDialect.DuckDb);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => query.ReadAsync(Engine.Connection));
        Assert.Contains("'a'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_connection_is_opened_and_closed_again()
    {
        await using var closed = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        var axis = ReportingCalendar.Standard.Axis(Cadence.Year, new(2026, 1, 1), new(2026, 1, 31));
        var query = RollupQuery.Over(axis).From("nowhere", "kpi", "at", "value").For(SqlDialect.DuckDb);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => query.ReadAsync(closed));
        Assert.Equal(System.Data.ConnectionState.Closed, closed.State);
    }
}
