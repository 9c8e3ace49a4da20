using System.Globalization;
using NodaTime;
using WebScorecard.Pages;
using WebScorecard.People;
using WebScorecard.Store;

namespace WebScorecard;

/// <summary>One request for a page, and what it takes to answer it.</summary>
internal sealed record Visit(HttpContext Http, PortfolioStore Store, ReviewDates Dates, Who Who)
{
    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>What the page at a path shows.</summary>
    public async Task<View> ViewAsync(string path, RefusedForm? refused = null)
    {
        var asked = Http.Request.Query["asOf"].ToString();
        var review = await Store.ReviewAsync(Dates.Of(asked), Cancel);
        return new(review, asked.Length == 0 ? null : review.AsOf, Who, path, Http.Request.Query.ContainsKey("saved"), refused)
        {
            By = ListFilter.Of(Http.Request.Query),
        };
    }

    /// <summary>Adds what a form says, then leads back to its page; or shows the page again with what was filled in and what is wrong with it.</summary>
    public async Task<IResult> AddAsync(
        string page, IFormCollection form, Func<Fields, Task<(DateOnly Of, Appended? Appended)>> add, Func<RefusedForm, Task<IResult>> refuse)
    {
        string message;
        string? field = null;
        try
        {
            var (of, appended) = await add(new(form));
            if (appended is not { Outcome: WriteOutcome.Changed })
            {
                // What is dated later than today would not be seen today.
                var date = LocalDate.FromDateOnly(of);
                return Site.SeeOther($"{page}{(page.Contains('?') ? '&' : '?')}saved{(date > Dates.Today ? "&asOf=" + ReviewDates.Iso(date) : "")}#main");
            }

            message = Texts.Text("Changed");
        }
        catch (ArgumentException refused)
        {
            (message, field) = (Api.Refusal(refused), Fields.Of(refused));
        }

        return await refuse(new(form["form"].ToString(), message, form, field));
    }
}

/// <summary>The fields of a form, which browsers write the same way in every language.</summary>
public sealed class Fields(IFormCollection form)
{
    /// <summary>The number of entries the reader has seen, and the mark by which a form sent twice is recognised.</summary>
    internal Writing Writing => new((int)Number("version"), OptionalText("request"));

    public DateOnly Date(string name) =>
        DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refused(name, "NoDate");

    public decimal Number(string name) =>
        decimal.TryParse(form[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refused(name, "NoNumber");

    /// <summary>A number in a text; what was typed is told when it is none.</summary>
    public static decimal Number(string text, string typed) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException(Texts.Text("NoNumber", typed));

    public decimal? OptionalNumber(string name) => OptionalText(name) is null ? null : Number(name);

    public bool Has(string name) => form.ContainsKey(name);

    public IEnumerable<string> All(string name) => form[name].OfType<string>();

    /// <summary>A confidence out of ten, as people give it.</summary>
    public decimal? OptionalMark(string name) =>
        OptionalNumber(name) switch
        {
            null => null,
            >= 0m and <= 10m and { } mark => mark / 10m,
            _ => throw Refused(name, "NoMark"),
        };

    /// <summary>A whole number up to a most, such as of days; none is 0.</summary>
    public int Whole(string name, int most) =>
        OptionalNumber(name) switch
        {
            null => 0,
            { } number when number >= 0m && number <= most && number == decimal.Truncate(number) => (int)number,
            _ => throw Refused(name, "NoWhole", 0, most),
        };

    public string? OptionalText(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The field that the library means by the name of a parameter.</summary>
    public static string? Of(ArgumentException refused) => refused.ParamName switch
    {
        "probability" => "confidence",
        "effectiveFrom" => "from",
        var name => name,
    };

    private ArgumentException Refused(string name, string text, params object[] bounds) =>
        new(form[name].ToString() is { Length: > 0 } typed ? Texts.Text(text, [typed, .. bounds]) : Texts.Text("FillIn"), name);
}
