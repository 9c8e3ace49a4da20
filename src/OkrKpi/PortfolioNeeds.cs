using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The answer of the rule for one KPI of a portfolio, without a review of everything.</summary>
public static class PortfolioNeeds
{
    /// <param name="portfolio">The portfolio.</param>
    extension(Portfolio portfolio)
    {
        /// <summary>Whether a KPI needs an OKR on a date, by the default rule: the answer that a review gives among all others.</summary>
        /// <param name="kpi">The KPI's id.</param>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <returns>The need, with the objectives that cover it and with dismissals.</returns>
        /// <exception cref="ArgumentException">The KPI is not in the portfolio, or <paramref name="kpi"/> is blank or no id.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public OkrNeed NeedOf(string kpi, LocalDate asOf) => portfolio.NeedOf(KpiId.Given(kpi), asOf, OkrNeedRule.Default);

        /// <summary>Whether a KPI needs an OKR on a date.</summary>
        /// <param name="kpi">The KPI's id.</param>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <param name="rule">The rule.</param>
        /// <returns>The need, with the objectives that cover it and with dismissals.</returns>
        /// <exception cref="ArgumentException">The KPI is not in the portfolio, or <paramref name="kpi"/> is blank or no id.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public OkrNeed NeedOf(string kpi, LocalDate asOf, OkrNeedRule rule) => portfolio.NeedOf(KpiId.Given(kpi), asOf, rule);

        /// <summary>Whether a KPI needs an OKR on a date, by the default rule: the answer that a review gives among all others.</summary>
        /// <param name="kpi">The KPI's id.</param>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <returns>The need, with the objectives that cover it and with dismissals.</returns>
        /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public OkrNeed NeedOf(KpiId kpi, LocalDate asOf) => portfolio.NeedOf(kpi, asOf, OkrNeedRule.Default);

        /// <summary>Whether a KPI needs an OKR on a date.</summary>
        /// <param name="kpi">The KPI's id.</param>
        /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
        /// <param name="rule">The rule.</param>
        /// <returns>The need, with the objectives that cover it and with dismissals.</returns>
        /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
        public OkrNeed NeedOf(KpiId kpi, LocalDate asOf, OkrNeedRule rule)
        {
            Guard.Against.Null(portfolio);
            Guard.Against.Null(rule);
            Require.Date(asOf);
            var known = portfolio.Known(kpi, nameof(kpi));
            return rule.Apply(
                portfolio.Assessed(known, asOf),
                portfolio.Objectives.Where(objective => objective.IsAddressing(kpi)),
                portfolio.Dismissals.Where(dismissal => dismissal.Kpi == kpi));
        }
    }
}
