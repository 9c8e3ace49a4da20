namespace OkrKpi.Rollups;

/// <summary>
/// What stands for the value of a period in which nothing was measured. Whatever is chosen, the period stays listed and its coverage says that nothing was
/// there.
/// </summary>
public enum GapPolicy
{
    /// <summary>Unknown stays unknown: no value. The default.</summary>
    Unknown = 1,

    /// <summary>
    /// 0, for what is only recorded when it happens: no order in March is 0 orders in March. Only sums and counts can be 0 for lack of measurements.
    /// </summary>
    Zero = 2,

    /// <summary>
    /// The last value before, for what lasts until it changes: a price, a headcount. A segment without a measurement keeps its own last value. Not for sums and
    /// counts.
    /// </summary>
    CarryLast = 3,
}
