using System.Globalization;
using NodaTime;

namespace OkrKpi.Sql.Tests;

/// <summary>What must hold in every engine: it adds up what the library itself adds up.</summary>
public abstract class EngineTests(Engine engine) : IAsyncLifetime
{
    // A full run by the continuous integration says how many.
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("OKRKPI_SQL_CASES") ?? "40", CultureInfo.InvariantCulture);

    private static readonly PeriodAxis Months = ReportingCalendar
        .Fiscal(startMonth: 4)
        .In("Asia/Ho_Chi_Minh")
        .Axis(Cadence.Month, new(2025, 4, 1), new(2026, 3, 31));

    protected Engine Engine => engine;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task Decimals_are_equal_to_those_of_an_exact_rollup_in_every_calendar()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var each = SqlCase.Of(seed);
            var query = Query(each, await engine.TableAsync(each.Rows, each.Time));
            var read = await query.ReadExactAsync(engine.Connection);
            var (rows, kpis, regions) = Columns(each, read.KpiIds, read.SegmentNames);
            var expected = ExactRollup.Of(
                kpis, [.. rows.Select(row => row.At)], [.. rows.Select(row => row.Value)], each.Axis,
                each.HasWeights ? [.. rows.Select(row => row.Weight!.Value)] : [], regions, OptionsOf(read.Kpis, read.Segments));
            ForEachCell(each, read.Kpis, read.Segments, (kpi, segment, period) =>
            {
                var (cell, actual) = (expected[kpi, segment, period], read[kpi, segment, period]);
                Assert.True(
                    cell == actual,
                    $"{each}, KPI {kpi}, segment {segment}, {each.Axis[period]}: {cell} from {cell.FirstAt} to {cell.LastAt}, but read {actual} from "
                    + $"{actual.FirstAt} to {actual.LastAt}");
                Assert.Equal(cell.Variance ?? 0d, actual.Variance ?? 0d, 1e-6 + (1e-9 * (cell.Variance ?? 0d)));
            });
        }
    }

    [Fact]
    public async Task Doubles_are_equal_to_those_of_a_rollup_up_to_the_rounding_of_sums()
    {
        for (var seed = 1_001; seed <= 1_000 + Cases; seed++)
        {
            var each = SqlCase.Of(seed);
            var query = Query(each, await engine.TableAsync(each.Rows, each.Time, seed % 2 == 0 ? "double precision" : "numeric(18,4)"));
            var read = await query.ReadAsync(engine.Connection);
            var (rows, kpis, regions) = Columns(each, read.KpiIds, read.SegmentNames);
            var expected = Rollup.Of(
                kpis, [.. rows.Select(row => row.At)], [.. rows.Select(row => (double)row.Value)], each.Axis,
                each.HasWeights ? [.. rows.Select(row => (double)row.Weight!.Value)] : [], regions,
                OptionsOf(read.Kpis, read.Segments).With(RollupDetail.Statistics));
            ForEachCell(each, read.Kpis, read.Segments, (kpi, segment, period) =>
            {
                var (cell, actual) = (expected[kpi, segment, period], read[kpi, segment, period]);
                Assert.True(
                    (cell.Count, cell.Min, cell.Max, cell.First, cell.FirstAt) == (actual.Count, actual.Min, actual.Max, actual.First, actual.FirstAt)
                        && (cell.Last, cell.LastAt) == (actual.Last, actual.LastAt),
                    $"{each}, KPI {kpi}, segment {segment}, {each.Axis[period]}: {cell} from {cell.First} at {cell.FirstAt} to {cell.Last} at "
                    + $"{cell.LastAt}, but read {actual} from {actual.First} at {actual.FirstAt} to {actual.Last} at {actual.LastAt}");
                Near(cell.Sum, actual.Sum, cell.Count * 1_000d);
                Near(cell.WeightedSum, actual.WeightedSum, cell.Count * 1e5);
                Near(cell.Weight, actual.Weight, cell.Count * 100d);
                Assert.Equal(cell.Variance ?? 0d, actual.Variance ?? 0d, 1e-6 + (1e-9 * (cell.Variance ?? 0d)));
            });
        }

        static void Near(double expected, double actual, double size) => Assert.True(Math.Abs(expected - actual) <= 1e-12 * size, $"{expected} and {actual}");
    }

    [Fact]
    public async Task Measurements_known_later_are_left_out_and_restated_ones_replaced_as_in_a_rollup_of_a_KPI()
    {
        var kpi = Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).On(Months.Calendar);
        for (var seed = 1; seed <= Math.Max(10, Cases / 4); seed++)
        {
            var random = new Random(seed);
            var asOf = new LocalDate(2025, 4, 1).PlusDays(random.Next(365));
            var rows = new List<Row>();
            for (var id = 1; id <= 60; id++)
            {
                var day = new LocalDate(2025, 4, 1).PlusDays(random.Next(30) * 12);
                var known = random.Next(3) == 0 ? (LocalDate?)null : day.PlusDays(random.Next(1, 60));
                rows.Add(new(
                    "revenue", random.Next(2) == 0 ? null : "North",
                    Months.Calendar.PeriodOf(day, Cadence.Day).StartInstant.Plus(Duration.FromHours(random.Next(2))), random.Next(1_000), 1m, id, known,
                    known is not null && random.Next(2) == 0));
            }

            var table = await engine.TableAsync(rows);
            var read = await RollupQuery.Over(Months).From(table, "kpi", "at", "value").For(engine.Dialect)
                .WithSegments("region").WithOrder("id").WithKnown(asOf, "known", restates: "restates").ReadExactAsync(engine.Connection);
            var expected = KpiRollup.Of(kpi, MeasurementSeries.Of("revenue", rows.Select(MeasurementOf)), Cadence.Month, asOf);
            foreach (var period in expected.Periods.Where(period => !period.IsGap))
            {
                var (cell, actual) = (period.Aggregate, read[kpi.Id, period.Period]);
                Assert.Equal(
                    (seed, period.Period, cell.Count, cell.Sum, cell.Min, cell.Max), (seed, period.Period, actual.Count, actual.Sum, actual.Min, actual.Max));
            }

            Assert.Equal(expected.Periods.Sum(period => period.Aggregate.Count), Enumerable.Range(0, Months.Count).Sum(period => read[0, period].Count));
        }

        static Measurement MeasurementOf(Row row)
        {
            var measurement = Measurement.AtInstant(row.At, row.Value);
            measurement = row.Region is { } region ? measurement.For(Segment.Of("region", region)) : measurement;
            return row.Known is not { } known ? measurement : row.Restates ? measurement.Restating(known) : measurement.Known(known);
        }
    }

    [Fact]
    public async Task Which_KPIs_need_an_OKR_is_read_from_the_rows_of_the_engine()
    {
        var kpi = Kpi.Define("revenue", "Revenue", Unit.Money("USD"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .On(Months.Calendar)
            .WithTarget(1_000, from: new LocalDate(2025, 4, 1));
        Row[] rows =
        [
            .. Enumerable.Range(0, 365).Select(day => new Row("revenue", null, Months.StartInstant.Plus(Duration.FromDays(day)), day < 270 ? 20m : 2m, 1m, day))
        ];
        var read = await RollupQuery.Over(Months)
            .From(await engine.TableAsync(rows), "kpi", "at", "value")
            .For(engine.Dialect)
            .ReadExactAsync(engine.Connection);
        var review = Portfolio.Of([kpi], [], [read.ToMeasurements(kpi)]).Review(new LocalDate(2026, 4, 10));
        Assert.Equal(OkrNeedState.Needed, Assert.Single(review.Needs).State);
        Assert.Equal((1_820m, 180m), (read.To(Cadence.Quarter)[0, 0].Sum, read.To(Cadence.Quarter)[0, 3].Sum));
    }

    [Fact]
    public async Task Only_some_KPIs_are_asked_for_in_their_order_and_filters_hold()
    {
        Row[] rows = [Row("b", "North", 1m), Row("a", "South", 2m), Row("c", "North", 4m), Row("b", "South", 8m)];
        var query = RollupQuery.Over(Months).From(await engine.TableAsync(rows), "kpi", "at", "value").For(engine.Dialect);
        Assert.Equal(["a", "b", "c"], (await query.ReadAsync(engine.Connection)).KpiIds.Select(kpi => kpi.Value));
        var some = await query.WithKpis(KpiId.Of("z"), KpiId.Of("b")).ReadAsync(engine.Connection);
        Assert.Equal(["z", "b"], some.KpiIds.Select(kpi => kpi.Value));
        Assert.Equal((9d, 0L), (some[1, 0].Sum, some[0, 0].Count));
        Assert.Equal(
            5d, (await query.Where("region", SqlComparison.Equal, "North").Where("value", SqlComparison.Less, 100m).ReadAsync(engine.Connection)).Sum());
        Assert.Equal(14d, (await query.Where("value", SqlComparison.GreaterOrEqual, 2).ReadAsync(engine.Connection)).Sum());
        Assert.Equal(0d, (await query.Where("known", SqlComparison.Greater, new LocalDate(2020, 1, 1)).ReadAsync(engine.Connection)).Sum());
        var byRegion = await query.WithSegments("region").ReadExactAsync(engine.Connection);
        Assert.Equal([Segment.Of("region", "North"), Segment.Of("region", "South")], byRegion.SegmentNames);
        Assert.Equal((1m, 8m, 9m), (byRegion[1, 0, 0].Sum, byRegion[1, 1, 0].Sum, byRegion[1, 0].Sum));
    }

    public static TheoryData<string> Pitfalls => [.. VectorFile.Cases("sql-period-pitfalls.json").Select(vector => vector.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Pitfalls))]
    public async Task Where_semantic_layers_get_periods_wrong_the_calendar_of_the_library_is_right(string id)
    {
        // A row a day over three years, so that no day can be missed: 2023-01-01 to 2025-12-31, of which 2024 has a 29 February.
        var (first, last) = (new LocalDate(2023, 1, 1), new LocalDate(2025, 12, 31));
        var days = ReportingCalendar.Standard.Axis(Cadence.Day, first, last);
        var table = await engine.TableAsync([.. days.Select((day, index) => new Row("a", null, day.StartInstant, 1m, 1m, index))]);
        Task<ExactRollup> ByAsync(Cadence cadence) =>
            RollupQuery.Over(ReportingCalendar.Standard.Axis(cadence, first, last))
                .From(table, "kpi", "at", "value")
                .For(engine.Dialect)
                .ReadExactAsync(engine.Connection);
        switch (id)
        {
            case "mf-1758":
                // March seen from April has its 31st.
                var months = await ByAsync(Cadence.Month);
                Assert.Equal(31L, months[0, months.Axis.IndexOf(new LocalDate(2024, 4, 1)) - 1].Count);
                Assert.All(months.Axis, month => Assert.Equal(Period.DaysBetween(month.Start, month.End) + 1L, months[0, months.Axis.IndexOf(month)].Count));
                break;
            case "mf-725":
                // 2023-08-01 lies in the year that begins on 2023-01-01, and the year before it is found.
                var years = await ByAsync(Cadence.Year);
                Assert.Equal([365L, 366L, 365L], Enumerable.Range(0, 3).Select(year => years[0, year].Count));
                Assert.Equal(first, years.Axis[years.Axis.IndexOf(new LocalDate(2023, 8, 1))].Start);
                Assert.Equal(years[0, 0], years[KpiId.Of("a"), years.Axis[1].Previous]);
                break;
            case "mf-pg-quarter":
                // A quarter earlier is three months earlier.
                var quarters = await ByAsync(Cadence.Quarter);
                Assert.All(quarters.Axis.Skip(1), quarter => Assert.Equal(quarter.Start.PlusMonths(-3), quarter.Previous.Start));
                Assert.Equal((91L, 92L), (quarters[KpiId.Of("a"), quarters.Axis[2].Previous].Count, quarters[0, 2].Count));
                break;
            case "mf-869":
                // A week is its seven days.
                var (byDay, weeks) = (await ByAsync(Cadence.Day), await ByAsync(Cadence.Week));
                Assert.All(Enumerable.Range(1, weeks.Axis.Count - 2), week => Assert.Equal(
                    weeks.Axis[week].Children(Cadence.Day).Select(day => byDay[KpiId.Of("a"), day])
                        .Aggregate(default(PeriodAggregate), (sum, day) => sum.Merge(day)), weeks[0, week]));
                break;
            case "pg-ship":
                // What postgres_fdw ships is tried with real shards in tests/OkrKpi.Sql.EndToEnd; here only that nothing it does not ship is written.
                var text = RollupQuery.Over(days).From(table, "kpi", "at", "value").For(SqlDialect.PostgreSql).Text;
                Assert.All(
                    new[] { "date_trunc", "array_agg", "JOIN", "ORDER BY" }, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
                break;
            default:
                Assert.Fail($"No test for the case {id}.");
                break;
        }
    }

    [Fact]
    public async Task A_table_without_rows_is_empty_and_knows_the_KPIs_that_were_asked_for()
    {
        var query = RollupQuery.Over(Months).From(await engine.TableAsync([]), "kpi", "at", "value").For(engine.Dialect).WithSegments("region");
        Assert.Empty((await query.ReadAsync(engine.Connection)).KpiIds);
        var asked = await query.WithKpis(KpiId.Of("a")).ReadExactAsync(engine.Connection);
        Assert.True(asked[KpiId.Of("a"), Months[3]].IsEmpty);
    }

    [Fact]
    public async Task Nothing_in_a_name_or_a_value_becomes_SQL()
    {
        const string name = "x\"; DROP TABLE victims; --'";
        await engine.RunAsync("CREATE TABLE victims (id bigint)");
        var quoted = engine.Dialect.Quote(name);
        await engine.RunAsync($"CREATE TABLE {quoted} ({quoted} varchar, \"select\" timestamptz, \"a b\" numeric(18,4), \"số\" varchar)");
        await engine.RunAsync(
            $"INSERT INTO {quoted} VALUES ('{name.Replace("'", "''", StringComparison.Ordinal)}', '2025-04-05 00:00:00+00', 3, "
            + $"'{name.Replace("'", "''", StringComparison.Ordinal)}')");
        var read = await RollupQuery.Over(Months).From(name, name, "select", "a b").For(engine.Dialect)
            .WithSegments("số").Where(name, SqlComparison.Equal, name).WithKpis(KpiId.Of(name)).ReadExactAsync(engine.Connection);
        Assert.Equal((3m, name), (read[0, 0].Sum, read.SegmentNames[0]!.Name));
        Assert.Equal(
            0d, (await RollupQuery.Over(Months).From("victims", "id", "id", "id", SqlTime.UnixSeconds).For(engine.Dialect).ReadAsync(engine.Connection)).Sum());
    }

    /// <summary>The names a statement gives to what it works out on the way.</summary>
    [Theory]
    [InlineData("groups")]
    [InlineData("ENDS")]
    [InlineData("e")]
    [InlineData("periods")]
    public async Task A_table_may_have_any_name_the_statement_uses_itself(string name)
    {
        await engine.RunAsync($"""CREATE TABLE "{name}" (key_0 varchar, period varchar, end_at timestamptz, end_first_at bigint)""");
        await engine.RunAsync($"""INSERT INTO "{name}" VALUES ('a', NULL, '2025-04-05 00:00:00+00', 3), ('a', NULL, '2025-04-06 00:00:00+00', 2)""");
        var read = await RollupQuery.Over(Months).From(name, "key_0", "end_at", "end_first_at").For(engine.Dialect).WithSegments("period")
            .ReadExactAsync(engine.Connection);
        Assert.Equal((3m, 2m, 5m), (read[0, 0].First, read[0, 0].Last, read[0, 0].Sum));
    }

    [Theory]
    [InlineData(null, 1, 9)]
    [InlineData("id", 5, 1)]
    public async Task Of_rows_at_the_same_time_the_order_says_which_is_the_later_and_without_one_the_larger_value_is(string? order, int first, int last)
    {
        var at = Months[0].StartInstant;
        var (early, late) = (at, at + Duration.FromDays(2));
        var table = await engine.TableAsync(
        [
            new("a", null, late, 9m, 1m, 3, null, false), new("a", null, late, 1m, 1m, 4, null, false), new("a", null, late, 4m, 1m, 3, null, false),
            new("a", null, early, 1m, 1m, 2, null, false), new("a", null, early, 7m, 1m, 1, null, false), new("a", null, early, 5m, 1m, 1, null, false),
            new("b", null, early, 2m, 1m, 1, null, false), new("b", "North", late, 3m, 1m, 1, null, false),
        ]);
        var query = RollupQuery.Over(Months).From(table, "kpi", "at", "value").For(engine.Dialect).WithSegments("region");
        query = order is null ? query : query.WithOrder(order);
        var exact = await query.ReadExactAsync(engine.Connection);
        Assert.Equal((first, last, early, late), (exact[0, 0].First, exact[0, 0].Last, exact[0, 0].FirstAt, exact[0, 0].LastAt));
        var doubles = await query.ReadAsync(engine.Connection);
        Assert.Equal((first, last), (doubles[0, 0].First, doubles[0, 0].Last));
        Assert.Equal((2m, 2m), (exact[1, 0, 0].First, exact[1, 0, 0].Last));
        Assert.Equal((3m, 3m), (exact[1, 1, 0].First, exact[1, 1, 0].Last));
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_with_KPI_and_period()
    {
        Row[] rows = [Row("a", null, 1m) with { Weight = null }, Row("a", null, 1m)];
        var query = RollupQuery.Over(Months).From(await engine.TableAsync(rows), "kpi", "at", "value").For(engine.Dialect);
        await RefusedAsync("1 of 2 rows have nothing in weight", () => query.WithWeights("weight").ReadExactAsync(engine.Connection));
        var doubles = RollupQuery.Over(Months).From(await engine.TableAsync(rows, number: "double precision"), "kpi", "at", "value").For(engine.Dialect);
        await RefusedAsync($"'a' in {Months[0]}", () => doubles.ReadExactAsync(engine.Connection));
        await RefusedAsync("a double, which is not exact", () => doubles.ReadExactAsync(engine.Connection));
        await engine.RunAsync($"UPDATE {doubles.TableName} SET value = CAST('NaN' AS double precision)");
        await RefusedAsync("out of range", () => doubles.ReadAsync(engine.Connection));

        static async Task RefusedAsync(string expected, Func<Task> read) =>
            Assert.Contains(expected, (await Assert.ThrowsAsync<InvalidDataException>(read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_as_ids_and_whole_numbers_as_values_are_read_exactly()
    {
        await engine.RunAsync("CREATE TABLE numbers (kpi integer, \"at\" bigint, value bigint)");
        var at = Months.StartInstant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await engine.RunAsync($"INSERT INTO numbers VALUES (7, {at}, 900000000000000), (7, {at}, 5), (12, {at}, -1)");
        var read = await RollupQuery.Over(Months)
            .From("numbers", "kpi", "at", "value", SqlTime.UnixSeconds)
            .For(engine.Dialect)
            .WithKpis(KpiId.Of("7"))
            .ReadExactAsync(engine.Connection);
        Assert.Equal((900_000_000_000_005m, 5m, 900_000_000_000_000m), (read[0, 0].Sum, read[0, 0].First, read[0, 0].Last));
    }

    [Fact]
    public async Task A_wait_that_was_ended_ends()
    {
        var query = RollupQuery.Over(Months).From(await engine.TableAsync([]), "kpi", "at", "value").For(engine.Dialect);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.ReadAsync(engine.Connection, ended.Token));
    }

    [Fact]
    public async Task Where_the_rows_lie_in_the_engine_there_is_nothing_to_advise()
    {
        var query = RollupQuery.Over(Months).From(await engine.TableAsync([]), "kpi", "at", "value").For(engine.Dialect);
        Assert.Empty(await query.AdviseAsync(engine.Connection));
    }

    private static Row Row(string kpi, string? region, decimal value) => new(kpi, region, Months.StartInstant, value, 1m, 0);

    private RollupQuery Query(SqlCase each, string table)
    {
        var query = RollupQuery.Over(each.Axis).From(table, "kpi", "at", "value", each.Time).For(engine.Dialect).WithOrder("id").With(RollupDetail.Statistics);
        query = each.HasRegions ? query.WithSegments("region") : query;
        query = each.HasWeights ? query.WithWeights("weight") : query;
        return each.Seed % 3 == 0 ? query.WithKpis(KpiId.Of("revenue"), KpiId.Of("none")) : query;
    }

    // The rows as the library takes them: those inside the periods, in their order, with the positions that the query gives to KPIs and regions.
    private static (Row[] Rows, int[] Kpis, int[] Regions) Columns(SqlCase each, IReadOnlyList<KpiId> kpis, IReadOnlyList<Segment?> segments)
    {
        Row[] rows = [.. each.Rows.Where(row => each.Axis.IndexOf(row.At) >= 0 && kpis.Contains(KpiId.Of(row.Kpi)))];
        return (
            rows,
            [.. rows.Select(row => kpis.Index().First(kpi => kpi.Item.Value == row.Kpi).Index)],
            each.HasRegions ? [.. rows.Select(row => segments.Index().First(segment => segment.Item?.Name == row.Region).Index)] : []);
    }

    private static RollupOptions OptionsOf(int kpis, int segments) => RollupOptions.Default.WithKpis(kpis).WithSegments(segments);

    private static void ForEachCell(SqlCase each, int kpis, int segments, Action<int, int, int> look)
    {
        for (var kpi = 0; kpi < kpis; kpi++)
        {
            for (var segment = 0; segment < segments; segment++)
            {
                for (var period = 0; period < each.Axis.Count; period++)
                {
                    look(kpi, segment, period);
                }
            }
        }
    }
}
