using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;
using WebScorecard;
using WebScorecard.Pages;
using WebScorecard.People;
using WebScorecard.Store;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(options =>
{
    options.AddServerHeader = false;
    options.Limits.MaxRequestBodySize = 1 << 20;
});
builder.Services.AddScorecardDb(
    builder.Configuration.GetConnectionString("Scorecard") ?? throw new InvalidOperationException("Configure ConnectionStrings:Scorecard."));
builder.Services.AddSingleton<ReviewCache>();
builder.Services.AddScoped<PortfolioStore>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Workspace>();
builder.Services.AddSingleton<ReviewDates>();
builder.Services.Configure<HostFilteringOptions>(options => options.AllowEmptyHosts = false);
builder.Services.AddAccess(builder.Configuration);
builder.Services.AddRazorComponents();
builder.Services.AddAntiforgery();
builder.Services.AddOpenApi();
builder.Services.AddProblemDetails();
// Also over HTTPS: what is secret in a page, the token of its forms, is encrypted anew each time, so that its length tells nothing.
builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
builder.Services.AddRequestLocalization(options =>
{
    string[] languages = [.. Texts.Languages.Select(language => language.Culture)];
    options.SetDefaultCulture("en").AddSupportedCultures(languages).AddSupportedUICultures(languages);
});

var app = builder.Build();
app.Use((context, next) =>
{
    // When the answer starts, because what goes wrong on the way takes back every header.
    context.Response.OnStarting(() =>
    {
        // The pages need no script, and nothing from another host.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        context.Response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return Task.CompletedTask;
    });
    return next(context);
});
app.UseResponseCompression();
app.UseRequestLocalization();
app.UseFailures();
app.Use(IdInPath.ReadAsync);
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapOpenApi();
app.MapGroup("/api").MapApi();
app.MapSite();
app.MapPeople();
app.MapGet("/charts.css", () => TypedResults.Text(Chart.Style, "text/css")).ExcludeFromDescription().AllowAnonymous();

await using (var scope = app.Services.CreateAsyncScope())
{
    var services = scope.ServiceProvider;
    var (workspace, store) = (services.GetRequiredService<Workspace>(), services.GetRequiredService<PortfolioStore>());
    await services.GetRequiredService<ScorecardDb>().PrepareAsync(
        async () =>
        {
            if (!await store.ImportAsync(() => PortfolioJson.Read(File.ReadAllBytes(workspace.File)), CancellationToken.None) && workspace.IsOwn)
            {
                Console.WriteLine($"The database already holds a scorecard; {workspace.File} was not read.");
            }
        },
        app.Logger);
    services.GetRequiredService<ReviewDates>().StandStill =
        await store.BeganWithAsync(PortfolioJson.Read(File.ReadAllBytes(Workspace.BundledFile)), CancellationToken.None) ? Workspace.BundledDay : null;
}

await app.StartAsync();
if (app.Services.GetRequiredService<FirstAccount>() is var first && await first.IsOpenAsync())
{
    // Not through the log, which may be kept.
    var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
    Console.WriteLine($"Nobody manages the accounts yet. Make the first one at {address}/first-account?code={first.Code}");
}

await app.WaitForShutdownAsync();
