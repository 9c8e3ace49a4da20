namespace OkrKpi.Analytics.Tests;

/// <summary>From doubles to decimals, and the random numbers that are always the same.</summary>
public class NumbersTests
{
    [Theory]
    [InlineData(1e19, 1e18)]
    [InlineData(-1e19, -1e18)]
    [InlineData(double.PositiveInfinity, 1e18)]
    [InlineData(12.5, 12.5)]
    public void What_is_told_lies_within_a_quintillion(double value, double held)
    {
        Assert.Equal(held, Numbers.Held(value));
        Assert.Equal((decimal)held, Numbers.Amount(value));
        Assert.Equal([(decimal)held, 0m], Numbers.Amounts([value, 0d]));
    }

    [Theory]
    [InlineData(0d, 1e-12)]
    [InlineData(1e-13, 1e-12)]
    [InlineData(-1e-13, -1e-12)]
    [InlineData(1e-12, 1e-12)]
    [InlineData(-1e-12, -1e-12)]
    [InlineData(-5d, -5d)]
    public void A_divisor_is_not_next_to_nothing(double value, double divisor) => Assert.Equal(divisor, Numbers.Divisor(value));

    [Fact]
    public void A_mean_of_large_and_small_numbers_keeps_the_small_ones()
    {
        double[] values = [1e15, 1d, 2d, -1e15];
        Assert.Equal(0.75, Numbers.Mean(values), 12);
        Assert.Equal(26d, Numbers.SquaredDeviations([2d, 4d, 9d]), 12);
        Assert.Equal(5d, Numbers.Mean([2d, 4d, 9d]), 12);
        Assert.Equal(0d, Numbers.SquaredDeviations([0.1, 0.1, 0.1]), 15);
    }

    /// <summary>The first numbers of SplitMix64 from a seed of 0 are 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4 and 0x06C45D188009454F.</summary>
    [Fact]
    public void Random_numbers_are_those_of_SplitMix64()
    {
        var draws = new Draws(0);
        foreach (var expected in new[] { 0xE220A8397B1DCDAFul, 0x6E789E6AA1B965F4ul, 0x06C45D188009454Ful })
        {
            Assert.Equal(((expected >> 11) + 0.5) / Math.Pow(2, 53), draws.Uniform(), 15);
        }

        var (first, again) = (new Draws(), new Draws());
        double[] normal = [.. Enumerable.Range(0, 4_000).Select(_ => first.Normal())];
        Assert.Equal(normal[0], again.Normal());
        Assert.InRange(Numbers.Mean(normal), -0.05, 0.05);
        Assert.InRange(Numbers.SquaredDeviations(normal) / 4_000d, 0.93, 1.07);
    }

    [Theory]
    [InlineData(2d, 1d, 0.29516723530086655)]
    [InlineData(2d, 10d, 0.07338803477074037)]
    [InlineData(0d, 5d, 1d)]
    [InlineData(1e200, 5d, 0d)]
    public void How_likely_a_value_is_beyond_is_as_in_R(double t, double degrees, double expected) =>
        Assert.Equal(expected, Quantiles.Exceeding(t, degrees), 12);

    [Theory]
    [InlineData(0.999_999, 2, 1_000.0)]
    [InlineData(0.999, 30, 3.6459586350420214)]
    public void Far_out_Students_t_is_found_too(double share, double degrees, double expected) =>
        Assert.InRange(Quantiles.StudentT(share, degrees) / expected, 0.999, 1.001);
}
