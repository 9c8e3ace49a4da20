using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WebScorecard.People;

namespace WebScorecard.Store;

/// <summary>
/// The tables: histories, in which nothing is ever changed or deleted (the migrations also make the database refuse it), and the accounts of ASP.NET Core
/// Identity, at its default schema: another one would be in the model of a run and not in that of the migrations, which PostgreSQL refuses.
/// </summary>
internal abstract class ScorecardDb(DbContextOptions options, Func<Who> who) : IdentityUserContext<Account>(options)
{
    public DbSet<DefinitionEntry> Definitions => Set<DefinitionEntry>();

    public DbSet<TargetEntry> Targets => Set<TargetEntry>();

    public DbSet<MeasurementEntry> Measurements => Set<MeasurementEntry>();

    public DbSet<CheckInEntry> CheckIns => Set<CheckInEntry>();

    // Here, so that no way to write an entry can forget it; and not asked before, because to find out who it is takes the accounts in these tables.
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var added in ChangeTracker.Entries<Entry>().Where(each => each.State == EntityState.Added))
        {
            added.Entity.By = who().Name;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Account>().Property(account => account.Role).HasConversion<string>();

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

        foreach (var entry in modelBuilder.Model.GetEntityTypes().Where(each => each.ClrType.IsAssignableTo(typeof(Entry))))
        {
            // The number comes from the history, not from the database.
            entry.GetProperty(nameof(DefinitionEntry.Number)).ValueGenerated = ValueGenerated.Never;
            entry.AddIndex(entry.GetProperty(nameof(DefinitionEntry.RecordedAt)));
            foreach (var column in entry.GetComplexProperties().SelectMany(record => record.ComplexType.GetProperties()))
            {
                column.SetColumnName(column.Name);
            }
        }
    }
}

/// <summary>The tables in a SQLite file: nothing to install.</summary>
internal sealed class SqliteScorecardDb(DbContextOptions<SqliteScorecardDb> options, Func<Who> who) : ScorecardDb(options, who)
{
    // SQLite has no decimal. As text an amount comes back as it was written; the provider's own text would turn 10 into 10.0. Nor has it instants: as our own
    // text, which reads like the provider's but is of one length and in UTC, they can be put in order.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants>();
    }

    private sealed class Instants() : ValueConverter<DateTimeOffset, string>(
        instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff+00:00", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
}

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgresScorecardDb(DbContextOptions<PostgresScorecardDb> options, Func<Who> who) : ScorecardDb(options, who);

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
