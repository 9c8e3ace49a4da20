using MathNet.Numerics;

namespace OkrKpi.Analytics;

/// <summary>Quantiles of the normal and of Student's t distribution.</summary>
internal static class Quantiles
{
    /// <summary>How many standard errors hold a share of a normal distribution on both sides of its middle: 1.2816 for 0.8.</summary>
    internal static double Normal(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(0d, 1d, (1d + share) / 2d);

    /// <summary>The share of a normal distribution that lies within so many standard errors.</summary>
    internal static double WithinNormal(double errors) => SpecialFunctions.Erf(errors / Math.Sqrt(2d));

    /// <summary>How many standard errors hold a share of Student's t distribution.</summary>
    internal static double StudentT(double share, double degreesOfFreedom)
    {
        var exceeded = 1d - share;

        // MathNet finds no quantile for 1 and, far out, for 2 degrees of freedom; these have a closed form.
        if (degreesOfFreedom == 1d)
        {
            return Math.Tan(Math.PI * share / 2d);
        }

        if (degreesOfFreedom == 2d)
        {
            return share * Math.Sqrt(2d / (exceeded * (1d + share)));
        }

        var (low, high) = (0d, 1d);
        while (Exceeding(high, degreesOfFreedom) > exceeded && high < 1e12)
        {
            (low, high) = (high, high * 2d);
        }

        for (var middle = (low + high) / 2d; middle > low && middle < high && high - low > 1e-15 * high; middle = (low + high) / 2d)
        {
            (low, high) = Exceeding(middle, degreesOfFreedom) > exceeded ? (middle, high) : (low, middle);
        }

        return (low + high) / 2d;
    }

    /// <summary>How likely a value of Student's t distribution lies at least so far from 0, on either side: a two-sided p.</summary>
    internal static double Exceeding(double t, double degreesOfFreedom)
    {
        var square = t * t;
        return double.IsInfinity(square) ? 0d : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2d, 0.5, degreesOfFreedom / (degreesOfFreedom + square));
    }
}
