namespace OkrKpi.Signals;

/// <summary>Where the centre of a process lies.</summary>
public enum CentreLine
{
    /// <summary>At the mean of its points.</summary>
    Mean = 1,

    /// <summary>At the median of its points.</summary>
    Median = 2,
}
