namespace OkrKpi;

/// <summary>How a KPI stands against its target.</summary>
public enum KpiStatus
{
    /// <summary>Reached; on the target exactly is reached.</summary>
    Met = 1,

    /// <summary>Missed by no more than <see cref="Kpi.Tolerance"/>, by default 5 % of the target.</summary>
    Near = 2,

    /// <summary>Missed by more than the tolerance.</summary>
    Behind = 3,

    /// <summary>The period is still running, so nothing is decided.</summary>
    Partial = 4,

    /// <summary>There is no target to compare with.</summary>
    NoTarget = 5,

    /// <summary>There is nothing measured, or the ratio is undefined because its denominator is 0. Never taken for zero.</summary>
    NoData = 6,

    /// <summary>The KPI is only watched, see <see cref="Kpi.IsWatched"/>: it has no target, and none is missed.</summary>
    Watched = 7,
}
