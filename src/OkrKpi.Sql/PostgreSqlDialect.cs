using System.Globalization;
using System.Text.RegularExpressions;

namespace OkrKpi.Sql;

/// <summary>PostgreSQL. Every expression is one that <c>postgres_fdw</c> sends to the servers that hold the rows.</summary>
/// <remarks>
/// Not <c>date_trunc</c>, <c>extract</c> of a timestamp with zone or <c>array_agg(... ORDER BY ...)</c>: those depend on the session, or are not shipped, and then all rows travel.
/// </remarks>
internal sealed partial class PostgreSqlDialect : SqlDialect
{
    private const string Shipped = "GROUP BY";

    public override string Name => "PostgreSQL";

    public override string Number(string column, SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone or SqlTime.TimestampInUtc => $"(extract(epoch from ({column} - {Literal(0, time)})) * 1000000)",
        SqlTime.Date => $"({column} - {Literal(0, time)})",
        SqlTime.UnixTicks or SqlTime.UnixMicroseconds or SqlTime.UnixMilliseconds or SqlTime.UnixSeconds => column,
        _ => throw new ArgumentOutOfRangeException(nameof(time), time, $"{time} is no {nameof(SqlTime)}."),
    };

    // One array literal, which every server of a cluster gets with the statement. Of equal boundaries the last one counts.
    public override string PeriodOf(SqlPeriods periods) =>
        $"width_bucket({periods.Column}, '{{{string.Join(',', periods.Boundaries.Take(periods.Count).Select(boundary => Element(boundary, periods.Time)))}}}'::{TypeOf(periods.Time)}[]) - 1";

    // Arrays are compared from left to right, so the least one is that of the earliest row, and it brings the value along.
    public override SqlEnds Ends(SqlRow row)
    {
        // Counted from the first period on, microseconds of 285 years fit a double without loss.
        var start = row.Periods.Boundaries[0].ToString(CultureInfo.InvariantCulture);
        var time = $"{row.Periods.Number} - {start}";
        string[] parts = row.Order is null ? [time, row.Value] : [time, row.Order, row.Value];
        var array = $"array[{string.Join(", ", row.IsExact ? parts : parts.Select(part => part == row.Value ? part : Double(part)))}]";
        var value = parts.Length.ToString(CultureInfo.InvariantCulture);
        return SqlEnds.Of(
            $"min({array}) AS end_first, max({array}) AS end_last",
            $"g.end_first[{value}]",
            $"CAST(g.end_first[1] AS bigint) + {start}",
            $"g.end_last[{value}]",
            $"CAST(g.end_last[1] AS bigint) + {start}");
    }

    public override string Explain(string statement) => $"EXPLAIN (VERBOSE, SETTINGS) {statement}";

    public override IReadOnlyList<RollupAdvice> Advise(IReadOnlyList<string> plan, RollupQuery query)
    {
        var travelling = new List<string>();
        var table = "";
        foreach (var line in plan)
        {
            if (ForeignScan().Match(line) is { Success: true } scan)
            {
                table = scan.Groups["table"].Value;
            }

            if (line.Contains("Remote SQL:", StringComparison.Ordinal) && !line.Contains(Shipped, StringComparison.Ordinal))
            {
                travelling.Add(table);
            }
        }

        if (travelling.Count == 0)
        {
            return [];
        }

        if (!plan.Any(line => line.Contains("enable_partitionwise_aggregate = 'on'", StringComparison.Ordinal)))
        {
            return [RollupAdvice.PartitionwiseIsOff(travelling)];
        }

        // The statistics of the partitioned table decide how many groups are expected, and those of each partition its own.
        string[] tables = [query.TableName, .. travelling.Where(each => each.Length > 0)];
        var remedy = tables.SelectMany(each => new[] { $"ALTER TABLE {each} ALTER COLUMN {Quote(query.At)} SET (n_distinct = 200)", $"ANALYZE {each}" });
        return [RollupAdvice.TooManyGroupsExpected(travelling, remedy)];
    }

    private string Element(long boundary, SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => $"\"{SqlTimes.Iso(boundary, time)}+00\"",
        SqlTime.TimestampInUtc or SqlTime.Date => $"\"{SqlTimes.Iso(boundary, time)}\"",
        _ => Literal(boundary, time),
    };

    private static string TypeOf(SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => "timestamptz",
        SqlTime.TimestampInUtc => "timestamp",
        SqlTime.Date => "date",
        _ => "bigint",
    };

    [GeneratedRegex("""Foreign Scan on (?<table>("[^"]*"|[^\s."]+)(\.("[^"]*"|[^\s."]+))?)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignScan();
}
