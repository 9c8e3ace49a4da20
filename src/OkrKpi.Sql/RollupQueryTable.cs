using Ardalis.GuardClauses;

namespace OkrKpi.Sql;

/// <summary>A query that knows its periods and its table; the next word is the engine.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class RollupQueryTable
{
    internal RollupQueryTable(PeriodAxis axis, string? schema, string table, string kpi, string at, string value, SqlTime time)
    {
        Axis = axis;
        Schema = schema;
        Table = table;
        Kpi = kpi;
        At = at;
        Value = value;
        Time = time;
    }

    internal PeriodAxis Axis { get; }

    internal string? Schema { get; }

    internal string Table { get; }

    internal string Kpi { get; }

    internal string At { get; }

    internal string Value { get; }

    internal SqlTime Time { get; }

    /// <summary>Says which engine holds the rows.</summary>
    /// <param name="dialect">How the engine writes SQL: <see cref="SqlDialect.PostgreSql"/>, <see cref="SqlDialect.DuckDb"/> or one's own.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is <see langword="null"/>.</exception>
    public RollupQuery For(SqlDialect dialect) => new(this, Guard.Against.Null(dialect));
}
