using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rollups;

/// <summary>The measurements of one KPI rolled up into periods of any cadence, exact, as far as they were known at the close of a date.</summary>
/// <remarks>
/// <para>
/// Immutable, so safe for any number of threads; compared by reference. Every period from the first measured one to that of the date is there, also the empty
/// ones.
/// Measurements that became known later are left out and restated ones replaced, so that a past rollup can be repeated.
/// A level such as a headcount takes the last value of each segment, then adds the segments (semi-additive).
/// </para>
/// <code>
/// var byYear = KpiRollup.Of(kpi, measurements, Cadence.Month, asOf).To(Cadence.Year);
/// byYear.Periods[^1].Value       // the year to date, from the months
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KpiRollup
{
    private readonly PeriodAxis axis;
    private readonly Row[] rows;

    private KpiRollup(Kpi kpi, LocalDate asOf, Aggregation aggregation, GapPolicy gaps, PeriodAxis axis, Row[] rows)
    {
        Kpi = kpi;
        AsOf = asOf;
        Aggregation = aggregation;
        Gaps = gaps;
        this.axis = axis;
        this.rows = rows;
        Segments = [.. rows.Select(row => row.Segment).OfType<Segment>()];
        Periods = MakePeriods();
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The cadence of the periods.</summary>
    public Cadence Cadence => axis.Cadence;

    /// <summary>How the measurements of a period become its value: the KPI's own way, unless <see cref="ReadAs"/> asked for another.</summary>
    public Aggregation Aggregation { get; }

    /// <summary>What stands for a period in which nothing was measured.</summary>
    public GapPolicy Gaps { get; }

    /// <summary>The segments that were measured, in the order they first appear; none when the measurements have none.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The periods, the earliest first.</summary>
    public IReadOnlyList<RollupPeriod> Periods { get; }

    /// <summary>Rolls up the measurements of a KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="measurements">Its measurements, in any order.</param>
    /// <param name="cadence">The periods to roll up into.</param>
    /// <param name="asOf">The date, in the KPI's calendar; its close counts.</param>
    /// <param name="gaps">What stands for a period in which nothing was measured; when left out, nothing does.</param>
    /// <returns>The rollup.</returns>
    /// <exception cref="ArgumentException">The measurements are of another KPI, or lack what the KPI's aggregation needs; or the gap policy would make up what
    /// it cannot know.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined or an event, <paramref name="gaps"/> is undefined, or
    /// <paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public static KpiRollup Of(Kpi kpi, MeasurementSeries measurements, Cadence cadence, LocalDate asOf, GapPolicy gaps = GapPolicy.Unknown)
    {
        Guard.Against.Null(kpi);
        MeasurementSeries.Checked(Guard.Against.Null(measurements), kpi);
        if (!Require.Defined(cadence).IsRegular)
        {
            throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Events have no length to roll up into; choose a cadence such as Day or Month.");
        }

        RollupRules.CheckGaps(gaps, kpi.Aggregation);
        var known = MeasurementGroups.KnownOf(kpi, measurements, Require.Date(asOf));
        var first = known.Length == 0 ? asOf : known.Min(measurement => measurement.DateIn(kpi.Calendar));
        var axis = kpi.Calendar.Axis(cadence, first, asOf);
        var rows = new Dictionary<ValueTuple<Segment?>, Row>();
        foreach (var measurement in known)
        {
            if (!cadence.IsToldByDate && measurement.At is null)
            {
                throw new ArgumentException(
                    $"A measurement of '{kpi.Name}', {measurement}, has a date only and lies in no one hour; roll up by {nameof(Cadence.Day)}.",
                    nameof(cadence));
            }

            if (!rows.TryGetValue(new(measurement.Segment), out var row))
            {
                rows.Add(new(measurement.Segment), row = new(measurement.Segment, new PeriodAggregate[axis.Count], []));
            }

            ref var cell = ref row.Cells[measurement.At is { } instant ? axis.IndexOf(instant) : axis.IndexOf(measurement.Date!.Value)];
            cell = cell.Add(measurement, kpi.Calendar);
            if (PartOf(kpi) is var part && (part.IsToldByDate || measurement.At is not null))
            {
                row.Parts.Add(measurement.At is { } at ? kpi.Calendar.PeriodOf(at, part) : kpi.Calendar.PeriodOf(measurement.Date!.Value, part));
            }
        }

        return new(kpi, asOf, kpi.Aggregation, gaps, axis, [.. rows.Values]);
    }

    /// <summary>The same rollup in longer periods, from the aggregates of the shorter ones.</summary>
    /// <remarks>
    /// Each period goes as a whole to the one it belongs to (<see cref="ReportingPeriod.Parent"/>); to split a week between two months, roll up by day first.
    /// </remarks>
    /// <param name="cadence">The longer cadence.</param>
    /// <returns>The rollup.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined or shorter than that of the rollup.</exception>
    public KpiRollup To(Cadence cadence)
    {
        var coarser = axis.To(cadence);
        var parents = axis.IndexesIn(coarser);
        return new(Kpi, AsOf, Aggregation, Gaps, coarser, Array.ConvertAll(rows, row => row.To(parents, coarser.Count)));
    }

    /// <summary>One segment kept apart.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The rollup of the segment alone, over the same periods.</returns>
    /// <exception cref="ArgumentException">The segment was not measured.</exception>
    public KpiRollup For(Segment segment)
    {
        Guard.Against.Null(segment);
        var row = Array.Find(rows, each => segment.Equals(each.Segment))
            ?? throw new ArgumentException($"'{Kpi.Name}' has no measurement for {segment}; there are "
                                        + $"{(Segments.Count == 0 ? "no segments" : string.Join(", ", Segments))}.", nameof(segment));
        return new(Kpi, AsOf, Aggregation, Gaps, axis, [row]);
    }

    /// <summary>The same measurements read by another aggregation, such as the largest of a month; refused where the figures would mean nothing.</summary>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>The rollup.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    /// <exception cref="ArgumentException">The KPI's values cannot be read so: rates cannot be added up, nor levels over time, nor can ratios be averaged. The
    /// message says what to read instead.</exception>
    public KpiRollup ReadAs(Aggregation aggregation)
    {
        RollupRules.CheckReading(Kpi, Require.Defined(aggregation), rows.Length > 1);
        return new(Kpi, AsOf, aggregation, RollupRules.Allows(Gaps, aggregation) ? Gaps : GapPolicy.Unknown, axis, rows);
    }

    /// <summary>Why each period has its value.</summary>
    /// <returns>A tree with a sentence a period.</returns>
    public Explanation Explain() =>
        Explanation.Of("rollup.of", new Fact("kpi", Kpi.Name), new Fact("cadence", Cadence), new Fact("aggregation", Aggregation), new Fact("asOf", AsOf))
            .Resting(Periods.Select(period => period.Explain()));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    private static Cadence PartOf(Kpi kpi) => kpi.MeasuredEvery ?? kpi.Cadence;

    private RollupPeriod[] MakePeriods()
    {
        var values = new decimal?[rows.Length];
        var seen = new bool[rows.Length];
        decimal? before = null;
        var periods = new RollupPeriod[axis.Count];
        for (var index = 0; index < periods.Length; index++)
        {
            var total = PeriodAggregate.Empty;
            var present = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                var cell = rows[row].Cells[index];
                total = total.Merge(cell);
                seen[row] |= !cell.IsEmpty;
                present += cell.IsEmpty ? 0 : 1;
                values[row] = cell.Read(Aggregation) ?? (Gaps == GapPolicy.CarryLast ? values[row] : null);
            }

            before = IsReadBySegment ? SumOf(values)
                : !total.IsEmpty ? Kpi.Read(total, Aggregation)
                : Gaps switch { GapPolicy.Zero => 0m, GapPolicy.CarryLast => before, GapPolicy.Unknown => null };
            var period = axis[index];
            var segments = Segments.Count == 0 ? default : new Coverage(seen.Count(each => each), present);
            periods[index] = new(this, period, total, before, CoverageOf(period, total), segments);
        }

        return periods;
    }

    // A level is read a segment at a time: the last value of each, or its mean over time, then all segments added up.
    private bool IsReadBySegment => rows.Length > 1 && (
        Aggregation is Aggregation.First or Aggregation.Last || (Aggregation == Aggregation.Average
            && Kpi.Aggregation.Additivity() == Additivity.SemiAdditive));

    private static decimal? SumOf(decimal?[] values) => Array.TrueForAll(values, value => value is null) ? null : Held.Actual(values.Sum() ?? 0m);

    private Coverage CoverageOf(ReportingPeriod period, PeriodAggregate total)
    {
        var part = PartOf(Kpi);
        if (!part.IsRegular || part.Rank >= Cadence.Rank)
        {
            return new(1, total.IsEmpty ? 0 : 1);
        }

        var expected = 0;
        var present = 0;
        foreach (var each in period.Children(part))
        {
            expected += each.IsCompleteAsOf(AsOf) ? 1 : 0;
            present += each.IsCompleteAsOf(AsOf) && Array.Exists(rows, row => row.Parts.Contains(each)) ? 1 : 0;
        }

        return new(expected, present);
    }

    // Parts are the shorter periods in which a measurement is expected and was there.
    private sealed record Row(Segment? Segment, PeriodAggregate[] Cells, HashSet<ReportingPeriod> Parts)
    {
        internal Row To(int[] parents, int count)
        {
            var cells = new PeriodAggregate[count];
            for (var index = 0; index < parents.Length; index++)
            {
                cells[parents[index]] = cells[parents[index]].Merge(Cells[index]);
            }

            return new(Segment, cells, Parts);
        }
    }
}
