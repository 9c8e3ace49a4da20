using Ardalis.GuardClauses;

namespace OkrKpi.Sql;

/// <summary>How a statement finds the first and the last value of a period and their times.</summary>
/// <remarks>
/// Immutable. The inner statement groups, the outer one, in which the groups are called <c>g</c>, takes apart what came of it: so a group may keep value and
/// time in one (<see cref="Of"/>). Or the values are looked up when the times are known (<see cref="ByTime"/>).
/// </remarks>
public sealed class SqlEnds
{
    private SqlEnds(string columns, string first, string firstAt, string last, string lastAt)
    {
        Columns = columns;
        First = first;
        FirstAt = firstAt;
        Last = last;
        LastAt = lastAt;
    }

    /// <summary>Columns of the inner statement, with names that start with <c>end</c>; empty with <see cref="ByTime"/>.</summary>
    public string Columns { get; }

    /// <summary>The first value, from the columns of <c>g</c>; with <see cref="ByTime"/> an aggregate over rows of the same time.</summary>
    public string First { get; }

    /// <summary>The time of the first value as a number like <see cref="SqlPeriods.Number"/>; empty with <see cref="ByTime"/>.</summary>
    public string FirstAt { get; }

    /// <summary>The last value, like <see cref="First"/>.</summary>
    public string Last { get; }

    /// <summary>The time of the last value as a number; empty with <see cref="ByTime"/>.</summary>
    public string LastAt { get; }

    /// <summary>The expressions of a dialect.</summary>
    /// <param name="columns">Columns of the inner statement, such as <c>min(x) AS end_first</c>.</param>
    /// <param name="first">The first value, such as <c>g.end_first</c>.</param>
    /// <param name="firstAt">Its time as a number.</param>
    /// <param name="last">The last value.</param>
    /// <param name="lastAt">Its time as a number.</param>
    /// <returns>The expressions.</returns>
    /// <exception cref="ArgumentException">One of them is blank.</exception>
    public static SqlEnds Of(string columns, string first, string firstAt, string last, string lastAt) => new(
        Guard.Against.NullOrWhiteSpace(columns),
        Guard.Against.NullOrWhiteSpace(first),
        Guard.Against.NullOrWhiteSpace(firstAt),
        Guard.Against.NullOrWhiteSpace(last),
        Guard.Against.NullOrWhiteSpace(lastAt));

    /// <summary>
    /// The first and the last time are found while rows are grouped, and the values by a second look at the table that takes only the rows of those times. For
    /// an engine whose groups are slow at keeping a value by a time and something more, and that knows <c>WITH ... AS MATERIALIZED</c> and <c>FILTER</c>.
    /// </summary>
    /// <param name="first">
    /// The first value of rows of the same time: by <see cref="SqlRow.Order"/> where there is one, such as <c>arg_min(x, o)</c>, else the least,
    /// <c>min(x)</c>.
    /// </param>
    /// <param name="last">The last value of rows of the same time: by the order, such as <c>arg_max(x, o)</c>, else the largest, <c>max(x)</c>.</param>
    /// <returns>The expressions.</returns>
    /// <exception cref="ArgumentException">One of them is blank.</exception>
    public static SqlEnds ByTime(string first, string last) =>
        new("", Guard.Against.NullOrWhiteSpace(first), "", Guard.Against.NullOrWhiteSpace(last), "");

    internal bool IsByTime => Columns.Length == 0;
}
