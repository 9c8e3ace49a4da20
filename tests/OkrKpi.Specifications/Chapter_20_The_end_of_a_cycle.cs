using NodaTime;
using static OkrKpi.Specifications.Given;

namespace OkrKpi.Specifications;

public class Chapter_20_The_end_of_a_cycle
{
    private static readonly Cycle ThirdQuarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate End = Day(2026, 9, 30);
    private static readonly EffectRule Plain = EffectRule.Default.With(EffectReading.PlainDifference());
    private static readonly ReviewOptions ByPlain = ReviewOptions.Default.With(Plain);

    [Fact]
    public void A_cycle_is_looked_back_on_when_it_is_over_and_not_the_day_before()
    {
        var portfolio = Portfolio(Monthly(Direction.HigherIsBetter), Objective(1m));
        Assert.Single(portfolio.Review(End).EndOf(ThirdQuarter).Outcomes);
        Assert.Equal("cycle", Assert.Throws<ArgumentException>(() => portfolio.Review(End.PlusDays(-1)).EndOf(ThirdQuarter)).ParamName);
        Assert.Null(portfolio.Review(End.PlusDays(-1)).LastCycle());
        Assert.Equal(ThirdQuarter, portfolio.Review(End).LastCycle()!.Cycle);
    }

    [Fact]
    public void The_final_score_is_the_one_at_close_and_a_later_check_in_changes_nothing()
    {
        var objective = Objective(0.5m).CheckIn("k", End.PlusDays(1), 1m);
        Assert.Equal(0.5m, Portfolio(Monthly(Direction.HigherIsBetter), objective).Review(End.PlusDays(5)).EndOf(ThirdQuarter).Outcomes[0].Score.Score);
    }

    [Fact]
    public void By_the_plain_difference_exactly_5_percent_better_than_before_is_moved_and_just_less_is_not()
    {
        Assert.Equal(KpiMovement.Moved, Effect(Direction.HigherIsBetter, 100m, 105m).Movement);
        Assert.Equal(KpiMovement.NoSign, Effect(Direction.HigherIsBetter, 100m, 104.99m).Movement);
    }

    [Fact]
    public void By_the_plain_difference_5_percent_less_is_moved_where_lower_is_better_and_5_percent_more_is_worsened()
    {
        Assert.Equal(KpiMovement.Worsened, Effect(Direction.LowerIsBetter, 100m, 105m).Movement);
        Assert.Equal(KpiMovement.NoSign, Effect(Direction.LowerIsBetter, 100m, 104.99m).Movement);
        Assert.Equal(KpiMovement.Moved, Effect(Direction.LowerIsBetter, 100m, 95m).Movement);
        Assert.Equal(5m, Effect(Direction.LowerIsBetter, 100m, 95m).Difference);
        Assert.Equal(KpiMovement.NoSign, Effect(Direction.LowerIsBetter, 100m, 95.01m).Movement);
        Assert.Equal(-10m, Effect(Direction.LowerIsBetter, 100m, 110m).Difference);
    }

    [Fact]
    public void By_the_plain_difference_any_gain_from_nothing_is_moved_and_no_gain_is_not()
    {
        Assert.Equal(KpiMovement.Moved, Effect(Direction.HigherIsBetter, 0m, 0.01m).Movement);
        Assert.Equal(KpiMovement.NoSign, Effect(Direction.HigherIsBetter, 0m, 0m).Movement);
    }

    [Fact]
    public void The_plain_difference_compares_as_many_whole_periods_before_the_cycle_with_those_in_it()
    {
        var effect = Effect(Direction.HigherIsBetter, 100m, 105m);
        Assert.Equal(
            ("2026-04", "2026-06", "2026-07", "2026-09"),
            (effect.Before!.First.Label, effect.Before.Last.Label, effect.During!.First.Label, effect.During.Last.Label));
        Assert.Equal(("2026-10", 0), (effect.After!.First.Label, effect.After.Coverage.Present));
    }

