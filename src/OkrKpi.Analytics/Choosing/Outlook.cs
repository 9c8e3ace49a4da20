namespace OkrKpi.Analytics;

/// <summary>What one value to come is expected to be: a middle, how far off, and what it cannot go beyond.</summary>
internal sealed record Outlook(double Middle, ErrorSpread? Spread, double Scale, double? Low, double? High)
{
    internal decimal Point => Numbers.Amount(Bound(Middle));

    internal bool IsBound => Bound(Middle) != Middle;

    /// <summary>Whether it can only come out as a whole number: then what lies halfway to the next one counts as the number.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>The same after a change that stretches it: <c>known + share * value</c>.</summary>
    internal Outlook Moved(double known, double share, double scale) => this with { Middle = known + (share * Middle), Scale = Scale * scale };

    internal ForecastInterval? Interval(decimal probability)
    {
        if (Spread is null)
        {
            return null;
        }

        var width = Scale * Spread.HalfWidth((double)probability);
        return new(probability, Numbers.Amount(Bound(Middle - width)), Numbers.Amount(Bound(Middle + width)));
    }

    /// <summary>How likely a target is met; <see langword="null"/> where nothing says how far off it may be, or there is no better side.</summary>
    internal decimal? Probability(Target target, Direction direction)
    {
        if (Spread is null)
        {
            return null;
        }

        // Where nothing was ever off, the point decides.
        if (Scale == 0d || (!IsWhole && Spread.HalfWidth(0.5) == 0d))
        {
            return direction == Direction.None ? null : target.IsMetBy(Point, direction) ? 1m : 0m;
        }

        var probability = direction switch
        {
            Direction.HigherIsBetter => target.Value is { } least ? 1d - UpTo((double)least, target.IsStrict) : (double?)null,
            Direction.LowerIsBetter => target.Value is { } most ? Through((double)most, target.IsStrict) : null,
            Direction.WithinBand => target.Band is { } band ? Within(band) : null,
            Direction.None => null,
        };
        return probability is { } share ? Math.Round((decimal)Math.Clamp(share, 0d, 1d), 6) : null;
    }

    private double Within(Band band) =>
        (band.High is { } high ? Through((double)high, isStrict: false) : 1d) - (band.Low is { } low ? UpTo((double)low, isStrict: false) : 0d);

    // The share that is at most a value, or below it; and the share that misses at least a value, or above it.
    private double Through(double most, bool isStrict) => Below(
        !IsWhole ? most : isStrict ? Math.Ceiling(most) - 0.5 : Math.Floor(most) + 0.5, High is { } high && (isStrict ? most > high : most >= high), 1d);

    private double UpTo(double least, bool isStrict) => Below(
        !IsWhole ? least : isStrict ? Math.Floor(least) + 0.5 : Math.Ceiling(least) - 0.5, Low is { } low && (isStrict ? least < low : least <= low));

    // The share below a value; what cannot be beyond a bound is certain there.
    private double Below(double value, bool isBeyond, double certain = 0d)
    {
        if (isBeyond)
        {
            return certain;
        }

        if (Low is { } low && value < low)
        {
            return 0d;
        }

        if (High is { } high && value > high)
        {
            return 1d;
        }

        var off = (value - Middle) / Scale;
        return off >= 0d ? 0.5 + (Spread!.Within(off) / 2d) : 0.5 - (Spread!.Within(-off) / 2d);
    }

    private double Bound(double value) => Low is { } low && value < low ? low : High is { } high && value > high ? high : value;
}
