namespace OkrKpi.Effects;

/// <summary>
/// What <see cref="BeforeAfter.Judge"/> says: whether the periods after are more than noise away from those before, with all numbers it rests on.
/// </summary>
/// <remarks>
/// Immutable; compared by reference. Differences go with the numbers: after less before, whichever direction is better. What coincides, not what was caused.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class EffectVerdict
{
    private readonly Direction direction;

    internal EffectVerdict(EffectGround ground, int before, int after)
    {
        Ground = ground;
        PeriodsBefore = before;
        PeriodsAfter = after;
        Movement = KpiMovement.CannotTell;
    }

    internal EffectVerdict(
        EffectGround ground, KpiMovement movement, Direction direction, int before, int after, int season, double? seasonF, decimal centre,
        EffectComparison plain, EffectComparison? line, double? slopeT, bool isTrendSeen, bool isTrendExact, int capped)
        : this(ground, before, after)
    {
        Movement = movement;
        this.direction = direction;
        Season = season;
        SeasonF = seasonF;
        Centre = centre;
        Plain = plain;
        Line = line;
        SlopeT = slopeT;
        IsTrendSeen = isTrendSeen;
        IsTrendExact = isTrendExact;
        Capped = capped;
    }

    /// <summary>Moved, worsened, no sign of an effect, or cannot be told; too early while the periods after are still to come.</summary>
    public KpiMovement Movement { get; }

    /// <summary>On what it rests.</summary>
    public EffectGround Ground { get; }

    /// <summary>How many periods before were looked at: the last 24 at most, those left out not among them.</summary>
    public int PeriodsBefore { get; }

    /// <summary>How many periods after were looked at, or will be.</summary>
    public int PeriodsAfter { get; }

    /// <summary>The length of the season that was taken into account, in periods; 0 without one.</summary>
    public int Season { get; }

    /// <summary>How clearly the periods before show a season, as an F ratio; above 2 it is seen. <see langword="null"/> where none was looked for.</summary>
    public double? SeasonF { get; }

    /// <summary>The value expected after, on average: the mean before, of the same seasons; <see langword="null"/> when nothing can be told.</summary>
    public decimal? Centre { get; }

    /// <summary>The comparison with the level before; <see langword="null"/> when nothing can be told.</summary>
    public EffectComparison? Plain { get; }

    /// <summary>The comparison with the line the periods before were on; <see langword="null"/> with fewer than eight.</summary>
    public EffectComparison? Line { get; }

    /// <summary>The slope of that line over its standard error, without serial correlation; infinite when they lie on the line exactly.</summary>
    public double? SlopeT { get; }

    /// <summary>Whether the periods before were rising or falling: the slope over its standard error is beyond the t quantile at 0.95.</summary>
    public bool IsTrendSeen { get; }

    /// <summary>
    /// The smallest rise that is a sign: the margin, and where the periods before were rising what their line gives and its margin;
    /// <see langword="null"/> when nothing can be told.
    /// </summary>
    public decimal? SmallestRise => Smallest(1);

    /// <summary>The smallest fall that is a sign, as a number above 0; <see langword="null"/> when nothing can be told.</summary>
    public decimal? SmallestFall => Smallest(-1);

    /// <summary>
    /// The smallest change for the better that is a sign, above 0, in the unit of the values; known before the periods after are. Whether any change can be
    /// one says <see cref="CanShowGain"/>. <see langword="null"/> when nothing can be told.
    /// </summary>
    public decimal? SmallestGain => direction == Direction.LowerIsBetter ? SmallestFall : SmallestRise;

    /// <summary>The smallest change for the worse that is a sign; <see langword="null"/> as with <see cref="SmallestGain"/>.</summary>
    public decimal? SmallestLoss => direction == Direction.LowerIsBetter ? SmallestRise : SmallestFall;

    /// <summary>
    /// Whether a change for the better can be a sign at all over so many periods: no period counts for more than 2.6 standard deviations, and nothing is beyond
    /// a line that the periods before lie on exactly.
    /// </summary>
    public bool CanShowGain => CanShow(direction == Direction.LowerIsBetter ? -1 : 1);

    /// <summary>How many of the periods after lie so far off that only 2.6 standard deviations of them count.</summary>
    public int Capped { get; }

    /// <summary>Whether the periods before lie on a line exactly, so that nothing is beyond it.</summary>
    internal bool IsTrendExact { get; }

    /// <summary>As much as how many independent periods so many successive ones tell: with an autocorrelation of 0.65 six tell as much as 1.9.</summary>
    internal static double Independent(int periods, double autocorrelation)
    {
        var (sum, power) = ((double)periods, 1d);
        for (var apart = 1; apart < periods; apart++)
        {
            power *= autocorrelation;
            sum += 2d * (periods - apart) * power;
        }

        return periods * periods / sum;
    }

    /// <summary>Verdict, difference and margin, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Plain is null ? $"{Movement} ({Ground})" : $"{Movement} ({Ground}): {Plain}";

    private decimal? Smallest(int sign)
    {
        if (Plain is not { } plain)
        {
            return null;
        }

        return BeforeAfter.Amount(
            TrendTowards(sign) is { } line ? Math.Max(plain.Margin, (Math.Abs(line.Slope) * line.Ahead) + line.Margin) : plain.Margin);
    }

    private bool CanShow(int sign) =>
        Plain is { CanShow: true } && (TrendTowards(sign) is not { } line || (line.CanShow && !IsTrendExact));

    private EffectComparison? TrendTowards(int sign) => IsTrendSeen && Math.Sign(Line!.Slope) == sign ? Line : null;
}