    [Fact]
    public void A_month_that_lies_partly_in_the_cycle_is_neither_before_it_nor_in_it()
    {
        var kpi = Monthly(Direction.HigherIsBetter);
        var cycle = Cycle.Between(Day(2026, 7, 2), Day(2026, 10, 1));
        var effect = Plain.Apply(KpiAssessment.Of(kpi, Series(kpi, 100m, 105m), Day(2026, 10, 1)), cycle);
        Assert.Equal(
            ("2026-05", "2026-06", "2026-08", "2026-09"),
            (effect.Before!.First.Label, effect.Before.Last.Label, effect.During!.First.Label, effect.During.Last.Label));
    }

    [Fact]
    public void Within_the_declared_lag_it_is_too_early_to_tell_and_on_its_last_day_it_is_not_R61()
    {
        var rule = Plain.AfterLag(2);
        Assert.Equal(KpiMovement.TooEarly, Effect(Direction.HigherIsBetter, 100m, 105m, rule, Day(2026, 11, 29)).Movement);
        Assert.Equal(KpiMovement.Moved, Effect(Direction.HigherIsBetter, 100m, 105m, rule, Day(2026, 11, 30)).Movement);
        Assert.Equal(Day(2026, 11, 30), Effect(Direction.HigherIsBetter, 100m, 105m, rule).ReadableFrom);
    }

    [Fact]
    public void Without_values_before_or_in_the_cycle_it_is_not_measurable()
    {
        Assert.Equal(KpiMovement.CannotTell, Effect(Direction.HigherIsBetter, null, 105m).Movement);
        Assert.Equal(KpiMovement.CannotTell, Effect(Direction.HigherIsBetter, 100m, null).Movement);
    }

    [Fact]
    public void A_yearly_KPI_has_no_whole_period_in_a_quarter_so_it_is_not_measurable()
    {
        var kpi = Kpi.Define("kpi", "Yearly", Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Year, Aggregation.Sum);
        var effect = EffectRule.Default.Apply(KpiAssessment.Of(kpi, MeasurementSeries.Of(kpi.Id), End), ThirdQuarter);
        Assert.Equal(KpiMovement.CannotTell, effect.Movement);
        Assert.Equal("Yearly: not measurable; no whole period (year) lies in 2026-Q3", effect.ToString());
    }

    [Fact]
    public void A_KPI_with_seasons_can_be_compared_with_the_same_months_a_year_before()
    {
        var rule = Plain.ComparedWith(EffectBaseline.SamePeriodsAYearBefore);
        var kpi = Monthly(Direction.HigherIsBetter);
        var series = MeasurementSeries.Of(
            kpi.Id, Enumerable.Range(0, 15).Select(month => Measurement.On(Day(2025, 7, 15).PlusMonths(month), month < 3 ? 80m : 100m)));
        var effect = rule.Apply(KpiAssessment.Of(kpi, series, End), ThirdQuarter);
        Assert.Equal("2025-07", effect.Before!.First.Label);
        Assert.Equal(20m, effect.Difference);
    }

    [Fact]
    public void Ratios_are_compared_by_all_numerators_and_denominators_not_by_the_mean_of_months()
    {
        var kpi = Kpi.Define("kpi", "Conversion", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.RatioOfSums);
        var series = MeasurementSeries.Of(
            kpi.Id, Measurement.On(Day(2026, 6, 1), 10m).OutOf(100m), Measurement.On(Day(2026, 7, 1), 90m).OutOf(100m),
            Measurement.On(Day(2026, 8, 1), 10m).OutOf(900m));
        Assert.Equal(10m, Plain.Apply(KpiAssessment.Of(kpi, series, End), ThirdQuarter).During!.Value);
    }

    [Fact]
    public void Another_reading_can_be_plugged_in()
    {
        var rule = EffectRule.Default.With(new AnyChangeMoves());
        Assert.Equal(KpiMovement.Moved, Effect(Direction.HigherIsBetter, 100m, 99m, rule).Movement);
        Assert.Equal(KpiMovement.NoSign, Effect(Direction.HigherIsBetter, 100m, 104m).Movement);
        Assert.Equal(KpiMovement.Moved, Effect(Direction.HigherIsBetter, 100m, 104m, EffectRule.Default.With(EffectReading.PlainDifference(0.04m))).Movement);
    }

