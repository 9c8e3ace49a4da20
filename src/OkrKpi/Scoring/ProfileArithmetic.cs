using System.Numerics;

namespace OkrKpi;

/// <summary>
/// What a profile says about making one score of several, with its numbers in the kind of number that is computed with: exact, or double for simulations.
/// </summary>
internal readonly struct ProfileArithmetic<T>
    where T : struct, INumber<T>
{
    // Keeps the mean of raw progress within decimal: a range of 10^-12 can give raw numbers of 10^27.
    internal static readonly T Largest = T.CreateChecked(1_000_000_000_000_000_000m);

    // A double on a limit may be computed a little below it; a decimal never is.
    private static readonly T Tolerance = typeof(T) == typeof(double) ? T.CreateChecked(1e-12) : T.Zero;

    private readonly T? floor;
    private readonly T? cap;
    private readonly T doneFrom;
    private readonly CombiningRule rollup;
    private readonly MissingKeyResults missing;
    private readonly bool isUnlimited;

    internal ProfileArithmetic(ScoringProfile profile, ScoringMoment moment)
    {
        Aggregation = profile.Aggregation;
        Moment = moment;
        missing = profile.Missing;
        rollup = profile.Combining;
        IsNotStartedMissing = profile.NotStarted == NotStartedKeyResults.AreMissing;
        IsEmptyZero = profile.Empty == EmptyScore.Zero;
        floor = profile.Limits.Floor is { } low ? T.CreateChecked(low) : null;
        cap = profile.Limits.Cap is { } high ? T.CreateChecked(high) : null;
        isUnlimited = floor is null && cap is null;
        IsPlain = profile.DoneFrom == 1m && profile.Limits.Equals(ScoreLimits.ZeroToOne);
        doneFrom = T.CreateChecked(profile.DoneFrom) - Tolerance;
    }

    internal ScoreAggregation Aggregation { get; }

    internal ScoringMoment Moment { get; }

    internal bool IsNotStartedMissing { get; }

    internal bool IsEmptyZero { get; }

    /// <summary>Whether progress counts between 0 and 1 as it is.</summary>
    internal bool IsPlain { get; }

    internal bool IsMean => Aggregation is ScoreAggregation.Mean or ScoreAggregation.WeightedMean;

    /// <summary>Whether what is missing counts as 0.</summary>
    internal bool IsMissingZero(bool isAnyKnown) => missing switch
    {
        MissingKeyResults.CountAsZero => true,
        MissingKeyResults.CountAsZeroUnlessAllMissing => isAnyKnown,
        MissingKeyResults.LeftOutUntilClosing => Moment == ScoringMoment.Closing,
        MissingKeyResults.LeftOut => false,
    };

    /// <summary>A raw progress as it is kept beside the score.</summary>
    internal static T Held(T raw) => T.Clamp(raw, -Largest, Largest);

    /// <summary>What a raw progress counts: in full from where the profile sees it as done, otherwise within its limits.</summary>
    internal T ScoreOf(T raw)
    {
        raw = Held(raw);
        return raw >= doneFrom && raw < T.One ? T.One
            : isUnlimited ? raw
            : raw < floor ? floor.Value
            : raw > cap ? cap.Value
            : raw;
    }

    /// <summary>How much a weight counts: the same for all in a plain mean.</summary>
    internal T ShareOf(T weight) => Aggregation == ScoreAggregation.Mean && weight > T.Zero ? T.One : weight;

    /// <summary>
    /// How much what is aligned counts beside key results that weigh so much on average: the average when nobody said, and a part of it when several share it.
    /// </summary>
    internal T LinkOf(T? stated, T average, int sharedBy)
    {
        var share = stated is { } weight ? ShareOf(weight) : average;
        return sharedBy > 1 && rollup.Shared == SharedObjectives.Split ? share / T.CreateChecked(sharedBy) : share;
    }

    /// <summary>What key results weigh on average, which is what counts as one item among them; 1 when there are none.</summary>
    internal static T Average(T weights, int count) => count == 0 ? T.One : weights / T.CreateChecked(count);

    /// <summary>By what the shares of key results are multiplied beside what is aligned: together they may be one item.</summary>
    internal T OwnScale(T average, T own) => rollup.Alignment == AlignmentCombining.OwnKeyResultsAsOne && own > T.Zero ? average / own : T.One;

    /// <summary>Whether what is aligned counts only when no key result does.</summary>
    internal bool IsOwnFirst => rollup.Alignment == AlignmentCombining.OwnKeyResultsFirst;

    /// <summary>Whether key results of which nothing is known count as 0.</summary>
    internal bool IsOwnMissingZero(bool isOwnKnown, bool isAlignedKnown) => IsMissingZero(isOwnKnown || (isAlignedKnown && !IsOwnFirst));

    /// <summary>Whether what is aligned counts at all beside key results.</summary>
    internal bool CountsAligned(bool isOwnEmpty) => isOwnEmpty || !IsOwnFirst;
}
