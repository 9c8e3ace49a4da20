namespace OkrKpi.Signals;

/// <summary>How noise is told from signals, as one object of named policies: the limits of a process, and the rules its points are held against.</summary>
/// <remarks>
/// <para>Immutable; equal when all policies are equal, whatever the name. The sets of the books come ready: <see cref="Nhs"/>, which is the default,
/// <see cref="Wheeler"/>, <see cref="WesternElectric"/> and <see cref="Nelson"/>. Each keeps the constants and conventions of its source.</para>
/// <para>Ratios, percentages and counts are read as individual values too, and not by the limits of a binomial or Poisson distribution: those hold only where
/// every case is as likely as every other and independent of it, which the figures of a business hardly are; the moving range asks the figures themselves
/// (Wheeler, "Making Sense of Data", 2003).</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class SignalRules : IEquatable<SignalRules>
{
    private const int MostPoints = 100_000;

    private SignalRule[] rules;

    private SignalRules(string name, params SignalRule[] rules)
    {
        Name = name;
        this.rules = rules;
        Scaling = LimitScaling.Wheeler;
        Average = RangeAverage.Mean;
        Centre = CentreLine.Mean;
        Screening = RangeScreening.None;
        Gaps = RangesOverGaps.Broken;
        OnLimit = PointOnLimit.Within;
        Constant = ConstantSeries.LimitsOnCentre;
        AtOnePoint = RulesAtOnePoint.All;
        MinimumPoints = 6;
        SettledPoints = 12;
    }

    /// <summary>The default: <see cref="Nhs"/>.</summary>
    public static SignalRules Default => Nhs;

    /// <summary>
    /// The NHS's "Making Data Count", as the R package NHSRplotthedots works it out: a point beyond the limits, a trend of 7, 2 of 3 close to a limit, 7 on one
    /// side of the centre, of which the first in this order is told. Ranges on or beyond their limit are screened once; without variation there are no limits.
    /// </summary>
    /// <remarks>
    /// Two differences to the package: a trend is good or bad by where it goes, not by the side of the centre its points are on, and below 6 points there are
    /// no limits.
    /// </remarks>
    public static SignalRules Nhs { get; } =
        new("NHS", SignalRule.BeyondLimit, SignalRule.Trend(7), SignalRule.NearLimit(2, 3), SignalRule.Run(7))
        {
            Screening = RangeScreening.Once,
            Constant = ConstantSeries.NoLimits,
            AtOnePoint = RulesAtOnePoint.First,
        };

    /// <summary>Wheeler, "Understanding Variation": a point beyond the limits, 3 of 4 closer to a limit than to the centre, 8 on one side of it.</summary>
    public static SignalRules Wheeler { get; } = new("Wheeler", SignalRule.BeyondLimit, SignalRule.Beyond(1.5m, 3, 4), SignalRule.Run(8));

    /// <summary>
    /// The Western Electric handbook: a point beyond 3 sigma, 2 of 3 beyond 2, 4 of 5 beyond 1, 8 on one side of the centre; limits as in the NIST handbook.
    /// </summary>
    public static SignalRules WesternElectric { get; } =
        new("Western Electric", SignalRule.BeyondLimit, SignalRule.Beyond(2m, 2, 3), SignalRule.Beyond(1m, 4, 5), SignalRule.Run(8))
        {
            Scaling = LimitScaling.Handbook,
        };

    /// <summary>
    /// Nelson's eight rules of 1984: beyond 3 sigma; 9 on one side; a trend of 6; 14 alternating; 2 of 3 beyond 2 sigma; 4 of 5 beyond 1; 15 within 1; 8 beyond
    /// 1 on both sides. Each rule more sees signals in noise, too.
    /// </summary>
    public static SignalRules Nelson { get; } =
        new(
            "Nelson", SignalRule.BeyondLimit, SignalRule.Run(9), SignalRule.Trend(6), SignalRule.Alternating(14), SignalRule.Beyond(2m, 2, 3),
            SignalRule.Beyond(1m, 4, 5), SignalRule.Hugging(15), SignalRule.Avoiding(8))
        {
            Scaling = LimitScaling.Handbook,
        };

    /// <summary>What people call the set.</summary>
    public string Name { get; private set; }

    /// <summary>The rules, the most telling first.</summary>
    public IReadOnlyList<SignalRule> Rules => rules;

    /// <summary>By which numbers an average range becomes limits.</summary>
    public LimitScaling Scaling { get; private set; }

    /// <summary>Which average of the ranges; the mean in every set that comes with the library.</summary>
    public RangeAverage Average { get; private set; }

    /// <summary>Where the centre lies; at the mean in every set that comes with the library.</summary>
    public CentreLine Centre { get; private set; }

    /// <summary>What is done with ranges beyond their limit.</summary>
    public RangeScreening Screening { get; private set; }

    /// <summary>What a gap does to the range over it; it breaks it unless said otherwise.</summary>
    public RangesOverGaps Gaps { get; private set; }

    /// <summary>What a point exactly on a line is; within in every set that comes with the library.</summary>
    public PointOnLimit OnLimit { get; private set; }

    /// <summary>What limits a series without variation has.</summary>
    public ConstantSeries Constant { get; private set; }

    /// <summary>What is told of a point that several rules see.</summary>
    public RulesAtOnePoint AtOnePoint { get; private set; }

    /// <summary>With fewer points in the baseline of a segment there are no limits, 2 to 1,000; 6 unless said otherwise.</summary>
    public int MinimumPoints { get; private set; }

    /// <summary>
    /// With fewer points the limits are trial limits (<see cref="LimitState.Trial"/>), 2 to 1,000; 12 unless said otherwise, as the NHS says.
    /// </summary>
    public int SettledPoints { get; private set; }

    /// <summary>
    /// The limits rest on the first so many points of each segment and then stay as they are; <see langword="null"/>, the default, when all points count.
    /// </summary>
    public int? FrozenAfter { get; private set; }

    /// <summary>
    /// How many periods a season has, 12 for months: points are held against the mean of their own season; <see langword="null"/>, the default, without one.
    /// </summary>
    public int? Season { get; private set; }

    /// <summary>The same policies with other rules.</summary>
    /// <param name="rules">The rules, the most telling first; at most 30.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentException">There are more than 30, or one is given twice.</exception>
    public SignalRules With(params IEnumerable<SignalRule> rules)
    {
        var copy = Require.Copy(rules);
        if (copy.Length > 30)
        {
            throw new ArgumentException($"{copy.Length} rules are too many; give at most 30, each sees signals in noise too.", nameof(rules));
        }

        Require.Unique(copy, static rule => rule, "rule", nameof(rules));
        return Changed(changed => changed.rules = copy);
    }

    /// <summary>The same policies with limits by other numbers.</summary>
    /// <param name="scaling">The numbers.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scaling"/> is undefined.</exception>
    public SignalRules With(LimitScaling scaling) => Changed(copy => copy.Scaling = Require.Defined(scaling));

    /// <summary>The same policies with another average of the ranges.</summary>
    /// <param name="average">The average.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is undefined.</exception>
    public SignalRules With(RangeAverage average) => Changed(copy => copy.Average = Require.Defined(average));

    /// <summary>The same policies with another centre.</summary>
    /// <param name="centre">The centre.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="centre"/> is undefined.</exception>
    public SignalRules With(CentreLine centre) => Changed(copy => copy.Centre = Require.Defined(centre));

    /// <summary>The same policies with another screening of ranges.</summary>
    /// <param name="screening">The screening.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="screening"/> is undefined.</exception>
    public SignalRules With(RangeScreening screening) => Changed(copy => copy.Screening = Require.Defined(screening));

    /// <summary>The same policies with another reading of gaps.</summary>
    /// <param name="gaps">What a gap does.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gaps"/> is undefined.</exception>
    public SignalRules With(RangesOverGaps gaps) => Changed(copy => copy.Gaps = Require.Defined(gaps));

    /// <summary>The same policies with another reading of points exactly on a line.</summary>
    /// <param name="onLimit">What such a point is.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="onLimit"/> is undefined.</exception>
    public SignalRules With(PointOnLimit onLimit) => Changed(copy => copy.OnLimit = Require.Defined(onLimit));

    /// <summary>The same policies with another reading of series without variation.</summary>
    /// <param name="constant">What limits they have.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="constant"/> is undefined.</exception>
    public SignalRules With(ConstantSeries constant) => Changed(copy => copy.Constant = Require.Defined(constant));

    /// <summary>The same policies telling one or all of the signals at a point.</summary>
    /// <param name="atOnePoint">What is told.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atOnePoint"/> is undefined.</exception>
    public SignalRules With(RulesAtOnePoint atOnePoint) => Changed(copy => copy.AtOnePoint = Require.Defined(atOnePoint));

    /// <summary>The same policies with limits from fewer or more points on.</summary>
    /// <param name="minimum">With fewer points there are no limits, 2 to 1,000.</param>
    /// <param name="settled">With fewer points they are trial limits, <paramref name="minimum"/> to 1,000.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside what it may be.</exception>
    public SignalRules WithPoints(int minimum, int settled)
    {
        Require.Between(minimum, 2m, SignalRule.MostPoints, "a moving range takes two points");
        Require.Between(settled, minimum, SignalRule.MostPoints, "settled limits rest on no fewer points than trial ones");
        return Changed(copy => (copy.MinimumPoints, copy.SettledPoints) = (minimum, settled));
    }

    /// <summary>The same policies with limits from the first points of each segment only; what comes later changes no limit.</summary>
    /// <param name="points">How many points, 2 to 100,000.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not 2 to 100,000.</exception>
    public SignalRules WithFrozen(int points)
    {
        Require.Between(points, 2m, MostPoints, "a moving range takes two points");
        return Changed(copy => copy.FrozenAfter = points);
    }

    /// <summary>The same policies with limits from all points of each segment.</summary>
    /// <returns>The rules.</returns>
    public SignalRules WithoutFrozen() => Changed(copy => copy.FrozenAfter = null);

    /// <summary>
    /// The same policies for a process with seasons: each point is held against the mean of its own season in the baseline, of which there are at least two.
    /// </summary>
    /// <param name="periods">How many periods a season has, 2 to 1,000: 12 for months, 4 for quarters, 7 for days, 52 for weeks.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is not 2 to 1,000.</exception>
    public SignalRules WithSeason(int periods)
    {
        Require.Between(periods, 2m, SignalRule.MostPoints, "a season is a number of periods");
        return Changed(copy => copy.Season = periods);
    }

    /// <summary>The same policies for a process without seasons.</summary>
    /// <returns>The rules.</returns>
    public SignalRules WithoutSeason() => Changed(copy => copy.Season = null);

    /// <summary>The same policies under another name.</summary>
    /// <param name="name">What people call them.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public SignalRules Named(string name) => Changed(copy => copy.Name = Require.Text(name, "name of a set of rules"));

    /// <inheritdoc/>
    public bool Equals(SignalRules? other) =>
        other is not null && Scaling == other.Scaling && Average == other.Average && Centre == other.Centre && Screening == other.Screening
        && Gaps == other.Gaps && OnLimit == other.OnLimit && Constant == other.Constant && AtOnePoint == other.AtOnePoint
        && MinimumPoints == other.MinimumPoints && SettledPoints == other.SettledPoints && FrozenAfter == other.FrozenAfter && Season == other.Season
        && rules.AsSpan().SequenceEqual(other.rules);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignalRules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Scaling, Average, Centre, Screening, HashCode.Combine(Gaps, OnLimit, Constant, AtOnePoint), HashCode.Combine(MinimumPoints, SettledPoints),
        HashCode.Combine(FrozenAfter, Season), rules.Length);

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    private SignalRules Changed(Action<SignalRules> change)
    {
        var copy = (SignalRules)MemberwiseClone();
        change(copy);
        return copy;
    }
}
