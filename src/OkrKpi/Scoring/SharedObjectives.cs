namespace OkrKpi.Scoring;

/// <summary>How much an objective counts that contributes to several others.</summary>
public enum SharedObjectives
{
    /// <summary>
    /// It is split: each link counts its weight divided by the number of objectives it contributes to, so that above them it counts once. The default.
    /// </summary>
    Split = 1,

    /// <summary>Each link counts its full weight.</summary>
    FullInEach = 2,
}
