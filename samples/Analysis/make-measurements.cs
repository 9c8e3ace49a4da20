// Writes measurements.csv, a million rows of a made-up company: five KPIs, four regions, three fiscal years.
//
//     dotnet run make-measurements.cs [-- FILE]
//
// A FILE.parquet is written beside its FILE.csv, the same rows with their types, a sixth of the size.
// The seed is fixed, so everybody has the same rows. In time order, as a database would export them.

#:package DuckDB.NET.Data.Full
#:package NodaTime
#:property UseCurrentRuntimeIdentifier=true

using System.Globalization;
using DuckDB.NET.Data;
using NodaTime;
using NodaTime.Text;

const int Rows = 1_000_000;

// Name, value around, spread, measured of how many (for ratios), growth a year, share of the rows.
(string Kpi, double Around, double Spread, double Of, double Growth, double Share)[] kpis =
[
    ("revenue", 420, 0.60, 0, 0.12, 0.40),
    ("reply-hours", 5.5, 0.45, 0, -0.15, 0.25),
    ("conversion", 4.2, 0.50, 100, 0.04, 0.20),
    ("meetings", 1, 0, 0, 0, 0.10),
    ("rating", 8.1, 0.12, 0, -0.02, 0.05),
];
string[] regions = ["Central", "North", "South", "West"];
double[] regionFactors = [1.00, 1.15, 0.90, 0.70];

var random = new Random(20260401);
var first = Instant.FromUtc(2023, 3, 31, 17, 0); // the first of April 2023 in Ho Chi Minh City
var last = Instant.FromUtc(2026, 3, 31, 17, 0);
var seconds = (long)(last - first).TotalSeconds;

var instants = new long[Rows];
for (var row = 0; row < Rows; row++)
{
    instants[row] = random.NextInt64(seconds);
}

Array.Sort(instants);
var file = args.Length > 0 ? args[0] : "measurements.csv";
var table = Path.ChangeExtension(file, ".csv");
using var output = new StreamWriter(Path.GetExtension(file) == ".parquet" ? table : file);
output.Write("kpi,region,at,value,of\n");
foreach (var offset in instants)
{
    var pick = random.NextDouble();
    var kpi = kpis[^1];
    foreach (var candidate in kpis)
    {
        if (pick < candidate.Share)
        {
            kpi = candidate;
            break;
        }

        pick -= candidate.Share;
    }

    var region = random.Next(regions.Length);
    var years = offset / (365.25 * 86_400);

    // Revenue of the South breaks in the last fiscal year: something for the analysis to find.
    var shock = kpi.Kpi == "revenue" && regions[region] == "South" && years > 2.4 ? 0.55 : 1;
    var value = kpi.Around * Math.Pow(1 + kpi.Growth, years) * (1 + (kpi.Spread * ((random.NextDouble() * 2) - 1))) * shock;
    if (kpi.Kpi is "revenue")
    {
        value *= regionFactors[region];
    }

    var digits = kpi.Kpi == "meetings" ? 0 : 2;
    output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{kpi.Kpi},{regions[region]},{InstantPattern.General.Format(first.Plus(Duration.FromSeconds(offset)))},{Math.Round(value, digits)},{(kpi.Of > 0 ? kpi.Of : "")}\n"));
}

output.Close();
if (Path.GetExtension(file) == ".parquet")
{
    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $$"""
        COPY (FROM read_csv('{{Quoted(table)}}', header = true, columns = {
            'kpi': 'VARCHAR', 'region': 'VARCHAR', 'at': 'TIMESTAMPTZ', 'value': 'DOUBLE', 'of': 'DOUBLE' }))
        TO '{{Quoted(file)}}' (FORMAT parquet, COMPRESSION zstd)
        """;
    command.ExecuteNonQuery();
}

static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
