namespace OkrKpi;

/// <summary>How good a result is, in four steps: what was promised, what was hoped for, and what would be exceptional.</summary>
/// <remarks>
/// Cagan's anchors (Inspired): no progress is 0, the bare minimum 0.3, what was hoped 0.7, exceptional 1.0. In a check-in a zone is its number, 1 to 4.
/// </remarks>
public enum Zone
{
    /// <summary>Less than was promised; 0.</summary>
    Fail = 1,

    /// <summary>What was promised; 0.3.</summary>
    Commit = 2,

    /// <summary>What was hoped for; 0.7.</summary>
    Target = 3,

    /// <summary>Exceptional; 1.</summary>
    Stretch = 4,
}
