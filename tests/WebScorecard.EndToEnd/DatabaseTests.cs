using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace WebScorecard.EndToEnd;

public sealed class DatabaseTests
{
    private const int CheckIns = 10_000;
    private const int Writers = 32;

    [Fact]
    public async Task Both_databases_tell_the_same()
    {
        var told = new List<string>();
        foreach (var kind in new[] { "SQLite", "PostgreSQL" })
        {
            using var scorecard = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase(kind));
            using var client = new HttpClient { BaseAddress = scorecard.Address };
            client.DefaultRequestHeaders.Authorization = new("Bearer", RunningScorecard.Key);
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
        var database = RunningScorecard.NewDatabase("PostgreSQL");
        using var scorecard = await RunningScorecard.StartAsync(database);
        await using var connection = new NpgsqlConnection(database);
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

        RunningScorecard[] servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunningScorecard.StartAsync(database)));
        try
        {
            using var client = new HttpClient();
            var told = await Task.WhenAll(servers.Select(each => client.GetStringAsync(new Uri(each.Address, "/api/portfolio"))));
            Assert.Single(told.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            Array.ForEach(servers, each => each.Dispose());
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Killed_at_any_moment_of_its_first_starts_the_next_one_listens_and_has_everything_once(string kind)
    {
        var database = RunningScorecard.NewDatabase(kind);
        for (var kill = 1; kill <= 4; kill++)
        {
            await RunningScorecard.StartAndKillAsync(database, TimeSpan.FromMilliseconds(Random.Shared.Next(400, 2000)));
        }

        using var scorecard = await RunningScorecard.StartAsync(database);
        using var client = new HttpClient { BaseAddress = scorecard.Address };
        using var fresh = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase(kind));
        Assert.Equal(await client.GetStringAsync(new Uri(fresh.Address, "/api/portfolio")), await client.GetStringAsync("/api/portfolio"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(await scorecard.FirstAccountAsync())).StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/api/definition", 16)]
    [InlineData("POST", "/api/kpis/meetings/measurements", 1)]
    public async Task A_body_beyond_its_megabytes_is_not_read(string method, string path, int megabytes)
    {
        using var scorecard = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase("SQLite"));
        using var client = new HttpClient { BaseAddress = scorecard.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", RunningScorecard.Key);
        using var request = new HttpRequestMessage(new(method), path) { Content = JsonContent.Create(new { note = new string('x', megabytes << 20) }) };
        request.Headers.ExpectContinue = true;
        var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Ten_thousand_check_ins_at_once_are_all_kept_once_though_the_server_is_killed_in_the_middle(string kind)
    {
        var database = RunningScorecard.NewDatabase(kind);
        var scorecard = await RunningScorecard.StartAsync(database);
        try
        {
            var address = scorecard.Address;
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Writers })
            {
                BaseAddress = address,
                Timeout = TimeSpan.FromSeconds(60)
            };
            client.DefaultRequestHeaders.Authorization = new("Bearer", RunningScorecard.Key);
            string[] histories =
            [
                .. JsonNode.Parse(await client.GetStringAsync("/api/definition"))!["objectives"]!.AsArray().SelectMany(
                    objective => objective!["keyResults"]!.AsArray().Where(keyResult => (string?)keyResult!["goal"]!["kind"] == "fromTo"),
                    (objective, keyResult) => $"/api/objectives/{objective!["id"]}/key-results/{keyResult!["id"]}/check-ins"),
            ];
            int next = 0, accepted = 0, refused = 0, cutOff = 0;
            var killing = new TaskCompletionSource();
            var latest = new ConcurrentDictionary<string, EntityTagHeaderValue>();

            await Task.WhenAll([.. Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync)), Task.Run(KillAndRestartAsync)]);

            var kept = new List<int>();
            foreach (var history in histories)
            {
                var entries = JsonNode.Parse(await client.GetStringAsync(history))!.AsArray();
                kept.AddRange(entries.Select(entry => (string?)entry!["note"]).OfType<string>().Where(note => note[0] == '#').Select(note => int.Parse(
                    note[1..], CultureInfo.InvariantCulture)));
            }

            Assert.Equal(Enumerable.Range(0, CheckIns), kept.Order());
            Assert.True(cutOff > 0, "the kill hit no request");
            Console.WriteLine(
                $"{kind}: {CheckIns} check-ins by {Writers} writers, {refused} refused as out of date and sent again, {cutOff} cut off by the kill and "
                + $"sent again");

            async Task WriteAsync()
            {
                while (Interlocked.Increment(ref next) - 1 is var number && number < CheckIns)
                {
                    // Every tenth check-in insists on having seen the latest one.
                    var history = histories[number % histories.Length];
                    while (!await TryAsync(history, number, number % 10 == 0 ? latest : null))
                    {
                    }

                    if (Interlocked.Increment(ref accepted) == CheckIns / 2)
                    {
                        killing.SetResult();
                    }
                }
            }

            async Task<bool> TryAsync(string history, int number, ConcurrentDictionary<string, EntityTagHeaderValue>? seen)
            {
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, history)
                    {
                        Content = JsonContent.Create(new { date = "2026-08-15", value = number, note = $"#{number}" }),
                        Headers = { { "Idempotency-Key", $"check-in {number}" } },
                    };
                    if (seen is not null)
                    {
                        request.Headers.IfMatch.Add(seen.GetValueOrDefault(history) ?? new("\"0\""));
                    }

                    using var response = await client.SendAsync(request);
                    if (seen is not null)
                    {
                        seen[history] = response.Headers.ETag!;
                    }

                    if (response.StatusCode == HttpStatusCode.PreconditionFailed)
                    {
                        Interlocked.Increment(ref refused);
                        return false;
                    }

                    Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}\n{scorecard.Output}");
                    return true;
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref cutOff);
                    await Task.Delay(100);
                    return false;
                }
            }

            async Task KillAndRestartAsync()
            {
                await killing.Task;
                scorecard.Kill();
                scorecard = await RunningScorecard.StartAsync(database, address.ToString().TrimEnd('/'));
            }
        }
        finally
        {
            scorecard.Dispose();
        }
    }
}
