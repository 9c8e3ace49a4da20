namespace OkrKpi;

/// <summary>Where the key results of an objective start in the cycle they are carried over to.</summary>
public enum Rebaseline
{
    /// <summary>
    /// At the value reached, so that progress begins at 0 and the rest of the way counts: from 0 to 10 with 5 reached becomes from 5 to 10 (Viva Goals).
    /// Milestones and parts that were reached stay behind; zones and checkpoints go on with the steps ahead. A goal that is met or not, to keep or in words
    /// stays as it was. The default.
    /// </summary>
    AtValueReached = 1,

    /// <summary>At the old start with nothing reported, as if it had never been worked on (Profit.co).</summary>
    AtOldStart = 2,

    /// <summary>
    /// At the old start with the check-ins so far, which count on, so that progress goes on where it stood: from 0 to 10 with 5 reached stands at 0.5.
    /// </summary>
    KeepProgress = 3,
}
