namespace OkrKpi;

/// <summary>What a new target does to an earlier one.</summary>
public enum TargetChange
{
    /// <summary>The same target.</summary>
    Unchanged = 1,

    /// <summary>More ambitious: a higher number, for lower-is-better a lower one, or a band inside the old band.</summary>
    Raised,

    /// <summary>Less ambitious.</summary>
    Lowered,

    /// <summary>A band that moved sideways: neither inside nor around the old one.</summary>
    Shifted,
}
