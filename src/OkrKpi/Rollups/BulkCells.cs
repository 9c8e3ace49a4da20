using NodaTime;

namespace OkrKpi;

/// <summary>
/// The cells of a <see cref="Rollup"/>: in doubles, each kind of part in an array of its own, so that rows reach into no more memory than their detail asks
/// for.
/// </summary>
internal readonly struct BulkCells(RollupCell[] cells, RollupSpread[]? spreads, RollupWeights[]? weights) : IRollupCells<BulkCells, BulkAggregate, double>
{
    private const string Unlike = $"keeps {nameof(RollupDetail)}.{nameof(RollupDetail.Statistics)} or has weights and the other does not";

    public int Length => cells.Length;

    public BulkAggregate this[int at] => new(cells[at], spreads?[at], weights?[at]);

    private bool HasRows => Array.Exists(cells, cell => cell.Count > 0);

    public static bool IsEmpty(in BulkAggregate aggregate) => aggregate.IsEmpty;

    public static bool LiesWithin(in BulkAggregate aggregate, PeriodAxis axis, int period) =>
        aggregate.Cell.FirstTicks >= axis.Boundaries[period] && aggregate.Cell.LastTicks < axis.Boundaries[period + 1];

    public static BulkAggregate Merge(in BulkAggregate aggregate, in BulkAggregate other) => aggregate.Merge(other);

    public static double? Read(in BulkAggregate aggregate, Aggregation aggregation) => aggregate.Read(aggregation);

    public static (double Value, double? Behind, Instant? At) Tell(in BulkAggregate aggregate, Aggregation aggregation)
    {
        // Read first: it refuses what has no weights.
        var value = aggregate.Read(aggregation);
        return aggregation == Aggregation.RatioOfSums ? (aggregate.Sum, aggregate.Weight, aggregate.LastAt)
            : aggregation == Aggregation.WeightedAverage ? (value ?? aggregate.Mean ?? 0d, aggregate.Weight, aggregate.LastAt)
            : (value ?? 0d, null, aggregation == Aggregation.First ? aggregate.FirstAt : aggregate.LastAt);
    }

    public static BulkCells Of(int length, List<(int At, BulkAggregate Part)> parts, string name)
    {
        var like = parts.Count == 0 ? default : parts[0].Part;
        var made = Blank(length, like.Spread is not null, like.Weights is not null);
        foreach (var (at, part) in parts)
        {
            if (part.Spread is null != like.Spread is null || part.Weights is null != like.Weights is null)
            {
                throw new ArgumentException($"One cell {Unlike}; give all of them alike.", name);
            }

            made.Merge(at, new([part.Cell], part.Spread is { } spread ? [spread] : null, part.Weights is { } weights ? [weights] : null), 0);
        }

        return made;
    }

    public BulkCells Blank(int length) => Blank(length, spreads is not null, weights is not null);

    public BulkCells CopyFor(BulkCells other, string name)
    {
        if (spreads is null != other.HasNoSpreads || (weights is null != other.HasNoWeights && HasRows && other.HasRows))
        {
            throw new ArgumentException($"One table {Unlike}; roll both up alike.", name);
        }

        return new(
            [.. cells],
            spreads is null ? null : [.. spreads],
            weights is null && other.HasNoWeights ? null : weights is null ? new RollupWeights[Length] : [.. weights]);
    }

    public void Merge(int at, BulkCells others, int from) => others.MergeInto(at, cells, spreads, weights, from);

    private static BulkCells Blank(int length, bool hasSpreads, bool hasWeights) =>
        new(new RollupCell[length], hasSpreads ? new RollupSpread[length] : null, hasWeights ? new RollupWeights[length] : null);

    private bool HasNoSpreads => spreads is null;

    private bool HasNoWeights => weights is null;

    private void MergeInto(int at, RollupCell[] toCells, RollupSpread[]? toSpreads, RollupWeights[]? toWeights, int from)
    {
        if (toSpreads is not null)
        {
            RollupKernel.Merge(ref toSpreads[at], toCells[at], spreads![from], cells[from]);
        }

        if (toWeights is not null && weights is not null)
        {
            toWeights[at].WeightedSum += weights[from].WeightedSum;
            toWeights[at].Weight += weights[from].Weight;
        }

        RollupKernel.Merge(ref toCells[at], cells[from]);
    }
}
