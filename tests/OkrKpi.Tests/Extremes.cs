using NodaTime;

namespace OkrKpi.Tests;

/// <summary>The smallest, largest, first and last of everything gives a number too.</summary>
public sealed class Extremes
{
    private const decimal Tiny = 0.000_000_000_000_000_000_000_000_000_1m;

    private const decimal Large = 1_000_000_000_000_000m;

    private static readonly LocalDate AsOf = new(2026, 8, 15);

    [Fact]
    public void A_gap_to_a_target_of_next_to_nothing_is_a_share_of_at_most_10_to_the_27()
    {
        var kpi = Monthly(Aggregation.Sum).WithTarget(Tiny, new LocalDate(2026, 1, 1));
        var need = OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(new LocalDate(2026, 7, 1), -Large)), AsOf);
        Assert.Equal(-1e27m, need.GapShare);
        Assert.Equal(-Large, Math.Round(need.Lagging!.Gap!.Value));
        Assert.Equal(need.Kpi, Assert.Single(NeedRanking.Of([need]).Needs).Need.Kpi);
    }

    [Fact]
    public void Measurements_add_up_to_at_most_10_to_the_18()
    {
        var kpi = Monthly(Aggregation.Sum).WithTarget(1m, new LocalDate(2026, 1, 1));
        Assert.Equal(1e18m, July(kpi, [.. Enumerable.Repeat(Measurement.On(new LocalDate(2026, 7, 1), Large), 1_001)]).Actual);
        Assert.Equal(999e15m, July(kpi, [.. Enumerable.Repeat(Measurement.On(new LocalDate(2026, 7, 1), Large), 999)]).Actual);
        Assert.Equal(1e18m, July(Monthly(Aggregation.RatioOfSums), Measurement.On(new LocalDate(2026, 7, 1), Large).OutOf(Tiny)).Actual);
    }

    [Fact]
    public void Targets_of_months_add_up_to_more_than_one_target_may_be()
    {
        var kpi = Monthly(Aggregation.Sum).WithTarget(Large, new LocalDate(2026, 1, 1));
        Assert.Equal(12m * Large, kpi.TargetOver(kpi.Calendar.PeriodOf(AsOf, Cadence.Year), AsOf).Target!.Value);
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(1e-12)]
    public void A_seasonal_profile_takes_amounts_of_any_size(double size)
    {
        var december = (decimal)size;
        var profile = SeasonalProfile.OfMonths(Enumerable.Repeat(december / 2m, 11).Append(december));
        Assert.Equal(6m / 13m, profile.ShareDue(ReportingCalendar.Standard.PeriodOf(AsOf, Cadence.Year), new LocalDate(2026, 6, 30)), 25);
        var kpi = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter)
            .Every(Cadence.Year, Aggregation.Sum)
            .WithTarget(Large, new LocalDate(2026, 1, 1));
        var series = MeasurementSeries.Of(kpi.Id, Enumerable.Repeat(Measurement.On(new LocalDate(2026, 7, 31), Large), 1_001));
        Assert.Null(Lagging.BehindPace(profile).Check(KpiAssessment.Of(kpi, series, AsOf)));
        Assert.NotNull(
            Lagging.BehindPace(profile).Check(KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(new LocalDate(2026, 7, 31), 1m)), AsOf)));
    }

    [Fact]
    public void Without_weight_in_any_month_there_is_no_profile() =>
        Assert.Throws<ArgumentException>("weights", () => SeasonalProfile.OfMonths(Enumerable.Repeat(Tiny, 12)));

    [Fact]
    public void Any_actual_has_a_gap_a_margin_and_an_attainment()
    {
        Assert.Equal(-1e18m - 1m, Target.Of(1m).Gap(decimal.MinValue, Direction.HigherIsBetter));
        Assert.Equal(1e18m + 1m, Target.Of(1m).Gap(decimal.MinValue, Direction.LowerIsBetter));
        Assert.Equal(-1e18m - 1m, Band.AtLeast(1m).Margin(decimal.MinValue));
        Assert.Equal(1m - 1e18m, Band.Between(0m, 1m).Margin(decimal.MaxValue));
        Assert.Equal(2m + 1e27m, Target.Of(1m).Attainment(decimal.MinValue, Direction.LowerIsBetter));
        Assert.Equal(1e27m, Target.Of(0.000_000_000_001m).Attainment(decimal.MaxValue, Direction.HigherIsBetter));
        Assert.Equal(-1e27m, Target.Of(0.000_000_000_001m).Attainment(decimal.MinValue, Direction.HigherIsBetter));
    }

    [Fact]
    public void A_budget_of_next_to_nothing_burns_at_most_10_to_the_27_times_too_fast()
    {
        Assert.Equal(1e27m, MissBudget.OfShare(0.000_000_000_001m).Burn(Large, 0.001m));
        Assert.Null(MissBudget.OfShare(Tiny).Burn(1m, 0.1m));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => MissBudget.Of(1, 12).Burn(1m, decimal.MaxValue));
    }

    [Theory]
    [InlineData(1, PaceStatus.OnTrack)]
    [InlineData(-1, PaceStatus.Behind)]
    public void Any_progress_where_none_is_expected_is_the_best_status(int sign, PaceStatus status)
    {
        var bands = PaceBands.ByRatio(PaceStatus.Behind).From(0.5m, PaceStatus.AtRisk).From(1m, PaceStatus.OnTrack);
        Assert.Equal(status, bands.Status(sign * Large, 0m));
        Assert.Equal(status, bands.Status(sign * Tiny, 0m));
    }

    [Fact]
    public void The_last_date_of_all_has_business_days()
    {
        Assert.Equal(1, BusinessDays.MondayToFriday.Between(LocalDate.MaxIsoValue, LocalDate.MaxIsoValue));
        Assert.Equal(5, BusinessDays.MondayToFriday.Between(LocalDate.MaxIsoValue.PlusDays(-6), LocalDate.MaxIsoValue));
        Assert.Equal(1m, BusinessDays.MondayToFriday.ElapsedShare(new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue, LocalDate.MaxIsoValue));
    }

    [Fact]
    public void A_cycle_of_months_ends_by_the_year_9997()
    {
        Assert.Equal(new LocalDate(9_997, 12, 31), Cycle.OfMonths(new LocalDate(9_997, 10, 1), 3).End);
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Cycle.OfMonths(new LocalDate(9_997, 10, 1), 4));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => Cycle.OfMonths(new LocalDate(9_997, 12, 31), 1_200));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Cycle.Of(ReportingCalendar.Standard.PeriodOf(new LocalDate(1, 1, 1), Cadence.Month)));
    }

    [Fact]
    public void A_cycle_has_a_hundred_years_at_most()
    {
        var start = new LocalDate(2001, 1, 1);
        Assert.Equal(Cycle.OfMonths(start, 1_200), Cycle.Between(start, new LocalDate(2100, 12, 31)));
        Assert.Equal(36_525, Cycle.Between(start, start.PlusDays(36_524)).Days);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>("end", () => Cycle.Between(start, start.PlusDays(36_525)));
        Assert.Contains("carry the objective over", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_until_for_ever_lasts()
    {
        var kpi = Monthly(Aggregation.Sum).With(
            TargetDecision.Between(new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue, Target.Of(100m)),
            TargetDecision.Between(new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue, Target.Of(120m), new LocalDate(2026, 7, 2)));
        Assert.Equal(OkrNeedState.Needed, OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id), new LocalDate(2026, 7, 15)).State);
        Assert.Equal(2, kpi.TargetRevisions(AsOf).Count);
    }

    [Theory]
    [InlineData(Cadence.Hour)]
    [InlineData(Cadence.Day)]
    [InlineData(Cadence.Week)]
    [InlineData(Cadence.Year)]
    public void The_first_and_the_last_day_of_all_have_a_review(Cadence cadence)
    {
        foreach (var calendar in new[] { ReportingCalendar.Standard, ReportingCalendar.Fiscal(
            7,
            FiscalYearNaming.ByEndYear).In("Pacific/Apia"), ReportingCalendar.Retail(
                RetailYear.EndingNearest(IsoDayOfWeek.Saturday, 1, RetailMonths.FourFiveFour)) })
        {
            var kpi = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter)
                .Every(cadence, Aggregation.Sum)
                .On(calendar)
                .WithTarget(1m, new LocalDate(2, 1, 1));
            foreach (var day in new[] { new LocalDate(2, 1, 1), new LocalDate(9_997, 12, 31) })
            {
                var objective = Objective.Define("o", "Sell more", Cycle.Between(day, day)).Addressing(kpi);
                var review = Portfolio.Of([kpi], [objective], []).Review(day);
                Assert.Equal(day, review.Week().AsOf);
                Assert.NotEmpty(review.Explain().ToString());
                Assert.Single(Assert.Single(review.EndOf(objective.Cycle).Outcomes).Effects);
                Assert.Single(KpiRollup.Of(kpi, MeasurementSeries.Of(kpi.Id), Cadence.Day, day).Periods);
            }
        }
    }

    [Theory]
    [InlineData(Cadence.Hour)]
    [InlineData(Cadence.Day)]
    public void A_measurement_of_a_wrong_century_costs_next_to_nothing(Cadence cadence)
    {
        var kpi = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter)
            .Every(cadence, Aggregation.Sum)
            .WithTarget(5m, new LocalDate(2026, 1, 1));
        var series = MeasurementSeries.Of(
            kpi.Id, Measurement.AtInstant(Instant.FromUtc(202, 7, 1, 9, 0), 1m), Measurement.AtInstant(Instant.FromUtc(2026, 7, 1, 9, 0), 1m));
        var portfolio = Portfolio.Of([kpi], [], [series]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var review = portfolio.Review(new LocalDate(2026, 7, 1));
        var steps = review.Kpis[0].TargetSteps(new LocalDate(2025, 12, 31));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10_000_000);
        Assert.Equal(new LocalDate(2026, 1, 1), Assert.Single(steps).Period.Period.Start);
        Assert.InRange(review.Kpis[0].Periods.Count, 600_000, 17_000_000);
        Assert.Equal(1m, review.Kpis[0].Periods[0].Actual);
        Assert.Same(review.Kpis[0].Latest, review.Kpis[0].Periods[^1]);
    }

    [Fact]
    public void The_hours_of_the_year_0_have_dates()
    {
        var year = ReportingCalendar.Fiscal(7, FiscalYearNaming.ByEndYear).PeriodOf(new LocalDate(1, 1, 1), Cadence.Year);
        var hour = year.Children(Cadence.Hour)[0];
        Assert.Equal(new LocalDate(0, 7, 1), hour.Start);
        Assert.Equal(hour, hour.Next.Previous);
    }

    [Fact]
    public void A_timeline_looks_at_100_000_days_at_most()
    {
        var kpi = Monthly(Aggregation.Sum);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            "through", () => NeedTimeline.Of(kpi, MeasurementSeries.Of(kpi.Id), AsOf, AsOf.PlusDays(100_001)));
        Assert.Contains("0 to 100000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_from_next_to_nothing_can_be_shown() => Assert.Equal("+99999999999999999999999999900 %", Growth.Of(Large, 0.000_000_000_001m).ToString());

    private static Kpi Monthly(Aggregation aggregation) =>
        Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter).Every(Cadence.Month, aggregation);

    private static KpiPeriod July(Kpi kpi, params Measurement[] measurements) =>
        KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id, measurements), AsOf).Latest!;
}
