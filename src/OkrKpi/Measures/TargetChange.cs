namespace OkrKpi;

/// <summary>What a target does to an earlier one of the same metric.</summary>
public enum TargetChange
{
    /// <summary>The same target.</summary>
    Unchanged = 1,

    /// <summary>More ambitious: a higher number, for lower-is-better a lower one, or a band inside the old band.</summary>
    Raised = 2,

    /// <summary>Less ambitious.</summary>
    Lowered = 3,

    /// <summary>A band that moved sideways: neither inside nor around the old one.</summary>
    Shifted = 4,

    /// <summary>There was no target before.</summary>
    First = 5,

    /// <summary>There is no target any more.</summary>
    Withdrawn = 6,

    /// <summary>A wrong record was put right; the ambition did not change.</summary>
    Corrected = 7,

    /// <summary>The unit or the definition of the metric changed, so the two numbers do not compare.</summary>
    Redefined = 8,
}
