using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WebScorecard.People;

namespace WebScorecard.Tests;

/// <summary>Who may read and who may write, and that what is written says who wrote it. Each test has a database of its own.</summary>
public sealed partial class PeopleTests : IDisposable
{
    private const string LongEnough = "a few words of mine";

    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_entry_says_who_wrote_it_be_it_a_person_or_a_program()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.SubmitAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "1.5", ["author"] = "somebody else" });
        await app.Writer().PostAsync("/api/kpis/meetings/measurements", new { date = "2026-08-15", value = 7 });
        await app.Writer().PostAsync("/api/kpis/K01-revenue/targets", new { from = "2026-09-01", value = 150000 });

        Assert.Equal(People.Writer, (string?)(await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray()[^1]!["author"]);
        var page = await visitor.Client.GetStringAsync("/log");
        string[] told = [.. Line().Matches(page).Select(line => $"{line.Groups[1].Value}: {line.Groups[2].Value}")];
        var keyResult = ScorecardApp.CompanyA.Objectives.Single(each => each.Id.Value == "O4").KeyResults.Single(each => each.Id.Value == "O4-KR4").Name;
        Assert.Equal(
            ["key:WriteKey: KPI target of Revenue", "key:WriteKey: value of Customer meetings held", $"{People.Writer}: check-in of {keyResult}"], told);
        var mine = await visitor.Client.GetStringAsync($"/log?by={Uri.EscapeDataString(People.Writer)}");
        Assert.Equal(People.Writer, Assert.Single(Line().Matches(mine)).Groups[1].Value);
        Assert.Empty(Line().Matches(await visitor.Client.GetStringAsync("/log?before=2020-01-01T00:00:00Z")));
    }

    [Fact]
    public async Task The_pages_of_a_KPI_and_of_an_objective_name_who_wrote_what_they_show()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.SubmitAsync("/kpis/K31-churn", "record", new() { ["date"] = "2026-08-10", ["value"] = "4.2", ["denominator"] = "100" });
        await visitor.SubmitAsync("/kpis/K31-churn", "target", new() { ["from"] = "2026-09-01", ["decidedOn"] = "2026-08-12", ["value"] = "4" });
        await app.Writer().PostAsync("/api/kpis/K31-churn/measurements", new { date = "2026-08-11", value = 3.1m, denominator = 100 });
        await app.Writer().PostAsync("/api/kpis/K31-churn/measurements", new { date = "2026-08-15", value = 9.9m, denominator = 100, knownOn = "2026-08-20" });
        await visitor.SubmitAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-13", ["value"] = "1.5" });
        await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-14", value = 1.25m });
        await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1.75m, author = "Hoa" });

        var kpi = Words(await visitor.Client.GetStringAsync("/kpis/K31-churn?asOf=2026-08-15"));
        Assert.Contains($"4 % from 2026-09-01, decided 2026-08-12 {People.Writer}", kpi, StringComparison.Ordinal);
        Assert.Contains($"2026-08-11: 3.1 / 100 key:WriteKey 2026-08-10: 4.2 / 100 {People.Writer} 2026-07-31", kpi, StringComparison.Ordinal);
        Assert.DoesNotContain("9.9 /", kpi, StringComparison.Ordinal);
        var objective = Words(await visitor.Client.GetStringAsync("/objectives/O4?asOf=2026-08-15"));
        foreach (var line in new[] { "2026-08-15: 1.75 h Hoa (key:WriteKey)", "2026-08-14: 1.25 h key:WriteKey", $"2026-08-13: 1.5 h {People.Writer}" })
        {
            Assert.Contains(line, objective, StringComparison.Ordinal);
        }

        Assert.Contains(
            "Hoa (key:WriteKey) 20", Words(await visitor.Client.GetStringAsync("/edit/check-ins?objective=O4&id=O4-KR4")), StringComparison.Ordinal);
        Assert.Contains(
            $"{People.Writer} 20", Words(await visitor.Client.GetStringAsync("/edit/measurements?kpi=K31-churn")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_who_wrote_what_hold_every_entry_also_where_many_were_stored_at_one_time()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await using (var connection = new SqliteConnection($"Data Source={app.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 130)
                INSERT INTO "Measurements" ("Kpi", "Number", "RecordedAt", "By", "Restates", "Withdraws", "Value", "Date")
                SELECT 'meetings', 1000 + i, printf('2026-08-15 10:00:00.%07d+00:00', i / 40), 'somebody', 0, 0, '1', '2026-08-14' FROM n
                """;
            await command.ExecuteNonQueryAsync();
        }

        var (path, lines) = ("/log?by=somebody", 0);
        while (path is not null)
        {
            var page = await visitor.Client.GetStringAsync(path);
            lines += Line().Count(page);
            path = Regex.Match(page, "href=\"(/log[?]before=[^\"]*)\"") is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(130, lines);
    }

    [Fact]
    public async Task Who_signed_out_is_out_also_with_a_cookie_that_somebody_kept()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var other = await Visitor.SignedInAsync(app, name: People.Manager);
        var kept = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var signedIn = await new Visitor(app).SignInAsync(People.Writer);
        kept.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("scorecard=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Contains("/sign-out", await kept.GetStringAsync("/"), StringComparison.Ordinal);

        await visitor.SendAsync("/", "/sign-out", []);

        Assert.DoesNotContain("/sign-out", await kept.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("/sign-out", await other.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CheckIns")]
    [InlineData("Definitions")]
    [InlineData("Measurements")]
    [InlineData("Targets")]
    public async Task What_the_database_began_with_was_written_by_nobody(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={app.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT count(*) FROM "{table}" WHERE "By" IS NOT NULL""";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_reader_reads_and_is_told_that_writing_is_not_allowed()
    {
        var visitor = await Visitor.SignedInAsync(app, name: People.Reader);
        Assert.DoesNotContain("<form class=\"entry\"", await visitor.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);
        visitor.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        var response = await visitor.Client.PostAsync("/kpis/meetings/targets", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Your account may not do this", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(People.Reader)]
    [InlineData(People.Writer)]
    public async Task Only_managers_see_and_change_who_may_do_what(string name)
    {
        var visitor = await Visitor.SignedInAsync(app, name: name);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.GetAsync("/people")).StatusCode);
        foreach (var path in new[] { "/people", "/people/role", "/people/lock", "/people/invitation" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.PostAsync(path, new FormUrlEncodedContent([]))).StatusCode);
        }
    }

    [Fact]
    public async Task A_visitor_who_is_not_known_is_led_to_the_sign_in_and_back()
    {
        var visitor = new Visitor(app);
        var form = await visitor.Client.PostAsync("/objectives/O4/key-results/O4-KR4/check-ins", new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?back=%2F"), (form.StatusCode, form.Headers.Location!.OriginalString));

        var page = await visitor.Client.GetAsync("/people?asOf=2026-08-15");
        Assert.Equal("/sign-in?back=%2Fpeople%3FasOf%3D2026-08-15", page.Headers.Location!.OriginalString);
        var back = await visitor.SendAsync(
            page.Headers.Location.OriginalString, "/sign-in", new() { ["name"] = People.Manager.ToUpperInvariant(), ["password"] = People.Password });
        Assert.Equal("/people?asOf=2026-08-15", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_that_is_refused_because_nobody_is_signed_in_leads_back_to_its_page()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/kpis/meetings/targets") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Referrer = new("http://localhost/kpis/meetings?asOf=2026-08-15");
        Assert.Equal("/sign-in?back=%2Fkpis%2Fmeetings%3FasOf%3D2026-08-15", (await app.Reader().SendAsync(request)).Headers.Location!.OriginalString);

        request = new HttpRequestMessage(HttpMethod.Post, "/kpis/meetings/targets") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Referrer = new("http://attacker.example/phish");
        Assert.Equal("/sign-in?back=%2F", (await app.Reader().SendAsync(request)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task With_accounts_only_strangers_read_nothing_and_each_known_one_what_the_role_allows()
    {
        using var closed = app.WithWebHostBuilder(builder => builder.UseSetting("Scorecard:AccountsOnly", "true"));
        var stranger = closed.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var path in new[] { "/", "/kpis/meetings", "/log", "/nowhere" })
        {
            Assert.StartsWith("/sign-in?back=", (await stranger.GetAsync(path)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/api/portfolio", "/api/review", "/api/kpis/meetings/targets", "/api/definition" })
        {
            var response = await stranger.GetAsync(path);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Headers.WwwAuthenticate.Single().Scheme));
        }

        var page = await stranger.GetStringAsync("/sign-in");
        Assert.DoesNotContain("Company A", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/scorecard.css")).StatusCode);

        stranger.DefaultRequestHeaders.Authorization = new("Bearer", ScorecardApp.Key);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/api/portfolio")).StatusCode);
    }

    [Fact]
    public async Task Programs_have_keys_of_their_own_of_which_the_configuration_knows_only_the_sum()
    {
        const string Sum = "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B"; // of "secret"
        const string Other = "5E884898DA28047151D0E56F8DC6292773603D0D6AABBDD62A11EF721D1542D8"; // of "password"
        using var own = app.WithWebHostBuilder(builder => builder.UseSetting("Scorecard:WriteKeys:erp", Sum).UseSetting("Scorecard:ReadKeys:bi", Other));
        foreach (var (key, status) in new[]
        {
            ("secret", HttpStatusCode.Created), (ScorecardApp.Key, HttpStatusCode.Created), ("password", HttpStatusCode.Forbidden),
            (Sum, HttpStatusCode.Unauthorized), ("", HttpStatusCode.Unauthorized),
        })
        {
            var client = own.CreateClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            Assert.Equal(status, (await client.PostAsync("/api/kpis/meetings/measurements", new { date = "2026-08-15", value = 7 })).StatusCode);
        }

        Assert.Contains(">key:erp<", await own.CreateClient().GetStringAsync("/log"), StringComparison.Ordinal);
        using var wrong = app.WithWebHostBuilder(builder => builder.UseSetting("Scorecard:WriteKeys:erp", "secret"));
        var refused = Assert.Throws<InvalidOperationException>(wrong.CreateClient);
        Assert.Contains("Scorecard:WriteKeys:erp must be the SHA-256", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_writes_nothing_through_the_api_because_another_site_could_make_a_browser_send_it()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var response = await visitor.Client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1 });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_locked_is_out_at_once_and_their_cookie_too()
    {
        var (manager, writer) = (await Visitor.SignedInAsync(app, name: People.Manager), await Visitor.SignedInAsync(app));
        Assert.Contains("<form class=\"entry\"", await writer.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);

        await manager.SendAsync("/people", "/people/lock", new() { ["name"] = People.Writer, ["lock"] = "true" });
        Assert.DoesNotContain("<form class=\"entry\"", await writer.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await writer.SignInAsync(People.Writer)).StatusCode);
        Assert.Contains(">locked<", await manager.Client.GetStringAsync("/people"), StringComparison.Ordinal);

        await manager.SendAsync("/people", "/people/lock", new() { ["name"] = People.Writer, ["lock"] = "false" });
        Assert.Equal(HttpStatusCode.SeeOther, (await writer.SignInAsync(People.Writer)).StatusCode);
    }

    [Fact]
    public async Task Another_role_is_had_at_once()
    {
        var (manager, writer) = (await Visitor.SignedInAsync(app, name: People.Manager), await Visitor.SignedInAsync(app));
        await manager.SendAsync("/people", "/people/role", new() { ["name"] = People.Writer, ["role"] = "Reader" });
        Assert.DoesNotContain("<form class=\"entry\"", await writer.Client.GetStringAsync("/objectives/O4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people/lock", "lock", "true")]
    [InlineData("/people/role", "role", "Reader")]
    public async Task A_manager_is_always_left(string action, string field, string value)
    {
        var manager = await Visitor.SignedInAsync(app, name: People.Manager);
        var response = await manager.SendAsync("/people", action, new() { ["name"] = People.Manager, [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.Client.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_once_and_signs_in_with_it()
    {
        var manager = await Visitor.SignedInAsync(app, name: People.Manager);
        const string name = "Nguyễn Văn An";
        var added = await manager.SendAsync("/people", "/people", new() { ["name"] = name, ["role"] = "Writer" });
        var invitation = new Uri(WebUtility.HtmlDecode(Invitation().Match(await added.Content.ReadAsStringAsync()).Groups[1].Value)).PathAndQuery;

        var guest = new Visitor(app);
        Assert.Equal(HttpStatusCode.BadRequest, await AcceptAsync(guest, "short"));
        Assert.Equal(HttpStatusCode.SeeOther, await AcceptAsync(guest, LongEnough));
        Assert.Contains(name, WebUtility.HtmlDecode(await guest.Client.GetStringAsync("/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await new Visitor(app).SignInAsync("nguyễn văn an", LongEnough)).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, await AcceptAsync(new Visitor(app), "of somebody else"));

        async Task<HttpStatusCode> AcceptAsync(Visitor visitor, string password) =>
            (await visitor.SendAsync(invitation, "/invitation", new() { ["name"] = name, ["password"] = password })).StatusCode;
    }

    [Theory]
    [InlineData("")]
    [InlineData("key:erp")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("line\nbreak")]
    [InlineData("right‮left")]
    [InlineData("Wim Writer")]
    [InlineData("WIM WRITER")]
    public async Task A_name_that_could_pass_for_another_is_refused(string name)
    {
        var manager = await Visitor.SignedInAsync(app, name: People.Manager);
        var response = await manager.SendAsync("/people", "/people", new() { ["name"] = name, ["role"] = "Reader" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_signs_out_every_other_browser()
    {
        var (here, there) = (await Visitor.SignedInAsync(app), await Visitor.SignedInAsync(app));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await here.SendAsync("/password", "/password", new() { ["present"] = "guessed", ["password"] = LongEnough })).StatusCode);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await here.SendAsync("/password", "/password", new() { ["present"] = People.Password, ["password"] = LongEnough })).StatusCode);
        Assert.Contains(People.Writer, await here.Client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(People.Writer, await there.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.SendAsync("/", "/sign-out", []);
        Assert.DoesNotContain(People.Writer, await visitor.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_account_is_made_once_by_whoever_reads_what_the_server_prints()
    {
        await using (var connection = new SqliteConnection($"Data Source={app.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """DELETE FROM "AspNetUsers" """;
            await command.ExecuteNonQueryAsync();
        }

        var visitor = new Visitor(app);
        var address = $"/first-account?code={app.Services.GetRequiredService<FirstAccount>().Code}";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync("/first-account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync("/first-account?code=guessed")).StatusCode);
        var refused = await visitor.SendAsync(address, "/first-account", new() { ["name"] = "Ann", ["password"] = "short" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var made = await visitor.SendAsync(address, "/first-account", new() { ["name"] = "Ann", ["password"] = LongEnough });
        Assert.Equal((HttpStatusCode.SeeOther, "/people"), (made.StatusCode, made.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(app).Client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Passwords_are_kept_hashed()
    {
        using var scope = app.Services.CreateScope();
        var account = (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(People.Writer))!;
        Assert.DoesNotContain(People.Password, account.PasswordHash, StringComparison.Ordinal);
        Assert.Equal(1, Convert.FromBase64String(account.PasswordHash!)[0]); // PBKDF2 with HMAC-SHA512, 100,000 times
    }

    // What is read of a page, without its tags.
    private static string Words(string page) =>
        WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Regex.Replace(page, "</?bdi>", ""), "<[^>]*>", " "), @"\s+", " "));

    [GeneratedRegex("<bdi>([^<]*)</bdi></a></td>\\s*<td>\\s*(?:<a[^>]*>)?([^<]*)")]
    private static partial Regex Line();

    [GeneratedRegex(@"<code class=""address""[^>]*>([^<]*)</code>")]
    private static partial Regex Invitation();
}
