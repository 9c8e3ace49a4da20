using NodaTime;
using static OkrKpi.Tests.Raises.RaisedTargets;

namespace OkrKpi.Tests.Raises;

/// <summary>When a target is raised, and for how long that is a reason; the lives of an ordinary year that are about targets.</summary>
public class RaisedTargetTests
{
    private static readonly Kpi Quarterly = Every(Cadence.Quarter).WithTarget(100m, Day(2026, 1, 1));
    private static readonly Kpi Monthly = Every(Cadence.Month).WithTarget(100m, Day(2026, 1, 1));
    private static readonly LocalDate InDecember = Day(2025, 12, 10);
    private static readonly ReportingPeriod Year = Calendar.PeriodOf(Day(2026, 1, 1), Cadence.Year);

    [Fact]
    public void A_plan_that_climbs_month_by_month_is_one_raise_and_not_eleven()
    {
        var kpi = Every(Cadence.Month).WithTarget(100m, Day(2025, 1, 1)).With(TargetPlan.Climb(100m, 124m, Year, Cadence.Month, InDecember));
        Assert.Equal("2025-12-10 to 2026-01-30: 100 to 102", Runs(kpi, Day(2025, 11, 1), Day(2026, 12, 31), OnPlan(kpi)));
    }

    [Fact]
    public void The_first_plan_of_a_KPI_is_no_raise_however_it_climbs()
    {
        var kpi = Every(Cadence.Month).With(TargetPlan.Climb(100m, 124m, Year, Cadence.Month, InDecember));
        Assert.Empty(Runs(kpi, Day(2025, 12, 1), Day(2026, 12, 31), OnPlan(kpi)));
    }

    [Fact]
    public void Targets_given_per_period_without_a_day_are_raised_when_the_higher_one_begins()
    {
        var kpi = Every(Cadence.Quarter).With(Of(Quarter(2026, 1), 100m), Of(Quarter(2026, 2), 100m), Of(Quarter(2026, 3), 300m), Of(Quarter(2026, 4), 300m));
        Assert.Equal("2026-07-01 to 2026-09-29: 100 to 300", Runs(
            kpi, Day(2026, 1, 1), Day(2026, 12, 31), (Day(2026, 3, 31), 100m), (Day(2026, 6, 30), 100m), (Day(2026, 9, 30), 300m), (Day(2026, 12, 31), 300m)));
    }

    [Fact]
    public void A_target_given_per_period_and_decided_before_is_raised_from_that_day()
    {
        var kpi = Every(Cadence.Quarter).With(
            Of(Quarter(2026, 1), 100m, InDecember), Of(Quarter(2026, 2), 100m, InDecember), Of(Quarter(2026, 3), 300m, Day(2026, 6, 15)));
        Assert.Equal(
            (Target.Of(100m), Target.Of(300m), "2026-Q3"),
            (Raised(kpi, Day(2026, 6, 15))!.Before, Raised(kpi, Day(2026, 6, 15))!.Now, Raised(kpi, Day(2026, 6, 15))!.Period.Label));
        Assert.Null(Raised(kpi, Day(2026, 6, 14)));
    }

