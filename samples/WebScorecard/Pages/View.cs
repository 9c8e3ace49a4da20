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

    public string Home => "/" + Query;

    public string Of(KpiId kpi, string anchor = "") => $"/kpis/{Uri.EscapeDataString(kpi.Value)}{Query}{anchor}";

    public string Of(ObjectiveId objective, KeyResultId? keyResult = null) =>
        $"/objectives/{Uri.EscapeDataString(objective.Value)}{Query}{(keyResult is null ? "" : "#" + Anchor(keyResult))}";

    /// <summary>The page of what a finding is about; null for a team, which has none.</summary>
    public string? Of(FindingSubject subject) => subject switch
    {
        { Kpi: { } kpi } => Of(kpi),
        { Objective: { } objective } => Of(objective, subject.KeyResult),
        _ => null,
    };

    /// <summary>The place of a key result on its objective's page.</summary>
    public static string Anchor(KeyResultId keyResult) => "kr-" + Uri.EscapeDataString(keyResult.Value);

    private string Query => Asked is { } date ? $"?asOf={ReviewDates.Iso(date)}" : "";
}

/// <summary>A form that was refused, why, and what had been filled in.</summary>
public sealed record RefusedForm(string Id, string Message, IFormCollection Fields);
