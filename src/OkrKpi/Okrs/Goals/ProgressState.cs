namespace OkrKpi;

/// <summary>What is known about a key result's progress.</summary>
public enum ProgressState
{
    /// <summary>Nothing was reported and the start is unknown. Never taken for zero.</summary>
    NoData = 0,

    /// <summary>Nothing was reported yet, so it stands at its known start: progress 0.</summary>
    NotStarted = 1,

    /// <summary>Fewer answers than the goal needs; the score is withheld.</summary>
    TooFewAnswers = 2,

    /// <summary>Measured.</summary>
    Measured = 3,

    /// <summary>Not meant to have a score: a baseline is being found. Out of every objective's score.</summary>
    NotScored = 4,
}
