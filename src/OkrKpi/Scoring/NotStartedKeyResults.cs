namespace OkrKpi.Scoring;

/// <summary>What an objective's score does with key results that have a known start but no check-in yet.</summary>
public enum NotStartedKeyResults
{
    /// <summary>They stand at their start and count as 0. The default.</summary>
    StandAtStart = 1,

    /// <summary>They are treated as missing.</summary>
    AreMissing = 2,
}
