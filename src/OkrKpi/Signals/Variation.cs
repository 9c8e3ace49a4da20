namespace OkrKpi.Signals;

/// <summary>What the latest point of a process says: noise, or something that changed (the variation icons of the NHS's "Making Data Count").</summary>
public enum Variation
{
    /// <summary>There are no limits to tell by.</summary>
    CannotTell = 1,

    /// <summary>Noise: nothing distinguishes it from how the process varies anyway. To act on it would be to act on chance.</summary>
    CommonCause = 2,

    /// <summary>A signal in the good direction: find out what helped.</summary>
    Improving = 3,

    /// <summary>A signal in the bad direction: find out what happened.</summary>
    Worsening = 4,

    /// <summary>A signal upwards, where neither way is better.</summary>
    High = 5,

    /// <summary>A signal downwards, where neither way is better.</summary>
    Low = 6,

    /// <summary>A pattern that noise does not make, and that goes neither up nor down.</summary>
    Unusual = 7,
}
