namespace WebScorecard.EndToEnd;

/// <summary>The sample on each database, for the tests that kill nothing.</summary>
public sealed class Servers : IAsyncLifetime
{
    internal RunningScorecard OnSqlite { get; private set; } = null!;

    internal RunningScorecard OnPostgres { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        OnSqlite = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase("SQLite"));
        OnPostgres = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase("PostgreSQL"));
    }

    public Task DisposeAsync()
    {
        OnSqlite.Dispose();
        OnPostgres.Dispose();
        return Task.CompletedTask;
    }
}
