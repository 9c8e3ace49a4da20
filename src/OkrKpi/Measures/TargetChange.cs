namespace OkrKpi;

/// <summary>What a target does to an earlier one of the same metric.</summary>
public enum TargetChange
{
    /// <summary>The same target.</summary>
    Unchanged = 1,

    /// <summary>
    /// More ambitious: a higher number, for lower-is-better a lower one, to pass a number that was to be reached, or a band inside the old band.
    /// </summary>
    Raised = 2,

    /// <summary>Less ambitious.</summary>
    Lowered = 3,

    /// <summary>
    /// Neither more nor less ambitious: a band that moved sideways, or the first target of a period that lies between that of the period before and that of the
    /// same period a year before,
    /// as targets that follow a season do.
    /// </summary>
    Shifted = 4,

    /// <summary>There was no target before.</summary>
    First = 5,

    /// <summary>There is no target any more.</summary>
    Withdrawn = 6,

    /// <summary>A wrong record was put right; the ambition did not change.</summary>
    Corrected = 7,

    /// <summary>The unit or the definition of the metric changed, so the two numbers do not compare.</summary>
    Redefined = 8,

    /// <summary>More ambitious than just before, but no more than before it was lowered within the year: the old ambition is back.</summary>
    Restored = 9,
}
