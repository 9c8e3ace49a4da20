namespace OkrKpi.Analytics;

/// <summary>What a method learned from a series: the next values, and how far off its formula says they are.</summary>
internal sealed class MethodFit(Func<int, double> point)
{
    /// <summary>The standard error so many periods ahead; <see langword="null"/> where the method has no formula or too few values.</summary>
    internal Func<int, double>? Error { get; init; }

    /// <summary>Of Student's t distribution; <see langword="null"/> for the normal one.</summary>
    internal double? DegreesOfFreedom { get; init; }

    /// <summary>Drawn paths a period, sorted, where no formula exists.</summary>
    internal Func<int, double[][]>? Paths { get; init; }

    internal double SumOfSquares { get; init; }

    /// <summary>The standard deviation the errors rest on.</summary>
    internal double Sigma { get; init; }

    internal double Level { get; init; }

    internal double Slope { get; init; }

    internal double[] Seasons { get; init; } = [];

    /// <summary>The value so many periods ahead, from 1.</summary>
    internal double Point(int ahead) => Numbers.Held(point(ahead));
}
