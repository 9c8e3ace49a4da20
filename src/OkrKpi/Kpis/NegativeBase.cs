namespace OkrKpi.Periods;

/// <summary>How growth from a negative value is told, such as from a loss to a profit.</summary>
public enum NegativeBase
{
    /// <summary>By the size of the earlier value, so that more is always growth: from -100 to 50 is +150 %. The default.</summary>
    ByMagnitude = 1,

    /// <summary>Not at all: only the change is told.</summary>
    Undefined = 2,
}
