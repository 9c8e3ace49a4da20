namespace OkrKpi.Goals;

/// <summary>How a goal with a minimum sample stands, in the order in which it is asked.</summary>
public enum SampleState
{
    /// <summary>Nobody has answered.</summary>
    NoAnswers = 1,

    /// <summary>Some have answered, fewer than needed; it could still go either way.</summary>
    TooFewAnswers = 2,

    /// <summary>Enough have answered, and the goal is not reached.</summary>
    NotMet = 3,

    /// <summary>Enough have answered, and the goal is reached.</summary>
    Met = 4,
}
