namespace OkrKpi.Scoring;

/// <summary>How the progress that a <see cref="PaceCurve"/> expects grows over a cycle.</summary>
public enum PaceShape
{
    /// <summary>Evenly with the days.</summary>
    Linear = 1,

    /// <summary>In equal steps, at the end of each part of the cycle.</summary>
    Steps = 2,

    /// <summary>By the share of each part of the cycle.</summary>
    Seasonal = 3,

    /// <summary>In straight lines through points.</summary>
    Through = 4,

    /// <summary>At the dates of points only.</summary>
    Milestones = 5,

    /// <summary>Evenly with the business days.</summary>
    BusinessDays = 6,

    /// <summary>All of it from the first day on, so that time plays no part.</summary>
    InFull = 7,
}
