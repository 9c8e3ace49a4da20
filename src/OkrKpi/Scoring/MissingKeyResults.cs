namespace OkrKpi.Scoring;

/// <summary>What an objective's score does with key results about which nothing can be said.</summary>
public enum MissingKeyResults
{
    /// <summary>Leaves them out while the cycle runs, and counts them as 0 once the objective is closed or its cycle over. The default.</summary>
    LeftOutUntilClosing = 1,

    /// <summary>Always leaves them out; the coverage tells.</summary>
    LeftOut = 2,

    /// <summary>Always counts them as 0.</summary>
    CountAsZero = 3,

    /// <summary>Counts them as 0 as soon as something is known about another one; when nothing is known about any there is no score.</summary>
    CountAsZeroUnlessAllMissing = 4,
}
