using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;
using WebScorecard.People;

namespace WebScorecard.Tests;

/// <summary>The sample in this process, on a SQLite file of its own, with Company A.</summary>
public sealed class ScorecardApp : WebApplicationFactory<Program>
{
    /// <summary>The key of a program that may write.</summary>
    public const string Key = "the key of the tests";

    // Filled once for all tests, then copied.
    private static readonly Lazy<byte[]> Filled = new(() =>
    {
        using var app = new ScorecardApp(NewFile());
        app.CreateClient().Dispose();
        using (var scope = app.Services.CreateScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            foreach (var (name, role) in People.All)
            {
                Assert.True(accounts.CreateAsync(new Account { UserName = name, Role = role }, People.Password).GetAwaiter().GetResult().Succeeded);
            }
        }

        app.Server.Dispose();
        return System.IO.File.ReadAllBytes(app.File);
    });

    public ScorecardApp()
        : this(NewFile()) => System.IO.File.WriteAllBytes(File, Filled.Value);

    private ScorecardApp(string file) => File = file;

    public string File { get; }

    /// <summary>Company A as the library reads it, without a database between.</summary>
    public static Portfolio CompanyA { get; } = PortfolioJson.Read(System.IO.File.ReadAllBytes(Path.Combine(
        AppContext.BaseDirectory, "data", "company-a.json")));

    /// <summary>The sample started once more on the database of another.</summary>
    public static ScorecardApp On(string file) => new(file);

    public HttpClient Reader() => CreateClient(new() { AllowAutoRedirect = false });

    public HttpClient Writer()
    {
        var client = Reader();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Scorecard", $"Data Source={File};Pooling=False");
        builder.UseSetting("Scorecard:WriteKey", Key);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var part in new[] { "", "-wal", "-shm", ".migrating" })
        {
            System.IO.File.Delete(File + part);
        }
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"scorecard-{Guid.NewGuid():N}.db");
}

/// <summary>A person for each role, all with one password.</summary>
internal static class People
{
    public const string Reader = "Rita Reader";
    public const string Writer = "Wim Writer";
    public const string Manager = "Mai Quản";
    public const string Password = "eleven plus one";

    public static readonly (string Name, Role Role)[] All = [(Reader, Role.Reader), (Writer, Role.Writer), (Manager, Role.Manager)];
}

internal static class Requests
{
    public const string ResponseTime = "/api/objectives/O4/key-results/O4-KR4/check-ins";

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static Task<HttpResponseMessage> PostAsync(
        this HttpClient client, string path, object body, string? ifMatch = null, string? idempotencyKey = null) =>
        client.SendAsync(HttpMethod.Post, path, JsonContent.Create(body), ifMatch, idempotencyKey);

    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, HttpContent body, string? ifMatch = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(path))!;

    /// <summary>What the review says of a KPI's need or an objective's score.</summary>
    public static async Task<JsonNode> ReviewedAsync(this HttpClient client, string list, string idName, string id, string asOf = "2026-08-15") =>
        (await client.GetJsonAsync($"/api/review?asOf={asOf}"))[list]!.AsArray().Single(each => (string?)each![idName] == id)!;

    public static async Task<string> DetailAsync(this HttpResponseMessage response) =>
        (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!;
}
