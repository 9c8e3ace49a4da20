using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard;

/// <summary>
/// The scorecard for programs. Every history has an ETag, its length: a writer who sends it back as If-Match is refused with 412 when something was added
/// meanwhile; one who sends none adds to whatever is there. A request with an Idempotency-Key may be sent again without being stored twice.
/// </summary>
internal static class Api
{
    public static void MapApi(this RouteGroupBuilder api)
    {
        api.ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/review", Review)
            .WithSummary("What the library says of everything, as known at the close of a day: needs, KPIs, objectives, findings")
            .Produces<object>();
        api.MapGet("/portfolio", Portfolio).WithSummary("Everything with its whole history, as a document of the library").Produces<object>();
        api.MapGet("/kpis/{kpi}/explanation", ExplainKpi).WithSummary("Why a KPI needs an OKR or not");
        api.MapGet("/objectives/{objective}/explanation", ExplainObjective).WithSummary("Why an objective has its score");
        api.MapGet("/definition", Definition).WithSummary("The KPIs and objectives without their histories").Produces<object>();
        api.MapGet("/kpis/{kpi}/targets", Targets).WithSummary("The decisions about the target of a KPI").Produces<TargetRecord[]>();
        api.MapGet("/kpis/{kpi}/measurements", Measurements).WithSummary("The measured values of a KPI").Produces<MeasurementRecord[]>();
        api.MapGet("/objectives/{objective}/key-results/{keyResult}/check-ins", CheckIns)
            .WithSummary("The check-ins of a key result")
            .Produces<CheckInRecord[]>();

        var writing = api.MapGroup("");
        foreach (var status in new[] { StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed })
        {
            writing.ProducesProblem(status);
        }

        writing.MapPut("/definition", Redefine)
            .WithSummary("Replaces the definition; what has a history stays")
            .Accepts<object>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(16 << 20))
            .Produces(StatusCodes.Status201Created);
        writing.MapPost("/kpis/{kpi}/targets", DecideTarget).WithSummary("Adds a decision about a target")
            .Accepts<TargetRecord>("application/json")
            .Produces(StatusCodes.Status201Created);
        writing.MapPost("/kpis/{kpi}/measurements", Measure).WithSummary("Adds a measured value")
            .Accepts<MeasurementRecord>("application/json")
            .Produces(StatusCodes.Status201Created);
        writing.MapPost("/objectives/{objective}/key-results/{keyResult}/check-ins", CheckIn)
            .WithSummary("Adds a check-in")
            .Accepts<CheckInRecord>("application/json")
            .Produces(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Review(string? asOf, ReviewDates dates, PortfolioStore store, CancellationToken cancel) =>
        Json(PortfolioJson.Write(await store.ReviewAsync(dates.Of(asOf), cancel), PortfolioJsonOptions.Default.With(Texts.Language)));

    private static async Task<IResult> Portfolio(PortfolioStore store, CancellationToken cancel) => Json(PortfolioJson.Write(await store.LoadAsync(cancel)));

    private static async Task<IResult> Definition(HttpContext http, PortfolioStore store, CancellationToken cancel)
    {
        var latest = await store.Definitions.OrderByDescending(entry => entry.Number).FirstAsync(cancel);
        http.Response.Headers.ETag = Tag(latest.Number);
        return Json(latest.Document);
    }

    private static async Task<IResult> ExplainKpi(string kpi, string? asOf, ReviewDates dates, PortfolioStore store, CancellationToken cancel) =>
        Explain((await store.ReviewAsync(dates.Of(asOf), cancel)).WhyOf(kpi));

    private static async Task<IResult> ExplainObjective(string objective, string? asOf, ReviewDates dates, PortfolioStore store, CancellationToken cancel) =>
        Explain((await store.ReviewAsync(dates.Of(asOf), cancel)).ScoreOf(objective)?.Explain());

    private static Task<IResult> Targets(string kpi, HttpContext http, PortfolioStore store, CancellationToken cancel) =>
        History(http, store, portfolio => portfolio.TryKpi(kpi, out _), store.TargetsOf(kpi), entry => entry.Record, cancel);

    private static Task<IResult> Measurements(string kpi, HttpContext http, PortfolioStore store, CancellationToken cancel) =>
        History(http, store, portfolio => portfolio.TryKpi(kpi, out _), store.MeasurementsOf(kpi), entry => entry.Record, cancel);

    private static Task<IResult> CheckIns(string objective, string keyResult, HttpContext http, PortfolioStore store, CancellationToken cancel) =>
        History(
            http, store, portfolio => portfolio.TryObjective(objective, out var found) && found.TryKeyResult(keyResult, out _),
            store.CheckInsOf(objective, keyResult), entry => entry.Record, cancel);

    private static Task<IResult> DecideTarget(
        string kpi, Body<TargetRecord> body, [AsParameters] WriteHeaders headers, HttpContext http, PortfolioStore store, CancellationToken cancel) =>
        Write(http, async () => await store.DecideTargetAsync(kpi, body.Record, headers.Writing, cancel));

    private static Task<IResult> Measure(
        string kpi, Body<MeasurementRecord> body, [AsParameters] WriteHeaders headers, HttpContext http, PortfolioStore store, CancellationToken cancel) =>
        Write(http, async () => await store.MeasureAsync(kpi, body.Record, headers.Writing, cancel));

    private static Task<IResult> CheckIn(
        string objective, string keyResult, Body<CheckInRecord> body, [AsParameters] WriteHeaders headers, HttpContext http, PortfolioStore store,
        CancellationToken cancel) =>
        Write(http, async () => await store.CheckInAsync(objective, keyResult, body.Record, headers.Writing, cancel));

    private static async Task<IResult> Redefine([AsParameters] WriteHeaders headers, HttpContext http, PortfolioStore store, CancellationToken cancel)
    {
        Body<object>.RequireJson(http.Request);
        using var reader = new StreamReader(http.Request.Body);
        var document = await reader.ReadToEndAsync(cancel);
        return await Write(http, async () => await store.RedefineAsync(document, headers.Writing, cancel));
    }

    private static async Task<IResult> History<TEntry, TRecord>(
        HttpContext http, PortfolioStore store, Func<Portfolio, bool> isDefined, IQueryable<TEntry> history, Func<TEntry, TRecord> record,
        CancellationToken cancel)
        where TEntry : Entry
    {
        if (!isDefined((await store.DefinitionAsync(cancel)).Portfolio))
        {
            return NotDefined();
        }

        var entries = await history.OrderBy(entry => entry.Number).ToListAsync(cancel);
        http.Response.Headers.ETag = Tag(entries.Count);
        return Results.Ok(entries.Select(record));
    }

    // Runs a write and says in HTTP what became of it.
    private static async Task<IResult> Write(HttpContext http, Func<Task<Appended?>> write)
    {
        try
        {
            if (await write() is not { } appended)
            {
                return NotDefined();
            }

            http.Response.Headers.ETag = Tag(appended.Number);
            return appended.Outcome switch
            {
                WriteOutcome.Changed =>
                    Results.Problem("Something was added since you looked: read it, then decide again.", statusCode: StatusCodes.Status412PreconditionFailed),
                WriteOutcome.Repeated => Results.Ok(),
                WriteOutcome.Added => Results.Created(http.Request.Path, null),
            };
        }
        catch (Exception refused) when (refused is ArgumentException or JsonException)
        {
            return Results.Problem(Refusal(refused), statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult NotDefined() => Results.Problem("There is no such KPI or key result.", statusCode: StatusCodes.Status404NotFound);

    private static IResult Explain(Explanation? explanation) =>
        explanation is null
            ? Results.Problem("Nothing has this id on this date.", statusCode: StatusCodes.Status404NotFound)
            : Results.Ok(Reason.Of(explanation));

    /// <summary>Why a KPI needs an OKR or not; one that is only watched needs nothing, and is told how it stands.</summary>
    internal static Explanation? WhyOf(this PortfolioReview review, string kpi) =>
        review.TryNeed(kpi, out var need) ? need.Explain() : review.TryAssessment(kpi, out var watched) ? watched.Explain() : null;

    /// <summary>The score of an objective; also of one whose cycle is still to come, which a review leaves out.</summary>
    internal static ObjectiveScore? ScoreOf(this PortfolioReview review, string objective) =>
        review.Objectives.FirstOrDefault(score => score.Objective.Id.Value == objective)
        ?? review.Portfolio.Objectives.FirstOrDefault(each => each.Id.Value == objective)?.Score(review.AsOf);

    /// <summary>What the library says, without the name of a parameter, which means nothing to a reader.</summary>
    internal static string Refusal(Exception refused) => refused.Message.Split(" (Parameter ")[0];

    private static IResult Json(string json) => Results.Text(json, "application/json");

    private static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
}

/// <summary>A sentence of an explanation, in the language of the request, and what it rests on.</summary>
internal sealed record Reason(string Key, string Text, IEnumerable<Reason> Because)
{
    public static Reason Of(Explanation explanation) => new(explanation.Key, Texts.Text(explanation), explanation.Because.Select(Of));
}

/// <summary>The headers of a write.</summary>
internal sealed record WriteHeaders(
    [FromHeader(Name = "If-Match")] string? IfMatch,
    [FromHeader(Name = "Idempotency-Key")] string? IdempotencyKey)
{
    public Writing Writing => new(
        IfMatch switch
        {
            null or "" or "*" => null,
            _ when int.TryParse(IfMatch.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new BadHttpRequestException($"If-Match takes the ETag of the history, not {IfMatch}."),
        },
        string.IsNullOrEmpty(IdempotencyKey) ? null : IdempotencyKey);
}
