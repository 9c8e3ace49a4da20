using System.Security.Cryptography;
using Cluster;
using Cluster.Gateway;
using Cluster.Tables;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(options =>
{
    options.AddServerHeader = false;
    options.Limits.MaxRequestBodySize = 4 << 20;
});

var database = new Database(builder.Configuration.GetConnectionString("Tenants") ?? "Data Source=tenants.db");
var key = builder.Configuration["Cluster:Key"];
if (string.IsNullOrEmpty(key))
{
    key = !database.IsShared
        ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
        : throw new InvalidOperationException("Configure Cluster:Key, the operator's key, the same for every silo.");

    // Not through the log, which may be kept.
    Console.WriteLine($"No Cluster:Key is configured. Until the next start, the operator's key is: {key}");
}

builder.Services.AddSingleton(database);
builder.Services.AddSingleton<TenantStore>();
builder.Services.AddSingleton(new Keys(key));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = answer =>
    answer.ProblemDetails.Detail = (answer.Exception as BadHttpRequestException)?.Message ?? answer.ProblemDetails.Detail);
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.UseCluster(database);
builder.Services.AddHostedService<Reminding>();

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = failure => failure is BadHttpRequestException mistake ? mistake.StatusCode : StatusCodes.Status500InternalServerError,
    SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
});
app.MapApi();

await database.PrepareAsync();
await app.RunAsync();
