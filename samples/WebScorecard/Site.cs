using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using WebScorecard.Briefs;
using WebScorecard.Closing;
using WebScorecard.Edit;
using WebScorecard.Exchange;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard;

/// <summary>The scorecard for people: pages made on the server, and the forms on them.</summary>
internal static class Site
{
    private const int LatestValues = 8;

    public static void MapSite(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("").ExcludeFromDescription();
        pages.MapBrowsing();
        pages.MapWeekly();
        pages.MapGet("/kpis/{kpi}", (string kpi, [AsParameters] Visit visit) => KpiPage(kpi, visit));
        pages.MapGet("/objectives/{objective}", (string objective, [AsParameters] Visit visit) => ObjectivePage(objective, visit));
        pages.MapPost("/kpis/{kpi}/measurements", Measure);
        pages.MapPost("/kpis/{kpi}/targets", DecideTarget);
        pages.MapPost("/objectives/{objective}/key-results/{keyResult}/check-ins", CheckIn);
        pages.MapGet("/language/{culture}", Language).AllowAnonymous();
        pages.MapEdits();
        pages.MapBriefing();
        pages.MapClosing();
        pages.MapExchange();
    }

    private static async Task<IResult> KpiPage(string kpi, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync($"/kpis/{IdInPath.Of(kpi)}", refused);
        return view.Review.TryAssessment(kpi, out var assessment)
            ? Page<KpiPage>(
                new
                {
                    View = view,
                    Assessment = assessment,
                    Values = await visit.Store.LatestOfAsync(view.Review, assessment.Kpi, LatestValues, visit.Cancel),
                    Decisions = await visit.Store.DecisionsOfAsync(kpi, visit.Cancel),
                },
                refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : Missing(view);
    }

    private static async Task<IResult> ObjectivePage(string objective, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync($"/objectives/{IdInPath.Of(objective)}", refused);
        return view.Review.ScoreOf(objective) is { } score
            ? Page<ObjectivePage>(
                new { View = view, Score = score, Writers = await visit.Store.WritersOfCheckInsAsync(objective, visit.Cancel) },
                refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : Missing(view);
    }

    private static Task<IResult> CheckIn(string objective, string keyResult, [FromForm] IFormCollection form, [AsParameters] Visit visit) =>
        visit.AddAsync($"/objectives/{IdInPath.Of(objective)}", form, async fields =>
        {
            var record = new CheckInRecord(
                fields.Date("date"), fields.OptionalNumber("value"), fields.OptionalText("part"), fields.OptionalNumber("sample"),
                fields.OptionalMark("confidence"), fields.OptionalText("note"), visit.Who.Name);
            return (record.Date, await visit.Store.CheckInAsync(objective, keyResult, record, fields.Writing, visit.Cancel));
        }, refused => ObjectivePage(objective, visit, refused));

    private static Task<IResult> Measure(string kpi, [FromForm] IFormCollection form, [AsParameters] Visit visit) =>
        visit.AddAsync($"/kpis/{IdInPath.Of(kpi)}", form, async fields =>
        {
            var date = fields.Date("date");
            var restates = form["restates"] == "true";
            var record = new MeasurementRecord(
                fields.Number("value"), date, Weight: fields.OptionalNumber("weight"), Denominator: fields.OptionalNumber("denominator"),
                KnownOn: restates ? visit.Dates.Today.ToDateOnly() : null, Restates: restates);
            return (date, await visit.Store.MeasureAsync(kpi, record, fields.Writing, visit.Cancel));
        }, refused => KpiPage(kpi, visit, refused));

    private static Task<IResult> DecideTarget(string kpi, [FromForm] IFormCollection form, [AsParameters] Visit visit) =>
        visit.AddAsync($"/kpis/{IdInPath.Of(kpi)}", form, async fields =>
        {
            var decidedOn = fields.Date("decidedOn");
            var (low, high) = (fields.OptionalNumber("low"), fields.OptionalNumber("high"));

            // Nothing filled in is no decision to do without a target.
            var value = (low ?? high) is null ? fields.Number(fields.Has("low") ? "low" : "value") : fields.OptionalNumber("value");
            var record = new TargetRecord(fields.Date("from"), null, decidedOn, value, low, high, fields.OptionalText("because"));
            return (decidedOn, await visit.Store.DecideTargetAsync(kpi, record, fields.Writing, visit.Cancel));
        }, refused => KpiPage(kpi, visit, refused));

    private static IResult Language(string culture, string? back, HttpContext http)
    {
        var cookie = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Texts.IsSpoken(culture) ? culture : "en"));
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName, cookie, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax });
        return SeeOther(LocalPath.Of(back));
    }

    internal static IResult SeeOther(string path) => new SeeOtherResult(path);

    // Where it was is not repeated: it may be thousands of letters.
    internal static IResult Missing(View view) => Page<MissingPage>(new { View = view with { Path = "/" } }, StatusCodes.Status404NotFound);

    internal static RazorComponentResult<TPage> Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters) { StatusCode = status };

    // After a form is sent the browser asks anew, so that reloading the page sends nothing twice.
    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
