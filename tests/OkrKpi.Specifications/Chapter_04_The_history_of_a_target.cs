using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_04_The_history_of_a_target
{
    private static readonly ReportingPeriod Year = ReportingCalendar.Standard.PeriodOf(Day(2026, 1, 1), Cadence.Year);
    private static readonly ReportingPeriod Q3 = ReportingCalendar.Standard.PeriodOf(Day(2026, 7, 1), Cadence.Quarter);
    private static readonly LocalDate InDecember = Day(2025, 12, 10);

    [Fact]
    public void The_target_for_the_third_quarter_was_100_as_known_on_1_June_and_300_as_known_on_15_June()
    {
        var meetings = MeetingsRaisedTo300();
        Assert.Equal(Target.Of(100m), meetings.TargetOver(Q3, Day(2026, 6, 1)).Target);
        Assert.Equal(Target.Of(100m), meetings.TargetOver(Q3, Day(2026, 6, 14)).Target);
        Assert.Equal(Target.Of(300m), meetings.TargetOver(Q3, Day(2026, 6, 15)).Target);
    }

    [Fact]
    public void A_yearly_target_of_1200_spread_evenly_is_100_a_month()
    {
        var plan = TargetPlan.Spread(1_200m, Year, Cadence.Month, InDecember);
        Assert.Equal(Enumerable.Repeat<decimal?>(100m, 12), plan.Decisions.Select(decision => decision.Target!.Value));
    }

    [Fact]
    public void A_yearly_target_spread_by_the_shares_of_its_months_adds_up_to_the_year_exactly()
    {
        var christmas = SeasonalProfile.OfMonths(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 13);
        var months = TargetPlan.Spread(1_000m, Year, Cadence.Month, christmas, InDecember).Decisions
            .Select(decision => decision.Target!.Value!.Value)
            .ToArray();
        Assert.Equal(1_000m, months.Sum());
        Assert.Equal(144.44m, Math.Round(months[11], 2));
        Assert.Equal(270m, TargetPlan.Spread(900m, Year, Cadence.Quarter, christmas, InDecember).Decisions[3].Target!.Value!.Value);
    }

    [Fact]
    public void A_level_that_climbs_from_100_to_124_over_a_year_is_102_in_January_and_124_in_December()
    {
        var plan = TargetPlan.Climb(100m, 124m, Year, Cadence.Month, InDecember);
        Assert.Equal((102m, 124m), (plan.Decisions[0].Target!.Value, plan.Decisions[11].Target!.Value));
    }

    [Fact]
    public void A_total_is_not_spread_over_the_periods_of_a_KPI_that_does_not_add_up()
    {
        var headcount = Monthly(Direction.HigherIsBetter, Aggregation.Last);
        var refusal = Assert.Throws<ArgumentException>(() => headcount.With(TargetPlan.Spread(1_200m, Year, Cadence.Month, InDecember)));
        Assert.Contains("Climb", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_growing_plan_decided_at_once_is_no_raise_T2()
    {
        var kpi = Monthly(Direction.HigherIsBetter).With(TargetPlan.Climb(100m, 220m, Year, Cadence.Month, InDecember));
        Assert.All(kpi.TargetRevisions(Day(2026, 6, 20)), revision => Assert.Equal(TargetChange.First, revision.Change));
        Assert.Null(Need(kpi, Day(2026, 6, 20)).TargetRaised);
    }

    [Fact]
    public void A_plan_that_asks_for_more_than_was_known_for_a_later_month_raises_that_month_T2()
    {
        var kpi = Monthly(Direction.HigherIsBetter).With(TargetPlan.Spread(1_200m, Year, Cadence.Month, InDecember))
            .With(TargetPlan.Of(Day(2026, 5, 5), (Month(8), Target.Of(100m)), (Month(9), Target.Of(101m))).Because("the fair"));
        var raised = Need(kpi, Day(2026, 5, 10)).TargetRaised;
        Assert.Equal(("2026-09", "the fair"), (raised!.Period.Label, raised.Decision.Because));
    }

    [Fact]
    public void A_standing_target_that_a_month_of_its_own_hides_at_first_still_raises_the_month_after_T2()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1))
            .With(TargetDecision.Between(Day(2026, 7, 1), Day(2026, 7, 31), Target.Of(80m), Day(2026, 2, 1), "holidays"))
            .WithTarget(120m, Day(2026, 7, 1), Day(2026, 6, 15));
        Assert.Equal("2026-08", Need(kpi, Day(2026, 6, 20)).TargetRaised!.Period.Label);
    }

    [Fact]
    public void Every_revision_says_what_it_did()
    {
        var kpi = Monthly(Direction.HigherIsBetter)
            .WithTarget(100m, Day(2026, 1, 1))
            .WithTarget(120m, Day(2026, 2, 1))
            .WithTarget(120m, Day(2026, 3, 1))
            .WithTarget(90m, Day(2026, 4, 1))
            .With(TargetDecision.From(Day(2026, 4, 1), Target.Of(95m), Day(2026, 4, 20), "a slip of the pen").AsCorrection())
            .With(TargetDecision.From(Day(2026, 6, 1), Target.Of(95_000m), because: "counted in grams").AsRedefinition())
            .With(TargetDecision.Withdrawn(Day(2026, 7, 1)));
        Assert.Equal(
            [
                TargetChange.First, TargetChange.Raised, TargetChange.Unchanged, TargetChange.Lowered, TargetChange.Corrected, TargetChange.Redefined,
                TargetChange.Withdrawn
            ],
            kpi.TargetRevisions(Day(2026, 12, 31)).Select(revision => revision.Change));
        Assert.Equal(3, kpi.TargetRevisions(Day(2026, 3, 31)).Count);
    }

    [Fact]
    public void A_change_of_unit_or_definition_is_no_raise_T2()
    {
        var kpi = Monthly(Direction.HigherIsBetter)
            .WithTarget(100m, Day(2026, 1, 1))
            .With(TargetDecision.From(Day(2026, 7, 1), Target.Of(100_000m), Day(2026, 6, 15)).AsRedefinition());
        Assert.Null(Need(kpi, Day(2026, 6, 20)).TargetRaised);
    }

    [Fact]
    public void A_correction_changes_the_target_from_the_day_it_was_made_and_no_answer_before()
    {
        var kpi = Monthly(Direction.HigherIsBetter)
            .WithTarget(100m, Day(2026, 1, 1))
            .With(TargetDecision.From(Day(2026, 1, 1), Target.Of(90m), Day(2026, 6, 15)).AsCorrection());
        var may = Measurement.On(Day(2026, 5, 31), 95m);
        Assert.NotNull(Need(kpi, Day(2026, 6, 14), may).Lagging);
        Assert.Null(Need(kpi, Day(2026, 6, 15), may).Lagging);
    }

    [Fact]
    public void A_raise_of_exactly_the_margin_needs_no_OKR_and_one_just_beyond_does_T2()
    {
        var rule = OkrNeedRule.Default.IgnoringRaisesWithin(Tolerance.OfShare(0.05m));
        Assert.Null(Raised(105m, rule));
        Assert.NotNull(Raised(105.01m, rule));
    }

    [Fact]
    public void The_quarter_of_a_monthly_target_is_derived_and_says_so()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1)).WithTarget(150m, Day(2026, 9, 1), Day(2026, 1, 1));
        var quarter = kpi.TargetOver(Q3, Day(2026, 6, 1));
        Assert.True(quarter.IsDerived);
        Assert.Equal(Target.Of(350m), quarter.Target);
        Assert.False(kpi.TargetOver(Month(9), Day(2026, 6, 1)).IsDerived);
    }

    [Fact]
    public void The_quarter_of_a_yearly_target_is_a_fourth_of_it()
    {
        var kpi = Kpi.Define("kpi", "Revenue", Unit.Count("euro"), Direction.HigherIsBetter)
            .Every(Cadence.Year, Aggregation.Sum)
            .WithTarget(400m, Day(2026, 1, 1));
        Assert.Equal(Target.Of(100m), kpi.TargetOver(Q3, Day(2026, 6, 1)).Target);
    }

    [Fact]
    public void The_quarter_of_a_KPI_that_does_not_add_up_has_no_derived_target() =>
        Assert.Null(Monthly(Direction.HigherIsBetter, Aggregation.Average).WithTarget(100m, Day(2026, 1, 1)).TargetOver(Q3, Day(2026, 6, 1)).Target);

    [Fact]
    public void A_quarter_of_which_a_month_has_no_target_has_none() =>
        Assert.Null(Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 8, 1), InDecember).TargetOver(Q3, Day(2026, 6, 1)).Target);

    [Fact]
    public void Weeks_do_not_fill_a_quarter_so_its_target_cannot_be_derived()
    {
        var weekly = Kpi.Define("kpi", "Leads", Unit.Count("lead"), Direction.HigherIsBetter)
            .Every(Cadence.Week, Aggregation.Sum)
            .WithTarget(10m, Day(2025, 1, 1));
        Assert.Null(weekly.TargetOver(Q3, Day(2026, 6, 1)).Target);
    }

    [Fact]
    public void The_targets_raised_in_January_are_seen_from_the_periods()
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2025, 1, 1)).WithTarget(110m, Day(2026, 1, 1)).WithTarget(105m, Day(2026, 4, 1));
        var assessment = KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(Day(2025, 1, 15), 100m)), Day(2026, 6, 20));
        var steps = assessment.TargetSteps(since: Day(2025, 6, 20));
        Assert.Equal([("2026-01", TargetChange.Raised), ("2026-04", TargetChange.Lowered)], steps.Select(step => (step.Period.Period.Label, step.Change)));
        Assert.Equal([TargetChange.Raised], assessment.TargetSteps(since: Day(2026, 6, 1), periodsApart: 12).Select(step => step.Change));
    }

    private static ReportingPeriod Month(int month) => ReportingCalendar.Standard.PeriodOf(Day(2026, month, 1), Cadence.Month);

    private static TargetRaisedReason? Raised(decimal to, OkrNeedRule rule)
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(100m, Day(2026, 1, 1)).WithTarget(to, Day(2026, 7, 1), Day(2026, 6, 15));
        return OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id), Day(2026, 6, 20), rule).TargetRaised;
    }
}
