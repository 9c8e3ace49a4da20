using NodaTime;
using OkrKpi;
using WebScorecard.People;

namespace WebScorecard.Pages;

/// <summary>What a page shows: a review, and what the reader may do.</summary>
/// <param name="Review">The review.</param>
/// <param name="Asked">The date asked for in the address; null when none was, so that links stay short.</param>
/// <param name="Who">Who reads.</param>
/// <param name="Form">A form that was refused.</param>
/// <param name="Path">The address of the page.</param>
/// <param name="IsSaved">Whether the reader has just added something.</param>
public sealed record View(PortfolioReview Review, LocalDate? Asked, Who Who, string Path, bool IsSaved, RefusedForm? Form = null)
{
    /// <summary>Whether the reader may add something.</summary>
    public bool CanWrite => Who.MayWrite;

    public string Organisation => Review.Portfolio.Name ?? "Scorecard";

    /// <summary>What the list on the page is narrowed down to.</summary>
    public ListFilter By { get; init; } = new();

    public string Home => At("/");

    public string Of(KpiId kpi, string anchor = "") => At($"/kpis/{IdInPath.Of(kpi.Value)}") + anchor;

    public string Of(ObjectiveId objective, KeyResultId? keyResult = null) =>
        At($"/objectives/{IdInPath.Of(objective.Value)}") + (keyResult is null ? "" : "#" + Anchor(keyResult));

    /// <summary>The page of what a finding is about; null for the whole.</summary>
    public string? Of(FindingSubject subject) => subject switch
    {
        { Kpi: { } kpi } => Of(kpi),
        { Objective: { } objective } => Of(objective, subject.KeyResult),
        { Team: { } team } => OfTeam(team),
        _ => null,
    };

    /// <summary>What it is about by its name rather than its id.</summary>
    public string NameOf(FindingSubject subject) => subject switch
    {
        { Kpi: { } kpi } when Review.Portfolio.TryKpi(kpi, out var found) => found.Name,
        { Objective: { } id, KeyResult: { } keyResult }
            when Review.Portfolio.TryObjective(id, out var found) && found.TryKeyResult(keyResult, out var result) => result.Name,
        { Objective: { } id } when Review.Portfolio.TryObjective(id, out var found) => found.Title,
        _ => $"{subject}",
    };

    /// <summary>The place of an objective in a list.</summary>
    public static string Anchor(ObjectiveId objective) => "objective-" + IdInPath.Of(objective.Value);

    /// <summary>The place of a key result on its objective's page.</summary>
    public static string Anchor(KeyResultId keyResult) => "kr-" + IdInPath.Of(keyResult.Value);

    public string OfTeam(string team) => At($"/teams/{IdInPath.Of(team)}");

    public string OfCycle(Cycle cycle) => At($"/cycles/{IdInPath.Of(cycle.Name)}");

    /// <summary>The address of a page on the date asked for.</summary>
    public string At(string path, ListFilter? by = null) => path + QueryString.Create([
        .. Asked is { } date ? [KeyValuePair.Create<string, string?>("asOf", ReviewDates.Iso(date))] : (KeyValuePair<string, string?>[])[],
        .. by?.Query() ?? [],
    ]);
}

/// <summary>A form that was refused, why, what had been filled in, and the field it is about when it is about one.</summary>
public sealed record RefusedForm(string Id, string Message, IFormCollection Fields, string? Field = null);
