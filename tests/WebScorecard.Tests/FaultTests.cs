using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;

namespace WebScorecard.Tests;

/// <summary>What goes wrong at the door: addresses, bodies and starts that nobody meant.</summary>
public sealed class FaultTests(ScorecardApp app) : IClassFixture<ScorecardApp>
{
    [Theory]
    [InlineData("/kpis/meetings?asOf=2026-08-15#why", "/kpis/meetings?asOf=2026-08-15#why")]
    [InlineData("/€", "/%E2%82%AC")]
    [InlineData("//attacker.example", "/")]
    [InlineData("/\t/attacker.example", "/")]
    [InlineData("/\n/attacker.example", "/")]
    [InlineData("/\\attacker.example", "/")]
    [InlineData("\\\\attacker.example", "/")]
    [InlineData("https://attacker.example", "/")]
    [InlineData("/..//attacker.example", "/")]
    [InlineData("", "/")]
    public async Task Nobody_is_led_to_another_host(string back, string expected)
    {
        var response = await app.Reader().GetAsync($"/language/vi?back={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(expected, Assert.Single(response.Headers.GetValues("Location")));
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Không có trang này")]
    [InlineData("/?asOf=garbage", HttpStatusCode.BadRequest, "‘garbage’ không phải là ngày")]
    [InlineData("/kpis/meetings?asOf=0001-01-01", HttpStatusCode.BadRequest, "‘0001-01-01’ không phải là ngày")]
    public async Task A_person_is_answered_with_a_page_in_their_language(string path, HttpStatusCode status, string words)
    {
        var client = app.Reader();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", "vi");
        var response = await client.GetAsync(path);
        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere")]
    [InlineData("/?asOf=garbage")]
    public async Task A_program_is_answered_with_problem_details(string path)
    {
        var response = await app.Reader().GetAsync(path);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/x-www-form-urlencoded; charset=bogus")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task What_does_not_say_that_it_is_JSON_is_not_read(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"date":"2026-08-15","value":1}"""));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Writer().SendAsync(HttpMethod.Post, Requests.ResponseTime, content)).StatusCode);
    }

    [Theory]
    [InlineData("""{"date":"2026-08-15","valeu":1}""", "'valeu'", "value, part")]
    [InlineData("""{"date":"2026-08-15","value":"many"}""", "$.value", "")]
    [InlineData("[]", "members date", "")]
    public async Task A_misspelt_member_is_refused_with_the_names_that_exist(string body, string word, string names)
    {
        var response = await app.Writer().SendAsync(HttpMethod.Post, Requests.ResponseTime, Requests.Json(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var detail = await response.DetailAsync();
        Assert.Contains(word, detail, StringComparison.Ordinal);
        Assert.Contains(names, detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/kpis/meetings/measurements", """{"date":"2026-08-12"}""", "'value'")]
    [InlineData("/api/kpis/meetings/measurements", """{"value":1,"Value":7,"date":"2026-08-12"}""", "'Value'")]
    [InlineData("/api/kpis/meetings/targets", """{"value":1}""", "'from'")]
    [InlineData(Requests.ResponseTime, """{"value":1}""", "'date'")]
    [InlineData("/api/kpis/meetings/measurements", """{"value":1,"date":"0202-08-12"}""", "a hundred years")]
    [InlineData("/api/kpis/meetings/targets", """{"value":1,"from":"2226-08-12"}""", "a hundred years")]
    public async Task What_is_missing_is_no_zero_and_a_mistyped_year_no_century(string path, string body, string words)
    {
        var response = await app.Writer().SendAsync(HttpMethod.Post, path, Requests.Json(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, await response.DetailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_given_twice_is_refused_and_the_scorecard_stands()
    {
        using var own = new ScorecardApp();
        var client = own.Writer();
        foreach (var (body, status) in new[]
        {
            ("""{"value":5,"date":"2026-08-10","key":"a"}""", HttpStatusCode.Created),
                ("""{"value":6,"date":"2026-08-11","key":"a"}""", HttpStatusCode.BadRequest),
        })
        {
            var response = await client.SendAsync(HttpMethod.Post, "/api/kpis/meetings/measurements", Requests.Json(body));
            Assert.Equal(status, response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_date_nobody_can_mean_is_asked_back() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Reader().GetAsync("/?asOf=9997-12-31")).StatusCode);

    [Theory]
    [InlineData("/api/kpis/nowhere/targets")]
    [InlineData("/api/kpis/nowhere/measurements")]
    [InlineData("/api/objectives/O1/key-results/nowhere/check-ins")]
    [InlineData("/api/objectives/nowhere/key-results/O1-KR1/check-ins")]
    public async Task What_is_not_defined_has_no_history_to_read(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Reader().GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_lock_left_by_a_server_that_was_killed_does_not_stop_the_next_one()
    {
        using var first = new ScorecardApp();
        await using (var connection = new SqliteConnection($"Data Source={first.File};Pooling=False"))
        {
            await connection.OpenAsync();
            var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-08-15 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await first.Reader().GetAsync("/")).StatusCode);
    }
}
