using System.Numerics;

namespace OkrKpi;

/// <summary>Combines scores by the policies of a profile; parts are added one by one, nothing is allocated.</summary>
internal struct ScoreCombining<T>(ProfileArithmetic<T> rule)
    where T : struct, INumber<T>
{
    private T all;
    private T measured;
    private T counted;
    private T scores;
    private T raws;
    private T missing;
    private T least;
    private T most;
    private T leastRaw;
    private T mostRaw;

    /// <summary>The share of all that entered the score; once there is a <see cref="TryResult"/>, with what is missing and counts as 0.</summary>
    internal readonly T Counted => counted;

    /// <summary>The share of what is missing.</summary>
    internal readonly T Missing => missing;

    /// <summary>The share of what is known, 0 to 1.</summary>
    internal readonly T Coverage => all == T.Zero ? T.Zero : measured / all;

    /// <summary>The mean by share, before anything else acts.</summary>
    internal readonly T? Weighted => counted == T.Zero ? null : scores / counted;

    /// <summary>Adds something known: what it counts, and its raw progress beside.</summary>
    internal void Add(T score, T raw, T share, bool isMeasured = true)
    {
        if (share == T.Zero)
        {
            return;
        }

        all += share;
        measured += isMeasured ? share : T.Zero;
        Count(score, raw, share);
    }

    /// <summary>Adds something of which nothing is known.</summary>
    internal void AddMissing(T share)
    {
        all += share;
        missing += share;
    }

    /// <summary>Multiplies the shares of all that was added so far.</summary>
    internal void Scale(T by)
    {
        if (by != T.One)
        {
            (all, measured, counted) = (all * by, measured * by, counted * by);
            (scores, raws, missing) = (scores * by, raws * by, missing * by);
        }
    }

    /// <summary>The score and the raw number beside it; <see langword="false"/> when there is nothing to score.</summary>
    internal bool TryResult(out T score, out T raw)
    {
        if (missing > T.Zero && rule.IsMissingZero(counted > T.Zero))
        {
            Count(T.Zero, T.Zero, missing);
            missing = T.Zero;
        }

        if (counted == T.Zero)
        {
            score = raw = T.Zero;
            return rule.IsEmptyZero;
        }

        (score, raw) = rule.Aggregation switch
        {
            ScoreAggregation.Minimum => (least, leastRaw),
            ScoreAggregation.AllOrNothing => (least >= T.One ? T.One : T.Zero, leastRaw),
            ScoreAggregation.Any => (most, mostRaw),
            ScoreAggregation.Mean or ScoreAggregation.WeightedMean => (scores / counted, raws / counted),
        };
        return true;
    }

    private void Count(T score, T raw, T share)
    {
        if (!rule.IsMean)
        {
            var isFirst = counted == T.Zero;
            least = isFirst || score < least ? score : least;
            most = isFirst || score > most ? score : most;
            leastRaw = isFirst || raw < leastRaw ? raw : leastRaw;
            mostRaw = isFirst || raw > mostRaw ? raw : mostRaw;
        }

        counted += share;
        if (share == T.One)
        {
            scores += score;
            raws += raw;
        }
        else
        {
            scores += share * score;
            raws += share * raw;
        }
    }
}
