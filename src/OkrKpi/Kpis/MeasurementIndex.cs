using System.Buffers;
using NodaTime;

namespace OkrKpi;

/// <summary>The measurements of a KPI sorted into its periods, once for all dates it is asked on.</summary>
internal sealed class MeasurementIndex
{
    private readonly long[] numbers;
    private readonly Measurement[] items;
    private readonly int[] knownFrom;
    private readonly int[] starts;
    private readonly PeriodParts?[] parts;

    private MeasurementIndex(Kpi kpi, MeasurementSeries series, PeriodLine line, Measurement[] items, int[] knownFrom, long[] numbers, int[] starts)
    {
        Kpi = kpi;
        Series = series;
        Line = line;
        this.items = items;
        this.knownFrom = knownFrom;
        this.numbers = numbers;
        this.starts = starts;
        parts = kpi.HasParts ? new PeriodParts?[numbers.Length] : [];
        Groups = new(kpi, items, knownFrom, starts);
        Redefinitions = RedefinitionsOf(kpi.Targets.Decisions);
    }

    internal Kpi Kpi { get; }

    internal MeasurementSeries Series { get; }

    internal PeriodLine Line { get; }

    /// <summary>The measurements of each period that has any.</summary>
    internal MeasurementGroups Groups { get; }

    /// <summary>The days on which the measurements became known.</summary>
    internal ReadOnlySpan<int> KnownFrom => knownFrom;

    /// <summary>The numbers of these periods.</summary>
    internal ReadOnlySpan<long> Numbers => numbers;

    /// <summary>The decisions that redefined what is measured.</summary>
    internal TargetDecision[] Redefinitions { get; }

    internal static MeasurementIndex Of(Kpi kpi, MeasurementSeries series)
    {
        var given = series.Items;
        var line = new PeriodLine(kpi, Origin(kpi, given));
        var rented = ArrayPool<long>.Shared.Rent(Math.Max(given.Length, 1));
        var keys = rented.AsSpan(0, given.Length);
        var known = new int[given.Length];
        var isSorted = true;
        var groups = 0;
        for (var index = 0; index < given.Length; index++)
        {
            var measurement = given[index];
            var date = measurement.DateIn(kpi.Calendar);
            keys[index] = kpi.Cadence.IsToldByDate ? line.NumberOf(date) : line.NumberOf(measurement.At!.Value);
            known[index] = DayNumber.Of(measurement.KnownOn is { } later && later > date ? later : date);
            isSorted &= index == 0 || keys[index - 1] <= keys[index];
            groups += index == 0 || keys[index - 1] != keys[index] ? 1 : 0;
        }

        if (!isSorted)
        {
            (given, known, groups) = Sorted(given, known, keys);
        }

        var numbers = new long[groups];
        var starts = new int[groups + 1];
        var group = 0;
        for (var index = 0; index < keys.Length; index++)
        {
            if (index == 0 || keys[index] != keys[index - 1])
            {
                (numbers[group], starts[group]) = (keys[index], index);
                group++;
            }
        }

        starts[^1] = keys.Length;
        ArrayPool<long>.Shared.Return(rented);
        return new(kpi, series, line, given, known, numbers, starts);
    }

    /// <summary>The group of a period; below 0 when nothing was ever measured in it.</summary>
    internal int GroupOf(long number) => Array.BinarySearch(numbers, number);

    /// <summary>The measuring periods of a period; only for KPIs that have such.</summary>
    internal PeriodParts PartsOf(long number)
    {
        var group = GroupOf(number);
        if (group < 0)
        {
            return PeriodParts.Of(Kpi, Line[number], [], []);
        }

        return parts[group] ??= PeriodParts.Of(
            Kpi, Line[number], items.AsSpan(starts[group]..starts[group + 1]), knownFrom.AsSpan(starts[group]..starts[group + 1]));
    }

    /// <summary>
    /// Whether what is measured was redefined after the first day of a span of dates and up to its last one, as far as it was known on a day.
    /// </summary>
    internal bool IsRedefined(LocalDate first, LocalDate last, LocalDate knownOn)
    {
        foreach (var each in Redefinitions)
        {
            if (each.EffectiveFrom > first && each.EffectiveFrom <= last && each.DecidedOn <= knownOn)
            {
                return true;
            }
        }

        return false;
    }

    private static TargetDecision[] RedefinitionsOf(IReadOnlyList<TargetDecision> decisions)
    {
        // Hardly any KPI was ever redefined.
        for (var index = 0; index < decisions.Count; index++)
        {
            if (decisions[index].Kind == TargetDecisionKind.Redefinition)
            {
                return [.. decisions.Where(static decision => decision.Kind == TargetDecisionKind.Redefinition)];
            }
        }

        return [];
    }

    // The order given decides between two measurements of the same time, so it is kept within a period.
    private static (Measurement[] Items, int[] Known, int Groups) Sorted(Measurement[] given, int[] known, Span<long> keys)
    {
        var places = new int[given.Length];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = index;
        }

        var unsorted = keys.ToArray();
        Array.Sort(places, (left, right) => unsorted[left] != unsorted[right] ? unsorted[left].CompareTo(unsorted[right]) : left - right);
        var groups = 0;
        for (var index = 0; index < places.Length; index++)
        {
            keys[index] = unsorted[places[index]];
            groups += index == 0 || keys[index - 1] != keys[index] ? 1 : 0;
        }

        return (Array.ConvertAll(places, place => given[place]), Array.ConvertAll(places, place => known[place]), groups);
    }

    // Hours are counted from the first one measured: those measured lie near each other, and each step over a change of the clock costs.
    private static ReportingPeriod Origin(Kpi kpi, Measurement[] given) =>
        kpi.Cadence.IsToldByDate ? default
        : ReportingPeriod.HourContaining(kpi.Calendar, given.Length > 0 ? given[0].At!.Value : Instant.FromUnixTimeSeconds(0));
}
