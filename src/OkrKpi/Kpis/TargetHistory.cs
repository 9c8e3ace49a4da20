using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Every decision about the target of one KPI, so that any past answer can be given again.</summary>
/// <remarks>
/// <para>Immutable. Decisions are kept in the order they were decided; those of one day in the order they were added.</para>
/// <para>The target of a period is the one in force on its last date, so that a target that begins during a period is already the period's target.
/// A target for a span goes before a standing one; among the rest the one that begins latest is in force, and of two that begin on one date the one decided later.</para>
/// </remarks>
public sealed class TargetHistory
{
    private readonly TargetDecision[] decisions;

    private TargetHistory(TargetDecision[] decisions) => this.decisions = decisions;

    /// <summary>No decision at all.</summary>
    public static TargetHistory Empty { get; } = new([]);

    /// <summary>The decisions, in the order they were decided.</summary>
    public IReadOnlyList<TargetDecision> Decisions => decisions;

    /// <summary>The history with one more decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The longer history.</returns>
    public TargetHistory With(TargetDecision decision) => With([Guard.Against.Null(decision)]);

    /// <summary>The history with more decisions.</summary>
    /// <param name="more">The decisions, in any order.</param>
    /// <returns>The longer history.</returns>
    /// <exception cref="ArgumentException">A decision is <see langword="null"/>.</exception>
    public TargetHistory With(params IEnumerable<TargetDecision> more) => new(ByDate.Sorted(Require.Appended(decisions, more), static each => each.DecidedOn));

    /// <summary>The decision that sets the target of a date, as far as it was known on another date.</summary>
    /// <param name="date">The date the target is wanted for.</param>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The decision in force, which may say that there is no target; <see langword="null"/> when nothing had been decided.</returns>
    public TargetDecision? On(LocalDate date, LocalDate knownOn)
    {
        TargetDecision? inForce = null;
        foreach (var decision in decisions)
        {
            if (decision.DecidedOn > knownOn)
            {
                break;
            }

            if (decision.EffectiveFrom <= date && !(decision.EffectiveThrough < date) && !GoesBefore(inForce, decision))
            {
                inForce = decision;
            }
        }

        return inForce;
    }

    /// <summary>The decision that sets the target of a period, as far as it was known on a date.</summary>
    /// <param name="period">The period.</param>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The decision in force on the period's last date; <see langword="null"/> when nothing had been decided.</returns>
    public TargetDecision? For(ReportingPeriod period, LocalDate knownOn) => On(period.End, knownOn);

    /// <summary>
    /// What a decision did, for the periods from the one running when it was decided. A standing target may leave its first periods as they are, because a target for a span goes before it,
    /// and change a later one; so every period at which another target begins or ends is looked at.
    /// </summary>
    internal TargetRevision Revision(Kpi kpi, TargetDecision decision)
    {
        var first = kpi.PeriodOf(LocalDate.Max(decision.EffectiveFrom, decision.DecidedOn));
        TargetRevision? unchanged = null;
        foreach (var period in Candidates(kpi, decision, first))
        {
            var before = For(period, decision.DecidedOn.PlusDays(-1))?.Target;
            var after = For(period, decision.DecidedOn)?.Target;
            var change = decision.Kind switch
            {
                TargetDecisionKind.Correction => TargetChange.Corrected,
                TargetDecisionKind.Redefinition => TargetChange.Redefined,
                _ when before is null && after is null => TargetChange.Unchanged,
                _ when before is null => TargetChange.First,
                _ when after is null => TargetChange.Withdrawn,
                _ => after.ComparedWith(before, kpi.Direction),
            };
            if (change != TargetChange.Unchanged)
            {
                return new(kpi, decision, period, before, after, change);
            }

            unchanged ??= new(kpi, decision, period, before, after, change);
        }

        return unchanged!;
    }

    internal bool IsRedefinedBetween(ReportingPeriod earlier, ReportingPeriod later, LocalDate knownOn) => Array.Exists(
        decisions,
        decision => decision.Kind == TargetDecisionKind.Redefinition && decision.DecidedOn <= knownOn && decision.EffectiveFrom > earlier.End && decision.EffectiveFrom <= later.End);

    private IEnumerable<ReportingPeriod> Candidates(Kpi kpi, TargetDecision decision, ReportingPeriod first)
    {
        yield return first;
        var later = decisions
            .Where(other => other.DecidedOn <= decision.DecidedOn)
            .SelectMany(other => other.EffectiveThrough is { } through && through < Require.LastDate ? new[] { other.EffectiveFrom, through.PlusDays(1) } : [other.EffectiveFrom])
            .Where(date => date > first.End && !(decision.EffectiveThrough < date))
            .Select(kpi.PeriodOf)
            .Distinct()
            .Order();
        foreach (var period in later)
        {
            yield return period;
        }
    }

    private static bool GoesBefore(TargetDecision? earlierDecided, TargetDecision decision)
    {
        if (earlierDecided is null)
        {
            return false;
        }

        var hasSpan = earlierDecided.EffectiveThrough is not null;
        return hasSpan != decision.EffectiveThrough is not null
            ? hasSpan
            : earlierDecided.EffectiveFrom > decision.EffectiveFrom;
    }
}
