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
    public TargetHistory With(TargetDecision decision)
    {
        Guard.Against.Null(decision);

        // A stable sort keeps the order of decisions of one day.
        return new([.. Require.Append(decisions, decision).OrderBy(each => each.DecidedOn)]);
    }

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
