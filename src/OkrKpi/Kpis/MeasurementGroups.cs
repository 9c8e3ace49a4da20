namespace OkrKpi;

/// <summary>
/// Measurements in groups, and what is known of each group on a day. What was added up for one day is kept for the next, so that asking day by day costs only
/// what is new.
/// </summary>
/// <remarks>Safe to be read by several threads: what is kept is immutable, and worked out again where another thread was faster.</remarks>
internal sealed class MeasurementGroups
{
    private readonly Kpi kpi;
    private readonly Measurement[] items;
    private readonly int[] knownFrom;
    private readonly int[] starts;
    private readonly int[] firstKnown;
    private readonly int[] lastKnown;
    private readonly Traits[] traits;
    private readonly Known?[] kept;

    /// <summary>Groups of measurements that stand one after the other.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="items">The measurements, those of a group in the order they were given.</param>
    /// <param name="knownFrom">For each the day it is known from.</param>
    /// <param name="starts">Where each group starts, and at the end how many measurements there are.</param>
    internal MeasurementGroups(Kpi kpi, Measurement[] items, int[] knownFrom, int[] starts)
    {
        this.kpi = kpi;
        this.items = items;
        this.knownFrom = knownFrom;
        this.starts = starts;
        firstKnown = new int[Count];
        lastKnown = new int[Count];
        traits = new Traits[Count];
        kept = new Known?[Count];
        for (var group = 0; group < Count; group++)
        {
            var (first, last) = (int.MaxValue, int.MinValue);
            var seen = Traits.InOrder;
            for (var index = starts[group]; index < starts[group + 1]; index++)
            {
                seen = knownFrom[index] < last ? seen & ~Traits.InOrder : seen;
                first = Math.Min(first, knownFrom[index]);
                last = Math.Max(last, knownFrom[index]);
                seen |= (items[index].Restates ? Traits.Restated : 0) | (items[index].Segment is null ? 0 : Traits.Segmented)
                    | (items[index].IsWithdrawn ? Traits.Withdrawn : 0);
            }

            (firstKnown[group], lastKnown[group], traits[group]) = (first, last, seen);
        }
    }

    [Flags]
    private enum Traits : byte
    {
        InOrder = 1,
        Restated = 2,
        Segmented = 4,
        Withdrawn = 8,
    }

    internal int Count => starts.Length - 1;

    /// <summary>What is known of a series on a date, in the order given, restated measurements replaced.</summary>
    internal static Measurement[] KnownOf(Kpi kpi, MeasurementSeries series, NodaTime.LocalDate asOf)
    {
        var known = IsAllKnown(series.Items, kpi.Calendar, asOf) ? series.Items : FindKnown(series.Items, kpi.Calendar, asOf);
        return Array.Exists(known, static measurement => measurement.Restates) ? [.. Standing(kpi, known)] : known;
    }

    // Nearly always all of it is known; then nothing is allocated to say so.
    private static bool IsAllKnown(Measurement[] all, ReportingCalendar calendar, NodaTime.LocalDate asOf)
    {
        foreach (var measurement in all)
        {
            if (!measurement.IsKnown(calendar, asOf))
            {
                return false;
            }
        }

        return true;
    }

    private static Measurement[] FindKnown(Measurement[] all, ReportingCalendar calendar, NodaTime.LocalDate asOf) =>
        Array.FindAll(all, measurement => measurement.IsKnown(calendar, asOf));

    /// <summary>Whether anything of a group is known on a day.</summary>
    internal bool IsKnown(int group, int day) => firstKnown[group] <= day && (!traits[group].HasFlag(Traits.Withdrawn) || On(group, day) is not null);

    /// <summary>The first day on which anything of a group is known.</summary>
    internal int FirstKnown(int group) => firstKnown[group];

    /// <summary>What is known of a group on a day; <see langword="null"/> when nothing is, or all of it was withdrawn.</summary>
    internal Known? On(int group, int day)
    {
        var count = CountOn(group, day);
        if (count == 0)
        {
            return null;
        }

        var known = Volatile.Read(ref kept[group]);
        if (known is null || known.Count != count)
        {
            known = Work(group, day, count, known);
            Volatile.Write(ref kept[group], known);
        }

        return known.IsEmpty ? null : known;
    }

    /// <summary>Adds the known measurements of a group that restatements left standing.</summary>
    internal void AddTo(List<Measurement> list, int group, int day)
    {
        var first = list.Count;
        for (var index = starts[group]; index < starts[group + 1]; index++)
        {
            if (knownFrom[index] <= day)
            {
                list.Add(items[index]);
            }
        }

        if (traits[group].HasFlag(Traits.Restated))
        {
            var standing = Standing(kpi, list.GetRange(first, list.Count - first));
            list.RemoveRange(first, list.Count - first);
            list.AddRange(standing);
        }
    }

