namespace OkrKpi.Signals;

/// <summary>What a rule looks for.</summary>
public enum SignalKind
{
    /// <summary>A point beyond a limit.</summary>
    BeyondLimit = 1,

    /// <summary>Some of a few points beyond a line between centre and limit, on one side.</summary>
    BeyondLine = 2,

    /// <summary>Some of a few points between such a line and the limit, all of the few on one side of the centre.</summary>
    NearLimit = 3,

    /// <summary>Points in a row on one side of the centre.</summary>
    Run = 4,

    /// <summary>Points in a row each above the one before, or each below it.</summary>
    Trend = 5,

    /// <summary>Points in a row that go up and down by turns.</summary>
    Alternating = 6,

    /// <summary>Points in a row closer to the centre than chance leaves them.</summary>
    Hugging = 7,

    /// <summary>Points in a row away from the centre, on both of its sides.</summary>
    Avoiding = 8,
}
