namespace OkrKpi;

/// <summary>Whether progress keeps up with the time that has passed.</summary>
public enum PaceStatus
{
    /// <summary>No statement: the goal does not move steadily, there is no data, or the cycle has not begun.</summary>
    NotPaced = 1,

    /// <summary>Less than a tenth of the cycle has passed, or nothing was reported yet: too early to tell.</summary>
    TooEarly = 2,

    /// <summary>
    /// At most 10 points behind the expected progress; other limits are set with <see cref="PaceBands"/>. Of a goal that only its value tells, such as at least
    /// 20 % with one
    /// check-in: it is met.
    /// </summary>
    OnTrack = 3,

    /// <summary>More than 10 and at most 25 points behind.</summary>
    AtRisk = 4,

    /// <summary>More than 25 points behind, or not met where only the value tells.</summary>
    Behind = 5,

    /// <summary>The target is reached.</summary>
    Achieved = 6,

    /// <summary>The cycle is over and the target was not reached.</summary>
    Missed = 7,

    /// <summary>Better than expected by more than a limit. The default bands know no such limit.</summary>
    Ahead = 8,
}
