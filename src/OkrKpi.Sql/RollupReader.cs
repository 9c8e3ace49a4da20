using System.Data;
using System.Data.Common;
using System.Globalization;

namespace OkrKpi.Sql;

/// <summary>Sends statements and makes tables of what comes back.</summary>
internal static class RollupReader
{
    internal static async Task<Rollup> ReadAsync(RollupQuery query, DbConnection connection, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(query, connection, isExact: false, Part, cancellationToken).ConfigureAwait(false);
        var (kpis, segments) = (KpisOf(query, found), SegmentsOf(query, found));
        var table = Made(() => Rollup.FromCells(query.Axis, Math.Max(1, kpis.Count), Cells(found, kpis, segments), segments.Length));
        return kpis.Count == 0 ? table : table.Named(kpis, segments);
    }

    internal static async Task<ExactRollup> ReadExactAsync(RollupQuery query, DbConnection connection, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(query, connection, isExact: true, ExactPart, cancellationToken).ConfigureAwait(false);
        var (kpis, segments) = (KpisOf(query, found), SegmentsOf(query, found));
        var table = Made(() => ExactRollup.FromCells(query.Axis, Math.Max(1, kpis.Count), Cells(found, kpis, segments), segments.Length));
        return kpis.Count == 0 ? table : table.Named(kpis, segments);
    }

    internal static async Task<IReadOnlyList<RollupAdvice>> AdviseAsync(RollupQuery query, DbConnection connection, CancellationToken cancellationToken)
    {
        var (text, parameters) = RollupStatement.Of(query, isExact: false);
        var plan = new List<string>();
        await RunAsync(connection, query.Dialect.Explain(text), parameters, ReadLines, cancellationToken).ConfigureAwait(false);
        return query.Dialect.Advise(plan, query);

        void ReadLines(DbDataReader reader)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                plan.AddRange(Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Split('\n') ?? []);
            }
        }
    }

    private static async Task<List<Found<T>>> ReadAsync<T>(
        RollupQuery query, DbConnection connection, bool isExact, Func<RollupRecord, RollupQuery, T> part, CancellationToken cancellationToken)
    {
        var (text, parameters) = RollupStatement.Of(query, isExact);
        var found = new List<Found<T>>();
        await RunAsync(connection, text, parameters, ReadRow, cancellationToken).ConfigureAwait(false);
        return found;

        void ReadRow(DbDataReader reader)
        {
            var row = new RollupRecord(reader);
            var kpi = row.Text() ?? "";
            var segment = query.Segment is null ? null : row.Text();
            var period = (int)row.Whole();
            try
            {
                found.Add(new(KpiId.Of(kpi), segment is null ? null : Segment.Of(query.Dimension, segment), period, part(row, query)));
            }
            catch (Exception refusal) when (refusal is ArgumentException or OverflowException or InvalidCastException)
            {
                var where = period >= 0 && period < query.Axis.Count ? query.Axis[period].ToString() : FormattableString.Invariant($"period {period}");
                throw new InvalidDataException($"What {query.Dialect} added up for the KPI '{kpi}' in {where} cannot be used. {refusal.Message}", refusal);
            }
        }
    }

    private static async Task RunAsync(
        DbConnection connection, string text, IReadOnlyList<object> parameters, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        var wasClosed = connection.State == ConnectionState.Closed;
        if (wasClosed)
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
#pragma warning disable CA2100 // Names are quoted by the dialect and values are parameters: RollupStatement writes nothing else.
                command.CommandText = text;
#pragma warning restore CA2100
                foreach (var value in parameters)
                {
                    var parameter = command.CreateParameter();
                    parameter.Value = value;
                    command.Parameters.Add(parameter);
                }

                var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        read(reader);
                    }
                }
            }
        }
        finally
        {
            if (wasClosed)
            {
                await connection.CloseAsync().ConfigureAwait(false);
            }
        }
    }

    private static BulkAggregate Part(RollupRecord row, RollupQuery query)
    {
        var (calendar, time) = (query.Axis.Calendar, query.Rows.Time);
        var count = row.Whole();
        var (sum, min, max) = (row.Double(), row.Double(), row.Double());
        var (first, firstAt) = (row.Double(), SqlTimes.InstantOf(row.Whole(), calendar, time));
        var (last, lastAt) = (row.Double(), SqlTimes.InstantOf(row.Whole(), calendar, time));
        double? weighted = null;
        double? weight = null;
        if (query.Weight is not null)
        {
            (weighted, weight) = (row.Double(), row.Double());
            CheckWeighed(row.Whole(), count, query);
        }

        double? squares = query.Detail == RollupDetail.Statistics ? Math.Max(0d, row.Double()) * count : null;
        return BulkAggregate.FromParts(count, sum, min, max, first, firstAt, last, lastAt, weighted, weight, squares);
    }

    private static PeriodAggregate ExactPart(RollupRecord row, RollupQuery query)
    {
        var (calendar, time) = (query.Axis.Calendar, query.Rows.Time);
        var count = row.Whole();
        var (sum, min, max) = (row.Exact(), row.Exact(), row.Exact());
        var (first, firstAt) = (row.Exact(), SqlTimes.InstantOf(row.Whole(), calendar, time));
        var (last, lastAt) = (row.Exact(), SqlTimes.InstantOf(row.Whole(), calendar, time));
        var (weighted, weight) = (0m, 0m);
        if (query.Weight is not null)
        {
            (weighted, weight) = (row.Exact(), row.Exact());
            CheckWeighed(row.Whole(), count, query);
        }

        // As in a rollup of columns a weight is the denominator as well: the KPI's aggregation says which it is.
        double? squares = query.Detail == RollupDetail.Statistics ? Math.Max(0d, row.Double()) * count : null;
        return PeriodAggregate.FromParts(count, sum, min, max, first, firstAt, last, lastAt, weighted, weight, weight, squares);
    }

    private static T Made<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            throw new InvalidDataException($"What the engine added up does not fit the periods. {refusal.Message}", refusal);
        }
    }

    private static void CheckWeighed(long weighed, long count, RollupQuery query)
    {
        if (weighed != count)
        {
            throw new ArgumentException(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
                $"{count - weighed} of {count} rows have nothing in {query.Weight}; give each a weight, or leave such rows out with "
                + $"{nameof(RollupQuery.Where)}."));
        }
    }

    private static IReadOnlyList<KpiId> KpisOf<T>(RollupQuery query, List<Found<T>> found) =>
        query.Kpis ?? [.. found.Select(each => each.Kpi).Distinct().Order()];

    // Rows of the whole come first; a table has at least one segment.
    private static Segment?[] SegmentsOf<T>(RollupQuery query, List<Found<T>> found)
    {
        Segment?[] segments = query.Segment is null
            ? []
            : [.. found.Select(each => each.Segment).Distinct().OrderBy(each => each?.Name, StringComparer.Ordinal)];
        return segments.Length == 0 ? [null] : segments;
    }

    private static IEnumerable<(int Kpi, int Segment, int Period, T Aggregate)> Cells<T>(
        List<Found<T>> found, IReadOnlyList<KpiId> kpis, IReadOnlyList<Segment?> segments)
    {
        var positions = kpis.Index().ToDictionary(each => each.Item, each => each.Index);
        var parts = segments.Index().ToDictionary(each => ValueTuple.Create(each.Item), each => each.Index);
        return found.Select(each => (positions[each.Kpi], parts[ValueTuple.Create(each.Segment)], each.Period, each.Part));
    }

    private sealed record Found<T>(KpiId Kpi, Segment? Segment, int Period, T Part);
}
