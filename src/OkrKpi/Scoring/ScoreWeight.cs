namespace OkrKpi;

/// <summary>How much a key result counts in its objective: by weight among the others, or by a share of the whole that is pinned. 0 does not count.</summary>
internal readonly record struct ScoreWeight(decimal Value, bool IsPinned)
{
    /// <summary>The weights of an objective's key results. A headline counts alone, a guardrail not at all, and what was given up by the profile.</summary>
    internal static ScoreWeight[] Of(KeyResultScore[] keyResults, ScoringProfile profile)
    {
        var headline = Array.Find(keyResults, each => each.KeyResult.Role == KeyResultRole.Headline && !each.IsInactive);
        var weights = new ScoreWeight[keyResults.Length];
        for (var index = 0; index < weights.Length; index++)
        {
            var each = keyResults[index];
            var policy = each.IsCancelled ? profile.Cancelled : each.IsPostponed ? profile.Postponed : (InactiveKeyResults?)null;
            if (policy == InactiveKeyResults.LeftOut || each.KeyResult.Role == KeyResultRole.Guardrail || (headline is not null && each != headline))
            {
                continue;
            }

            // A headline that weighs nothing still is the one number of its objective.
            weights[index] = each.KeyResult.PinnedShare is { } share ? new(share, true) : new(each.KeyResult.Weight, false);
            weights[index] = each == headline && weights[index].Value == 0m ? new(1m, false) : weights[index];
        }

        return weights;
    }
}
