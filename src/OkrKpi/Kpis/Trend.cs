namespace OkrKpi;

/// <summary>Where a KPI went from the complete period before to the latest complete one.</summary>
public enum Trend
{
    /// <summary>One of the two periods has no value, or a band without target gives nothing to compare.</summary>
    Unknown = 1,

    /// <summary>In the good direction.</summary>
    Improving = 2,

    /// <summary>The same value.</summary>
    Steady = 3,

    /// <summary>In the bad direction.</summary>
    Worsening = 4,
}
