namespace OkrKpi;

/// <summary>The arithmetic of key results: pure functions, all inputs given, nothing rounded.</summary>
internal static class GoalProgress
{
    /// <summary>
    /// (current - start) / (target - start). The guards keep the range at 10^-12 or more and amounts within ±10^15, so the quotient fits a decimal.
    /// </summary>
    internal static Progress Linear(decimal start, decimal target, decimal current) => Progress.Of((current - start) / (target - start));

    internal static Progress Reached(bool isReached) => Progress.Of(isReached ? 1m : 0m);

    internal static Progress Share(decimal done, decimal all) => Progress.Of(done / all);

    /// <summary>The part furthest behind; a part that cannot be judged makes the whole impossible to judge, the most uncertain state first.</summary>
    internal static Progress Weakest(GoalPart[] parts, CheckInHistory history)
    {
        Progress? weakest = null;
        var (isStarted, isStale, reported, checks) = (false, false, 0, 0);
        foreach (var part in parts)
        {
            var progress = part.Goal.Measure(history.ForPart(part.Name));
            if (progress.Raw is null)
            {
                return progress;
            }

            isStarted |= progress.State == ProgressState.Measured;
            isStale |= progress.IsStale;
            reported += progress.Reported;
            checks += progress.Checks;
            if (weakest is null || progress.Raw < weakest.Value.Raw)
            {
                weakest = progress;
            }
        }

        return isStarted ? Whole(Progress.Of(weakest!.Value.Raw!.Value), isStale, reported, checks) : weakest ?? Progress.NoData;
    }

    /// <summary>The weighted mean of the clamped parts; a part that cannot be judged makes the whole impossible to judge.</summary>
    internal static Progress Weighted(GoalPart[] parts, CheckInHistory history)
    {
        decimal sum = 0m, weights = 0m;
        var (isStarted, isStale, reported, checks) = (false, false, 0, 0);
        foreach (var part in parts)
        {
            var progress = part.Goal.Measure(history.ForPart(part.Name));
            if (progress.Score is not { } score)
            {
                return progress;
            }

            isStarted |= progress.State == ProgressState.Measured;
            isStale |= progress.IsStale;
            reported += progress.Reported;
            checks += progress.Checks;
            sum += part.Weight * score;
            weights += part.Weight;
        }

        return isStarted ? Whole(Share(sum, weights), isStale, reported, checks) : Progress.NotStarted;
    }

    // What rests on old news in one part does so as a whole, and the checks of all parts are asked for.
    private static Progress Whole(Progress progress, bool isStale, int reported, int checks) =>
        isStale ? progress.Checked(reported, checks).Stale() : progress.Checked(reported, checks);
}
