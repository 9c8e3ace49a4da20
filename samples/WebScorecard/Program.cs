using Microsoft.EntityFrameworkCore;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;
using WebScorecard;
using WebScorecard.Pages;
using WebScorecard.Store;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 1 << 20);
builder.Services.AddScorecardDb(
    builder.Configuration.GetConnectionString("Scorecard") ?? throw new InvalidOperationException("Configure ConnectionStrings:Scorecard."));
builder.Services.AddScoped<PortfolioStore>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ReviewDates>();
builder.Services.AddSingleton(services => WriteKey.From(services.GetRequiredService<IConfiguration>()["Scorecard:WriteKey"]));
builder.Services.AddRazorComponents();
builder.Services.AddAntiforgery();
builder.Services.AddOpenApi();
builder.Services.AddProblemDetails();
builder.Services.AddRequestLocalization(options =>
{
    string[] languages = [.. Texts.Languages.Select(language => language.Culture)];
    options.SetDefaultCulture("en").AddSupportedCultures(languages).AddSupportedUICultures(languages);
});

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = problem => (problem as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
});
app.UseStatusCodePages();
app.Use((context, next) =>
{
    // The pages need no script, and nothing from another host.
    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";
    context.Response.Headers.XContentTypeOptions = "nosniff";
    return next(context);
});
app.UseStaticFiles();
app.UseRequestLocalization();
app.UseAntiforgery();
app.MapOpenApi();
app.MapGroup("/api").MapApi();
app.MapSite();
app.MapGet("/charts.css", () => TypedResults.Text(Chart.Style, "text/css")).ExcludeFromDescription();

await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<ScorecardDb>().Database.MigrateAsync();
    await scope.ServiceProvider.GetRequiredService<PortfolioStore>().ImportAsync(
        () => PortfolioJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, app.Configuration["Scorecard:Workspace"]!))), CancellationToken.None);
}

if (app.Services.GetRequiredService<WriteKey>().Generated is { } key)
{
    // Not through the log, which may be kept.
    Console.WriteLine($"No Scorecard:WriteKey is configured. Until the next start, writing needs this key: {key}");
}

await app.RunAsync();
