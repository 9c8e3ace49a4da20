namespace OkrKpi;

/// <summary>What 28 digits leave over of a division: three thirds of 0.4 may add up to 0.3999…9, which stands on 0.4 and not below it.</summary>
internal static class Residue
{
    // Far coarser than what division leaves, far finer than any limit that people set.
    private const int Digits = 20;

    /// <summary>A score to hold against a limit or to show; the score itself stays as it was computed.</summary>
    internal static decimal Without(decimal score) => decimal.Round(score, Digits);
}
