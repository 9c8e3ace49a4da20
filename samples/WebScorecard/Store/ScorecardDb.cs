using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace WebScorecard.Store;

/// <summary>The tables, all of them histories. Nothing in them is ever changed or deleted; the migrations also make the database refuse it.</summary>
internal abstract class ScorecardDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<DefinitionEntry> Definitions => Set<DefinitionEntry>();

    public DbSet<TargetEntry> Targets => Set<TargetEntry>();

    public DbSet<MeasurementEntry> Measurements => Set<MeasurementEntry>();

    public DbSet<CheckInEntry> CheckIns => Set<CheckInEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DefinitionEntry>().HasKey(entry => entry.Number);
        modelBuilder.Entity<DefinitionEntry>().HasIndex(entry => entry.RequestId).IsUnique();

        modelBuilder.Entity<TargetEntry>().HasKey(entry => new { entry.Kpi, entry.Number });
        modelBuilder.Entity<TargetEntry>().HasIndex(entry => new { entry.Kpi, entry.RequestId }).IsUnique();

        modelBuilder.Entity<MeasurementEntry>().HasKey(entry => new { entry.Kpi, entry.Number });
        modelBuilder.Entity<MeasurementEntry>().HasIndex(entry => new { entry.Kpi, entry.RequestId }).IsUnique();
        // As text, because PostgreSQL would round an instant to the microsecond.
        modelBuilder.Entity<MeasurementEntry>().ComplexProperty(entry => entry.Record).Property(record => record.At).HasConversion<string>();

        modelBuilder.Entity<CheckInEntry>().HasKey(entry => new { entry.Objective, entry.KeyResult, entry.Number });
        modelBuilder.Entity<CheckInEntry>().HasIndex(entry => new { entry.Objective, entry.KeyResult, entry.RequestId }).IsUnique();

        // By its name, so that a word that is new among the others changes nothing that is stored.
        modelBuilder.Entity<CheckInEntry>().ComplexProperty(entry => entry.Record).Property(record => record.Status).HasConversion<string>();

        foreach (var entry in modelBuilder.Model.GetEntityTypes())
        {
            // The number comes from the history, not from the database.
            entry.GetProperty(nameof(DefinitionEntry.Number)).ValueGenerated = ValueGenerated.Never;
            foreach (var column in entry.GetComplexProperties().SelectMany(record => record.ComplexType.GetProperties()))
            {
                column.SetColumnName(column.Name);
            }
        }
    }
}

/// <summary>The tables in a SQLite file: nothing to install.</summary>
internal sealed class SqliteScorecardDb(DbContextOptions<SqliteScorecardDb> options) : ScorecardDb(options)
{
    // SQLite has no decimal. As text an amount comes back as it was written; the provider's own text would turn 10 into 10.0.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<decimal>().HaveConversion<string>();
}

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgresScorecardDb(DbContextOptions<PostgresScorecardDb> options) : ScorecardDb(options);

internal static class ScorecardDatabase
{
    /// <summary>A connection string that names a host is one of PostgreSQL, any other one of SQLite.</summary>
    public static IServiceCollection AddScorecardDb(this IServiceCollection services, string connection) =>
        new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Host")
            ? services.AddDbContext<ScorecardDb, PostgresScorecardDb>(options => options.UseNpgsql(connection).WithQuietConflicts())
            : services.AddDbContext<ScorecardDb, SqliteScorecardDb>(options => options.UseSqlite(connection).WithQuietConflicts());

    // Two writers who pick the same number are nothing to wake anybody for. A real failure is thrown, and logged where it is caught.
    private static void WithQuietConflicts(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(events => events.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
