// From a million rows to an answer: reads measurements.csv, or a Parquet file of the same columns, rolls them up to the quarters of a fiscal year by
// region, says which KPIs need an OKR and since when, which changes of the regions are signals and not noise, and what the next two quarters will bring;
// writes quarters.csv and quarters.parquet (tidy, one row a value) and report.html (one page, nothing loaded).
//
//     dotnet run make-measurements.cs
//     dotnet run rollup.cs [-- FILE]

#:project ../../src/OkrKpi/OkrKpi.csproj
#:project ../../src/OkrKpi.Analytics/OkrKpi.Analytics.csproj
#:project ../../src/OkrKpi.Charts/OkrKpi.Charts.csproj
#:package CsvHelper
#:package DuckDB.NET.Data.Full
#:property UseCurrentRuntimeIdentifier=true

using System.Globalization;
using System.Net;
using CsvHelper;
using DuckDB.NET.Data;
using NodaTime;
using NodaTime.Text;
using OkrKpi;
using OkrKpi.Analytics;
using OkrKpi.Charts;
using OkrKpi.Rollups;
using OkrKpi.Signals;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var file = args.Length > 0 ? args[0] : "measurements.csv";
if (!File.Exists(file))
{
    Console.Error.WriteLine($"There is no {file}; make it with: dotnet run make-measurements.cs");
    return 1;
}

// What is measured, and what was aimed at. Averages of regions go by their numbers of rows, and a conversion rate is a ratio of sums.
var asOf = new LocalDate(2026, 4, 10);
var calendar = ReportingCalendar.Fiscal(startMonth: 4).In("Asia/Ho_Chi_Minh");
LocalDate April(int year) => new(year, 4, 1);
Kpi[] kpis =
[
    Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.Sum).On(calendar)
        .WithTarget(12_800_000, from: April(2023)).WithTarget(14_000_000, from: April(2024)).WithTarget(16_400_000, from: April(2025)),
    Kpi.Define("reply-hours", "Hours until a customer has an answer", Unit.Hours, Direction.LowerIsBetter)
        .Every(Cadence.Quarter, Aggregation.WeightedAverage)
        .On(calendar)
        .WithTarget(6, from: April(2023)).WithTarget(4.5m, from: April(2025)),
    Kpi.Define("conversion", "Visitors who buy", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.RatioOfSums).On(calendar)
        .WithTarget(4, from: April(2023)).WithTarget(5, from: new LocalDate(2026, 7, 1), decidedOn: new LocalDate(2026, 4, 8), because: "the new shop"),
    Kpi.Define("meetings", "Customer meetings held", Unit.Count("meeting"), Direction.HigherIsBetter).Every(Cadence.Quarter, Aggregation.Sum).On(calendar)
        .WithTarget(8_000, from: April(2023)),
    Kpi.Define("rating", "Satisfaction of customers", Unit.RatingOutOf(10), Direction.HigherIsBetter)
        .Every(Cadence.Quarter, Aggregation.WeightedAverage)
        .On(calendar)
        .WithTarget(8, from: April(2023)),
];

// The file as columns. A weight is what stands behind a value: the visitors of a rate, otherwise the row itself.
var kpiIndexes = new List<int>();
var regionIndexes = new List<int>();
var instants = new List<Instant>();
var values = new List<double>();
var weights = new List<double>();
var regions = new List<string>();
var positions = kpis.Select((kpi, index) => (kpi.Id.Value, index)).ToDictionary();
foreach (var row in Path.GetExtension(file) == ".parquet" ? FromParquet(file) : FromCsv(file))
{
    if (!regions.Contains(row.Region))
    {
        regions.Add(row.Region);
    }

    kpiIndexes.Add(positions[row.Kpi]);
    regionIndexes.Add(regions.IndexOf(row.Region));
    instants.Add(row.At);
    values.Add(row.Value);
    weights.Add(row.Of ?? 1);
}

// Months first, then quarters out of the months: the rows are read once.
var months = calendar.Axis(Cadence.Month, April(2023), new LocalDate(2026, 3, 31));
var byMonth = Rollup.Of(
    Column(kpiIndexes), Column(instants), Column(values), months, Column(weights), Column(regionIndexes), RollupOptions.Default.WithKpis(kpis.Length));
var byQuarter = byMonth.To(Cadence.Quarter);
var quarters = byQuarter.Axis;
Console.WriteLine($"{values.Count:N0} rows; {byQuarter}; {regions.Count} regions");
Console.WriteLine();

