using System.Collections;
using NodaTime;

namespace OkrKpi;

/// <summary>The periods of a KPI as known on a date. A period is only worked out when somebody looks at it.</summary>
internal sealed class PeriodTable : IReadOnlyList<KpiPeriod>
{
    // One measurement of a wrong century gives an hourly KPI millions of periods, so only the latest ones are kept, and nothing is held for those that nobody
    // looks at.
    private const int MostKept = 4_096;
    private const int BlockSize = 16;

    private readonly long current;
    private readonly long first;

    // For KPIs per event the groups of measurements that are known.
    private readonly int[]? events;
    private KpiPeriod?[]?[]? made;

    private PeriodTable(MeasurementIndex index, LocalDate asOf)
    {
        Index = index;
        AsOf = asOf;
        Day = DayNumber.Of(asOf);
        current = index.Line.NumberAtCloseOf(asOf);
        IsCurrentComplete = index.Line[current].IsCompleteAsOf(asOf);
        var group = 0;
        while (group < index.Groups.Count && !index.Groups.IsKnown(group, Day))
        {
            group++;
        }

        var firstKnown = group < index.Groups.Count ? index.Groups.On(group, Day) : null;
        SilentFrom = Kpi.IsZeroWhenSilent ? Math.Min(FirstTargetFrom(), firstKnown?.EarliestDay ?? int.MaxValue) : int.MaxValue;
        if (!Kpi.Cadence.IsRegular)
        {
            events = [.. Enumerable.Range(0, index.Groups.Count).Where(each => index.Groups.IsKnown(each, Day))];
            Count = events.Length;
            HasBegun = Count > 0;
            return;
        }

        // Without any measurement the latest complete period is the only one, beside the running one.
        first = firstKnown is not null ? index.Numbers[group] : IsCurrentComplete ? current : current - 1;
        HasBegun = firstKnown is not null;
        if (SilentFrom <= Day && NumberFrom(SilentFrom) is var silent && (silent < first || !HasBegun))
        {
            first = silent;
            HasBegun = true;
        }

        Count = checked((int)(current - first + 1));
    }

    internal MeasurementIndex Index { get; }

    internal Kpi Kpi => Index.Kpi;

    internal LocalDate AsOf { get; }

    internal int Day { get; }

    /// <summary>The day from which silence is zero; none for other KPIs.</summary>
    internal int SilentFrom { get; }

    /// <summary>Whether anything was measured, or silence means something already.</summary>
    internal bool HasBegun { get; }

    /// <summary>Whether the period the date lies in is over at its close.</summary>
    internal bool IsCurrentComplete { get; }

    public int Count { get; }

    public KpiPeriod this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var back = Count - 1 - index;
            if (back >= MostKept)
            {
                return Make(NumberAt(index));
            }

