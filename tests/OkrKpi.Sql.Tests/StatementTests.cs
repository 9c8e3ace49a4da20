using System.Globalization;
using NodaTime;

namespace OkrKpi.Sql.Tests;

/// <summary>What the statements look like.</summary>
public class StatementTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    public static TheoryData<string, Cadence, int, string> Ways => new()
    {
        { "UTC", Cadence.Month, 1_000, "// 86400000000" },
        { "Asia/Ho_Chi_Minh", Cadence.Month, 1_000, "// 86400000000" },
        { "America/New_York", Cadence.Month, 1_000, "// 3600000000" },
        { "Australia/Lord_Howe", Cadence.Month, 1_000, "// 1800000000" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void DuckDB_finds_periods_by_the_longest_quantum_they_are_made_of(string zone, Cadence cadence, int days, string quantum)
    {
        var text = Over(ReportingCalendar.Standard.In(zone).Axis(cadence, First, First.PlusDays(days)), SqlDialect.DuckDb).Text;
        Assert.Contains(quantum, text, StringComparison.Ordinal);
    }

    [Fact]
    public void DuckDB_finds_periods_of_no_quantum_by_a_tree_or_if_there_are_many_by_a_join()
    {
        // Until January 1972 the clocks of Monrovia went 44 minutes and 30 seconds behind Universal Time.
        var calendar = ReportingCalendar.Standard.In("Africa/Monrovia");
        var tree = Over(calendar.Axis(Cadence.Month, new(1971, 1, 1), new(1973, 1, 1)), SqlDialect.DuckDb).Text;
        var join = Over(calendar.Axis(Cadence.Day, new(1971, 1, 1), new(1973, 1, 1)), SqlDialect.DuckDb).Text;
        Assert.Contains("CASE WHEN", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("AS periods", tree, StringComparison.Ordinal);
        Assert.Contains("ASOF JOIN", join, StringComparison.Ordinal);
    }

    [Fact]
    public void PostgreSQL_gets_the_boundaries_as_one_literal()
    {
        var text = Over(ReportingCalendar.Standard.In("Asia/Ho_Chi_Minh").Axis(Cadence.Month, First, new(2026, 2, 1)), SqlDialect.PostgreSql).Text;
        Assert.Contains(
            """width_bucket(r."at", '{"2025-12-31 17:00:00+00","2026-01-31 17:00:00+00"}'::timestamptz[]) - 1 AS period""", text, StringComparison.Ordinal);
        Assert.Contains("""r."at" < TIMESTAMP WITH TIME ZONE '2026-02-28 17:00:00+00'""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("date_trunc", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_other_words_the_text_is_the_same_whichever_language_the_machine_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            var arabic = Texts();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Assert.Equal(Texts(), arabic);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] Texts() =>
            [
                .. new[] { SqlDialect.DuckDb, SqlDialect.PostgreSql }.Select(
                    dialect => Over(ReportingCalendar.UnitedStatesRetail.Axis(Cadence.Week, new(1960, 1, 1), First), dialect).Text)
            ];
    }

    [Fact]
    public void Another_engine_is_one_small_class()
    {
        var text = Over(
            ReportingCalendar.Standard.Axis(Cadence.Year, First, First), new Backticks(), SqlTime.UnixSeconds).Where("who", SqlComparison.NotEqual, "me").Text;
        Assert.Contains("FROM `rows` AS r", text, StringComparison.Ordinal);
        Assert.Contains("r.`who` <> @p1", text, StringComparison.Ordinal);
        Assert.Contains("bucket(r.`at`, 1767225600) AS period", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_no_query_is_refused()
    {
        var days = ReportingCalendar.Standard.Axis(Cadence.Day, First, First);
        var start = RollupQuery.Over(days);
        var query = Over(days, SqlDialect.DuckDb);
        Assert.Throws<ArgumentNullException>(() => RollupQuery.Over(null!));
        Assert.Equal("table", Assert.ThrowsAny<ArgumentException>(() => start.From(" ", "k", "a", "v")).ParamName);
        Assert.Equal("kpi", Assert.ThrowsAny<ArgumentException>(() => start.From("t", "k\0", "a", "v")).ParamName);
        Assert.Equal("time", Assert.ThrowsAny<ArgumentException>(() => start.From("t", "k", "a", "v", (SqlTime)9)).ParamName);
        Assert.Equal("time", Assert.ThrowsAny<ArgumentException>(
            () => RollupQuery.Over(ReportingCalendar.Standard.Axis(Cadence.Hour, First, First)).From("t", "k", "a", "v", SqlTime.Date)).ParamName);
        Assert.Throws<ArgumentNullException>(() => start.From("t", "k", "a", "v").For(null!));
        Assert.Equal("kpis", Assert.ThrowsAny<ArgumentException>(() => query.WithKpis()).ParamName);
        Assert.Equal("kpis", Assert.ThrowsAny<ArgumentException>(() => query.WithKpis(KpiId.Of("a"), KpiId.Of("a"))).ParamName);
        Assert.Equal("comparison", Assert.ThrowsAny<ArgumentException>(() => query.Where("a", 0, 1)).ParamName);
        Assert.Equal("value", Assert.ThrowsAny<ArgumentException>(() => query.Where("a", SqlComparison.Equal, null!)).ParamName);
        Assert.Equal("asOf", Assert.ThrowsAny<ArgumentException>(() => query.WithKnown(default, "known")).ParamName);
        Assert.Equal("first", Assert.ThrowsAny<ArgumentException>(() => SqlEnds.ByTime(" ", "max(x)")).ParamName);
        Assert.Equal("last", Assert.ThrowsAny<ArgumentException>(() => SqlEnds.ByTime("min(x)", "")).ParamName);
        Assert.Equal("detail", Assert.ThrowsAny<ArgumentException>(() => query.With((RollupDetail)7)).ParamName);
    }

    [Fact]
    public void A_query_is_never_changed_only_a_new_one_made()
    {
        var query = Over(ReportingCalendar.Standard.Axis(Cadence.Day, First, First), SqlDialect.PostgreSql);
        var before = query.Text;
        var other = query.Where("a", SqlComparison.Equal, 1)
            .WithKpis(KpiId.Of("x"))
            .WithOrder("id")
            .WithSegments("s")
            .WithWeights("w")
            .With(RollupDetail.Statistics)
            .WithKnown(First, "known");
        Assert.Equal(before, query.Text);
        Assert.NotEqual(before, other.Text);
    }

    [Fact]
    public void Advice_speaks_English_and_Vietnamese_and_names_what_to_run()
    {
        var query = Over(ReportingCalendar.Standard.Axis(Cadence.Day, First, First), SqlDialect.PostgreSql);
        string[] plan = ["  ->  Async Foreign Scan on public.rows_a r_1", "        Remote SQL: SELECT kpi, at, value FROM public.rows"];
        var off = Assert.Single(SqlDialect.PostgreSql.Advise(plan, query));
        Assert.Equal(RollupAdviceKind.PartitionwiseIsOff, off.Kind);
        Assert.Contains("All rows of public.rows_a would travel", off.ToString(), StringComparison.Ordinal);
        Assert.Contains("Mọi dòng của public.rows_a", off.Sentence(CultureInfo.GetCultureInfo("vi-VN")), StringComparison.Ordinal);
        var many = Assert.Single(SqlDialect.PostgreSql.Advise([.. plan, "Settings: enable_partitionwise_aggregate = 'on'"], query));
        Assert.Equal(RollupAdviceKind.TooManyGroupsExpected, many.Kind);
        Assert.Equal("""ALTER TABLE public.rows_a ALTER COLUMN "at" SET (n_distinct = 200)""", many.Statements[2]);
        Assert.Empty(
            SqlDialect.PostgreSql.Advise(["Foreign Scan", "  Relations: Aggregate on (public.rows_a r)", "  Remote SQL: SELECT kpi, count(*) FROM "
                + "public.rows GROUP BY 1"], query));
        Assert.Equal(RollupAdviceKind.RowsLeaveTheirDatabase, Assert.Single(SqlDialect.DuckDb.Advise(["│       POSTGRES_SCAN       │"], query)).Kind);
    }

    private static RollupQuery Over(PeriodAxis axis, SqlDialect dialect, SqlTime time = SqlTime.TimestampWithZone) =>
        RollupQuery.Over(axis).From("rows", "kpi", "at", "value", time).For(dialect);

    private sealed class Backticks : SqlDialect
    {
        public override string Name => "Backticks";

        public override string Number(string column, SqlTime time) => column;

        public override string PeriodOf(SqlPeriods periods) => $"bucket({periods.Number}, {string.Join(", ", periods.Boundaries.SkipLast(1))})";

        public override SqlEnds Ends(SqlRow row) => SqlEnds.Of($"any({row.Value}) AS end_any", "g.end_any", "1", "g.end_any", "1");

        public override string Quote(string name) => $"`{name}`";

        public override string Parameter(int number) => FormattableString.Invariant($"@p{number}");
    }
}
