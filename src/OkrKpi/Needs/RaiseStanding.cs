namespace OkrKpi.Scoring;

/// <summary>What an open raise of a target means on a date.</summary>
public enum RaiseStanding
{
    /// <summary>It is a reason for an OKR.</summary>
    AsksForAnOkr = 1,

    /// <summary>It is no more than the margin within which the rule lets raises pass.</summary>
    WithinMargin = 2,

    /// <summary>
    /// The KPI reaches the raised target already: in its latest judged period and, where that was measured, in the same period a year before.
    /// </summary>
    ReachedAlready = 3,

    /// <summary>Its first period begins more than a year from now, so that it is no reason yet.</summary>
    FarAhead = 4,
}