    [Fact]
    public void Monthly_targets_that_only_follow_their_season_are_never_raised()
    {
        decimal[] season = [80, 70, 100, 90, 110, 120, 60, 60, 100, 110, 130, 200];
        var kpi = Every(Cadence.Month);
        foreach (var year in (int[])[2024, 2025, 2026])
        {
            kpi = kpi.With(TargetPlan.Of(Day(year, 1, 1), season.Select((value, index) => (Month(year, index + 1), Target.Of(value)))));
        }

        Assert.Empty(Runs(kpi, Day(2024, 1, 1), Day(2026, 12, 31)));
        Assert.Equal(
            [TargetChange.First, TargetChange.Shifted, TargetChange.Shifted], kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
    }

    [Fact]
    public void Monthly_targets_above_their_season_are_raised_from_the_same_month_a_year_before()
    {
        decimal[] season = [80, 70, 100, 90, 110, 120, 60, 60, 100, 110, 130, 200];
        var kpi = Every(Cadence.Month)
            .With(TargetPlan.Of(Day(2025, 1, 1), season.Select((value, index) => (Month(2025, index + 1), Target.Of(value)))))
            .With(TargetPlan.Of(Day(2026, 1, 1), season.Select((value, index) => (Month(2026, index + 1), Target.Of(value * 1.1m)))));
        var raised = Raised(kpi, Day(2026, 1, 2))!;
        Assert.Equal(("2026-03", Target.Of(100m), Target.Of(110m)), (raised.Period.Label, raised.Before, raised.Now));
    }

    [Fact]
    public void Of_two_raises_for_the_same_quarter_the_later_is_told_from_what_held_before_both()
    {
        var kpi = Quarterly.WithTarget(105m, Day(2026, 7, 1), Day(2026, 5, 10), "small").WithTarget(300m, Day(2026, 7, 1), Day(2026, 6, 15), "big");
        var raised = Raised(kpi, Day(2026, 6, 20))!;
        Assert.Equal((Target.Of(100m), Target.Of(300m), "big"), (raised.Before, raised.Now, raised.Decision.Because));
        Assert.Equal(["small"], raised.Others.Select(other => other.Decision.Because));
        Assert.Equal("small", Raised(kpi, Day(2026, 6, 14))!.Decision.Because);
        Assert.Contains("big", raised.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Contains("small", raised.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dismissal_of_the_first_raise_does_not_silence_the_second()
    {
        var kpi = Quarterly.WithTarget(105m, Day(2026, 7, 1), Day(2026, 5, 10), "small").WithTarget(300m, Day(2026, 7, 1), Day(2026, 6, 15), "big");
        var dismissal = NeedDismissal.Of(kpi.Id, Day(2026, 5, 20), "a trifle");
        Assert.Equal(OkrNeedState.Dismissed, Dismissed(kpi, Day(2026, 6, 14), dismissal).State);
        Assert.Equal(OkrNeedState.Needed, Dismissed(kpi, Day(2026, 6, 15), dismissal).State);
    }

    [Fact]
    public void A_monthly_raise_decided_on_the_30th_is_open_for_28_days()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 6, 1), Day(2026, 6, 30));
        Assert.Equal("2026-06-30 to 2026-07-27: 100 to 120", Runs(kpi, Day(2026, 6, 1), Day(2026, 12, 31), (Day(2026, 5, 31), 100m), (Day(2026, 6, 30), 100m)));
    }

    [Fact]
    public void A_raise_is_open_until_the_first_whole_period_it_governs_is_judged()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 6, 10), Day(2026, 6, 10));
        Assert.Equal(
            "2026-06-10 to 2026-07-30: 100 to 120",
            Runs(kpi, Day(2026, 6, 1), Day(2026, 12, 31), (Day(2026, 5, 31), 100m), (Day(2026, 6, 30), 100m), (Day(2026, 7, 31), 120m)));
    }

    [Fact]
    public void A_raise_stays_open_while_the_figure_of_its_period_is_not_there()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 6, 10), Day(2026, 6, 10));
        var late = Measurement.On(Day(2026, 7, 31), 100m).Known(Day(2026, 8, 20));
        var series = MeasurementSeries.Of("kpi", Measurement.On(Day(2026, 5, 31), 100m), Measurement.On(Day(2026, 6, 30), 100m), late);
        Assert.NotNull(OkrNeed.Of(kpi, series, Day(2026, 8, 19)).TargetRaised);
        Assert.Null(OkrNeed.Of(kpi, series, Day(2026, 8, 20)).TargetRaised);
    }

    [Fact]
    public void Raised_for_2030_and_reached_since_years_is_told_and_no_reason()
    {
        var kpi = Every(Cadence.Year, aggregation: Aggregation.Last).WithTarget(100m, Day(2020, 1, 1)).WithTarget(110m, Day(2030, 1, 1), Day(2026, 3, 1));
        var need = Need(kpi, Day(2029, 6, 1), (Day(2027, 12, 31), 130m), (Day(2028, 12, 31), 130m));
        Assert.Equal(OkrNeedState.NotNeeded, need.State);
        Assert.Equal(RaiseStanding.ReachedAlready, need.Raises.Single().Standing);
        Assert.Contains("reaches already", need.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_raise_that_the_same_month_a_year_before_did_not_reach_is_a_reason_although_the_latest_month_does()
    {
        var kpi = Monthly.With(Of(Month(2026, 7), 120m, Day(2026, 6, 15), "the fair"));
        Assert.NotNull(Raised(kpi, Day(2026, 6, 20), (Day(2025, 7, 31), 90m), (Day(2026, 5, 31), 130m)));
        Assert.Null(Raised(kpi, Day(2026, 6, 20), (Day(2025, 7, 31), 120m), (Day(2026, 5, 31), 130m)));
    }

    [Fact]
    public void A_period_that_begins_more_than_a_year_from_now_is_told_and_no_reason_yet()
    {
        var kpi = Quarterly.WithTarget(300m, Day(2028, 1, 1), Day(2026, 3, 1));
        Assert.Equal(RaiseStanding.FarAhead, Need(kpi, Day(2026, 12, 31), (Day(2026, 9, 30), 100m)).Raises.Single().Standing);
        Assert.Null(Raised(kpi, Day(2026, 12, 31), (Day(2026, 9, 30), 100m)));
        Assert.NotNull(Raised(kpi, Day(2027, 1, 1), (Day(2026, 9, 30), 100m)));
    }

    [Fact]
    public void Growth_inside_one_decision_is_no_further_raise_and_the_first_period_raised_is_told()
    {
        var kpi = Quarterly.With(
            Of(Quarter(2026, 3), 100m, Day(2026, 6, 1)), Of(Quarter(2026, 4), 150m, Day(2026, 6, 1)), Of(Quarter(2027, 1), 200m, Day(2026, 6, 1)));
        var raised = Raised(kpi, Day(2026, 6, 20))!;
        Assert.Equal(("2026-Q4", Target.Of(100m), Target.Of(150m)), (raised.Period.Label, raised.Before, raised.Now));
        Assert.Single(kpi.TargetRevisions(Day(2026, 12, 31)), revision => revision.Change == TargetChange.Raised);
    }

    /// <summary>120 in tens is 12: what was known before the unit changed is not what 13 is compared with.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_target_raised_in_another_unit_than_it_was_lowered_in_is_not_restored(bool isOfPeriods)
    {
        var kpi = Every(Cadence.Month).WithTarget(100m, Day(2025, 1, 1)).WithTarget(120m, Day(2026, 2, 1), Day(2026, 1, 20));
        kpi = isOfPeriods ? Every(Cadence.Month).With([.. Months(2025, 1, 14, 120m, Day(2024, 12, 10)), .. Months(2026, 3, 4, 90m, Day(2026, 2, 20))])
            : kpi.WithTarget(90m, Day(2026, 3, 1), Day(2026, 2, 20));
        kpi = isOfPeriods
            ? kpi.With([Months(2026, 7, 1, 9m, Day(2026, 6, 10)).Single().AsRedefinition(), .. Months(2026, 8, 2, 11m, Day(2026, 7, 20))])
            : kpi.With(TargetDecision.From(Day(2026, 7, 1), Target.Of(9m), Day(2026, 6, 10)).AsRedefinition())
                .WithTarget(11m, Day(2026, 8, 1), Day(2026, 7, 20));
        Assert.Equal(TargetChange.Raised, kpi.TargetRevisions(Day(2026, 12, 31))[^1].Change);
        Assert.NotNull(Raised(kpi, Day(2026, 7, 25), (Day(2026, 6, 30), 9m)));

        static IEnumerable<TargetDecision> Months(int year, int month, int count, decimal target, LocalDate decidedOn) =>
            Enumerable.Range(0, count).Select(Day(year, month, 1).PlusMonths)
                .Select(start => TargetDecision.Between(start, start.PlusMonths(1).PlusDays(-1), Target.Of(target), decidedOn));
    }

    /// <summary>What was lowered on the day the unit changed was lowered in the new one, and what was known the day before is in the old one.</summary>
    [Fact]
    public void A_target_lowered_on_the_day_its_unit_is_changed_is_not_compared_with_the_unit_before()
    {
        var kpi = Every(Cadence.Month).WithTarget(120m, Day(2025, 1, 1))
            .With(TargetDecision.From(Day(2026, 7, 1), Target.Of(12m), Day(2026, 6, 10)).AsRedefinition())
            .WithTarget(9m, Day(2026, 7, 1), Day(2026, 6, 10)).WithTarget(11m, Day(2026, 9, 1), Day(2026, 8, 20));
        Assert.Equal(
            [TargetChange.First, TargetChange.Redefined, TargetChange.Lowered, TargetChange.Raised],
            kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
    }

    [Fact]
    public void A_target_restored_after_a_lowering_within_the_year_is_no_raise()
    {
        var lowered = Monthly.WithTarget(80m, Day(2026, 4, 1), Day(2026, 3, 20));
        var restored = lowered.WithTarget(100m, Day(2026, 9, 1), Day(2026, 8, 20));
        Assert.Equal(
            [TargetChange.First, TargetChange.Lowered, TargetChange.Restored], restored.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
        Assert.Null(Raised(restored, Day(2026, 8, 25), (Day(2026, 7, 31), 80m)));
        Assert.NotNull(Raised(lowered.WithTarget(101m, Day(2026, 9, 1), Day(2026, 8, 20)), Day(2026, 8, 25), (Day(2026, 7, 31), 80m)));
        Assert.NotNull(Raised(lowered.WithTarget(100m, Day(2027, 4, 1), Day(2027, 3, 21)), Day(2027, 3, 25), (Day(2027, 2, 28), 80m)));
    }

    [Fact]
    public void Targets_of_periods_that_were_lowered_and_came_back_are_no_raise()
    {
        var kpi = Every(Cadence.Quarter).With(Of(Quarter(2026, 1), 100m), Of(Quarter(2026, 2), 80m), Of(Quarter(2026, 3), 100m), Of(Quarter(2026, 4), 101m));
        Assert.Equal(
            [TargetChange.First, TargetChange.Lowered, TargetChange.Restored, TargetChange.Raised],
            kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
    }

    [Fact]
    public void A_target_set_again_after_it_was_withdrawn_is_a_first_one()
    {
        var kpi = Monthly.With(TargetDecision.Withdrawn(Day(2026, 4, 1), Day(2026, 3, 20))).WithTarget(120m, Day(2026, 9, 1), Day(2026, 8, 20));
        Assert.Equal(
            [TargetChange.First, TargetChange.Withdrawn, TargetChange.First], kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
        Assert.Null(Raised(kpi, Day(2026, 8, 25), (Day(2026, 7, 31), 80m)));
    }

    [Fact]
    public void A_raise_taken_back_and_decided_again_is_told_by_its_latest_decision()
    {
        var kpi = Monthly.WithTarget(300m, Day(2026, 8, 1), Day(2026, 6, 15))
            .WithTarget(100m, Day(2026, 8, 1), Day(2026, 6, 18))
            .WithTarget(150m, Day(2026, 8, 1), Day(2026, 6, 25));
        Assert.Null(Raised(kpi, Day(2026, 6, 20)));
        Assert.Equal(
            (Target.Of(100m), Target.Of(150m), Day(2026, 6, 25)),
            (Raised(kpi, Day(2026, 6, 25))!.Before, Raised(kpi, Day(2026, 6, 25))!.Now, Raised(kpi, Day(2026, 6, 25))!.Decision.DecidedOn));
    }

    [Fact]
    public void A_raise_corrected_is_told_with_the_corrected_number()
    {
        var kpi = Monthly.WithTarget(300m, Day(2026, 8, 1), Day(2026, 6, 15))
            .With(TargetDecision.From(Day(2026, 8, 1), Target.Of(130m), Day(2026, 6, 20)).AsCorrection());
        Assert.Equal(Target.Of(130m), Raised(kpi, Day(2026, 6, 25))!.Now);
    }

    [Fact]
    public void A_redefinition_closes_an_open_raise()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 8, 1), Day(2026, 6, 15))
            .With(TargetDecision.From(Day(2026, 8, 1), Target.Of(120_000m), Day(2026, 6, 25)).AsRedefinition());
        Assert.NotNull(Raised(kpi, Day(2026, 6, 24)));
        Assert.Null(Raised(kpi, Day(2026, 6, 25)));
    }

    [Fact]
    public void A_redefinition_that_also_restates_the_target_before_leaves_the_raise_open_in_the_new_terms()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 8, 1), Day(2026, 6, 15)).With(
            TargetDecision.From(Day(2026, 6, 1), Target.Of(100_000m), Day(2026, 6, 25)).AsRedefinition(),
            TargetDecision.From(Day(2026, 8, 1), Target.Of(120_000m), Day(2026, 6, 25)).AsRedefinition());
        Assert.Equal((Target.Of(100_000m), Target.Of(120_000m)), (Raised(kpi, Day(2026, 6, 25))!.Before, Raised(kpi, Day(2026, 6, 25))!.Now));
    }

    [Fact]
    public void A_raise_within_the_margin_is_told_with_both_numbers()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        var need = OkrNeed.Of(Monthly.WithTarget(102m, Day(2026, 7, 1), Day(2026, 6, 15)), Series((Day(2026, 5, 31), 100m)), Day(2026, 6, 20), rule);
        Assert.Equal((OkrNeedState.NotNeeded, RaiseStanding.WithinMargin, 0.02m), (need.State, need.Raises.Single().Standing, need.Raises.Single().Share));
        Assert.Contains("raised by 2 %, within the margin of 5 %", need.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Contains("2 %, trong biên độ 5 %", need.Explain().ToString("vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_raises_of_one_period_add_up_beyond_the_margin()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        var kpi = Monthly.WithTarget(104m, Day(2026, 8, 1), Day(2026, 6, 15)).WithTarget(108m, Day(2026, 8, 1), Day(2026, 6, 20));
        Assert.Null(OkrNeed.Of(kpi, Series((Day(2026, 5, 31), 100m)), Day(2026, 6, 19), rule).TargetRaised);
        Assert.Equal(Target.Of(100m), OkrNeed.Of(kpi, Series((Day(2026, 5, 31), 100m)), Day(2026, 6, 20), rule).TargetRaised!.Before);
    }

    [Fact]
    public void A_later_decision_for_another_period_does_not_hide_an_open_raise()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        var kpi = Monthly.With(Of(Month(2026, 7), 120m, Day(2026, 6, 1)), Of(Month(2026, 9), 101m, Day(2026, 6, 10)));
        Assert.Equal("2026-07", OkrNeed.Of(kpi, Series((Day(2026, 5, 31), 100m)), Day(2026, 6, 20), rule).TargetRaised!.Period.Label);
    }

    [Fact]
    public void To_pass_a_number_that_was_only_to_be_reached_is_a_raise()
    {
        var kpi = Monthly.WithTarget(Target.Above(100m), Day(2026, 7, 1), Day(2026, 6, 15));
        Assert.NotNull(Raised(kpi, Day(2026, 6, 20), (Day(2026, 5, 31), 100m)));
        Assert.Null(Raised(kpi, Day(2026, 6, 20), (Day(2026, 5, 31), 101m)));
    }

    [Fact]
    public void The_quarters_of_a_fiscal_year_and_of_a_4_4_5_year_are_raised_from_their_own_first_day()
    {
        foreach (var calendar in (ReportingCalendar[])[
            ReportingCalendar.Fiscal(4), ReportingCalendar.Retail(RetailYear.EndingOnLast(IsoDayOfWeek.Saturday, 1, RetailMonths.FourFourFive))
        ])
        {
            var kpi = Every(Cadence.Quarter).On(calendar).WithTarget(100m, Day(2025, 1, 1));
            var period = kpi.PeriodOf(Day(2026, 8, 15));
            Assert.Equal(period, Raised(kpi.WithTarget(120m, period.Start, Day(2026, 6, 15)), Day(2026, 6, 20))!.Period);
            Assert.Equal(period.Next, Raised(kpi.WithTarget(120m, period.Start.PlusDays(1), Day(2026, 6, 15)), Day(2026, 6, 20))!.Period);
        }
    }

    [Fact]
    public void The_sentence_of_a_raise_without_a_stated_day_names_none()
    {
        var kpi = Monthly.WithTarget(120m, Day(2026, 7, 1));
        Assert.Equal("target raised: 100 to 120 from 2026-07", Raised(kpi, Day(2026, 7, 2))!.ToString());
        Assert.EndsWith(
            "decided 2026-06-15", Raised(Monthly.WithTarget(120m, Day(2026, 7, 1), Day(2026, 6, 15)), Day(2026, 7, 2))!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_inside_a_decision_that_begins_lower_is_no_raise_where_nothing_tells_the_season()
    {
        var kpi = Every(Cadence.Month)
            .With(TargetPlan.Of(Day(2026, 1, 1), Enumerable.Range(1, 6).Select(month => (Month(2026, month), Target.Of(100m)))))
            .With(TargetPlan.Of(Day(2026, 6, 20), (Month(2026, 7), Target.Of(90m)), (Month(2026, 8), Target.Of(95m)), (Month(2026, 9), Target.Of(100m))));
        Assert.Equal([TargetChange.First, TargetChange.Lowered], kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
        var more = kpi.With(TargetPlan.Of(Day(2026, 6, 20), (Month(2026, 10), Target.Of(120m)))).TargetRevisions(Day(2026, 12, 31))[1];
        Assert.Equal((TargetChange.Raised, "2026-10", Target.Of(100m)), (more.Change, more.Period.Label, more.Before));
    }

    [Fact]
    public void On_business_days_the_target_of_a_Monday_is_compared_with_that_of_the_Friday_before()
    {
        // June 2026 begins on a Monday.
        var kpi = Every(Cadence.Day).OnBusinessDays(OkrKpi.Periods.BusinessDays.MondayToFriday)
            .With(Weekdays(5).Select(day => TargetDecision.Between(day, day, Target.Of(100m), Day(2026, 4, 1))))
            .With(Weekdays(6).Select(day => TargetDecision.Between(day, day, Target.Of(150m), Day(2026, 5, 20))));
        var raise = kpi.TargetRevisions(Day(2026, 5, 21))[1];
        Assert.Equal((TargetChange.Raised, Day(2026, 6, 1), Target.Of(100m)), (raise.Change, raise.Period.Start, raise.Before));
        Assert.NotNull(Raised(kpi, Day(2026, 5, 21), Weekdays(5).Select(day => (day, 100m))));

        static IEnumerable<LocalDate> Weekdays(int month) =>
            Enumerable.Range(1, 29).Select(day => Day(2026, month, day)).Where(OkrKpi.Periods.BusinessDays.MondayToFriday.Contains);
    }

    private static OkrNeed Dismissed(Kpi kpi, LocalDate asOf, params NeedDismissal[] dismissals) =>
        OkrNeedRule.Default.Apply(KpiAssessment.Of(kpi, Series((Day(2026, 3, 31), 100m)), asOf), [], dismissals);

    // Every period reaches its target on its last day.
    private static IEnumerable<(LocalDate Day, decimal Value)> OnPlan(Kpi kpi)
    {
        for (var period = Month(2025, 1); period <= Month(2026, 12); period = period.Next)
        {
            yield return (period.End, kpi.Targets.For(period, period.End)?.Target?.Value ?? 100m);
        }
    }
}
