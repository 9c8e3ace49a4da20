using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Rollups;

/// <summary>
/// Bulk measurements rolled up into a table of KPIs by periods, exact in <see cref="decimal"/>: the twin of <see cref="Rollup"/> for money and the like.
/// </summary>
/// <remarks>
/// KPIs and segments are positions in the caller's own lists. Each cell is a mergeable aggregate, so a table rolls up further without the rows:
/// months to quarters to years; and shards made anywhere merge. Immutable; compared by reference; safe to share between threads.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ExactRollup
{
    private readonly RollupTable<ExactCells, PeriodAggregate, decimal> table;

    private ExactRollup(PeriodAxis axis, ExactLoader loader)
        : this(new RollupTable<ExactCells, PeriodAggregate, decimal>(axis, loader, new(loader.Table)))
    {
    }

    private ExactRollup(RollupTable<ExactCells, PeriodAggregate, decimal> table) => this.table = table;

    /// <summary>The periods.</summary>
    public PeriodAxis Axis => table.Axis;

    /// <summary>How many KPIs the table has.</summary>
    public int Kpis => table.Kpis;

    /// <summary>How many segments the table has; 1 when the rows had none.</summary>
    public int Segments => table.Segments;

    /// <summary>How many rows were left out (<see cref="BadRows.Skip"/>).</summary>
    public long SkippedRows => table.SkippedRows;

    /// <summary>The KPIs, in the order of their positions; none when nobody said whose row is whose (<see cref="Named"/>).</summary>
    public IReadOnlyList<KpiId> KpiIds => table.Names?.Kpis ?? [];

    /// <summary>
    /// The segments, in the order of their positions, <see langword="null"/> for rows of no segment; none when nobody said whose row is whose
    /// (<see cref="Named"/>).
    /// </summary>
    public IReadOnlyList<Segment?> SegmentNames => table.Names?.Segments ?? [];

    /// <summary>What the rows of a KPI in a period add up to, all segments together.</summary>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="period">The position of the period on the <see cref="Axis"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is negative or too high.</exception>
    public PeriodAggregate this[int kpi, int period] => table[kpi, period];

    /// <summary>What the rows of a KPI in a period add up to, all segments together.</summary>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="period">A period of the <see cref="Axis"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or too high, or the period is not on the axis.</exception>
    public PeriodAggregate this[int kpi, ReportingPeriod period] => this[kpi, RollupRules.At(Axis, period)];

    /// <summary>What the rows of a KPI in a period add up to, all segments together.</summary>
    /// <param name="kpi">A KPI of <see cref="KpiIds"/>.</param>
    /// <param name="period">A period of the <see cref="Axis"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table has no such KPI, or does not know whose row is whose (<see cref="Named"/>).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not on the axis.</exception>
    public PeriodAggregate this[KpiId kpi, ReportingPeriod period] => table.Of(kpi, period);

    /// <summary>What the rows of one segment of a KPI in a period add up to.</summary>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="segment">The position of the segment, from 0.</param>
    /// <param name="period">The position of the period on the <see cref="Axis"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is negative or too high.</exception>
    public PeriodAggregate this[int kpi, int segment, int period] => table[kpi, segment, period];

    /// <summary>Rolls up columns: row i says that the KPI at <c>kpis[i]</c> had <c>values[i]</c> at <c>instants[i]</c>.</summary>
    /// <param name="kpis">The position of the KPI in the caller's own list, from 0.</param>
    /// <param name="instants">When. Rows may come in any order.</param>
    /// <param name="values">The values, within ±10^15.</param>
    /// <param name="axis">The periods, such as the months of three years; see <see cref="ReportingCalendar.Axis"/>.</param>
    /// <param name="weights">What is behind each value: weights of a mean, or denominators of a ratio; 0 or more. Left out when there are none.</param>
    /// <param name="segments">The position of the segment in the caller's own list, from 0. Left out when there are none.</param>
    /// <param name="options">How many KPIs and segments there are, and what happens to bad rows; when left out, <see cref="RollupOptions.Default"/>.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="axis"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A column is shorter or longer than <paramref name="kpis"/>, or the table would have more cells than an array
    /// holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row cannot be rolled up: the message names row, column and value.</exception>
    public static ExactRollup Of(
        ReadOnlySpan<int> kpis,
        ReadOnlySpan<Instant> instants,
        ReadOnlySpan<decimal> values,
        PeriodAxis axis,
        ReadOnlySpan<decimal> weights = default,
        ReadOnlySpan<int> segments = default,
        RollupOptions? options = null)
    {
        RollupRules.SameLength(kpis.Length, instants.Length, values.Length, weights.Length, segments.Length);
        var loader = Loader(kpis, axis, segments, options);
        loader.AddColumns(kpis, instants, values, weights, segments);
        return new(axis, loader);
    }

    /// <summary>
    /// Rolls up columns whose instants are ticks of Unix time: units of 100 ns since 1970-01-01T00:00:00Z, as <see cref="Instant.ToUnixTimeTicks"/> gives them.
    /// </summary>
    /// <inheritdoc cref="Of(ReadOnlySpan{int}, ReadOnlySpan{Instant}, ReadOnlySpan{decimal}, PeriodAxis, ReadOnlySpan{decimal}, ReadOnlySpan{int},
    /// RollupOptions?)"/>
    public static ExactRollup Of(
        ReadOnlySpan<int> kpis,
        ReadOnlySpan<long> instants,
        ReadOnlySpan<decimal> values,
        PeriodAxis axis,
        ReadOnlySpan<decimal> weights = default,
        ReadOnlySpan<int> segments = default,
        RollupOptions? options = null)
    {
        RollupRules.SameLength(kpis.Length, instants.Length, values.Length, weights.Length, segments.Length);
        var loader = Loader(kpis, axis, segments, options);
        loader.AddColumns(kpis, instants, values, weights, segments);
        return new(axis, loader);
    }

    /// <summary>A table of what another engine, such as a database that holds the rows, added up: for each KPI, segment and period what
    /// <see cref="PeriodAggregate.FromParts"/> makes of its parts.</summary>
    /// <remarks>
    /// Cells may come in any order; where there were no rows none is needed. Several for one place, such as those of shards, are merged in their order.
    /// A cell whose first or last value was not measured within its period is refused: the engine has another calendar.
    /// </remarks>
    /// <param name="axis">The periods, in which the engine grouped the rows.</param>
    /// <param name="kpis">How many KPIs there are, at least 1.</param>
    /// <param name="cells">The cells: the positions of KPI, segment and period, from 0, and what its rows add up to.</param>
    /// <param name="segments">How many segments there are; 1 when the rows had none.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="axis"/> or <paramref name="cells"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table would have more cells than an array holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no KPI or segment, or a cell names a place that does not exist or a period in which it was not
    /// measured.</exception>
    public static ExactRollup FromCells(
        PeriodAxis axis, int kpis, IEnumerable<(int Kpi, int Segment, int Period, PeriodAggregate Aggregate)> cells, int segments = 1) =>
        new(RollupTable<ExactCells, PeriodAggregate, decimal>.FromCells(axis, kpis, cells, segments));

    /// <summary>The same table that knows whose row is whose: what it gives back for a KPI can then be asked for by the KPI.</summary>
    /// <param name="kpis">The KPIs, in the order of their positions; as many as there are, no two alike.</param>
    /// <param name="segments">The segments, in the order of their positions, <see langword="null"/> for rows of no segment. Left out when the table has only
    /// one, without a name.</param>
    /// <returns>The table; longer periods made of it know it too.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpis"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more or fewer KPIs or segments than in the table, one is given twice, or a KPI is null.</exception>
    public ExactRollup Named(IEnumerable<KpiId> kpis, IEnumerable<Segment?>? segments = null) => new(table.Named(kpis, segments));

    /// <summary>
    /// What the rule needs to know of a KPI: the cells as its measurements, one a period and segment, each at the time of the last row in it.
    /// </summary>
    /// <remarks>
    /// A value that is right for the KPI's aggregation: sums of the rows, their last values, numerators and denominators (the weights), means with their
    /// weights.
    /// A plain average is taken over all rows of a period of the KPI, whatever their segments, because a mean of means is no mean.
    /// </remarks>
    /// <param name="kpi">The KPI, of the calendar of the table and with periods at least as long.</param>
    /// <returns>The measurements, for the portfolio.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpi"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table has no such KPI or does not know whose row is whose (<see cref="Named"/>), is of another calendar or of
    /// longer periods; or the KPI counts its measurements or is measured by events.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^15, or is weighed beyond what a measurement holds.</exception>
    public MeasurementSeries ToMeasurements(Kpi kpi) => table.ToMeasurements(kpi);

    /// <summary>The value of a KPI in a period as an aggregation reads it.</summary>
    /// <remarks>
    /// First and last values are read a segment at a time and the segments added up, as headcounts and balances are (semi-additive); a segment without rows in
    /// the period is left out.
    /// </remarks>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="period">The position of the period on the <see cref="Axis"/>, from 0.</param>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>The value; <see langword="null"/> without rows, or when the weights or denominators add up to 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is negative or too high, or <paramref name="aggregation"/> is undefined.</exception>
    /// <exception cref="ArgumentException">The aggregation needs weights, and the rows had none.</exception>
    public decimal? Read(int kpi, int period, Aggregation aggregation) => table.Read(kpi, period, aggregation);

    /// <summary>The values of a KPI, one a period, with what stands for the gaps.</summary>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="aggregation">The aggregation.</param>
    /// <param name="gaps">What stands for a period without rows; when left out, nothing does.</param>
    /// <returns>A value for each period of the <see cref="Axis"/>; <see langword="null"/> where unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or too high, or an argument is undefined.</exception>
    /// <exception cref="ArgumentException">The aggregation needs weights, and the rows had none; or the gap policy would make up what it cannot
    /// know.</exception>
    public IReadOnlyList<decimal?> Values(int kpi, Aggregation aggregation, GapPolicy gaps = GapPolicy.Unknown) => table.Values(kpi, aggregation, gaps);

    /// <summary>How many of the shorter periods that this table was rolled up from have rows of a KPI: 2 of the 3 months of a quarter.</summary>
    /// <remarks>
    /// Expected are all shorter periods of a period, also those off the shorter axis: a quarter of which only two months were asked for is never full.
    /// </remarks>
    /// <param name="kpi">The position of the KPI, from 0.</param>
    /// <param name="period">The position of the period on the <see cref="Axis"/>, from 0.</param>
    /// <returns>The coverage; of a table made from rows, 1 expected, the period itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position is negative or too high.</exception>
    public Coverage Coverage(int kpi, int period) => table.Coverage(kpi, period);

    /// <summary>Rolls the table up into longer periods, without the rows.</summary>
    /// <remarks>
    /// Each period goes as a whole to the one it belongs to (<see cref="ReportingPeriod.Parent"/>); to split a week between two months, roll up by day first.
    /// </remarks>
    /// <param name="cadence">The longer cadence, such as <see cref="Cadence.Quarter"/> of months.</param>
    /// <returns>The table, on the axis of the longer periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cadence"/> is undefined or shorter than that of the table.</exception>
    public ExactRollup To(Cadence cadence) => new(table.To(cadence));

    /// <summary>Both tables together, such as those of two shards; of rows of the same instant those of the other table count as later.</summary>
    /// <param name="other">A table of the same periods, KPIs and segments.</param>
    /// <returns>The merged table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The tables differ in periods, KPIs or segments.</exception>
    public ExactRollup Merge(ExactRollup other) => new(table.Merge(Guard.Against.Null(other).table));

    /// <summary>What the table holds.</summary>
    /// <returns>The text, such as <c>1000 KPIs by 2024-01 to 2026-12</c>.</returns>
    public override string ToString() => table.ToString();

    private static ExactLoader Loader(ReadOnlySpan<int> kpis, PeriodAxis axis, ReadOnlySpan<int> segments, RollupOptions? options)
    {
        Guard.Against.Null(axis);
        options ??= RollupOptions.Default;
        return new(
            axis,
            options.Kpis ?? RollupRules.CountOf(kpis, nameof(kpis), nameof(RollupOptions.WithKpis)),
            segments.IsEmpty ? 1 : options.Segments ?? RollupRules.CountOf(segments, nameof(segments), nameof(RollupOptions.WithSegments)),
            options);
    }
}
