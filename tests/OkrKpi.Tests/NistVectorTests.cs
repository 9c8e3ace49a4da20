using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>
/// Mean and standard deviation against the certified values of NIST's reference datasets, <c>tests/vectors/nist-strd.json</c>: every univariate case, in
/// doubles and in decimals,
/// at once and merged from shards. The regressions of the file are run by the tests of OkrKpi.Analytics, and the lag-1 autocorrelation cannot come
/// out of a mergeable aggregate: it needs
/// neighbours.
/// </summary>
public class NistVectorTests
{
    private const string Oracle = "nist-strd.json";

    public static TheoryData<string> Univariate => Vectors.Ids(Oracle, "univariate");

    [Theory]
    [MemberData(nameof(Univariate))]
    public void Mean_and_deviation_in_doubles_have_the_digits_that_doubles_can_have(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var values = vector.GetProperty("data").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        var attainable = vector.GetProperty("attainable").GetProperty("exactOnBinary64");
        Check(Of(values));
        Check(Of(values[..(values.Length / 3)]).Merge(Of(values[(values.Length / 3)..])));

        // Within half a digit of what exact arithmetic gets out of the same doubles, and 14 digits are as good as all.
        void Check(BulkAggregate aggregate)
        {
            Assert.InRange(Digits(aggregate.Mean!.Value, Certified(vector, "mean")), Math.Min(14d, attainable[0].GetDouble() - 0.5), 99d);
            Assert.InRange(Digits(aggregate.StandardDeviation!.Value, Certified(vector, "sd")), Math.Min(14d, attainable[1].GetDouble() - 0.5), 99d);
        }

        static BulkAggregate Of(double[] values)
        {
            var axis = ReportingCalendar.Standard.Axis(Cadence.Day, new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1));
            return Rollup.Of(
                new int[values.Length], Enumerable.Repeat(axis.StartInstant, values.Length).ToArray(), values, axis,
                options: RollupOptions.Default.With(RollupDetail.Statistics))[0, 0];
        }
    }

    [Theory]
    [MemberData(nameof(Univariate))]
    public void Mean_and_deviation_in_decimals_have_the_certified_digits(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        Measurement[] measurements =
        [
            .. vector.GetProperty("data").EnumerateArray().Select(value => Measurement.On(new LocalDate(2026, 1, 1), value.GetDecimal()))
        ];
        var whole = Sum(measurements);
        Check(whole);
        Check(Sum(measurements[..(measurements.Length / 3)]).Merge(Sum(measurements[(measurements.Length / 3)..])));

        void Check(PeriodAggregate aggregate)
        {
            Assert.Equal(Certified(vector, "mean"), aggregate.Mean);
            Assert.InRange(Digits(aggregate.StandardDeviation!.Value, Certified(vector, "sd")), 13d, 99d);
        }

        static PeriodAggregate Sum(Measurement[] measurements) =>
            measurements.Aggregate(PeriodAggregate.Empty, (aggregate, measurement) => aggregate.Add(measurement, ReportingCalendar.Standard));
    }

    private static decimal Certified(JsonElement vector, string name) =>
        decimal.Parse(vector.GetProperty("highPrecision").GetProperty(name + "Text").GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

    // The number of correct digits, as NIST counts them: -log10 of the relative error.
    private static double Digits(double actual, decimal certified) =>
        -Math.Log10(Math.Max(1e-99, Math.Abs((double)(((decimal)actual - certified) / certified))));
}
