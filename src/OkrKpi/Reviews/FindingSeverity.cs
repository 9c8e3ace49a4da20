namespace OkrKpi;

/// <summary>How much a <see cref="Finding"/> matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Hint = 1,

    /// <summary>Worth a talk; never blocks.</summary>
    Warning = 2,

    /// <summary>Should be mended.</summary>
    Error = 3,
}
