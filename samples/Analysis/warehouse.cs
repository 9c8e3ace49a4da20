// A hundred million rows stay where they lie: DuckDB groups a Parquet file by the months of the library's calendar, one row a KPI and month comes back,
// and the library says which KPIs need an OKR. The file is made first where it is missing (200 stores, three fiscal years; the same rows for everybody).
//
//     dotnet run warehouse.cs [-- ROWS [FILE]]

#:project ../../src/OkrKpi.Sql/OkrKpi.Sql.csproj
#:package DuckDB.NET.Data.Full
#:property UseCurrentRuntimeIdentifier=true

using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using NodaTime;
using OkrKpi;
using OkrKpi.Sql;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Stores = 200;
var rows = 100_000_000L;
if (args.Length > 0 && !(long.TryParse(args[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out rows) && rows > 0))
{
    Console.Error.WriteLine($"ROWS is a number of rows, not '{args[0]}'.");
    return 1;
}

var file = args.Length > 1 ? args[1] : "rows.parquet";
using var connection = new DuckDBConnection("Data Source=:memory:");
await connection.OpenAsync();
if (!File.Exists(file))
{
    var making = Stopwatch.StartNew();
    await MakeAsync();
    Console.WriteLine($"{file}: {rows:#,0} rows, {new FileInfo(file).Length / 1e6:#,0} MB, made in {making.Elapsed.TotalSeconds:0.0} s");
}

using (var count = connection.CreateCommand())
{
    // Of a file that was there already, its own.
    count.CommandText = $"SELECT count(*) FROM '{Quoted(file)}'";
    rows = (long)(await count.ExecuteScalarAsync())!;
}

// What is measured: the sales of every store, by fiscal quarters in Ho Chi Minh City. A store grows or shrinks; the target is what stores sell at first.
var calendar = ReportingCalendar.Fiscal(startMonth: 4).In("Asia/Ho_Chi_Minh");
var (first, last) = (new LocalDate(2023, 4, 1), new LocalDate(2026, 3, 31));
var target = Math.Round(rows / (decimal)Stores / 12m * 100m * 0.98m);
Kpi[] stores =
[
    .. Enumerable.Range(0, Stores).Select(store => Kpi
        .Define($"store-{store}", $"Sales of store {store}", Unit.Money("USD"), Direction.HigherIsBetter)
        .Every(Cadence.Quarter, Aggregation.Sum)
        .On(calendar)
        .WithTarget(target, from: first)),
];

var asking = Stopwatch.StartNew();
var query = RollupQuery.Over(calendar.Axis(Cadence.Month, first, last)).From(file, kpi: "kpi", at: "at", value: "value").For(SqlDialect.DuckDb);
var byMonth = await query.ReadExactAsync(connection);
var read = asking.Elapsed;
var review = Portfolio.Of(stores, [], [.. stores.Select(byMonth.ToMeasurements)]).Review(asOf: last.PlusDays(10));
var needed = review.Needs.Where(need => need.State == OkrNeedState.Needed).ToArray();

Console.WriteLine(
    $"{rows:#,0} rows to {byMonth.Kpis * 36:#,0} in {read.TotalSeconds:0.0} s, to the answer in {asking.Elapsed.TotalSeconds:0.0} s; "
    + $"this process took {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:#,0} MB at most");
Console.WriteLine($"{needed.Length} of {Stores} stores need an OKR. The first five:");
foreach (var need in needed.Take(5))
{
    Console.WriteLine($"  {need.Kpi.Name}: {need.Reasons[0].Explain().Sentence(CultureInfo.InvariantCulture)}");
}

return 0;

// In the order of time, as rows are recorded. What looks random is arithmetic, so that every machine and version makes the same.
async Task MakeAsync()
{
    using var command = connection.CreateCommand();
    command.CommandText = $"""
        COPY (
            SELECT 'store-' || store AS kpi,
                   to_timestamp(1680282000 + i * 94694400.0 / {rows}) AS at,
                   ((50 + mixed % 10001 / 100.0) * (1 + (store % 9 - 4) * 0.01 * (3.0 * i / {rows})))::DECIMAL(18, 2) AS value
            FROM (
                SELECT i, ((i * 2654435761) % 4294967296) // 65536 % {Stores} AS store, ((i * 2246822519 + 374761393) % 4294967296) // 1024 AS mixed
                FROM range({rows}) AS made(i)
            )
        ) TO '{Quoted(file)}' (FORMAT parquet, COMPRESSION zstd)
        """;
    await command.ExecuteNonQueryAsync();
}

static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
