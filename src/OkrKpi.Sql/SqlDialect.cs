using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Sql;

/// <summary>How one engine writes what a <see cref="RollupQuery"/> asks for.</summary>
/// <remarks>
/// <para>
/// Immutable and safe to share. PostgreSQL and DuckDB come with the package. Another engine is one small class that derives from this one and answers four
/// things:
/// </para>
/// <list type="bullet">
/// <item><see cref="Number"/>: the time of a row as a whole number.</item>
/// <item><see cref="PeriodOf"/>: the position of the period of a row, from 0; by comparing with the boundaries, never by the engine's own calendar.</item>
/// <item><see cref="Ends"/>: the first and the last value of a group and their times.</item>
/// <item><see cref="Name"/>: what it is called.</item>
/// </list>
/// <para>
/// The rest is standard SQL and can be left: double quotes around names, <c>$1</c> for parameters, typed literals, <c>sum</c>, <c>min</c>, <c>max</c>,
/// <c>count</c>, <c>var_pop</c>.
/// Rows before the first and after the last boundary have been left out when a period is asked for.
/// </para>
/// <example>ClickHouse, for times that are kept as numbers:
/// <code>
/// public sealed class ClickHouse : SqlDialect
/// {
///     public override string Name => "ClickHouse";
///     public override string Number(string column, SqlTime time) => column;
///     public override string PeriodOf(SqlPeriods periods) =>
///         $"toInt32(arrayCount(b -> b &lt;= {periods.Number}, [{string.Join(", ", periods.Boundaries.SkipLast(1))}])) - 1";
///     public override SqlEnds Ends(SqlRow row) => SqlEnds.Of(
/// $"argMin({row.Value}, {row.Periods.Number}) AS end_a, min({row.Periods.Number}) AS end_b, argMax({row.Value}, {row.Periods.Number}) AS end_c,
/// max({row.Periods.Number}) AS end_d",
///         "g.end_a", "g.end_b", "g.end_c", "g.end_d");
/// }
/// </code>
/// </example>
/// </remarks>
public abstract class SqlDialect
{
    /// <summary>DuckDB, over its own tables and over files such as Parquet, whose path is then the name of the table.</summary>
    public static SqlDialect DuckDb { get; } = new DuckDbDialect();

    /// <summary>PostgreSQL from version 14 on, also over partitions that lie on other servers.</summary>
    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>The name of the engine.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The time of a row as a whole number: microseconds since 1970-01-01T00:00:00Z of a timestamp, days since 1970-01-01 of a date, the number itself of a
    /// number.
    /// </summary>
    /// <param name="column">The column, quoted.</param>
    /// <param name="time">How it keeps the time.</param>
    /// <returns>The expression.</returns>
    public abstract string Number(string column, SqlTime time);

    /// <summary>The position of the period of a row, from 0.</summary>
    /// <param name="periods">The periods.</param>
    /// <returns>The expression.</returns>
    public abstract string PeriodOf(SqlPeriods periods);

    /// <summary>
    /// What the rows are joined with so that <see cref="PeriodOf"/> can answer: a list of the periods. Nothing unless a dialect says otherwise.
    /// </summary>
    /// <param name="periods">The periods.</param>
    /// <returns>The text between the table and <c>WHERE</c>, such as <c>JOIN (...) AS periods ON ...</c>; empty for none.</returns>
    public virtual string PeriodJoin(SqlPeriods periods) => "";

    /// <summary>The first and the last value of a group and their times.</summary>
    /// <param name="row">What a row measured.</param>
    /// <returns>The expressions.</returns>
    public abstract SqlEnds Ends(SqlRow row);

    /// <summary>A name, so that whatever is in it stays a name: in double quotes, those in it doubled.</summary>
    /// <param name="name">The name of a schema, table or column.</param>
    /// <returns>The quoted name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    public virtual string Quote(string name) => $"\"{Guard.Against.Null(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The place of a parameter in the text; parameters are given to the command in this order, without names.</summary>
    /// <param name="number">The number of the parameter, from 1.</param>
    /// <returns>The text, such as <c>$1</c>.</returns>
    public virtual string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    /// <summary>A time as a literal that the engine compares with a column.</summary>
    /// <param name="number">The time as a number, see <see cref="Number"/>.</param>
    /// <param name="time">How the column keeps the time.</param>
    /// <returns>The literal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is undefined.</exception>
    public virtual string Literal(long number, SqlTime time) => SqlNames.Defined(time) switch
    {
        SqlTime.TimestampWithZone => $"TIMESTAMP WITH TIME ZONE '{SqlTimes.Iso(number, time)}+00'",
        SqlTime.TimestampInUtc => $"TIMESTAMP '{SqlTimes.Iso(number, time)}'",
        SqlTime.Date => $"DATE '{SqlTimes.Iso(number, time)}'",
        SqlTime.UnixTicks or SqlTime.UnixMicroseconds or SqlTime.UnixMilliseconds or SqlTime.UnixSeconds => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>An expression as text of any length.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The cast.</returns>
    public virtual string ToText(string expression) => $"CAST({expression} AS VARCHAR)";

    /// <summary>An expression as a double.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The cast.</returns>
    public virtual string ToDouble(string expression) => $"CAST({expression} AS DOUBLE PRECISION)";

    /// <summary>The sum of doubles, as exact as the engine can.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The aggregate.</returns>
    public virtual string SumOfDoubles(string expression) => $"sum({expression})";

    /// <summary>The variance of doubles as of a whole population, worked out so that large values with small differences keep their digits.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The aggregate.</returns>
    public virtual string Variance(string expression) => $"var_pop({expression})";

    /// <summary>The statement that tells how another one will be run.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>The text.</returns>
    public virtual string Explain(string statement) => $"EXPLAIN {statement}";

    /// <summary>What would make the statement faster, read from how the engine will run it. Nothing unless a dialect says otherwise.</summary>
    /// <param name="plan">The lines of what <see cref="Explain"/> gave.</param>
    /// <param name="query">The query.</param>
    /// <returns>The advice; nothing when all is well.</returns>
    public virtual IReadOnlyList<RollupAdvice> Advise(IReadOnlyList<string> plan, RollupQuery query) => [];

    /// <summary>The name of the engine.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
