namespace OkrKpi.Scoring;

/// <summary>What an objective's score does with key results that were cancelled or postponed.</summary>
public enum InactiveKeyResults
{
    /// <summary>They are out of the score. The default.</summary>
    LeftOut = 1,

    /// <summary>They count with what they had reached on the day they were given up.</summary>
    CountAsTheyStood = 2,

    /// <summary>They count as 0.</summary>
    CountAsZero = 3,
}
