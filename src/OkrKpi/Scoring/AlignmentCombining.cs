namespace OkrKpi.Scoring;

/// <summary>How an objective's own key results and the objectives aligned to it become one score.</summary>
public enum AlignmentCombining
{
    /// <summary>
    /// Each key result by its weight and each aligned objective by the weight of its link: 1 key result and 4 aligned objectives count a fifth each (15Five,
    /// Gtmhub). The default.
    /// </summary>
    EachAnItem = 1,

    /// <summary>The key results together count as one item of weight 1 beside the aligned objectives: 0.34, 0.5 and 0.75 give 0.53 (Synergita).</summary>
    OwnKeyResultsAsOne = 2,

    /// <summary>The own key results alone when there are any, otherwise the aligned objectives (Lattice, MHOKR).</summary>
    OwnKeyResultsFirst = 3,
}
