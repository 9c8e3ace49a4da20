namespace OkrKpi.Sql;

/// <summary>A query that knows its periods; the next word is the table.</summary>
/// <remarks>Immutable; compared by reference. Get one from <see cref="RollupQuery.Over"/>.</remarks>
public sealed class RollupQueryStart
{
    private readonly PeriodAxis axis;

    internal RollupQueryStart(PeriodAxis axis) => this.axis = axis;

    /// <summary>Says where the rows lie.</summary>
    /// <param name="table">The table or view; for DuckDB also the path of a file, such as <c>rows.parquet</c>. One name, which is quoted as it is.</param>
    /// <param name="kpi">The column that says which KPI a row measures: its id, as text or as a number.</param>
    /// <param name="at">The column that says when.</param>
    /// <param name="value">The column with the value; rows without one are left out.</param>
    /// <param name="time">How the time is kept.</param>
    /// <param name="schema">The schema of the table; when left out, the engine looks for it as it always does.</param>
    /// <returns>The query; the next word is the engine, <see cref="RollupQueryTable.For"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/>, <paramref name="kpi"/>, <paramref name="at"/> or <paramref name="value"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is blank or holds a character with the code 0; or the periods are hours, which a date does not
    /// tell.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is undefined.</exception>
    public RollupQueryTable From(string table, string kpi, string at, string value, SqlTime time = SqlTime.TimestampWithZone, string? schema = null)
    {
        SqlNames.Check(table);
        SqlNames.Check(kpi);
        SqlNames.Check(at);
        SqlNames.Check(value);
        if (schema is not null)
        {
            SqlNames.Check(schema);
        }

        if (SqlNames.Defined(time) == SqlTime.Date && !AreToldByDates())
        {
            throw new ArgumentException("A date does not tell the hour; roll up by days, or give a column of instants.", nameof(time));
        }

        return new(axis, schema, table, kpi, at, value, time);
    }

    private bool AreToldByDates()
    {
        try
        {
            axis.IndexOf(axis.First.Start);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
