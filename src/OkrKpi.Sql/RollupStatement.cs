using System.Text;

namespace OkrKpi.Sql;

/// <summary>Writes the statement of a query. The columns that come back have this order: KPI, segment if asked for, period, count, sum, least, greatest, first
/// and its time, last and its time,
/// if there are weights weighted sum, weight and how many rows have one, and with statistics the variance.</summary>
internal sealed class RollupStatement
{
    private readonly RollupQuery query;
    private readonly SqlDialect dialect;
    private readonly bool isExact;
    private readonly List<object> parameters = [];

    private RollupStatement(RollupQuery query, bool isExact)
    {
        this.query = query;
        this.isExact = isExact;
        dialect = query.Dialect;
    }

    internal static (string Text, IReadOnlyList<object> Parameters) Of(RollupQuery query, bool isExact)
    {
        var statement = new RollupStatement(query, isExact);
        return (statement.Write(), statement.parameters);
    }

    private string Write()
    {
        var rows = query.Rows;
        var at = Column("r", rows.At);
        var periods = new SqlPeriods(at, rows.Time, dialect.Number(at, rows.Time), SqlTimes.Boundaries(query.Axis, rows.Time));
        var value = Measured(rows.Value);
        var ends = dialect.Ends(new(periods, query.Order is { } order ? Column("r", order) : null, value, isExact));
        string[] keys = query.Segment is { } segment ? [Column("r", rows.Kpi), Column("r", segment)] : [Column("r", rows.Kpi)];
        List<string> inner =
        [
            .. keys.Select((key, index) => $"{key} AS key_{index}"),
            $"{dialect.PeriodOf(periods)} AS period",
            "count(*) AS rows_in_it",
            $"{Sum(value)} AS total",
            $"min({value}) AS least",
            $"max({value}) AS greatest",
            ends.IsByTime ? $"min({at}) AS end_first_at, max({at}) AS end_last_at" : ends.Columns,
        ];
        List<string> outer = [.. keys.Select((_, index) => $"g.key_{index}"), "g.period", "g.rows_in_it", "g.total", "g.least", "g.greatest"];
        outer.AddRange(
            ends.IsByTime
                ? ["ends.end_first", dialect.Number("g.end_first_at", rows.Time), "ends.end_last", dialect.Number("g.end_last_at", rows.Time)]
                : [ends.First, ends.FirstAt, ends.Last, ends.LastAt]);
        if (query.Weight is { } weightColumn)
        {
            var weight = Measured(weightColumn);
            inner.AddRange([$"{Sum($"{value} * {weight}")} AS weighted", $"{Sum(weight)} AS weight", $"count({weight}) AS weighed"]);
            outer.AddRange(["g.weighted", "g.weight", "g.weighed"]);
        }

        if (query.Detail == RollupDetail.Statistics)
        {
            inner.Add($"{dialect.Variance(isExact ? dialect.ToDouble(value) : value)} AS spread");
            outer.Add("g.spread");
        }

        var groups = $"SELECT {string.Join(",\n    ", inner)}\n  {From(keys, periods, dialect.PeriodJoin(periods))}\n  GROUP BY {Positions(keys.Length + 1)}";
        var answer = $"SELECT {string.Join(", ", outer)}";
        return ends.IsByTime ? WithEndsByTime(groups, answer, ends, keys, periods) : $"{answer}\nFROM (\n  {groups}\n) AS g";
    }

    // The groups know when their ends are; a second look at the table, at the few rows of those times, brings the values. A group whose ends are gone by then,
    // because what is read changes meanwhile, stays with ends that cannot be used, and is not lost.
    private string WithEndsByTime(string groups, string answer, SqlEnds ends, string[] keys, SqlPeriods periods)
    {
        var (groupsName, endsName, at) = (Apart("groups"), Apart("ends"), periods.Column);
        string[] group = [.. keys.Select((_, index) => $"key_{index}"), "period"];
        var ofGroup = string.Join(", ", group.Select(key => $"g.{key}"));
        var times = $"SELECT {ofGroup}, g.end_first_at, g.end_last_at, g.end_first_at AS end_at FROM {groupsName} AS g "
            + $"UNION ALL SELECT {ofGroup}, g.end_first_at, g.end_last_at, g.end_last_at FROM {groupsName} AS g WHERE g.end_last_at > g.end_first_at";
        var atEnds = From(keys, periods, $"JOIN ({times}) AS e ON {Same(keys.Select((key, index) => (key, $"e.key_{index}")))} AND {at} = e.end_at");
        return $"""
            WITH {groupsName} AS MATERIALIZED (
              {groups}
            ), {endsName} AS MATERIALIZED (
              SELECT {string.Join(", ", group.Select(key => $"e.{key}"))},
                {ends.First} FILTER (WHERE {at} = e.end_first_at) AS end_first,
                {ends.Last} FILTER (WHERE {at} = e.end_last_at) AS end_last
              {atEnds}
              GROUP BY {Positions(group.Length)}
            )
            {answer}
            FROM {groupsName} AS g
            LEFT JOIN {endsName} AS ends ON {Same(group.Select(key => ($"ends.{key}", $"g.{key}")))}
            """;
    }

