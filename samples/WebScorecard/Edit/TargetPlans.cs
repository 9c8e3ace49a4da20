using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OkrKpi;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard.Edit;

/// <summary>A plan of targets for a KPI: a total that is spread, or a way from one value to another. It is shown before it is stored.</summary>
internal static class TargetPlans
{
    public static void MapTargetPlans(this RouteGroupBuilder pages)
    {
        pages.MapGet("/edit/plan", (string? kpi, [AsParameters] Visit visit) => ShowAsync(kpi ?? "", visit));
        pages.MapPost("/edit/plan", (string? kpi, [FromForm] IFormCollection form, [AsParameters] Visit visit) => ReceiveAsync(kpi ?? "", form, visit));
    }

    private static Task<IResult> ReceiveAsync(string kpi, IFormCollection form, Visit visit) => form["do"] == "check"
        ? ShowAsync(kpi, visit, new(Edits.Form, "", form))
        : visit.AddAsync($"/kpis/{IdInPath.Of(kpi)}", form, async fields =>
        {
            var (definition, _) = await visit.Store.LatestDefinitionAsync(visit.Cancel);
            return definition.Portfolio.TryKpi(kpi, out var known)
                ? (visit.Dates.Today.ToDateOnly(), await visit.Store.DecideTargetsAsync(kpi, [.. Plan(known, fields).Select(TargetRecord.Of)], fields.Writing, visit.Cancel))
                : throw new ArgumentException(Texts.Text("Missing"));
        }, refused => ShowAsync(kpi, visit, refused));

    private static async Task<IResult> ShowAsync(string kpi, Visit visit, RefusedForm? filledIn = null)
    {
        var view = await visit.ViewAsync("/edit/plan?kpi=" + Uri.EscapeDataString(kpi), filledIn);
        if (!view.Review.Portfolio.TryKpi(kpi, out var known))
        {
            return new RazorComponentResult<MissingPage>(new { View = view }) { StatusCode = StatusCodes.Status404NotFound };
        }

        IReadOnlyList<TargetDecision> planned = [];
        if (filledIn is { Message: "" })
        {
            try
            {
                planned = Plan(known, new(filledIn.Fields));
                known.With(planned);
            }
            catch (ArgumentException refused)
            {
                view = view with { Form = filledIn with { Message = Api.Refusal(refused) } };
            }
        }

        return new RazorComponentResult<TargetPlanPage>(new { View = view, Kpi = known, Planned = planned })
        {
            StatusCode = view.Form is { Message.Length: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static IReadOnlyList<TargetDecision> Plan(Kpi kpi, Fields fields)
    {
        var (decidedOn, first) = (fields.Day("decidedOn"), fields.Day("in"));
        var over = kpi.PeriodOf(first) is var own && fields.Choice<Cadence>("over") is var length && length == kpi.Cadence ? own : own.Parent(length);
        var plan = fields.Text("plan") switch
        {
            "spread" => kpi.Spread is { } profile
                ? TargetPlan.Spread(fields.Number("to"), over, kpi.Cadence, profile, decidedOn)
                : TargetPlan.Spread(fields.Number("to"), over, kpi.Cadence, decidedOn),
            _ => TargetPlan.Climb(fields.Number("start"), fields.Number("to"), over, kpi.Cadence, decidedOn),
        };
        return (fields.OptionalText("because") is { } reason ? plan.Because(reason.Trim()) : plan).DecisionsFor(kpi);
    }
}
