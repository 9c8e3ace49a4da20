using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard.Edit;

/// <summary>Measured values and check-ins that were wrong: what is put right or taken back stays in the history, with the entry that says so.</summary>
internal static class Corrections
{
    private const int RowsAPage = 50;

    public static void MapCorrections(this RouteGroupBuilder pages)
    {
        pages.MapGet("/edit/measurements", (string? kpi, int? page, [AsParameters] Visit visit) => MeasurementsAsync(kpi ?? "", page ?? 1, visit));
        pages.MapPost(
            "/edit/measurements", (string? kpi, [FromForm] IFormCollection form, [AsParameters] Visit visit) => CorrectAsync(kpi ?? "", form, visit));
        pages.MapGet("/edit/check-ins", (string? objective, string? id, [AsParameters] Visit visit) => CheckInsAsync(objective ?? "", id ?? "", visit));
        pages.MapPost(
            "/edit/check-ins",
            (string? objective, string? id, [FromForm] IFormCollection form, [AsParameters] Visit visit) => WithdrawAsync(objective ?? "", id ?? "", form, visit));
    }

    private static async Task<IResult> MeasurementsAsync(string kpi, int page, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync("/edit/measurements?kpi=" + Uri.EscapeDataString(kpi), refused);
        if (!view.Review.Portfolio.TryKpi(kpi, out var known))
        {
            return Missing(view);
        }

        var history = visit.Store.MeasurementsOf(kpi);
        var count = await history.CountAsync(visit.Cancel);
        page = Math.Clamp(page, 1, Math.Max(1, ((count - 1) / RowsAPage) + 1));
        var rows = await history.OrderByDescending(entry => entry.Number).Skip((page - 1) * RowsAPage).Take(RowsAPage).ToListAsync(visit.Cancel);
        return new RazorComponentResult<MeasurementsPage>(
            new { View = view, Kpi = known, Rows = rows, Count = count, Page = page, IsLast = page * RowsAPage >= count })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static Task<IResult> CorrectAsync(string kpi, IFormCollection form, Visit visit) =>
        visit.AddAsync("/edit/measurements?kpi=" + Uri.EscapeDataString(kpi), form, async fields =>
        {
            var number = (int)fields.Number("number");
            var wrong = await visit.Store.MeasurementsOf(kpi).FirstOrDefaultAsync(entry => entry.Number == number, visit.Cancel)
                ?? throw new ArgumentException(Texts.Text("Missing"));
            var today = visit.Dates.Today.ToDateOnly();
            var right = wrong.Record with { KnownOn = today, Restates = true, Withdraws = form["do"] == "withdraw" };
            right = right.Withdraws ? right : right with
            {
                Value = fields.Number("value"),
                Denominator = fields.OptionalNumber("denominator"),
                Weight = fields.OptionalNumber("weight"),
            };
            return (today, await visit.Store.MeasureAsync(kpi, right, fields.Writing, visit.Cancel));
        }, refused => MeasurementsAsync(kpi, 1, visit, refused));

    private static async Task<IResult> CheckInsAsync(string objective, string keyResult, Visit visit, RefusedForm? refused = null)
    {
        var view = await visit.ViewAsync(
            $"/edit/check-ins?objective={Uri.EscapeDataString(objective)}&id={Uri.EscapeDataString(keyResult)}", refused);
        if (!view.Review.Portfolio.TryObjective(objective, out var known) || !known.TryKeyResult(keyResult, out var result))
        {
            return Missing(view);
        }

        var rows = await visit.Store.CheckInsOf(objective, keyResult).OrderByDescending(entry => entry.Number).ToListAsync(visit.Cancel);
        return new RazorComponentResult<CheckInsPage>(new { View = view, Objective = known, KeyResult = result, Rows = rows })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static Task<IResult> WithdrawAsync(string objective, string keyResult, IFormCollection form, Visit visit) =>
        visit.AddAsync($"/edit/check-ins?objective={Uri.EscapeDataString(objective)}&id={Uri.EscapeDataString(keyResult)}", form, async fields =>
        {
            var number = (int)fields.Number("number");
            var wrong = await visit.Store.CheckInsOf(objective, keyResult).FirstOrDefaultAsync(entry => entry.Number == number, visit.Cancel)
                ?? throw new ArgumentException(Texts.Text("Missing"));
            var today = visit.Dates.Today.ToDateOnly();
            var writing = fields.Writing with { RequestId = CheckInEntry.Withdrawing(number) };
            return (today, await visit.Store.CheckInAsync(objective, keyResult, wrong.Record with { WithdrawnOn = today }, writing, visit.Cancel));
        }, refused => CheckInsAsync(objective, keyResult, visit, refused));

    private static RazorComponentResult<MissingPage> Missing(View view) => new(new { View = view }) { StatusCode = StatusCodes.Status404NotFound };
}