    // The rows that count, once for each look at the table.
    private string From(string[] keys, SqlPeriods periods, string join)
    {
        var text = new StringBuilder($"FROM {query.TableName} AS r");
        if (join.Length > 0)
        {
            text.Append("\n  ").Append(join);
        }

        text.Append("\n  WHERE ").AppendJoin("\n    AND ", Conditions("r", periods));
        if (query.Knowledge is { Restates: { } restates } knowledge)
        {
            text.Append("\n    AND NOT EXISTS (SELECT 1 FROM ").Append(query.TableName).Append(" AS later WHERE ")
                .AppendJoin(
                    " AND ",
                    [
                        .. Restating(keys, restates, knowledge),
                        .. Conditions("later", new(Column("later", query.Rows.At), query.Rows.Time, "", [.. periods.Boundaries])),
                    ]).Append(')');
        }

        return text.ToString();
    }

    private static string Positions(int count) => string.Join(", ", Enumerable.Range(1, count));

    // A name that does not hide the table.
    private string Apart(string name) => query.TableName.Contains(name, StringComparison.OrdinalIgnoreCase) ? Apart(name + "_") : name;

    // A segment may be NULL.
    private static string Same(IEnumerable<(string One, string Other)> keys) =>
        string.Join(" AND ", keys.Select(pair => $"{pair.One} IS NOT DISTINCT FROM {pair.Other}"));

    // Which rows count. Texts of filters are written anew each time, because an engine may count its parameters instead of naming them.
    private List<string> Conditions(string table, SqlPeriods periods)
    {
        var rows = query.Rows;
        var end = periods.Boundaries[^1];
        if (query.Knowledge is { } known)
        {
            end = Math.Min(end, SqlTimes.After(known.AsOf, query.Axis.Calendar, rows.Time));
        }

        List<string> conditions =
        [
            $"{periods.Column} >= {dialect.Literal(periods.Boundaries[0], rows.Time)}",
            $"{periods.Column} < {dialect.Literal(end, rows.Time)}",
            $"{Column(table, rows.Kpi)} IS NOT NULL",
            $"{Column(table, rows.Value)} IS NOT NULL",
        ];
        if (query.Knowledge is { } knowledge)
        {
            var column = Column(table, knowledge.Column);
            conditions.Add(
                $"({column} IS NULL OR {column} < {dialect.Literal(SqlTimes.After(knowledge.AsOf, query.Axis.Calendar, knowledge.Time), knowledge.Time)})");
        }

        if (query.Kpis is { } kpis)
        {
            conditions.Add($"{dialect.ToText(Column(table, rows.Kpi))} IN ({string.Join(", ", kpis.Select(kpi => Parameter(kpi.Value)))})");
        }

        conditions.AddRange(query.Filters.Select(filter => $"{Column(table, filter.Column)} {SignOf(filter.Comparison)} {Parameter(filter.Value)}"));
        return conditions;
    }

    // A row stands unless a later one of the same KPI, segment and time restates it. What was known at once came before all that became known.
    private IEnumerable<string> Restating(string[] keys, string restates, SqlKnowledge knowledge)
    {
        var (own, later) = (Column("r", knowledge.Column), Column("later", knowledge.Column));
        yield return Column("later", restates);
        yield return $"{Column("later", query.Rows.Kpi)} = {keys[0]}";
        yield return $"{Column("later", query.Rows.At)} = {Column("r", query.Rows.At)}";
        if (query.Segment is { } segment)
        {
            yield return $"{Column("later", segment)} IS NOT DISTINCT FROM {keys[1]}";
        }

        var atOnce = query.Order is { } order
            ? $"{Column("later", order)} > {Column("r", order)}"
            : $"NOT coalesce({Column("r", restates)}, false)";
        yield return $"(({later} IS NOT NULL AND {own} IS NULL) OR {later} > {own} OR ({later} IS NOT DISTINCT FROM {own} AND {atOnce}))";
    }

    private string Parameter(object value)
    {
        parameters.Add(value);
        return dialect.Parameter(parameters.Count);
    }

    private string Column(string table, string name) => $"{table}.{dialect.Quote(name)}";

    private string Measured(string column) => isExact ? Column("r", column) : dialect.ToDouble(Column("r", column));

    private string Sum(string expression) => isExact ? $"sum({expression})" : dialect.SumOfDoubles(expression);

    private static string SignOf(SqlComparison comparison) => comparison switch
    {
        SqlComparison.Equal => "=",
        SqlComparison.NotEqual => "<>",
        SqlComparison.Less => "<",
        SqlComparison.LessOrEqual => "<=",
        SqlComparison.Greater => ">",
        SqlComparison.GreaterOrEqual => ">=",
    };
}
