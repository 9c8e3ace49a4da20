using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebScorecard.Pages;

namespace WebScorecard.Exchange;

/// <summary>Measured values in from a table, looked at before anything is stored; and everything out.</summary>
internal static class Exchanges
{
    public static void MapExchange(this RouteGroupBuilder pages)
    {
        pages.MapGet("/exchange", ([AsParameters] Visit visit) => ShowAsync(visit, null, null));
        pages.MapPost("/exchange", ReceiveAsync);
        pages.MapGet("/exchange/measurements.csv", CsvAsync);
        pages.MapGet("/exchange/scorecard.html", PageAsync);
    }

    private static async Task<IResult> ReceiveAsync([FromForm] IFormCollection form, [AsParameters] Visit visit)
    {
        var text = form["csv"].ToString();
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            text = await reader.ReadToEndAsync(visit.Cancel);
        }

        var table = await ReadAsync(text, form, visit);
        return form["do"] != "store" || table.Faults.Count > 0
            ? await ShowAsync(visit, new("exchange", "", form), (text, table))
            : await visit.AddAsync("/exchange", form, async fields => (
                visit.Dates.Today.ToDateOnly(),
                await visit.Store.MeasureAsync([.. table.Rows.Select(row => (row.Kpi, row.Record))], fields.Writing.RequestId, visit.Cancel)),
                refused => ShowAsync(visit, refused, (text, table)));
    }

    private static async Task<MeasurementTable> ReadAsync(string text, IFormCollection form, Visit visit) =>
        MeasurementTable.Read(text, form["format"] == "dayFirst", await visit.Store.LoadAsync(visit.Cancel));

    private static async Task<IResult> ShowAsync(Visit visit, RefusedForm? form, (string Text, MeasurementTable Table)? read)
    {
        var view = await visit.ViewAsync("/exchange", form);
        return new RazorComponentResult<ExchangePage>(new { View = view, Csv = read?.Text, read?.Table })
        {
            StatusCode = form is { Message.Length: > 0 } || read is { Table.Faults.Count: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> CsvAsync(string? kpi, [AsParameters] Visit visit)
    {
        var portfolio = await visit.Store.LoadAsync(visit.Cancel);
        var table = MeasurementTable.Write(portfolio, portfolio.Kpis.Where(each => kpi is null || each.Id.Value == kpi));

        // With the mark by which spreadsheets know the encoding.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], "text/csv; charset=utf-8", "measurements.csv");
    }

    private static async Task<IResult> PageAsync([AsParameters] Visit visit)
    {
        var view = await visit.ViewAsync("/exchange");
        var page = OkrKpi.Charts.ScorecardPage.Of(view.Review).In(Texts.Language).ToHtml();
        return Results.File(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", $"scorecard-{ReviewDates.Iso(view.Review.AsOf)}.html");
    }
}
