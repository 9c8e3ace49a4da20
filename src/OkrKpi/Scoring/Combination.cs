namespace OkrKpi;

/// <summary>
/// What an objective's key results, and what is aligned to it, come to. The one place where weights become shares and many scores one: for an objective alone, for a tree, for a forecast.
/// </summary>
/// <remarks>
/// Pinned shares are shares of the whole; what is not pinned splits the rest by weight. What is left out has no share, so that the shares of what counts add up to 1.
/// </remarks>
internal sealed class Combination
{
    private readonly CombiningRule<decimal> rule;
    private readonly ScoreWeight[] weights;
    private readonly CombinedLink[] links;
    private readonly bool[] read;
    private readonly Shares shares;

    internal Combination(ScoringProfile profile, ScoringMoment moment, KeyResultScore[] keyResults, CountedPart[] parts, ScoreWeight[] weights, CombinedLink[] links)
    {
        rule = new(profile, moment);
        this.weights = weights;
        this.links = links;
        read = ReadFrom(keyResults);
        var isMissingZero = rule.IsMissingZero(IsAnyKnown(parts));
        bool[] counts = [.. parts.Select((part, each) => read[each] || (part.IsScored && (part.Score is not null || isMissingZero)))];
        var countsAligned = rule.CountsAligned(!counts.Where((each, index) => each && weights[index].Value > 0m).Any());
        shares = ShareOut(counts, [.. links.Select(link => countsAligned && (link.Score is not null || isMissingZero))]);

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
        Coverage = Covered(keyResults, ShareOut([.. parts.Select((part, each) => read[each] || part.IsScored)], [.. links.Select(_ => countsAligned)]));
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

    private bool IsAnyKnown(CountedPart[] parts)
    {
        for (var each = 0; each < parts.Length; each++)
        {
            if (weights[each].Value > 0m && (read[each] || parts[each].Score is not null))
            {
                return true;
            }
        }

        return Array.Exists(links, link => link is { KeyResult: < 0, Score: not null, Weight: not 0m });
    }

    private Shares ShareOut(bool[] counts, bool[] countsAligned)
    {
        decimal pinned = 0m, open = 0m, stated = 0m;
        var (own, aligned, count) = (new decimal[counts.Length], new decimal[links.Length], 0);
        for (var each = 0; each < own.Length; each++)
        {
            var weight = rule.ShareOf(weights[each].Value);
            own[each] = counts[each] ? weight : 0m;
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

        var average = CombiningRule<decimal>.Average(stated, count);
        var scale = rule.OwnScale(average, open);
        var unpinned = open * scale;
        for (var each = 0; each < aligned.Length; each++)
        {
            var link = links[each];
            aligned[each] = countsAligned[each] || link.KeyResult >= 0 ? rule.LinkOf(link.Weight, average, link.SharedBy) : 0m;
            unpinned += link.KeyResult < 0 ? aligned[each] : 0m;
        }

        // Pinned shares are taken first, and all others split the rest.
        var (ofPinned, ofOpen) = pinned == 0m ? (0m, unpinned == 0m ? 0m : 1m / unpinned)
            : unpinned == 0m ? (1m / pinned, 0m)
            : (1m, (1m - Math.Min(pinned, 1m)) / unpinned);
        for (var each = 0; each < own.Length; each++)
        {
            own[each] *= IsPinned(each) ? ofPinned : scale * ofOpen;
        }

        HandDown(own, aligned);
        for (var each = 0; each < aligned.Length; each++)
        {
            aligned[each] *= links[each].KeyResult < 0 ? ofOpen : 1m;
        }

        return new(own, aligned);
    }

    private bool IsPinned(int each) => weights[each].IsPinned && rule.Aggregation != ScoreAggregation.Mean;

    // The share of a key result that is read from others becomes theirs, by the weights of their links.
    private void HandDown(decimal[] own, decimal[] aligned)
    {
        var among = new decimal[own.Length];
        for (var each = 0; each < links.Length; each++)
        {
            if (links[each] is { KeyResult: >= 0 and var index, Score: not null } && read[index])
            {
                among[index] += aligned[each];
            }
        }

        for (var each = 0; each < links.Length; each++)
        {
            if (links[each] is { KeyResult: >= 0 and var index } link)
            {
                aligned[each] = link.Score is not null && read[index] ? own[index] * (aligned[each] / among[index]) : 0m;
            }
        }

        for (var each = 0; each < own.Length; each++)
        {
            own[each] = read[each] ? 0m : own[each];
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
            covered += keyResults[each].IsCheckedIn ? share : 0m;
        }

        for (var each = 0; each < links.Length; each++)
        {
            all += full.Aligned[each];
            covered += full.Aligned[each] * links[each].Coverage;
        }

        return all == 0m ? 0m : Math.Min(covered / all, 1m);
    }

    private sealed record Shares(decimal[] Own, decimal[] Aligned);
}
