using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>One decision about a KPI's target: what is to be reached, from when, decided when and why.</summary>
/// <remarks>
/// Immutable; equal when all parts are equal. It has two times: when it applies (<see cref="EffectiveFrom"/> to <see cref="EffectiveThrough"/>)
/// and when it became known (<see cref="DecidedOn"/>), so that "the target for Q3 as known on 1 June" has an answer.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetDecision : IEquatable<TargetDecision>
{
    private TargetDecision(LocalDate effectiveFrom, LocalDate? effectiveThrough, LocalDate? decidedOn, Target? target, string? because, TargetDecisionKind kind)
    {
        EffectiveFrom = effectiveFrom;
        EffectiveThrough = effectiveThrough;
        DecidedOn = decidedOn ?? effectiveFrom;
        IsDayStated = decidedOn is not null;
        Target = target;
        Because = because;
        Kind = kind;
    }

    /// <summary>The first date the target applies to.</summary>
    public LocalDate EffectiveFrom { get; }

    /// <summary>The last date it applies to; <see langword="null"/> for a standing target, which lasts until the next one begins.</summary>
    public LocalDate? EffectiveThrough { get; }

    /// <summary>The day the decision was taken; before its close nobody knew of it. Without a stated day it is taken on the day it begins.</summary>
    public LocalDate DecidedOn { get; }

    /// <summary>
    /// Whether the day of the decision was stated. All that was decided on one day is one decision, so a plan of many periods states its day: without one each
    /// of its targets
    /// is decided on the day it begins, and a plan that climbs is as many decisions as it has targets.
    /// </summary>
    public bool IsDayStated { get; }

    /// <summary>What is to be reached, for one period of the KPI's cadence; <see langword="null"/> when the KPI has no target from here on.</summary>
    public Target? Target { get; }

    /// <summary>The reason, for people; <see langword="null"/> when none was given.</summary>
    public string? Because { get; }

    /// <summary>Whether a target was decided, or a record of one put right.</summary>
    public TargetDecisionKind Kind { get; }

    /// <summary>A standing target, which lasts until the next one begins.</summary>
    /// <param name="from">The first date it applies to.</param>
    /// <param name="target">What is to be reached.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    public static TargetDecision From(LocalDate from, Target target, LocalDate? decidedOn = null, string? because = null) =>
        new(Require.Date(from), null, Decided(decidedOn), Guard.Against.Null(target), Reason(because), TargetDecisionKind.Decision);

    /// <summary>A target for one span of time only, such as one seasonal month; it goes before a standing target.</summary>
    /// <param name="from">The first date it applies to.</param>
    /// <param name="through">The last date it applies to, included.</param>
    /// <param name="target">What is to be reached.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/>, or <paramref name="from"/> or
    /// <paramref name="decidedOn"/> lies outside the years 2 to 9997.</exception>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    public static TargetDecision Between(LocalDate from, LocalDate through, Target target, LocalDate? decidedOn = null, string? because = null)
    {
        if (through < from)
        {
            throw new ArgumentOutOfRangeException(nameof(through), through, $"A target cannot end on {through.Iso()}, before it begins on {from.Iso()}.");
        }

        return new(Require.Date(from), through, Decided(decidedOn), Guard.Against.Null(target), Reason(because), TargetDecisionKind.Decision);
    }

    /// <summary>The end of having a target, until a later decision sets one.</summary>
    /// <param name="from">The first date without a target.</param>
    /// <param name="decidedOn">When it was decided; when left out, on <paramref name="from"/>.</param>
    /// <param name="because">The reason.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    public static TargetDecision Withdrawn(LocalDate from, LocalDate? decidedOn = null, string? because = null) =>
        new(Require.Date(from), null, Decided(decidedOn), null, Reason(because), TargetDecisionKind.Decision);

    /// <summary>The same decision as a correction: what was recorded was wrong, nothing was decided anew. A correction is never a raise.</summary>
    /// <returns>The correction.</returns>
    public TargetDecision AsCorrection() => As(TargetDecisionKind.Correction);

    /// <summary>
    /// The same decision as a redefinition: unit or definition of the KPI changed, and the target is restated in the new terms. A redefinition is never a
    /// raise.
    /// </summary>
    /// <returns>The redefinition.</returns>
    public TargetDecision AsRedefinition() => As(TargetDecisionKind.Redefinition);

    /// <summary>The same decision as one that was taken: neither a correction nor a redefinition.</summary>
    /// <returns>The decision.</returns>
    public TargetDecision AsDecision() => As(TargetDecisionKind.Decision);

    /// <inheritdoc/>
    public bool Equals(TargetDecision? other) =>
        other is not null
            && EffectiveFrom == other.EffectiveFrom
            && EffectiveThrough == other.EffectiveThrough
            && DecidedOn == other.DecidedOn
            && IsDayStated == other.IsDayStated
        && Equals(Target, other.Target) && string.Equals(Because, other.Because, StringComparison.Ordinal) && Kind == other.Kind;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TargetDecision);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EffectiveFrom, EffectiveThrough, DecidedOn, IsDayStated, Target, Because, Kind);

    /// <summary>The decision in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Target?.ToString() ?? "no target"} from {EffectiveFrom.Iso()}, decided {DecidedOn.Iso()}";

    /// <summary>Whether something was decided, and not a record put right or restated.</summary>
    internal bool IsPlain => Kind == TargetDecisionKind.Decision;

    // A correction judges closed periods again; everything else is known for a period only when it was decided by its end.
    internal bool IsCorrection => Kind == TargetDecisionKind.Correction;

    private TargetDecision As(TargetDecisionKind kind) => new(EffectiveFrom, EffectiveThrough, IsDayStated ? DecidedOn : null, Target, Because, kind);

    private static LocalDate? Decided(LocalDate? decidedOn) => decidedOn is { } day ? Require.Date(day, nameof(decidedOn)) : null;

    private static string? Reason(string? because) => because is null ? null : Require.Text(because, "reason for a target", nameof(because));
}