    /// <summary>What stands after restatements, of measurements in the order they were given.</summary>
    private static IEnumerable<Measurement> Standing(Kpi kpi, IEnumerable<Measurement> known)
    {
        var latest = new Dictionary<(NodaTime.LocalDate?, NodaTime.Instant?, Segment?), List<Measurement>>();

        // A restatement replaces what is known through its day, so it comes after what became known on that day; of two of one day the order they were given in
        // must not decide.
        var inOrder = known
            .OrderBy(each => each.KnownOn ?? each.DateIn(kpi.Calendar)).ThenBy(each => each.Restates).ThenBy(each => each.IsWithdrawn)
            .ThenBy(each => each.Restates ? each.Value : 0m)
                .ThenBy(each => each.Restates ? each.Weight : null)
                .ThenBy(each => each.Restates ? each.Denominator : null);
        foreach (var measurement in inOrder)
        {
            var time = (measurement.Date, measurement.At, measurement.Segment);
            if (!latest.TryGetValue(time, out var standing))
            {
                latest[time] = standing = [];
            }

            if (measurement.Restates)
            {
                // What has no key speaks of all there is; what has one of that one.
                standing.RemoveAll(each => measurement.Key is null || string.Equals(each.Key, measurement.Key, StringComparison.Ordinal));
            }

            if (!measurement.IsWithdrawn)
            {
                standing.Add(measurement);
            }
        }

        return latest.Values.SelectMany(standing => standing);
    }

    private int CountOn(int group, int day)
    {
        var (start, end) = (starts[group], starts[group + 1]);
        if (day >= lastKnown[group])
        {
            return end - start;
        }

        if (day < firstKnown[group])
        {
            return 0;
        }

        if (traits[group].HasFlag(Traits.InOrder))
        {
            var (low, high) = (start, end);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = knownFrom[middle] <= day ? (middle + 1, high) : (low, middle);
            }

            return low - start;
        }

        var count = 0;
        for (var index = start; index < end; index++)
        {
            count += knownFrom[index] <= day ? 1 : 0;
        }

        return count;
    }

    private Known Work(int group, int day, int count, Known? before)
    {
        var isSegmented = traits[group].HasFlag(Traits.Segmented) && kpi.Aggregation.Additivity() == Additivity.SemiAdditive;
        if (traits[group].HasFlag(Traits.Restated) || isSegmented)
        {
            List<Measurement> known = [];
            AddTo(known, group, day);
            return Known.Of(kpi, known, count);
        }

        // In the order they become known, what is new comes after what was added up already.
        var isLonger = before is not null && before.Count < count && traits[group].HasFlag(Traits.InOrder);
        var total = isLonger ? before!.Total : PeriodAggregate.Empty;
        var (earliest, latest) = isLonger ? (before!.EarliestDay, before.LatestDay) : (int.MaxValue, int.MinValue);
        for (var (index, left) = (starts[group] + (isLonger ? before!.Count : 0), count - (isLonger ? before!.Count : 0)); left > 0; index++)
        {
            if (knownFrom[index] > day)
            {
                continue;
            }

            left--;
            var moment = PeriodAggregate.Moment.Of(items[index], kpi.Calendar);
            total.Include(items[index].Value, moment, items[index].Weight ?? 0m, items[index].Denominator ?? 0m);
            var observed = DayNumber.Of(moment.Date);
            (earliest, latest) = (Math.Min(earliest, observed), Math.Max(latest, observed));
        }

        return new(count, total, kpi.Read(total, kpi.Aggregation), earliest, latest, []);
    }

    /// <summary>What is known of a group on a day.</summary>
    internal sealed class Known(int count, PeriodAggregate total, decimal? value, int earliestDay, int latestDay, Segment[] segments)
    {
        private readonly PeriodAggregate total = total;

        /// <summary>How many measurements are known, those included that were restated since.</summary>
        internal int Count => count;

        /// <summary>Whether all of it was withdrawn.</summary>
        internal bool IsEmpty => earliestDay == int.MaxValue;

        /// <summary>What they add up to.</summary>
        internal PeriodAggregate Total => total;

        /// <summary>The value as the KPI reads it; <see langword="null"/> when a ratio is undefined.</summary>
        internal decimal? Value => value;

        /// <summary>The earliest day that was observed.</summary>
        internal int EarliestDay => earliestDay;

        /// <summary>The latest day that was observed.</summary>
        internal int LatestDay => latestDay;

        /// <summary>Of a level the segments that reported.</summary>
        internal Segment[] Segments => segments;

        /// <summary>Adds up measurements that all count.</summary>
        internal static Known Of(Kpi kpi, List<Measurement> measured, int count)
        {
            var total = PeriodAggregate.Empty;
            var (earliest, latest) = (int.MaxValue, int.MinValue);
            var isSegmented = false;
            foreach (var measurement in measured)
            {
                var moment = PeriodAggregate.Moment.Of(measurement, kpi.Calendar);
                total.Include(measurement.Value, moment, measurement.Weight ?? 0m, measurement.Denominator ?? 0m);
                var observed = DayNumber.Of(moment.Date);
                (earliest, latest) = (Math.Min(earliest, observed), Math.Max(latest, observed));
                isSegmented |= measurement.Segment is not null;
            }

            if (!isSegmented || kpi.Aggregation.Additivity() != Additivity.SemiAdditive)
            {
                return new(count, total, kpi.Read(total, kpi.Aggregation), earliest, latest, []);
            }

            // A level takes the last (or first) value of each segment, then adds the segments.
            var whole = PeriodAggregate.Empty;
            var segments = new Dictionary<Segment, PeriodAggregate>();
            foreach (var measurement in measured)
            {
                if (measurement.Segment is { } segment)
                {
                    segments[segment] = segments.GetValueOrDefault(segment).Add(measurement, kpi.Calendar);
                }
                else
                {
                    whole = whole.Add(measurement, kpi.Calendar);
                }
            }

            var sum = segments.Values.Append(whole).Sum(segment => segment.Read(kpi.Aggregation) ?? 0m);
            return new(count, total, Held.Actual(sum), earliest, latest, [.. segments.Keys]);
        }
    }
}
