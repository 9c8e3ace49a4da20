using Ardalis.GuardClauses;

namespace OkrKpi.Effects;

/// <summary>
/// Values of successive periods before something was done and after it, and whether they differ by more than noise: the arithmetic behind
/// <see cref="EffectRule"/>, for a series without a KPI.
/// </summary>
/// <remarks>
/// <para>Immutable; every method returns new values. Compared by reference.</para>
/// <code>
/// var verdict = BeforeAfter.Of(
///     before: [107.2m, 100.3m, 96.2m, 94.5m, 100.2m, 94.9m, 92.8m, 101m, 100.7m, 102.7m, 95.4m, 100m], after: [109.7m, 102.5m, 112.7m]).Judge();
/// // moved: 9.475 more than 98.825, where noise alone stays within 5.451
/// </code>
/// <para>The steps. The last periods before may be left out, because they were looked at for being bad; of the rest at most 24 count. They say what is expected
/// (their mean, of the same seasons where there is one), how large noise is (standard deviation around it) and how much neighbours resemble each other
/// (autocorrelation <c>(N r + 1) / (N - 2)</c>, held between 0 and 0.8). The mean difference after, each period held within 2.6 standard deviations, is a sign
/// when it exceeds the t quantile at 0.95 times its standard error. Were the periods before on a line that leads the same way, it must exceed the line too.
/// The spread after never counts, so a better value never makes a verdict worse.</para>
/// <para>How often it is wrong, what it finds and where it is weak was found by simulation (<c>benchmarks/OkrKpi.OperatingCharacteristics</c>): the package's
/// <c>EFFECTS.md</c> tells it.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BeforeAfter
{
    /// <summary>No period counts for more than so many standard deviations.</summary>
    internal const double Cap = 2.6;

    /// <summary>The fewest periods before that say anything.</summary>
    internal const int FewestBefore = 6;

    /// <summary>The fewest periods after that say anything.</summary>
    internal const int FewestAfter = 2;

    internal const int MostBefore = 24;
    private const int FewestForALine = 8;
    private const double MostAutocorrelation = 0.8;
    private const double LeastSeasonF = 2d;
    private const double ExactLine = 1e-12;

    private const decimal LargestValue = 1_000_000_000_000_000_000m;
    private const int LargestIndex = 1_000_000_000;

    private readonly (int Period, decimal Value)[] before;
    private readonly (int Period, decimal Value)[] after;
    private readonly bool isPlanned;

    private BeforeAfter((int Period, decimal Value)[] before, (int Period, decimal Value)[] after, bool isPlanned)
    {
        this.before = before;
        this.after = after;
        this.isPlanned = isPlanned;
        Direction = Direction.HigherIsBetter;
    }

    /// <summary>Which way is better; higher unless said otherwise.</summary>
    public Direction Direction { get; private set; }

    /// <summary>How many of the last periods before are left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The length of the season that is looked for, or that is known; 0 when none is.</summary>
    public int SeasonLength { get; private set; }

    /// <summary>Whether the season is known to be there; otherwise it is only taken into account when the periods before show it.</summary>
    public bool IsSeasonDeclared { get; private set; }

    /// <summary>Values of periods one after the other, without a gap.</summary>
    /// <param name="before">The values before, the oldest first, each within ±10^18.</param>
    /// <param name="after">The values after, the oldest first, each within ±10^18.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^18.</exception>
    public static BeforeAfter Of(IEnumerable<decimal> before, IEnumerable<decimal> after)
    {
        var earlier = Successive(before, 0, nameof(before));
        return new(earlier, Successive(after, earlier.Length, nameof(after)), isPlanned: false);
    }

    /// <summary>Values of numbered periods, of which some may be missing: neighbours are those whose numbers differ by 1.</summary>
    /// <param name="before">The periods before with their values, in ascending order.</param>
    /// <param name="after">The periods after with their values, in ascending order, all later than those before.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">The numbers do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^18, or a number outside ±10^9.</exception>
    public static BeforeAfter At(IEnumerable<(int Period, decimal Value)> before, IEnumerable<(int Period, decimal Value)> after)
    {
        var earlier = Numbered(before, int.MinValue, nameof(before));
        return new(earlier, Numbered(after, earlier.Length == 0 ? int.MinValue : earlier[^1].Period, nameof(after)), isPlanned: false);
    }

    /// <summary>Values of periods before and how many will follow: what they could show is known beforehand.</summary>
    /// <param name="before">The values before, the oldest first, each within ±10^18.</param>
    /// <param name="periods">How many periods will follow, 0 to 1,000.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside ±10^18, or <paramref name="periods"/> is not 0 to 1,000.</exception>
    public static BeforeAfter Planning(IEnumerable<decimal> before, int periods)
    {
        var earlier = Successive(before, 0, nameof(before));
        Require.Between(periods, 0, 1_000, "what will follow is a number of periods");
        return new(earlier, [.. Enumerable.Range(earlier.Length, periods).Select(static period => (period, 0m))], isPlanned: true);
    }

    /// <summary>Numbered periods before, and the numbers of those that will follow.</summary>
    internal static BeforeAfter Planned(IEnumerable<(int Period, decimal Value)> before, IEnumerable<int> after) =>
        new([.. before], [.. after.Select(static period => (period, 0m))], isPlanned: true);

    /// <summary>Says which way is better.</summary>
    /// <param name="direction">Higher or lower is better.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is neither; of a band give how far inside it each value lies.</exception>
    public BeforeAfter As(Direction direction) => direction is Direction.HigherIsBetter or Direction.LowerIsBetter
        ? Changed(copy => copy.Direction = direction)
        : throw new ArgumentOutOfRangeException(
            nameof(direction), direction, "A series is better higher or lower; of a band give how far inside it each value lies, which is better higher.");

    /// <summary>Leaves out the last periods before: those by which the series was chosen, such as the one missed target that raised the need.</summary>
    /// <param name="periods">How many, 0 to 1,000: 1 for one miss, 2 for two in a row, 3 for two of three.</param>
    /// <returns>The values; those left out keep their place in time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not 0 to 1,000.</exception>
    public BeforeAfter LeavingOut(int periods) =>
        Changed(copy => copy.LeftOut = (int)Require.Between(periods, 0, 1_000, "left out is a number of periods", nameof(periods)));

    /// <summary>Looks for a season: it is taken into account when the periods before show it, with an F ratio above 2.</summary>
    /// <param name="length">Periods in a season, 2 to 1,000: 12 for months, 4 for quarters. There must be two whole ones before less two periods, and 12
    /// periods.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not 2 to 1,000.</exception>
    public BeforeAfter LookingForASeason(int length) => WithSeason(length, isDeclared: false);

    /// <summary>Says that there is a season, which is taken into account as soon as there are periods enough to know it.</summary>
    /// <param name="length">Periods in a season, 2 to 1,000: 12 for months, 4 for quarters.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not 2 to 1,000.</exception>
    public BeforeAfter WithSeason(int length) => WithSeason(length, isDeclared: true);

    /// <summary>Whether the values after differ from those before by more than noise.</summary>
    /// <returns>The verdict with its numbers.</returns>
    public EffectVerdict Judge()
    {
        var last = Math.Max(before.Length - LeftOut, 0);
        var first = Math.Max(last - MostBefore, 0);
        var counted = before.AsSpan(first..last);
        if (counted.Length < FewestBefore || after.Length < FewestAfter)
        {
            return new(counted.Length < FewestBefore ? EffectGround.TooFewBefore : EffectGround.TooFewAfter, counted.Length, after.Length);
        }

        var (expectation, f) = Expected(counted);
        if (!expectation.Varies)
        {
            return new(EffectGround.NoVariation, counted.Length, after.Length);
        }

        var plain = Compare(expectation, slope: null);
        var slope = counted.Length >= FewestForALine && expectation.Spread > 0d ? expectation.Slope : (double?)null;
        var line = slope is null ? null : Compare(expectation, slope);
        var isExact = line is not null && expectation.Squares(line.Slope) <= ExactLine * expectation.Squares(0d);
        var slopeT = line is null ? (double?)null
            : isExact ? double.PositiveInfinity * Math.Sign(line.Slope)
            : line.Slope * Math.Sqrt(expectation.Spread) / line.Sigma;
        var isTrendSeen = slopeT is { } t && Math.Abs(t) > StudentT.Quantile95(line!.DegreesOfFreedom);
        var (ground, sign) = isPlanned ? (EffectGround.StillToCome, 0) : Sign(plain, isTrendSeen ? line : null, isExact);
        return new(
            ground, isPlanned ? KpiMovement.TooEarly : MovementOf(sign), Direction, counted.Length, after.Length, expectation.Season, f, expectation.Centre,
            plain, line, slopeT, isTrendSeen, isExact, isPlanned ? 0 : expectation.Beyond(Cap * plain.Sigma));
    }

    /// <summary>Welch's comparison of the two means, for comparison.</summary>
    /// <returns>The comparison; <see langword="null"/> with fewer than two values on a side, or when neither side varies.</returns>
    public WelchComparison? Welch()
    {
        var earlier = before.AsSpan(0, Math.Max(before.Length - LeftOut, 0));
        if (isPlanned || earlier.Length < 2 || after.Length < 2)
        {
            return null;
        }

        var (meanBefore, errorBefore) = Mean(earlier);
        var (meanAfter, errorAfter) = Mean(after);
        var variance = errorBefore + errorAfter;
        return variance <= 0d ? null : new(
            (double)(meanAfter - meanBefore), Math.Sqrt(variance),
            variance * variance / ((errorBefore * errorBefore / (earlier.Length - 1d)) + (errorAfter * errorAfter / (after.Length - 1d))));
    }

    /// <summary>How many periods before and after, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{before.Length} periods before, {after.Length} after");

    /// <summary>A statistic as an amount, to the 15 digits it has.</summary>
    internal static decimal Amount(double value) => (decimal)Math.Clamp(value, -1e27, 1e27);

    private BeforeAfter WithSeason(int length, bool isDeclared)
    {
        Require.Between(length, 2, 1_000, "a season is a number of periods");
        return Changed(copy => (copy.SeasonLength, copy.IsSeasonDeclared) = (length, isDeclared));
    }

    // A season is known when nearly two of it lie before, and each period after had its like.
    private (Expectation Expectation, double? F) Expected(ReadOnlySpan<(int Period, decimal Value)> counted)
    {
        var level = new Expectation(counted, after, season: 0);
        if (SeasonLength == 0 || counted.Length < Math.Max((2 * SeasonLength) - 2, 12) || !Expectation.KnowsSeasons(counted, after, SeasonLength))
        {
            return (level, null);
        }

        var seasonal = new Expectation(counted, after, SeasonLength);
        var free = counted.Length - seasonal.Groups - 1;
        if (seasonal.Groups < 2 || free < 1 || seasonal.Spread <= 0d)
        {
            return (level, null);
        }

        var (within, around) = (seasonal.Squares(seasonal.Slope), level.Squares(seasonal.Slope));
        var f = (around - within) / (seasonal.Groups - 1) / (within / free);
        return (IsSeasonDeclared || f > LeastSeasonF ? seasonal : level, double.IsNaN(f) ? null : f);
    }

    private EffectComparison Compare(Expectation expectation, double? slope)
    {
        var rise = slope ?? 0d;
        var degreesOfFreedom = expectation.Count - expectation.Groups - (slope is null ? 0 : 1);
        var squares = expectation.Squares(rise);
        var sigma = Math.Sqrt(squares / degreesOfFreedom);
        var free = expectation.Count - expectation.Groups + 1;
        var correlation = squares > 0d ? expectation.NeighbourProducts(rise) / squares : 0d;
        var autocorrelation = Math.Clamp(((free * correlation) + 1d) / (free - 2), 0d, MostAutocorrelation);
        var error = sigma * Math.Sqrt(expectation.WeightOfMeans(autocorrelation, isLine: slope is not null));
        var (difference, capped) = isPlanned ? ((double?)null, (double?)null) : expectation.Differences(rise, Cap * sigma);
        return new(rise, sigma, degreesOfFreedom, autocorrelation, error, expectation.Ahead, difference, capped);
    }

    private static (EffectGround Ground, int Sign) Sign(EffectComparison plain, EffectComparison? trend, bool isExact)
    {
        var sign = Beyond(plain, plain.CappedDifference!.Value);
        if (sign == 0)
        {
            return (Beyond(plain, plain.Difference!.Value) == 0 ? EffectGround.WithinNoise : EffectGround.RestsOnExtremes, 0);
        }

        return trend is not null && Math.Sign(trend.Slope) == sign && (isExact || Beyond(trend, trend.CappedDifference!.Value) != sign)
            ? (EffectGround.ContinuesItsTrend, 0)
            : (EffectGround.BeyondNoise, sign);
    }

    private static int Beyond(EffectComparison comparison, double difference) =>
        difference > comparison.Margin ? 1 : difference < -comparison.Margin ? -1 : 0;

    private KpiMovement MovementOf(int sign) =>
        sign == 0 ? KpiMovement.NoSign
        : sign > 0 == (Direction == Direction.HigherIsBetter) ? KpiMovement.Moved
        : KpiMovement.Worsened;

    // The mean, and the square of its standard error.
    private static (decimal Mean, double Error) Mean(ReadOnlySpan<(int Period, decimal Value)> values)
    {
        var sum = 0m;
        foreach (var (_, value) in values)
        {
            sum += value;
        }

        var (mean, squares) = (sum / values.Length, 0d);
        foreach (var (_, value) in values)
        {
            var apart = (double)(value - mean);
            squares += apart * apart;
        }

        return (mean, squares / (values.Length - 1d) / values.Length);
    }

    private static (int Period, decimal Value)[] Successive(IEnumerable<decimal> values, int first, string name)
    {
        decimal[] copy = [.. Guard.Against.Null(values, name)];
        var numbered = new (int Period, decimal Value)[copy.Length];
        for (var index = 0; index < copy.Length; index++)
        {
            numbered[index] = (first + index, Value(copy[index], name));
        }

        return numbered;
    }

    private static (int Period, decimal Value)[] Numbered(IEnumerable<(int Period, decimal Value)> values, int beyond, string name)
    {
        (int Period, decimal Value)[] copy = [.. Guard.Against.Null(values, name)];
        foreach (var (period, value) in copy)
        {
            Require.Between(period, -LargestIndex, LargestIndex, "periods are numbered", name);
            Value(value, name);
            beyond = period > beyond ? period : throw new ArgumentException(
                FormattableString.Invariant($"Period {period} follows {beyond}; give the periods in ascending order, each once, those after last."), name);
        }

        return copy;
    }

    private static decimal Value(decimal value, string name) =>
        Require.Between(value, -LargestValue, LargestValue, "a value of a series is an amount; use a larger unit, such as millions", name);

    private BeforeAfter Changed(Action<BeforeAfter> change)
    {
        var copy = (BeforeAfter)MemberwiseClone();
        change(copy);
        return copy;
    }
}
