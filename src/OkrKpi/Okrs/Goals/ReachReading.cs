namespace OkrKpi.Goals;

/// <summary>How a reach goal is scored before it is reached.</summary>
public enum ReachReading
{
    /// <summary>1 when reached, otherwise 0. What a strict goal always is.</summary>
    MetOrNot = 1,

    /// <summary>1 less the distance by which the value misses the target, as a share of the target; more than 1 beyond it.</summary>
    DistanceFromTarget = 2,

    /// <summary>
    /// The way to the target from zero where check-ins add up to at least a number, otherwise from the first value checked in during the cycle: 14, 17 of at
    /// least 20 is 0.5.
    /// With one check-in, or a first value that reaches the target, it is met or not and no share is claimed. The default.
    /// </summary>
    FromFirstValue = 3,
}