    [Fact]
    public void A_KPI_moved_when_its_months_in_the_cycle_are_further_from_those_before_than_noise_goes()
    {
        var effect = ByNoise(Direction.HigherIsBetter, 109.7m, 102.5m, 112.7m);
        Assert.Equal(KpiMovement.Moved, effect.Movement);
        Assert.Equal((9.475m, 12, 3), (effect.Difference, effect.Before!.Coverage.Present, effect.Looked!.Coverage.Present));
        Assert.Equal((4.024m, 14.926m), (Math.Round(effect.Low!.Value, 3), Math.Round(effect.High!.Value, 3)));
        Assert.Equal(5.451m, Math.Round(effect.SmallestGain!.Value, 3));
        Assert.Equal(
            "Kpi before: 98.8 on average over 12 months, with a standard deviation of 4.1. In the 3 months after: 108.3, a difference of +9.5 (90 % interval "
            + "+4.0 to +14.9). Noise alone stays within 5.5: moved, which coincides with 2026-Q3", effect.ToString());
        Assert.Contains("a slow trend cannot be ruled out with 12 months before", effect.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_worsened_when_they_are_as_far_on_the_bad_side()
    {
        Assert.Equal(KpiMovement.Worsened, ByNoise(Direction.LowerIsBetter, 109.7m, 102.5m, 112.7m).Movement);
        Assert.Equal(-9.475m, ByNoise(Direction.LowerIsBetter, 109.7m, 102.5m, 112.7m).Difference);
        Assert.Equal(KpiMovement.Worsened, ByNoise(Direction.HigherIsBetter, 87.2m, 80m, 90.2m).Movement);
        Assert.EndsWith("worsened, which coincides with 2026-Q3", ByNoise(Direction.HigherIsBetter, 87.2m, 80m, 90.2m).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Within_noise_there_is_no_sign_of_an_effect_and_what_would_have_been_one_is_told()
    {
        var effect = ByNoise(Direction.HigherIsBetter, 103m, 99m, 104m);
        Assert.Equal(KpiMovement.NoSign, effect.Movement);
        Assert.Equal(
            "Kpi before: 98.8 on average over 12 months, with a standard deviation of 4.1. In the 3 months after: 102. +3.2 is within what noise does (5.5): no "
            + "sign of an effect that coincides with 2026-Q3. Anything from -2.3 to +8.6 is possible; a sign would have taken 5.5", effect.ToString());
        Assert.StartsWith("Kpi trước: trung bình 98,8 trong 12 tháng", effect.Explain().Sentence(new("vi")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_change_over_so_few_months_could_have_been_a_sign_none_is_named()
    {
        var kpi = Noisy(Direction.HigherIsBetter);
        decimal[] rising = [1m, 2.4m, 2.8m, 4.1m, 5.3m, 5.9m, 6.8m, 8.3m];
        var series = MeasurementSeries.Of(
            kpi.Id, rising.Concat(Enumerable.Repeat(4.5m, 12)).Select((value, month) => Measurement.On(Day(2025, 11, 15).PlusMonths(month), value)));
        var effect = EffectRule.Default.Apply(KpiAssessment.Of(kpi, series, Day(2027, 6, 30)), Cycle.OfMonths(Day(2026, 7, 1), 12));
        Assert.Equal((KpiMovement.NoSign, (decimal?)null), (effect.Movement, effect.SmallestGain));
        Assert.EndsWith("is possible; no change over so few months could have been a sign", effect.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "với ít tháng như vậy không thay đổi nào có thể là dấu hiệu", effect.Explain().Sentence(new("vi")), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_cycle_ends_a_team_knows_what_it_could_see()
    {
        var effect = ByNoise(Direction.HigherIsBetter, Day(2026, 6, 30), []);
        Assert.Equal((KpiMovement.TooEarly, (decimal?)null), (effect.Movement, effect.Difference));
        Assert.Equal(5.451m, Math.Round(effect.SmallestGain!.Value, 3));
        Assert.Contains("with 3 months you could only see a change of 5.5 or more", effect.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(104, true)]
    [InlineData(105, false)]
    [InlineData(98, false)]
    public void An_objective_that_hopes_for_less_than_its_cycle_can_show_is_told_so(int target, bool isFound)
    {
        var kpi = Noisy(Direction.HigherIsBetter).WithTarget(target, Day(2026, 7, 1), Day(2026, 6, 30));
        var portfolio = OkrKpi.Portfolio.Of([kpi], [Objective(0.7m).Addressing(kpi)], [NoisySeries(kpi, [])]);
        var finding = portfolio.Review(Day(2026, 6, 30)).Findings.SingleOrDefault(each => each.Code == "effect-too-small-to-see");
        Assert.Equal(isFound, finding is not null);
        Assert.Equal(
            isFound ? "Raise quality: with 3 months you could only see a change of Kpi by 5.5 or more, and 5.2 is hoped for; look longer, measure it more "
                + "often, or measure the work itself by a key result" : null,
            finding?.Explanation.Sentence());
    }

    [Theory]
    [InlineData(103, 105, "wrong lever")]
    [InlineData(103, 104, "nobody can say")]
    [InlineData(80, 104, "wrong lever")]
    public void The_wrong_lever_is_said_only_of_what_worsened_or_shows_no_sign_of_a_change_that_would_have_been_seen(int after, int target, string next)
    {
        var kpi = Noisy(Direction.HigherIsBetter).WithTarget(target, Day(2026, 7, 1));
        var portfolio = OkrKpi.Portfolio.Of([kpi], [Objective(0.7m).Addressing(kpi)], [NoisySeries(kpi, [after, after, after])]);
        var outcome = portfolio.Review(End).EndOf(ThirdQuarter).Outcomes[0];
        Assert.Equal(OutcomeQuadrant.AchievedNotMoved, outcome.Quadrant);
        Assert.Contains(next, outcome.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_fewer_than_six_months_before_or_two_in_the_cycle_nobody_can_tell()
    {
        var kpi = Noisy(Direction.HigherIsBetter);
        var tooShort = EffectRule.Default.Apply(KpiAssessment.Of(kpi, NoisySeries(kpi, [100m, 101m, 102m], months: 5), End), ThirdQuarter);
        Assert.Equal(KpiMovement.CannotTell, tooShort.Movement);
        Assert.Equal("Whether Kpi moved with 2026-Q3 cannot be told: 5 periods (month) to compare with; six are needed", tooShort.ToString());
        var one = ByNoise(Direction.HigherIsBetter, 150m);
        Assert.Equal("Whether Kpi moved with 2026-Q3 cannot be told: 1 period (month) in it; two are needed", one.ToString());
    }

    [Theory]
    [InlineData(0.7, 105, OutcomeQuadrant.AchievedAndMoved, false, "keep doing what worked")]
    [InlineData(0.7, 104, OutcomeQuadrant.AchievedNotMoved, false, "wrong lever")]
    [InlineData(0.69, 105, OutcomeQuadrant.MovedNotAchieved, false, "find the cause")]
    [InlineData(0.69, 104, OutcomeQuadrant.NeitherAchievedNorMoved, true, "mend how the work gets done")]
    public void Achieved_or_not_by_moved_or_not_says_what_to_do_next(double score, int after, OutcomeQuadrant quadrant, bool isCarriedOver, string next)
    {
        var kpi = Monthly(Direction.HigherIsBetter).WithTarget(110m, Day(2026, 7, 1));
        var objective = Objective((decimal)score).Addressing(kpi);
        var outcome = OkrKpi.Portfolio.Of([kpi], [objective], [Series(kpi, 100m, after)]).Review(End, ByPlain).EndOf(ThirdQuarter).Outcomes[0];
        Assert.Equal(quadrant, outcome.Quadrant);
        Assert.Equal(isCarriedOver, outcome.IsCarryOverProposed);
        Assert.Contains(next, outcome.Explain().ToString("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_several_KPIs_one_that_moved_is_enough_and_one_that_worsened_goes_before_no_sign()
    {
        var (moved, still) = (Named("moved"), Named("still"));
        var late = Kpi.Define("late", "Late", Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);
        Assert.Equal(KpiMovement.Moved, Of([(moved, 105m), (still, 100m)]).Movement);
        Assert.Equal(KpiMovement.NoSign, Of([(still, 100m)]).Movement);
        Assert.Equal(KpiMovement.Worsened, Of([(still, 100m), (moved, 90m)]).Movement);
        Assert.Equal(KpiMovement.NoSign, Of([(still, 100m), (late, null)]).Movement);
        Assert.Equal(KpiMovement.CannotTell, Of([]).Movement);

        static Kpi Named(string id) => Kpi.Define(id, id, Unit.Count("thing"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);

        static ObjectiveOutcome Of((Kpi Kpi, decimal? After)[] kpis)
        {
            var objective = kpis.Aggregate(Objective(1m), (each, kpi) => each.Addressing(kpi.Kpi));
            return OkrKpi.Portfolio.Of(kpis.Select(each => each.Kpi), [objective], kpis.Select(each => Series(each.Kpi, 100m, each.After)))
                .Review(End, ByPlain)
                .EndOf(ThirdQuarter).Outcomes[0];
        }
    }

    [Fact]
    public void What_was_learned_is_known_from_the_day_it_is_recorded_the_latest_first()
    {
        var portfolio = Portfolio(Monthly(Direction.HigherIsBetter), Objective(1m))
            .With(Learning.Worked("o", "First", End))
            .With(Learning.DidNotWork("o", "Second", End.PlusDays(1)).By("Sales"));
        Assert.Equal(["First"], portfolio.Review(End).LastCycle()!.Outcomes[0].Learnings.Select(learning => learning.Text));
        Assert.Equal(["Second", "First"], portfolio.Review(End.PlusDays(1)).LastCycle()!.Outcomes[0].Learnings.Select(learning => learning.Text));
        Assert.Throws<ArgumentException>(() => portfolio.With(Learning.Worked("unknown", "Lost", End)));
    }

    [Fact]
    public void Learnings_are_found_by_the_beginning_of_words_whatever_case_and_diacritics()
    {
        var portfolio = Portfolio(Monthly(Direction.HigherIsBetter), Objective(1m)).With(Learning.Worked("o", "Thư cá nhân hóa tăng gấp đôi tỷ lệ mở", End));
        Assert.Single(portfolio.FindLearnings("THU ca nhan"));
        Assert.Single(portfolio.FindLearnings("gấp ĐÔI quality"));
        Assert.Empty(portfolio.FindLearnings("thư điện tử"));
    }

    private static Objective Objective(decimal reached) => OkrKpi.Objective.Define("o", "Raise quality", ThirdQuarter)
        .With(KeyResult("k", Goal.FromTo(0m, 1m))).CheckIn("k", Day(2026, 9, 25), reached);

    private static KpiEffect Effect(Direction direction, decimal? before, decimal? after, EffectRule? rule = null, LocalDate? asOf = null)
    {
        var kpi = Monthly(direction);
        return (rule ?? Plain).Apply(KpiAssessment.Of(kpi, Series(kpi, before, after), asOf ?? End), ThirdQuarter);
    }

    private static KpiEffect ByNoise(Direction direction, params decimal[] after) => ByNoise(direction, End, after);

    private static KpiEffect ByNoise(Direction direction, LocalDate asOf, decimal[] after)
    {
        var kpi = Noisy(direction);
        return EffectRule.Default.Apply(KpiAssessment.Of(kpi, NoisySeries(kpi, after), asOf), ThirdQuarter);
    }

    private static Kpi Noisy(Direction direction) =>
        Kpi.Define("kpi", "Kpi", Unit.Count("thing"), direction).Every(Cadence.Month, Aggregation.Sum);

    // Twelve months before July 2026, or the last of them, and those after.
    private static MeasurementSeries NoisySeries(Kpi kpi, decimal[] after, int months = 12)
    {
        decimal[] before = [107.2m, 100.3m, 96.2m, 94.5m, 100.2m, 94.9m, 92.8m, 101.0m, 100.7m, 102.7m, 95.4m, 100.0m];
        return MeasurementSeries.Of(kpi.Id, before[^months..].Concat(after)
            .Select((value, month) => Measurement.On(Day(2026, 7, 15).PlusMonths(month - months), value)));
    }

    // One value a month: from January to June, and from July to December.
    private static MeasurementSeries Series(Kpi kpi, decimal? before, decimal? after) => MeasurementSeries.Of(
        kpi.Id,
        Enumerable.Range(1, 12).Select(month => (Month: month, Value: month <= 6 ? before : after)).Where(each => each.Value is not null)
            .Select(each => Measurement.On(Day(2026, each.Month, 15), each.Value!.Value)));

    private sealed class AnyChangeMoves : EffectReading
    {
        public override KpiMovement Judge(KpiWindow before, KpiWindow after) => before.Value == after.Value ? KpiMovement.NoSign : KpiMovement.Moved;
    }
}
