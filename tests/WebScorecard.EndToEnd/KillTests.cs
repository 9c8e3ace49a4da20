using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WebScorecard.EndToEnd;

/// <summary>
/// The server killed as a power cut does it (<c>kill -9</c>), at random. The seed is told; give it as KILL_SEED to have the same moments again.
/// </summary>
public sealed class KillTests
{
    private const int CheckIns = 10_000;
    private const int Kills = 10;
    private const int KillsWhileStarting = 4;

    private static readonly Lazy<Task<string>> Untouched = new(async () =>
    {
        using var fresh = await RunningScorecard.StartAsync(RunningScorecard.NewDatabase("SQLite"));
        return await PortfolioAsync(fresh);
    });

    private readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("KILL_SEED"), CultureInfo.InvariantCulture, out var given)
        ? given : Random.Shared.Next();

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Killed_at_any_moment_of_its_first_starts_the_next_one_listens_and_has_everything_once(string kind)
    {
        var database = RunningScorecard.NewDatabase(kind);
        var random = new Random(seed);
        var moments = Enumerable.Range(0, 4).Select(_ => random.Next(400, 2000)).ToArray();
        Console.WriteLine($"{kind}, seed {seed}: the first starts are killed after {string.Join(", ", moments)} ms");
        foreach (var moment in moments)
        {
            await RunningScorecard.StartAndKillAsync(database, TimeSpan.FromMilliseconds(moment));
        }

        using var scorecard = await RunningScorecard.StartAsync(database);
        using var client = new HttpClient { BaseAddress = scorecard.Address };
        Assert.Equal(await Untouched.Value, await PortfolioAsync(scorecard));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(await scorecard.FirstAccountAsync())).StatusCode);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Ten_thousand_check_ins_at_once_are_all_kept_once_though_the_server_is_killed_ten_times_also_while_it_starts(string kind)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(0, Kills - KillsWhileStarting).Select(_ => random.Next(1, CheckIns)).Order().ToArray();
        var starts = moments.Select((_, index) => index < KillsWhileStarting ? random.Next(50, 1500) : (int?)null).ToArray();
        random.Shuffle(starts);
        var plan = moments.Zip(starts, (moment, start) => start is null ? $"{moment}" : $"{moment} (and {start} ms into the start after it)");
        Console.WriteLine($"{kind}, seed {seed}: killed when so many check-ins are in: {string.Join(", ", plan)}");

        var database = RunningScorecard.NewDatabase(kind);
        var scorecard = await RunningScorecard.StartAsync(database);
        try
        {
            using var client = scorecard.Writer();
            string[] histories =
            [
                .. JsonNode.Parse(await client.GetStringAsync("/api/definition"))!["objectives"]!.AsArray().SelectMany(
                    objective => objective!["keyResults"]!.AsArray().Where(keyResult => (string?)keyResult!["goal"]!["kind"] == "fromTo"),
                    (objective, keyResult) => $"/api/objectives/{objective!["id"]}/key-results/{keyResult!["id"]}/check-ins"),
            ];
            int next = 0, accepted = 0, refused = 0, cutOff = 0;
            var latest = new ConcurrentDictionary<string, EntityTagHeaderValue>();
            var listening = Task.CompletedTask;

            var writing = Task.WhenAll(Enumerable.Range(0, RunningScorecard.Writers).Select(_ => Task.Run(WriteAsync)));
            await KillAsync();
            await writing;

            var kept = new List<int>();
            foreach (var history in histories)
            {
                var entries = JsonNode.Parse(await client.GetStringAsync(history))!.AsArray();
                kept.AddRange(entries.Select(entry => (string?)entry!["note"]).OfType<string>().Where(note => note[0] == '#').Select(note => int.Parse(
                    note[1..], CultureInfo.InvariantCulture)));
            }

            Assert.Equal(Enumerable.Range(0, CheckIns), kept.Order());
            Assert.True(cutOff > 0, $"no kill hit a request, seed {seed}");
            Assert.True(refused > 0, $"nobody was refused as out of date, seed {seed}");
            Console.WriteLine(
                $"{kind}: {CheckIns} check-ins by {RunningScorecard.Writers} writers, {Kills} kills, {refused} refused as out of date and sent again, "
                + $"{cutOff} cut off by a kill and sent again");

            async Task KillAsync()
            {
                var address = scorecard.Address.ToString().TrimEnd('/');
                foreach (var (moment, start) in moments.Zip(starts))
                {
                    while (Volatile.Read(ref accepted) < moment && !writing.IsCompleted)
                    {
                        await Task.Delay(5);
                    }

                    var killing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    listening = killing.Task;
                    scorecard.Kill();
                    try
                    {
                        if (start is { } milliseconds)
                        {
                            await RunningScorecard.StartAndKillAsync(database, TimeSpan.FromMilliseconds(milliseconds), address);
                        }

                        scorecard = await RunningScorecard.StartAsync(database, address);
                        killing.SetResult();
                    }
                    catch (Exception failed)
                    {
                        // So that the writers do not wait for ever.
                        killing.SetException(failed);
                        throw;
                    }
                }
            }

            async Task WriteAsync()
            {
                while (Interlocked.Increment(ref next) - 1 is var number && number < CheckIns)
                {
                    // Every two-hundredth check-in insists on having seen the latest one, which where so many write takes it many tries.
                    var history = histories[number % histories.Length];
                    while (!await TryAsync(history, number, number % 200 == 0 ? latest : null))
                    {
                    }

                    Interlocked.Increment(ref accepted);
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

                    Assert.True(
                        response.IsSuccessStatusCode,
                        $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}, seed {seed}\n{scorecard.Output}");
                    return true;
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref cutOff);
                    await Task.Delay(5);
                    await listening;
                    return false;
                }
            }
        }
        finally
        {
            scorecard.Dispose();
        }
    }

    private static async Task<string> PortfolioAsync(RunningScorecard scorecard)
    {
        using var client = new HttpClient { BaseAddress = scorecard.Address };
        return await client.GetStringAsync("/api/portfolio");
    }
}
