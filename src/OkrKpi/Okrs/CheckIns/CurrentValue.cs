namespace OkrKpi;

/// <summary>How the check-ins of a key result become the one value it stands at.</summary>
public enum CurrentValue
{
    /// <summary>The latest value; of one date, the one added last. The default.</summary>
    Latest = 1,

    /// <summary>What the check-ins of the cycle add up to, on top of the start where the goal knows one: from 10, check-ins of 5 and 3 stand at 18.</summary>
    Sum = 2,

    /// <summary>The mean of the check-ins of the cycle, by sample where every one names its sample: 9 from 10 answers and 6 from 20 is 7.</summary>
    Mean = 3,

    /// <summary>The largest value checked in during the cycle.</summary>
    Max = 4,

    /// <summary>The smallest value checked in during the cycle.</summary>
    Min = 5,
}
