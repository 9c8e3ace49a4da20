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

    internal void Add(Progress progress, decimal weight)
    {
        if (weight == 0m || progress.State == ProgressState.NotScored)
        {
            return;
        }

        var share = profile.Aggregation == ScoreAggregation.Mean ? 1m : weight;
        all += share;
        if (progress.Raw is not { } raw || (progress.State == ProgressState.NotStarted && profile.NotStarted == NotStartedKeyResults.AreMissing))
        {
            missing += share;
            return;
        }

        measured += progress.State == ProgressState.Measured ? share : 0m;
        Count(raw, share);
    }

    internal CombinedScore Result()
    {
        var missingAsZero = profile.Missing switch
        {
            MissingKeyResults.CountAsZero => true,
            MissingKeyResults.CountAsZeroUnlessAllMissing => counted > 0m,
            MissingKeyResults.LeftOutUntilClosing => moment == ScoringMoment.Closing,
            MissingKeyResults.LeftOut => false,
        };
        if (missingAsZero && missing > 0m)
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
        var score = raw >= profile.DoneFrom && raw < 1m ? 1m : profile.Limits.Limit(raw);
        counted += share;
        scores += share * score;
        raws += share * raw;
        leastRaw = least is null ? raw : Math.Min(leastRaw, raw);
        mostRaw = most is null ? raw : Math.Max(mostRaw, raw);
        least = least is { } low ? Math.Min(low, score) : score;
        most = most is { } high ? Math.Max(high, score) : score;
    }
}
