namespace OkrKpi.Goals;

/// <summary>Whether a value exactly on a threshold counts.</summary>
public enum Boundary
{
    /// <summary>On it counts: at least, at most. The default.</summary>
    Inclusive = 1,

    /// <summary>On it does not count: above, below.</summary>
    Exclusive = 2,
}
