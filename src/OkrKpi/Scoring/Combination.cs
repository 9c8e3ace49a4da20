namespace OkrKpi;

/// <summary>
/// What an objective's key results, and what is aligned to it, come to. The one place where weights become shares and many scores one: for an objective alone,
/// for a tree, for a forecast.
/// </summary>
/// <remarks>
/// Pinned shares are shares of the whole; what is not pinned splits the rest by weight. What is left out has no share, so that the shares of what counts add up
/// to 1.
/// </remarks>
internal sealed class Combination
{
    private readonly ScoreWeight[] weights;
    private readonly CombinedLink[] links;
    private readonly bool[] read;
    private readonly bool isMean;
    private readonly bool isOwnMissingZero;
    private readonly bool isAlignedMissingZero;
    private readonly bool countsAligned;
    private readonly Shares shares;

    internal Combination(
        ScoringProfile profile, ScoringMoment moment, KeyResultScore[] keyResults, CountedPart[] parts, ScoreWeight[] weights, CombinedLink[] links)
    {
        var rule = new ProfileArithmetic<decimal>(profile, moment);
        isMean = profile.Aggregation == ScoreAggregation.Mean;
        this.weights = weights;
        this.links = links;
        read = links.Length == 0 ? [] : ReadFrom(keyResults);
        var (isOwnKnown, isAlignedKnown) = (IsOwnKnown(parts), Array.Exists(links, static link => link is { KeyResult: < 0, Score: not null, Weight: not 0m }));
        isOwnMissingZero = rule.IsOwnMissingZero(isOwnKnown, isAlignedKnown);
        countsAligned = rule.CountsAligned(!IsOwnCounted(parts));
        isAlignedMissingZero = rule.IsMissingZero(isOwnKnown || (isAlignedKnown && countsAligned));
        shares = ShareOut(rule, parts, false);

        var combining = new ScoreCombining<decimal>(rule);
        for (var each = 0; each < parts.Length; each++)
        {
            combining.Add(parts[each].Score ?? 0m, parts[each].Raw ?? 0m, shares.Own[each], parts[each].IsMeasured);
        }

        for (var each = 0; each < links.Length; each++)
        {
            combining.Add(links[each].Score ?? 0m, links[each].Score ?? 0m, shares.Aligned[each]);
        }

        if (combining.TryResult(out var score, out var raw))
        {
            (Value, Raw) = (score, raw);
        }

        Weighted = combining.Weighted;
        Coverage = Covered(keyResults, shares.IsComplete ? shares : ShareOut(rule, parts, true));
        shares.Normalise(combining.Counted);
    }

    /// <summary>The score by the profile; <see langword="null"/> when there is nothing to score.</summary>
    internal decimal? Value { get; }

    /// <summary>The same of the raw progress.</summary>
    internal decimal? Raw { get; }

    /// <summary>The mean by share, before the aggregation or anything else acts; <see langword="null"/> when nothing counts.</summary>
    internal decimal? Weighted { get; }

    /// <summary>The share of the weight that people have checked in, 0 to 1.</summary>
    internal decimal Coverage { get; }

    /// <summary>For each key result its part of the whole; 0 when it does not count.</summary>
    internal IReadOnlyList<decimal> Own => shares.Own;

    /// <summary>For each link its part of the whole; 0 when it does not count.</summary>
    internal IReadOnlyList<decimal> Aligned => shares.Aligned;

    // A key result that people said nothing about is read from what is aligned to it, as far as that has a score.
    private bool[] ReadFrom(KeyResultScore[] keyResults)
    {
        var found = new bool[keyResults.Length];
        foreach (var link in links)
        {
            if (link is { KeyResult: >= 0 and var index, Score: not null, Weight: not 0m })
            {
                found[index] = weights[index].Value > 0m && keyResults[index] is { IsCheckedIn: false, Override: null, IsInactive: false };
            }
        }

        return found;
    }

    private bool IsRead(int each) => read.Length > 0 && read[each];

