namespace OkrKpi;

/// <summary>Whether a KPI moved while an objective worked on it. That both happened does not prove that one caused the other.</summary>
public enum KpiMovement
{
    /// <summary>It got better by as much as the reading asks for.</summary>
    Moved = 1,

    /// <summary>It got better by less, stayed, or got worse.</summary>
    NotMoved = 2,

    /// <summary>The periods in which the effect is looked for are not over, or the declared lag has not passed.</summary>
    TooEarly = 3,

    /// <summary>There is nothing to compare: no whole period lies in the cycle, or there are no values before or after.</summary>
    NotMeasurable = 4,
}
