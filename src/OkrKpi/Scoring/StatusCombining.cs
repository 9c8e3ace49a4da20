namespace OkrKpi.Scoring;

/// <summary>
/// How several statuses become one. Those that say nothing, <see cref="PaceStatus.NotPaced"/> and <see cref="PaceStatus.TooEarly"/>, have no vote.
/// </summary>
public enum StatusCombining
{
    /// <summary>The worst wins (Perdoo, ServiceNow, okrs-tracker).</summary>
    Worst = 1,

    /// <summary>The mean rank, on track 1, at risk 2, behind 3, rounded half up: 1, 1, 2 gives 1.33 and so on track (OKR by BOJA).</summary>
    MeanRank = 2,

    /// <summary>One that is behind decides; otherwise what most are, and a tie is at risk (DevEnSoft).</summary>
    Majority = 3,

    /// <summary>The last one in the order given (ServiceNow, over the periods of one target).</summary>
    Latest = 4,
}
