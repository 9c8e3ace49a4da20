using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>The named policies by which objectives are scored, in one immutable object.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; equal when all policies are equal, whatever the name. A newcomer never meets it: <see cref="Default"/> is
/// used unless another profile is given.
/// Known products and books come as presets, so that a team can move in and compare: <c>objective.Score(asOf, ScoringProfile.VivaGoals)</c>.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed partial class ScoringProfile : IEquatable<ScoringProfile>
{
    private (ObjectiveKind Kind, GradeScale Grades)[] gradesOfKinds;

    private ScoringProfile(string name)
    {
        Name = name;
        Aggregation = ScoreAggregation.WeightedMean;
        Limits = ScoreLimits.ZeroToOne;
        Missing = MissingKeyResults.LeftOutUntilClosing;
        NotStarted = NotStartedKeyResults.StandAtStart;
        Cancelled = InactiveKeyResults.LeftOut;
        Postponed = InactiveKeyResults.LeftOut;
        Guardrail = BrokenGuardrail.WithholdsSuccess;
        Empty = EmptyScore.NoScore;
        DoneFrom = 1m;
        Display = DisplayRounding.WholePercent;
        Grades = GradeScale.Doerr;
        Pace = PaceRule.Default;
        Combining = CombiningRule.Default;
        Success = SuccessRule.Default;
        gradesOfKinds = [];
        Stated = StatusCombining.Worst;
    }

    /// <summary>Weighted mean of scores between 0 and 1; missing key results left out until closing; cancelled and postponed ones out; linear pace.</summary>
    public static ScoringProfile Default { get; } = new("Default");

    /// <summary>What people call the profile.</summary>
    public string Name { get; private set; }

    /// <summary>How scores become one; by default <see cref="ScoreAggregation.WeightedMean"/>.</summary>
    public ScoreAggregation Aggregation { get; private set; }

    /// <summary>Between what a progress counts; by default <see cref="ScoreLimits.ZeroToOne"/>.</summary>
    public ScoreLimits Limits { get; private set; }

    /// <summary>What is done with key results about which nothing can be said; by default <see cref="MissingKeyResults.LeftOutUntilClosing"/>.</summary>
    public MissingKeyResults Missing { get; private set; }

    /// <summary>What is done with key results without a check-in whose start is known; by default <see cref="NotStartedKeyResults.StandAtStart"/>.</summary>
    public NotStartedKeyResults NotStarted { get; private set; }

    /// <summary>What is done with cancelled key results; by default <see cref="InactiveKeyResults.LeftOut"/>.</summary>
    public InactiveKeyResults Cancelled { get; private set; }

    /// <summary>What is done with postponed key results; by default <see cref="InactiveKeyResults.LeftOut"/>.</summary>
    public InactiveKeyResults Postponed { get; private set; }

    /// <summary>What a guardrail that is not reached does; by default <see cref="BrokenGuardrail.WithholdsSuccess"/>.</summary>
    public BrokenGuardrail Guardrail { get; private set; }

    /// <summary>What the score is when there is nothing to score; by default <see cref="EmptyScore.NoScore"/>.</summary>
    public EmptyScore Empty { get; private set; }

    /// <summary>The progress from which a key result counts as done in full, above 0; by default 1.</summary>
    public decimal DoneFrom { get; private set; }

    /// <summary>How scores are rounded for display; by default <see cref="DisplayRounding.WholePercent"/>. It never enters a computation.</summary>
    public DisplayRounding Display { get; private set; }

    /// <summary>Into which bands scores are graded, unless a kind of objective has bands of its own; by default <see cref="GradeScale.Doerr"/>.</summary>
    public GradeScale Grades { get; private set; }

    /// <summary>From which score on an objective is a success; by default <see cref="SuccessRule.Default"/>.</summary>
    public SuccessRule Success { get; private set; }

    /// <summary>The most that a score set by hand counts; <see langword="null"/>, the default, when that is the cap of <see cref="Limits"/>.</summary>
    public decimal? OverrideCap { get; private set; }

    /// <summary>How pace is judged; by default <see cref="PaceRule.Default"/>.</summary>
    public PaceRule Pace { get; private set; }

    /// <summary>How scores roll up along alignment and through the organisation; by default <see cref="CombiningRule.Default"/>.</summary>
    public CombiningRule Combining { get; private set; }

    /// <summary>
    /// How the statuses that check-ins state become one for their objective; by default <see cref="StatusCombining.Worst"/>. They never enter a score or a
    /// computed status.
    /// </summary>
    public StatusCombining Stated { get; private set; }

    /// <summary>The same profile with another way of making one score of several.</summary>
    /// <param name="aggregation">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    public ScoringProfile WithAggregation(ScoreAggregation aggregation) => Changed(copy => copy.Aggregation = Require.Defined(aggregation));

    /// <summary>The same profile with other limits.</summary>
    /// <param name="limits">The policy.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(ScoreLimits limits) => Changed(copy => copy.Limits = Guard.Against.Null(limits));

    /// <summary>The same profile with another policy for missing key results.</summary>
    /// <param name="missing">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is undefined.</exception>
    public ScoringProfile WithMissing(MissingKeyResults missing) => Changed(copy => copy.Missing = Require.Defined(missing));

    /// <summary>The same profile with another policy for key results that have not started.</summary>
    /// <param name="notStarted">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notStarted"/> is undefined.</exception>
    public ScoringProfile WithNotStarted(NotStartedKeyResults notStarted) => Changed(copy => copy.NotStarted = Require.Defined(notStarted));

    /// <summary>The same profile with another policy for cancelled key results.</summary>
    /// <param name="cancelled">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cancelled"/> is undefined.</exception>
    public ScoringProfile WithCancelled(InactiveKeyResults cancelled) => Changed(copy => copy.Cancelled = Require.Defined(cancelled));

    /// <summary>The same profile with another policy for postponed key results.</summary>
    /// <param name="postponed">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="postponed"/> is undefined.</exception>
    public ScoringProfile WithPostponed(InactiveKeyResults postponed) => Changed(copy => copy.Postponed = Require.Defined(postponed));

    /// <summary>The same profile with another policy for guardrails that are not reached.</summary>
    /// <param name="guardrail">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guardrail"/> is undefined.</exception>
    public ScoringProfile WithGuardrail(BrokenGuardrail guardrail) => Changed(copy => copy.Guardrail = Require.Defined(guardrail));

    /// <summary>The same profile with another answer to nothing to score.</summary>
    /// <param name="empty">The policy.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="empty"/> is undefined.</exception>
    public ScoringProfile WithEmpty(EmptyScore empty) => Changed(copy => copy.Empty = Require.Defined(empty));

    /// <summary>The same profile, counting a key result as done in full from a progress below 1 on.</summary>
    /// <param name="progress">Above 0, at most 1.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> is not above 0 or exceeds 1.</exception>
    public ScoringProfile WithDoneFrom(decimal progress) =>
        Changed(copy => copy.DoneFrom = Require.Between(progress, Require.SmallestRange, 1m, "done is a progress above 0 and at most 1"));

    /// <summary>The same profile with another rounding for display.</summary>
    /// <param name="display">The policy.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(DisplayRounding display) => Changed(copy => copy.Display = Guard.Against.Null(display));

    /// <summary>The same profile with other grades.</summary>
    /// <param name="grades">The bands.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(GradeScale grades) => Changed(copy => copy.Grades = Guard.Against.Null(grades));

    /// <summary>The same profile with another rule of pace.</summary>
    /// <param name="pace">The rule.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(PaceRule pace) => Changed(copy => copy.Pace = Guard.Against.Null(pace));

    /// <summary>The same profile with another rule of rolling up.</summary>
    /// <param name="combining">The rule.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(CombiningRule combining) => Changed(copy => copy.Combining = Guard.Against.Null(combining));

    /// <summary>The same profile with another rule of success.</summary>
    /// <param name="success">The rule.</param>
    /// <returns>The profile.</returns>
    public ScoringProfile With(SuccessRule success) => Changed(copy => copy.Success = Guard.Against.Null(success));

    /// <summary>The same profile with grades of its own for a kind of objective.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="grades">The bands.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public ScoringProfile With(ObjectiveKind kind, GradeScale grades)
    {
        var own = (Require.Defined(kind), Guard.Against.Null(grades));
        return Changed(copy => copy.gradesOfKinds = [.. gradesOfKinds.Where(each => each.Kind != own.Item1).Append(own).OrderBy(each => each.Item1)]);
    }

    /// <summary>The same profile with another cap for scores set by hand: 1.2 lets a team say 120 %.</summary>
    /// <param name="cap">The most that a score set by hand counts, above 0, at most 1,000.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is not above 0 or exceeds 1,000.</exception>
    public ScoringProfile WithOverrideCap(decimal cap) =>
        Changed(copy => copy.OverrideCap = Require.Between(cap, Require.SmallestRange, ScoreOverride.Largest, "a score set by hand is capped above 0"));

    /// <summary>Into which bands the scores of a kind of objective are graded: its own, or else <see cref="Grades"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public GradeScale GradesOf(ObjectiveKind kind) => OwnGradesOf(kind) ?? Grades;

    /// <summary>The bands that a kind of objective has of its own.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The bands; <see langword="null"/> when it is graded as all others.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public GradeScale? OwnGradesOf(ObjectiveKind kind)
    {
        Require.Defined(kind);
        foreach (var each in gradesOfKinds)
        {
            if (each.Kind == kind)
            {
                return each.Grades;
            }
        }

        return null;
    }

    /// <summary>The same profile with another rule for the statuses that check-ins state.</summary>
    /// <param name="stated">How they become one.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stated"/> is undefined.</exception>
    public ScoringProfile WithStated(StatusCombining stated) => Changed(copy => copy.Stated = Require.Defined(stated));

    /// <summary>The same profile under another name.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public ScoringProfile Named(string name) => Changed(copy => copy.Name = Require.Text(name, "name of a profile"));

    /// <summary>Makes one running score of several progresses: 0.6 and 0.2 by equal weight is 0.4.</summary>
    /// <param name="parts">The progresses with their weights.</param>
    /// <returns>The score, without limits beside it, and the coverage.</returns>
    public CombinedScore Combine(params IEnumerable<ScorePart> parts) => Combine(ScoringMoment.Running, parts);

    /// <summary>Makes one score of several progresses.</summary>
    /// <param name="moment">Whether the score is final.</param>
    /// <param name="parts">The progresses with their weights.</param>
    /// <returns>The score, without limits beside it, and the coverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moment"/> is undefined.</exception>
    public CombinedScore Combine(ScoringMoment moment, params IEnumerable<ScorePart> parts)
    {
        Guard.Against.Null(parts);
        var rule = new ProfileArithmetic<decimal>(this, Require.Defined(moment));
        var combining = new ScoreCombining<decimal>(rule);
        foreach (var part in parts)
        {
            var counted = CountedPart.Of(part.Progress, this);
            if (counted is { Score: { } score, Raw: { } raw })
            {
                combining.Add(score, raw, rule.ShareOf(part.Weight), counted.IsMeasured);
            }
            else if (counted.IsScored)
            {
                combining.AddMissing(rule.ShareOf(part.Weight));
            }
        }

        return combining.TryResult(out var value, out var unlimited) ? new(value, unlimited, combining.Coverage) : new(null, null, combining.Coverage);
    }

    /// <inheritdoc/>
    public bool Equals(ScoringProfile? other) =>
        other is not null && Aggregation == other.Aggregation && Limits.Equals(other.Limits) && Missing == other.Missing && NotStarted == other.NotStarted
        && Cancelled == other.Cancelled && Postponed == other.Postponed && Guardrail == other.Guardrail && Empty == other.Empty && DoneFrom == other.DoneFrom
        && Display.Equals(other.Display) && Grades.Equals(other.Grades) && Pace.Equals(other.Pace) && Combining.Equals(other.Combining)
        && Stated == other.Stated
            && Success.Equals(other.Success)
            && OverrideCap == other.OverrideCap
            && gradesOfKinds.AsSpan().SequenceEqual(other.gradesOfKinds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScoringProfile);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(
            Aggregation, Limits, Missing, NotStarted, HashCode.Combine(Cancelled, Postponed, Guardrail), Empty, DoneFrom,
            HashCode.Combine(Display, Pace, Combining, Success, OverrideCap, Stated));

    /// <summary>The name and the policies a score depends on most.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Aggregation} of progress from {Limits}, missing key results: {Missing}";

    /// <summary>What a score set by hand counts.</summary>
    internal decimal Overriding(ScoreOverride given) => (OverrideCap ?? Limits.Cap) is { } cap ? Math.Min(given.Score, cap) : given.Score;

    private ScoringProfile Changed(Action<ScoringProfile> change)
    {
        var copy = (ScoringProfile)MemberwiseClone();
        change(copy);
        return copy;
    }
}
