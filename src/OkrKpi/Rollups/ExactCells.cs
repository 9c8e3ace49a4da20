namespace OkrKpi;

/// <summary>The cells of an <see cref="ExactRollup"/>: in decimals.</summary>
internal readonly struct ExactCells(PeriodAggregate[] cells) : IRollupCells<ExactCells, PeriodAggregate, decimal>
{
    public int Length => cells.Length;

    public PeriodAggregate this[int at] => cells[at];

    public static bool IsEmpty(in PeriodAggregate aggregate) => aggregate.IsEmpty;

    public static bool LiesWithin(in PeriodAggregate aggregate, PeriodAxis axis, int period) => aggregate.LiesWithin(axis, period);

    public static PeriodAggregate Merge(in PeriodAggregate aggregate, in PeriodAggregate other) => aggregate.Merge(other);

    public static decimal? Read(in PeriodAggregate aggregate, Aggregation aggregation) => aggregate.Read(aggregation);

    public static ExactCells Of(int length, List<(int At, PeriodAggregate Part)> parts, string name)
    {
        var made = new PeriodAggregate[length];
        foreach (var (at, part) in parts)
        {
            made[at] = made[at].Merge(part);
        }

        return new(made);
    }

    public ExactCells Blank(int length) => new(new PeriodAggregate[length]);

    public ExactCells CopyFor(ExactCells other, string name) => new([.. cells]);

    public void Merge(int at, ExactCells others, int from) => cells[at] = cells[at].Merge(others[from]);
}
