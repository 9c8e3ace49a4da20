using NodaTime;

namespace OkrKpi;

/// <summary>
/// What every decision did to the targets of a KPI's periods: each is compared with what was known for that period the day before and, where nothing was, with
/// the period before it
/// and with the same period a year before. All that was decided on one day is one decision.
/// </summary>
/// <remarks>
/// Decisions are laid over the periods in the order they were taken, spans and standing targets apart, so that what a decision changes is seen where it is
/// laid; that keeps the cost
/// of a history near the number of its decisions.
/// </remarks>
internal sealed class TargetLedger
{
    // Further than any calendar reaches, and far enough from overflow.
    private const long NoEnd = long.MaxValue / 2;

    private readonly TargetDecision[] decisions;
    private readonly TargetHistory history;
    private readonly Kpi kpi;
    private readonly ReportingCalendar calendar;
    private readonly Cadence cadence;
    private readonly Direction direction;
    private readonly TargetLayer spans;
    private readonly TargetLayer standing;
    private readonly List<Entry> entries = [];
    private readonly List<Entry> lowered = [];
    private readonly HashSet<LocalDate> raisedOn = [];

    // The first target also counts for the period it begins in.
    private (long Position, int Place) first = (long.MinValue, -1);

    private TargetLedger(TargetDecision[] decisions, TargetHistory history, Kpi kpi)
    {
        this.decisions = decisions;
        this.history = history;
        this.kpi = kpi;
        (calendar, cadence, direction) = (kpi.Calendar, kpi.Cadence, kpi.Direction);
        (spans, standing) = (new(decisions), new(decisions));
    }

    /// <summary>What was decided on each day, in order; corrections and redefinitions of a day apart.</summary>
    internal IReadOnlyList<Entry> Entries => entries;

    /// <summary>Those that raised a target.</summary>
    internal Entry[] Raises { get; private set; } = [];

    /// <summary>
    /// What the decisions of one day did: the period told, its target before and after, and the decision that set it; and the first whole period that the
    /// decisions of the day govern,
    /// whether they changed it or not.
    /// </summary>
    internal sealed record Entry(TargetDecision Decision, ReportingPeriod Period, Target? Before, Target? After, TargetChange Change, bool IsOfPeriods)
    {
        internal ReportingPeriod Governs { get; init; } = Period;
    }

    internal static TargetLedger Of(TargetDecision[] decisions, TargetHistory history, Kpi kpi)
    {
        var ledger = new TargetLedger(decisions, history, kpi);
        for (var from = 0; from < decisions.Length;)
        {
            var to = from + 1;
            while (to < decisions.Length && decisions[to].DecidedOn == decisions[from].DecidedOn && decisions[to].Kind == decisions[from].Kind)
            {
                to++;
            }

            var entry = ledger.Enter(from, to);
            ledger.entries.Add(entry);
            if (entry.Change == TargetChange.Lowered)
            {
                ledger.lowered.Add(entry);
            }
            else if (entry.Change == TargetChange.Raised)
            {
                ledger.raisedOn.Add(entry.Decision.DecidedOn);
            }

            from = to;
        }

        ledger.Raises = [.. ledger.entries.Where(static entry => entry.Change == TargetChange.Raised)];
        return ledger;
    }

    internal bool IsOf(Kpi other) => other.Cadence == cadence && other.Direction == direction && other.Calendar.Equals(calendar)
        && Equals(other.BusinessDays, kpi.BusinessDays);

    private Entry Enter(int from, int to)
    {
        var isFirst = first.Place < 0;
        var changes = Lay(from, to);
        if (isFirst)
        {
            BeginWith(from, to);
        }

        Entry? told = null;
        for (var index = 0; index < changes.Count; index++)
        {
            foreach (var entry in Compared(changes, index, isFirst))
            {
                if (entry.Change == TargetChange.Raised)
                {
                    return entry with { Governs = FirstGoverned(changes) ?? entry.Period };
                }

                told = told is null || told.Change == TargetChange.Unchanged ? entry : told;
            }
        }

        if (isFirst && first.Position > long.MinValue && (told is null || told.Period.Position > first.Position))
        {
            return new(
                decisions[first.Place], At(first.Position)!.Value, null, decisions[first.Place].Target, Of(decisions[from], TargetChange.First),
                IsOfPeriods: false);
        }

        return told ?? Unseen(decisions[from]);
    }

    // A standing target governs where no span goes before it.
    private ReportingPeriod? FirstGoverned(List<Change> changes) =>
        At(changes.Min(change => decisions[change.After].EffectiveThrough is null ? spans.FreeFrom(change.First) : change.First));