    private bool IsOwnKnown(CountedPart[] parts)
    {
        for (var each = 0; each < parts.Length; each++)
        {
            if (weights[each].Value > 0m && (IsRead(each) || parts[each].Score is not null))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOwnCounted(CountedPart[] parts)
    {
        for (var each = 0; each < parts.Length; each++)
        {
            if (weights[each].Value > 0m && Counts(each, parts[each]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Counts(int each, CountedPart part) => IsRead(each) || (part.IsScored && (part.Score is not null || isOwnMissingZero));

    // What counts has a share, and in full also what would count if anything were known about it.
    private Shares ShareOut(in ProfileArithmetic<decimal> rule, CountedPart[] parts, bool isFull)
    {
        decimal pinned = 0m, open = 0m, stated = 0m;
        var (isComplete, count) = (true, 0);
        var (own, aligned) = (new decimal[parts.Length], links.Length == 0 ? [] : new decimal[links.Length]);
        for (var each = 0; each < own.Length; each++)
        {
            var weight = rule.ShareOf(weights[each].Value);
            var counts = Counts(each, parts[each]);
            isComplete &= counts || !parts[each].IsScored || weight == 0m;
            own[each] = counts || (isFull && parts[each].IsScored) ? weight : 0m;
            if (IsPinned(each))
            {
                pinned += own[each];
            }
            else if (weight > 0m)
            {
                open += own[each];
                stated += weight;
                count++;
            }
        }

        var average = ProfileArithmetic<decimal>.Average(stated, count);
        var scale = rule.OwnScale(average, open);
        var unpinned = open * scale;
        for (var each = 0; each < aligned.Length; each++)
        {
            var link = links[each];
            var counts = link.KeyResult >= 0 || (countsAligned && (isFull || link.Score is not null || isAlignedMissingZero));
            isComplete &= counts || !countsAligned;
            aligned[each] = counts ? rule.LinkOf(link.Weight, average, link.SharedBy) : 0m;
            unpinned += link.KeyResult < 0 ? aligned[each] : 0m;
        }

        // Pinned shares are taken first, and all others split the rest.
        var ofOpen = pinned == 0m || unpinned == 0m ? 1m : (1m - Math.Min(pinned, 1m)) / unpinned;
        if (scale != 1m || ofOpen != 1m)
        {
            for (var each = 0; each < own.Length; each++)
            {
                own[each] *= IsPinned(each) ? 1m : scale * ofOpen;
            }
        }

        if (aligned.Length > 0)
        {
            HandDown(own, aligned);
            for (var each = 0; each < aligned.Length; each++)
            {
                aligned[each] *= links[each].KeyResult < 0 ? ofOpen : 1m;
            }
        }

        return new(own, aligned, isComplete);
    }

    private bool IsPinned(int each) => weights[each].IsPinned && !isMean;

    // The share of a key result that is read from others becomes theirs, by the weights of their links.
    private void HandDown(decimal[] own, decimal[] aligned)
    {
        var among = new decimal[own.Length];
        for (var each = 0; each < links.Length; each++)
        {
            if (links[each] is { KeyResult: >= 0 and var index, Score: not null } && IsRead(index))
            {
                among[index] += aligned[each];
            }
        }

        for (var each = 0; each < links.Length; each++)
        {
            if (links[each] is { KeyResult: >= 0 and var index } link)
            {
                aligned[each] = link.Score is not null && IsRead(index) ? own[index] * (aligned[each] / among[index]) : 0m;
            }
        }

        for (var each = 0; each < own.Length; each++)
        {
            own[each] = IsRead(each) ? 0m : own[each];
        }
    }

    // Also what is left out weighs here: it is what people have not checked in. What was given up is nobody's to check in.
    private decimal Covered(KeyResultScore[] keyResults, Shares full)
    {
        decimal all = 0m, covered = 0m;
        for (var each = 0; each < keyResults.Length; each++)
        {
            var share = keyResults[each].IsInactive ? 0m : full.Own[each];
            all += share;
            covered += share * keyResults[each].Coverage;
        }

        for (var each = 0; each < links.Length; each++)
        {
            all += full.Aligned[each];
            covered += full.Aligned[each] * links[each].Coverage;
        }

        return all == 0m ? 0m : Math.Min(covered / all, 1m);
    }

    private readonly record struct Shares(decimal[] Own, decimal[] Aligned, bool IsComplete)
    {
        /// <summary>Makes them parts of the whole.</summary>
        internal void Normalise(decimal whole)
        {
            if (whole is not (0m or 1m))
            {
                for (var each = 0; each < Own.Length; each++)
                {
                    Own[each] /= whole;
                }

                for (var each = 0; each < Aligned.Length; each++)
                {
                    Aligned[each] /= whole;
                }
            }
        }
    }
}
