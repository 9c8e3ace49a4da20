namespace OkrKpi;

/// <summary>What a final score means for what was promised.</summary>
public enum Outcome
{
    /// <summary>A miss: below 1.0 for a committed objective, below 0.6 for an aspirational one.</summary>
    Missed = 1,

    /// <summary>Within the sweet spot of an aspirational objective, 0.6 up to 0.7, but short of success.</summary>
    Near = 2,

    /// <summary>A success: 1.0 for a committed objective, 0.7 for an aspirational one.</summary>
    Success = 3,
}
