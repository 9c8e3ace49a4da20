namespace OkrKpi;

/// <summary>Which way a metric gets better.</summary>
public enum Direction
{
    /// <summary>More is better: revenue, meetings held.</summary>
    HigherIsBetter = 1,

    /// <summary>Less is better: cost, response time.</summary>
    LowerIsBetter = 2,

    /// <summary>Good is inside a band: utilisation between 70 % and 85 %.</summary>
    WithinBand = 3,

    /// <summary>No value is better than another: the metric is only watched, and has no target.</summary>
    None = 4,
}
