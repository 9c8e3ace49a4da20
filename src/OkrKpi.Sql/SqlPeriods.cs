namespace OkrKpi.Sql;

/// <summary>The periods a statement sorts rows into, for a <see cref="SqlDialect"/> that writes it.</summary>
/// <remarks>
/// Immutable. The boundaries come from the library's own calendars: fiscal years, 4-4-5 weeks and summer time are in them, and an engine has only numbers to
/// compare.
/// </remarks>
public sealed class SqlPeriods
{
    internal SqlPeriods(string column, SqlTime time, string number, long[] boundaries)
    {
        Column = column;
        Time = time;
        Number = number;
        Boundaries = boundaries;
    }

    /// <summary>The column with the time of a row, quoted and ready to be put into a statement.</summary>
    public string Column { get; }

    /// <summary>How the column keeps the time.</summary>
    public SqlTime Time { get; }

    /// <summary>
    /// The time of a row as a whole number, as <see cref="SqlDialect.Number"/> writes it: microseconds since 1970-01-01T00:00:00Z of a timestamp, days since
    /// 1970-01-01 of a date, the number itself of a number.
    /// </summary>
    public string Number { get; }

    /// <summary>
    /// The first number of each period and, last, the first number after them all; none below the one ahead of it. Equal neighbours enclose a date the zone
    /// left out.
    /// </summary>
    public IReadOnlyList<long> Boundaries { get; }

    /// <summary>How many periods there are.</summary>
    public int Count => Boundaries.Count - 1;
}
