namespace OkrKpi.Analytics;

/// <summary>What values of a unit cannot go beyond, as long as none of the past did.</summary>
internal static class NaturalBounds
{
    internal static ForecastOptions Of(Unit unit, double[] values, ForecastOptions options)
    {
        var (low, high) = unit.Kind switch
        {
            UnitKind.Count or UnitKind.Money or UnitKind.Duration or UnitKind.Ratio or UnitKind.Rate => (0m, (decimal?)null),
            UnitKind.Percent => (0m, 100m),
            UnitKind.Rating => (0m, unit.Maximum),
            UnitKind.Index => ((decimal?)null, (decimal?)null),
        };
        low = low is { } least && Array.Exists(values, value => value < (double)least) ? null : low;
        high = high is { } most && Array.Exists(values, value => value > (double)most) ? null : high;
        return options.Within(options.Low ?? (options.High < low ? null : low), options.High ?? (options.Low > high ? null : high));
    }
}
