using System.Data.Common;
using DuckDB.NET.Data;

namespace OkrKpi.Sql.Tests;

/// <summary>DuckDB in memory, in this process.</summary>
public sealed class DuckDbEngine : Engine
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public DuckDbEngine()
    {
        connection.Open();

        using var command = connection.CreateCommand();
        command.CommandText = "SET threads = 2";
        command.ExecuteNonQuery();
    }

    public override SqlDialect Dialect => SqlDialect.DuckDb;

    public override DbConnection Connection => connection;

    public override async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