// Each quarter of a region is one measurement of the KPI, and the rule does the rest.
Rollup named = byQuarter.Named(kpis.Select(kpi => kpi.Id), regions.Select(region => Segment.Of("region", region)));
MeasurementSeries[] series = [.. kpis.Select(named.ToMeasurements)];
PortfolioReview review = Portfolio.Of(kpis, [], series).Review(asOf);

Console.WriteLine($"Which KPIs need an OKR on {asOf:uuuu-MM-dd}");
foreach (var need in review.Needs)
{
    Console.WriteLine($"  {need.Kpi.Id,-12} {need.State,-10} {string.Join("; ", need.Reasons)}");
}

// A number that differs from that of a year ago may still be noise. The months of each region say which changes are none, held against its first two years.
Console.WriteLine();
Console.WriteLine("Which changes of the regions are signals");
foreach (var kpi in kpis)
{
    foreach (var region in regions.Order())
    {
        var behaviour = BehaviourOf(kpi, regions.IndexOf(region));
        if (behaviour.Since is { } since)
        {
            Console.WriteLine($"  {kpi.Id,-12} {region,-8} {behaviour.Variation,-10} since {months[since.Number - 1].Label}: {behaviour.LatestSignal!.Rule}");
        }
    }
}

// Which region will bring it: what is expected of the next two quarters, and between what 80 of 100 such quarters come to lie.
Console.WriteLine();
Console.WriteLine("What the next two quarters will bring");
foreach (var kpi in kpis.Where(each => each.Aggregation == Aggregation.Sum))
{
    var ahead = Ahead(kpi);
    foreach (var (name, periods) in ahead.Segments.Select(each => (each.Segment!.Name, each.Next)).Append(("all", ahead.Total.Next)))
    {
        Console.WriteLine($"  {kpi.Id,-12} {name,-8} {string.Join("  ", periods.Select(Expected))}");
    }
}

WriteTidyRows("quarters.csv");
WriteParquet("quarters.csv", "quarters.parquet");
WriteReport("report.html");
Console.WriteLine();
Console.WriteLine("written: quarters.csv, quarters.parquet, report.html");
return 0;

static IEnumerable<(string Kpi, string Region, Instant At, double Value, double? Of)> FromCsv(string file)
{
    using var csv = CsvReader.FromFile(file);
    while (csv.Read())
    {
        yield return (
            csv.GetString("kpi"), csv.GetString("region"), InstantPattern.General.Parse(csv.GetString("at")).Value, csv.Parse<double>("value"),
            csv.GetString("of") is { Length: > 0 } of ? double.Parse(of, CultureInfo.InvariantCulture) : null);
    }
}

static IEnumerable<(string Kpi, string Region, Instant At, double Value, double? Of)> FromParquet(string file)
{
    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $"""SELECT kpi, region, epoch_us("at"), value::DOUBLE, "of"::DOUBLE FROM read_parquet('{Quoted(file)}')""";
    using var rows = command.ExecuteReader();
    while (rows.Read())
    {
        yield return (
            rows.GetString(0), rows.GetString(1), Instant.FromUnixTimeTicks(rows.GetInt64(2) * 10), rows.GetDouble(3),
            rows.IsDBNull(4) ? null : rows.GetDouble(4));
    }
}

static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

static ReadOnlySpan<T> Column<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);

// In the unit of the KPI: a percentage is a ratio in hundredths.
double? InUnit(Kpi kpi, double? value) => kpi.Aggregation == Aggregation.RatioOfSums ? value * 100 : value;

SegmentedForecast Ahead(Kpi kpi) => SegmentedForecast.Of(kpi, series[Array.IndexOf(kpis, kpi)], asOf, "region", periods: 2);

string Expected(ForecastPeriod each)
{
    var range = each.Interval(0.8m) is { } interval ? $" ({interval.Low:#,0} to {interval.High:#,0})" : "";
    return $"{each.Period.Label}: {each.Point:#,0}{range}" + (each.ProbabilityOfMeeting is { } chance ? $", target met: {chance:0 %}" : "");
}

// As a fan, for a picture: of 100 such quarters 80 lie in the darker part.
IEnumerable<ForecastRange> FanOf(KpiForecast forecast)
{
    foreach (var each in forecast.Next)
    {
        if (each.Interval(0.95m) is { } most && each.Interval(0.8m) is { } usual)
        {
            yield return ForecastRange.Of(each.Period, most.Low, most.High, each.Point);
            yield return ForecastRange.Of(each.Period, usual.Low, usual.High, each.Point);
        }
    }
}

