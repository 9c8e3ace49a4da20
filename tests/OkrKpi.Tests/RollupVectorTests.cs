using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OkrKpi.Tests;

/// <summary>
/// Rollups against the resampling oracle in <c>tests/vectors/resample-pandas.json</c>: every case of the file is run, in doubles and in decimals.
/// </summary>
public class RollupVectorTests
{
    private const string Oracle = "resample-pandas.json";

    public static TheoryData<string> Resamples => Vectors.Ids(Oracle, "resample");

    public static TheoryData<string> Rollups => Vectors.Ids(Oracle, "rollup");

    [Fact]
    public void Every_kind_of_the_oracle_has_its_theory() => Assert.Equal(["resample", "rollup"], Vectors.Kinds(Oracle));

    [Theory]
    [MemberData(nameof(Resamples))]
    public void Irregular_instants_fall_into_local_periods(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var series = VectorFile.Part(Oracle, "series")
            .EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == vector.GetProperty("series").GetString());
        var observations = series.GetProperty("observations").EnumerateArray().Select(each => (At: At(each[0]), Value: each[1].GetDecimal())).ToArray();
        var bins = vector.GetProperty("bins").EnumerateArray().ToArray();
        var (calendar, cadence) = Grain(vector.GetProperty("grain").GetString()!, vector.GetProperty("timeZone").GetString()!);
        var (first, last) = (calendar.DateOf(observations.Min(each => each.At)), calendar.DateOf(observations.Max(each => each.At)));
        var all = calendar.Axis(cadence, first, last);
        var offset = all.IndexOf(observations.Min(each => each.At));
        var instants = Array.ConvertAll(observations, each => each.At);
        var doubles = Rollup.Of(
            new int[instants.Length], instants, Array.ConvertAll(observations, each => (double)each.Value), all,
            options: RollupOptions.Default.With(RollupDetail.Statistics));
        var exact = ExactRollup.Of(new int[instants.Length], instants, Array.ConvertAll(observations, each => each.Value), all);

