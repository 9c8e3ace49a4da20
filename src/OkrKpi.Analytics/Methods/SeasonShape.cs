namespace OkrKpi.Analytics;

/// <summary>How seasons change a level.</summary>
public enum SeasonShape
{
    /// <summary>There are none.</summary>
    None = 1,

    /// <summary>They add to it: 200 more in December.</summary>
    Additive = 2,

    /// <summary>They multiply it: a fifth more in December.</summary>
    Multiplicative = 3,
}
