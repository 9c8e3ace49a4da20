namespace OkrKpi;

/// <summary>Loads columns of decimals.</summary>
internal sealed class ExactLoader(PeriodAxis axis, int kpis, int segments, RollupOptions options) : RollupLoader<decimal>(axis, kpis, segments, options.BadRows)
{
    // As Measurement.Weighing: 10^21 times fifty million rows still fits a decimal.
    private const decimal LargestWeighted = 1_000_000_000_000_000_000_000m;

    internal PeriodAggregate[] Table => field ??= new PeriodAggregate[Cells];

    protected override int AddInOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<decimal> values, ReadOnlySpan<decimal> weights) => 0;

    protected override void AddInAnyOrder(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<decimal> values, ReadOnlySpan<decimal> weights) =>
        RollupKernel.AddRows(series, ticks, values, weights, Periods, Table);

    // Decimals are dear enough to be looked at one by one.
    protected override bool AreWithinBounds(ReadOnlySpan<int> series, ReadOnlySpan<long> ticks, ReadOnlySpan<decimal> values, ReadOnlySpan<decimal> weights)
    {
        for (var row = 0; row < series.Length; row++)
        {
            if (!RollupKernel.IsBelow(series[row], Series) || ticks[row] < Periods.Start || ticks[row] >= Periods.End || Problem(
                values[row], weights.IsEmpty ? null : weights[row]) is not null)
            {
                return false;
            }
        }

        return true;
    }

    protected override (string Column, string Problem)? Problem(decimal value, decimal? weight) =>
        value is < -Require.LargestAmount or > Require.LargestAmount
            ? ("values", FormattableString.Invariant($"the value is {value}, but an amount lies within ±10^15; use a larger unit, such as millions"))
            : weight is < 0m or > Require.LargestAmount
                ? ("weights", FormattableString.Invariant($"the weight is {weight}, but a weight or denominator lies between 0 and 10^15"))
                : weight > 0m && Math.Abs(value) > LargestWeighted / weight
                    ? ("weights", FormattableString.Invariant(
                        $"the value times its weight, {value} times {weight}, goes beyond 10^21; use a larger unit, such as millions"))
                    : null;
}
