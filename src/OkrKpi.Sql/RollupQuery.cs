using System.Data.Common;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi.Sql;

/// <summary>A rollup as one statement for the engine that holds the rows: of each KPI, segment and period one row comes back.</summary>
/// <remarks>
/// <para>
/// Immutable; every <c>With...</c> returns a new query; compared by reference. The periods are those of the axis, whatever its calendar: the statement holds
/// their boundaries, and the engine only compares.
/// Names are quoted and values are parameters, so nothing that a user typed becomes SQL.
/// </para>
/// <code>
/// var months = ReportingCalendar.Fiscal(startMonth: 4).In("Asia/Ho_Chi_Minh").Axis(Cadence.Month, first, last);
/// RollupQuery query = RollupQuery.Over(months).From("measurement", kpi: "kpi_id", at: "at", value: "value").For(SqlDialect.PostgreSql);
/// Rollup byMonth = await query.ReadAsync(connection);
/// MeasurementSeries revenue = byMonth.ToMeasurements(kpi);
/// </code>
/// </remarks>
public sealed class RollupQuery
{
    internal RollupQuery(RollupQueryTable rows, SqlDialect dialect)
    {
        Rows = rows;
        Dialect = dialect;
    }

    /// <summary>The periods.</summary>
    public PeriodAxis Axis => Rows.Axis;

    /// <summary>How the engine writes SQL.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The table as the statement names it, quoted.</summary>
    public string TableName => Rows.Schema is { } schema ? $"{Dialect.Quote(schema)}.{Dialect.Quote(Rows.Table)}" : Dialect.Quote(Rows.Table);

    /// <summary>The column that says when, not quoted.</summary>
    public string At => Rows.At;

    /// <summary>The statement that <see cref="ReadAsync"/> sends.</summary>
    public string Text => RollupStatement.Of(this, isExact: false).Text;

    internal RollupQueryTable Rows { get; }

    internal IReadOnlyList<(string Column, SqlComparison Comparison, object Value)> Filters { get; private set; } = [];

    internal IReadOnlyList<KpiId>? Kpis { get; private set; }

    internal string? Weight { get; private set; }

    internal string? Segment { get; private set; }

    internal string Dimension { get; private set; } = "";

    internal string? Order { get; private set; }

    internal RollupDetail Detail { get; private set; } = RollupDetail.Basic;

    internal SqlKnowledge? Knowledge { get; private set; }

    /// <summary>Begins a query.</summary>
    /// <param name="axis">The periods, such as the months of three years; see <see cref="ReportingCalendar.Axis"/>.</param>
    /// <returns>The query; the next word is the table, <see cref="RollupQueryStart.From"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="axis"/> is <see langword="null"/>.</exception>
    public static RollupQueryStart Over(PeriodAxis axis) => new(Guard.Against.Null(axis));

    /// <summary>Asks for some KPIs only, and has all of them in the table, in this order, also those without rows.</summary>
    /// <remarks>Without it the table has the KPIs that were found, in the ordinal order of their ids.</remarks>
    /// <param name="kpis">The KPIs, at least one; their ids are what the column holds, as text.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kpis"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no KPI, one is given twice, or one is null.</exception>
    public RollupQuery WithKpis(params IEnumerable<KpiId> kpis)
    {
        KpiId[] ids = [.. Guard.Against.Null(kpis)];
        return ids.Length > 0 && Array.TrueForAll(ids, id => id is not null) && ids.Distinct().Count() == ids.Length
            ? Changed(query => query.Kpis = ids)
            : throw new ArgumentException("Give at least one KPI, each once and none null; to have all that are found, leave this out.", nameof(kpis));
    }

    /// <summary>Has what is behind each value: the weights of a mean, or the denominators of a ratio; 0 or more.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank or holds a character with the code 0.</exception>
    public RollupQuery WithWeights(string column)
    {
        SqlNames.Check(column);
        return Changed(query => query.Weight = column);
    }

    /// <summary>Keeps the parts of the business apart.</summary>
    /// <param name="column">The column that names the part, such as <c>region</c>; a row without a name belongs to the whole.</param>
    /// <param name="dimension">What the business is divided by, for <see cref="OkrKpi.Segment.Dimension"/>; when left out, the name of the column.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is blank or holds a control character.</exception>
    public RollupQuery WithSegments(string column, string? dimension = null)
    {
        SqlNames.Check(column);
        var name = OkrKpi.Segment.Of(dimension ?? column, "any").Dimension;
        return Changed(query => (query.Segment, query.Dimension) = (column, name));
    }

