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

    /// <summary>
    /// No range that counts differs from 0, so there is no noise to tell a signal from: the points are equal, or what differs was screened out.
    /// </summary>
    NoVariation = 4,
}
