using NodaTime;

namespace OkrKpi;

/// <summary>
/// What the measurements of one period add up to, before it is decided how to read them: any shard, in any order, merged with any other, gives the same.
/// </summary>
/// <remarks>
/// Exact: sums are kept in <see cref="decimal"/> and nothing is divided before it is read. The default value is empty and the identity of <see cref="Merge"/>.
/// Of measurements of the same time the one added later counts as later.
/// </remarks>
public readonly struct PeriodAggregate : IEquatable<PeriodAggregate>
{
    private readonly Moment firstAt;
    private readonly Moment lastAt;

    private PeriodAggregate(long count, decimal sum, decimal min, decimal max, decimal first, Moment firstAt, decimal last, Moment lastAt, decimal weightedSum, decimal weight, decimal denominator)
    {
        Count = count;
        Sum = sum;
        Min = min;
        Max = max;
        First = first;
        this.firstAt = firstAt;
        Last = last;
        this.lastAt = lastAt;
        WeightedSum = weightedSum;
        Weight = weight;
        Denominator = denominator;
    }

    /// <summary>Nothing measured.</summary>
    public static PeriodAggregate Empty => default;

    /// <summary>How many measurements there are.</summary>
    public long Count { get; }

    /// <summary>Whether nothing was measured. Then no reading but <see cref="Aggregation.Count"/> has a value: nothing measured is not zero.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The sum of the values; of the numerators in a ratio.</summary>
    public decimal Sum { get; }

    /// <summary>The smallest value; 0 when empty.</summary>
    public decimal Min { get; }

    /// <summary>The largest value; 0 when empty.</summary>
    public decimal Max { get; }

    /// <summary>The earliest value; 0 when empty.</summary>
    public decimal First { get; }

    /// <summary>The latest value; 0 when empty.</summary>
    public decimal Last { get; }

    /// <summary>The sum of value times weight.</summary>
    public decimal WeightedSum { get; }

    /// <summary>The sum of the weights.</summary>
    public decimal Weight { get; }

    /// <summary>The sum of the denominators.</summary>
    public decimal Denominator { get; }

    /// <summary>Whether two aggregates are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(PeriodAggregate left, PeriodAggregate right) => left.Equals(right);

    /// <summary>Whether two aggregates differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(PeriodAggregate left, PeriodAggregate right) => !left.Equals(right);

    /// <summary>The aggregate with one more measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="calendar">The calendar in which an instant has a date.</param>
    /// <returns>The larger aggregate.</returns>
    public PeriodAggregate Add(Measurement measurement, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        ArgumentNullException.ThrowIfNull(calendar);
        var at = new Moment(measurement.DateIn(calendar), measurement.At);
        var weight = measurement.Weight ?? 0m;
        return Merge(new(1, measurement.Value, measurement.Value, measurement.Value, measurement.Value, at, measurement.Value, at, measurement.Value * weight, weight, measurement.Denominator ?? 0m));
    }

    /// <summary>Both aggregates together; where times are equal, the other one counts as later.</summary>
    /// <param name="other">The other aggregate.</param>
    /// <returns>The merged aggregate.</returns>
    public PeriodAggregate Merge(PeriodAggregate other)
    {
        if (IsEmpty)
        {
            return other;
        }

        if (other.IsEmpty)
        {
            return this;
        }

        var otherIsEarlier = other.firstAt.CompareTo(firstAt) < 0;
        var otherIsLater = other.lastAt.CompareTo(lastAt) >= 0;
        return new(
            Count + other.Count,
            Sum + other.Sum,
            Math.Min(Min, other.Min),
            Math.Max(Max, other.Max),
            otherIsEarlier ? other.First : First,
            otherIsEarlier ? other.firstAt : firstAt,
            otherIsLater ? other.Last : Last,
            otherIsLater ? other.lastAt : lastAt,
            WeightedSum + other.WeightedSum,
            Weight + other.Weight,
            Denominator + other.Denominator);
    }

    /// <summary>The value of the period as an aggregation reads it.</summary>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>The value; <see langword="null"/> when nothing was measured, or when the weights or denominators add up to 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    public decimal? Read(Aggregation aggregation)
    {
        Require.Defined(aggregation);
        return IsEmpty ? null : aggregation switch
        {
            Aggregation.Sum => Sum,
            Aggregation.Count => Count,
            Aggregation.Average => Sum / Count,
            Aggregation.WeightedAverage => Weight == 0m ? null : WeightedSum / Weight,
            Aggregation.RatioOfSums => Denominator == 0m ? null : Sum / Denominator,
            Aggregation.Last => Last,
            Aggregation.First => First,
            Aggregation.Min => Min,
            _ => Max,
        };
    }

    /// <inheritdoc/>
    public bool Equals(PeriodAggregate other) =>
        Count == other.Count && Sum == other.Sum && Min == other.Min && Max == other.Max && First == other.First && Last == other.Last
        && WeightedSum == other.WeightedSum && Weight == other.Weight && Denominator == other.Denominator
        && firstAt.CompareTo(other.firstAt) == 0 && lastAt.CompareTo(other.lastAt) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PeriodAggregate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Sum, First, Last, WeightedSum, Denominator);

    /// <summary>Count and sum, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsEmpty ? "empty" : FormattableString.Invariant($"{Count} measurements, sum {Sum}");

    // A date without a time of day comes before every instant of the same date.
    private readonly record struct Moment(LocalDate Date, Instant? At) : IComparable<Moment>
    {
        public int CompareTo(Moment other)
        {
            var byDate = Date.CompareTo(other.Date);
            return byDate != 0 ? byDate : Comparer<Instant?>.Default.Compare(At, other.At);
        }
    }
}
