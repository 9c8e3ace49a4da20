namespace OkrKpi.Signals;

/// <summary>How much the limits of a segment can be relied on.</summary>
public enum LimitState
{
    /// <summary>There are none: too few points, or none that follow one another.</summary>
    TooFewPoints = 1,

    /// <summary>They are trial limits, of fewer points than a settled one has: each further point moves them noticeably.</summary>
    Trial = 2,

    /// <summary>They rest on enough points.</summary>
    Settled = 3,

    /// <summary>No point differs from the one before, so there is no noise to tell a signal from.</summary>
    NoVariation = 4,
}
