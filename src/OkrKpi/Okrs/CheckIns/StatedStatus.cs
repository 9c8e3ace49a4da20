namespace OkrKpi;

/// <summary>
/// How a team itself says it stands, in a word, with or without a number beside it. Shown beside the computed status and never turned into one.
/// </summary>
public enum StatedStatus
{
    /// <summary>Work has not begun. It has no vote where several statuses become one.</summary>
    NotStarted = 1,

    /// <summary>It will be reached.</summary>
    OnTrack = 2,

    /// <summary>It may not be reached without help.</summary>
    AtRisk = 3,

    /// <summary>It cannot go on until something outside the team is done.</summary>
    Blocked = 4,

    /// <summary>It will probably not be reached.</summary>
    OffTrack = 5,

    /// <summary>It was given up. It has no vote where several statuses become one.</summary>
    Dropped = 6,

    /// <summary>It is achieved.</summary>
    Achieved = 7,

    /// <summary>It is achieved in part.</summary>
    PartlyAchieved = 8,

    /// <summary>It was not achieved.</summary>
    Missed = 9,
}
