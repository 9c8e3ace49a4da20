using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WebScorecard.People;

namespace WebScorecard.Tests;

/// <summary>What somebody who means harm would try. Each test has a database of its own.</summary>
public sealed partial class SecurityTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    // What a visitor who is not known yet may send.
    private static readonly string[] OfStrangers = ["/sign-in", "/sign-out", "/first-account", "/invitation", "/password"];

    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Whatever_is_no_reading_asks_for_a_writer_before_anything_of_it_is_read()
    {
        var client = app.Reader();
        var asked = Writes().Where(write => !OfStrangers.Contains(write.Path)).ToArray();
        Assert.True(asked.Length >= 8, string.Join(", ", asked));
        foreach (var (method, path, _) in asked)
        {
            var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = Requests.Json("no JSON") });
            Assert.Equal(
                path.StartsWith("/api/", StringComparison.Ordinal)
                    ? (path, HttpStatusCode.Unauthorized, null)
                    : (path, HttpStatusCode.SeeOther, "/sign-in?back=%2F"),
                (path, response.StatusCode, response.Headers.Location?.OriginalString));
        }
    }

    [Fact]
    public void Whatever_a_browser_may_send_asks_for_the_token_of_our_own_forms() => Assert.All(
        Writes().Where(write => !write.Path.StartsWith("/api/", StringComparison.Ordinal)),
        write => Assert.True(write.Endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation, write.Path));

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var manager = await Visitor.SignedInAsync(app, name: People.Manager);
        foreach (var (_, path, _) in Writes().Where(write => !write.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            var response = await manager.PostAsync((path, new() { ["name"] = People.Writer, ["lock"] = "true", ["role"] = "Manager", ["back"] = "/" }));
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, response.StatusCode));
        }

        Assert.DoesNotContain(">locked<", await manager.Client.GetStringAsync("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_every_text_of_the_definition_runs_on_no_page()
    {
        var client = app.Writer();
        var definition = await client.GetJsonAsync("/api/definition");
        var changed = 0;
        Poison(definition);
        Assert.True(changed > 100, $"only {changed} texts");
        var response = await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        await client.PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 1, note = Script, author = Script });
        await client.PostAsync("/api/kpis/meetings/targets", new { from = "2026-09-01", decidedOn = "2026-08-10", value = 400, because = Script });

        var visitor = await Visitor.SignedInAsync(app, name: People.Manager);
        visitor.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        var pages = new Queue<string>(["/", "/log", "/people", "/objectives/O4", $"/?asOf={Uri.EscapeDataString(Script)}", "/" + Uri.EscapeDataString(Script),
            $"/log?by={Uri.EscapeDataString(Script)}", $"/sign-in?back=/{Uri.EscapeDataString(Script)}"]);
        var seen = pages.ToHashSet(StringComparer.Ordinal);
        while (pages.TryDequeue(out var path) && seen.Count < 100)
        {
            var page = await (await visitor.Client.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.False(HasScript(page), path);
            foreach (var link in Link().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]))
            {
                if (link is ['/', ..] && seen.Add(link))
                {
                    pages.Enqueue(link);
                }
            }
        }

        Assert.True(seen.Count > 30, $"only {seen.Count} pages");

        // Names that people gave, but not what refers to one another or is chosen from a list.
        void Poison(JsonNode? node)
        {
            if (node is JsonArray items)
            {
                foreach (var item in items)
                {
                    Poison(item);
                }
            }
            else if (node is JsonObject members)
            {
                foreach (var (name, value) in members.ToArray())
                {
                    if (name is "name" or "title" or "owner" or "group" or "description" or "because" or "reason" && value is JsonValue)
                    {
                        members[name] = $"{value} {Script}";
                        changed++;
                    }
                    else if (name is not ("unit" or "goal" or "calendar"))
                    {
                        Poison(value);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Script_in_every_field_of_every_form_runs_on_no_page()
    {
        var visitor = await Visitor.SignedInAsync(app, name: People.Manager);
        visitor.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        foreach (var page in new[] { "/objectives/O4", "/kpis/K31-churn", "/kpis/meetings", "/people", "/password", "/sign-in" })
        {
            foreach (var form in Form().Matches(await visitor.Client.GetStringAsync(page)).Select(form => form.Value))
            {
                var action = WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value);
                if (action == "/sign-out")
                {
                    continue;
                }

                var fields = Input().Matches(form).Select(input => input.Value).DistinctBy(NameOf).ToDictionary(NameOf, input =>
                    NameOf(input) == "__RequestVerificationToken" || NameOf(input) is "form" or "version" ? ValueOf(input) : Script, StringComparer.Ordinal);
                var answer = await (await visitor.PostAsync((action, fields))).Content.ReadAsStringAsync();
                Assert.False(HasScript(answer), action);
            }
        }

        static string NameOf(string input) => Name().Match(input).Groups[1].Value;

        static string ValueOf(string input) => WebUtility.HtmlDecode(Value().Match(input).Groups[1].Value);
    }

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/scorecard.css", 200)]
    [InlineData("GET", "/api/review", 200)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/?asOf=garbage", 400)]
    [InlineData("GET", "/people", 303)]
    [InlineData("POST", "/kpis/meetings/targets", 303)]
    [InlineData("POST", "/api/kpis/meetings/targets", 401)]
    [InlineData("POST", "/sign-in", 400)]
    public async Task Every_answer_carries_the_headers_that_browsers_obey(string method, string path, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        request.Content = method == "POST" ? new FormUrlEncodedContent([]) : null;
        var response = await app.Reader().SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.All(
            ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"],
            part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites_and_goes_over_TLS_only_where_there_is_TLS()
    {
        foreach (var (scheme, isSecure) in new[] { ("http", false), ("https", true) })
        {
            var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new($"{scheme}://localhost") });
            var page = await client.GetStringAsync("/sign-in");
            var token = Regex.Match(page, """name="__RequestVerificationToken"[^>]*value="([^"]*)""").Groups[1].Value;
            var response = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["name"] = People.Writer,
                ["password"] = People.Password,
            }));
            var cookie = response.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("scorecard=", StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(isSecure, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too_and_nothing_tells_whether_there_is_one()
    {
        var visitor = new Visitor(app);
        var answers = new List<string>();
        foreach (var name in new[] { People.Writer, "nobody at all" })
        {
            for (var tries = 0; tries < 5; tries++)
            {
                await visitor.SignInAsync(name, "guessed");
            }

            var response = await visitor.SignInAsync(name, People.Password);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            answers.Add(Token().Replace(await response.Content.ReadAsStringAsync(), "").Replace(name, "", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task Every_sign_in_hashes_one_password_so_that_no_time_tells_whether_there_is_such_an_account_or_it_is_locked()
    {
        var hasher = new CountingHasher();
        using var counted = ScorecardApp.On(app.File);
        using var own = counted.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        var visitor = new Visitor(own);
        var hashes = new List<int>();
        foreach (var name in (string[])[.. Enumerable.Repeat(People.Writer, 7), "nobody at all", People.Reader])
        {
            await visitor.SignInAsync(name, "guessed");
            hashes.Add(hasher.Count);
        }

        Assert.Equal(Enumerable.Range(1, hashes.Count), hashes);
    }

    [Fact]
    public async Task An_address_that_guesses_passwords_has_to_wait_whomever_it_guesses()
    {
        var visitor = new Visitor(app);
        for (var tries = 0; tries < Tries.PerMinute; tries++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync($"name {tries}", "guessed")).StatusCode);
        }

        visitor.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        var refused = await visitor.SignInAsync(People.Writer);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Contains("wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_guesses_keys_has_to_wait_while_nobody_who_has_one_ever_does()
    {
        for (var writes = 0; writes < 2 * Tries.PerMinute; writes++)
        {
            Assert.Equal(HttpStatusCode.Created, (await app.Writer().PostAsync(Requests.ResponseTime, new { date = "2026-08-15", value = 3 })).StatusCode);
        }

        var guessing = app.Reader();
        for (var tries = 0; tries < Tries.PerMinute; tries++)
        {
            guessing.DefaultRequestHeaders.Authorization = new("Bearer", $"guess{tries}");
            Assert.Equal(tries < Tries.PerMinute - 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, (await PutAsync()).StatusCode);
        }

        guessing.DefaultRequestHeaders.Authorization = new("Bearer", ScorecardApp.Key);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PutAsync()).StatusCode);

        Task<HttpResponseMessage> PutAsync() => guessing.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json("{}"));
    }

    [Theory]
    [InlineData("PUT", "/api/definition")]
    [InlineData("POST", Requests.ResponseTime)]
    [InlineData("POST", "/api/kpis/meetings/measurements")]
    public async Task A_body_as_deep_as_a_well_is_a_problem_of_the_sender(string method, string path)
    {
        var body = new StringBuilder().Insert(0, """{"a":[""", 50_000).Append('1').Insert(0, """{"date":"2026-08-15","value":""").ToString();
        foreach (var deep in new[] { body, string.Concat(Enumerable.Repeat("[", 100_000)), $$"""{"date":"2026-08-15","value":{{new string('9', 100_000)}}}""" })
        {
            var response = await app.Writer().SendAsync(HttpMethod.Parse(method), path, Requests.Json(deep));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.True((await response.Content.ReadAsStringAsync()).Length < 1000);
        }
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_refused()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var fields = Enumerable.Range(0, 5000).ToDictionary(number => $"field{number}", _ => "x", StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(("/kpis/meetings/targets", fields))).StatusCode);
    }

    private static bool HasScript(string page) =>
        page.Contains("<script", StringComparison.OrdinalIgnoreCase) || page.Contains("<img", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(string Method, string Path, Endpoint Endpoint)> Writes() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method is not ("GET" or "HEAD")
        select (method, "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "x"), (Endpoint)endpoint);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"<a [^>]*href=""([^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"<form[^>]*method=""post"".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"action=""([^""]*)""")]
    private static partial Regex Action();

    [GeneratedRegex("<(?:input|select|textarea)[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(@"\bname=""([^""]*)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bvalue=""([^""]*)""")]
    private static partial Regex Value();

    [GeneratedRegex(@"<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex Token();

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Count { get; private set; }

        public override string HashPassword(Account user, string password)
        {
            Count++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