    // Whoever goes before the others of the day is laid first, so that what was there is always of the day before.
    private List<Change> Lay(int from, int to)
    {
        List<Change> changes = [];
        foreach (
            var place in Enumerable.Range(from, to - from).OrderByDescending(place => decisions[place].EffectiveFrom).ThenByDescending(static place => place))
        {
            if (decisions[place].EffectiveThrough is not null && Reach(decisions[place]) is (var start, var end))
            {
                foreach (var stretch in spans.Paint(start, end, place))
                {
                    changes.AddRange((stretch.Place >= 0 ? [stretch] : standing.Between(stretch.First, stretch.Last)).Select(each => new Change(each, place)));
                }
            }
        }

        foreach (
            var place in Enumerable.Range(from, to - from).OrderByDescending(place => decisions[place].EffectiveFrom).ThenByDescending(static place => place))
        {
            if (decisions[place].EffectiveThrough is null && Reach(decisions[place]) is (var start, var end))
            {
                changes.AddRange(standing.Paint(start, end, place).Select(each => new Change(each, place)));
            }
        }

        changes.Sort(static (one, other) => one.First != other.First ? one.First.CompareTo(other.First) : one.Last.CompareTo(other.Last));
        return changes;
    }

    // The periods whose first day a decision applies to; one that is no correction changes none that was closed when it was taken.
    private (long First, long Last)? Reach(TargetDecision decision)
    {
        var begins = calendar.PeriodOf(decision.EffectiveFrom, cadence);
        var start = begins.Start == decision.EffectiveFrom ? begins.Position : begins.Position + 1;
        if (!decision.IsCorrection)
        {
            start = Math.Max(start, calendar.PeriodOf(decision.DecidedOn, cadence).Position);
        }

        var end = decision.EffectiveThrough is { } through ? calendar.PeriodOf(LocalDate.Min(through, Require.LastDate), cadence).Position : NoEnd;
        return start <= end && At(start) is not null ? (start, end) : null;
    }

    private void BeginWith(int from, int to)
    {
        for (var place = from; place < to; place++)
        {
            if (decisions[place].Target is not null && (first.Place < 0 || decisions[place].EffectiveFrom <= decisions[first.Place].EffectiveFrom))
            {
                var period = calendar.PeriodOf(decisions[place].EffectiveFrom, cadence);
                var isInside = period.Start < decisions[place].EffectiveFrom && (decisions[place].IsCorrection || decisions[place].DecidedOn <= period.End);
                first = (isInside ? period.Position : long.MinValue, place);
            }
        }
    }

    private IEnumerable<Entry> Compared(List<Change> changes, int index, bool isFirst)
    {
        var change = changes[index];
        var decision = decisions[change.After];
        var isStanding = decision.EffectiveThrough is null;
        var position = isStanding ? spans.FreeFrom(change.First) : change.First;

        // Where nothing was known it is looked at each period, until a year later the same decision is what it would be compared with.
        var last = change.Before >= 0 || isFirst || !decision.IsPlain ? position : Math.Min(change.Last, position + cadence.MostAYear);
        while (position <= Math.Min(last, change.Last) && At(position) is { } period)
        {
            var before = change.Before >= 0 ? change.Before : position == first.Position ? first.Place : -1;
            if (before >= 0 || isFirst || !decision.IsPlain)
            {
                change.Held ??= before >= 0 ? decisions[before].Target : null;
                yield return Known(decision, period, before >= 0 ? decisions[before].Target : null);
            }
            else
            {
                yield return Unknown(changes, index, decision, period);
            }

            position = isStanding ? spans.FreeFrom(position + 1) : position + 1;
        }
    }

    private Entry Known(TargetDecision decision, ReportingPeriod period, Target? before)
    {
        var after = decision.Target;
        var change = before is null && after is null ? TargetChange.Unchanged
            : before is null ? TargetChange.First
            : after is null ? TargetChange.Withdrawn
            : decision.IsPlain ? after.ComparedWith(before, direction)
            : TargetChange.Unchanged;
        return new(
            decision, period, before, after, Of(decision, change == TargetChange.Raised && IsBack(decision, period, after!) ? TargetChange.Restored : change),
            IsOfPeriods: false);
    }

    // More ambitious than the period before and than the same period a year before: a season is no raise. Where the decision set the period before itself and
    // nothing tells the season,
    // it is also compared with what held before the decision, so that growth inside it is none.
    private Entry Unknown(List<Change> changes, int index, TargetDecision decision, ReportingPeriod period)
    {
        if (decision.Target is not { } after)
        {
            return new(decision, period, null, null, TargetChange.Unchanged, IsOfPeriods: true);
        }

        var previous = kpi.PlusOrNull(period, -1);
        var beside = Beside(previous, period, decision.DecidedOn);
        var isOwn = beside is not null && beside.IsPlain && beside.DecidedOn == decision.DecidedOn;
        var held = isOwn ? HeldBefore(changes, index, previous!.Value.Position) : beside?.Target;
        changes[index].Held ??= held;
        var aYearBefore = Beside(period.SameLastYear, period, decision.DecidedOn)?.Target;
        var before = isOwn || held is null ? aYearBefore ?? held
            : aYearBefore is null || aYearBefore.ComparedWith(held, direction) != TargetChange.Raised ? held
            : aYearBefore;
        var change = before is null ? TargetChange.First : OfAll(after, beside?.Target, aYearBefore, aYearBefore is null ? held : null);
        return new(
            decision, period, before, after,
            change == TargetChange.Raised && IsBackAfterPeriods(decision, period, after) ? TargetChange.Restored : change,
            IsOfPeriods: true);
    }

