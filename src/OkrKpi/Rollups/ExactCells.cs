using NodaTime;

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

    public static (decimal Value, decimal? Behind, Instant? At) Tell(in PeriodAggregate aggregate, Aggregation aggregation) =>
        aggregation == Aggregation.RatioOfSums ? (aggregate.Sum, aggregate.Denominator, aggregate.LastAt)
        : aggregation == Aggregation.WeightedAverage ? (aggregate.Read(aggregation) ?? aggregate.Mean ?? 0m, aggregate.Weight, aggregate.LastAt)
        : (aggregate.Read(aggregation) ?? 0m, null, aggregation == Aggregation.First ? aggregate.FirstAt : aggregate.LastAt);

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
