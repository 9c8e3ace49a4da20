namespace OkrKpi;

/// <summary>What becomes of a measurement whose key was given before: one key is one measurement, which is never added up twice.</summary>
public enum SameKey
{
    /// <summary>It is refused, so that a host learns of it.</summary>
    Refuse = 1,

    /// <summary>It is left out, and the first one stands: an upload may be repeated.</summary>
    Ignore = 2,
}
