namespace OkrKpi.Signals;

/// <summary>Which way a signal goes.</summary>
public enum SignalSide
{
    /// <summary>Neither: a pattern that lies on both sides of the centre.</summary>
    Neither = 0,

    /// <summary>Up: above the centre, or rising.</summary>
    High = 1,

    /// <summary>Down: below the centre, or falling.</summary>
    Low = 2,
}
