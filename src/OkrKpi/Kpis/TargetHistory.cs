using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Every decision about the target of one KPI, so that any past answer can be given again.</summary>
/// <remarks>
/// <para>Immutable, so safe for any number of threads. Decisions are kept in the order they were decided; those of one day in the order they were added.</para>
/// <para>A target for a span goes before a standing one; among the rest the one that begins latest is in force, and of two that begin on one date the one
/// decided later.
/// Of one day what was decided goes before what was restated, what was corrected before both, and among these the one added later.</para>
/// <para>A period is judged by the target in force on its first day, as known at its end: what begins inside a period applies from the next one, and what is
/// decided after its end leaves it as it was.
/// Only the first target of a KPI also counts for the period it begins in, and only a correction judges a closed period again.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class TargetHistory
{
    private readonly TargetDecision[] decisions;

    // Worked out when first asked for; whoever comes second works out the same.
    private Lookup? lookup;
    private TargetLedger? ledger;

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

    /// <summary>The history without a decision, as one that never was.</summary>
    /// <param name="decision">The decision, one of <see cref="Decisions"/>; of several equal ones the last.</param>
    /// <returns>The shorter history.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public TargetHistory Without(TargetDecision decision)
    {
        var index = Array.LastIndexOf(decisions, Guard.Against.Null(decision));
        return index >= 0
            ? new(ById.WithoutAt(decisions, index))
            : throw new ArgumentException($"There is no such decision, {decision}; give one of the decisions of the history.", nameof(decision));
    }

    /// <summary>How many decisions there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => decisions.Length switch
    {
        0 => "no target",
        1 => decisions[0].ToString(),
        _ => FormattableString.Invariant($"{decisions.Length} decisions, the latest: {decisions[^1]}"),
    };

    /// <summary>The decision that sets the target of a date, as far as it was known on another date.</summary>
    /// <param name="date">The date the target is wanted for.</param>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The decision in force, which may say that there is no target; <see langword="null"/> when nothing had been decided.</returns>
    public TargetDecision? On(LocalDate date, LocalDate knownOn) => InForce(date, knownOn, knownOn);

    /// <summary>
    /// The decision that sets the target of a period: the one in force on its first day, as known at its end, or on a date before its end. A target from 20
    /// July is that of August on;
    /// decided on 5 August for July it changes July only as a correction.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="knownOn">Decisions taken after the close of this day are unknown.</param>
    /// <returns>The decision, which may say that there is no target; the KPI's first target also where it begins inside the period; <see langword="null"/> when
    /// nothing had been decided.</returns>
    public TargetDecision? For(ReportingPeriod period, LocalDate knownOn)
    {
        if (decisions.Length == 0)
        {
            return null;
        }

        var (start, end) = (period.Start, period.End);
        var known = LocalDate.Min(knownOn, end);
        var inForce = InForce(start, known, knownOn);
        return inForce?.Target is null && Looked.First(known, knownOn) is { } first && first > start && first <= end
            ? InForce(first, known, knownOn)
            : inForce;
    }

    /// <summary>What each decision did to the periods of a KPI.</summary>
    internal TargetLedger LedgerOf(Kpi kpi)
    {
        var made = ledger;
        return made is not null && made.IsOf(kpi) ? made : ledger = TargetLedger.Of(Looked.Ranked, this, kpi);
    }

    internal bool IsRedefinedBetween(ReportingPeriod earlier, ReportingPeriod later, LocalDate knownOn) => IsRedefinedBetween(earlier.End, later.End, knownOn);

    /// <summary>Whether unit or meaning changed after one date, up to and including another.</summary>
    internal bool IsRedefinedBetween(LocalDate after, LocalDate through, LocalDate knownOn) => Array.Exists(
        Looked.Redefinitions,
        decision => decision.DecidedOn <= knownOn && decision.EffectiveFrom > after && decision.EffectiveFrom <= through);

    /// <summary>
    /// The latest decision, taken after a day and up to another, that restated the target in other terms for a period: what was known of the period on the
    /// first day speaks of something else than what was on the second. <see langword="null"/> when both speak of the same.
    /// </summary>
    internal TargetDecision? RedefinitionOf(ReportingPeriod period, LocalDate after, LocalDate knownOn) => Array.FindLast(
        Looked.Redefinitions, each => each.DecidedOn > after && each.DecidedOn <= knownOn && each.EffectiveFrom <= period.End);

    /// <summary>The decisions that restated the target in other terms, in the order they were decided.</summary>
    internal TargetDecision[] Redefinitions => Looked.Redefinitions;

    private Lookup Looked => lookup ??= new(decisions);

    /// <summary>Whether one decision goes before another where both apply.</summary>
    internal static bool GoesBefore(TargetDecision one, int place, TargetDecision other, int otherPlace)
    {
        var isSpan = one.EffectiveThrough is not null;
        return isSpan != other.EffectiveThrough is not null ? isSpan
            : one.EffectiveFrom != other.EffectiveFrom ? one.EffectiveFrom > other.EffectiveFrom
            : place > otherPlace;
    }

    private TargetDecision? InForce(LocalDate date, LocalDate knownOn, LocalDate corrected)
    {
        var found = Later(Looked.Spans?.InForce(date, knownOn), Looked.CorrectedSpans?.InForce(date, corrected));
        if (found < 0)
        {
            found = Later(Looked.Standing?.InForce(date, knownOn), Looked.CorrectedStanding?.InForce(date, corrected));
        }

        return found < 0 ? null : Looked.Ranked[found];
    }

    private int Later(int? decided, int? corrected)
    {
        var (one, other) = (decided ?? -1, corrected ?? -1);
        return one < 0 ? other
            : other < 0 || GoesBefore(Looked.Ranked[one], one, Looked.Ranked[other], other) ? one
            : other;
    }

    private static TargetDecision[] RankedOf(TargetDecision[] all)
    {
        for (var index = 1; index < all.Length; index++)
        {
            var (one, next) = (all[index - 1], all[index]);
            if (next.DecidedOn == one.DecidedOn && Rank(next) < Rank(one))
            {
                return [.. all.OrderBy(each => each.DecidedOn).ThenBy(Rank)];
            }
        }

        return all;
    }

    // Of one day: a new definition is what a decision speaks in, and a correction has the last word.
    private static int Rank(TargetDecision decision) => decision.Kind switch
    {
        TargetDecisionKind.Redefinition => 0,
        TargetDecisionKind.Decision => 1,
        TargetDecisionKind.Correction => 2,
    };

    /// <summary>The decisions by when they apply, corrections apart: they are known for closed periods too.</summary>
    private sealed class Lookup
    {
        // For each decision the first date that a target decided by then applies to; corrections apart.
        private readonly (LocalDate DecidedOn, LocalDate First)[] firstDecided;
        private readonly (LocalDate DecidedOn, LocalDate First)[] firstCorrected;

        internal Lookup(TargetDecision[] given)
        {
            var decisions = Ranked = RankedOf(given);
            Spans = TargetIndex.Of(decisions, static each => !each.IsCorrection && each.EffectiveThrough is not null);
            CorrectedSpans = TargetIndex.Of(decisions, static each => each.IsCorrection && each.EffectiveThrough is not null);
            Standing = TargetIndex.Of(decisions, static each => !each.IsCorrection && each.EffectiveThrough is null);
            CorrectedStanding = TargetIndex.Of(decisions, static each => each.IsCorrection && each.EffectiveThrough is null);
            Redefinitions = Array.FindAll(decisions, static each => each.Kind == TargetDecisionKind.Redefinition);
            firstDecided = Firsts(decisions.Where(static each => !each.IsCorrection));
            firstCorrected = Firsts(decisions.Where(static each => each.IsCorrection));
        }

        /// <summary>The decisions in the order in which each goes before the earlier ones, all else equal.</summary>
        internal TargetDecision[] Ranked { get; }

        internal TargetIndex? Spans { get; }

        internal TargetIndex? CorrectedSpans { get; }

        internal TargetIndex? Standing { get; }

        internal TargetIndex? CorrectedStanding { get; }

        internal TargetDecision[] Redefinitions { get; }

        /// <summary>The first date of all that a target known by a day applies to.</summary>
        internal LocalDate? First(LocalDate knownOn, LocalDate corrected)
        {
            var (decided, put) = (First(firstDecided, knownOn), First(firstCorrected, corrected));
            return decided is null || put < decided ? put : decided;
        }

        private static LocalDate? First((LocalDate DecidedOn, LocalDate First)[] firsts, LocalDate knownOn)
        {
            var (low, high) = (0, firsts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = firsts[middle].DecidedOn <= knownOn ? (middle + 1, high) : (low, middle);
            }

            return firsts.AsSpan(0, low) is [.., var latest] ? latest.First : null;
        }

        private static (LocalDate DecidedOn, LocalDate First)[] Firsts(IEnumerable<TargetDecision> decisions)
        {
            List<(LocalDate DecidedOn, LocalDate First)> firsts = [];
            foreach (var decision in decisions)
            {
                if (decision.Target is not null && (firsts.Count == 0 || decision.EffectiveFrom < firsts[^1].First))
                {
                    firsts.Add((decision.DecidedOn, decision.EffectiveFrom));
                }
            }

            return [.. firsts];
        }
    }
}
