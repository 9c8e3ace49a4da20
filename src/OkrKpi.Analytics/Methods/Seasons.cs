namespace OkrKpi.Analytics;

/// <summary>Seasons of a series by classical decomposition, as R's <c>decompose</c>.</summary>
internal static class Seasons
{
    /// <summary>The centred moving average over one season; shorter than the values by one season, or by one less if its length is odd.</summary>
    internal static double[] MovingAverage(ReadOnlySpan<double> values, int season)
    {
        var isEven = season % 2 == 0;
        var span = isEven ? season + 1 : season;
        var averages = new double[values.Length - span + 1];
        for (var index = 0; index < averages.Length; index++)
        {
            var sum = isEven ? (values[index] + values[index + season]) / 2d : 0d;
            for (var place = isEven ? 1 : 0; place < season; place++)
            {
                sum += values[index + place];
            }

            averages[index] = sum / season;
        }

        return averages;
    }

    /// <summary>The effect of each season, which add up to 0, or its factor, with a mean of 1; needs two seasons.</summary>
    internal static double[] Figure(ReadOnlySpan<double> values, int season, SeasonShape shape)
    {
        var averages = MovingAverage(values, season);
        var offset = season / 2;
        var (sums, counts) = (new double[season], new int[season]);
        for (var index = 0; index < averages.Length; index++)
        {
            var value = values[index + offset];
            var off = shape == SeasonShape.Multiplicative ? value / Numbers.Divisor(averages[index]) : value - averages[index];
            sums[(index + offset) % season] += off;
            counts[(index + offset) % season]++;
        }

        for (var place = 0; place < season; place++)
        {
            sums[place] /= Math.Max(1, counts[place]);
        }

        var mean = Numbers.Mean(sums);
        for (var place = 0; place < season; place++)
        {
            sums[place] = shape == SeasonShape.Multiplicative ? sums[place] / Numbers.Divisor(mean) : sums[place] - mean;
        }

        return sums;
    }

    /// <summary>Whether a season is seen: its autocorrelation is significant at 90 %, and there are more than two seasons.</summary>
    internal static bool AreSeen(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || values.Length <= 2 * season)
        {
            return false;
        }

        var mean = Numbers.Mean(values);
        var variance = Numbers.SquaredDeviations(values);
        if (!(variance > 0d))
        {
            return false;
        }

        var (sum, at) = (0d, 0d);
        for (var lag = 1; lag <= season; lag++)
        {
            var products = 0d;
            for (var index = lag; index < values.Length; index++)
            {
                products += (values[index] - mean) * (values[index - lag] - mean);
            }

            at = products / variance;
            sum += lag < season ? at * at : 0d;
        }

        return Math.Abs(at) / Math.Sqrt((1d + (2d * sum)) / values.Length) > Quantiles.Normal(0.9);
    }
}
