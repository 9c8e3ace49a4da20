namespace OkrKpi;

/// <summary>Whether progress keeps up with the time that has passed.</summary>
public enum PaceStatus
{
    /// <summary>No statement: the goal does not move steadily, there is no data, or the cycle has not begun.</summary>
    NotPaced = 1,

    /// <summary>Less than a tenth of the cycle has passed, or nothing was reported yet: too early to tell.</summary>
    TooEarly,

    /// <summary>At most 10 points behind the expected progress; other limits are set with <see cref="PaceBands"/>.</summary>
    OnTrack,

    /// <summary>More than 10 and at most 25 points behind.</summary>
    AtRisk,

    /// <summary>More than 25 points behind.</summary>
    Behind,

    /// <summary>The target is reached.</summary>
    Achieved,

    /// <summary>The cycle is over and the target was not reached.</summary>
    Missed,

    /// <summary>Better than expected by more than a limit. The default bands know no such limit.</summary>
    Ahead,
}
