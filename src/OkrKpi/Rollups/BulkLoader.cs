namespace OkrKpi;

/// <summary>Loads columns of doubles.</summary>
internal sealed class BulkLoader : RollupLoader<double>
{
    // Small enough for the first-level cache to hand the columns on.
    private const int RowBlockLength = 1_024;

    internal BulkLoader(PeriodAxis axis, int kpis, int segments, RollupOptions options, bool hasWeights)
        : base(axis, kpis, segments, options.BadRows)
    {
        Table = new RollupCell[Cells];
        Spreads = options.Detail == RollupDetail.Statistics ? new RollupSpread[Cells] : null;
        Weights = hasWeights ? new RollupWeights[Cells] : null;
    }

    internal RollupCell[] Table { get; }

    internal RollupSpread[]? Spreads { get; }

    internal RollupWeights[]? Weights { get; }

    protected override int AddInOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, ReadOnlySpan<double> weights) =>
        Spreads is null && Weights is null && RollupKernel.HasLongRuns(series, ticks, Periods)
            ? RollupKernel.AddRuns(series, ticks, values, Periods, Series, Table)
            : 0;

    protected override void AddInAnyOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (Weights is not null)
        {
            RollupKernel.AddWeights(series, ticks, values, weights, Periods, Weights);
        }

        if (Spreads is not null)
        {
            RollupKernel.AddRowsAndSpread(series, ticks, values, Periods, Table, Spreads);
        }
        else
        {
            RollupKernel.AddRows(series, ticks, values, Periods, Table);
        }
    }

    protected override bool AreWithinBounds(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<double> values, ReadOnlySpan<double> weights) =>
        RollupKernel.AreWithinBounds(series, ticks, values, weights, Periods, Series);

    protected override (string Column, string Problem)? Problem(double value, double? weight) =>
        !(Math.Abs(value) <= RollupKernel.Limit)
            ? ("values", FormattableString.Invariant($"the value is {value}, but a value is a number within ±10^100; give a missing one no row"))
            : weight is { } w && !(w >= 0d && w <= RollupKernel.Limit)
                ? ("weights", FormattableString.Invariant($"the weight is {w}, but a weight or denominator is a number from 0 to 10^100"))
                : null;

    /// <summary>Adds rows: turned into columns block by block, which costs less than to reach into the rows for each part.</summary>
    internal void AddRows(ReadOnlySpan<MeasurementRow> rows)
    {
        var length = Math.Min(RowBlockLength, rows.Length);
        var (kpis, ticks, values) = (new int[length], new long[length], new double[length]);
        for (var from = 0; from < rows.Length; from += length)
        {
            var block = rows[from..Math.Min(from + length, rows.Length)];
            for (var row = 0; row < block.Length; row++)
            {
                ref readonly var each = ref block[row];
                kpis[row] = each.Kpi;
                ticks[row] = each.At.ToUnixTimeTicks();
                values[row] = each.Value;
            }

            AddBlock(kpis.AsSpan(0, block.Length), ticks.AsSpan(0, block.Length), values.AsSpan(0, block.Length), default, default);
        }
    }
}
