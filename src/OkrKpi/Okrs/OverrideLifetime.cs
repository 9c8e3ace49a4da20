namespace OkrKpi.Scoring;

/// <summary>How long a score that was set by hand stays.</summary>
public enum OverrideLifetime
{
    /// <summary>Until a value is checked in on a later date. The default.</summary>
    UntilNextCheckIn = 1,

    /// <summary>Up to and including a date.</summary>
    UntilDate = 2,

    /// <summary>Until somebody takes it back.</summary>
    UntilWithdrawn = 3,
}
