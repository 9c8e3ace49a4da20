namespace OkrKpi.Analytics.Tests;

/// <summary>Quantiles against R's <c>qt</c> and <c>qnorm</c>.</summary>
public class QuantileTests
{
    [Theory]
    [InlineData(0.8, 1, 3.0776835371752527)]
    [InlineData(0.95, 1, 12.706204736174694)]
    [InlineData(0.8, 2, 1.8856180831641267)]
    [InlineData(0.95, 3, 3.182446305284263)]
    [InlineData(0.95, 10, 2.2281388519649385)]
    [InlineData(0.8, 130, 1.28809765443204)]
    public void Students_t_is_as_in_R(double share, double degrees, double expected) =>
        Assert.Equal(1d, Quantiles.StudentT(share, degrees) / expected, 1e-10);

    [Fact]
    public void Normal_quantiles_are_as_in_R()
    {
        Assert.Equal(1.2815515655446004, Quantiles.Normal(0.8), 1e-14);
        Assert.Equal(0.8, Quantiles.WithinNormal(1.2815515655446004), 1e-14);
    }
}
