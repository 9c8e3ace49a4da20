namespace Scorecard;

/// <summary>How much is told.</summary>
internal enum Extent
{
    /// <summary>What needs attention, on about one screen.</summary>
    Screen = 1,

    /// <summary>Every KPI, objective, key result and finding.</summary>
    All = 2,
}
