using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace WebScorecard.Tests;

/// <summary>What writing does. Each test has a database of its own.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_check_in_moves_the_score_from_its_date_on_and_leaves_the_past_alone()
    {
        var client = app.Writer();
        var before = await client.ReviewedAsync("objectives", "id", "O4");
        var past = await client.GetStringAsync("/api/review?asOf=2026-08-14");

        var response = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1.0, confidence = 0.9, note = "a second shift" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var after = await client.ReviewedAsync("objectives", "id", "O4");
        Assert.True((decimal)after["score"]! > (decimal)before["score"]!);
        Assert.Equal(past, await client.GetStringAsync("/api/review?asOf=2026-08-14"));
    }

    [Fact]
    public async Task A_measured_value_changes_the_need()
    {
        var client = app.Writer();
        Assert.Equal("cannotTell", (string?)(await client.ReviewedAsync("needs", "kpi", "K32-arpu"))["state"]);

        await client.PostAsync("/api/kpis/K32-arpu/measurements", new { date = "2026-07-31", value = 1_400_000, denominator = 1000 });

        Assert.Equal("needed", (string?)(await client.ReviewedAsync("needs", "kpi", "K32-arpu"))["state"]);
    }

    [Fact]
    public async Task A_measured_value_that_is_withdrawn_comes_back_as_withdrawn_and_leaves_the_past_alone()
    {
        var client = app.Writer();
        const string Arpu = "/api/kpis/K32-arpu/measurements";
        await client.PostAsync(Arpu, new { date = "2026-07-31", value = 1_400_000, denominator = 1000, key = "july" });
        var withdrawal = await client.PostAsync(
            Arpu, new { date = "2026-07-31", value = 1_400_000, denominator = 1000, key = "july", knownOn = "2026-08-12", withdraws = true });

        Assert.Equal(HttpStatusCode.Created, withdrawal.StatusCode);
        Assert.Equal("needed", (string?)(await client.ReviewedAsync("needs", "kpi", "K32-arpu", "2026-08-11"))["state"]);
        Assert.Equal("cannotTell", (string?)(await client.ReviewedAsync("needs", "kpi", "K32-arpu", "2026-08-12"))["state"]);
        var rows = JsonNode.Parse(await client.GetStringAsync(Arpu))!.AsArray();
        Assert.Equal((true, "july"), ((bool)rows[^1]!["withdraws"]!, (string?)rows[^1]!["key"]));
    }

    [Fact]
    public async Task A_check_in_that_is_withdrawn_counts_until_that_day_and_a_stated_status_is_kept()
    {
        var client = app.Writer();
        var before = await client.ReviewedAsync("objectives", "id", "O4");
        await client.PostAsync(
            Requests.ResponseTime, new { date = "2026-08-14", value = 1.0, status = "Blocked", withdrawnOn = "2026-08-15" });

        Assert.Equal((decimal)before["score"]!, (decimal)(await client.ReviewedAsync("objectives", "id", "O4"))["score"]!);
        var then = (await client.ReviewedAsync("objectives", "id", "O4", "2026-08-14"))["keyResults"]!.AsArray();
        Assert.Contains(then, each => (string?)each!["stated"] == "blocked");
    }

    [Fact]
    public async Task A_strict_target_is_kept_as_one()
    {
        var client = app.Writer();
        var response = await client.PostAsync("/api/kpis/K01-revenue/targets", new { from = "2026-09-01", decidedOn = "2026-08-10", above = 150000 });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var need = await client.ReviewedAsync("needs", "kpi", "K01-revenue", "2026-08-10");
        Assert.Equal("""{"above":150000}""", need["reasons"]![0]!["now"]!.ToJsonString());
    }

    [Fact]
    public async Task A_raised_target_makes_a_need_from_the_day_it_is_decided()
    {
        var client = app.Writer();
        var response = await client.PostAsync(
            "/api/kpis/K01-revenue/targets", new { from = "2026-09-01", decidedOn = "2026-08-10", value = 150000, because = "a second market" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("notNeeded", (string?)(await client.ReviewedAsync("needs", "kpi", "K01-revenue", "2026-08-09"))["state"]);
        var need = await client.ReviewedAsync("needs", "kpi", "K01-revenue", "2026-08-10");
        Assert.Equal("needed", (string?)need["state"]);
        Assert.Equal("targetRaised", (string?)need["reasons"]![0]!["kind"]);
    }

    [Fact]
    public async Task A_writer_who_has_not_seen_the_latest_entry_is_refused_and_loses_nothing()
    {
        var client = app.Writer();
        var tag = (await client.GetAsync(Requests.ResponseTime)).Headers.ETag!.Tag;
        var first = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3.5 }, tag);
        var second = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 2.5 }, tag);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);

        var again = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 2.5 }, second.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal([3.5m, 2.5m], (await client.GetJsonAsync(Requests.ResponseTime)).AsArray().TakeLast(2).Select(each => (decimal)each!["value"]!));
    }

    [Fact]
    public async Task Fifty_writers_at_once_all_get_their_check_in_in()
    {
        var client = app.Writer();
        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(index =>
            client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3, note = $"writer {index}" })));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        var notes = (await client.GetJsonAsync(Requests.ResponseTime)).AsArray().Select(each => (string?)each!["note"]).OfType<string>();
        Assert.Equal(Enumerable.Range(0, 50).Select(index => $"writer {index}").Order(StringComparer.Ordinal), notes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_sent_twice_with_one_idempotency_key_is_stored_once()
    {
        var client = app.Writer();
        var count = (await client.GetJsonAsync(Requests.ResponseTime)).AsArray().Count;
        var first = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3 }, idempotencyKey: "friday");
        var second = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3 }, idempotencyKey: "friday");

        var other = await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 4 }, idempotencyKey: "friday");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode, other.StatusCode));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(count + 1, (await client.GetJsonAsync(Requests.ResponseTime)).AsArray().Count);
    }

    [Fact]
    public async Task A_next_definition_may_add_an_objective_which_then_covers_the_need()
    {
        var client = app.Writer();
        var current = await client.GetAsync("/api/definition");
        var definition = JsonNode.Parse(await current.Content.ReadAsStringAsync())!;
        definition["objectives"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"O5","title":"Keep the customers we win","owner":"Customer Success","cycle":{"start":"2026-07-01","end":"2026-09-30"},"addresses":["K31-churn"],
             "keyResults":[{"id":"O5-KR1","name":"Customers called in their first month","unit":{"kind":"percent"},"goal":{"kind":"fromTo","start":20,"target":80}}]}
            """));
        var response = await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()), current.Headers.ETag!.Tag);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("covered", (string?)(await client.ReviewedAsync("needs", "kpi", "K31-churn"))["state"]);
        Assert.Equal(
            HttpStatusCode.Created,
            (await client.PostAsync("/api/objectives/O5/key-results/O5-KR1/check-ins", new { date = "2026-08-15", value = 35 })).StatusCode);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()), current.Headers.ETag!.Tag)).StatusCode);
    }

    [Fact]
    public async Task A_score_set_by_hand_and_a_key_result_that_is_postponed_are_told_on_the_page_of_their_objective()
    {
        var client = app.Writer();
        var current = await client.GetAsync("/api/definition");
        var definition = JsonNode.Parse(await current.Content.ReadAsStringAsync())!;
        definition["objectives"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"O6","title":"Sell in the south","cycle":{"start":"2026-07-01","end":"2026-09-30"},
             "keyResults":[
               {"id":"O6-KR1","name":"First office","unit":{"kind":"percent"},"goal":{"kind":"fromTo","start":0,"target":100},
                "override":{"score":0.63,"reason":"the lease is signed","on":"2026-08-01"}},
               {"id":"O6-KR2","name":"Second office","unit":{"kind":"percent"},"goal":{"kind":"fromTo","start":0,"target":100},"postponedOn":"2026-08-10"}]}
            """));
        var response = await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()), current.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);

        var page = await client.GetStringAsync("/objectives/O6?asOf=2026-08-15");
        Assert.Contains("<b>0.63</b>", page, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"fill\" width=\"63\"", page, StringComparison.Ordinal);
        Assert.Contains("set by hand to 0.63 on 2026-08-01: the lease is signed", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"chip unknown\">postponed</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CheckIns")]
    [InlineData("Definitions")]
    [InlineData("Measurements")]
    [InlineData("Targets")]
    public async Task The_database_itself_refuses_to_rewrite_history(string table)
    {
        await app.Reader().GetStringAsync("/api/definition");
        await using var connection = new SqliteConnection($"Data Source={app.File};Pooling=False");
        await connection.OpenAsync();
        foreach (var sql in new[] { $"""UPDATE "{table}" SET "RecordedAt" = '2020-01-01'""", $"""DELETE FROM "{table}" """ })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            var refused = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());
            Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_added_is_there_after_a_restart_and_the_workspace_is_not_loaded_again()
    {
        await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1 });
        var before = await app.Reader().GetStringAsync("/api/portfolio");
        using var restarted = ScorecardApp.On(app.File);
        Assert.Equal(before, await restarted.Reader().GetStringAsync("/api/portfolio"));
    }
}
