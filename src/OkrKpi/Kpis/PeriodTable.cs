using System.Collections;
using NodaTime;

namespace OkrKpi;

/// <summary>The measurements of a KPI sorted into its periods, as known on a date. A period is only worked out when somebody looks at it.</summary>
internal sealed class PeriodTable : IReadOnlyList<KpiPeriod>
{
    // One measurement of a wrong century gives an hourly KPI millions of periods, so only the latest ones are kept, and nothing is held for those that nobody looks at.
    private const int MostKept = 4_096;

    private readonly Kpi kpi;
    private readonly MeasurementSeries series;
    private readonly LocalDate asOf;
    private readonly ReportingPeriod current;

    // The periods are steps from the current one: from firstStep on one after the other, or, for KPIs per event, those of the events.
    private readonly int firstStep;
    private readonly int[]? eventSteps;

    // Measurements in the order of their periods, and the step of each.
    private readonly Measurement[] measurements;
    private readonly int[] steps;
    private readonly KpiPeriod?[] made;

    private PeriodTable(Kpi kpi, MeasurementSeries series, LocalDate asOf, ReportingPeriod current, Measurement[] measurements, int[] steps)
    {
        this.kpi = kpi;
        this.series = series;
        this.asOf = asOf;
        this.current = current;
        this.measurements = measurements;
        this.steps = steps;
        if (kpi.Cadence == Cadence.Event)
        {
            eventSteps = [.. steps.Distinct()];
        }
        else
        {
            // Without any measurement the latest complete period is the only one, beside the running one.
            firstStep = steps.Length > 0 ? steps[0] : current.IsCompleteAsOf(asOf) ? 0 : -1;
        }

        Count = eventSteps?.Length ?? (1 - firstStep);
        made = new KpiPeriod?[Math.Min(Count, MostKept)];
    }

    public int Count { get; }

