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

    private static Life Redefined(LocalDate from, LocalDate? decided = null) => Monthly().Target(90, Day(2024, 1, 1))
        .Decided(TargetDecision.From(from, Target.Of(90m), decided ?? from.PlusDays(-20), "counted otherwise").AsRedefinition());
}
