using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace Cluster.EndToEnd;

/// <summary>The customers: each sends a request to any gateway, and again to another when that one is lost.</summary>
internal sealed class Tenants(IReadOnlyList<Silo> silos, HttpClient client)
{
    private const int AtOnce = 20;

    private static readonly Kpi Rating = Kpi.Define("rating", "Rating of the support", Unit.RatingOutOf(5), Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Average).WithTarget(4.5m, from: new LocalDate(2026, 1, 1));

    private static readonly string Document = PortfolioJson.Write(Portfolio.Of(
        [
            Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter)
                .Every(Cadence.Quarter, Aggregation.Sum).WithTarget(100, from: new LocalDate(2026, 1, 1)),
            Rating,
        ],
        [
            Objective.Define("engage", "Raise engagement", Cycle.Quarter(2026, 3)).Addressing(Rating)
                .With(KeyResult.Define("count", "Calls made", Unit.Count("call"), Goal.FromTo(0, 1_000))),
        ],
        [
            MeasurementSeries.Of("meetings", Measurement.On(new LocalDate(2026, 3, 31), 92)),
            MeasurementSeries.Of("rating", Measurement.On(new LocalDate(2026, 6, 30), 4.2m)),
        ]));

    private readonly ConcurrentDictionary<string, string> keys = new();
    private readonly ConcurrentDictionary<string, List<string>> written = new();
    private int turn;

    public static string Name(int index) => $"org-{index}";

    public Task FoundAsync(int count) => EachAsync(count, async index =>
    {
        var path = $"/organisations/{Name(index)}?industry=industry-{index % 3}";
        var answer = await SendAsync(HttpMethod.Put, path, Silo.OperatorKey, Document, null);
        keys[Name(index)] = JsonNode.Parse(answer)!["key"]!.GetValue<string>();
        written[Name(index)] = [];
    });

    /// <summary>Sends check-ins to all in turn until as many are sent and nothing else goes on; says how long each took.</summary>
    public async Task<TimeSpan[]> CheckInAsync(int count, Task meanwhile)
    {
        var took = new ConcurrentBag<TimeSpan>();
        var organisations = keys.Count;
        for (var round = 0; round * organisations < count || !meanwhile.IsCompleted; round++)
        {
            await EachAsync(Math.Min(organisations, Math.Max(AtOnce, count - (round * organisations))), async index =>
            {
                var org = Name(index);
                var mine = written[org];
                var key = Guid.NewGuid().ToString();
                var line = new JsonObject
                {
                    ["objective"] = "engage",
                    ["keyResult"] = "count",
                    ["date"] = "2026-08-01",
                    ["value"] = mine.Count,
                    ["note"] = key,
                };
                var clock = Stopwatch.StartNew();
                await SendAsync(HttpMethod.Post, $"/organisations/{org}/check-ins", keys[org], line.ToJsonString(), key);
                took.Add(clock.Elapsed);
                mine.Add(key);
            });
            if (round * organisations >= count)
            {
                // Only so that there is always something on its way.
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }

        await meanwhile;
        return [.. took.Order()];
    }

    /// <summary>Whether every check-in that was answered for is there once, in its order, and no other.</summary>
    public Task NothingIsLostOrDoubledAsync() => EachAsync(keys.Count, async index =>
    {
        var org = Name(index);
        var portfolio = PortfolioJson.Read(await SendAsync(HttpMethod.Get, $"/organisations/{org}/portfolio", keys[org], null, null));
        Assert.Equal(written[org], portfolio.Objective("engage").KeyResults[0].CheckIns.Select(checkIn => checkIn.Note));
    });

    /// <summary>Asks every organisation for its review; says how long each took.</summary>
    public async Task<TimeSpan[]> ReviewAsync(int day)
    {
        var took = new ConcurrentBag<TimeSpan>();
        await EachAsync(keys.Count, async index =>
        {
            var clock = Stopwatch.StartNew();
            await SendAsync(HttpMethod.Get, $"/organisations/{Name(index)}/review?asOf=2026-08-{day:00}", keys[Name(index)], null, null);
            took.Add(clock.Elapsed);
        });
        return [.. took.Order()];
    }

    public async Task<JsonArray> ReportAsync() => JsonNode.Parse(
        await SendAsync(HttpMethod.Get, "/report?asOf=2026-08-15", Silo.OperatorKey, null, null))!.AsArray();

    public int Written => written.Values.Sum(each => each.Count);

    private static Task EachAsync(int count, Func<int, Task> act) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, _) => await act(index));

    private async Task<string> SendAsync(HttpMethod method, string path, string key, string? body, string? idempotencyKey)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var silo = silos[(int)((uint)Interlocked.Increment(ref turn) % silos.Count)];
            using var request = new HttpRequestMessage(method, new Uri(silo.Address, path)) { Content = body is null ? null : new StringContent(body) };
            request.Headers.Authorization = new("Bearer", key);
            if (idempotencyKey is not null)
            {
                request.Headers.Add("Idempotency-Key", idempotencyKey);
            }

            try
            {
                using var answer = await client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return text;
                }

                Assert.True(
                    answer.StatusCode >= HttpStatusCode.InternalServerError,
                    string.Create(CultureInfo.InvariantCulture, $"{method} {path}: {(int)answer.StatusCode} {text}"));
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
            }

            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(120), $"No gateway answered {method} {path} in two minutes.");
            await Task.Delay(50);
        }
    }
}
