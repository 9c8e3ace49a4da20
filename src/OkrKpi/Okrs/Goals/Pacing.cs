namespace OkrKpi;

/// <summary>What the pace of a goal goes by.</summary>
internal enum Pacing
{
    /// <summary>Nothing: it does not move steadily.</summary>
    None = 1,

    /// <summary>The progress expected by the curve.</summary>
    ByCurve = 2,

    /// <summary>The value alone, met or not, because no share of a way can be claimed.</summary>
    ByValue = 3,

    /// <summary>It is to be held: expected in full at any time.</summary>
    Held = 4,
}
