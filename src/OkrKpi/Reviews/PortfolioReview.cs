using NodaTime;

namespace OkrKpi;

/// <summary>Everything the library can say about an organisation on a date.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class PortfolioReview
{
    internal PortfolioReview(Portfolio portfolio, LocalDate asOf, OkrNeed[] needs, KpiAssessment[] kpis, ObjectiveScore[] objectives, Finding[] findings)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        Needs = needs;
        Kpis = kpis;
        Objectives = objectives;
        Findings = findings;
    }

    /// <summary>What was reviewed.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The answer of the rule for every KPI: needed first, then covered, then what cannot be told, then not needed; within a state in the portfolio's order, those with both reasons first.</summary>
    public IReadOnlyList<OkrNeed> Needs { get; }

    /// <summary>How each KPI stands, in the portfolio's order.</summary>
    public IReadOnlyList<KpiAssessment> Kpis { get; }

    /// <summary>The scores of the objectives whose cycle has begun, in the portfolio's order.</summary>
    public IReadOnlyList<ObjectiveScore> Objectives { get; }

    /// <summary>Remarks on quality, errors first, otherwise in the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The review in words.</summary>
    /// <returns>A tree with the needs and the objectives.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            "review",
            new Fact("asOf", AsOf), new Fact("kpis", (decimal)Kpis.Count), new Fact("objectives", (decimal)Objectives.Count),
            new Fact("needed", (decimal)Needs.Count(need => need.State == OkrNeedState.Needed)), new Fact("covered", (decimal)Needs.Count(need => need.State == OkrNeedState.Covered)),
            new Fact("findings", (decimal)Findings.Count))
        .Resting(Needs.Select(need => need.Explain()))
        .Resting(Objectives.Select(objective => objective.Explain()))
        .Resting(Findings.Select(finding => finding.Explanation));

    /// <summary>The counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
