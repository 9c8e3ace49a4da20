namespace OkrKpi;

/// <summary>What an objective promises; changes how its score is read, never the score itself.</summary>
public enum ObjectiveKind
{
    /// <summary>All of it is promised: success is 1.0, and 0.8 is a miss.</summary>
    Committed = 1,

    /// <summary>A stretch: 0.7 counts as success. The default.</summary>
    Aspirational = 2,
}
