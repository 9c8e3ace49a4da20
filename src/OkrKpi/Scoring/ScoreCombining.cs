namespace OkrKpi;

/// <summary>Combines progresses by the policies of a profile; parts are added one by one, nothing is allocated.</summary>
internal struct ScoreCombining(ScoringProfile profile, ScoringMoment moment)
{
    // Keeps the mean of raw progress within decimal: a range of 10^-12 can give raw numbers of 10^27.
    private const decimal LargestRaw = 1_000_000_000_000_000_000m;

    private decimal all;
    private decimal measured;
    private decimal counted;
    private decimal scores;
    private decimal raws;
    private decimal missing;
    private decimal? least;
    private decimal? most;
    private decimal leastRaw;
    private decimal mostRaw;

    /// <summary>The weight of all that entered the score; once there is a <see cref="Result"/>, with what is missing and counts as 0.</summary>
    internal readonly decimal Counted => counted;

    /// <summary>Whether nothing is known about a progress as a profile sees it.</summary>
    internal static bool IsMissing(Progress progress, ScoringProfile profile) =>
        progress.Raw is null || (progress.State == ProgressState.NotStarted && profile.NotStarted == NotStartedKeyResults.AreMissing);

    /// <summary>Whether what is missing counts as 0.</summary>
    internal static bool IsMissingZero(ScoringProfile profile, ScoringMoment moment, bool isAnyKnown) => profile.Missing switch
    {
        MissingKeyResults.CountAsZero => true,
        MissingKeyResults.CountAsZeroUnlessAllMissing => isAnyKnown,
        MissingKeyResults.LeftOutUntilClosing => moment == ScoringMoment.Closing,
        MissingKeyResults.LeftOut => false,
    };

    /// <summary>How much a weight counts: the same for all in a plain mean.</summary>
    internal static decimal ShareOf(decimal weight, ScoringProfile profile) => weight > 0m && profile.Aggregation == ScoreAggregation.Mean ? 1m : weight;

    internal void Add(Progress progress, decimal weight) => AddShare(progress, ShareOf(weight, profile));

    /// <summary>Adds a progress that counts as much as said, whatever the aggregation.</summary>
    internal void AddShare(Progress progress, decimal share)
    {
        if (share == 0m || progress.State == ProgressState.NotScored)
        {
            return;
        }

        all += share;
        if (IsMissing(progress, profile))
        {
            missing += share;
            return;
        }

        measured += progress.State == ProgressState.Measured ? share : 0m;
        Count(progress.Raw!.Value, share);
    }

    /// <summary>Adds what was scored by the same profile before, and so is limited already; <see langword="null"/> is missing.</summary>
    internal void AddScore(decimal? score, decimal share)
    {
        all += share;
        if (score is not { } known)
        {
            missing += share;
            return;
        }

        measured += share;
        Count(known, known, share);
    }

    internal CombinedScore Result()
    {
        if (missing > 0m && IsMissingZero(profile, moment, counted > 0m))
        {
            Count(0m, missing);
        }

        var coverage = all == 0m ? 0m : measured / all;
        if (counted == 0m)
        {
            return profile.Empty == EmptyScore.Zero ? new(0m, 0m, coverage) : new(null, null, coverage);
        }

        return profile.Aggregation switch
        {
            ScoreAggregation.Minimum => new(least, leastRaw, coverage),
            ScoreAggregation.AllOrNothing => new(least >= 1m ? 1m : 0m, leastRaw, coverage),
            ScoreAggregation.Any => new(most, mostRaw, coverage),
            ScoreAggregation.Mean or ScoreAggregation.WeightedMean => new(scores / counted, raws / counted, coverage),
        };
    }

    private void Count(decimal raw, decimal share)
    {
        raw = Math.Clamp(raw, -LargestRaw, LargestRaw);
        Count(raw, raw >= profile.DoneFrom && raw < 1m ? 1m : profile.Limits.Limit(raw), share);
    }

    private void Count(decimal raw, decimal score, decimal share)
    {
        counted += share;
        scores += share * score;
        raws += share * raw;
        leastRaw = least is null ? raw : Math.Min(leastRaw, raw);
        mostRaw = most is null ? raw : Math.Max(mostRaw, raw);
        least = least is { } low ? Math.Min(low, score) : score;
        most = most is { } high ? Math.Max(high, score) : score;
    }
}
