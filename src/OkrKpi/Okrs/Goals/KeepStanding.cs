namespace OkrKpi.Goals;

/// <summary>How one value of a keep-within goal stands.</summary>
public enum KeepStanding
{
    /// <summary>Inside the band.</summary>
    Kept = 1,

    /// <summary>Outside the band, but not beyond the risk threshold.</summary>
    Slipping = 2,

    /// <summary>Beyond the risk threshold, or outside the band of a goal without one.</summary>
    Broken = 3,
}
