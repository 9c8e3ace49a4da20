using System.Numerics;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>
/// A table of KPIs by segments by periods: everything that can be asked of one, whatever it counts in. <see cref="Rollup"/> and <see cref="ExactRollup"/> are
/// its faces.
/// </summary>
/// <typeparam name="TCells">The cells, in the order of their KPIs, then of their segments, then of their periods.</typeparam>
/// <typeparam name="TAggregate">What a cell looks like from outside.</typeparam>
/// <typeparam name="TNumber">What is measured in.</typeparam>
internal sealed class RollupTable<TCells, TAggregate, TNumber>
    where TCells : struct, IRollupCells<TCells, TAggregate, TNumber>
    where TAggregate : struct
    where TNumber : struct, INumber<TNumber>
{
    private readonly TCells cells;
    // The table this one was rolled up from, and for each of its periods the position of the period here.
    private readonly RollupTable<TCells, TAggregate, TNumber>? finer;
    private readonly int[]? parents;

    internal RollupTable(PeriodAxis axis, RollupLoader<TNumber> loader, TCells cells)
        : this(axis, loader.Kpis, loader.Segments, loader.Skipped, cells, null, null, null)
    {
    }

    private RollupTable(
        PeriodAxis axis,
        int kpis,
        int segments,
        long skippedRows,
        TCells cells,
        RollupNames? names,
        RollupTable<TCells, TAggregate, TNumber>? finer,
        int[]? parents)
    {
        Axis = axis;
        Kpis = kpis;
        Segments = segments;
        SkippedRows = skippedRows;
        this.cells = cells;
        Names = names;
        this.finer = finer;
        this.parents = parents;
    }

    internal PeriodAxis Axis { get; }

    internal int Kpis { get; }

    internal int Segments { get; }

    internal long SkippedRows { get; }

    /// <summary>Whose row is whose; <see langword="null"/> when nobody said.</summary>
    internal RollupNames? Names { get; }

    internal TAggregate this[int kpi, int period]
    {
        get
        {
            var total = this[kpi, 0, period];
            for (var segment = 1; segment < Segments; segment++)
            {
                total = TCells.Merge(total, cells[At(kpi, segment, period)]);
            }

            return total;
        }
    }

    internal TAggregate this[int kpi, int segment, int period] => cells[At(kpi, segment, period)];

    internal static RollupTable<TCells, TAggregate, TNumber> FromCells(
        PeriodAxis axis, int kpis, IEnumerable<(int Kpi, int Segment, int Period, TAggregate Aggregate)> cells, int segments)
    {
        Guard.Against.Null(axis);
        Require.AtLeast(kpis, 1, "a rollup has a KPI");
        Guard.Against.Null(cells);
        Require.AtLeast(segments, 1, "a rollup by segment has a segment; one without segments has 1");
        var length = RollupRules.Length(kpis, segments, axis);
        var parts = new List<(int At, TAggregate Part)>();
        foreach (var (kpi, segment, period, aggregate) in cells)
        {
            var at = RollupRules.CellAt(kpi, segment, period, kpis, segments, axis, nameof(cells));
            if (TCells.IsEmpty(aggregate))
            {
                continue;
            }

            if (!TCells.LiesWithin(aggregate, axis, period))
            {
                throw RollupRules.Outside(kpi, segment, period, axis, nameof(cells));
            }

            parts.Add((at, aggregate));
        }

        return new(axis, kpis, segments, 0, TCells.Of(length, parts, nameof(cells)), null, null, null);
    }

    internal RollupTable<TCells, TAggregate, TNumber> Named(IEnumerable<KpiId> kpis, IEnumerable<Segment?>? segments) =>
        new(Axis, Kpis, Segments, SkippedRows, cells, RollupNames.Of(kpis, segments, Kpis, Segments), finer, parents);

    internal TAggregate Of(KpiId kpi, ReportingPeriod period) => this[PositionOf(kpi, nameof(kpi)), RollupRules.At(Axis, period)];

    internal MeasurementSeries ToMeasurements(Kpi kpi)
    {
        Guard.Against.Null(kpi);
        var at = PositionOf(kpi.Id, nameof(kpi));
        RollupRules.CheckMeasuring(kpi, Axis);

        // A mean of means is no mean, so it is read once a period of the KPI and of all segments together; all else adds up from any parts.
        var isWhole = kpi.Aggregation == Aggregation.Average;
        if (isWhole && Axis.Cadence != kpi.Cadence)
        {
            return To(kpi.Cadence).ToMeasurements(kpi);
        }

        var measurements = new List<Measurement>();
        for (var period = 0; period < Axis.Count; period++)
        {
            for (var segment = 0; segment < (isWhole ? 1 : Segments); segment++)
            {
                var cell = isWhole ? this[at, period] : this[at, segment, period];
                if (!TCells.IsEmpty(cell))
                {
                    measurements.Add(Measured(kpi, cell, period, isWhole ? null : Names!.Segments[segment]));
                }
            }
        }

        return MeasurementSeries.Of(kpi.Id, measurements);
    }

    internal TNumber? Read(int kpi, int period, Aggregation aggregation)
    {
        if (aggregation is not (Aggregation.First or Aggregation.Last) || Segments == 1)
        {
            return TCells.Read(this[kpi, period], aggregation);
        }

        TNumber? total = null;
        for (var segment = 0; segment < Segments; segment++)
        {
            total = TCells.Read(this[kpi, segment, period], aggregation) is { } value ? total.GetValueOrDefault() + value : total;
        }

        return total;
    }

    internal IReadOnlyList<TNumber?> Values(int kpi, Aggregation aggregation, GapPolicy gaps)
    {
        RollupRules.CheckGaps(gaps, Require.Defined(aggregation));
        var values = new TNumber?[Axis.Count];
        var isCarriedBySegment = Segments > 1 && aggregation.Additivity() == Additivity.SemiAdditive && gaps == GapPolicy.CarryLast;
        if (isCarriedBySegment)
        {
            for (var segment = 0; segment < Segments; segment++)
            {
                TNumber? carried = null;
                for (var period = 0; period < values.Length; period++)
                {
                    carried = TCells.Read(this[kpi, segment, period], aggregation) ?? carried;
                    values[period] = carried is null ? values[period] : values[period].GetValueOrDefault() + carried;
                }
            }

            return values;
        }

        for (var period = 0; period < values.Length; period++)
        {
            values[period] = Read(kpi, period, aggregation) ?? (TCells.IsEmpty(this[kpi, period]) ? ForGap(gaps, period, values) : null);
        }

        return values;
    }

    internal Coverage Coverage(int kpi, int period)
    {
        if (finer is null || parents is null)
        {
            return new(1, TCells.IsEmpty(this[kpi, period]) ? 0 : 1);
        }

        At(kpi, 0, period);
        var present = 0;
        for (var part = Array.IndexOf(parents, period); part >= 0 && part < parents.Length && parents[part] == period; part++)
        {
            present += TCells.IsEmpty(finer[kpi, part]) ? 0 : 1;
        }

        return new(Axis[period].Children(finer.Axis.Cadence).Count, present);
    }

    internal RollupTable<TCells, TAggregate, TNumber> To(Cadence cadence)
    {
        var coarser = Axis.To(cadence);
        var into = Axis.IndexesIn(coarser);
        var rolled = cells.Blank(Kpis * Segments * coarser.Count);
        for (var from = 0; from < cells.Length; from++)
        {
            rolled.Merge(((from / into.Length) * coarser.Count) + into[from % into.Length], cells, from);
        }

        return new(coarser, Kpis, Segments, SkippedRows, rolled, Names, this, into);
    }

    internal RollupTable<TCells, TAggregate, TNumber> Merge(RollupTable<TCells, TAggregate, TNumber> other)
    {
        RollupRules.SameShape(Axis, Kpis, Segments, other.Axis, other.Kpis, other.Segments, nameof(other));
        if (Names is not null && other.Names is not null && !Names.Equal(other.Names))
        {
            throw new ArgumentException("The other table names other KPIs or segments, or the same in another order; name both alike.", nameof(other));
        }

        var merged = cells.CopyFor(other.cells, nameof(other));
        for (var at = 0; at < merged.Length; at++)
        {
            merged.Merge(at, other.cells, at);
        }

        var mergedFiner = finer is not null && other.finer is not null ? finer.Merge(other.finer) : null;
        return new(Axis, Kpis, Segments, SkippedRows + other.SkippedRows, merged, Names ?? other.Names, mergedFiner, parents);
    }

    /// <summary>What the table holds.</summary>
    /// <returns>The text, such as <c>1000 KPIs by 2024-01 to 2026-12</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Kpis} KPIs by {Axis}");

    private static TNumber? ForGap(GapPolicy gaps, int period, TNumber?[] values) => gaps switch
    {
        GapPolicy.Zero => TNumber.Zero,
        GapPolicy.CarryLast => period > 0 ? values[period - 1] : null,
        GapPolicy.Unknown => null,
    };

    // When the last row behind it was measured, so that a running period is known as far as it has come.
    private Measurement Measured(Kpi kpi, TAggregate cell, int period, Segment? segment)
    {
        var (value, behind, at) = TCells.Tell(cell, kpi.Aggregation);
        return Measurement.Recorded(
            at is null ? Axis[period].End : null,
            at,
            decimal.CreateSaturating(value),
            kpi.Aggregation == Aggregation.WeightedAverage && behind is { } weight ? decimal.CreateSaturating(weight) : null,
            kpi.Aggregation == Aggregation.RatioOfSums && behind is { } denominator ? decimal.CreateSaturating(denominator) : null,
            segment,
            knownOn: null);
    }

    private int PositionOf(KpiId kpi, string name) =>
        Names is { } names
            ? names.PositionOf(kpi, name)
            : throw new ArgumentException($"The table does not know which row is of '{kpi}'; say whose row is whose with {nameof(Named)}.", name);

    private int At(int kpi, int segment, int period) => RollupRules.At(kpi, segment, period, Kpis, Segments, Axis);
}
