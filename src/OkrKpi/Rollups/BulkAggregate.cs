using NodaTime;

namespace OkrKpi.Rollups;

/// <summary>What the rows of one KPI in one period of a <see cref="Rollup"/> add up to, in <see cref="double"/>.</summary>
/// <remarks>
/// Mergeable as <see cref="PeriodAggregate"/> is, its exact twin. Sums are right to rounding: with n values an error of at most n times 10^-16 of the sum of
/// their sizes, and of the last digit only
/// with <see cref="RollupDetail.Statistics"/>. The default value is empty and the identity of <see cref="Merge"/>. Equal when all parts are equal.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public struct BulkAggregate : IEquatable<BulkAggregate>
{
    // A trillion rows of the largest.
    private const double LargestWeight = 1e112;

    private RollupCell cell;
    private RollupSpread spread;
    private RollupWeights weights;
    private bool hasSpread;
    private bool hasWeights;

    internal BulkAggregate(in RollupCell cell, RollupSpread? spread, RollupWeights? weights)
    {
        this.cell = cell;
        this.spread = spread.GetValueOrDefault();
        this.weights = weights.GetValueOrDefault();
        hasSpread = spread is not null;
        hasWeights = weights is not null;
    }

    /// <summary>How many rows there are.</summary>
    public readonly long Count => cell.Count;

    /// <summary>Whether there is no row. Then no reading has a value: nothing measured is not zero.</summary>
    public readonly bool IsEmpty => cell.Count == 0;

    /// <summary>The sum of the values; of the numerators in a ratio.</summary>
    public readonly double Sum => cell.Sum + spread.Compensation;

    /// <summary>The smallest value; 0 when empty.</summary>
    public readonly double Min => cell.Min;

    /// <summary>The largest value; 0 when empty.</summary>
    public readonly double Max => cell.Max;

    /// <summary>The earliest value, of rows of the same instant the one given first; 0 when empty.</summary>
    public readonly double First => cell.First;

    /// <summary>The latest value, of rows of the same instant the one given last; 0 when empty.</summary>
    public readonly double Last => cell.Last;

    /// <summary>When the earliest value was measured; <see langword="null"/> when empty.</summary>
    public readonly Instant? FirstAt => IsEmpty ? null : Instant.FromUnixTimeTicks(cell.FirstTicks);

    /// <summary>When the latest value was measured; <see langword="null"/> when empty.</summary>
    public readonly Instant? LastAt => IsEmpty ? null : Instant.FromUnixTimeTicks(cell.LastTicks);

    /// <summary>The sum of value times weight; 0 without weights.</summary>
    public readonly double WeightedSum => weights.WeightedSum;

    /// <summary>The sum of the weights, or of the denominators of a ratio; 0 without weights.</summary>
    public readonly double Weight => weights.Weight;

    /// <summary>The mean of the values; <see langword="null"/> when empty.</summary>
    public readonly double? Mean => IsEmpty ? null : Sum / Count;

    /// <summary>
    /// The variance of the values as a sample, divided by one less than their count, in the square of the unit (Welford; merged after Chan, Golub and LeVeque).
    /// </summary>
    /// <value><see langword="null"/> below two rows, or when the rollup did not keep <see cref="RollupDetail.Statistics"/>.</value>
    public readonly double? Variance => hasSpread && Count > 1 ? spread.SquaredDeviations / (Count - 1) : null;

    /// <summary>The square root of the <see cref="Variance"/>, in the unit of the values; <see langword="null"/> when that is.</summary>
    public readonly double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    internal readonly RollupCell Cell => cell;

    internal readonly RollupSpread? Spread => hasSpread ? spread : null;

    internal readonly RollupWeights? Weights => hasWeights ? weights : null;

    /// <summary>Whether two aggregates are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(BulkAggregate left, BulkAggregate right) => left.Equals(right);

    /// <summary>Whether two aggregates differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(BulkAggregate left, BulkAggregate right) => !left.Equals(right);

    /// <summary>An aggregate from what another engine, such as a database that holds the rows, worked out.</summary>
    /// <remarks>
    /// It merges with every other of the same detail.
    /// What cannot be true together is refused: a sum beyond count times the largest value, a last value outside the smallest and the largest.
    /// The parts of 2, 4 and 9 are: 3 rows, sum 15, smallest 2, largest 9, squared deviations 26.
    /// </remarks>
    /// <param name="count">How many rows there are, 1 to 10^12; without rows there is nothing to make, the default value is empty.</param>
    /// <param name="sum">The sum of the values.</param>
    /// <param name="min">The smallest value, within ±10^100.</param>
    /// <param name="max">The largest value, within ±10^100.</param>
    /// <param name="first">The earliest value.</param>
    /// <param name="firstAt">When it was measured, in the years 2 to 9997.</param>
    /// <param name="last">The latest value.</param>
    /// <param name="lastAt">When it was measured, in the years 2 to 9997.</param>
    /// <param name="weightedSum">The sum of value times weight; left out with <paramref name="weight"/> when the rows have no weights or denominators.</param>
    /// <param name="weight">The sum of the weights, or of the denominators of a ratio, 0 to 10^112.</param>
    /// <param name="squaredDeviations">The sum of the squared deviations from the mean; when left out, there is no <see cref="Variance"/>.</param>
    /// <returns>The aggregate.</returns>
    /// <exception cref="ArgumentException">One of <paramref name="weightedSum"/> and <paramref name="weight"/> is given and the other is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range, or cannot be true beside the others; the message names it.</exception>
    public static BulkAggregate FromParts(
        long count,
        double sum,
        double min,
        double max,
        double first,
        Instant firstAt,
        double last,
        Instant lastAt,
        double? weightedSum = null,
        double? weight = null,
        double? squaredDeviations = null)
    {
        AggregateParts.CheckRows(count);
        AggregateParts.CheckValues(count, min, max, first, last, RollupKernel.Limit, "10^100");
        AggregateParts.CheckTimes(firstAt, lastAt);
        AggregateParts.CheckSum(sum, count, min, max);
        if (weightedSum is null != weight is null)
        {
            throw new ArgumentException(
                "What is weighed and the weights belong together; give both or none.", weight is null ? nameof(weight) : nameof(weightedSum));
        }

        AggregateParts.CheckWithin(weight ?? 0d, 0d, LargestWeight, "weights or denominators are 0 or more and add up to 10^112 at most", nameof(weight));
        AggregateParts.CheckWeighted(weightedSum ?? 0d, weight ?? 0d, min, max);
        AggregateParts.CheckSquares(squaredDeviations, count, min, max);
        var cell = new RollupCell
        {
            Count = count,
            Sum = sum,
            Min = min,
            Max = max,
            FirstTicks = firstAt.ToUnixTimeTicks(),
            First = first,
            LastTicks = lastAt.ToUnixTimeTicks(),
            Last = last,
        };
        return new(
            cell,
            squaredDeviations is { } squares ? new RollupSpread { SquaredDeviations = squares } : null,
            weight is { } total ? new RollupWeights { WeightedSum = weightedSum!.Value, Weight = total } : null);
    }

    /// <summary>Both aggregates together; of rows of the same instant those of the other one count as later.</summary>
    /// <param name="other">The other aggregate, of a rollup of the same detail.</param>
    /// <returns>The merged aggregate.</returns>
    public readonly BulkAggregate Merge(BulkAggregate other)
    {
        var merged = this;
        merged.hasSpread = IsEmpty ? other.hasSpread : hasSpread && (other.IsEmpty || other.hasSpread);
        merged.hasWeights = hasWeights || other.hasWeights;
        RollupKernel.Merge(ref merged.spread, cell, other.spread, other.cell);
        RollupKernel.Merge(ref merged.cell, other.cell);
        merged.weights.WeightedSum += other.weights.WeightedSum;
        merged.weights.Weight += other.weights.Weight;
        return merged;
    }

    /// <summary>The value of the period as an aggregation reads it.</summary>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>The value; <see langword="null"/> without rows, or when the weights or denominators add up to 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    /// <exception cref="ArgumentException">The aggregation needs weights, and the rows had none.</exception>
    public readonly double? Read(Aggregation aggregation)
    {
        Require.Defined(aggregation);
        if (!IsEmpty && !hasWeights && aggregation is Aggregation.WeightedAverage or Aggregation.RatioOfSums)
        {
            throw new ArgumentException(
                $"{aggregation} needs what is behind each value; give the rollup a column of weights, or for a ratio of denominators, or read "
                + $"{nameof(Aggregation.Average)}.",
                nameof(aggregation));
        }

        return IsEmpty ? null : aggregation switch
        {
            Aggregation.Sum => Sum,
            Aggregation.Count => Count,
            Aggregation.Average => Mean,
            Aggregation.WeightedAverage => Weight == 0d ? null : WeightedSum / Weight,
            Aggregation.RatioOfSums => Weight == 0d ? null : Sum / Weight,
            Aggregation.Last => Last,
            Aggregation.First => First,
            Aggregation.Min => Min,
            Aggregation.Max => Max,
        };
    }

    /// <inheritdoc/>
    public readonly bool Equals(BulkAggregate other) =>
        Count == other.Count && Sum.Equals(other.Sum) && Min.Equals(other.Min) && Max.Equals(other.Max)
        && First.Equals(other.First) && Last.Equals(other.Last) && FirstAt == other.FirstAt && LastAt == other.LastAt
        && WeightedSum.Equals(other.WeightedSum) && Weight.Equals(other.Weight) && Variance.Equals(other.Variance);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is BulkAggregate other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Count, Sum, First, Last, Weight);

    /// <summary>Count and sum, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override readonly string ToString() => IsEmpty ? "empty" : FormattableString.Invariant($"{Count} rows, sum {Sum}");
}
