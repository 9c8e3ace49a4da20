using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>What is defined, by forms. Each is checked by the library as it would be stored; what is stored is the next definition in the history.</summary>
internal static class Edits
{
    /// <summary>The name of every form here, by which a refused one is found again.</summary>
    public const string Form = "edit";

    public static void MapEdits(this RouteGroupBuilder pages)
    {
        Map<KpiForm>(pages, "/edit/kpi", query => new KpiEdit(query["id"]));
        Map<ObjectiveForm>(pages, "/edit/objective", query => new ObjectiveEdit(query["id"]));
        Map<KeyResultForm>(pages, "/edit/key-result", query => new KeyResultEdit(query["objective"], query["id"], query["goal"]));
        Map<InitiativeForm>(pages, "/edit/initiative", query => new InitiativeEdit(query["objective"], query["id"]));
        Map<OrganisationForm>(pages, "/edit/organisation", _ => new OrganisationEdit());
        pages.MapTargetPlans();
        pages.MapCorrections();
        pages.MapHistories();
    }

    private static void Map<TPage>(RouteGroupBuilder pages, string path, Func<IQueryCollection, DefinitionEdit> edit)
        where TPage : IComponent
    {
        pages.MapGet(path, ([AsParameters] Visit visit) => ShowAsync<TPage>(edit(visit.Http.Request.Query), visit));
        pages.MapPost(
            path, ([FromForm] IFormCollection form, [AsParameters] Visit visit) => ReceiveAsync<TPage>(edit(visit.Http.Request.Query), form, visit));
    }

    private static Task<IResult> ReceiveAsync<TPage>(DefinitionEdit edit, IFormCollection form, Visit visit)
        where TPage : IComponent
    {
        if (form["do"] == "check")
        {
            return ShowAsync<TPage>(edit, visit, new(Form, "", form));
        }

        var filledIn = new Fields(form);
        return visit.AddAsync(
            edit.After(filledIn), form, async fields => (
                visit.Dates.Today.ToDateOnly(),
                await visit.Store.EditAsync(definition => definition.With(edit.Applied(definition.Portfolio, fields)), fields.Writing, visit.Cancel)),
            refused => ShowAsync<TPage>(edit, visit, refused));
    }

    private static async Task<IResult> ShowAsync<TPage>(DefinitionEdit edit, Visit visit, RefusedForm? filledIn = null)
        where TPage : IComponent
    {
        // The number before what it is of: what is written in between is then refused, not overwritten.
        var (_, number) = await visit.Store.LatestDefinitionAsync(visit.Cancel);
        var view = await visit.ViewAsync(edit.Path, filledIn);
        if (!edit.IsThere(view.Review.Portfolio))
        {
            return new RazorComponentResult<MissingPage>(new { View = view }) { StatusCode = StatusCodes.Status404NotFound };
        }

        var (review, isChecked) = (view.Review, false);
        if (filledIn is { Message: "" })
        {
            try
            {
                (review, isChecked) = (edit.Applied(review.Portfolio, new(filledIn.Fields)).Review(review.AsOf), true);
            }
            catch (ArgumentException refused)
            {
                view = view with { Form = filledIn with { Message = Api.Refusal(refused), Field = Fields.Of(refused) } };
            }
        }

        var editing = new Editing(
            view, edit, number, await visit.Store.HistoriesAsync(visit.Cancel), [.. review.Findings.Where(finding => edit.Concerns(finding.Subject))],
            isChecked);
        return new RazorComponentResult<TPage>(new { Editing = editing })
        {
            StatusCode = view.Form is { Message.Length: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }
}
