namespace OkrKpi.Signals;

/// <summary>What an average moving range is multiplied by.</summary>
internal static class LimitFactors
{
    /// <summary>From the centre to a limit.</summary>
    internal static decimal Width(LimitScaling scaling, RangeAverage average) => (scaling, average) switch
    {
        (LimitScaling.Wheeler, RangeAverage.Mean) => 2.66m,
        (LimitScaling.Handbook, RangeAverage.Mean) => 3m / 1.128m,
        (LimitScaling.Exact, RangeAverage.Mean) => 2.6586807763582740409472512250m,
        (LimitScaling.Wheeler, RangeAverage.Median) => 3.145m,
        (LimitScaling.Handbook, RangeAverage.Median) => 3m / 0.954m,
        (LimitScaling.Exact, RangeAverage.Median) => 3.14507385743835m,
    };

    /// <summary>The upper limit of the ranges.</summary>
    internal static decimal RangeLimit(LimitScaling scaling, RangeAverage average) => (scaling, average) switch
    {
        (LimitScaling.Wheeler or LimitScaling.Handbook, RangeAverage.Mean) => 3.267m,
        (LimitScaling.Exact, RangeAverage.Mean) => 3.2665319192886m,
        (LimitScaling.Wheeler or LimitScaling.Handbook, RangeAverage.Median) => 3.865m,
        (LimitScaling.Exact, RangeAverage.Median) => 3.86412849379931m,
    };
}
