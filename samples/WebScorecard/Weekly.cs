using Microsoft.AspNetCore.Mvc;
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
        var view = await visit.ViewAsync("/weekly");
        var by = view.By;
        view = view with { By = by with { Team = form["team"].ToString() is { Length: > 0 } team ? team : null } };
        if (!view.CanWrite)
        {
            return Site.SeeOther($"/sign-in?back={Uri.EscapeDataString(view.At("/weekly", view.By))}");
        }

        var rows = WeekRow.Of(await visit.Store.WeekAsync(view.Review.AsOf, visit.Cancel), view.By);
        var filled = rows.Where(row => row.IsFilledIn(form)).ToArray();
        var faults = new List<WeekFault>();
        var together = new List<(CheckInEntry Entry, int Expected)>();
        foreach (var row in filled)
        {
            try
            {
                together.Add((Entry(row, form, together.Count), (int)new Fields(form).Number(row.Field("version"))));
            }
            catch (ArgumentException refused)
            {
                faults.Add(new(row, row.FieldOf(Fields.Of(refused)), Api.Refusal(refused)));
            }
        }

        // What was typed for a key result that is no longer open is not passed over in silence.
        if (form.Keys.Where(name => name.StartsWith("value:", StringComparison.Ordinal) && form[name] != "").Except(rows.Select(row => row.Field("value"))).Any())
        {
            faults.Add(new(null, null, Texts.Text("NoLongerOpen")));
        }

        if (filled.Length == 0 && faults.Count == 0)
        {
            faults.Add(new(null, null, Texts.Text("NothingFilledIn")));
        }

        if (faults.Count == 0)
        {
            var outcome = await TogetherAsync(visit, together, faults);
            if (outcome is WriteOutcome.Added or WriteOutcome.Repeated)
            {
                var date = NodaTime.LocalDate.FromDateOnly(together[0].Entry.Record.Date);
                return Site.SeeOther($"{(date > visit.Dates.Today ? view with { Asked = date } : view).At("/weekly", view.By) switch
                {
                    var path => path + (path.Contains('?', StringComparison.Ordinal) ? "&saved" : "?saved"),
                }}#main");
            }

            // Shown with what the others added, and whose it was.
            view = (await visit.ViewAsync("/weekly")) with { By = view.By };
            if (outcome is WriteOutcome.Changed)
            {
                faults.AddRange(
                    WeekRow.Of(await visit.Store.WeekAsync(view.Review.AsOf, visit.Cancel), view.By)
                        .Where(row => row.IsFilledIn(form) && form[row.Field("version")] != row.Version)
                        .Select(row => new WeekFault(row, row.Field("value"), Texts.Text("ChangedRow"))));
            }
        }

        return await PageAsync(visit, view, new(form, [.. faults]));
    }

    private static async Task<WriteOutcome?> TogetherAsync(Visit visit, List<(CheckInEntry, int)> together, List<WeekFault> faults)
    {
        try
        {
            return await visit.Store.CheckInTogetherAsync(together, visit.Cancel);
        }
        catch (ArgumentException refused)
        {
            faults.Add(new(null, "date", Api.Refusal(refused)));
            return null;
        }
    }

    // What one row says; the library says whether it makes sense.
    private static CheckInEntry Entry(WeekRow row, IFormCollection form, int number)
    {
        var fields = new Fields(form);
        var record = new CheckInRecord(
            fields.Date("date"), fields.OptionalNumber(row.Field("value")), row.Part, fields.OptionalNumber(row.Field("sample")),
            fields.OptionalMark(row.Field("confidence")), fields.OptionalText(row.Field("note")), fields.OptionalText("author"));
        row.Week.Objective.CheckIn(row.Week.KeyResult.Id.Value, record.ToCheckIn());
        return new()
        {
            Objective = row.Week.Objective.Id.Value,
            KeyResult = row.Week.KeyResult.Id.Value,
            Record = record,
            RequestId = fields.OptionalText("request") is { } request ? $"{request}/{number}" : null,
        };
    }
}
