namespace OkrKpi;

/// <summary>Over what the values of a metric may be added up (Kimball's classes of facts).</summary>
public enum Additivity
{
    /// <summary>Over time and over segments: revenue.</summary>
    Additive = 1,

    /// <summary>Over segments but not over time: headcount.</summary>
    SemiAdditive = 2,

    /// <summary>Over nothing: rates and averages are recomputed from their parts.</summary>
    NonAdditive = 3,
}
