using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>Of a level with segments, one that reported before and not now makes the period awaited, once; missing twice it is gone.</summary>
public class SegmentLifeTests
{
    private static readonly Segment North = Segment.Of("region", "north");
    private static readonly Segment South = Segment.Of("region", "south");

    [Fact]
    public void A_month_in_which_one_of_two_segments_did_not_report_is_awaited() =>
        Branches(month => month == Month(2026, 6) ? null : 45).In(2026).IsAlways("not needed");

    [Fact]
    public void It_is_awaited_and_the_answer_rests_on_the_month_before()
    {
        var assessment = Branches(month => month == Month(2026, 6) ? null : 45).Assessed(Day(2026, 7, 10));
        Assert.Equal("2026-05", assessment.Judged!.Period.Label);
        Assert.Equal(["2026-06"], assessment.Awaited.Select(period => period.Period.Label));
    }

    [Fact]
    public void A_segment_that_is_missing_twice_is_gone() =>
        Branches(month => month.Start >= Day(2026, 6, 1) ? null : 45).In(2026).Is("""
            2026-01-01 not needed
            2026-07-31 needed: lagging
            """);

    [Theory]
    [InlineData(45, false)]
    [InlineData(30, true)]
    public void When_the_missing_segment_reports_the_month_is_judged(int late, bool lags) =>
        Branches(month => month == Month(2026, 6) ? null : 45)
            .Measured(Life.Row(Day(2026, 6, 30), late, knownAfter: 20).For(South))
            .In(2026).Is(lags ? "2026-01-01 not needed\n2026-07-20 needed: lagging\n2026-07-31 not needed" : "2026-01-01 not needed");

    [Fact]
    public void A_need_stays_while_a_segment_is_awaited() =>
        // May is missed: 61 + 30.
        Branches(month => month == Month(2026, 6) ? null : month == Month(2026, 5) ? 30 : 45).In(2026).Is("""
            2026-01-01 not needed
            2026-05-31 needed: lagging
            2026-07-31 not needed
            """);

    [Fact]
    public void In_a_brief_a_segment_that_did_not_report_is_unknown_and_not_to_blame()
    {
        var life = Branches(month => month == Month(2026, 6) ? null : month == Month(2026, 5) ? 30 : 45);
        var brief = Brief.Of(life.On(2026, 7, 10), life.Series);
        Assert.Equal("2026-05", brief.Period.Label);
        Assert.Equal(-9m, brief.Gap);
        // And when it is gone, the month is 61 of 100 by what is there; the brief does not say that the south fell short by 45.
        var gone = Branches(month => month.Start >= Day(2026, 6, 1) ? null : 45);
        var ofGone = Brief.Of(gone.On(2026, 7, 31), gone.Series);
        Assert.DoesNotContain(ofGone.Segments, segment => segment.Segment == South && Known(segment.Contribution) is not null);
    }

    private static decimal? Known(decimal? contribution) => contribution;

    private static Life Branches(Func<ReportingPeriod, decimal?> south)
    {
        var life = Life.Of(Every(Cadence.Month, Aggregation.Last)).Target(100, Day(2025, 1, 1));
        return life.Measured(life.Periods(Cadence.Month, Day(2025, 1, 1), Day(2026, 12, 31)).SelectMany(month => south(month) is { } value
            ? [Measurement.On(month.End, 61).For(North), Measurement.On(month.End, value).For(South)]
            : new[] { Measurement.On(month.End, 61).For(North) }));
    }
}
