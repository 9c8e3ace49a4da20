using System.Globalization;
using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Needs;

/// <summary>The readings of "lags" exactly on their bounds, and what they say.</summary>
public class ReadingTests
{
    private static readonly Kpi Meetings = Meetings(Cadence.Month).WithTarget(100m, from: Day(2026, 1, 1));

    private static readonly Kpi Share = Kpi.Define("kpi", "Share of clean energy", Unit.Count("thing"), Direction.HigherIsBetter)
        .Every(Cadence.Year, Aggregation.Last);

    public static TheoryData<Lagging> All =>
    [
        Lagging.Default, Lagging.Missed(), Lagging.MissesInARow(2), Lagging.MissesOutOf(2, 3), Lagging.BehindPace(), Lagging.BelowGlidePath(),
        Lagging.BelowTargetPath(), Lagging.RestMustExceed(), Lagging.MissedSoFar(), Lagging.ProjectedToMiss(), Lagging.Burning(MissBudget.Of(1, 12), 6, 3),
        Lagging.BehindPlan(), Lagging.OffTrackForDeadline(), Lagging.Stale(), Lagging.CannotReachItsTarget(), Lagging.UnfavourableSignal(),
        Lagging.Hysteresis(Lagging.Missed(), Lagging.Missed()), Lagging.AllOf(Lagging.Missed()),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_reading_looks_at_something_and_sees_nothing_where_nothing_is(Lagging reading)
    {
        Assert.Throws<ArgumentNullException>("assessment", () => reading.Check(null!));
        Assert.Null(reading.Check(KpiAssessment.Of(Meetings(Cadence.Month), MeasurementSeries.Of("kpi"), Day(2026, 6, 10))));
    }

    [Fact]
    public void What_a_reading_is_made_of_has_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>("shortWindow", () => Lagging.Burning(MissBudget.Of(1, 12), 6, 0));
        Assert.Throws<ArgumentOutOfRangeException>("longWindow", () => Lagging.Burning(MissBudget.Of(1, 12), 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => Lagging.OffTrackForDeadline(1));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => Lagging.Stale(0));
        Assert.Throws<ArgumentException>("readings", () => Lagging.AnyOf());
        Assert.Throws<ArgumentException>("readings", () => Lagging.AllOf());
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => Lagging.BehindPlan(1.01m));
    }

    /// <summary>18, 18.5 and 19 in 2021 to 2023 are on a line to 22.5 in 2030; 30 is a quarter more.</summary>
    [Fact]
    public void The_line_of_the_latest_years_is_held_against_the_target_of_the_deadline()
    {
        Assert.Equal(-7.5m, OffTrack(30m, Lagging.OffTrackForDeadline(), 18m, 18.5m, 19m)!.Gap);
        Assert.Equal(-0.25m, OffTrack(30m, Lagging.OffTrackForDeadline(), 18m, 18.5m, 19m)!.GapShare);
        Assert.Null(OffTrack(22.5m, Lagging.OffTrackForDeadline(), 18m, 18.5m, 19m));
        Assert.NotNull(OffTrack(22.51m, Lagging.OffTrackForDeadline(), 18m, 18.5m, 19m));
        Assert.Null(OffTrack(30m, Lagging.OffTrackForDeadline(tolerance: 0.25m), 18m, 18.5m, 19m));
        Assert.NotNull(OffTrack(30m, Lagging.OffTrackForDeadline(tolerance: 0.249m), 18m, 18.5m, 19m));
        Assert.Null(OffTrack(30m, Lagging.OffTrackForDeadline(), 19m));

        // Of the latest two the line is steeper than of all three: 17, 18, 20 ends at 34, where all three end at 30.33.
        Assert.Null(OffTrack(34m, Lagging.OffTrackForDeadline(2), 17m, 18m, 20m));
        Assert.Equal(-3.666666666666667m, OffTrack(34m, Lagging.OffTrackForDeadline(3), 17m, 18m, 20m)!.Gap);
    }

    /// <summary>1, 2, 4 doubles every year: 512 in 2030.</summary>
    [Fact]
    public void A_growth_goes_on_by_the_same_share_every_year()
    {
        Assert.Null(OffTrack(512m, Lagging.OffTrackForDeadline(course: Scoring.Course.Growth), 1m, 2m, 4m));
        Assert.Equal(-1m, OffTrack(513m, Lagging.OffTrackForDeadline(course: Scoring.Course.Growth), 1m, 2m, 4m)!.Gap);
        Assert.NotNull(OffTrack(512m, Lagging.OffTrackForDeadline(), 1m, 2m, 4m));
        Assert.Null(OffTrack(1_000m, Lagging.OffTrackForDeadline(course: Scoring.Course.Growth), 0m, 2m, 4m));
        Assert.NotNull(OffTrack(1_000m, Lagging.OffTrackForDeadline(course: Scoring.Course.Growth), 0.000_000_000_001m, 2m, 0.000_000_000_001m));
        Assert.Null(OffTrack(1_000m, Lagging.OffTrackForDeadline(course: Scoring.Course.Growth), 1m, 1_000_000m, 1_000_000_000_000m));
    }

    [Fact]
    public void A_deadline_that_is_not_decided_yet_is_none()
    {
        var kpi = Share.WithTarget(20m, from: Day(2021, 1, 1)).WithTarget(30m, from: Day(2030, 1, 1), decidedOn: Day(2024, 3, 1));
        var measured = MeasurementSeries.Of(kpi.Id, Yearly(18m, 18.5m, 19m));
        Assert.Null(Lagging.OffTrackForDeadline().Check(KpiAssessment.Of(kpi, measured, Day(2024, 2, 29))));
        Assert.NotNull(Lagging.OffTrackForDeadline().Check(KpiAssessment.Of(kpi, measured, Day(2024, 3, 1))));
    }

    [Fact]
    public void A_run_of_misses_is_told_as_missed_since_and_some_of_a_window_as_a_count()
    {
        Assert.Equal("need.missedSince", Months(Lagging.MissesInARow(2), 100m, 99m, 99m)!.Explain().Key);
        var some = Months(Lagging.MissesOutOf(2, 3), 99m, 100m, 98m)!.Explain();
        Assert.Equal("need.missesOutOf", some.Key);
        Assert.Equal([2, 3, 1], new[] { "misses", "periods", "allowed" }.Select(name => Number(some, name)));
        var all = Months(Lagging.MissesOutOf(2, 3), 99m, 99m, 98m)!.Explain();
        Assert.Equal(("need.missesOutOf", 3), (all.Key, Number(all, "misses")));
        Assert.Null(Months(Lagging.MissesOutOf(2, 3), 99m, 100m, 100m));
    }

    [Fact]
    public void Why_a_miss_passes_is_told_by_the_first_reading_that_has_words_for_it()
    {
        var (misses, tolerance) = (Lagging.MissesOutOf(2, 3), Lagging.MissedBeyond(Tolerance.OfShare(0.05m)));
        var assessment = Assess(100m, 100m, 99m);
        Assert.Equal("need.passedMisses", Lagging.AnyOf(Lagging.BehindPace(), misses, tolerance).Passing(assessment)!.Key);
        Assert.Equal("need.passedTolerance", Lagging.AllOf(Lagging.BehindPace(), tolerance, misses).Passing(assessment)!.Key);
        Assert.Equal("need.passedTolerance", Lagging.Hysteresis(tolerance, misses).Passing(assessment)!.Key);
        Assert.Null(Lagging.AnyOf(Lagging.BehindPace(), Lagging.Stale()).Passing(assessment));
        Assert.Null(Lagging.AllOf(Lagging.BehindPace()).Passing(assessment));
    }

    [Fact]
    public void What_all_readings_say_is_told_by_the_first_with_the_others_below_and_of_one_alone_as_it_is()
    {
        Assert.Equal("need.missed", Months(Lagging.AllOf(Lagging.Missed()), 100m, 99m)!.Explain().Key);
        var both = Months(Lagging.AllOf(Lagging.Missed(), Lagging.MissesOutOf(1, 3)), 100m, 99m)!.Explain();
        Assert.Contains(both.Because, each => each.Key == "need.missesOutOf");
        Assert.Null(Months(Lagging.AllOf(Lagging.Missed(), Lagging.MissesOutOf(2, 3)), 100m, 99m));
    }

    [Fact]
    public void The_plan_of_a_year_counts_from_the_first_month_of_the_fiscal_year()
    {
        var kpi = Meetings(Cadence.Month).On(ReportingCalendar.Fiscal(startMonth: 4)).WithTarget(100m, from: Day(2026, 1, 1));
        Assert.Null(Lagging.BehindPlan().Check(Assess(kpi, 1m, 1m, 1m, 100m, 100m)));
        Assert.Equal(-50m, Lagging.BehindPlan().Check(Assess(kpi, 1m, 1m, 1m, 60m, 90m))!.Gap);
        Assert.Equal(-0.25m, Lagging.BehindPlan().Check(Assess(kpi, 1m, 1m, 1m, 60m, 90m))!.GapShare);
    }

    [Fact]
    public void The_rest_of_a_year_has_to_make_up_for_what_is_short_as_long_as_there_is_one()
    {
        var rate = Rate(Cadence.Year).WithTarget(50m, from: Day(2026, 1, 1));
        var reading = Lagging.RestMustExceed();
        Assert.Equal("need.restMustExceed", Look(Day(2026, 9, 30), 40m)!.Explain().Key);
        Assert.Null(Look(Day(2026, 9, 30), 50m));
        Assert.True(Look(Day(2026, 9, 30), 40m)!.Gap < 0m);

        // With its last day the year is over, and missed; then it has no rest.
        Assert.Null(Look(Day(2026, 12, 31), 40m));

        LaggingReason? Look(LocalDate asOf, decimal value) =>
            reading.Check(KpiAssessment.Of(rate, MeasurementSeries.Of(rate.Id, Measurement.On(asOf, value)), asOf));
    }

    /// <summary>The last week of the third quarter of 2026 ends on Sunday, 27 September: from then on nothing is left of it, and it still runs.</summary>
    [Fact]
    public void Where_the_last_week_of_a_quarter_is_over_before_the_quarter_it_has_no_rest()
    {
        var weekly = Rate(Cadence.Quarter).Measured(Cadence.Week).WithTarget(50m, from: Day(2026, 7, 1));
        var told = Look(Day(2026, 9, 28))!.Explain();
        Assert.Equal(("need.restIsOver", null), (told.Key, told.Fact("rest")));
        Assert.Equal("need.restMustExceed", Look(Day(2026, 9, 20))!.Explain().Key);
        Assert.Equal(86m, Look(Day(2026, 9, 20))!.Explain().Fact("rest"));
        Assert.Null(Look(Day(2026, 9, 30)));

        // 47 a week, with 1 of 13 weeks left: 50 * 13 - 47 * 12 = 86 is more than half as much again as 50.
        LaggingReason? Look(LocalDate asOf) => Lagging.RestMustExceed().Check(KpiAssessment.Of(
            weekly, MeasurementSeries.Of(weekly.Id, Enumerable.Range(0, 13).Select(week => Measurement.On(Day(2026, 7, 5).PlusWeeks(week), 47m))), asOf));
    }

    [Fact]
    public void Silence_is_counted_in_periods_that_are_due_and_have_a_target()
    {
        Assert.Equal("2026-04", Silent(2, Measurement.On(Day(2026, 2, 1), 100m))!.Since.Period.Label);
        Assert.Equal("2026-05", Silent(3, Measurement.On(Day(2026, 2, 1), 100m))!.Evidence.Period.Label);
        Assert.Null(Silent(4, Measurement.On(Day(2026, 2, 1), 100m)));
        Assert.Null(Silent(1, Measurement.On(Day(2026, 2, 1), 100m), Measurement.On(Day(2026, 6, 3), 5m)));

        static LaggingReason? Silent(int periods, params Measurement[] measured) =>
            Lagging.Stale(periods).Check(KpiAssessment.Of(Meetings, MeasurementSeries.Of(Meetings.Id, measured), Day(2026, 6, 10)));
    }

    [Fact]
    public void A_lag_that_lasts_is_told_with_the_day_it_began_and_ends_on_a_day_that_was_well()
    {
        var reading = Lagging.Hysteresis(starts: Lagging.MissedBeyond(Tolerance.OfShare(0.10m)), lasts: Lagging.Missed());
        Assert.Equal("need.lasting", Months(reading, 100m, 80m, 95m)!.Explain().Key);
        Assert.Null(Months(reading, 80m, 100m, 95m));
        Assert.Equal("need.missed", Months(reading, 100m, 100m, 80m)!.Explain().Key);
        Assert.Null(Months(reading, 100m, 95m, 95m));
    }

    private static LaggingReason? OffTrack(decimal target, Lagging reading, params decimal[] years)
    {
        var kpi = Share.WithTarget(target, from: Day(2030, 1, 1), decidedOn: Day(2021, 1, 1));
        return reading.Check(KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Yearly(years)), Day(2024, 2, 1)));
    }

    // The years that end with 2023.
    private static IEnumerable<Measurement> Yearly(params decimal[] years) =>
        years.Select((value, index) => Measurement.On(Day(2024 + index - years.Length, 12, 31), value));

    private static LaggingReason? Months(Lagging reading, params decimal[] months) => reading.Check(Assess(months));

    private static KpiAssessment Assess(params decimal[] months) => Assess(Meetings, months);

    // The months that end with May.
    private static KpiAssessment Assess(Kpi kpi, params decimal[] months) => KpiAssessment.Of(
        kpi,
        MeasurementSeries.Of(kpi.Id, months.Select((value, index) => Measurement.On(Day(2026, 6, 1).PlusMonths(index - months.Length), value))),
        Day(2026, 6, 10));

    private static int Number(Explanation explanation, string name) =>
        Convert.ToInt32(explanation.Fact(name), CultureInfo.InvariantCulture);
}
