namespace OkrKpi.Scoring;

/// <summary>Where a number between two displayed ones goes.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; a half away from zero: 72.5 is 73, -72.5 is -73.</summary>
    HalfUp = 1,

    /// <summary>To the nearest; a half towards zero: 42.5 is 42, 42.51 is 43.</summary>
    HalfDown = 2,

    /// <summary>To the nearest; a half to the even one.</summary>
    HalfEven = 3,

    /// <summary>Towards zero: 85.87 is 85.</summary>
    Truncate = 4,
}
