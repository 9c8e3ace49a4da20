namespace OkrKpi.Signals;

/// <summary>What is done with moving ranges that lie on or beyond their upper limit.</summary>
public enum RangeScreening
{
    /// <summary>They count like all others.</summary>
    None = 1,

    /// <summary>They are left out and the average is taken anew, once. The centre keeps all points.</summary>
    Once = 2,
}
