using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace WebScorecard.EndToEnd;

public sealed class DatabaseTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Both_databases_tell_the_same()
    {
        var told = new List<string>();
        foreach (var server in new[] { servers.OnSqlite, servers.OnPostgres })
        {
            using var client = server.Writer();
            await client.PostAsJsonAsync(
                "/api/objectives/O4/key-results/O4-KR4/check-ins", new { date = "2026-08-15", value = 0.12345678901234567890m, note = "chạy tốt" });
            await client.PostAsJsonAsync("/api/kpis/K42-daily-active-users/measurements", new { at = "2026-08-15T10:00:00.1234567+07:00", value = 12.50m });
            told.Add(await client.GetStringAsync("/api/portfolio") + await client.GetStringAsync("/api/review?asOf=2026-08-15"));
        }

        Assert.Equal(told[0], told[1]);
        Assert.Contains("0.1234567890123456789", told[1], StringComparison.Ordinal);
        Assert.Contains("12.50", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_itself_refuses_to_rewrite_history()
    {
        await using var connection = new NpgsqlConnection(servers.OnPostgres.Connection);
        await connection.OpenAsync();
        foreach (var sql in new[] { """UPDATE "{0}" SET "RecordedAt" = now()""", """DELETE FROM "{0}" """, """TRUNCATE "{0}" """ })
        {
            foreach (var table in new[] { "CheckIns", "Definitions", "Measurements", "Targets" })
            {
                await using var command = new NpgsqlCommand(sql.Replace("{0}", table, StringComparison.Ordinal), connection);
                Assert.Contains(
                    "only grows", (await Assert.ThrowsAsync<PostgresException>(command.ExecuteNonQueryAsync)).MessageText, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("an empty database is there")]
    [InlineData("no database is there")]
    public async Task Three_servers_started_at_once_share_what_they_make(string when)
    {
        var database = RunningScorecard.NewDatabase("PostgreSQL");
        if (when == "an empty database is there")
        {
            await using var server = new NpgsqlConnection(RunningScorecard.Setting("POSTGRESQL") + ";Database=postgres");
            await server.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}", server);
            await create.ExecuteNonQueryAsync();
        }

        RunningScorecard[] three = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunningScorecard.StartAsync(database)));
        try
        {
            using var client = new HttpClient();
            var told = await Task.WhenAll(three.Select(each => client.GetStringAsync(new Uri(each.Address, "/api/portfolio"))));
            Assert.Single(told.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            Array.ForEach(three, each => each.Dispose());
        }
    }

    [Theory]
    [InlineData("PUT", "/api/definition", 16)]
    [InlineData("POST", "/api/kpis/meetings/measurements", 1)]
    public async Task A_body_beyond_its_megabytes_is_not_read(string method, string path, int megabytes)
    {
        using var client = servers.OnSqlite.Writer();
        using var request = new HttpRequestMessage(new(method), path) { Content = JsonContent.Create(new { note = new string('x', megabytes << 20) }) };
        request.Headers.ExpectContinue = true;
        var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
    }
}
