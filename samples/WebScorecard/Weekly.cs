using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard;

/// <summary>The weekly check-in of a team: all its key results on one page and in one form, of which everything is stored or nothing.</summary>
internal static class Weekly
{
    public static void MapWeekly(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/weekly", async ([AsParameters] Visit visit) => await PageAsync(visit, await visit.ViewAsync("/weekly")));
        pages.MapPost("/weekly", CheckInAsync);
    }

    private static async Task<IResult> PageAsync(Visit visit, View view, RefusedWeek? refused = null) =>
        Site.Page<WeeklyPage>(
            new { View = view, Week = await visit.Store.WeekAsync(view.Review.AsOf, visit.Cancel), Refused = refused },
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<IResult> CheckInAsync([FromForm] IFormCollection form, [AsParameters] Visit visit)
    {
        var view = await ViewAsync(visit, form);
        var rows = await RowsAsync(visit, view);
        var together = new List<(CheckInEntry Entry, int Expected)>();
        var faults = Read(visit, form, rows, together);
        if (faults.Count == 0)
        {
            try
            {
                if (await visit.Store.CheckInTogetherAsync(together, visit.Cancel) is not WriteOutcome.Changed)
                {
                    // What is dated later than today would not be seen today.
                    var date = LocalDate.FromDateOnly(together[0].Entry.Record.Date);
                    var back = (date > visit.Dates.Today ? view with { Asked = date } : view).At("/weekly", view.By);
                    return Site.SeeOther($"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}saved#main");
                }

                // Shown with what was added meanwhile.
                view = await ViewAsync(visit, form);
                faults = [.. (await RowsAsync(visit, view)).Where(row => row.IsFilledIn(form) && form[row.Field("version")] != row.Version)
                    .Select(row => new WeekFault(row, row.Field("value"), Texts.Text("ChangedRow")))];
            }
            catch (ArgumentException refused)
            {
                faults.Add(new(null, "date", Api.Refusal(refused)));
            }
        }

        return await PageAsync(visit, view, new(form, [.. faults]));
    }

    private static async Task<View> ViewAsync(Visit visit, IFormCollection form)
    {
        var view = await visit.ViewAsync("/weekly");
        return view with { By = new(Team: form["team"].ToString() is { Length: > 0 } team ? team : null) };
    }

    private static async Task<WeekRow[]> RowsAsync(Visit visit, View view) => WeekRow.Of(await visit.Store.WeekAsync(view.Review.AsOf, visit.Cancel), view.By);

    // Adds what the rows say, and tells everything that is wrong with them at once.
    private static List<WeekFault> Read(
        Visit visit, IFormCollection form, WeekRow[] rows, List<(CheckInEntry Entry, int Expected)> together)
    {
        var faults = new List<WeekFault>();
        foreach (var row in rows.Where(row => row.IsFilledIn(form)))
        {
            try
            {
                together.Add((Entry(visit, row, form), (int)new Fields(form).Number(row.Field("version"))));
            }
            catch (ArgumentException refused)
            {
                var field = row.FieldOf(Fields.Of(refused));
                faults.Add(new(field == "date" ? null : row, field, Api.Refusal(refused)));
            }
        }

        // What was typed for a key result that is no longer open is not passed over in silence.
        var open = rows.Select(row => row.Field("value")).ToHashSet();
        if (form.Any(field => field.Key.StartsWith("value:", StringComparison.Ordinal) && field.Value != "" && !open.Contains(field.Key)))
        {
            faults.Add(new(null, null, Texts.Text("NoLongerOpen")));
        }

        if (together.Count == 0 && faults.Count == 0)
        {
            faults.Add(new(null, null, Texts.Text("NothingFilledIn")));
        }

        return [.. faults.DistinctBy(fault => (fault.Row, fault.Field))];
    }

    // What one row says; the library says whether it makes sense.
    private static CheckInEntry Entry(Visit visit, WeekRow row, IFormCollection form)
    {
        var fields = new Fields(form);
        var record = new CheckInRecord(
            fields.Date("date"), fields.OptionalNumber(row.Field("value")), row.Part, fields.OptionalNumber(row.Field("sample")),
            fields.OptionalMark(row.Field("confidence")), fields.OptionalText(row.Field("note")), visit.Who.Name);
        row.Week.Objective.CheckIn(row.Week.KeyResult.Id.Value, record.ToCheckIn());
        return new()
        {
            Objective = row.Week.Objective.Id.Value,
            KeyResult = row.Week.KeyResult.Id.Value,
            Record = record,
            RequestId = fields.OptionalText("request") is { } request ? string.Create(CultureInfo.InvariantCulture, $"{request}/{row.Number}") : null,
        };
    }
}
