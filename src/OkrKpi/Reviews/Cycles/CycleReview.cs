using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The look back at the objectives of one cycle: final scores, whether their KPIs moved, what was learned, what to carry over.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class CycleReview
{
    private readonly ObjectiveOutcome[] outcomes;

    private CycleReview(Cycle cycle, LocalDate asOf, ObjectiveOutcome[] outcomes)
    {
        Cycle = cycle;
        AsOf = asOf;
        this.outcomes = outcomes;
    }

    /// <summary>The cycle.</summary>
    public Cycle Cycle { get; }

    /// <summary>The date of looking back; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The objectives of the cycle, in the portfolio's order.</summary>
    public IReadOnlyList<ObjectiveOutcome> Outcomes => outcomes;

    /// <summary>The outcome of an objective.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The outcome; <see langword="null"/> when it is not of this cycle.</returns>
    public ObjectiveOutcome? OutcomeOf(ObjectiveId objective)
    {
        Guard.Against.Null(objective);
        return Array.Find(outcomes, outcome => outcome.Objective.Id == objective);
    }

    /// <summary>The look back in words.</summary>
    /// <returns>A tree with the outcomes.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            "cycle.review", new Fact("cycle", Cycle.Name), new Fact("asOf", AsOf), new Fact("objectives", (decimal)outcomes.Length),
            new Fact("achieved", (decimal)outcomes.Count(outcome => outcome.Aligned.IsSuccess == true)))
            .Resting(outcomes.Select(outcome => outcome.Explain()));

    /// <summary>The counts, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    internal static CycleReview Of(PortfolioReview review, Cycle cycle, ReviewOptions options)
    {
        var assessments = review.Kpis.ToDictionary(assessment => assessment.Kpi.Id);
        return new(cycle, review.AsOf, [.. review.Portfolio.Objectives
            .Where(objective => objective.Cycle.Spans(cycle))
            .Select(objective => new ObjectiveOutcome(
                review.Scores.Of(objective.Id),
                [.. objective.Addresses.Select(kpi => options.EffectRule.Apply(assessments[kpi], cycle))],
                [.. review.Portfolio.LearningsOf(objective.Id).Where(learning => learning.RecordedOn <= review.AsOf)]))]);
    }
}
