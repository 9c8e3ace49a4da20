using System.Data.Common;
using Npgsql;

namespace OkrKpi.Sql.Tests;

/// <summary>A PostgreSQL server that the environment names; each engine has a schema of its own in it.</summary>
public sealed class PostgreSqlEngine : Engine
{
    private readonly NpgsqlConnection connection;

    public PostgreSqlEngine()
    {
        var server = Environment.GetEnvironmentVariable("POSTGRESQL")
            ?? throw new InvalidOperationException("POSTGRESQL has to be the connection string of a server; .ci/checks/71-sql.sh starts one.");
        connection = new($"{server};Database=postgres;Pooling=false");
        connection.Open();
        var schema = $"s{Guid.NewGuid():N}";

        // A zone that would move everything if the statement left anything to the session.
        using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}; SET search_path = {schema}, public; SET TimeZone = 'Pacific/Kiritimati'", connection);
        command.ExecuteNonQuery();
    }

    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    public override DbConnection Connection => connection;

    public override async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
