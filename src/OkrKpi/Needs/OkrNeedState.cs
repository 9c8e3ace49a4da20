namespace OkrKpi;

/// <summary>The answer of the rule.</summary>
public enum OkrNeedState
{
    /// <summary>The KPI meets its target and the target was not raised.</summary>
    NotNeeded = 1,

    /// <summary>The KPI lags or its target was raised, and no open objective addresses it.</summary>
    Needed = 2,

    /// <summary>The KPI lags or its target was raised, and an open objective of a current cycle addresses it.</summary>
    Covered = 3,

    /// <summary>There is no target or no data to tell by.</summary>
    CannotTell = 4,

    /// <summary>The KPI lags or its target was raised, no open objective addresses it, and it was decided to live with that.</summary>
    Dismissed = 5,
}
