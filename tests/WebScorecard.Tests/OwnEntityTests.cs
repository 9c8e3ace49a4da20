using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace WebScorecard.Tests;

/// <summary>How a host keeps the library's values in entities of its own, and takes its ids from routes: no adapter, no model binder, no base class.</summary>
public sealed class OwnEntityTests
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().AddOkrKpi();

    private static readonly Kpi Meetings = Kpi
        .Define("cafe\u0301", "Meetings", Unit.Count("meeting"), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Sum)
        .OwnedBy("Success").WithTarget(100m, from: new LocalDate(2026, 1, 1));

    [Fact]
    public async Task An_edited_KPI_of_a_tenant_is_kept_in_a_row_of_the_host_and_found_by_its_id()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<TenantDb>().UseSqlite(connection).Options;
        await using (var db = new TenantDb(options))
        {
            await db.Database.EnsureCreatedAsync();
            db.Add(new TenantKpi { Tenant = "a", Id = Meetings.Id, Kpi = Meetings });
            db.Add(new TenantKpi { Tenant = "b", Id = Meetings.Id, Kpi = Meetings.Renamed("Visits") });
            await db.SaveChangesAsync();
        }

        await using (var db = new TenantDb(options))
        {
            var row = await db.Kpis.SingleAsync(each => each.Tenant == "a" && each.Id == KpiId.Of("caf\u00E9"));
            row.Kpi = row.Kpi.Renamed("Meetings held").WithoutOwner();
            await db.SaveChangesAsync();
        }

        await using (var db = new TenantDb(options))
        {
            var rows = await db.Kpis.OrderBy(each => each.Tenant).ToListAsync();
            Assert.Equal(["Meetings held", "Visits"], rows.Select(each => each.Kpi.Name));
            Assert.Null(rows[0].Kpi.Owner);
            Assert.Equal(Meetings.Targets.Decisions, rows[0].Kpi.Targets.Decisions);
        }
    }

    [Fact]
    public async Task Ids_bind_from_routes_and_queries_and_a_wrong_one_is_a_bad_request()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.AddOkrKpi());
        await using var app = builder.Build();
        var portfolio = Portfolio.Of([Meetings], [], []);
        app.MapGet("/kpis/{id}", (KpiId id) => portfolio.TryKpi(id, out var kpi) ? Results.Ok(kpi) : Results.NotFound());
        app.MapGet("/objectives", (ObjectiveId? of) => of?.Value ?? "all");
        app.MapPost("/kpis/{id}/measurements", (KpiId id, Measurement[] rows) =>
        {
            var faults = portfolio.Kpi(id).Check(rows).ToDictionary(fault => $"rows[{fault.Index}]", fault => new[] { fault.Sentence });
            if (faults.Count > 0)
            {
                return Results.ValidationProblem(faults);
            }

            portfolio = portfolio.Measured(id, SameKey.Ignore, rows);
            return Results.Ok(portfolio.MeasurementsOf(id).Measurements.Count);
        });
        await app.StartAsync();
        var client = app.GetTestClient();

        var found = await client.GetFromJsonAsync<Kpi>("/kpis/cafe%CC%81", Json);
        Assert.Equal("Meetings", found!.Name);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/kpis/other")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/kpis/a%E2%80%AEb")).StatusCode);
        Assert.Equal("o1", await client.GetStringAsync("/objectives?of=o1"));

        Measurement[] rows =
        [
            Measurement.On(new(2026, 7, 1), 1m).Keyed("1"), Measurement.On(new(2026, 7, 2), 1m).OutOf(2m), Measurement.On(new(2026, 7, 3), 1m).Keyed("1")
        ];
        var refused = await client.PostAsJsonAsync("/kpis/caf%C3%A9/measurements", rows, Json);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["rows[1]", "rows[2]"], problem.GetProperty("errors").EnumerateObject().Select(each => each.Name));
        for (var again = 0; again < 2; again++)
        {
            var taken = await client.PostAsJsonAsync("/kpis/caf%C3%A9/measurements", rows[..1], Json);
            Assert.Equal(1, await taken.Content.ReadFromJsonAsync<int>());
        }
    }

    /// <summary>A row of the host: its tenant, the library's id as the key it is found by, and the KPI as it stands in a document.</summary>
    private sealed class TenantKpi
    {
        public required string Tenant { get; init; }

        public required KpiId Id { get; init; }

        public required Kpi Kpi { get; set; }
    }

    private sealed class TenantDb(DbContextOptions<TenantDb> options) : DbContext(options)
    {
        internal DbSet<TenantKpi> Kpis => Set<TenantKpi>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            var row = modelBuilder.Entity<TenantKpi>();
            row.HasKey(each => new { each.Tenant, each.Id });
            row.Property(each => each.Id).HasConversion(id => id.Value, text => KpiId.Of(text)).HasMaxLength(200);
            row.Property(each => each.Kpi).HasConversion(kpi => JsonSerializer.Serialize(kpi, Json), text => JsonSerializer.Deserialize<Kpi>(text, Json)!);
        }
    }
}
