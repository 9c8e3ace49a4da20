using NodaTime;

namespace OkrKpi.Tests.Kpis;

/// <summary>What measurements add up to, in one piece or in parts, and which parts cannot be true.</summary>
public class PeriodAggregateTests
{
    private static readonly Instant Early = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly Instant Late = Instant.FromUtc(2026, 6, 30, 18, 0);

    /// <summary>2, 4 and 9: the mean is 5, the squared deviations 9, 1 and 16.</summary>
    [Fact]
    public void Parts_say_what_the_rows_say()
    {
        var parts = PeriodAggregate.FromParts(3, 15m, 2m, 9m, 4m, Early, 9m, Late, 33m, 6m, 8m, 26d);
        Assert.Equal((3L, 15m, 2m, 9m, 4m, 9m), (parts.Count, parts.Sum, parts.Min, parts.Max, parts.First, parts.Last));
        Assert.Equal((33m, 6m, 8m), (parts.WeightedSum, parts.Weight, parts.Denominator));
        Assert.Equal((Early, Late), (parts.FirstAt, parts.LastAt));
        Assert.Equal((5m, 13d), (parts.Mean, parts.Variance));
        Assert.Equal(Math.Sqrt(13d), parts.StandardDeviation);
        Assert.Equal("3 measurements, sum 15", parts.ToString());
        Assert.Equal([15m, 3m, 5m, 5.5m, 1.875m, 9m, 4m, 2m, 9m], Readings().Select(each => parts.Read(each)));
    }

    [Fact]
    public void Nothing_measured_says_nothing()
    {
        Assert.Equal("empty", PeriodAggregate.Empty.ToString());
        var none = PeriodAggregate.Empty;
        Assert.Equal((null, null, null, null), (none.FirstAt, none.LastAt, none.Mean, none.Variance));
        Assert.All(Readings(), each => Assert.Null(none.Read(each)));
        var one = Added((1, 7m));
        Assert.Equal((7m, null), (one.Mean, one.Variance));
        Assert.Equal((one, one), (one.Merge(PeriodAggregate.Empty), PeriodAggregate.Empty.Merge(one)));
        Assert.Throws<ArgumentOutOfRangeException>("aggregation", () => one.Read((Aggregation)99));
    }

    [Fact]
    public void A_quotient_of_nothing_is_none()
    {
        var plain = Added((1, 7m), (2, 9m));
        Assert.Equal((null, null), (plain.Read(Aggregation.WeightedAverage), plain.Read(Aggregation.RatioOfSums)));
        Assert.Equal(2d, plain.Variance);
    }

    [Fact]
    public void Parts_merge_to_what_their_rows_add_up_to()
    {
        var whole = Added((1, 2m), (2, 4m), (3, 9m), (4, 1m), (5, 8m));
        var merged = Added((1, 2m), (2, 4m)).Merge(Added((3, 9m), (4, 1m), (5, 8m)));
        Assert.Equal(whole, merged);
        Assert.Equal(whole.Variance!.Value, merged.Variance!.Value, 12);
        Assert.Equal(whole, Added((3, 9m), (4, 1m), (5, 8m)).Merge(Added((1, 2m), (2, 4m))));
        Assert.Equal((2m, 8m), (whole.First, whole.Last));

        // Of one time the earlier given is the first and the later given the last.
        var same = Added((1, 5m), (1, 6m), (1, 4m));
        Assert.Equal((5m, 4m), (same.First, same.Last));
        Assert.Equal((5m, 4m), (Added((1, 5m)).Merge(Added((1, 6m), (1, 4m))).First, Added((1, 5m)).Merge(Added((1, 6m), (1, 4m))).Last));
    }

    [Fact]
    public void A_date_comes_before_every_instant_of_it()
    {
        var calendar = ReportingCalendar.Standard;
        var date = Measurement.On(new LocalDate(2026, 6, 1), 5m);
        var (instant, before) = (Measurement.AtInstant(Early, 6m), Measurement.AtInstant(Early.Minus(Duration.FromHours(9)), 7m));
        var both = PeriodAggregate.Empty.Add(instant, calendar).Add(date, calendar);
        Assert.Equal((5m, 6m, null, Early), (both.First, both.Last, both.FirstAt, both.LastAt));
        var yesterday = both.Add(before, calendar);
        Assert.Equal((7m, 6m), (yesterday.First, yesterday.Last));
        var (one, other) = (PeriodAggregate.Empty.Add(date, calendar).Add(before, calendar), PeriodAggregate.Empty.Add(before, calendar).Add(date, calendar));
        Assert.Equal((7m, 5m, 7m, 5m), (one.First, one.Last, other.First, other.Last));

        // Beside a column, whose instants have no date of their own, the date in UTC counts.
        var column = PeriodAggregate.FromParts(1, 6m, 6m, 6m, 6m, Early, 6m, Early);
        Assert.Equal((5m, 6m), (column.Merge(PeriodAggregate.Empty.Add(date, calendar)).First, column.Merge(PeriodAggregate.Empty.Add(date, calendar)).Last));
        Assert.Throws<ArgumentNullException>("measurement", () => PeriodAggregate.Empty.Add(null!, calendar));
        Assert.Throws<ArgumentNullException>("calendar", () => PeriodAggregate.Empty.Add(date, null!));
    }

