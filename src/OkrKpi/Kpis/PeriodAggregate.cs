using NodaTime;

namespace OkrKpi;

/// <summary>
/// What the measurements of one period add up to, before it is decided how to read them: any shard, in any order, merged with any other, gives the same.
/// </summary>
/// <remarks>
/// Exact: sums are kept in <see cref="decimal"/> and nothing is divided before it is read; only the spread behind <see cref="Variance"/> is binary, as
/// statistics are.
/// The default value is empty and the identity of <see cref="Merge"/>. Equal when all parts are equal, the spread left out, because it may differ in its last
/// bits with the order of merging.
/// Of measurements of the same time the one added later counts as later.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public struct PeriodAggregate : IEquatable<PeriodAggregate>
{
    // Above this many measurements a side the exact product of counts and sums would not fit a decimal.
    private const long MostExactCount = 1_000_000;

    // Tens of thousands of such sums still add up in a decimal.
    private const decimal LargestSum = 1_000_000_000_000_000_000_000_000m;

    private Moment firstAt;
    private Moment lastAt;
    // NaN when the aggregate was made from parts that do not tell them.
    private double squaredDeviations;

    /// <summary>Nothing measured.</summary>
    public static PeriodAggregate Empty => default;

    /// <summary>How many measurements there are.</summary>
    public long Count { readonly get; private set; }

    /// <summary>Whether nothing was measured. Then no reading has a value: nothing measured is not zero.</summary>
    public readonly bool IsEmpty => Count == 0;

    /// <summary>The sum of the values; of the numerators in a ratio.</summary>
    public decimal Sum { readonly get; private set; }

    /// <summary>The smallest value; 0 when empty.</summary>
    public decimal Min { readonly get; private set; }

    /// <summary>The largest value; 0 when empty.</summary>
    public decimal Max { readonly get; private set; }

    /// <summary>The earliest value; 0 when empty.</summary>
    public decimal First { readonly get; private set; }

    /// <summary>The latest value; 0 when empty.</summary>
    public decimal Last { readonly get; private set; }

    /// <summary>When the earliest value was measured; <see langword="null"/> when empty, or when that is known by its date only.</summary>
    public readonly Instant? FirstAt => IsEmpty ? null : firstAt.At;

    /// <summary>When the latest value was measured; <see langword="null"/> when empty, or when that is known by its date only.</summary>
    public readonly Instant? LastAt => IsEmpty ? null : lastAt.At;

    /// <summary>The sum of value times weight.</summary>
    public decimal WeightedSum { readonly get; private set; }

    /// <summary>The sum of the weights.</summary>
    public decimal Weight { readonly get; private set; }

    /// <summary>The sum of the denominators.</summary>
    public decimal Denominator { readonly get; private set; }

    /// <summary>The mean of the values; <see langword="null"/> when empty.</summary>
    public readonly decimal? Mean => IsEmpty ? null : Sum / Count;

    /// <summary>The variance of the values as a sample, divided by one less than their count (Welford; merged after Chan, Golub and LeVeque).</summary>
    /// <remarks>
    /// In the square of the unit. A <see cref="double"/>, as all statistics are. 2, 4 and 9 have the mean 5 and the variance (9 + 1 + 16) / 2 = 13.
    /// </remarks>
    /// <value><see langword="null"/> below two measurements, or when the aggregate was made from parts without it.</value>
    public readonly double? Variance => Count < 2 || double.IsNaN(squaredDeviations) ? null : squaredDeviations / (Count - 1);

    /// <summary>The square root of the <see cref="Variance"/>, in the unit of the values; <see langword="null"/> when that is.</summary>
    public readonly double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

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

    /// <summary>An aggregate from what another engine, such as a database that holds the rows, worked out.</summary>
    /// <remarks>
    /// It merges with every other.
    /// What cannot be true together is refused: a sum beyond count times the largest value, a last value outside the smallest and the largest.
    /// Beside a measurement of which only the date is known an instant counts with its date in UTC.
    /// The parts of 2, 4 and 9 are: 3 rows, sum 15, smallest 2, largest 9, squared deviations 26.
    /// </remarks>
    /// <param name="count">How many rows there are, 1 to 10^12; without rows there is nothing to make, see <see cref="Empty"/>.</param>
    /// <param name="sum">The sum of the values, within ±10^24.</param>
    /// <param name="min">The smallest value, within ±10^15.</param>
    /// <param name="max">The largest value, within ±10^15.</param>
    /// <param name="first">The earliest value.</param>
    /// <param name="firstAt">When it was measured, in the years 2 to 9997.</param>
    /// <param name="last">The latest value.</param>
    /// <param name="lastAt">When it was measured, in the years 2 to 9997.</param>
    /// <param name="weightedSum">The sum of value times weight, within ±10^24; 0 without weights.</param>
    /// <param name="weight">The sum of the weights, 0 to 10^24; 0 without weights.</param>
    /// <param name="denominator">The sum of the denominators, 0 to 10^24; 0 without denominators.</param>
    /// <param name="squaredDeviations">The sum of the squared deviations from the mean; when left out, there is no <see cref="Variance"/>.</param>
    /// <returns>The aggregate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range, or cannot be true beside the others; the message names it.</exception>
    public static PeriodAggregate FromParts(
        long count,
        decimal sum,
        decimal min,
        decimal max,
        decimal first,
        Instant firstAt,
        decimal last,
        Instant lastAt,
        decimal weightedSum = 0m,
        decimal weight = 0m,
        decimal denominator = 0m,
        double? squaredDeviations = null)
    {
        AggregateParts.CheckRows(count);
        AggregateParts.CheckValues(count, min, max, first, last, Require.LargestAmount, "10^15");
        AggregateParts.CheckTimes(firstAt, lastAt);
        var (low, high) = ((double)min, (double)max);
        AggregateParts.CheckWithin(sum, -LargestSum, LargestSum, "a sum lies within ±10^24");
        AggregateParts.CheckSum((double)sum, count, low, high);
        AggregateParts.CheckWithin(weight, 0m, LargestSum, "weights are 0 or more and add up to 10^24 at most");
        AggregateParts.CheckWithin(weightedSum, -LargestSum, LargestSum, "a sum lies within ±10^24");
        AggregateParts.CheckWeighted((double)weightedSum, (double)weight, low, high);
        AggregateParts.CheckWithin(denominator, 0m, LargestSum, "denominators are 0 or more and add up to 10^24 at most");
        AggregateParts.CheckSquares(squaredDeviations, count, low, high);
        return new()
        {
            Count = count,
            Sum = sum,
            Min = min,
            Max = max,
            First = first,
            firstAt = Moment.OfTicks(firstAt.ToUnixTimeTicks()),
            Last = last,
            lastAt = Moment.OfTicks(lastAt.ToUnixTimeTicks()),
            WeightedSum = weightedSum,
            Weight = weight,
            Denominator = denominator,
            squaredDeviations = squaredDeviations ?? (count == 1 ? 0d : double.NaN),
        };
    }

    /// <summary>The aggregate with one more measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="calendar">The calendar in which an instant has a date.</param>
    /// <returns>The larger aggregate.</returns>
    public readonly PeriodAggregate Add(Measurement measurement, ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        ArgumentNullException.ThrowIfNull(calendar);
        var larger = this;
        larger.Include(measurement.Value, Moment.Of(measurement, calendar), measurement.Weight ?? 0m, measurement.Denominator ?? 0m);
        return larger;
    }

    /// <summary>Both aggregates together; where times are equal, the other one counts as later.</summary>
    /// <param name="other">The other aggregate.</param>
    /// <returns>The merged aggregate.</returns>
    public readonly PeriodAggregate Merge(PeriodAggregate other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty ? other : this;
        }

        var merged = this;
        var apart = (double)((other.Sum / other.Count) - (Sum / Count));
        merged.squaredDeviations += other.squaredDeviations + (apart * apart * Count * other.Count / ((double)Count + other.Count));
        merged.Count += other.Count;
        merged.Sum += other.Sum;
        merged.Min = Math.Min(Min, other.Min);
        merged.Max = Math.Max(Max, other.Max);
        merged.WeightedSum += other.WeightedSum;
        merged.Weight += other.Weight;
        merged.Denominator += other.Denominator;
        if (other.firstAt.CompareTo(firstAt) < 0)
        {
            merged.First = other.First;
            merged.firstAt = other.firstAt;
        }

        if (other.lastAt.CompareTo(lastAt) >= 0)
        {
            merged.Last = other.Last;
            merged.lastAt = other.lastAt;
        }

        return merged;
    }

    /// <summary>The value of the period as an aggregation reads it.</summary>
    /// <param name="aggregation">The aggregation.</param>
    /// <returns>The value; <see langword="null"/> when nothing was measured, or when the weights or denominators add up to 0. A quotient beyond ±10^27 is told
    /// as that.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aggregation"/> is undefined.</exception>
    public readonly decimal? Read(Aggregation aggregation)
    {
        Require.Defined(aggregation);
        return IsEmpty ? null : aggregation switch
        {
            Aggregation.Sum => Sum,
            Aggregation.Count => Count,
            Aggregation.Average => Sum / Count,
            Aggregation.WeightedAverage => Weight == 0m ? null : Held.Quotient(WeightedSum, Weight),
            Aggregation.RatioOfSums => Denominator == 0m ? null : Held.Quotient(Sum, Denominator),
            Aggregation.Last => Last,
            Aggregation.First => First,
            Aggregation.Min => Min,
            Aggregation.Max => Max,
        };
    }

    /// <inheritdoc/>
    public readonly bool Equals(PeriodAggregate other) =>
        Count == other.Count && Sum == other.Sum && Min == other.Min && Max == other.Max && First == other.First && Last == other.Last
        && WeightedSum == other.WeightedSum && Weight == other.Weight && Denominator == other.Denominator
        && firstAt.CompareTo(other.firstAt) == 0 && lastAt.CompareTo(other.lastAt) == 0;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is PeriodAggregate other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Count, Sum, First, Last, WeightedSum, Denominator);

    /// <summary>Count and sum, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override readonly string ToString() => IsEmpty ? "empty" : FormattableString.Invariant($"{Count} measurements, sum {Sum}");

    /// <summary>Whether the earliest and the latest value lie in a period of an axis.</summary>
    internal readonly bool LiesWithin(PeriodAxis axis, int period) => IsEmpty || (firstAt.LiesWithin(axis, period) && lastAt.LiesWithin(axis, period));

    /// <summary>Adds a value in place: the aggregate is a cell of a table under construction.</summary>
    internal void Include(decimal value, Moment at, decimal weight, decimal denominator)
    {
        if (IsEmpty)
        {
            (Min, Max, First, Last) = (value, value, value, value);
            (firstAt, lastAt) = (at, at);
        }
        else
        {
            // Welford's update; while the counts are of a human size without its division, and so exact.
            var deviation = Count < MostExactCount ? (double)((Count * value) - Sum) : (double)(value - (Sum / Count)) * Count;
            squaredDeviations += deviation * deviation / (Count * (Count + 1d));
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            if (at.CompareTo(firstAt) < 0)
            {
                First = value;
                firstAt = at;
            }

            if (at.CompareTo(lastAt) >= 0)
            {
                Last = value;
                lastAt = at;
            }
        }

        Count++;
        Sum += value;

        // Most values have neither, and decimals are dear.
        if (weight != 0m)
        {
            WeightedSum += value * weight;
            Weight += weight;
        }

        if (denominator != 0m)
        {
            Denominator += denominator;
        }
    }

    /// <summary>When a value was measured: at an instant, or on a date, which comes before every instant of the same date.</summary>
    internal readonly struct Moment
    {
        // No instant is as early as this.
        private const long DateOnly = long.MinValue;

        private readonly LocalDate date;
        private readonly long ticks;

        internal Instant? At => ticks == DateOnly ? null : Instant.FromUnixTimeTicks(ticks);

        // Of a column the dates are not worked out, which would be dear; nobody asks for them but where a measurement has nothing else.
        private LocalDate ComparedDate => ticks != DateOnly && date == default ? Instant.FromUnixTimeTicks(ticks).InUtc().Date : date;

        private Moment(LocalDate date, long ticks)
        {
            this.date = date;
            this.ticks = ticks;
        }

        /// <summary>The date; of a column's instants none.</summary>
        internal LocalDate Date => date;

        internal int CompareTo(Moment other)
        {
            var byDate = ticks == DateOnly || other.ticks == DateOnly ? ComparedDate.CompareTo(other.ComparedDate) : 0;
            return byDate != 0 ? byDate : ticks.CompareTo(other.ticks);
        }

        internal bool LiesWithin(PeriodAxis axis, int period) => ticks == DateOnly
            ? axis.Cadence.IsToldByDate && axis.IndexOf(date) == period
            : ticks >= axis.Boundaries[period] && ticks < axis.Boundaries[period + 1];

        internal static Moment Of(Measurement measurement, ReportingCalendar calendar) =>
            new(measurement.DateIn(calendar), measurement.At?.ToUnixTimeTicks() ?? DateOnly);

        /// <summary>An instant of a column, where dates do not occur.</summary>
        internal static Moment OfTicks(long ticks) => new(default, ticks);
    }
}
