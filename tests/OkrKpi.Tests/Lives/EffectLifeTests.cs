using NodaTime;
using static OkrKpi.Tests.Lives.LifeKpis;

namespace OkrKpi.Tests.Lives;

/// <summary>
/// Did the objective move the KPI? Asked in ordinary lives: of figures that come late, of what was redefined, of KPIs that were chosen because they missed.
/// </summary>
public class EffectLifeTests
{
    private static readonly Cycle Third = Cycle.Quarter(2026, 3);
    private static readonly LocalDate End = Day(2026, 9, 30);

    private static readonly decimal[] Noise =
    [
        7.2m, 0.3m, -3.8m, -5.5m, 0.2m, -5.1m, -7.2m, 1m, 0.7m, 2.7m, -4.6m, 0m, -0.5m, -7.5m, 2.7m, 1.6m, 11.9m, 1m, -0.7m, 6.2m, 1m, 4.5m, -1.8m, 1.1m,
    ];

    [Fact]
    public void Across_a_redefinition_just_before_the_cycle_nobody_can_tell()
    {
        var effect = Effect(Redefined(Day(2026, 6, 15)), End);
        Assert.Equal((KpiMovement.CannotTell, (decimal?)null, (decimal?)null), (effect.Movement, effect.Difference, effect.SmallestGain));
        Assert.Equal("effect.redefined", effect.Explain().Key);
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 15)]
    [InlineData(9, 30)]
    public void Nor_across_one_in_the_cycle_even_by_the_plain_difference(int month, int day)
    {
        var life = Redefined(Day(2026, month, day));
        Assert.Equal("effect.redefined", Effect(life, End).Explain().Key);
        Assert.Equal("effect.redefined", Plain.Apply(life.Assessed(End), Third).Explain().Key);
    }

    [Fact]
    public void Nor_while_the_cycle_runs() => Assert.Equal("effect.redefined", Effect(Redefined(Day(2026, 7, 1)), Day(2026, 7, 20)).Explain().Key);

    [Fact]
    public void A_redefinition_after_the_cycle_or_decided_after_the_day_changes_nothing()
    {
        Assert.Equal(KpiMovement.Moved, Effect(Redefined(Day(2026, 10, 1)), Day(2026, 12, 31)).Movement);
        Assert.Equal(KpiMovement.Moved, Effect(Redefined(Day(2026, 7, 1), decided: Day(2026, 11, 1)), End).Movement);
        Assert.Equal(KpiMovement.CannotTell, Effect(Redefined(Day(2026, 7, 1), decided: Day(2026, 11, 1)), Day(2026, 11, 1)).Movement);
    }

    [Fact]
    public void Of_one_long_ago_the_months_since_are_compared()
    {
        var effect = Effect(Redefined(Day(2026, 1, 1)), End);
        Assert.Equal(("2026-01", 6), (effect.Before!.First.Label, effect.Verdict!.PeriodsBefore));
        Assert.NotEqual(KpiMovement.CannotTell, effect.Movement);
        Assert.Equal("effect.redefined", Effect(Redefined(Day(2026, 2, 1)), End).Explain().Key);
    }

    [Fact]
    public void The_month_by_which_it_was_seen_to_lag_is_left_out()
    {
        var effect = Effect(Monthly().Target(101, Day(2024, 1, 1)), End);
        Assert.Null(effect.LeftOut);
        Assert.Equal(("2026-06", 24), (effect.Before!.Last.Label, effect.Before.Coverage.Present));
        var missed = Effect(Monthly().Target(102, Day(2024, 1, 1)), End);
        Assert.Equal(new DateInterval(Day(2026, 6, 1), Day(2026, 6, 30)), missed.LeftOut);
        Assert.Equal(("2026-05", 23), (missed.Before!.Periods[^1].Period.Label, missed.Before.Coverage.Present));
        Assert.Equal(missed.Before.Coverage.Expected, missed.Before.Coverage.Present);
        Assert.Equal(-1, missed.Before.Periods[^1].Period.StepsTo(missed.Looked!.First) - 3);
        Assert.Contains("left out before: 2026-06 to 2026-06, by which it was seen to lag", missed.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void So_are_all_that_a_reading_over_several_months_looked_at()
    {
        var life = Monthly().Target(200, Day(2024, 1, 1));
        Assert.Equal(Day(2026, 4, 1), Effect(life.Where(kpi => kpi.Lags(Lagging.MissesOutOf(2, 3))), End).LeftOut!.Start);
        Assert.Equal(Day(2026, 5, 1), Effect(life.Where(kpi => kpi.Lags(Lagging.MissesInARow(2))), End).LeftOut!.Start);
        Assert.Equal(
            Day(2026, 4, 1), Effect(life.Where(kpi => kpi.Lags(Lagging.AllOf(Lagging.Missed(), Lagging.MissesOutOf(3, 3)))), End).LeftOut!.Start);
        Assert.Equal(Day(2026, 6, 1), Effect(life.Where(kpi => kpi.Lags(Lagging.AnyOf(Lagging.Missed(), Lagging.MissesOutOf(3, 3)))), End).LeftOut!.Start);
        Assert.Equal(
            Day(2026, 3, 1),
            EffectRule.Default.Apply(life.Assessed(End), Third, OkrNeedRule.Default.With(Lagging.MissesInARow(4))).LeftOut!.Start);
    }

    [Fact]
    public void All_judged_months_looked_at_are_left_out_also_when_the_latest_of_them_was_no_miss()
    {
        var life = Monthly().Where(kpi => kpi.Lags(Lagging.MissesOutOf(2, 3))).Target(90, Day(2024, 1, 1))
            .Decided(For(Month(2026, 4), 200), For(Month(2026, 5), 200));
        var effect = Effect(life, End);
        Assert.Equal(new DateInterval(Day(2026, 4, 1), Day(2026, 6, 30)), effect.LeftOut);
        Assert.Equal(("2026-03", 21), (effect.Before!.Periods[^1].Period.Label, effect.Verdict!.PeriodsBefore));
    }

    [Fact]
    public void So_are_those_looked_at_across_a_month_without_a_figure()
    {
        var life = Monthly(month => month != Month(2026, 5)).Where(kpi => kpi.Lags(Lagging.MissesOutOf(2, 3))).Target(90, Day(2024, 1, 1))
            .Decided(For(Month(2026, 3), 200), For(Month(2026, 6), 200));
        var effect = Effect(life, End);
        Assert.Equal(new DateInterval(Day(2026, 3, 1), Day(2026, 6, 30)), effect.LeftOut);
        Assert.Equal(("2026-02", 20), (effect.Before!.Periods[^1].Period.Label, effect.Verdict!.PeriodsBefore));
        var offTrack = Effect(life.Where(kpi => kpi.Lags(Lagging.OffTrackForDeadline(3))).Target(500, Day(2026, 12, 1), Day(2026, 1, 1)), End);
        Assert.Equal(new DateInterval(Day(2026, 4, 1), Day(2026, 6, 30)), offTrack.LeftOut);
    }

    [Fact]
    public void What_is_left_out_ends_on_the_eve_of_the_cycle_although_the_year_that_lags_goes_on()
    {
        var life = Monthly().Where(kpi => kpi.Every(Cadence.Year, Aggregation.Sum).Measured(Cadence.Month).Lags(Lagging.BehindPace()))
            .Target(2_400, Day(2024, 1, 1));
        Assert.Equal(new DateInterval(Day(2026, 1, 1), Day(2026, 6, 30)), Effect(life, End).LeftOut);
    }

    [Fact]
    public void Of_a_daily_KPI_on_business_days_only_those_are_counted_before_and_in_the_cycle()
    {
        var effect = Effect(Daily(), End);
        Assert.Equal((66, 66), (effect.Looked!.Coverage.Expected, effect.Looked.Coverage.Present));
        Assert.Equal((24, 24), (effect.Before!.Coverage.Expected, effect.Before.Coverage.Present));
        Assert.Equal(("2026-10-01", 66, "2026-12-31"), (effect.After!.First.Label, effect.After.Coverage.Expected, effect.After.Last.Label));
        Assert.Contains("In the 66 days after", effect.ToString(), StringComparison.Ordinal);
        var ahead = Effect(Daily(), Day(2026, 7, 20));
        Assert.Equal((KpiMovement.TooEarly, 66), (ahead.Movement, ahead.Verdict!.PeriodsAfter));
        Assert.Equal(effect.Verdict!.Plain!.Margin, ahead.Verdict.Plain!.Margin);
    }

    [Fact]
    public void Of_such_a_KPI_Friday_and_Monday_are_neighbours_and_a_holiday_is_no_gap()
    {
        var effect = Effect(Daily(), End);
        var successive = BeforeAfter.Of(
            effect.Before!.Periods.Select(period => period.Actual!.Value), effect.Looked!.Periods.Select(period => period.Actual!.Value)).Judge();
        Assert.Equal(successive.Plain!.Autocorrelation, effect.Verdict!.Plain!.Autocorrelation);
        Assert.Equal(successive.Line!.Margin, effect.Verdict.Line!.Margin);
    }

    [Fact]
    public void A_cycle_that_begins_or_ends_on_a_weekend_is_looked_at_from_its_first_business_day_to_its_last()
    {
        var cycle = Cycle.Between(Day(2026, 8, 1), Day(2026, 8, 30));
        var effect = EffectRule.Default.Apply(Daily().Assessed(Day(2026, 8, 30)), cycle);
        Assert.Equal(("2026-07-31", "2026-08-03", "2026-08-28"), (effect.Before!.Last.Label, effect.Looked!.First.Label, effect.Looked.Last.Label));
        Assert.Equal((20, 20), (effect.Looked.Coverage.Expected, effect.Looked.Coverage.Present));
        Assert.Equal(KpiMovement.CannotTell, EffectRule.Default.Apply(Daily().Assessed(End), Cycle.Between(Day(2026, 8, 1), Day(2026, 8, 2))).Movement);
        var plain = Plain.AfterLag(1).Apply(Daily().Assessed(End), cycle);
        Assert.Equal(("2026-07-06", "2026-07-31"), (plain.Before!.First.Label, plain.Before.Last.Label));
        Assert.Equal(("2026-08-04", 20, "2026-08-31"), (plain.Looked!.First.Label, plain.Looked.Coverage.Expected, plain.Looked.Last.Label));
        var yearly = Plain.AfterLag(1).ComparedWith(EffectBaseline.SamePeriodsAYearBefore).Apply(Daily().Assessed(End), cycle);
        Assert.Equal(("2025-08-05", 20), (yearly.Before!.First.Label, yearly.Before.Coverage.Expected));
    }

    [Fact]
    public void Business_days_left_out_are_no_gap()
    {
        var life = Daily().Where(kpi => kpi.Lags(Lagging.MissesInARow(3))).Target(200, Day(2026, 1, 1));
        var effect = Effect(life, End);
        Assert.Equal(new DateInterval(Day(2026, 6, 26), Day(2026, 6, 30)), effect.LeftOut);
        Assert.Equal((24, 24), (effect.Before!.Coverage.Expected, effect.Before.Coverage.Present));
        Assert.Equal("2026-06-25", effect.Before.Periods[^1].Period.Label);
    }

    [Fact]
    public void What_the_rule_saw_on_the_eve_counts_and_not_what_it_sees_later()
    {
        var life = Monthly().Target(90, Day(2024, 1, 1)).Target(500, Day(2026, 7, 1), Day(2026, 6, 20));
        Assert.Null(Effect(life, End).LeftOut);
        var late = Monthly(knownAfter: 21).Where(kpi => kpi.PublishedAfter(21)).Target(98, Day(2024, 1, 1));
        Assert.Null(Effect(late, Day(2026, 10, 21)).LeftOut);
        var missed = Monthly(knownAfter: 21).Where(kpi => kpi.PublishedAfter(21)).Target(105, Day(2024, 1, 1));
        Assert.Equal(Day(2026, 5, 1), Effect(missed, Day(2026, 10, 21)).LeftOut!.Start);
    }

    [Fact]
    public void A_quarterly_KPI_measured_monthly_is_read_by_its_months_and_a_missed_quarter_is_three_of_them()
    {
        var life = Monthly().Where(kpi => kpi.Every(Cadence.Quarter, Aggregation.Sum).Measured(Cadence.Month)).Target(400, Day(2024, 1, 1));
        var effect = Effect(life, End);
        Assert.Equal(("2026-07", 3, 21), (effect.Looked!.First.Label, effect.Looked.Coverage.Present, effect.Before!.Coverage.Present));
        Assert.Equal(new DateInterval(Day(2026, 4, 1), Day(2026, 6, 30)), effect.LeftOut);
        Assert.Equal(Math.Round((400m / 3m) - effect.Verdict!.Centre!.Value, 10), Math.Round(effect.Hoped!.Value, 10));
        Assert.Equal(KpiMovement.Moved, effect.Movement);
        Assert.Equal("2026-10", EffectRule.Default.AfterLag(1).Apply(life.Assessed(Day(2026, 12, 31)), Third).Looked!.First.Label);
        Assert.Equal(KpiMovement.CannotTell, Effect(Monthly().Where(kpi => kpi.Every(Cadence.Quarter, Aggregation.Sum)), End).Movement);
    }

    [Fact]
    public void A_rate_of_a_quarter_is_hoped_for_in_each_month_as_it_is()
    {
        var life = Monthly().Where(kpi => kpi.Every(Cadence.Quarter, Aggregation.Average).Measured(Cadence.Month)).Target(120, Day(2024, 1, 1));
        var effect = Effect(life, End);
        Assert.Equal(120m - effect.Verdict!.Centre!.Value, effect.Hoped);
    }

    [Fact]
    public void Weeks_that_lie_across_the_start_are_neither_before_nor_in_the_cycle()
    {
        var kpi = Every(Cadence.Month, Aggregation.Average).Measured(Cadence.Week);
        var life = Life.Of(kpi).MeasuredEach(Cadence.Week, Day(2026, 1, 5), Day(2026, 9, 27), week => 100m + Noise[week.Number % 24]);
        var effect = Effect(life, End);
        Assert.Equal(("2026-W26", "2026-W28", "2026-W39"), (effect.Before!.Last.Label, effect.Looked!.First.Label, effect.Looked.Last.Label));
        Assert.Equal((24, 12), (effect.Before.Coverage.Present, effect.Looked.Coverage.Present));
    }

    [Fact]
    public void Figures_that_come_late_are_waited_for()
    {
        var life = Monthly(knownAfter: 21).Where(kpi => kpi.PublishedAfter(21));
        Assert.Equal(KpiMovement.TooEarly, Effect(life, Day(2026, 10, 20)).Movement);
        Assert.Equal(Day(2026, 10, 21), Effect(life, End).ReadableFrom);
        Assert.Equal((KpiMovement.Moved, 3), (Effect(life, Day(2026, 10, 21)).Movement, Effect(life, Day(2026, 10, 21)).Verdict!.PeriodsAfter));
        Assert.Equal(KpiMovement.Moved, Effect(Monthly().Where(kpi => kpi.PublishedAfter(21)), End).Movement);
    }

    [Fact]
    public void On_every_day_of_the_cycle_it_is_too_early_and_what_could_be_seen_is_known_from_the_first_day_on()
    {
        var life = Monthly();
        for (var day = Day(2026, 7, 1); day < End; day = day.PlusDays(1))
        {
            Assert.Equal((KpiMovement.TooEarly, Effect(life, End).SmallestGain), (Effect(life, day).Movement, Effect(life, day).SmallestGain));
        }

        Assert.Equal(Effect(life, End).Verdict!.Plain!.Margin, Effect(life, Day(2027, 12, 31)).Verdict!.Plain!.Margin);
        Assert.NotNull(Effect(life, Day(2026, 6, 10)).SmallestGain);
        Assert.Equal(23, Effect(life, Day(2026, 6, 10)).Verdict!.PeriodsBefore);
    }

    [Fact]
    public void A_month_without_a_figure_is_a_gap_and_where_silence_is_zero_it_is_a_zero()
    {
        var life = Life.Of(Meetings(Cadence.Month)).MeasuredEach(
            Cadence.Month, Day(2025, 1, 1), End, month => month == Month(2026, 2) || month == Month(2026, 8) ? null : 100m + Noise[(month.Number * 5) % 24]);
        var gap = Effect(life, Day(2026, 10, 31));
        Assert.Equal((17, 18, 2), (gap.Before!.Coverage.Present, gap.Before.Coverage.Expected, gap.Verdict!.PeriodsAfter));
        var silent = Effect(life.Where(kpi => kpi.NothingRecordedIsZero()), Day(2026, 10, 31));
        Assert.Equal((18, 3), (silent.Before!.Coverage.Present, silent.Verdict!.PeriodsAfter));
    }

    [Fact]
    public void A_declared_season_is_taken_into_account()
    {
        Assert.Equal(0, Effect(Monthly(), End).Verdict!.Season);
        Assert.Equal(12, Effect(Monthly().Where(kpi => kpi.SpreadBy(SeasonalProfile.OfMonths(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))), End).Verdict!.Season);
        Assert.Equal(0, Effect(Monthly().Where(kpi => kpi.SpreadBy(SeasonalProfile.Even)), End).Verdict!.Season);
        Assert.Equal(0, Effect(Monthly().Where(kpi => kpi.SpreadBy(SeasonalProfile.OfWeekdays(2, 1, 1, 1, 1, 1, 1))), End).Verdict!.Season);
    }

    [Fact]
    public void Of_a_band_the_distance_inside_it_is_compared_and_of_what_is_only_watched_nothing()
    {
        var life = Monthly().Where(kpi => kpi.As(Direction.WithinBand)).Target(Target.Within(Band.Between(100m, 140m)), Day(2024, 1, 1));
        var effect = Effect(life, End);
        Assert.Equal((KpiMovement.Moved, true), (effect.Movement, effect.Difference > 10m));
        Assert.Equal(-effect.Verdict!.Centre!.Value, effect.Hoped);
        var watched = Effect(Monthly().Where(kpi => kpi.As(Direction.None)), End);
        Assert.Equal((KpiMovement.CannotTell, "effect.notMeasurable"), (watched.Movement, watched.Explain().Key));
        Assert.Equal(KpiMovement.CannotTell, Effect(Monthly().Where(kpi => kpi.As(Direction.WithinBand)), End).Movement);
    }

    [Fact]
    public void The_same_reading_judges_two_windows_alone()
    {
        var (effect, plain) = (Effect(Monthly(), End), Plain.Apply(Monthly().Assessed(End), Third));
        Assert.Equal(KpiMovement.Moved, EffectReading.BeyondNoise.Judge(effect.Before!, effect.Looked!));
        Assert.Equal(KpiMovement.CannotTell, EffectReading.BeyondNoise.Judge(effect.Looked!, effect.Before!));
        Assert.Equal(KpiMovement.CannotTell, EffectReading.BeyondNoise.Judge(plain.Before!, plain.Looked!));
        Assert.Equal((KpiMovement.Moved, KpiMovement.Worsened), (plain.Movement, EffectReading.PlainDifference().Judge(plain.Looked!, plain.Before!)));
        Assert.Equal(plain.Before!.Value * 0.05m, plain.SmallestGain);
        Assert.Null(plain.Verdict);
        Assert.Null(plain.Low);
    }

    private static EffectRule Plain => EffectRule.Default.With(EffectReading.PlainDifference());

    private static KpiEffect Effect(Life life, LocalDate on) => EffectRule.Default.Apply(life.Assessed(on), Third);

    // From July 2024 on 100 with noise, 101.1 in June 2026; from July 2026 on 20 more.
    private static Life Monthly(int knownAfter = 0) => Life.Of(Meetings(Cadence.Month)).MeasuredEach(
        Cadence.Month, Day(2024, 7, 1), Day(2026, 12, 31), month => Value(month), knownAfter);

    private static decimal Value(ReportingPeriod month) =>
        (month.Start < Third.Start ? 100m : 120m) + Noise[Month(2024, 7).StepsTo(month) % 24];

    private static Life Monthly(Func<ReportingPeriod, bool> isMeasured) => Life.Of(Meetings(Cadence.Month)).MeasuredEach(
        Cadence.Month, Day(2024, 7, 1), Day(2026, 12, 31), month => isMeasured(month) ? Value(month) : null);

    // On Mondays to Fridays but for a holiday in June, 100 with noise; from July 2026 on 20 more.
    private static Life Daily()
    {
        var days = BusinessDays.MondayToFriday.Without([Day(2026, 6, 19)]);
        return Life.Of(Meetings(Cadence.Day).OnBusinessDays(days)).MeasuredEach(
            Cadence.Day, Day(2025, 7, 1), Day(2026, 12, 31),
            day => days.Contains(day.Start) ? (day.Start < Third.Start ? 100m : 120m) + Noise[day.Number * 5 % 24] : null);
    }

    private static Life Redefined(LocalDate from, LocalDate? decided = null) => Monthly().Target(90, Day(2024, 1, 1))
        .Decided(TargetDecision.From(from, Target.Of(90m), decided ?? from.PlusDays(-20), "counted otherwise").AsRedefinition());
}