    /// <summary>Says which of two rows of the same time is the later one; without it the larger value counts as the later.</summary>
    /// <param name="column">A column of numbers that rise, such as an identity.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank or holds a character with the code 0.</exception>
    public RollupQuery WithOrder(string column)
    {
        SqlNames.Check(column);
        return Changed(query => query.Order = column);
    }

    /// <summary>Says what is kept of the rows.</summary>
    /// <param name="detail">The detail; <see cref="RollupDetail.Statistics"/> brings the variance.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is undefined.</exception>
    public RollupQuery With(RollupDetail detail)
    {
        SqlNames.Defined(detail);
        return Changed(query => query.Detail = detail);
    }

    /// <summary>Leaves out rows; every filter must hold.</summary>
    /// <param name="column">The column that is compared.</param>
    /// <param name="comparison">How.</param>
    /// <param name="value">With what: text, a number, a truth value, or a <see cref="LocalDate"/> or <see cref="Instant"/>; goes to the engine as a
    /// parameter.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> or <paramref name="value"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank or holds a character with the code 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="comparison"/> is undefined.</exception>
    public RollupQuery Where(string column, SqlComparison comparison, object value)
    {
        SqlNames.Check(column);
        SqlNames.Defined(comparison);
        Guard.Against.Null(value);
        var parameter = value switch
        {
            LocalDate date => date.ToDateOnly(),
            Instant instant => instant.ToDateTimeUtc(),
            _ => value,
        };
        return Changed(query => query.Filters = [.. query.Filters, (column, comparison, parameter)]);
    }

    /// <summary>Reads only what was known at the close of a date, so that a past report can be repeated: not what was observed or became known later.</summary>
    /// <param name="asOf">The date, in the calendar of the periods; its close counts.</param>
    /// <param name="column">The column that says when a row became known; a row without it was known at once.</param>
    /// <param name="time">How that column keeps the time; a date unless said otherwise.</param>
    /// <param name="restates">
    /// The column, of truth values, that says that a row replaces all that was known before of the same KPI, time and segment; left out when rows never do.
    /// Of rows that became known at once the order decides (<see cref="WithOrder"/>), or, without one, the row that restates.
    /// </param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name is blank or holds a character with the code 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is undefined, or the date lies outside the years 2 to 9997.</exception>
    public RollupQuery WithKnown(LocalDate asOf, string column, SqlTime time = SqlTime.Date, string? restates = null)
    {
        SqlNames.Check(column);
        SqlNames.Defined(time);
        if (restates is not null)
        {
            SqlNames.Check(restates);
        }

        if (asOf.Year is < 2 or > 9_997)
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "Dates lie in the years 2 to 9997.");
        }

        return Changed(query => query.Knowledge = new(asOf, column, time, restates));
    }

    /// <summary>Runs the statement and reads the table, in doubles.</summary>
    /// <param name="connection">A connection to the engine; a closed one is opened, and closed again.</param>
    /// <param name="cancellationToken">Ends the wait, and the statement where the engine can.</param>
    /// <returns>The table; it knows whose row is whose.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">What the engine added up cannot be used, such as values that are no numbers, or rows without a weight; the
    /// message names KPI and period.</exception>
    /// <exception cref="DbException">The engine refused the statement.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public Task<Rollup> ReadAsync(DbConnection connection, CancellationToken cancellationToken = default) =>
        RollupReader.ReadAsync(this, Guard.Against.Null(connection), cancellationToken);

    /// <summary>Runs the statement and reads the table, exact in decimals; the columns of values and weights have to be decimals or whole numbers.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    /// <exception cref="InvalidDataException">What the engine added up cannot be used: columns of doubles, sums of more digits than a decimal holds, rows
    /// without a weight.</exception>
    public Task<ExactRollup> ReadExactAsync(DbConnection connection, CancellationToken cancellationToken = default) =>
        RollupReader.ReadExactAsync(this, Guard.Against.Null(connection), cancellationToken);

    /// <summary>
    /// Asks the engine how it would run the statement, and says what would make it faster: foremost whether rows would travel that should be added up where
    /// they lie.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    /// <returns>The advice; nothing when all is well or the dialect knows none.</returns>
    public Task<IReadOnlyList<RollupAdvice>> AdviseAsync(DbConnection connection, CancellationToken cancellationToken = default) =>
        RollupReader.AdviseAsync(this, Guard.Against.Null(connection), cancellationToken);

    /// <summary>The statement.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    private RollupQuery Changed(Action<RollupQuery> change)
    {
        var copy = (RollupQuery)MemberwiseClone();
        change(copy);
        return copy;
    }
}
