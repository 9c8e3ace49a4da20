using NodaTime;

namespace OkrKpi;

/// <summary>The measurements of a KPI sorted into its periods, as known on a date.</summary>
internal sealed class PeriodTable
{
    private readonly Kpi kpi;
    private readonly LocalDate asOf;
    private readonly SortedDictionary<ReportingPeriod, Cell> cells = [];

    private PeriodTable(Kpi kpi, LocalDate asOf)
    {
        this.kpi = kpi;
        this.asOf = asOf;
    }

    internal static PeriodTable Of(Kpi kpi, MeasurementSeries series, LocalDate asOf)
    {
        var table = new PeriodTable(kpi, asOf);
        var known = table.Known(series);
        foreach (var measurement in known)
        {
            var period = measurement.At is { } instant ? kpi.Calendar.PeriodOf(instant, kpi.Cadence) : kpi.PeriodOf(measurement.Date!.Value);
            if (!table.cells.TryGetValue(period, out var cell))
            {
                table.cells.Add(period, cell = new Cell());
            }

            cell.Add(measurement, kpi);
        }

        return table;
    }

    internal KpiAssessment Assess()
    {
        if (kpi.Cadence == Cadence.Event)
        {
            KpiPeriod[] events = [.. cells.Select(cell => Make(cell.Key, cell.Value))];
            return KpiAssessment.Made(kpi, asOf, events, events.LastOrDefault(), null);
        }

        var current = kpi.Cadence == Cadence.Hour
            ? kpi.Calendar.PeriodOf(asOf, Cadence.Day).EndInstant is var close ? kpi.Calendar.PeriodOf(close, Cadence.Hour).Previous : default
            : kpi.PeriodOf(asOf);
        var isOver = current.IsCompleteAsOf(asOf);
        var last = current;
        var first = cells.Count > 0 ? cells.First().Key : isOver ? current : current.Previous;
        if (first > last)
        {
            first = last;
        }

        var periods = new KpiPeriod[first.StepsTo(last) + 1];
        var period = first;
        for (var index = 0; index < periods.Length; index++, period = period.Next)
        {
            periods[index] = Make(period, cells.GetValueOrDefault(period));
        }

        var running = isOver ? null : periods[^1];
        var latest = isOver ? periods[^1]
            : periods.Length > 1 ? periods[^2]
            : Make(current.Previous, null);
        return KpiAssessment.Made(kpi, asOf, periods, latest, running);
    }

    private IEnumerable<Measurement> Known(MeasurementSeries series)
    {
        List<Measurement> known = [];
        var restated = false;
        foreach (var measurement in series.Span)
        {
            var observed = measurement.DateIn(kpi.Calendar);
            if (observed <= asOf && (measurement.KnownOn ?? observed) <= asOf)
            {
                known.Add(measurement);
                restated |= measurement.Restates;
            }
        }

        return restated ? Restated(known) : known;
    }

    private IEnumerable<Measurement> Restated(List<Measurement> known)
    {
        var latest = new Dictionary<(LocalDate?, Instant?, Segment?), List<Measurement>>();
        foreach (var measurement in known.OrderBy(each => each.KnownOn ?? each.DateIn(kpi.Calendar)))
        {
            var key = (measurement.Date, measurement.At, measurement.Segment);
            if (measurement.Restates || !latest.TryGetValue(key, out var standing))
            {
                latest[key] = standing = [];
            }

            standing.Add(measurement);
        }

        return latest.Values.SelectMany(standing => standing);
    }

    private KpiPeriod Make(ReportingPeriod period, Cell? cell)
    {
        var aggregate = cell?.Total ?? PeriodAggregate.Empty;
        var actual = cell?.Read(kpi);
        return new(kpi, period, period.IsCompleteAsOf(asOf), actual, kpi.Targets.For(period, asOf), Coverage(period, cell), aggregate);
    }

    private Coverage Coverage(ReportingPeriod period, Cell? cell)
    {
        if (kpi.MeasuredEvery is not { } every || every == Cadence.Hour)
        {
            return new(1, cell is null ? 0 : 1);
        }

        // A shorter period that straddles two longer ones belongs to the one it ends in.
        var through = period.End < asOf ? period.End : asOf;
        var expected = 0;
        var present = 0;
        for (var part = kpi.Calendar.PeriodOf(period.Start, every); part.End <= through; part = part.Next)
        {
            expected++;
            if (cell is not null && cell.HasMeasurementIn(part, kpi.Calendar))
            {
                present++;
            }
        }

        return new(expected, present);
    }

    private sealed class Cell
    {
        private readonly List<Measurement> measurements = [];
        private Dictionary<Segment, PeriodAggregate>? segments;
        private PeriodAggregate unsegmented;

        internal PeriodAggregate Total { get; private set; }

        internal void Add(Measurement measurement, Kpi kpi)
        {
            measurements.Add(measurement);
            Total = Total.Add(measurement, kpi.Calendar);
            if (measurement.Segment is { } segment)
            {
                segments ??= [];
                segments[segment] = segments.GetValueOrDefault(segment).Add(measurement, kpi.Calendar);
            }
            else
            {
                unsegmented = unsegmented.Add(measurement, kpi.Calendar);
            }
        }

        internal bool HasMeasurementIn(ReportingPeriod part, ReportingCalendar calendar) =>
            measurements.Exists(measurement => part.Contains(measurement.DateIn(calendar)));

        // A semi-additive metric takes the last (or first) value of each segment, then adds the segments.
        internal decimal? Read(Kpi kpi)
        {
            if (segments is not null && kpi.Aggregation.Additivity() == Additivity.SemiAdditive)
            {
                return segments.Values.Append(unsegmented).Sum(segment => segment.Read(kpi.Aggregation) ?? 0m);
            }

            var value = Total.Read(kpi.Aggregation);
            return kpi.Aggregation == Aggregation.RatioOfSums && kpi.Unit.Kind == UnitKind.Percent ? value * 100m : value;
        }
    }
}
