namespace OkrKpi;

/// <summary>How a reach goal is scored before it is reached.</summary>
public enum ReachReading
{
    /// <summary>1 when reached, otherwise 0. The default, because an unknown start is not zero.</summary>
    MetOrNot = 1,

    /// <summary>The share of the target: for counts that began the cycle at 0.</summary>
    ShareOfTarget,
}
