namespace OkrKpi.Analytics;

internal sealed class MeanMethod() : ForecastMethod("mean", "trung bình")
{
    internal override int Least(int season) => 1;

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var (mean, count) = (Numbers.Mean(values), values.Length);
        var squares = Numbers.SquaredDeviations(values);
        var sigma = count < 2 ? 0d : Math.Sqrt(squares / (count - 1));
        var error = sigma * Math.Sqrt(1d + (1d / count));
        return new(_ => mean)
        {
            Error = count < 2 ? null : _ => error,
            DegreesOfFreedom = count - 1,
            SumOfSquares = squares,
            Sigma = sigma,
            Level = mean,
        };
    }
}

internal sealed class NaiveMethod() : ForecastMethod("naive", "giá trị gần nhất")
{
    internal override int Least(int season) => 1;

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season) => SeasonalNaiveMethod.Of(values, 1);
}

internal sealed class SeasonalNaiveMethod() : ForecastMethod("seasonal naive", "như cùng mùa kỳ trước")
{
    internal override int Least(int season) => season;

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season) => Of(values, season);

    internal static MethodFit Of(ReadOnlySpan<double> values, int season)
    {
        var last = values[^season..].ToArray();
        var squares = 0d;
        for (var index = season; index < values.Length; index++)
        {
            var step = values[index] - values[index - season];
            squares += step * step;
        }

        var steps = values.Length - season;
        var sigma = steps < 1 ? 0d : Math.Sqrt(squares / steps);
        return new(ahead => last[(ahead - 1) % season])
        {
            Error = steps < 1 ? null : ahead => sigma * Math.Sqrt(((ahead - 1) / season) + 1),
            SumOfSquares = squares,
            Sigma = sigma,
            Level = last[^1],
        };
    }
}

internal sealed class DriftMethod() : ForecastMethod("drift", "bước trung bình")
{
    internal override int Least(int season) => 2;

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var (last, count) = (values[^1], values.Length);
        var drift = (last - values[0]) / (count - 1);
        var squares = 0d;
        for (var index = 1; index < count; index++)
        {
            var off = values[index] - values[index - 1] - drift;
            squares += off * off;
        }

        var sigma = count < 3 ? 0d : Math.Sqrt(squares / (count - 2));
        return new(ahead => last + (ahead * drift))
        {
            Error = count < 3 ? null : ahead => sigma * Math.Sqrt(ahead * (1d + ((double)ahead / (count - 1)))),
            SumOfSquares = squares,
            Sigma = sigma,
            Level = last,
            Slope = drift,
        };
    }
}

internal sealed class TrendMethod() : ForecastMethod("trend", "đường xu hướng")
{
    internal override int Least(int season) => 3;

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var count = values.Length;
        var (mean, slope, spread) = Line(values);
        var middle = (count + 1) / 2d;
        var squares = 0d;
        for (var index = 0; index < count; index++)
        {
            var off = values[index] - mean - (slope * (index + 1 - middle));
            squares += off * off;
        }

        var sigma = Math.Sqrt(squares / (count - 2));
        return new(ahead => mean + (slope * (count + ahead - middle)))
        {
            Error = ahead => sigma * Math.Sqrt(1d + (1d / count) + ((count + ahead - middle) * (count + ahead - middle) / spread)),
            DegreesOfFreedom = count - 2,
            SumOfSquares = squares,
            Sigma = sigma,
            Level = mean - (slope * middle),
            Slope = slope,
        };
    }

    /// <summary>The line by least squares over 1, 2, 3 ...: mean, slope, and the squared deviations of the places.</summary>
    internal static (double Mean, double Slope, double Spread) Line(ReadOnlySpan<double> values)
    {
        var mean = Numbers.Mean(values);
        var middle = (values.Length + 1) / 2d;
        var (products, spread) = (0d, 0d);
        for (var index = 0; index < values.Length; index++)
        {
            var place = index + 1 - middle;
            products += place * (values[index] - mean);
            spread += place * place;
        }

        return (mean, spread == 0d ? 0d : products / spread, spread);
    }
}

/// <summary>The mean of what several methods tell.</summary>
internal sealed class CombinedMethod : ForecastMethod
{
    internal CombinedMethod(ForecastMethod[] methods)
        : base(Joined(methods, each => each.Name, "mean of "), Joined(methods, each => each.Vietnamese, "trung bình của "))
    {
        Methods = methods;
    }

    internal ForecastMethod[] Methods { get; }

    internal override int Least(int season) => Methods.Max(each => each.Least(season));

    internal override bool Fits(ReadOnlySpan<double> values)
    {
        foreach (var method in Methods)
        {
            if (!method.Fits(values))
            {
                return false;
            }
        }

        return true;
    }

    internal override ForecastMethod Tuned(ReadOnlySpan<double> values, int season, double finest)
    {
        var tuned = new ForecastMethod[Methods.Length];
        for (var index = 0; index < tuned.Length; index++)
        {
            tuned[index] = Methods[index].Tuned(values, season, finest);
        }

        return new CombinedMethod(tuned);
    }

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var fits = new MethodFit[Methods.Length];
        for (var index = 0; index < fits.Length; index++)
        {
            fits[index] = Methods[index].Fit(values, season);
        }

        return new(ahead => fits.Average(fit => fit.Point(ahead)));
    }

    private static string Joined(ForecastMethod[] methods, Func<ForecastMethod, string> name, string before)
    {
        if (methods.Length < 2 || Array.Exists(methods, each => each is null))
        {
            throw new ArgumentException("A combination is of two methods or more.", nameof(methods));
        }

        return before + string.Join(" + ", methods.Select(name));
    }
}