    public KpiPeriod this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var kept = index - (Count - made.Length);
            return kept < 0 ? Make(index) : made[kept] ?? Interlocked.CompareExchange(ref made[kept], Make(index), null) ?? made[kept]!;
        }
    }

    internal static PeriodTable Of(Kpi kpi, MeasurementSeries series, LocalDate asOf)
    {
        Require.Date(asOf);
        var current = kpi.Cadence == Cadence.Hour
            ? kpi.Calendar.PeriodOf(kpi.Calendar.PeriodOf(asOf, Cadence.Day).EndInstant, Cadence.Hour).Previous
            : kpi.PeriodOf(asOf);
        var known = Known(kpi, series, asOf);
        var steps = new int[known.Length];
        var isSorted = true;
        for (var index = 0; index < known.Length; index++)
        {
            var measurement = known[index];
            var period = measurement.At is { } instant ? kpi.Calendar.PeriodOf(instant, kpi.Cadence) : kpi.PeriodOf(measurement.Date!.Value);
            steps[index] = current.StepsTo(period);
            isSorted &= index == 0 || steps[index - 1] <= steps[index];
        }

        if (!isSorted)
        {
            // The order given decides between two measurements of the same time, so it is kept within a period.
            var keys = new long[steps.Length];
            for (var index = 0; index < keys.Length; index++)
            {
                keys[index] = ((long)steps[index] << 32) | (uint)index;
            }

            known = [.. known];
            Array.Sort(keys, known);
            steps = Array.ConvertAll(keys, key => (int)(key >> 32));
        }

        return new(kpi, series, asOf, current, known, steps);
    }

    /// <summary>One of the periods; <see langword="null"/> when it is not among them.</summary>
    internal KpiPeriod? Find(ReportingPeriod period)
    {
        var step = current.StepsTo(period);
        var index = eventSteps is null ? step - firstStep : Array.BinarySearch(eventSteps, step);
        return index >= 0 && index < Count ? this[index] : null;
    }

    internal PeriodTable On(LocalDate date) => Of(kpi, series, date);

    internal KpiAssessment Assess()
    {
        if (kpi.Cadence == Cadence.Event)
        {
            return new(kpi, asOf, this, Count > 0 ? this[Count - 1] : null, null);
        }

        if (current.IsCompleteAsOf(asOf))
        {
            return new(kpi, asOf, this, this[Count - 1], null);
        }

        return new(kpi, asOf, this, Count > 1 ? this[Count - 2] : Make(current.Previous, default), this[Count - 1]);
    }

    internal Coverage CoverageOf(ReportingPeriod period)
    {
        var measured = Measured(current.StepsTo(period));
        var isMeasured = !measured.IsEmpty;
        if (kpi.MeasuredEvery is not { } every || every == Cadence.Hour)
        {
            return new(1, isMeasured ? 1 : 0);
        }

        // A shorter period that straddles two longer ones belongs to the one it ends in.
        var through = period.End < asOf ? period.End : asOf;
        var expected = 0;
        var present = 0;
        for (ReportingPeriod? next = ReportingPeriod.Containing(kpi.Calendar, every, period.Start); next is { } part && part.End <= through; next = part.PlusOrNull(1))
        {
            expected++;
            if (isMeasured && HasMeasurementIn(part, measured))
            {
                present++;
            }
        }

        return new(expected, present);
    }

    public IEnumerator<KpiPeriod> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Measurement[] Known(Kpi kpi, MeasurementSeries series, LocalDate asOf)
    {
        var all = series.Items;
        var count = 0;
        var restated = false;
        foreach (var measurement in all)
        {
            if (measurement.IsKnown(kpi.Calendar, asOf))
            {
                count++;
                restated |= measurement.Restates;
            }
        }

        var known = count == all.Length ? all : Array.FindAll(all, measurement => measurement.IsKnown(kpi.Calendar, asOf));
        return restated ? Restated(kpi.Calendar, known) : known;
    }

    private static Measurement[] Restated(ReportingCalendar calendar, Measurement[] known)
    {
        var latest = new Dictionary<(LocalDate?, Instant?, Segment?), List<Measurement>>();
        foreach (var measurement in known.OrderBy(each => each.KnownOn ?? each.DateIn(calendar)))
        {
            var key = (measurement.Date, measurement.At, measurement.Segment);
            if (measurement.Restates || !latest.TryGetValue(key, out var standing))
            {
                latest[key] = standing = [];
            }

            standing.Add(measurement);
        }

        return [.. latest.Values.SelectMany(standing => standing)];
    }

    private int StepAt(int index) => eventSteps?[index] ?? (firstStep + index);

    private KpiPeriod Make(int index) => Make(current.Plus(StepAt(index)), Measured(StepAt(index)));

    private ReadOnlySpan<Measurement> Measured(int step) => measurements.AsSpan(FirstFrom(step)..FirstFrom(step + 1));

    // The place of the first measurement of a step or of a later one.
    private int FirstFrom(int step)
    {
        var (low, high) = (0, steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = steps[middle] < step ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private KpiPeriod Make(ReportingPeriod period, ReadOnlySpan<Measurement> measured)
    {
        var total = PeriodAggregate.Empty;
        var isSegmented = false;
        foreach (var measurement in measured)
        {
            total = total.Add(measurement, kpi.Calendar);
            isSegmented |= measurement.Segment is not null;
        }

        return new(this, kpi, period, period.IsCompleteAsOf(asOf), Read(total, measured, isSegmented), kpi.Targets.For(period, asOf), total);
    }

    private decimal? Read(PeriodAggregate total, ReadOnlySpan<Measurement> measured, bool isSegmented)
    {
        if (isSegmented && kpi.Aggregation.Additivity() == Additivity.SemiAdditive)
        {
            return SumOfSegments(measured);
        }

        return kpi.Read(total, kpi.Aggregation);
    }

    // A semi-additive metric takes the last (or first) value of each segment, then adds the segments.
    private decimal SumOfSegments(ReadOnlySpan<Measurement> measured)
    {
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

        return Held.Actual(segments.Values.Append(whole).Sum(segment => segment.Read(kpi.Aggregation) ?? 0m));
    }

    private bool HasMeasurementIn(ReportingPeriod part, ReadOnlySpan<Measurement> measured)
    {
        foreach (var measurement in measured)
        {
            if (part.Contains(measurement.DateIn(kpi.Calendar)))
            {
                return true;
            }
        }

        return false;
    }
}
