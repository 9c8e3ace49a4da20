using NodaTime;

namespace OkrKpi;

/// <summary>What a <see cref="FindingRule"/> may look at besides the objective: the date, the KPIs and how they stand, the needs.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ReviewContext
{
    private readonly Dictionary<KpiId, OkrNeed> needs;

    internal ReviewContext(Portfolio portfolio, LocalDate asOf, IEnumerable<OkrNeed> needs)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        this.needs = needs.ToDictionary(need => need.Kpi.Id);
    }

    /// <summary>Everything of the organisation.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The date of the review; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The answer of the rule for a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The answer; <see langword="null"/> for a KPI that is not in the portfolio.</returns>
    public OkrNeed? NeedOf(KpiId kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return needs.GetValueOrDefault(kpi);
    }
}
