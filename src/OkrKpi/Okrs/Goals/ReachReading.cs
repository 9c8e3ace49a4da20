namespace OkrKpi.Goals;

/// <summary>How a reach goal is scored before it is reached.</summary>
public enum ReachReading
{
    /// <summary>1 when reached, otherwise 0. The default, because an unknown start is not zero.</summary>
    MetOrNot = 1,

    /// <summary>The share of the target: for counts that began the cycle at 0.</summary>
    ShareOfTarget = 2,

    /// <summary>1 less the distance by which the value misses the target, as a share of the target; more than 1 beyond it.</summary>
    DistanceFromTarget = 3,

    /// <summary>The way from the first value checked in during the cycle to the target.</summary>
    FromFirstValue = 4,
}
