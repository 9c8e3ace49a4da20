using NodaTime;

namespace OkrKpi;

/// <summary>What a <see cref="FindingRule"/> may look at besides its subject: the date, the KPIs and how they stand, the needs, the scores.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ReviewContext
{
    private readonly Dictionary<KpiId, OkrNeed> needs;
    private readonly Dictionary<ObjectiveId, ObjectiveScore> scores;

    internal ReviewContext(Portfolio portfolio, LocalDate asOf, IEnumerable<OkrNeed> needs, IEnumerable<ObjectiveScore> scores)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        this.needs = needs.ToDictionary(need => need.Kpi.Id);
        this.scores = scores.ToDictionary(score => score.Objective.Id);
    }

    /// <summary>Everything of the organisation.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The date of the review; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The objectives that are open or planned on the date, in the portfolio's order.</summary>
    public IEnumerable<Objective> CurrentObjectives => Portfolio.Objectives.Where(objective => objective.IsOpenAsOf(AsOf) || objective.IsPlannedAsOf(AsOf));

    /// <summary>The portfolio and the date, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Portfolio}, {AsOf.Iso()}";

    /// <summary>The answer of the rule for a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The answer; <see langword="null"/> for a KPI that is not in the portfolio.</returns>
    public OkrNeed? NeedOf(KpiId kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return needs.GetValueOrDefault(kpi);
    }

    /// <summary>The score of an objective whose cycle has begun.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The score; <see langword="null"/> before its cycle, or for an objective that is not in the portfolio.</returns>
    public ObjectiveScore? ScoreOf(ObjectiveId objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return scores.GetValueOrDefault(objective);
    }

    /// <summary>The score of a key result of an objective whose cycle has begun.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="keyResult">The key result's id.</param>
    /// <returns>The score; <see langword="null"/> before the cycle, or when there is no such key result.</returns>
    public KeyResultScore? ScoreOf(ObjectiveId objective, KeyResultId keyResult)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        if (ScoreOf(objective) is { } score)
        {
            foreach (var each in score.KeyResults)
            {
                if (each.KeyResult.Id.Equals(keyResult))
                {
                    return each;
                }
            }
        }

        return null;
    }
}
