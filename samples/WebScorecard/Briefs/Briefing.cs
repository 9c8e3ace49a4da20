using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OkrKpi;
using WebScorecard.Edit;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard.Briefs;

/// <summary>
/// From a KPI that needs an OKR to the objective: the gap, the questions, what one could improve and what everybody thinks of it. The area that is chosen
/// becomes the draft, which is then written on the form of an objective.
/// </summary>
internal static class Briefing
{
    public static void MapBriefing(this RouteGroupBuilder pages)
    {
        pages.MapGet("/brief", (string? kpi, [AsParameters] Visit visit) => ShowAsync(kpi ?? "", visit));
        pages.MapPost("/brief", (string? kpi, [FromForm] IFormCollection form, [AsParameters] Visit visit) => ReceiveAsync(kpi ?? "", form, visit));
    }

    private static async Task<IResult> ShowAsync(string kpi, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync("/brief?kpi=" + Uri.EscapeDataString(kpi), refused);
        if (!view.Review.TryNeed(kpi, out var need))
        {
            return new RazorComponentResult<MissingPage>(new { View = view }) { StatusCode = StatusCodes.Status404NotFound };
        }

        var brief = view.Review.BriefOf(need.Kpi.Id);
        var notes = await NotesAsync(kpi, visit);
        return new RazorComponentResult<BriefPage>(new { View = view, Need = need, Brief = brief is null ? null : notes.On(brief), Notes = notes })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    // Everybody may write at once: a note is added to whatever is there.
    private static Task<IResult> ReceiveAsync(string kpi, IFormCollection form, Visit visit) =>
        visit.AddAsync(
            form["form"] == "draft" ? "/edit/objective?id=" + Uri.EscapeDataString(form["newId"].ToString()) : "/brief?kpi=" + Uri.EscapeDataString(kpi),
            form,
            async fields =>
            {
                var review = (await visit.Store.LoadAsync(visit.Cancel)).Review(visit.Dates.Today);
                var brief = review.TryNeed(kpi, out var need) && review.BriefOf(need.Kpi.Id) is { } needed
                    ? needed
                    : throw new ArgumentException(Texts.Text("NothingToDiscuss"));
                return (visit.Dates.Today.ToDateOnly(), await visit.Store.EditAsync(
                    definition => Noted(definition, brief, form["form"].ToString(), fields), fields.Writing with { Expected = null }, visit.Cancel));
            },
            refused => ShowAsync(kpi, visit, refused));

    private static Definition Noted(Definition definition, Brief brief, string form, Fields fields)
    {
        var kpi = brief.Kpi.Id.Value;
        var known = definition.Briefs.FirstOrDefault(each => each.Kpi == kpi) ?? BriefNotes.About(kpi);
        var notes = form switch
        {
            // Only what the writer changed: another may have answered other questions meanwhile.
            "answers" => brief.Questions.Select(each => each.Code).Concat(known.Questions.Select(each => each.Code)).Distinct()
                .Where(code => fields.Text("answer-" + code) != fields.Text("seen-" + code))
                .Aggregate(known, (notes, code) => notes.With(new BriefNotes.Question(code, Answer: fields.OptionalText("answer-" + code)?.Trim()))),
            "question" => known.With(new BriefNotes.Question(
                FormValues.Next("own-", known.Questions.Select(each => each.Code)), fields.Text("text"))),
            "area" => known with { Areas = [.. known.Areas, new(fields.Text("name"), fields.Lines("tactics"), [])] },
            "votes" => known.Areas.Select((area, index) => (area.Name, Mark: Mark(fields, index))).Where(each => each.Mark is not null)
                .Aggregate(known, (notes, each) => notes.With(each.Name, each.Mark!)),
            "draft" => known with { Chosen = fields.Text("area") },
            "anew" => BriefNotes.About(kpi),
            _ => known,
        };
        var discussed = notes.On(brief);
        var next = definition.With(notes);
        if (form != "draft")
        {
            return next;
        }

        var id = fields.Text("newId");
        return next.Portfolio.TryObjective(id, out _)
            ? throw new ArgumentException(Texts.Text("IdTaken", id))
            : next.With(next.Portfolio.With(discussed.ToObjective(id, fields.CycleOf(next.Portfolio))));
    }

    // Nothing filled in is no vote.
    private static BriefNotes.Mark? Mark(Fields fields, int area) =>
        fields.OptionalText($"impact{area}") is null && fields.OptionalText($"confidence{area}") is null && fields.OptionalText($"ease{area}") is null
            ? null
            : new(fields.Text("by"), fields.Number($"impact{area}"), fields.Number($"confidence{area}"), fields.Number($"ease{area}"));

    private static async Task<BriefNotes> NotesAsync(string kpi, Visit visit) =>
        (await visit.Store.LatestDefinitionAsync(visit.Cancel)).Definition.Briefs.FirstOrDefault(each => each.Kpi == kpi) ?? BriefNotes.About(kpi);
}
