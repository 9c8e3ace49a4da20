using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OkrKpi;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;
using Scorecard;

var bundledDate = new LocalDate(2026, 8, 15);

var file = new Argument<string?>("FILE")
{
    Description = "A workspace to review, - for standard input, or the name of a bundled one: company-a.json (the default), transit.json, ipld.json.",
    Arity = ArgumentArity.ZeroOrOne
};
file.Validators.Add(result =>
{
    // A misspelt option is no file.
    if (result.Tokens is [{ Value: ['-', _, ..] unknown }, ..])
    {
        result.AddError($"There is no option {unknown}; --help shows them.");
    }

    if (result.Tokens is [{ Value: "" }])
    {
        result.AddError("FILE has no name.");
    }
});
var asOf = new Option<LocalDate?>("--as-of")
{
    Description = "Review what was known at the end of this date, as in 2026-08-15. Default: today; for Company A, 2026-08-15.",
    HelpName = "DATE",
    CustomParser = result =>
    {
        // Nothing can be reviewed in the very first and last years of the calendar.
        if (LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true, Value: { Year: >= 2 and <= 9997 } date })
        {
            return date;
        }

        result.AddError($"--as-of takes a date as in 2026-08-15, not '{result.Tokens[0].Value}'.");
        return null;
    },
};
var explain = new Option<string?>("--explain")
{
    Description = "Show everything one answer rests on: of a KPI, an OBJECTIVE or an "
    + "OBJECTIVE/KEY-RESULT.",
    HelpName = "ID"
};
var brief = new Option<string?>("--brief") { Description = "Show the brief for the team's discussion of a KPI that needs an OKR.", HelpName = "KPI" };
var language = new Option<string>("--language")
{
    Description = $"The language of the report: "
    + $"{string.Join(" or ", Words.Languages)}.",
    HelpName = "LANGUAGE",
    DefaultValueFactory = _ => "en"
};
language.AcceptOnlyFromAmong(Words.Languages);
var html = new Option<string?>("--html") { Description = "Write the review as one HTML page, with pictures, to a FILE.", HelpName = "FILE" };
var all = new Option<bool>("--all") { Description = "Show everything, not only what needs attention." };
var json = new Option<bool>("--json") { Description = "Write the review as JSON." };

var command = new RootCommand("""
    Reviews KPIs and OKRs: which KPI needs an OKR and why, and how the OKRs stand.

    Examples:
      scorecard                                     Company A, what needs attention
      scorecard mine.json --all                     everything about your own organisation
      scorecard mine.json --explain churn           what the answer about one KPI rests on
      scorecard mine.json --html review.html        a page with pictures, to print or to send
      curl -s example.org/mine.json | scorecard -   from another program
    """)
    { file, asOf, all, explain, brief, language, html, json };
command.SetAction(parsed => Run(
    parsed.GetValue(file), parsed.GetValue(asOf), parsed.GetValue(all) ? Extent.All : Extent.Screen, parsed.GetValue(explain), parsed.GetValue(brief),
    parsed.GetValue(language), parsed.GetValue(html), parsed.GetValue(json)));

var arguments = command.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    return 2;
}

return arguments.Invoke();

int Run(string? path, LocalDate? date, Extent extent, string? id, string? discussed, string? spoken, string? page, bool asJson)
{
    // English dates and numbers are those of ISO, because every English-speaking country has its own.
    var culture = spoken is null or "en" ? CultureInfo.InvariantCulture : CultureInfo.CreateSpecificCulture(spoken);
    Portfolio portfolio;
    try
    {
        using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(Located(path ?? "company-a.json"));
        portfolio = PortfolioJson.Read(stream);
    }
    catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
    {
        return Fail(problem is JsonException ? $"{(path == "-" ? "standard input" : path)}: {problem.Message}" : problem.Message);
    }

    var review = portfolio.Review(date ?? (path is null or "company-a.json" ? bundledDate : LocalDate.FromDateTime(DateTime.Now)));
    if (id is not null)
    {
        if (Answers.Find(review, id) is not { Length: > 0 } explanations)
        {
            return Fail($"No KPI, objective or objective/key-result has the id '{id}'.");
        }

        foreach (var explanation in explanations)
        {
            Console.Out.WriteLine(explanation.ToText(culture));
        }
    }
    else if (discussed is not null)
    {
        if (review.Needs.FirstOrDefault(need => need.Kpi.Id.Value == discussed) is not { } need || review.BriefOf(need.Kpi.Id) is not { } told)
        {
            return Fail($"No KPI with the id '{discussed}' needs an OKR.");
        }

        Console.Out.WriteLine(told.Explain().ToText(culture));
    }
    else if (page is not null)
    {
        try
        {
            File.WriteAllText(page, ScorecardPage.Of(review).In(culture).ToHtml());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fail($"{page}: {problem.Message}");
        }
    }
    else if (asJson)
    {
        Console.Out.WriteLine(PortfolioJson.Write(review, PortfolioJsonOptions.Default.With(culture)));
    }
    else
    {
        new Report(new(Terminal.Open(), new(culture))).Write(review, extent);
    }

    return 0;
}

// A bare name that is no file here may be that of a bundled workspace.
static string Located(string path)
{
    var bundled = Path.Combine(AppContext.BaseDirectory, "data", Path.GetFileName(path));
    return Path.GetFileName(path) == path && !File.Exists(path) && File.Exists(bundled) ? bundled : path;
}

static int Fail(string message)
{
    Console.Error.WriteLine(message.ReplaceLineEndings(" "));
    return 1;
}
