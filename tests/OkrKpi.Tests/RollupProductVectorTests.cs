using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// Rollups against what products publish and peers test: the rollup kinds of <c>product-doc-vectors.json</c> and <c>okr-peer-vectors.json</c>, every case of
/// each kind.
/// </summary>
public class RollupProductVectorTests
{
    private static readonly LocalDate Later = new(2100, 12, 31);

    public static TheoryData<string> SemiAdditive => ListedVector.Ids(ListedVector.Products, "kpi-semi-additive");

    public static TheoryData<string> Gaps => ListedVector.Ids(ListedVector.Products, "gap-policy");

    public static TheoryData<string> ServiceLevels => ListedVector.Ids(ListedVector.Products, "sli");

    public static TheoryData<string> ActualsToDate => ListedVector.Ids(ListedVector.Products, "target-actual-to-date");

    public static TheoryData<string> Series => ListedVector.Ids(ListedVector.Peers, "period_rollup_series");

    [Theory]
    [MemberData(nameof(SemiAdditive))]
    public void A_level_takes_one_value_of_each_entity_and_adds_the_entities(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "kpi-semi-additive", id);
        var aggregation = Enum.Parse<Aggregation>(vector.Text("timeAggregation")!, ignoreCase: true);
        Measurement[] measurements = vector.Input.TryGetProperty("rows", out var rows)
            ? [
                .. rows.EnumerateArray()
                    .Select(row => Measurement.On(
                        Date(row.GetProperty("date")), row.GetProperty("value").GetDecimal()).For(Segment.Of("entity", row.GetProperty("entity").GetString()!)))
            ]
            : [
                .. vector.Input.GetProperty("values")
                    .EnumerateArray()
                    .Select((value, day) => Measurement.On(new LocalDate(2026, 6, 1).PlusDays(day), value.GetDecimal()))
            ];
        var period = vector.Text("period") is { } label
            ? ReportingCalendar.Standard.Parse(label)
            : ReportingCalendar.Standard.PeriodOf(new LocalDate(2026, 6, 1), Cadence.Week);
        var kpi = Plain(aggregation);
        var rollup = KpiRollup.Of(kpi, MeasurementSeries.Of(kpi.Id, measurements), period.Cadence, period.End);
        Assert.Equal(vector.Expected.GetProperty("value").GetDecimal(), Assert.Single(rollup.Periods).Value);

        // The naive sum is what the library refuses to give.
        Assert.Equal(vector.Expected.GetProperty("naiveSum").GetDecimal(), measurements.Sum(measurement => measurement.Value));
        Assert.Throws<ArgumentException>(() => rollup.ReadAs(Aggregation.Sum));
    }

    // A minimum count of 0 makes an empty sum 0, one of 1 leaves it unknown.
    [Theory]
    [MemberData(nameof(Gaps))]
    public void What_stands_for_a_gap_is_said_by_name(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "gap-policy", id);
        var kpi = Plain(Enum.Parse<Aggregation>(vector.Text("aggregation")!, ignoreCase: true));
        var months = vector.Input.GetProperty("monthly")
            .EnumerateObject()
            .Select(month => (Month: ReportingCalendar.Standard.Parse(month.Name), month.Value))
            .ToArray();
        var measured = months.Where(month => month.Value.ValueKind == JsonValueKind.Number)
            .Select(month => Measurement.On(month.Month.Start, month.Value.GetDecimal()));
        var rollup = KpiRollup.Of(
            kpi,
            MeasurementSeries.Of(kpi.Id, measured),
            Enum.Parse<Cadence>(vector.Text("grain")!, ignoreCase: true),
            months.Max(month => month.Month.End),
            vector.Number("minCount") == 0m ? GapPolicy.Zero : GapPolicy.Unknown);
        Assert.Equal(
            vector.Expected.EnumerateObject()
                .Select(each => (each.Name, Value: each.Value.ValueKind == JsonValueKind.Null ? (decimal?)null : each.Value.GetDecimal())),
            rollup.Periods.Select(each => (each.Period.Label.Replace("-", "", StringComparison.Ordinal), each.Value)));
    }

    [Theory]
    [MemberData(nameof(ServiceLevels))]
    public void A_service_level_is_a_ratio_of_sums(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "sli", id);
        var kpi = Kpi.Define("sli", "Service level", Unit.Index("share"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.RatioOfSums);
        var halves = MeasurementSeries.Of(
            kpi.Id,
            Measurement.On(new LocalDate(2026, 1, 10), vector.Number("good") / 2).OutOf(vector.Number("total") / 4),
            Measurement.On(new LocalDate(2026, 1, 20), vector.Number("good") / 2).OutOf(vector.Number("total") * 3 / 4));
        Assert.Equal(vector.Expected.GetProperty("sli").GetDecimal(), KpiRollup.Of(kpi, halves, Cadence.Year, new LocalDate(2026, 12, 31)).Periods[0].Value);
    }

    [Theory]
    [MemberData(nameof(ActualsToDate))]
    public void The_actual_to_date_adds_up_unless_the_periods_are_cumulative_already(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "target-actual-to-date", id);
        var kpi = Plain(vector.Text("mode") == "cumulative" ? Aggregation.Last : Aggregation.Sum);
        var series = MeasurementSeries.Of(kpi.Id, vector.Input.GetProperty("actuals").EnumerateArray().Select(
            (actual, month) => Measurement.On(new LocalDate(2026, 1, 1).PlusMonths(month), actual.GetDecimal())));
        Assert.Equal(
            vector.Expected.GetProperty("actualToDate").GetDecimal(),
            KpiRollup.Of(kpi, series, Cadence.Month, new LocalDate(2026, 12, 31)).To(Cadence.Year).Periods[0].Value);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Points_roll_up_into_named_periods(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "period_rollup_series", id);
        var kpi = Plain(Enum.Parse<Aggregation>(vector.Text("aggregation")!, ignoreCase: true));
        var series = MeasurementSeries.Of(
            kpi.Id, vector.Input.GetProperty("points").EnumerateArray().Select(point => Measurement.On(Date(point[0]), point[1].GetDecimal())));
        var rollup = KpiRollup.Of(kpi, series, Enum.Parse<Cadence>(vector.Text("period")!, ignoreCase: true), Later);
        foreach (var bucket in vector.Expected.GetProperty("buckets").EnumerateObject())
        {
            Assert.Equal(bucket.Value.GetDecimal(), rollup.Periods.Single(period => period.Period.Label == bucket.Name).Value);
        }
    }

    private static Kpi Plain(Aggregation aggregation) =>
        Kpi.Define("kpi", "Something measured", Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, aggregation);

    private static LocalDate Date(JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value;
}
