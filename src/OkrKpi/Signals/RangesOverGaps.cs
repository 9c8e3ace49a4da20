namespace OkrKpi.Signals;

/// <summary>What a gap in a series does to the moving range over it. Rules about several points go on over a gap.</summary>
public enum RangesOverGaps
{
    /// <summary>It breaks it: two points that do not follow one another have no range.</summary>
    Broken = 1,

    /// <summary>The range spans it.</summary>
    Spanned = 2,
}
