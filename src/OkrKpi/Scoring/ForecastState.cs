namespace OkrKpi;

/// <summary>What can be said about the end of a cycle.</summary>
public enum ForecastState
{
    /// <summary>It is projected at the rate so far.</summary>
    Projected = 1,

    /// <summary>The cycle is over: what was reached is final.</summary>
    Final,

    /// <summary>Nothing was reported yet, or the time of grace is not over.</summary>
    TooEarly,

    /// <summary>It does not move steadily, so that a rate says nothing: done or not, milestones without due dates.</summary>
    NotPaced,

    /// <summary>There is nothing to forecast from.</summary>
    NoData,
}
