namespace OkrKpi.Analytics;

/// <summary>How a smoothing method goes on beyond its level.</summary>
public enum SmoothingTrend
{
    /// <summary>It stays on its level.</summary>
    None = 1,

    /// <summary>It rises or falls by the same step.</summary>
    Linear = 2,

    /// <summary>The step becomes less with every period.</summary>
    Damped = 3,
}
