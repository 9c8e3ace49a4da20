namespace OkrKpi;

/// <summary>The arithmetic of key results: pure functions, all inputs given, nothing rounded.</summary>
internal static class GoalScoring
{
    /// <summary>(current - start) / (target - start). The guards keep the range at 10^-12 or more and amounts within ±10^15, so the quotient fits a decimal.</summary>
    internal static Progress Linear(decimal start, decimal target, decimal current) => Progress.Of((current - start) / (target - start));

    internal static Progress Reached(bool isReached) => Progress.Of(isReached ? 1m : 0m);

    internal static Progress Share(decimal done, decimal all) => Progress.Of(done / all);

    /// <summary>The part furthest behind; a part that cannot be judged makes the whole impossible to judge, the most uncertain state first.</summary>
    internal static Progress Weakest(IEnumerable<Progress> parts)
    {
        Progress? weakest = null;
        var isStarted = false;
        foreach (var part in parts)
        {
            if (part.Raw is null)
            {
                return part;
            }

            isStarted |= part.State == ProgressState.Measured;
            if (weakest is null || part.Raw < weakest.Value.Raw)
            {
                weakest = part;
            }
        }

        return isStarted ? Progress.Of(weakest!.Value.Raw!.Value) : weakest ?? Progress.NoData;
    }
}
