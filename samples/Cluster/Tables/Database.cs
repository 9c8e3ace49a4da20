using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cluster.Tables;

/// <summary>Where everything is kept: in PostgreSQL when the connection string names a host, otherwise in a SQLite file.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly string connection;

    public Database(string connection)
    {
        IsShared = new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Host");

        // What stands later counts: a user's own settings. Many silos share the server's connections, and a write that hangs is better tried again.
        this.connection = IsShared ? $"Maximum Pool Size=20;Timeout=5;Command Timeout=5;{connection}" : connection;
        Source = IsShared ? NpgsqlDataSource.Create(this.connection) : SqliteFactory.Instance.CreateDataSource(connection);
    }

    /// <summary>Whether other silos can use it too.</summary>
    public bool IsShared { get; }

    public DbDataSource Source { get; }

    /// <summary>The connection string for Orleans, whose tables stand in a schema of their own.</summary>
    public string ForOrleans => $"{connection};Search Path=orleans";

    /// <summary>Makes the tables that are not there yet, by one silo at a time however many start at once.</summary>
    public async Task PrepareAsync()
    {
        await using var open = await Source.OpenConnectionAsync();
        if (IsShared)
        {
            await using var transaction = await open.BeginTransactionAsync();
            await ExecuteAsync(open, "select pg_advisory_xact_lock(7202612)");
            await ExecuteAsync(open, Script("Tenants.sql"));
            await ExecuteAsync(open, Script("Orleans.sql"));
            await transaction.CommitAsync();
        }
        else
        {
            await ExecuteAsync(open, "pragma journal_mode = wal");
            await ExecuteAsync(open, Script("Tenants.sql"));
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static async Task ExecuteAsync(DbConnection open, string sql)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
