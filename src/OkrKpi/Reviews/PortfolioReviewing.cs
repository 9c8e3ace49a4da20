using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The review of a portfolio: everything there is to say about it on a date.</summary>
public static class PortfolioReviewing
{
    /// <param name="portfolio">The portfolio.</param>
    extension(Portfolio portfolio)
    {
        /// <summary>Says everything about the portfolio on a date: needs, KPIs, objectives, findings.</summary>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <returns>The review.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public PortfolioReview Review(LocalDate asOf) => portfolio.Review(asOf, ReviewOptions.Default);

        /// <summary>Says everything about the portfolio on a date, by options of one's own.</summary>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <param name="options">The rule, profile and quality rules.</param>
        /// <returns>The review.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public PortfolioReview Review(LocalDate asOf, ReviewOptions options)
        {
            Guard.Against.Null(portfolio);
            Guard.Against.Null(options);
            Require.Date(asOf);
            KpiAssessment[] assessments = [.. portfolio.Kpis.Select(kpi => portfolio.Assessed(kpi, asOf))];
            var addressing = portfolio.Objectives
                .SelectMany(objective => objective.Addresses, (objective, kpi) => (kpi, objective))
                .ToLookup(each => each.kpi, each => each.objective);
            var dismissed = portfolio.Dismissals.ToLookup(dismissal => dismissal.Kpi);
            OkrNeed[] needs =
            [
                .. assessments.Where(assessment => !assessment.Kpi.IsWatched)
                    .Select(assessment => options.NeedRule.Apply(assessment, addressing[assessment.Kpi.Id], dismissed[assessment.Kpi.Id]))
            ];
            var scores = portfolio.Score(asOf, options.Scoring);
            var context = new ReviewContext(portfolio, asOf, options, needs, scores);
            return new PortfolioReview(
                portfolio,
                asOf,
                options,
                [.. NeedRanking.Of(needs).Needs.Select(ranked => ranked.Need)],
                assessments,
                scores,
                [.. Findings(options, context).OrderByDescending(finding => finding.Severity).ThenByDescending(finding => context.HangsOn(finding.Subject))]);
        }
    }

    private static List<Finding> Findings(ReviewOptions options, ReviewContext context)
    {
        var findings = new List<Finding>();
        Objective[] current = [.. context.CurrentObjectives];
        foreach (var rule in options.FindingRules)
        {
            var first = findings.Count;
            Add(rule.Check(context));
            foreach (var kpi in context.Portfolio.Kpis)
            {
                Add(rule.Check(kpi, context));
            }

            foreach (var objective in current)
            {
                Add(rule.Check(objective, context));
            }

            foreach (var objective in current)
            {
                foreach (var keyResult in objective.KeyResults)
                {
                    if (!keyResult.IsCancelledAsOf(context.AsOf) && !keyResult.IsPostponedAsOf(context.AsOf))
                    {
                        Add(rule.Check(keyResult, objective, context));
                    }
                }
            }

            if (options.RatingOf(rule) is { } severity)
            {
                for (var index = first; index < findings.Count; index++)
                {
                    findings[index] = findings[index].Rated(severity);
                }
            }
        }

        return findings;

        // Mostly nothing is found, tens of thousands of times, and to find that out as a list does is dear.
        void Add(IEnumerable<Finding> found)
        {
            if (found is not Finding[] { Length: 0 })
            {
                findings.AddRange(found);
            }
        }
    }
}
