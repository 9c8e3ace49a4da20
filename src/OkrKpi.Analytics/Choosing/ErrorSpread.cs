namespace OkrKpi.Analytics;

/// <summary>How far off a forecast is expected to be: by how far off forecasts so far ahead were, or by a distribution.</summary>
/// <remarks>
/// Of k past errors without their sign the i-th smallest holds i of k + 1 of what comes (conformal prediction; Vovk, Gammerman and Shafer). Between two of them
/// straight lines, beyond the largest as a normal distribution goes on.
/// </remarks>
internal sealed class ErrorSpread
{
    private readonly double[] sorted;
    private readonly double sigma;
    private readonly double degreesOfFreedom;

    private ErrorSpread(double[] sorted, double sigma, double degreesOfFreedom)
    {
        this.sorted = sorted;
        this.sigma = sigma;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    internal static ErrorSpread OfErrors(IEnumerable<double> errors) => new([.. errors.Select(Math.Abs).Order()], 0d, 0d);

    internal static ErrorSpread StudentT(double sigma, double degreesOfFreedom) => new([], sigma, degreesOfFreedom);

    /// <summary>The distance from the middle that holds a share.</summary>
    internal double HalfWidth(double share)
    {
        if (sorted.Length == 0)
        {
            return sigma * Quantiles.StudentT(share, degreesOfFreedom);
        }

        var count = sorted.Length;
        var place = share * (count + 1);
        if (place >= count)
        {
            return sorted[^1] * Quantiles.Normal(share) / Quantiles.Normal(count / (count + 1d));
        }

        var below = (int)place;
        var low = below == 0 ? 0d : sorted[below - 1];
        return low + ((place - below) * (sorted[below] - low));
    }

    /// <summary>The share within a distance of the middle: where <see cref="HalfWidth"/> leads to it.</summary>
    internal double Within(double distance)
    {
        if (sorted.Length == 0)
        {
            return sigma > 0d ? 1d - Quantiles.Exceeding(distance / sigma, degreesOfFreedom) : 1d;
        }

        var count = sorted.Length;
        var last = sorted[^1];
        if (distance >= last)
        {
            return last > 0d ? Quantiles.WithinNormal(Quantiles.Normal(count / (count + 1d)) * distance / last) : 1d;
        }

        var below = 0;
        while (sorted[below] <= distance)
        {
            below++;
        }

        var low = below == 0 ? 0d : sorted[below - 1];
        return (below + ((distance - low) / (sorted[below] - low))) / (count + 1d);
    }
}
