using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Whether a KPI needs an OKR on a date, and why.</summary>
/// <remarks>Immutable, so safe for any number of threads; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class OkrNeed
{
    private readonly NeedReason[] reasons;
    private readonly TargetRaise[] raises;
    private readonly Objective[] coveredBy;
    private readonly Objective[] plannedBy;
    private readonly Lagging reading;

    internal OkrNeed(
        KpiAssessment assessment, NeedReason[] reasons, TargetRaise[] raises, Objective[] coveredBy, Objective[] plannedBy, NeedDismissal? dismissal,
        Lagging reading)
    {
        this.reading = reading;
        Dismissal = dismissal;
        Assessment = assessment;
        this.reasons = reasons;
        this.raises = raises;
        this.coveredBy = coveredBy;
        this.plannedBy = plannedBy;
    }

    /// <summary>How the KPI stands.</summary>
    public KpiAssessment Assessment { get; }

    /// <summary>The KPI.</summary>
    public Kpi Kpi => Assessment.Kpi;

    /// <summary>The answer.</summary>
    public OkrNeedState State =>
        reasons.Length > 0 ? coveredBy.Length > 0 ? OkrNeedState.Covered : Dismissal is not null ? OkrNeedState.Dismissed : OkrNeedState.Needed
        : Kpi.IsWatched ? OkrNeedState.NotNeeded
        : Assessment.Judged?.Target is null || Assessment.IsStale ? OkrNeedState.CannotTell
        : OkrNeedState.NotNeeded;

    /// <summary>Why: lagging, target raised, both, or nothing.</summary>
    public IReadOnlyList<NeedReason> Reasons => reasons;

    /// <summary>The lagging reason; <see langword="null"/> when the KPI does not lag.</summary>
    public LaggingReason? Lagging => reasons.OfType<LaggingReason>().FirstOrDefault();

    /// <summary>The target-raised reason; <see langword="null"/> when no raise is open.</summary>
    public TargetRaisedReason? TargetRaised => reasons.OfType<TargetRaisedReason>().FirstOrDefault();

    /// <summary>
    /// The raises of the target that are open, the latest decision first; those that are no reason are told too, such as one within the margin.
    /// </summary>
    public IReadOnlyList<TargetRaise> Raises => raises;

    /// <summary>The earliest day its reasons go back to; <see langword="null"/> when there is none.</summary>
    public LocalDate? Since => reasons.Length == 0 ? null : reasons.Min(reason => reason.StartedOn);

    /// <summary>How far there is to go at most, as a share of the target's size, below 0; <see langword="null"/> when no reason has such a number.</summary>
    public decimal? GapShare => reasons.Min(reason => reason.GapShare);

    /// <summary>The dismissal that silences all its reasons; <see langword="null"/> when one of them is not dismissed.</summary>
    public NeedDismissal? Dismissal { get; }

    /// <summary>The open objectives of a current cycle that address the KPI, whether it needs one or not.</summary>
    public IReadOnlyList<Objective> CoveredBy => coveredBy;

    /// <summary>Objectives of a later cycle that address the KPI; they do not cover it yet.</summary>
    public IReadOnlyList<Objective> PlannedBy => plannedBy;

    /// <summary>How far along the objectives that cover it are, and whether they keep pace.</summary>
    /// <param name="profile">The policies to score by.</param>
    /// <returns>The scores, in the order of <see cref="CoveredBy"/>.</returns>
    public IReadOnlyList<ObjectiveScore> CoverageScores(ScoringProfile profile)
    {
        Guard.Against.Null(profile);
        return Array.ConvertAll(coveredBy, objective => objective.Score(Assessment.AsOf, profile));
    }

    /// <summary>How far along the objectives that cover it are, by the default profile.</summary>
    /// <returns>The scores, in the order of <see cref="CoveredBy"/>.</returns>
    public IReadOnlyList<ObjectiveScore> CoverageScores() => CoverageScores(ScoringProfile.Default);

    /// <summary>Applies the default rule to one KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements.</param>
    /// <param name="asOf">The date, in the KPI's calendar; its close counts.</param>
    /// <returns>The answer, with nothing covering it.</returns>
    /// <exception cref="ArgumentException">The measurements do not belong to the KPI or lack what its aggregation needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public static OkrNeed Of(Kpi kpi, MeasurementSeries measurements, LocalDate asOf) => Of(kpi, measurements, asOf, OkrNeedRule.Default);

    /// <summary>Applies a rule to one KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements.</param>
    /// <param name="asOf">The date, in the KPI's calendar; its close counts.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The answer, with nothing covering it.</returns>
    /// <exception cref="ArgumentException">The measurements do not belong to the KPI or lack what its aggregation needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public static OkrNeed Of(Kpi kpi, MeasurementSeries measurements, LocalDate asOf, OkrNeedRule rule) =>
        Guard.Against.Null(rule).Apply(KpiAssessment.Of(kpi, measurements, asOf));

    /// <summary>Why the answer is what it is.</summary>
    /// <returns>A tree with the reasons, the objectives that cover the KPI, and how the KPI stands.</returns>
    public Explanation Explain()
    {
        var rests = Assessment.Shown;
        var awaited = Assessment.IsStale ? Assessment.Awaited : [];
        var isPassed = State == OkrNeedState.NotNeeded && Assessment.Judged is { IsMissed: true };
        return Explanation.Of(
            State switch
            {
                OkrNeedState.Needed => "need.needed",
                OkrNeedState.Covered => "need.covered",
                OkrNeedState.Dismissed => "need.dismissed",
                OkrNeedState.NotNeeded =>
                    Kpi.IsWatched ? "need.watched" : isPassed ? "need.notNeededPassed" : raises.Length > 0 ? "need.notNeededThoughRaised" : "need.notNeeded",
                OkrNeedState.CannotTell => CannotTell(rests),
            },
            new Fact("kpi", Kpi.Name), new Fact("asOf", Assessment.AsOf), new Fact("period", rests?.Period), new Fact("running", Assessment.Running?.Period),
            new Fact("dismissedOn", Dismissal?.On), new Fact("because", Dismissal?.Because),
            new Fact("first", awaited.Count == 0 ? null : awaited[0].Period), new Fact("last", awaited.Count == 0 ? null : awaited[^1].Period))
            .Resting(isPassed && reading.Passing(Assessment) is { } passing ? [passing] : [])
            .Resting(reasons.Select(reason => reason.Explain()))
            .Resting(TargetRaised is null ? raises.Select(raise => raise.Explain()) : [])
            .Resting(CoverageScores().Select(score => Explanation.Of(
                score.Score is null ? "need.coveredByUnscored" : "need.coveredBy",
                new Fact("objective", score.Objective.Title), new Fact("cycle", score.Objective.Cycle.Name), new Fact("score", score.Score),
                new Fact("pace", score.Pace.Status))))
            .Resting(plannedBy.Select(
                objective => Explanation.Of("need.plannedBy", new Fact("objective", objective.Title), new Fact("cycle", objective.Cycle.Name))))
            .Resting(Assessment.Explain());
    }

    private string CannotTell(KpiPeriod? rests) =>
        rests is null ? "need.cannotTellNever"
        : rests.Target is null && Assessment.Running?.Target is not null ? "need.cannotTellFirst"
        : rests.Target is null ? "need.cannotTellNoTarget"
        : Assessment is { Judged: not null, IsStale: true } ? "need.cannotTellStale"
        : rests.Actual is not null ? "need.cannotTellNotDue"
        : "need.cannotTellNoData";

    /// <summary>KPI, state and reasons, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