        // The oracle lists the periods from the first observed to the last; hours of our axis go on to the end of the day.
        Assert.Equal(bins.Length, all.IndexOf(observations.Max(each => each.At)) - offset + 1);
        for (var index = 0; index < bins.Length; index++)
        {
            var (bin, period) = (bins[index], all[offset + index]);
            Assert.Equal((At(bin.GetProperty("startUtc")), At(bin.GetProperty("endUtc"))), (period.StartInstant, period.EndInstant));
            var (bulk, cell) = (doubles[0, offset + index], exact[0, offset + index]);
            Assert.Equal(bin.GetProperty("count").GetInt64(), cell.Count);
            Assert.Equal(bin.GetProperty("count").GetInt64(), bulk.Count);
            Assert.Equal(bin.GetProperty("sum").GetDecimal(), Math.Round(cell.Sum, 9));
            Assert.Equal(bin.GetProperty("sum").GetDouble(), bulk.Sum, 1e-9);
            Agree(bin, "mean", bulk.Mean, cell.Read(Aggregation.Average));
            Agree(bin, "min", bulk.Read(Aggregation.Min), cell.Read(Aggregation.Min));
            Agree(bin, "max", bulk.Read(Aggregation.Max), cell.Read(Aggregation.Max));
            Agree(bin, "first", bulk.Read(Aggregation.First), cell.Read(Aggregation.First));
            Agree(bin, "last", bulk.Read(Aggregation.Last), cell.Read(Aggregation.Last));
        }
    }

    [Theory]
    [MemberData(nameof(Rollups))]
    public void Regions_by_months_roll_up_to_quarters_the_year_and_the_company(string id)
    {
        var vector = Vectors.Case(Oracle, id);
        var rows = vector.GetProperty("rows").EnumerateArray().ToArray();
        string[] regions = [.. rows.Select(row => row.GetProperty("region").GetString()!).Distinct()];
        var months = rows.Select(row => YearMonthPattern.Iso.Parse(row.GetProperty("month").GetString()!).Value.OnDayOfMonth(1)).ToArray();
        var axis = ReportingCalendar.Standard.Axis(Cadence.Month, months.Min(), months.Max());
        var ofRegion = Array.ConvertAll(rows, row => Array.IndexOf(regions, row.GetProperty("region").GetString()));
        foreach (var expected in vector.GetProperty("expected").EnumerateArray())
        {
            var label = expected.GetProperty("period").GetString()!;
            var cadence = label.Contains('Q', StringComparison.Ordinal) ? Cadence.Quarter : Cadence.Year;
            var region = expected.GetProperty("region").GetString()!;
            Assert.Equal(expected.GetProperty("revenueSum").GetDecimal(), Read("revenue", null, Aggregation.Sum));
            Assert.Equal(expected.GetProperty("headcountLastSum").GetDecimal(), Read("headcount", null, Aggregation.Last));
            Assert.Equal(expected.GetProperty("headcountFirstSum").GetDecimal(), Read("headcount", null, Aggregation.First));
            Near("conversionRateRatioOfSums", Read("conversions", "visits", Aggregation.RatioOfSums));
            Near("csatRatioOfSums", Read("satisfied", "responses", Aggregation.RatioOfSums));
            Near("orderValueWeightedMean", Read("orderValueMean", "orders", Aggregation.WeightedAverage));
            Near("orderValueUnweightedMean", Read("orderValueMean", "orders", Aggregation.Average));
            Near("peakLoadMax", Read("peakLoad", null, Aggregation.Max));
            Near("bestTimeMin", Read("bestTime", null, Aggregation.Min));
            Near("revenueMean", Read("revenue", null, Aggregation.Average));
            var revenue = Of("revenue", null).To(cadence);
            var merged = region == "all" ? revenue[0, Period(revenue)] : revenue[0, Array.IndexOf(regions, region), Period(revenue)];
            Assert.Equal(expected.GetProperty("revenueSampleSd").GetDouble(), merged.StandardDeviation!.Value, 1e-7);

            // A level over time: the regions of each month added up, then the mean of the months.
            var headcount = Of("headcount", null);
            var ofMonths = Enumerable.Range(0, axis.Count).Where(month => axis[month].Parent(cadence) == revenue.Axis[Period(revenue)])
                .Select(
                    month => region == "all" ? headcount.Read(0, month, Aggregation.Last)!.Value : headcount[0, Array.IndexOf(regions, region), month].Last);
            Near("headcountTimeAverage", ofMonths.Average());

            decimal? Read(string values, string? weights, Aggregation aggregation)
            {
                var rolled = Of(values, weights).To(cadence);
                return region == "all"
                    ? rolled.Read(0, Period(rolled), aggregation)
                    : rolled[0, Array.IndexOf(regions, region), Period(rolled)].Read(aggregation);
            }

            int Period(ExactRollup rolled) =>
                Enumerable.Range(0, rolled.Axis.Count).Single(index => rolled.Axis[index].Label.Replace("-", "", StringComparison.Ordinal) == label);

            // The oracle prints 13 digits.
            void Near(string name, decimal? actual)
            {
                var value = expected.GetProperty(name).GetDouble();
                Assert.Equal(value, (double)actual!.Value, 1e-12 * Math.Max(1_000d, Math.Abs(value)));
            }
        }

        ExactRollup Of(string values, string? weights) => ExactRollup.Of(
            new int[rows.Length],
            Array.ConvertAll(months, month => month.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()),
            Array.ConvertAll(rows, row => row.GetProperty(values).GetDecimal()),
            axis,
            weights: weights is null ? default : Array.ConvertAll(rows, row => row.GetProperty(weights).GetDecimal()),
            segments: ofRegion);
    }

    private static void Agree(JsonElement bin, string name, double? bulk, decimal? exact)
    {
        var expected = bin.GetProperty(name);
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(bulk);
            Assert.Null(exact);
            return;
        }

        Assert.Equal(expected.GetDouble(), bulk!.Value, 1e-9);
        Assert.Equal(expected.GetDouble(), (double)exact!.Value, 1e-9);
    }

    private static Instant At(JsonElement text) => InstantPattern.ExtendedIso.Parse(text.GetString()!).Value;

    // The names of the oracle: a plain cadence, "week-" and its first day, or "fiscal-" and a cadence with the month its year begins in.
    private static (ReportingCalendar Calendar, Cadence Cadence) Grain(string name, string zone)
    {
        string[] parts = name.Split('-');
        var calendar = parts switch
        {
            ["week", var day] => ReportingCalendar.Standard.WeeksFrom(Enum.Parse<IsoDayOfWeek>(day, ignoreCase: true)),
            [.., "start", var month] => ReportingCalendar.Fiscal(Month(month)),
            ["fiscal", _, var month] => ReportingCalendar.Fiscal(Month(month)),
            _ => ReportingCalendar.Standard,
        };
        return (calendar.In(zone), Enum.Parse<Cadence>(parts[0] == "fiscal" ? parts[1] : parts[0], ignoreCase: true));
    }

    private static int Month(string name) =>
        1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
