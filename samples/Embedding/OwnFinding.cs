using NodaTime;
using OkrKpi;

namespace Embedding;

/// <summary>A quality rule of the organisation's own, beside those of the library.</summary>
internal static class OwnFinding
{
    internal static void Run(TextWriter output)
    {
        var rating = Kpi.Define("rating", "Rating of the support", Unit.RatingOutOf(5), Direction.HigherIsBetter)
            .Every(Cadence.Month, Aggregation.Average)
            .OwnedBy("Customer Success")
            .WithTarget(4.5m, from: new LocalDate(2026, 7, 1));
        var engage = Objective.Define("engage", "Raise engagement with new customers", Cycle.Quarter(2026, 3))
            .OwnedBy("Customer Success")
            .Addressing(rating)
            .With(KeyResult.Define("reply", "Average response time", Unit.Hours, Goal.FromTo(5, 1)))
            .With(Initiative.Define("faq", "FAQ section and answer store"));

        var options = ReviewOptions.Default.With(new EveryInitiativeHasAnOwner());

        PortfolioReview review = Portfolio.Of([rating], [engage], []).Review(new LocalDate(2026, 7, 3), options);
        foreach (var finding in review.Findings)
        {
            output.WriteLine($"{finding.Severity}: {finding}");
        }
    }

    private sealed class EveryInitiativeHasAnOwner : FindingRule
    {
        public override IEnumerable<Finding> Check(Objective objective, ReviewContext context) =>
            from initiative in objective.Initiatives
            where initiative.Owner is null
            select Finding.Of(
                "initiative-has-no-owner", FindingSeverity.Warning, FindingSubject.Of(objective, initiative),
                $"Nobody answers for '{initiative.Title}'; name somebody");
    }
}

// prints
// Warning: initiative-has-no-owner engage/faq: Nobody answers for 'FAQ section and answer store'; name somebody
