namespace OkrKpi.Sql;

/// <summary>What a row measured, as expressions of a statement, for a <see cref="SqlDialect"/> that finds the first and the last one.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SqlRow
{
    internal SqlRow(SqlPeriods periods, string? order, string value, bool isExact)
    {
        Periods = periods;
        Order = order;
        Value = value;
        IsExact = isExact;
    }

    /// <summary>The periods; <see cref="SqlPeriods.Number"/> is the time of the row.</summary>
    public SqlPeriods Periods { get; }

    /// <summary>
    /// A number that says which of two rows of the same time is the later one; <see langword="null"/> when nobody said, and then the larger value counts as the
    /// later.
    /// </summary>
    public string? Order { get; }

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <summary>Whether the value is exact; otherwise it is a double.</summary>
    public bool IsExact { get; }
}
