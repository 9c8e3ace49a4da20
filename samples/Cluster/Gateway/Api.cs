using System.Text.Json;
using Cluster.Tenants;
using Microsoft.AspNetCore.Mvc;

namespace Cluster.Gateway;

/// <summary>
/// The tenants over HTTP. A gateway keeps nothing: any of them answers for any organisation. To another's key an organisation is not there.
/// </summary>
internal static class Api
{
    private const int LongestKey = 200;
    private const int LongestTimeline = 3_660;

    public static void MapApi(this WebApplication app)
    {
        var all = app.MapGroup("").AddEndpointFilter(RefusalsAsync);
        all.MapGet("/report", ReportAsync).AddEndpointFilter(OperatorAsync);
        all.MapPut("/organisations/{org:regex(^[a-z0-9][a-z0-9-]{{0,62}}$)}", FoundAsync).AddEndpointFilter(OperatorAsync);

        var tenant = all.MapGroup("/organisations/{org}").AddEndpointFilter(TenantAsync);
        tenant.MapGet("/portfolio", (string org, IGrainFactory grains) => ReadAsync(grains, org, each => each.PortfolioAsync()));
        tenant.MapGet("/review", (string org, DateOnly? asOf, IGrainFactory grains, TimeProvider clock) =>
            ReadAsync(grains, org, each => each.ReviewAsync(asOf ?? Today(clock))));
        tenant.MapGet("/kpis/{kpi}/need", (string org, string kpi, DateOnly? asOf, IGrainFactory grains, TimeProvider clock) =>
            ReadAsync(grains, org, each => each.NeedAsync(kpi, asOf ?? Today(clock))));
        tenant.MapGet("/kpis/{kpi}/timeline", (string org, string kpi, DateOnly from, DateOnly through, IGrainFactory grains) =>
            through.DayNumber - from.DayNumber <= LongestTimeline
                ? ReadAsync(grains, org, each => each.TimelineAsync(kpi, from, through))
                : Task.FromResult(Problem(StatusCodes.Status400BadRequest, $"A timeline has at most {LongestTimeline} days.")));
        tenant.MapGet("/changes", (string org, IGrainFactory grains) => ReadAsync(grains, org, each => each.ChangesAsync()));
        tenant.MapPost("/check-ins", Append(EntryKind.CheckIn));
        tenant.MapPost("/measurements", Append(EntryKind.Measurement));
    }

    private static async Task<IResult> FoundAsync(string org, string industry, HttpRequest request, IGrainFactory grains, Keys keys)
    {
        if (industry.Length is 0 or > 100)
        {
            return Problem(StatusCodes.Status400BadRequest, "An industry is a label of 1 to 100 characters.");
        }

        var founding = Entry.Read(EntryKind.Founding, Entry.FoundingKey, await BodyAsync(request));
        var appended = await Patience.TryAsync(() => Of(grains, org).FoundAsync(industry, founding));
        return appended.Outcome == Outcome.KeyTaken
            ? Problem(StatusCodes.Status409Conflict, $"{org} was founded before, with another document or industry; nothing was changed.")
            : Written(appended, new { Key = keys.Of(org) });
    }

    private static Delegate Append(EntryKind kind) =>
        async (string org, [FromHeader(Name = "Idempotency-Key")] string? key, HttpRequest request, IGrainFactory grains) =>
        {
            if (key?.Length is 0 or > LongestKey)
            {
                return Problem(StatusCodes.Status400BadRequest, $"An Idempotency-Key has 1 to {LongestKey} characters.");
            }

            // Without a key of the writer's own, the gateway's: it too may have to ask again.
            var entry = Entry.Read(kind, key ?? Guid.NewGuid().ToString(), await BodyAsync(request));
            return Written(await Patience.TryAsync(() => Of(grains, org).AppendAsync(entry)), null);
        };

    // Counted where the organisations are, added up part by part, and the parts here.
    private static async Task<IResult> ReportAsync(DateOnly? asOf, IGrainFactory grains, TimeProvider clock)
    {
        var parts = Enumerable.Range(0, PartGrain.Parts)
            .Select(part => Patience.TryAsync(() => grains.GetGrain<IPartGrain>(part).ReportAsync(asOf ?? Today(clock))));
        return Results.Ok(IndustryCount.Sum((await Task.WhenAll(parts)).SelectMany(counts => counts)));
    }

    private static async Task<IResult> ReadAsync(IGrainFactory grains, string org, Func<IOrganisationGrain, Task<string?>> read) =>
        await Patience.TryAsync(() => read(Of(grains, org))) is { } json ? Results.Text(json, "application/json") : NotFound();

    private static IResult Written(Appended appended, object? answer) => appended.Outcome switch
    {
        Outcome.Added => Results.Json(answer ?? new { appended.Number }, statusCode: StatusCodes.Status201Created),
        Outcome.Repeated => Results.Ok(answer ?? new { appended.Number }),
        Outcome.KeyTaken => Problem(StatusCodes.Status409Conflict, "Something else was added under this key before; give every entry a key of its own."),
        Outcome.NotFound => NotFound(),
        Outcome.Refused => Problem(StatusCodes.Status400BadRequest, appended.Because!),
    };

    private static async ValueTask<object?> TenantAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return !http.Request.Headers.ContainsKey("Authorization") ? Unauthorized()
            : http.RequestServices.GetRequiredService<Keys>().Open(http.Request, (string)http.GetRouteValue("org")!) ? await next(context)
            : NotFound();
    }

    private static async ValueTask<object?> OperatorAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<Keys>().AreOfOperator(context.HttpContext.Request) ? await next(context) : Unauthorized();

    private static async ValueTask<object?> RefusalsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception refused) when (refused is ArgumentException or JsonException)
        {
            return Problem(StatusCodes.Status400BadRequest, refused.Message.Split(" (Parameter ")[0]);
        }
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static IOrganisationGrain Of(IGrainFactory grains, string org) => grains.GetGrain<IOrganisationGrain>(org);

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "There is no such organisation, KPI or key result.");

    private static IResult Unauthorized() => Problem(StatusCodes.Status401Unauthorized, "Send the key as 'Authorization: Bearer KEY'.");

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