ProcessBehaviour BehaviourOf(Kpi kpi, int region)
{
    var index = Array.IndexOf(kpis, kpi);
    var values = Enumerable.Range(0, months.Count).Select(month => (decimal?)InUnit(kpi, byMonth[index, region, month].Read(kpi.Aggregation)));
    return ProcessBehaviour.Of(values, SignalRules.Nhs.WithFrozen(24)).Judged(kpi.Direction);
}

void WriteTidyRows(string path)
{
    using var csv = CsvWriter.ToFile(path);
    csv.WriteHeader(["kpi", "region", "quarter", "start", "end", "rows", "value"]);
    for (var kpi = 0; kpi < kpis.Length; kpi++)
    {
        for (var region = 0; region < regions.Count; region++)
        {
            for (var quarter = 0; quarter < quarters.Count; quarter++)
            {
                var cell = byQuarter[kpi, region, quarter];
                csv.WriteRecord([
                    kpis[kpi].Id.Value, regions[region], quarters[quarter].Label, LocalDatePattern.Iso
                        .Format(quarters[quarter].Start), LocalDatePattern.Iso
                        .Format(quarters[quarter].End),
                    $"{cell.Count}", $"{InUnit(kpis[kpi], cell.Read(kpis[kpi].Aggregation)):0.####}"]);
            }
        }
    }
}

// With the types that a table of text leaves to its reader.
static void WriteParquet(string csv, string path)
{
    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $$"""
        COPY (FROM read_csv('{{Quoted(csv)}}', header = true, columns = {
            'kpi': 'VARCHAR', 'region': 'VARCHAR', 'quarter': 'VARCHAR', 'start': 'DATE', 'end': 'DATE', 'rows': 'BIGINT', 'value': 'DOUBLE' }))
        TO '{{Quoted(path)}}' (FORMAT parquet)
        """;
    command.ExecuteNonQuery();
}

void WriteReport(string path)
{
    List<string> page = ["""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Which KPIs need an OKR</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; color: #1f2933; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h2 { margin: 2.5rem 0 0; }
        p { margin: .25rem 0; }
        .state { display: inline-block; padding: 0 .6rem; border-radius: 1rem; background: #e4e7eb; }
        .Needed { background: #fde8d7; }
        table { border-collapse: collapse; font-size: .9rem; }
        caption { text-align: left; color: #52606d; white-space: nowrap; }
        th, td { padding: .1rem 1.5rem .1rem 0; text-align: right; font-variant-numeric: tabular-nums; }
        th:first-child { text-align: left; }
        """, Chart.Style, "</style>\n</head>\n<body>"];
    page.Add($"<h1>Which KPIs need an OKR on {asOf:uuuu-MM-dd}</h1>");
    foreach (var need in review.Needs)
    {
        page.Add($"<h2>{WebUtility.HtmlEncode(need.Kpi.Name)}</h2>");
        page.Add($"<p><span class=\"state {need.State}\">{need.State}</span></p>");
        foreach (var reason in need.Reasons)
        {
            page.Add($"<p>{WebUtility.HtmlEncode(reason.ToString())}</p>");
        }

        page.Add(Chart.Of(need.Assessment).WithForecast(FanOf(Ahead(need.Kpi).Total)).WithoutStyle().ToHtml());
        page.Add(RegionsOf(need.Kpi));
    }

    page.Add("</body>\n</html>");
    File.WriteAllLines(path, page);
}

// The last quarter of each region beside the same quarter of the year before: where a change comes from.
string RegionsOf(Kpi kpi)
{
    var index = Array.IndexOf(kpis, kpi);
    var (last, yearBefore) = (quarters.Count - 1, quarters.Count - 5);
    var rows = regions.Order().Select(region =>
    {
        var before = InUnit(kpi, byQuarter[index, regions.IndexOf(region), yearBefore].Read(kpi.Aggregation));
        var now = InUnit(kpi, byQuarter[index, regions.IndexOf(region), last].Read(kpi.Aggregation));
        var signal = StateName.Of(BehaviourOf(kpi, regions.IndexOf(region)).Variation, CultureInfo.InvariantCulture);
        return $"<tr><th scope=\"row\">{WebUtility.HtmlEncode(region)}</th><td>{before:#,0.00}</td>"
            + $"<td>{now:#,0.00}</td><td>{(now / before) - 1:+0.0 %;-0.0 %}</td><td>{signal}</td></tr>";
    });
    return $"""
        <table>
        <caption>Regions, in {WebUtility.HtmlEncode(kpi.Unit.ToString())}</caption>
        <tr><th scope="col">region</th><th scope="col">{quarters[yearBefore].Label}</th><th scope="col">{quarters[last].Label}</th><th scope="col">change</th>
        <th scope="col">signal</th></tr>
        {string.Join('\n', rows)}
        </table>
        """;
}
