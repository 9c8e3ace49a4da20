using System.Text.RegularExpressions;

namespace OkrKpi.Sql;

/// <summary>PostgreSQL. Every expression is one that <c>postgres_fdw</c> sends to the servers that hold the rows.</summary>
/// <remarks>
/// Not <c>date_trunc</c>, <c>extract</c> or <c>array_agg(... ORDER BY ...)</c>, which are not (the first two because of the collation of the text they take):
/// then all rows travel.
/// What gives a time as a number without taking text is the function behind ranges of timestamps, in seconds of a double: exact to the microsecond for a
/// hundred years.
/// </remarks>
internal sealed partial class PostgreSqlDialect : SqlDialect
{
    private const string Shipped = "GROUP BY";

    private const long Billion = 1_000_000_000;

    public override string Name => "PostgreSQL";

    public override string Number(string column, SqlTime time) => SqlNames.Defined(time) switch
    {
        SqlTime.TimestampWithZone or SqlTime.TimestampInUtc => Microseconds(column, 0, time),
        SqlTime.Date => $"({column} - {Literal(0, time)})",
        SqlTime.UnixTicks or SqlTime.UnixMicroseconds or SqlTime.UnixMilliseconds or SqlTime.UnixSeconds => column,
    };

    // One array literal, which every server of a cluster gets with the statement. Of equal boundaries the last one counts.
    public override string PeriodOf(SqlPeriods periods)
    {
        var boundaries = string.Join(',', periods.Boundaries.Take(periods.Count).Select(boundary => Element(boundary, periods.Time)));
        return $"width_bucket({periods.Column}, '{{{boundaries}}}'::{TypeOf(periods.Time)}[]) - 1";
    }

    // Arrays are compared from left to right, so the least one is that of the earliest row, and it brings the value along.
    public override SqlEnds Ends(SqlRow row)
    {
        var (start, time) = (row.Periods.Boundaries[0], row.Periods.Time);

        // Counted from the first period on, so that in the numbers of a double nothing is lost: microseconds of a hundred years; ticks in two numbers.
        var number = time is SqlTime.TimestampWithZone or SqlTime.TimestampInUtc
            ? Microseconds(row.Periods.Column, start, time)
            : FormattableString.Invariant($"({row.Periods.Number} - {start})");
        string[] times = row.IsExact || time != SqlTime.UnixTicks ? [number] : [$"{number} / {Billion}", $"{number} % {Billion}"];
        string[] parts = row.Order is { } order ? [.. times, order] : times;
        var array = $"array[{string.Join(", ", [.. row.IsExact ? parts : parts.Select(ToDouble), row.Value])}]";
        return SqlEnds.Of(
            $"min({array}) AS end_first, max({array}) AS end_last", ValueIn("g.end_first"), TimeIn("g.end_first"), ValueIn("g.end_last"), TimeIn("g.end_last"));

        string ValueIn(string ends) => FormattableString.Invariant($"{ends}[{parts.Length + 1}]");

        string TimeIn(string ends) => times.Length == 1
            ? FormattableString.Invariant($"CAST({ends}[1] AS bigint) + {start}")
            : FormattableString.Invariant($"CAST({ends}[1] AS bigint) * {Billion} + CAST({ends}[2] AS bigint) + {start}");
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

    private string Microseconds(string column, long since, SqlTime time) =>
        $"CAST({(time == SqlTime.TimestampWithZone ? "tstzrange_subdiff" : "tsrange_subdiff")}({column}, {Literal(since, time)}) * 1000000 AS bigint)";

    private string Element(long boundary, SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => $"\"{SqlTimes.Iso(boundary, time)}+00\"",
        SqlTime.TimestampInUtc or SqlTime.Date => $"\"{SqlTimes.Iso(boundary, time)}\"",
        SqlTime.UnixTicks or SqlTime.UnixMicroseconds or SqlTime.UnixMilliseconds or SqlTime.UnixSeconds => Literal(boundary, time),
    };

    private static string TypeOf(SqlTime time) => time switch
    {
        SqlTime.TimestampWithZone => "timestamptz",
        SqlTime.TimestampInUtc => "timestamp",
        SqlTime.Date => "date",
        SqlTime.UnixTicks or SqlTime.UnixMicroseconds or SqlTime.UnixMilliseconds or SqlTime.UnixSeconds => "bigint",
    };

    [GeneratedRegex("""Foreign Scan on (?<table>("[^"]*"|[^\s."]+)(\.("[^"]*"|[^\s."]+))?)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignScan();
}
