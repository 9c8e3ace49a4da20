using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace WebScorecard.Store;

/// <summary>Makes the tables and fills them, by one server at a time however many start at once, and also after one was killed in the middle of it.</summary>
internal static partial class DatabaseStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task PrepareAsync(this ScorecardDb db, Func<Task> fill, ILogger log) =>
        db.Database.IsSqlite() ? PrepareSqliteAsync(db, fill, log) : PreparePostgresAsync(db, fill);

    // A file that is held open is let go of with its process, however that ends. While this one holds it nobody else migrates, so a lock in the table is one
    // that was left by a server that was killed. (Migrating with the dotnet-ef tool at the same moment knows nothing of this file.)
    private static async Task PrepareSqliteAsync(ScorecardDb db, Func<Task> fill, ILogger log)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        await using var alone = await AloneAsync($"{file}.migrating", log);
        if (File.Exists(file) && await LeftLocksAsync(db) > 0)
        {
            LogLeftLock(log, file);
        }

        await db.Database.MigrateAsync();
        await fill();
    }

    // The lock EF takes in PostgreSQL ends with the first migration that is done, and another server would then begin with the second: so all of it is done
    // under a lock of our own, which goes with its connection however that ends.
    private static async Task PreparePostgresAsync(ScorecardDb db, Func<Task> fill)
    {
        await CreateAsync(db.GetService<IRelationalDatabaseCreator>());
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({7_202_611})");
        try
        {
            await db.Database.MigrateAsync();
            await fill();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({7_202_611})");
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task CreateAsync(IRelationalDatabaseCreator creator)
    {
        if (!await creator.ExistsAsync())
        {
            try
            {
                await creator.CreateAsync();
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another server that is starting was first.
            }
        }
    }

    private static async Task<FileStream> AloneAsync(string file, ILogger log)
    {
        var waited = Stopwatch.StartNew();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException refused) when (refused is not DirectoryNotFoundException && waited.Elapsed < Patience)
            {
                if (isFirst)
                {
                    LogWaiting(log, file);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static async Task<int> LeftLocksAsync(ScorecardDb db) =>
        await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync() == 0
            ? 0
            : await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");

    [LoggerMessage(LogLevel.Information, "Another server is starting on this database; waiting until it lets go of {File}.")]
    private static partial void LogWaiting(ILogger log, string file);

    [LoggerMessage(LogLevel.Warning, "An earlier start on {File} was broken off; its lock is taken away.")]
    private static partial void LogLeftLock(ILogger log, string file);
}
