using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_22_Signal_or_noise
{
    // Answered calls in hundredths of all, month by month: about 85 with noise, as a call centre has it.
    private static readonly decimal[] Answered = [84m, 86m, 85m, 83m, 87m, 85m, 86m, 84m, 85m, 87m, 83m, 85m];

    [Fact]
    public void A_month_within_the_limits_is_noise_although_it_missed_its_target()
    {
        var behaviour = Behaviour(86m, [.. Answered, 82m]);
        Assert.Equal(Variation.CommonCause, behaviour.Variation);
        Assert.Equal("noise: 82 % in 2026-01 lies within what this process gives, 79.01 % to 90.53 %", behaviour.Explain().Sentence());
    }

    [Fact]
    public void A_month_beyond_the_limits_is_a_signal()
    {
        var behaviour = Behaviour(86m, [.. Answered, 70m]);
        Assert.Equal(Variation.Worsening, behaviour.Variation);
        Assert.Equal("2026-01", behaviour.Since!.Period!.Value.Label);
    }

    [Fact]
    public void Seven_months_in_a_row_below_the_centre_are_a_signal_although_each_is_within_the_limits()
    {
        var behaviour = Behaviour(86m, SignalRules.Nhs.WithFrozen(12), [.. Answered, 84m, 83m, 84m, 84m, 83m, 84m, 84m]);
        Assert.Equal(Variation.Worsening, behaviour.Variation);
        Assert.Equal(SignalRule.Run(7), behaviour.LatestSignal!.Rule);
        Assert.Equal(("2026-01", "2026-07"), (behaviour.LatestSignal.First.Period!.Value.Label, behaviour.LatestSignal.Last.Period!.Value.Label));
    }

    [Fact]
    public void What_signals_is_told_since_the_first_month_of_all_that_signals_now()
    {
        var behaviour = Behaviour(86m, SignalRules.Nhs.WithFrozen(12), [.. Answered, 84m, 83m, 84m, 84m, 83m, 84m, 84m, 70m, 71m]);
        Assert.Equal("2026-01", behaviour.Since!.Period!.Value.Label);
        Assert.Equal(["2026-08", "2026-09"], behaviour.LatestSignal!.Points.Select(point => point.Period!.Value.Label));
        Assert.StartsWith("worsening, first seen in 2026-01: 71 % in 2026-09 is not noise", behaviour.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.StartsWith("đang xấu đi, bắt đầu từ 2026-01: 71 % ở 2026-09 không phải là nhiễu", behaviour.Explain().ToString("vi"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_signal_is_good_where_lower_is_better()
    {
        var behaviour = Behaviour(86m, [.. Answered, 70m]);
        Assert.Equal(Variation.Improving, behaviour.Judged(Direction.LowerIsBetter).Variation);
    }

    [Fact]
    public void Where_neither_way_is_better_a_signal_is_high_or_low()
    {
        var behaviour = Behaviour(86m, [.. Answered, 70m]);
        Assert.Equal(Variation.Low, behaviour.Judged(Direction.None).Variation);
    }

    [Fact]
    public void Of_a_band_a_signal_away_from_its_middle_is_bad_and_one_towards_it_good()
    {
        var process = ProcessBehaviour.Of([.. Answered, 95m]);
        Assert.Equal(Variation.Worsening, process.Judged(Direction.WithinBand, Target.Within(Band.Between(80m, 90m))).Variation);
        Assert.Equal(Variation.Improving, process.Judged(Direction.WithinBand, Target.Within(Band.Between(92m, 99m))).Variation);
        Assert.Equal(Variation.High, process.Judged(Direction.WithinBand).Variation);
    }

    [Fact]
    public void A_trend_through_a_band_is_good_up_to_its_middle_and_bad_from_there_on_and_says_one_thing_at_a_time()
    {
        decimal[] trend = [30m, 36m, 42m, 48m, 54m, 60m, 66m];
        var rising = ProcessBehaviour.Of([.. Enumerable.Repeat(30m, 6), .. trend], SignalRules.Nhs.With(SignalRule.Trend(7)).With(RangeScreening.None))
            .Judged(Direction.WithinBand, Target.Within(Band.Between(40m, 60m)));
        Assert.Equal((Variation.Worsening, Variation.Worsening), (rising.Variation, rising.LatestSignal!.Standing));
        Assert.Equal(
            [Variation.Improving, Variation.Improving, Variation.Improving, Variation.Worsening, Variation.Worsening, Variation.Worsening],
            rising.LatestSignal.Points.Skip(1).Select(point => point.Standing));
        Assert.Equal((54m, 30m), (rising.Since!.Value, rising.LatestSignal.First.Value));
        Assert.StartsWith("worsening, first seen in #11: ", rising.Explain().Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_beside_the_centre_is_bad_only_since_it_lies_further_from_the_middle_of_the_band()
    {
        decimal[] values = [40m, 42m, 41m, 39m, 40m, 42m, 47m, 46m, 48m, 47m, 46m, 64m, 65m];
        var behaviour = ProcessBehaviour.Of(values, SignalRules.Wheeler.With(SignalRule.Run(7)).WithFrozen(6))
            .Judged(Direction.WithinBand, Target.Within(Band.Between(40m, 60m)));
        Assert.Equal((Variation.Worsening, 64m), (behaviour.Variation, behaviour.Since!.Value));
    }

    [Fact]
    public void The_peak_between_a_rise_and_a_fall_belongs_to_both()
    {
        var behaviour = ProcessBehaviour.Of([1m, 2m, 3m, 4m, 5m, 6m, 7m, 6m, 5m, 4m, 3m, 2m, 1m], SignalRules.Nhs.With(SignalRule.Trend(7)));
        Assert.Equal(
            ["7 in a row rising, #1 to #7", "7 in a row falling, #7 to #13"],
            behaviour.Signals.Select(signal => signal.ToString()));
    }

    [Theory]
    [InlineData(95, Assurance.NeverReaches)]
    [InlineData(86, Assurance.SometimesReaches)]
    [InlineData(75, Assurance.AlwaysReaches)]
    public void A_target_above_the_limits_is_never_reached_one_within_them_by_chance_and_one_below_them_always(decimal target, Assurance assurance) =>
        Assert.Equal(assurance, Behaviour(target, Answered).Assurance);

    [Theory]
    [InlineData(70, 99, Assurance.AlwaysReaches)]
    [InlineData(80, 90, Assurance.SometimesReaches)]
    [InlineData(92, 99, Assurance.NeverReaches)]
    [InlineData(60, 75, Assurance.NeverReaches)]
    public void A_band_is_always_kept_that_holds_both_limits_and_never_one_that_lies_beside_them(decimal low, decimal high, Assurance assurance) =>
        Assert.Equal(assurance, ProcessBehaviour.Of(Answered).Judged(Direction.WithinBand, Target.Within(Band.Between(low, high))).Assurance);

    [Fact]
    public void The_target_that_counts_is_the_one_of_the_latest_judged_month()
    {
        var kpi = Kpi(75m).WithTarget(95m, Day(2025, 12, 1), Day(2025, 11, 1)).WithTarget(70m, Day(2026, 2, 1), Day(2026, 1, 2));
        var behaviour = KpiAssessment.Of(kpi, Series(Answered), Day(2026, 1, 5)).Behaviour();
        Assert.Equal((Target.Of(95m), Assurance.NeverReaches), (behaviour.Target, behaviour.Assurance));
        Assert.Equal(Assurance.AlwaysReaches, behaviour.AssuranceOf(Target.Of(70m)));
    }

    [Fact]
    public void Before_there_are_six_points_there_are_no_limits_and_nothing_can_be_told()
    {
        var behaviour = Behaviour(86m, Answered[..5]);
        Assert.Equal((Variation.CannotTell, Assurance.CannotTell), (behaviour.Variation, behaviour.Assurance));
        Assert.Contains("5 points are too few, 6 that follow one another are needed", behaviour.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Equal(LimitState.Trial, Behaviour(86m, Answered[..6]).Segments[0].State);
        Assert.Equal(LimitState.Settled, Behaviour(86m, Answered).Segments[0].State);
    }

    [Fact]
    public void A_month_without_figures_is_no_point_and_breaks_the_moving_range_over_it()
    {
        var behaviour = ProcessBehaviour.Of([84m, 86m, null, 83m, 87m, 85m, 86m, 84m]);
        Assert.Equal([1, 2, 4, 5, 6, 7, 8], behaviour.Points.Select(point => point.Number));
        Assert.Equal([null, 2m, null, 4m, 2m, 1m, 2m], behaviour.Points.Select(point => point.MovingRange));
        Assert.Equal(2.2m, behaviour.Segments[0].AverageRange);
        Assert.Equal(3m, behaviour.By(SignalRules.Nhs.With(RangesOverGaps.Spanned)).Points[2].MovingRange);
    }

    [Fact]
    public void A_KPI_that_is_re_based_has_limits_of_its_own_from_the_first_month_that_begins_on_or_after_the_day()
    {
        decimal[] after = [94m, 96m, 95m, 93m, 97m, 95m];
        var kpi = Kpi(86m).Rebased(Day(2026, 1, 1), because: "calls are answered by a second team", decidedOn: Day(2026, 3, 10));
        var assessment = KpiAssessment.Of(kpi, Series([.. Answered, .. after]), Day(2026, 7, 1));
        Assert.Equal([85m, 95m], assessment.Behaviour().Segments.Select(segment => segment.Centre));
        Assert.Contains("the limits begin anew in 2026-01: calls are answered by a second team", assessment.Behaviour().Explain().ToString("en"),
            StringComparison.Ordinal);
        Assert.Single(assessment.On(Day(2026, 3, 9)).Behaviour().Segments);
    }

    [Fact]
    public void Where_what_is_measured_was_redefined_limits_begin_anew()
    {
        var kpi = Kpi(86m).With(TargetDecision.From(Day(2026, 1, 1), Target.Of(90m)).AsRedefinition());
        Assert.Equal(2, KpiAssessment.Of(kpi, Series([.. Answered, .. Answered]), Day(2027, 1, 5)).Behaviour().Segments.Count);
    }

    [Fact]
    public void With_a_frozen_baseline_the_limits_are_those_of_its_points_whatever_comes_later()
    {
        var frozen = SignalRules.Nhs.WithFrozen(12);
        Assert.Equal(
            ProcessBehaviour.Of(Answered).Segments[0].Upper, ProcessBehaviour.Of([.. Answered, 20m, 120m], frozen).Segments[0].Upper);
    }

    [Fact]
    public void A_process_without_variation_has_no_limits_by_the_NHS_and_limits_on_its_centre_by_Wheeler()
    {
        var constant = ProcessBehaviour.Of(Enumerable.Repeat(5m, 12), SignalRules.Nhs);
        Assert.Equal((LimitState.NoVariation, Variation.CannotTell), (constant.Segments[0].State, constant.Variation));
        Assert.Equal(5m, constant.By(SignalRules.Wheeler).Segments[0].Upper);
        Assert.Empty(constant.By(SignalRules.Nelson).Signals);
    }

    [Fact]
    public void A_process_whose_only_change_is_screened_out_has_no_variation_that_counts_and_equal_values_have_none_to_screen()
    {
        var zeros = ProcessBehaviour.Of([.. Enumerable.Repeat(0m, 11), 4m], SignalRules.Nhs);
        Assert.Equal((LimitState.NoVariation, 1), (zeros.Segments[0].State, zeros.Segments[0].ScreenedRanges));
        Assert.Contains(
            "no range that counts differs from 0: in 12 points from #1 on there is no noise to tell a signal from", zeros.Explain().ToString("en"),
            StringComparison.Ordinal);
        Assert.Contains(
            "mọi chênh lệch được tính giữa các điểm liền kề đều bằng 0: trong 12 điểm kể từ #1", zeros.Explain().ToString("vi"), StringComparison.Ordinal);
        Assert.Equal(0, ProcessBehaviour.Of(Enumerable.Repeat(5m, 12), SignalRules.Nhs).Segments[0].ScreenedRanges);
    }

    [Fact]
    public void Of_a_daily_KPI_on_business_days_Friday_and_Monday_are_neighbours()
    {
        var kpi = OkrKpi.Kpi.Define("answered", "Calls answered", Unit.Percent, Direction.HigherIsBetter)
            .Every(Cadence.Day, Aggregation.Average).OnBusinessDays(BusinessDays.MondayToFriday).WithTarget(60m, Day(2026, 6, 1));
        var series = MeasurementSeries.Of("answered", Answered.Select((value, day) => Measurement.On(Day(2026, 6, 1).PlusDays(day + (day / 5 * 2)), value)));
        var behaviour = KpiAssessment.Of(kpi, series, Day(2026, 6, 16)).Behaviour();
        Assert.Equal(Enumerable.Range(1, 12), behaviour.Points.Select(point => point.Number));
        Assert.Equal(ProcessBehaviour.Of(Answered).Segments[0].Upper, behaviour.Segments[0].Upper);
    }

    [Fact]
    public void A_season_is_no_signal_where_months_are_held_against_their_own()
    {
        var season = new[] { 0m, 0m, 5m, 10m, 20m, 35m, 50m, 35m, 20m, 10m, 5m, 0m };
        decimal[] visitors = [.. Enumerable.Range(0, 36).Select(month => 100m + season[month % 12] + (month * 7 % 5))];
        Assert.NotEqual(Variation.CommonCause, ProcessBehaviour.Of(visitors[..31]).Variation);
        var behaviour = ProcessBehaviour.Of(visitors[..31], SignalRules.Nhs.WithSeason(12));
        Assert.Empty(behaviour.Signals);
        Assert.Equal(Variation.CommonCause, behaviour.Variation);
        Assert.True(behaviour.Points[^1].Lower > 140m, "July is held against July.");
        Assert.Equal(Variation.High, ProcessBehaviour.Of([.. visitors[..30], 100m + 90m], SignalRules.Nhs.WithSeason(12)).Variation);
    }

    [Fact]
    public void A_month_whose_season_was_seen_once_has_nothing_to_be_held_against()
    {
        var behaviour = ProcessBehaviour.Of(Enumerable.Range(0, 20).Select(month => 100m + (month * 7 % 5)), SignalRules.Nhs.WithSeason(12));
        Assert.Equal(8, behaviour.Points.Take(12).Count(point => point.Centre is not null));
        Assert.Null(behaviour.Points[9].Centre);
    }

    [Fact]
    public void A_limit_that_cannot_be_is_shown_where_values_can_be()
    {
        var accidents = OkrKpi.Kpi.Define("accidents", "Accidents", Unit.Count("accident"), Direction.LowerIsBetter)
            .Every(Cadence.Month, Aggregation.Sum).WithTarget(Target.Below(2m), Day(2025, 1, 1));
        var series = MeasurementSeries.Of("accidents", Enumerable.Range(0, 12).Select(month => Measurement.On(Day(2025, month + 1, 10), month % 3)));
        var behaviour = KpiAssessment.Of(accidents, series, Day(2026, 1, 1)).Behaviour();
        var lower = behaviour.Segments[0].Lower!.Value;
        Assert.True(lower < 0m);
        Assert.Equal(0m, behaviour.Shown(lower));
    }

    [Fact]
    public void A_KPI_whose_process_cannot_reach_its_target_lags_by_the_reading_of_that_name()
    {
        var need = OkrNeed.Of(Kpi(95m).Lags(Lagging.CannotReachItsTarget()), Series(Answered), Day(2026, 1, 1));
        Assert.Equal(OkrNeedState.Needed, need.State);
        Assert.Contains("the target 95 % lies above what this process gives, ", need.Lagging!.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Contains("mục tiêu KPI 95 % nằm trên mức mà quá trình này cho, ", need.Lagging.Explain().ToString("vi"), StringComparison.Ordinal);
        Assert.True(need.Lagging.Gap is < 0m and > -10m);
        Assert.Equal(
            OkrNeedState.NotNeeded, OkrNeed.Of(Kpi(86m).Lags(Lagging.CannotReachItsTarget()), Series([.. Answered, 80m]), Day(2026, 2, 1)).State);
    }

    [Fact]
    public void An_unfavourable_signal_warns_while_the_target_is_still_met()
    {
        var kpi = Kpi(60m).Lags(Lagging.UnfavourableSignal());
        var need = OkrNeed.Of(kpi, Series([.. Answered, 70m]), Day(2026, 2, 1));
        Assert.Equal((OkrNeedState.Needed, KpiStatus.Met), (need.State, need.Assessment.Status));
        Assert.Equal("2026-01", need.Lagging!.Since.Period.Label);
        Assert.Contains("2026-01 lies below the lower limit", need.Explain().ToString("en"), StringComparison.Ordinal);
        Assert.Equal(OkrNeedState.NotNeeded, OkrNeed.Of(kpi, Series([.. Answered, 82m]), Day(2026, 2, 1)).State);
        Assert.Equal(OkrNeedState.NotNeeded, OkrNeed.Of(kpi, Series([.. Answered, 99m]), Day(2026, 2, 1)).State);
    }

    [Fact]
    public void Readings_of_signals_compose_with_the_others()
    {
        var both = Lagging.AllOf(Lagging.Missed(), Lagging.UnfavourableSignal(SignalRules.Wheeler));
        Assert.Equal(OkrNeedState.NotNeeded, OkrNeed.Of(Kpi(86m).Lags(both), Series([.. Answered, 82m]), Day(2026, 2, 1)).State);
        Assert.Equal(OkrNeedState.Needed, OkrNeed.Of(Kpi(86m).Lags(both), Series([.. Answered, 70m]), Day(2026, 2, 1)).State);
    }

    [Fact]
    public void A_timeline_knows_the_day_on_which_a_KPI_was_re_based()
    {
        var kpi = Kpi(60m).Lags(Lagging.UnfavourableSignal(SignalRules.Nhs.WithFrozen(12)))
            .Rebased(Day(2026, 1, 1), "a smaller team", decidedOn: Day(2026, 3, 10));
        var timeline = NeedTimeline.Of(kpi, Series([.. Answered, 70m, 71m, 70m]), Day(2026, 3, 1), Day(2026, 3, 20));
        Assert.Equal([OkrNeedState.Needed, OkrNeedState.NotNeeded], timeline.Spans.Select(span => span.State));
        Assert.Equal(Day(2026, 3, 10), timeline.Spans[1].From);
    }

    private static ProcessBehaviour Behaviour(decimal target, params decimal[] values) => Behaviour(target, SignalRules.Default, values);

    private static ProcessBehaviour Behaviour(decimal target, SignalRules rules, params decimal[] values) =>
        KpiAssessment.Of(Kpi(target), Series(values), Day(2025, 1, 1).PlusMonths(values.Length)).Behaviour(rules);

    private static Kpi Kpi(decimal target) => OkrKpi.Kpi.Define("answered", "Calls answered", Unit.Percent, Direction.HigherIsBetter)
        .Every(Cadence.Month, Aggregation.Average)
        .WithTarget(target, Day(2025, 1, 1));

    private static MeasurementSeries Series(decimal[] values) => MeasurementSeries.Of(
        "answered", values.Select((value, month) => Measurement.On(Day(2025, 1, 15).PlusMonths(month), value)));
}
