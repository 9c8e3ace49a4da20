namespace OkrKpi;

/// <summary>What came of one objective: its score at close, the KPIs it addressed, what to do next, and what was learned.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ObjectiveOutcome
{
    private readonly KpiEffect[] effects;
    private readonly Learning[] learnings;

    internal ObjectiveOutcome(AlignedScore score, KpiEffect[] effects, Learning[] learnings)
    {
        Aligned = score;
        this.effects = effects;
        this.learnings = learnings;
    }

    /// <summary>The objective.</summary>
    public Objective Objective => Score.Objective;

    /// <summary>Its score at close by its own key results.</summary>
    public ObjectiveScore Score => Aligned.Own;

    /// <summary>Its score at close with what is aligned to it; it says whether it was achieved.</summary>
    public AlignedScore Aligned { get; }

    /// <summary>The KPIs it addressed, before, during and after.</summary>
    public IReadOnlyList<KpiEffect> Effects => effects;

    /// <summary>What was learned from it and from what it carried on, the latest first.</summary>
    public IReadOnlyList<Learning> Learnings => learnings;

    /// <summary>
    /// Whether its KPIs moved: moved when one of them did, too early when one of the others may still, worsened when one of them did, cannot tell when none can
    /// be told.
    /// </summary>
    public KpiMovement Movement =>
        Array.Exists(effects, effect => effect.Movement == KpiMovement.Moved) ? KpiMovement.Moved
        : Array.Exists(effects, effect => effect.Movement == KpiMovement.TooEarly) ? KpiMovement.TooEarly
        : Array.Exists(effects, effect => effect.Movement == KpiMovement.Worsened) ? KpiMovement.Worsened
        : Array.Exists(effects, effect => effect.Movement == KpiMovement.NoSign) ? KpiMovement.NoSign
        : KpiMovement.CannotTell;

    /// <summary>Where it stands in the table of achieved by moved; what to do next follows from it.</summary>
    public OutcomeQuadrant Quadrant => (Aligned.IsSuccess, Movement) switch
    {
        (true, KpiMovement.Moved) => OutcomeQuadrant.AchievedAndMoved,
        (true, KpiMovement.NoSign or KpiMovement.Worsened) => OutcomeQuadrant.AchievedNotMoved,
        (false, KpiMovement.Moved) => OutcomeQuadrant.MovedNotAchieved,
        (false, KpiMovement.NoSign or KpiMovement.Worsened) => OutcomeQuadrant.NeitherAchievedNorMoved,
        (null, _) or (_, KpiMovement.TooEarly or KpiMovement.CannotTell) => OutcomeQuadrant.CannotTell,
    };

    /// <summary>
    /// Whether it was the wrong lever: it was achieved, and each KPI of which that can be told says so (see <see cref="KpiEffect.IsWrongLever"/>).
    /// </summary>
    public bool IsWrongLever => Quadrant == OutcomeQuadrant.AchievedNotMoved
        && Array.TrueForAll(effects, effect => effect.Movement == KpiMovement.CannotTell || effect.IsWrongLever);

    /// <summary>The key results that were neither achieved nor cancelled.</summary>
    public IEnumerable<KeyResultScore> Unfinished => Score.KeyResults.Where(score => !score.IsCancelled && !score.IsAchieved);

    /// <summary>
    /// Whether it is proposed to carry the unfinished key results over to the next cycle: yes when some are left, unless the objective was achieved as it is,
    /// or its KPIs
    /// moved without it. A proposal; <see cref="CarryOver.extension(Objective).CarriedOver(string, Cycle, Rebaseline)"/> does it.
    /// </summary>
    public bool IsCarryOverProposed =>
        Quadrant is OutcomeQuadrant.NeitherAchievedNorMoved or OutcomeQuadrant.CannotTell && Aligned.IsSuccess != true && Unfinished.Any();

    /// <summary>Why, in words.</summary>
    /// <returns>The outcome and what to do next, resting on the KPIs and what was learned.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Aligned.Score is null ? "outcome.noScore" : "outcome.score",
            new Fact("objective", Objective.Title), new Fact("cycle", Objective.Cycle.Name), new Fact("score", Aligned.Score), new Fact("quadrant", Quadrant))
        .Resting(Explanation.Of(Next))
        .Resting(IsCarryOverProposed
            ? [
                Explanation.Of(
                    "outcome.carryOver", new Fact("count", (decimal)Unfinished.Count()),
                    new Fact("names", string.Join("; ", Unfinished.Select(score => score.KeyResult.Name))))
            ]
            : [])
        .Resting(effects.Select(effect => effect.Explain()))
        .Resting(learnings.Select(learning => learning.Explain()));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    private string Next => Quadrant switch
    {
        OutcomeQuadrant.AchievedAndMoved => "outcome.next.keep",
        OutcomeQuadrant.AchievedNotMoved => IsWrongLever ? "outcome.next.otherLever" : "outcome.next.couldNotSee",
        OutcomeQuadrant.MovedNotAchieved => "outcome.next.findCause",
        OutcomeQuadrant.NeitherAchievedNorMoved => "outcome.next.mendExecution",
        OutcomeQuadrant.CannotTell => Movement == KpiMovement.TooEarly ? "outcome.next.wait" : "outcome.next.makeMeasurable",
    };
}
