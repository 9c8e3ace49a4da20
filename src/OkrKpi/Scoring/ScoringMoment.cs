namespace OkrKpi.Scoring;

/// <summary>Whether scores are still on the way or final.</summary>
public enum ScoringMoment
{
    /// <summary>On the way.</summary>
    Running = 1,

    /// <summary>Final: what was never reported counts as 0 unless the profile says otherwise.</summary>
    Closing = 2,
}