    private TargetChange OfAll(Target after, params ReadOnlySpan<Target?> earlier)
    {
        TargetChange? of = null;
        foreach (var each in earlier)
        {
            if (each is not null)
            {
                var change = after.ComparedWith(each, direction);
                of = of is null || of == change ? change : TargetChange.Shifted;
            }
        }

        return of ?? TargetChange.First;
    }

    // The decision of an earlier period, if the two targets speak of the same thing, as far as that was known on the day.
    private TargetDecision? Beside(ReportingPeriod? earlier, ReportingPeriod period, LocalDate knownOn)
    {
        if (earlier is not { } one || InForce(one.Position) is not { } decision)
        {
            return null;
        }

        return history.Redefinitions.Length > 0 && history.IsRedefinedBetween(one.Start, period.Start, knownOn) ? null : decision;
    }

    // What held in a period that the decision itself changed, before it did.
    private Target? HeldBefore(List<Change> changes, int index, long position)
    {
        if (changes[index].First <= position)
        {
            return changes[index].Held;
        }

        for (var earlier = index - 1; earlier >= 0; earlier--)
        {
            if (changes[earlier].First <= position && position <= changes[earlier].Last)
            {
                return changes[earlier].Held;
            }
        }

        return null;
    }

    private TargetDecision? InForce(long position)
    {
        var place = spans.At(position);
        place = place >= 0 ? place : standing.At(position);
        place = place >= 0 ? place : position == first.Position ? first.Place : -1;
        return place >= 0 ? decisions[place] : null;
    }

    // As ambitious as it was before it was lowered within the year. A raise that was taken back before it began never held, so to decide it again is a raise
    // again.
    private bool IsBack(TargetDecision decision, ReportingPeriod period, Target after)
    {
        for (var index = lowered.Count - 1; index >= 0 && IsWithinAYear(lowered[index], decision); index--)
        {
            var loweredOn = lowered[index].Decision.DecidedOn;
            var dayBefore = loweredOn.PlusDays(-1);
            if (history.RedefinitionOf(period, dayBefore, decision.DecidedOn) is null
                && history.For(period, dayBefore) is { Target: { } target } once
                && !(once.EffectiveFrom > loweredOn && raisedOn.Contains(once.DecidedOn))
                && !IsMore(after, target))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBackAfterPeriods(TargetDecision decision, ReportingPeriod period, Target after)
    {
        for (var index = lowered.Count - 1; index >= 0 && IsWithinAYear(lowered[index], decision); index--)
        {
            if (lowered[index] is { IsOfPeriods: true, Before: { } once } entry
                && entry.Period < period
                && !history.IsRedefinedBetween(entry.Period.Start, period.Start, decision.DecidedOn)
                && !IsMore(after, once))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMore(Target after, Target once) => after.ComparedWith(once, direction) is TargetChange.Raised or TargetChange.Shifted;

    private static bool IsWithinAYear(Entry lowered, TargetDecision decision) => lowered.Decision.DecidedOn >= decision.DecidedOn.PlusYears(-1);

    // A decision that changed nothing, because another goes before it or its periods were closed.
    private Entry Unseen(TargetDecision decision)
    {
        var period = calendar.PeriodOf(LocalDate.Max(decision.EffectiveFrom, decision.DecidedOn), cadence);
        var target = InForce(period.Position)?.Target;
        return new(decision, period, target, target, Of(decision, TargetChange.Unchanged), IsOfPeriods: false);
    }

    private static TargetChange Of(TargetDecision decision, TargetChange change) => decision.Kind switch
    {
        TargetDecisionKind.Decision => change,
        TargetDecisionKind.Correction => TargetChange.Corrected,
        TargetDecisionKind.Redefinition => TargetChange.Redefined,
    };

    private ReportingPeriod? At(long position) => ReportingPeriod.At(calendar, cadence, position);

    /// <summary>Periods on end that a decision changed, the place of what was in force in them the day before, or -1, and of what is.</summary>
    private sealed class Change(TargetLayer.Stretch before, int after)
    {
        internal long First => before.First;

        internal long Last => before.Last;

        internal int Before => before.Place;

        internal int After => after;

        /// <summary>The target that held before the first of them, as far as it was looked at.</summary>
        internal Target? Held { get; set; }
    }
}
