namespace OkrKpi.Tests.Effects;

public sealed class BeforeAfterTests
{
    private static readonly decimal[] Year = [107.2m, 100.3m, 96.2m, 94.5m, 100.2m, 94.9m, 92.8m, 101.0m, 100.7m, 102.7m, 95.4m, 100.0m];

    [Fact]
    public void Six_periods_before_and_two_after_are_the_fewest()
    {
        Assert.Equal(EffectGround.TooFewBefore, BeforeAfter.Of(Year[..5], Year[..2]).Judge().Ground);
        Assert.Equal(EffectGround.TooFewAfter, BeforeAfter.Of(Year[..6], Year[..1]).Judge().Ground);
        Assert.Equal(KpiMovement.CannotTell, BeforeAfter.Of(Year[..6], Year[..1]).Judge().Movement);
        Assert.Equal(KpiMovement.NoSign, BeforeAfter.Of(Year[..6], Year[..2]).Judge().Movement);
        Assert.Null(BeforeAfter.Of(Year[..7], Year[..2]).Judge().Line);
        Assert.NotNull(BeforeAfter.Of(Year[..8], Year[..2]).Judge().Line);
    }

    [Fact]
    public void Without_variation_before_nothing_can_be_told_whatever_the_digits()
    {
        var third = 1m / 3m;
        Assert.Equal(EffectGround.NoVariation, BeforeAfter.Of(Enumerable.Repeat(third, 12), [1m, 2m]).Judge().Ground);
        Assert.Equal(EffectGround.NoVariation, BeforeAfter.Of(Enumerable.Repeat(0.1m, 7), [1m, 2m]).Judge().Ground);
        var season = Enumerable.Range(0, 24).Select(month => 100m + (month % 12 / 7m));
        Assert.Equal(EffectGround.NoVariation, BeforeAfter.Of(season, [1m, 2m]).WithSeason(12).Judge().Ground);
    }

    [Fact]
    public void On_a_line_exactly_nothing_is_beyond_it_but_a_fall_is()
    {
        var line = Enumerable.Range(0, 12).Select(month => 10m + (0.3m * month));
        var verdict = BeforeAfter.Of(line, [100m, 100m, 100m]).Judge();
        Assert.Equal((KpiMovement.NoSign, EffectGround.ContinuesItsTrend), (verdict.Movement, verdict.Ground));
        Assert.True(verdict.IsTrendSeen);
        Assert.Equal(double.PositiveInfinity, verdict.SlopeT);
        Assert.False(verdict.CanShowGain);
        Assert.Equal(KpiMovement.Worsened, BeforeAfter.Of(line, [-100m, -100m, -100m]).Judge().Movement);
        Assert.Equal(KpiMovement.Moved, BeforeAfter.Of(line, [-100m, -100m, -100m]).As(Direction.LowerIsBetter).Judge().Movement);
        Assert.Equal(double.NegativeInfinity, BeforeAfter.Of(line.Reverse(), [1m, 1m]).Judge().SlopeT);
    }

    [Fact]
    public void One_extreme_period_is_no_sign_and_all_of_them_are()
    {
        var one = BeforeAfter.Of(Year, [99m, 98m, 500m]).Judge();
        Assert.Equal((KpiMovement.NoSign, EffectGround.RestsOnExtremes, 1), (one.Movement, one.Ground, one.Capped));
        Assert.Equal(KpiMovement.Moved, BeforeAfter.Of(Year, [500m, 500m, 500m]).Judge().Movement);
    }

    [Fact]
    public void Where_even_the_cap_is_within_the_noise_around_a_line_no_rise_can_be_a_sign()
    {
        decimal[] rising = [1m, 2.4m, 2.8m, 4.1m, 5.3m, 5.9m, 6.8m, 8.3m];
        var verdict = BeforeAfter.Of(rising, Enumerable.Repeat(1_000m, 13)).Judge();
        Assert.True(verdict.Line!.Margin > 2.6 * verdict.Line.Sigma);
        Assert.Equal((KpiMovement.NoSign, EffectGround.ContinuesItsTrend, false), (verdict.Movement, verdict.Ground, verdict.CanShowGain));
        Assert.True(verdict.SmallestGain > verdict.SmallestLoss);
        Assert.True(BeforeAfter.Planning(rising, 13).As(Direction.LowerIsBetter).Judge().CanShowGain);
    }

    [Fact]
    public void A_rise_far_beyond_a_trend_is_a_sign_although_it_takes_more_than_the_cap()
    {
        decimal[] rising = [203.1m, 201.0m, 202.9m, 201.6m, 208.3m, 218.7m, 216.9m, 223.0m, 220.7m, 224.0m, 225.1m, 216.4m];
        var verdict = BeforeAfter.Of(rising, [245m, 245m, 245m]).Judge();
        Assert.True(verdict.SmallestGain > 2.6m * (decimal)verdict.Plain!.Sigma);
        Assert.Equal((KpiMovement.Moved, true), (verdict.Movement, verdict.CanShowGain));
        Assert.Equal(KpiMovement.NoSign, BeforeAfter.Of(rising, [240m, 240m, 240m]).Judge().Movement);
    }

