using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OkrKpi.Tests.Effects;

/// <summary>A series before and after something, with a trend, with resemblance of neighbours, with gaps.</summary>
public sealed record AnySeries((int Period, decimal Value)[] Before, (int Period, decimal Value)[] After, int LeftOut, int Season)
{
    internal BeforeAfter Series => Of(Before, After);

    internal BeforeAfter Of((int Period, decimal Value)[] before, (int Period, decimal Value)[] after)
    {
        var series = BeforeAfter.At(before, after).LeavingOut(LeftOut);
        return Season == 0 ? series : Season > 0 ? series.LookingForASeason(Season) : series.WithSeason(-Season);
    }

    internal BeforeAfter Changed(Func<decimal, decimal> change) => Of(Each(Before, change), Each(After, change));

    private static (int Period, decimal Value)[] Each((int Period, decimal Value)[] values, Func<decimal, decimal> change) =>
        Array.ConvertAll(values, each => (each.Period, change(each.Value)));
}

[Properties(Arbitrary = [typeof(EffectProperties)], MaxTest = 300)]
public sealed class EffectProperties
{
    public static Arbitrary<AnySeries> AnySeries() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from before in Gen.Choose(4, 30)
        from after in Gen.Choose(1, 14)
        from leftOut in Gen.Elements(0, 0, 1, 2, 3)
        from season in Gen.Elements(0, 0, 4, 12, -4, -12)
        from trend in Gen.Elements(0d, 0d, 0.2, 0.5, 1.5, -0.5)
        from phi in Gen.Elements(0d, 0d, 0.5, 0.9)
        from shift in Gen.Elements(0d, 1d, 2.5, 6d, -3d)
        select Make(new Random(seed), before, after, leftOut, season, trend, phi, shift));

    [Property]
    public void A_better_value_afterwards_never_makes_the_verdict_worse(AnySeries any, byte which, byte by)
    {
        var better = ((int Period, decimal Value)[])any.After.Clone();
        better[which % better.Length].Value += by;
        Assert.InRange(Rank(any.Of(any.Before, better).Judge()), Rank(any.Series.Judge()), 1);
    }

    [Property]
    public void Shifted_values_give_the_same_verdict_and_margins(AnySeries any, int by)
    {
        var (one, other) = (any.Series.Judge(), any.Changed(value => value + by).Judge());
        Same(one, other, 1d);
        Assert.Equal(one.Movement, other.Movement);
        Assert.Equal((one.Centre is null, 0m), (other.Centre is null, Math.Round((other.Centre - one.Centre - by) ?? 0m, 12)));
    }

    [Property]
    public void Rescaled_values_give_the_same_verdict_and_rescaled_margins(AnySeries any, PositiveInt by)
    {
        var scale = by.Get % 2 == 0 ? by.Get % 10_000 + 1 : 1m / (by.Get % 10_000 + 1);
        var (one, other) = (any.Series.Judge(), any.Changed(value => value * scale).Judge());
        Same(one, other, (double)scale);
        Assert.Equal(one.Movement, other.Movement);
    }

    [Property]
    public void Mirrored_values_give_the_mirrored_verdict_and_the_same_one_where_lower_is_better(AnySeries any)
    {
        var (one, mirrored) = (any.Series.Judge(), any.Changed(value => -value));
        Assert.Equal(-Rank(one), Rank(mirrored.Judge()));
        var other = mirrored.As(Direction.LowerIsBetter).Judge();
        Assert.Equal((one.Movement, one.Ground), (other.Movement, other.Ground));
        Assert.Equal((one.SmallestGain, one.SmallestLoss), (other.SmallestGain, other.SmallestLoss));
        Assert.Equal(one.Plain?.Difference, -other.Plain?.Difference);
    }

    [Property]
    public void What_could_be_seen_is_known_beforehand(AnySeries any)
    {
        var told = any.Series.Judge();
        var planned = BeforeAfter.Planned(any.Before, any.After.Select(each => each.Period)).LeavingOut(any.LeftOut);
        var before = (any.Season == 0 ? planned : any.Season > 0 ? planned.LookingForASeason(any.Season) : planned.WithSeason(-any.Season)).Judge();
        Assert.Equal((told.SmallestRise, told.SmallestFall, told.Centre), (before.SmallestRise, before.SmallestFall, before.Centre));
        Assert.Equal(told.CanShowGain, before.CanShowGain);
        Assert.True(before.Movement == KpiMovement.TooEarly || told.Movement == before.Movement);
        Assert.Null(before.Plain?.Difference);
    }

    [Property]
    public void A_rise_of_all_periods_is_a_sign_from_the_smallest_rise_on_and_not_below_it(AnySeries any)
    {
        var scale = any.Series.Judge();
        if (scale is not { Plain: { } plain, Centre: { } centre, Season: 0 })
        {
            return;
        }

        // From the level; where a trend is seen, the periods on its line, and from there as far as the line was missed by.
        if (scale.IsTrendSeen && scale.Line!.Slope > 0d)
        {
            Assert.True(scale.SmallestRise >= (decimal)plain.Margin * 0.999_999m);
            Assert.Equal(scale.CanShowGain, Judged(1_000_000m) == 1);
            return;
        }

        Assert.Equal(scale.CanShowGain, Judged(1_000_000m) == 1);
        var smallest = scale.SmallestRise!.Value;
        Assert.Equal((0, scale.CanShowGain ? 1 : 0), (Judged(smallest * 0.999_999m), Judged(smallest * 1.000_001m)));

        int Judged(decimal rise) => Rank(any.Of(any.Before, Array.ConvertAll(any.After, each => (each.Period, centre + rise))).Judge());
    }

    [Property]
    public void Periods_before_the_last_24_change_nothing(AnySeries any, int value)
    {
        var first = any.Before[0].Period;
        (int, decimal)[] more = [.. Enumerable.Range(1, 30).Select(back => (first - 31 + back, (decimal)value)), .. any.Before];
        var (one, other) = (any.Series.Judge(), any.Of(more, any.After).Judge());
        if (any.Before.Length - any.LeftOut >= 24)
        {
            Assert.Equal((one.Movement, one.Plain?.Margin, one.Centre), (other.Movement, other.Plain?.Margin, other.Centre));
        }

        Assert.Equal(Math.Min(24, any.Before.Length - any.LeftOut + 30), other.PeriodsBefore);
    }

    private static int Rank(EffectVerdict verdict) => verdict.Movement switch { KpiMovement.Moved => 1, KpiMovement.Worsened => -1, _ => 0 };

    private static void Same(EffectVerdict one, EffectVerdict other, double scale)
    {
        Assert.Equal((one.Ground, one.IsTrendSeen, one.Season, one.Capped), (other.Ground, other.IsTrendSeen, other.Season, other.Capped));
        Close(one.Plain?.Margin, other.Plain?.Margin);
        Close(one.Plain?.Difference, other.Plain?.Difference);
        Close(one.Line?.Margin, other.Line?.Margin);

        void Close(double? left, double? right) => Assert.True(
            left is null == right is null && !(Math.Abs((left - (right / scale)) ?? 0d) > 1e-7 * (1d + Math.Abs(left ?? 0d))),
            $"{left} and {right} at {scale}");
    }

    private static AnySeries Make(Random random, int before, int after, int leftOut, int season, double trend, double phi, double shift)
    {
        List<(int Period, decimal Value)> all = [];
        var (period, noise) = (random.Next(-50, 50), Normal());
        for (var index = 0; index < before + after; index++)
        {
            period += random.Next(12) == 0 ? 2 : 1;
            noise = (phi * noise) + (Math.Sqrt(1 - (phi * phi)) * Normal());
            var value = 50 + noise + (trend * period) + (3 * Math.Sin(period * Math.PI / 6)) + (index < before ? 0 : shift);
            all.Add((period, Math.Round((decimal)value, 3)));
        }

        return new([.. all[..before]], [.. all[before..]], leftOut, season);

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
