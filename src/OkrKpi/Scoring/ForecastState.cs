namespace OkrKpi;

/// <summary>What can be said about the end of a cycle.</summary>
public enum ForecastState
{
    /// <summary>It is projected at the rate so far.</summary>
    Projected = 1,

    /// <summary>The cycle is over: what was reached is final.</summary>
    Final = 2,

    /// <summary>Nothing was reported yet, or the time of grace is not over.</summary>
    TooEarly = 3,

    /// <summary>It does not move steadily, so that a rate says nothing: done or not, milestones without due dates.</summary>
    NotPaced = 4,

    /// <summary>There is nothing to forecast from.</summary>
    NoData = 5,
}
