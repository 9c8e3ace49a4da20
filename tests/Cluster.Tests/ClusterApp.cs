using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cluster.Tests;

/// <summary>The sample in this process: one silo and its gateway, on a SQLite file of its own.</summary>
public sealed class ClusterApp : WebApplicationFactory<Program>
{
    public const string OperatorKey = "the key of the tests";

    private readonly string file;

    public ClusterApp()
        : this(Path.Combine(Directory.CreateTempSubdirectory("cluster").FullName, "tenants.db"))
    {
    }

    private ClusterApp(string file) => this.file = file;

    public static string CompanyA { get; } = File.ReadAllText(OkrKpi.Testing.Repository.PathOf("samples", "Scorecard", "data", "company-a.json"));

    /// <summary>The sample started once more on the same file.</summary>
    public ClusterApp Again() => new(file);

    public HttpClient With(string key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>Founds an organisation as Company A, and gives the client that its key opens.</summary>
    public async Task<HttpClient> FoundedAsync(string org, string industry = "software")
    {
        using var client = With(OperatorKey);
        using var answer = await client.PutAsync($"/organisations/{org}?industry={industry}", new StringContent(CompanyA));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var tenant = With(System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["key"]!.GetValue<string>());
        tenant.BaseAddress = new(tenant.BaseAddress!, $"/organisations/{org}/");
        return tenant;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Tenants", $"Data Source={file}");
        builder.UseSetting("Cluster:Key", OperatorKey);
    }
}