            var blocks = made
                ?? Interlocked.CompareExchange(ref made, new KpiPeriod?[]?[(Math.Min(Count, MostKept) + BlockSize - 1) / BlockSize], null)
                ?? made;
            ref var block = ref blocks[back / BlockSize];
            var periods = block ?? Interlocked.CompareExchange(ref block, new KpiPeriod?[Math.Min(BlockSize, Count)], null) ?? block;
            ref var period = ref periods[back % BlockSize];
            return period ?? Interlocked.CompareExchange(ref period, Make(NumberAt(index)), null) ?? period;
        }
    }

    internal static PeriodTable Of(MeasurementIndex index, LocalDate asOf) => new(index, Require.Date(asOf));

    /// <summary>One of the periods; <see langword="null"/> when it is not among them.</summary>
    internal KpiPeriod? Find(ReportingPeriod period)
    {
        if (period.Cadence != Kpi.Cadence || !period.Calendar.Equals(Kpi.Calendar))
        {
            throw new ArgumentException($"{period} is no {Kpi.Cadence} of the calendar of '{Kpi.Name}'.", nameof(period));
        }

        var number = Index.Line.NumberOf(period);
        if (Index.Line[number] != period)
        {
            return null;
        }

        var index = events is null ? number - first : Array.BinarySearch(events, Index.GroupOf(number));
        return index >= 0 && index < Count ? this[(int)index] : null;
    }

    internal KpiAssessment Assess()
    {
        var latest = events is not null ? Count - 1 : Count - (IsCurrentComplete ? 1 : 2);
        var running = events is not null || IsCurrentComplete ? null : this[Count - 1];
        var complete = latest >= 0 ? this[latest] : events is null ? Make(current - 1) : null;
        var judged = JudgedFrom(latest);
        return new(this, complete, running, judged, latest);
    }

    /// <summary>The place of the latest judged period up to a place; below 0 without one.</summary>
    internal int JudgedFrom(int latest)
    {
        for (var index = latest; index >= 0; index--)
        {
            if (this[index].IsJudged)
            {
                return index;
            }

            // Where nothing was measured nothing is judged, so the next to look at is the measured one before.
            if (events is null && !Kpi.IsZeroWhenSilent)
            {
                var group = Index.GroupOf(NumberAt(index));
                group = group >= 0 ? group - 1 : ~group - 1;
                index = group < 0 ? 0 : (int)Math.Max(Index.Numbers[group] - first + 1, 0);
            }
        }

        return -1;
    }

    /// <summary>Whether what is measured was redefined after the first day of a span and up to its last one.</summary>
    internal bool IsRedefined(LocalDate from, LocalDate through) => Index.IsRedefined(from, through, AsOf);

    /// <summary>The target of the period before; <see langword="null"/> without one, or when what is measured was redefined since.</summary>
    internal Target? TargetBefore(long number, ReportingPeriod period)
    {
        var before = Index.Line[number - 1];
        return IsRedefined(before.Start, period.End) ? null : Kpi.Targets.For(before, AsOf)?.Target;
    }

    /// <summary>
    /// Of a level, whether a segment is not reported that is to be: one of the period before, and until the period is due also one of the period before that,
    /// which may only be late.
    /// </summary>
    internal bool AwaitsSegment(long number, bool isDue, MeasurementGroups.Known? known)
    {
        var segments = known?.Segments ?? [];
        return Lacks(segments, SegmentsOf(number - 1)) || (!isDue && Lacks(segments, SegmentsOf(number - 2)));
    }

    /// <summary>The first period of all.</summary>
    internal bool IsFirst(long number) => HasBegun && number == first;

    public IEnumerator<KpiPeriod> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A period that need not be among those of the table, such as one before the first that was measured.</summary>
    internal KpiPeriod Make(long number)
    {
        var group = Index.GroupOf(number);
        return new(this, number, Index.Line[number], group < 0 ? null : Index.Groups.On(group, Day));
    }

    /// <summary>The period of a number, whether or not it is among those of the table.</summary>
    internal KpiPeriod At(long number)
    {
        var index = events is null ? number - first : Array.BinarySearch(events, Index.GroupOf(number));
        return index >= 0 && index < Count ? this[(int)index] : Make(number);
    }

    /// <summary>The numbers of the periods of a span that are no longer awaited: of those that have measurements, and of the first one.</summary>
    internal long[] NotAwaited(long from, long through)
    {
        List<long> numbers = [];
        if (events is null && HasBegun && first >= from && first <= through && Index.GroupOf(first) < 0 && !At(first).IsAwaited)
        {
            numbers.Add(first);
        }

        var group = Index.GroupOf(from);
        for (group = group < 0 ? ~group : group; group < Index.Numbers.Length && Index.Numbers[group] <= through; group++)
        {
            if (Index.Groups.IsKnown(group, Day) && !At(Index.Numbers[group]).IsAwaited)
            {
                numbers.Add(Index.Numbers[group]);
            }
        }

        return [.. numbers];
    }

    /// <summary>The complete periods from the one of the first target on, when nothing was measured yet; of a KPI without one none.</summary>
    internal (long From, long Through) ExpectedFromTarget()
    {
        var from = FirstTargetFrom();
        return events is not null || from > Day ? (0, -1) : (NumberFrom(from), IsCurrentComplete ? current : current - 1);
    }

    internal long NumberAt(int index) => events is null ? first + index : Index.Numbers[events[index]];

    private static bool Lacks(Segment[] segments, Segment[] wanted)
    {
        foreach (var segment in wanted)
        {
            if (Array.IndexOf(segments, segment) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private Segment[] SegmentsOf(long number)
    {
        var group = Index.GroupOf(number);
        return group < 0 ? [] : Index.Groups.On(group, Day)?.Segments ?? [];
    }

    private long NumberFrom(int day)
    {
        var date = DayNumber.Date(day);
        return Kpi.Cadence.IsToldByDate
            ? Index.Line.NumberOf(date)
            : Index.Line.NumberOf(Kpi.Calendar.PeriodOf(Kpi.Calendar.PeriodOf(date, Cadence.Day).StartInstant, Cadence.Hour));
    }

    private int FirstTargetFrom()
    {
        var from = int.MaxValue;
        foreach (var decision in Kpi.Targets.Decisions)
        {
            if (decision.DecidedOn <= AsOf && decision.Target is not null)
            {
                from = Math.Min(from, DayNumber.Of(decision.EffectiveFrom));
            }
        }

        return from;
    }
}