    [Fact]
    public void A_season_is_seen_or_declared_from_22_months_on_and_only_where_the_months_after_were_before()
    {
        var months = Enumerable.Range(0, 24).Select(month => 100m + (20m * (month % 12)) + (month % 5)).ToArray();
        Assert.Equal(12, BeforeAfter.Of(months, [100m, 120m]).LookingForASeason(12).Judge().Season);
        Assert.Equal(0, BeforeAfter.Of(months, [100m, 120m]).Judge().Season);
        Assert.Equal(12, BeforeAfter.Of(months[2..], [100m, 120m]).LookingForASeason(12).Judge().Season);
        Assert.Equal(0, BeforeAfter.Of(months[3..], [100m, 120m]).WithSeason(12).Judge().Season);
        var gap = months.Select((value, month) => (month, value)).Where(each => each.month % 12 != 1).ToArray();
        Assert.Equal(12, BeforeAfter.At(gap, [(24, 100m), (26, 120m)]).WithSeason(12).Judge().Season);
        Assert.Equal(0, BeforeAfter.At(gap, [(24, 100m), (25, 120m)]).WithSeason(12).Judge().Season);
        var flat = BeforeAfter.Of([.. Year, .. Year.Reverse()], [100m, 100m]);
        Assert.Equal((0, 12), (flat.LookingForASeason(12).Judge().Season, flat.WithSeason(12).Judge().Season));
    }

    [Fact]
    public void Neighbours_across_a_gap_do_not_resemble_each_other()
    {
        var whole = BeforeAfter.Of(Year, [100m, 101m]).Judge();
        var apart = BeforeAfter.At(Year.Select((value, index) => (index * 2, value)), [(24, 100m), (25, 101m)]).Judge();
        Assert.NotEqual(whole.Plain!.Autocorrelation, apart.Plain!.Autocorrelation);
        Assert.Equal(0.1, apart.Plain.Autocorrelation, 12);
    }

    [Fact]
    public void What_a_planned_cycle_could_show_is_that_of_the_cycle()
    {
        var planned = BeforeAfter.Planning(Year, 3).Judge();
        Assert.Equal((KpiMovement.TooEarly, EffectGround.StillToCome), (planned.Movement, planned.Ground));
        Assert.Equal(5.45094960558m, Math.Round(planned.SmallestGain!.Value, 11));
        Assert.Null(BeforeAfter.Planning(Year, 3).Welch());
    }

    [Fact]
    public void Values_and_numbers_out_of_range_and_out_of_order_are_refused()
    {
        Assert.Equal("before", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Of([1_000_000_000_000_000_001m], [])).ParamName);
        Assert.Equal("after", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Of([], [decimal.MinValue])).ParamName);
        Assert.Equal("before", Assert.Throws<ArgumentException>(() => BeforeAfter.At([(1, 1m), (1, 2m)], [])).ParamName);
        Assert.Equal("after", Assert.Throws<ArgumentException>(() => BeforeAfter.At([(1, 1m)], [(1, 2m)])).ParamName);
        Assert.Equal("before", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.At([(int.MinValue, 1m)], [])).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Planning(Year, -1)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Of(Year, []).LeavingOut(-1)).ParamName);
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Of(Year, []).WithSeason(1)).ParamName);
        Assert.Equal("direction", Assert.Throws<ArgumentOutOfRangeException>(() => BeforeAfter.Of(Year, []).As(Direction.WithinBand)).ParamName);
    }

    [Fact]
    public void The_largest_values_and_long_series_give_an_answer()
    {
        var large = BeforeAfter.Of(Year.Select(value => value * 9_000_000_000_000_000m), [1_000_000_000_000_000_000m, 1_000_000_000_000_000_000m]).Judge();
        Assert.NotNull(large.SmallestGain);
        var years = BeforeAfter.Of(Year, Enumerable.Repeat(Year, 20_000).SelectMany(year => year));
        Assert.Equal(KpiMovement.NoSign, years.Judge().Movement);
        Assert.Equal(240_000, years.Judge().PeriodsAfter);
    }

    [Theory]
    [InlineData(1d, 12.7062047364)]
    [InlineData(2d, 4.30265272975)]
    [InlineData(10d, 2.22813885196)]
    [InlineData(1_000_000d, 1.95996635682)]
    public void The_t_distribution_is_that_of_the_tables(double degreesOfFreedom, double at975)
    {
        Assert.Equal(at975, StudentT.Exceeded(0.05, degreesOfFreedom), 9);
        Assert.Equal(0.05, StudentT.TwoSided(at975, degreesOfFreedom), 10);
    }

    [Fact]
    public void The_quantiles_of_the_rule_are_those_of_the_distribution() => Assert.All(
        Enumerable.Range(1, 23), free => Assert.Equal(StudentT.Exceeded(0.1, free), StudentT.Quantile95(free), 10));

    [Fact]
    public void Welch_needs_two_values_on_each_side_and_some_variation()
    {
        Assert.Null(BeforeAfter.Of(Year[..1], Year).Welch());
        Assert.Null(BeforeAfter.Of(Year, Year[..1]).Welch());
        Assert.Null(BeforeAfter.Of([1m, 1m], [2m, 2m]).Welch());
        Assert.NotNull(BeforeAfter.Of([1m, 1m], [2m, 3m]).Welch());
        Assert.Equal(BeforeAfter.Of(Year[..9], Year).Welch()!.T, BeforeAfter.Of(Year, Year).LeavingOut(3).Welch()!.T);
    }
}
