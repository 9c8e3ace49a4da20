using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OkrKpi;
using WebScorecard.Edit;
using WebScorecard.Pages;

namespace WebScorecard.Closing;

/// <summary>The end of a cycle: what was reached, whether the KPIs moved, what was learnt, and what goes on; and two dates side by side.</summary>
internal static class CycleClosing
{
    public static void MapClosing(this RouteGroupBuilder pages)
    {
        pages.MapGet("/closing", (string? from, string? to, [AsParameters] Visit visit) => ShowAsync(from, to, visit));
        pages.MapPost(
            "/closing", (string? from, string? to, [FromForm] IFormCollection form, [AsParameters] Visit visit) => ReceiveAsync(from, to, form, visit));
        pages.MapGet("/compare", CompareAsync);
    }

    private static async Task<IResult> ShowAsync(string? from, string? to, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync(Path(from, to), refused);
        var cycles = view.Review.Portfolio.Objectives.Select(objective => objective.Cycle).DistinctBy(cycle => (cycle.Start, cycle.End))
            .OrderByDescending(cycle => cycle.End).ToList();
        var cycle = from is null ? view.Review.LastCycle()?.Cycle ?? cycles.LastOrDefault() : Cycle.Between(visit.Dates.Of(from), visit.Dates.Of(to));
        var closed = cycle?.End < view.Review.AsOf ? view.Review.EndOf(cycle) : null;
        return new RazorComponentResult<ClosingPage>(new { View = view, Cycles = cycles, Cycle = cycle, Closed = closed })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static Task<IResult> ReceiveAsync(string? from, string? to, IFormCollection form, Visit visit) =>
        visit.AddAsync(
            form["do"] == "carry" ? $"/objectives/{IdInPath.Of(form["newId"].ToString())}" : Path(from, to),
            form,
            async fields =>
            {
                // With its check-ins, because what goes on starts where it was left.
                var known = (await visit.Store.LoadAsync(visit.Cancel)).Objective(fields.Text("objective"));
                var today = visit.Dates.Today;
                return (today.ToDateOnly(), await visit.Store.EditAsync(
                    definition => definition.With(Changed(definition.Portfolio, known, form["do"].ToString(), fields, today)),
                    fields.Writing with { Expected = null }, visit.Cancel));
            },
            refused => ShowAsync(from, to, visit, refused));

    private static Portfolio Changed(Portfolio portfolio, Objective known, string what, Fields fields, LocalDate today) => what switch
    {
        "learn" => portfolio.With(
            Learning.Of(known.Id, fields.Choice<LearningKind>("kind"), fields.Text("text"), today)
                .Set(fields.OptionalText("author"), (learning, author) => learning.By(author), learning => learning.WithoutAuthor())),
        "carry" => portfolio.TryObjective(fields.Text("newId"), out _)
            ? throw new ArgumentException(Texts.Text("IdTaken", fields.Text("newId")))
            : portfolio.With(known.CarriedOver(
                fields.Text("newId"), fields.CycleOf(portfolio), fields.All("carried").Select(KeyResultId.Of),
                fields.Choice<Rebaseline>("rebaseline"))),
        _ => portfolio,
    };

    private static async Task<IResult> CompareAsync(string? from, string? to, [AsParameters] Visit visit)
    {
        var view = await visit.ViewAsync("/compare");
        var now = string.IsNullOrEmpty(to) ? view.Review : await visit.Store.ReviewAsync(visit.Dates.Of(to), visit.Cancel);
        var then = await visit.Store.ReviewAsync(string.IsNullOrEmpty(from) ? now.AsOf.PlusMonths(-1) : visit.Dates.Of(from), visit.Cancel);
        return new RazorComponentResult<ComparePage>(new { View = view, Then = then, Now = now });
    }

    private static string Path(string? from, string? to) =>
        from is null ? "/closing" : $"/closing?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to ?? "")}";
}