    [Fact]
    public void Of_many_rows_the_spread_stays_exact()
    {
        var many = Enumerable.Range(1, 2_000).Aggregate(PeriodAggregate.Empty, (sum, index) => sum.Add(Row(1, index), ReportingCalendar.Standard));
        Assert.Equal((2_000d * 2_001d) / 12d, many.Variance!.Value, 6);
        var equal = Enumerable.Range(1, 300).Aggregate(PeriodAggregate.Empty, (sum, _) => sum.Add(Row(1, 0.1m), ReportingCalendar.Standard));
        Assert.Equal(0d, equal.Variance);
    }

    [Fact]
    public void Without_squared_deviations_parts_have_no_variance_unless_they_are_one_row()
    {
        Assert.Null(PeriodAggregate.FromParts(3, 15m, 2m, 9m, 4m, Early, 9m, Late).Variance);
        var one = PeriodAggregate.FromParts(1, 4m, 4m, 4m, 4m, Early, 4m, Early);
        Assert.Null(one.Variance);
        Assert.Equal(0d, one.Merge(one).Variance);
        Assert.Equal(2d, one.Merge(PeriodAggregate.FromParts(1, 6m, 6m, 6m, 6m, Late, 6m, Late)).Variance);
    }

    [Fact]
    public void Parts_that_cannot_be_true_are_refused_by_name()
    {
        Refused("count", () => Parts(count: 0), () => Parts(count: 1_000_000_000_001));
        Refused("max", () => Parts(max: 1m), () => Parts(count: 1, sum: 2m, first: 2m, last: 2m));
        Refused("min", () => Parts(min: -1_000_000_000_000_001m));
        Refused("first", () => Parts(first: 1.9m), () => Parts(first: 9.1m));
        Refused("last", () => Parts(last: 1.9m), () => Parts(last: 9.1m));
        Refused("lastAt", () => PeriodAggregate.FromParts(3, 15m, 2m, 9m, 4m, Late, 9m, Early));
        Refused("sum", () => Parts(sum: 5.9m), () => Parts(sum: 27.1m));
        Refused("weight", () => Parts(weight: -1m), () => Parts(weight: 1_000_000_000_000_000_000_000_001m));
        Refused("weightedSum", () => Parts(weighted: 1m), () => Parts(weighted: 11m, weight: 6m), () => Parts(weighted: 55m, weight: 6m));
        Refused("denominator", () => Parts(denominator: -1m));
        Refused("squaredDeviations", () => Parts(squares: -1d), () => Parts(squares: 37d), () => Parts(squares: double.NaN));
        Assert.Equal((6m, 27m), (Parts(sum: 6m).Sum, Parts(sum: 27m).Sum));
        Assert.Equal((12m, 54m), (Parts(weighted: 12m, weight: 6m).WeightedSum, Parts(weighted: 54m, weight: 6m).WeightedSum));
        Assert.Equal(36.7d / 2d, Parts(squares: 36.7d).Variance);
        Assert.Equal(1_000_000_000_000, Parts(count: 1_000_000_000_000, sum: 3_000_000_000_000m).Count);
    }

    private static PeriodAggregate Parts(
        long count = 3, decimal sum = 15m, decimal min = 2m, decimal max = 9m, decimal first = 4m, decimal last = 9m, decimal weighted = 0m,
        decimal weight = 0m, decimal denominator = 0m, double? squares = null) =>
        PeriodAggregate.FromParts(count, sum, min, max, first, Early, last, Late, weighted, weight, denominator, squares);

    private static void Refused(string name, params Func<PeriodAggregate>[] calls) =>
        Assert.All(calls, call => Assert.Throws<ArgumentOutOfRangeException>(name, () => call()));

    private static Aggregation[] Readings() =>
    [
        Aggregation.Sum, Aggregation.Count, Aggregation.Average, Aggregation.WeightedAverage, Aggregation.RatioOfSums, Aggregation.Last, Aggregation.First,
        Aggregation.Min, Aggregation.Max,
    ];

    private static PeriodAggregate Added(params (int Day, decimal Value)[] rows) =>
        rows.Aggregate(PeriodAggregate.Empty, (sum, row) => sum.Add(Row(row.Day, row.Value), ReportingCalendar.Standard));

    private static Measurement Row(int day, decimal value) => Measurement.On(new LocalDate(2026, 6, day), value);
}
