namespace OkrKpi.Signals;

/// <summary>Which average of the moving ranges says how much a process varies.</summary>
public enum RangeAverage
{
    /// <summary>The mean, which uses every range.</summary>
    Mean = 1,

    /// <summary>The median, which a few large ranges do not move: limits that stay narrow although a shift or an outlier is among the points.</summary>
    Median = 2,
}
