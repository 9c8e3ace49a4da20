namespace OkrKpi;

/// <summary>Whether growth can be told, and if not, why.</summary>
public enum GrowthState
{
    /// <summary>It is known.</summary>
    Known = 1,

    /// <summary>The current or the earlier value is missing.</summary>
    MissingValue = 2,

    /// <summary>The earlier value is zero, and nothing can be told in percent of zero.</summary>
    ZeroBase = 3,

    /// <summary>The earlier value is negative, and the policy tells no growth from it.</summary>
    NegativeBase = 4,

    /// <summary>The period still runs, and would be compared with a whole one.</summary>
    StillRunning = 5,
}
