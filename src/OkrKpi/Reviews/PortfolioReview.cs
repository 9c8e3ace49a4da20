using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Everything the library can say about an organisation on a date.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PortfolioReview
{
    internal PortfolioReview(
        Portfolio portfolio, LocalDate asOf, ReviewOptions options, OkrNeed[] needs, KpiAssessment[] kpis, PortfolioScores scores, Finding[] findings)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        Options = options;
        Needs = needs;
        Kpis = kpis;
        Scores = scores;
        Objectives = [.. scores.Objectives.Select(each => each.Own)];
        Findings = findings;
    }

    /// <summary>What was reviewed.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>What the review went by.</summary>
    public ReviewOptions Options { get; }

    /// <summary>The answer of the rule for every KPI, in the order of <see cref="NeedRanking"/>.</summary>
    public IReadOnlyList<OkrNeed> Needs { get; }

    /// <summary>How each KPI stands, in the portfolio's order.</summary>
    public IReadOnlyList<KpiAssessment> Kpis { get; }

    /// <summary>How each objective stands with what is aligned to it, and each unit: score, grade, outcome, pace, confidence and forecast.</summary>
    public PortfolioScores Scores { get; }

    /// <summary>
    /// The scores of the objectives whose cycle has begun by their own key results alone, in the portfolio's order; with what is aligned to them see
    /// <see cref="Scores"/>.
    /// </summary>
    public IReadOnlyList<ObjectiveScore> Objectives { get; }

    /// <summary>
    /// Remarks on quality in a reader's order: errors first, then those on which most hangs: the whole, KPIs that need an OKR, objectives for these, other
    /// KPIs, teams and objectives, and key results by their share of the score; otherwise in the order of the rules.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The findings for reading: what is found of several items is told once, with the items, where the first of them stands.</summary>
    public IReadOnlyList<FindingGroup> FindingGroups => FindingGroup.Of(Findings);

    /// <summary>The answer of the rule of a KPI, one of the <see cref="Needs"/>.</summary>
    /// <param name="kpi">The KPI's id; surrounding white space is dropped.</param>
    /// <returns>The answer of the rule.</returns>
    /// <exception cref="ArgumentException">The KPI is not among them, which the message tells with the ids that are near, or <paramref name="kpi"/> is blank or
    /// no id.</exception>
    public OkrNeed NeedOf(string kpi) => NeedOf(KpiId.Given(kpi));

    /// <summary>The answer of the rule of a KPI, one of the <see cref="Needs"/>.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The answer of the rule.</returns>
    /// <exception cref="ArgumentException">The KPI is not among them; the message tells the ids that are near.</exception>
    public OkrNeed NeedOf(KpiId kpi) => TryNeed(kpi, out var found) ? found : throw Unknown(kpi, Needs.Select(each => each.Kpi));

    /// <summary>Finds the answer of the rule of a KPI.</summary>
    /// <param name="kpi">The KPI's id; surrounding white space is dropped. A blank one is that of no KPI.</param>
    /// <param name="found">The answer of the rule; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is one.</returns>
    public bool TryNeed(string kpi, [NotNullWhen(true)] out OkrNeed? found)
    {
        found = null;
        return KpiId.TryParse(Guard.Against.Null(kpi), null, out var known) && TryNeed(known, out found);
    }

    /// <summary>Finds the answer of the rule of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="found">The answer of the rule; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is one.</returns>
    public bool TryNeed(KpiId kpi, [NotNullWhen(true)] out OkrNeed? found)
    {
        Guard.Against.Null(kpi);
        found = Needs.FirstOrDefault(each => each.Kpi.Id == kpi);
        return found is not null;
    }

    /// <summary>The assessment of a KPI, one of the <see cref="Kpis"/>.</summary>
    /// <param name="kpi">The KPI's id; surrounding white space is dropped.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException">The KPI is not among them, which the message tells with the ids that are near, or <paramref name="kpi"/> is blank or
    /// no id.</exception>
    public KpiAssessment AssessmentOf(string kpi) => AssessmentOf(KpiId.Given(kpi));

    /// <summary>The assessment of a KPI, one of the <see cref="Kpis"/>.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException">The KPI is not among them; the message tells the ids that are near.</exception>
    public KpiAssessment AssessmentOf(KpiId kpi) => TryAssessment(kpi, out var found) ? found : throw Unknown(kpi, Kpis.Select(each => each.Kpi));

    /// <summary>Finds the assessment of a KPI.</summary>
    /// <param name="kpi">The KPI's id; surrounding white space is dropped. A blank one is that of no KPI.</param>
    /// <param name="found">The assessment; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is one.</returns>
    public bool TryAssessment(string kpi, [NotNullWhen(true)] out KpiAssessment? found)
    {
        found = null;
        return KpiId.TryParse(Guard.Against.Null(kpi), null, out var known) && TryAssessment(known, out found);
    }

    /// <summary>Finds the assessment of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="found">The assessment; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is one.</returns>
    public bool TryAssessment(KpiId kpi, [NotNullWhen(true)] out KpiAssessment? found)
    {
        Guard.Against.Null(kpi);
        found = Kpis.FirstOrDefault(each => each.Kpi.Id == kpi);
        return found is not null;
    }

    /// <summary>The brief for the team's discussion of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The brief; <see langword="null"/> when the KPI needs no OKR, it cannot be told, or it is not in the portfolio.</returns>
    public Brief? BriefOf(KpiId kpi)
    {
        Guard.Against.Null(kpi);
        return Needs.FirstOrDefault(need => need.Kpi.Id == kpi) is { Reasons.Count: > 0 } need ? Brief.Of(need, Portfolio.MeasurementsOf(kpi)) : null;
    }

    /// <summary>What changed in the seven days up to the date, what is missing, and what is at risk.</summary>
    /// <returns>The weekly review.</returns>
    public WeeklyReview Week() => WeeklyReview.Of(this);

    /// <summary>The look back at the objectives of a cycle: final scores, whether the KPIs moved, what was learned.</summary>
    /// <param name="cycle">The cycle; its dates count, not its name.</param>
    /// <returns>The look back; without outcomes when no objective is of that cycle.</returns>
    /// <exception cref="ArgumentException"><paramref name="cycle"/> is not over on the date of the review.</exception>
    public CycleReview EndOf(Cycle cycle)
    {
        Guard.Against.Null(cycle);
        return cycle.End <= AsOf
            ? CycleReview.Of(this, cycle, Options)
            : throw new ArgumentException($"The cycle {cycle} is not over on the date of the review; look back when it is.", nameof(cycle));
    }

    /// <summary>The look back at the cycle that ended last.</summary>
    /// <returns>The look back; <see langword="null"/> when no objective's cycle is over.</returns>
    public CycleReview? LastCycle() =>
        Portfolio.Objectives.Select(objective => objective.Cycle).Where(cycle => cycle.End <= AsOf).OrderBy(cycle => cycle.End).LastOrDefault() is { } cycle
            ? EndOf(cycle)
            : null;

    private ArgumentException Unknown(KpiId kpi, IEnumerable<Kpi> known) => new(
        Portfolio.TryKpi(kpi, out var watched) && watched.IsWatched
            ? $"The KPI '{kpi}' is only watched: it has no target, and there is no need of it to tell."
            : $"The KPI '{kpi}' is not in the review{NearIds.Advice(kpi.Value, [.. known.Select(each => each.Id.Value)])}",
        nameof(kpi));

    /// <summary>The review in words.</summary>
    /// <returns>A tree with the needs and the objectives.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            "review",
            new Fact("asOf", AsOf), new Fact("kpis", (decimal)Kpis.Count), new Fact("objectives", (decimal)Objectives.Count),
            new Fact("needed", (decimal)Needs.Count(need => need.State == OkrNeedState.Needed)),
            new Fact("covered", (decimal)Needs.Count(need => need.State == OkrNeedState.Covered)),
            new Fact("findings", (decimal)Findings.Count))
        .Resting(Needs.Select(need => need.Explain()))
        .Resting(Scores.Objectives.Select(each => each.HasContributors ? each.Explain() : each.Own.Explain()))
        .Resting(FindingGroups.Select(group => group.Explanation));

    /// <summary>The counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
