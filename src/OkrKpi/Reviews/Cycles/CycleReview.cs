using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>The look back at the objectives of one cycle: final scores, whether their KPIs moved, what was learned, what to carry over.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference.</remarks>
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
    /// <param name="objective">The objective's id; surrounding white space is dropped.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">The objective is not of this cycle, which the message tells with the ids that are near, or
    /// <paramref name="objective"/> is blank or no id.</exception>
    public ObjectiveOutcome this[string objective] => Known(ObjectiveId.Given(objective), nameof(objective));

    /// <summary>The outcome of an objective.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">The objective is not of this cycle; the message tells the ids that are near.</exception>
    public ObjectiveOutcome OutcomeOf(ObjectiveId objective) => Known(Guard.Against.Null(objective), nameof(objective));

    /// <summary>Finds the outcome of an objective.</summary>
    /// <param name="objective">The objective's id; surrounding white space is dropped. A blank one is that of no objective.</param>
    /// <param name="outcome">The outcome; <see langword="null"/> when the objective is not of this cycle.</param>
    /// <returns><see langword="true"/> when the objective is of this cycle.</returns>
    public bool TryOutcome(string objective, [NotNullWhen(true)] out ObjectiveOutcome? outcome)
    {
        outcome = null;
        return ObjectiveId.TryParse(Guard.Against.Null(objective), null, out var known) && TryOutcome(known, out outcome);
    }

    /// <summary>Finds the outcome of an objective.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="outcome">The outcome; <see langword="null"/> when the objective is not of this cycle.</param>
    /// <returns><see langword="true"/> when the objective is of this cycle.</returns>
    public bool TryOutcome(ObjectiveId objective, [NotNullWhen(true)] out ObjectiveOutcome? outcome)
    {
        Guard.Against.Null(objective);
        outcome = Array.Find(outcomes, each => each.Objective.Id == objective);
        return outcome is not null;
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

    private ObjectiveOutcome Known(ObjectiveId objective, string name) => TryOutcome(objective, out var outcome)
        ? outcome
        : throw new ArgumentException(
            $"The objective '{objective}' is not of {Cycle.Name}{NearIds.Advice(objective.Value, [.. outcomes.Select(each => each.Objective.Id.Value)])}",
                name);

    internal static CycleReview Of(PortfolioReview review, Cycle cycle, ReviewOptions options)
    {
        var assessments = review.Kpis.ToDictionary(assessment => assessment.Kpi.Id);
        return new(cycle, review.AsOf, [.. review.Portfolio.Objectives
            .Where(objective => objective.Cycle.Spans(cycle))
            .Select(objective => new ObjectiveOutcome(
                review.Scores.Of(objective.Id),
                [.. objective.Addresses.Select(kpi => options.EffectRule.Apply(assessments[kpi], cycle, options.NeedRule))],
                [.. review.Portfolio.LearningsOf(objective.Id).Where(learning => learning.RecordedOn <= review.AsOf)]))]);
    }
}
