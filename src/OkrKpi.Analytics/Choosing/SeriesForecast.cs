using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>The next values of a series, by the method chosen on its own past, with intervals from how far off that method was.</summary>
/// <remarks>
/// <para>Immutable; compared by reference. The same values give the same answer on every machine, in any order and on any number of threads.</para>
/// <para>Each method is tried from the last 24 starting points, or those of the last two seasons, as if nothing later were known (rolling
/// origins; Tashman 2000). The one with the least mean absolute error over all of them and all periods ahead is taken, and a combination unless a single method
/// was off by a fifth less. With fewer than four starting points nothing is tried.</para>
/// <para>The interval so many periods ahead comes from the errors of the method so many periods ahead, without their signs (conformal prediction), and never
/// becomes narrower further ahead. With fewer than eight of them from Student's t, and beyond the furthest that was tried it grows with the square root of the
/// time.</para>
/// </remarks>
public sealed class SeriesForecast
{
    private const int EnoughToTry = 4;
    private const int EnoughErrors = 8;

    // A combination is taken unless a single method was off by a fifth less: which single one does best in so few trials is much chance.
    private const double CombinedAdvantage = 0.8;

    private readonly MethodTrial[] trials;
    private readonly Outlook[] outlooks;

    private SeriesForecast(ForecastMethod method, ForecastGround ground, int values, int season, MethodTrial[] trials, double[][] errors, Outlook[] outlooks)
    {
        Method = method;
        Ground = ground;
        Values = values;
        Season = season;
        this.trials = trials;
        Errors = errors;
        this.outlooks = outlooks;
    }

    /// <summary>The method, with the weights it ended with.</summary>
    public ForecastMethod Method { get; }

    /// <summary>On what it rests.</summary>
    public ForecastGround Ground { get; }

    /// <summary>How many values it was made from.</summary>
    public int Values { get; }

    /// <summary>The length of the season in periods, 1 without one.</summary>
    public int Season { get; }

    /// <summary>From how many starting points in the past the methods were tried.</summary>
    public int Origins => Errors.Length;

    /// <summary>What was tried and how well each did, the least off first; empty when there was too little to try.</summary>
    public IReadOnlyList<MethodTrial> Trials => trials;

    /// <summary>The next values, the first one period ahead.</summary>
    public IReadOnlyList<decimal> Points => [.. outlooks.Select(static each => each.Point)];

    /// <summary>Whether one of the values would lie beyond its natural bound and was put on it.</summary>
    public bool IsBound => Array.Exists(outlooks, static each => each.IsBound);

    internal double[][] Errors { get; }

    internal IReadOnlyList<Outlook> Outlooks => outlooks;

    /// <summary>Tells the next values of a series.</summary>
    /// <param name="values">The values there are, one a period, without gaps.</param>
    /// <param name="periods">How many to tell, 1 to 1,000.</param>
    /// <param name="season">The length of the season in periods: 12 for months, 1 without one. The season of the options goes before it.</param>
    /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or another number is not within its bounds.</exception>
    public static SeriesForecast Of(IReadOnlyList<decimal> values, int periods, int season = 1, ForecastOptions? options = null)
    {
        var numbers = Demand.Amounts(values);
        if (numbers.Length == 0)
        {
            throw new ArgumentException("There are no values, so nothing goes on; give one or more.", nameof(values));
        }

        return Of(numbers, Demand.Periods(periods), options?.Season ?? Demand.Season(season), options ?? ForecastOptions.Default);
    }

    /// <summary>Tells the next values of many series, on as many threads as wanted; each as if it were alone.</summary>
    /// <param name="series">The series.</param>
    /// <param name="periods">How many to tell of each, 1 to 1,000.</param>
    /// <param name="season">The length of the season in periods, 1 without one.</param>
    /// <param name="options">What to choose between; <see cref="ForecastOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="threads">How many threads work, 1 to 1,000; by default 1.</param>
    /// <returns>The forecasts, in the order of the series.</returns>
    /// <exception cref="ArgumentException">A series has no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or another number is not within its bounds.</exception>
    public static IReadOnlyList<SeriesForecast> OfMany(
        IReadOnlyList<IReadOnlyList<decimal>> series, int periods, int season = 1, ForecastOptions? options = null, int threads = 1)
    {
        Guard.Against.Null(series);
        Demand.Between(threads, 1, 1_000, "so many threads work at the same time");
        var numbers = series.Select(values => Demand.Amounts(values, nameof(series))).ToArray();
        if (Array.Exists(numbers, static values => values.Length == 0))
        {
            throw new ArgumentException("A series has no values, so nothing goes on; leave it out.", nameof(series));
        }

        Demand.Periods(periods);
        var (length, chosen) = (options?.Season ?? Demand.Season(season), options ?? ForecastOptions.Default);
        var forecasts = new SeriesForecast[numbers.Length];
        Parallel.For(
            0, numbers.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            index => forecasts[index] = Of(numbers[index], periods, length, chosen));
        return forecasts;
    }

    /// <summary>The interval of each value.</summary>
    /// <param name="probability">How much of what comes it is to hold, above 0 and below 1: 0.8 leaves out one in ten above and one in ten below.</param>
    /// <returns>An interval for each of the <see cref="Points"/>; empty when there is a single value, which says nothing of how far off it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
    public IReadOnlyList<ForecastInterval> Interval(decimal probability)
    {
        Demand.Probability(probability);
        return [.. outlooks.Select(each => each.Interval(probability)).OfType<ForecastInterval>()];
    }

    /// <summary>Why this method, and what the interval rests on.</summary>
    /// <returns>A tree of sentences.</returns>
    public Reasoning Explain() => ForecastWords.Of(this);

    /// <summary>Method and first value, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Method}: {outlooks[0].Point:0.####} ...");

    internal static SeriesForecast Of(double[] values, int periods, int season, ForecastOptions options)
    {
        var origins = new RollingOrigins(values, season, Math.Min(periods, values.Length));
        if (origins.Count < EnoughToTry)
        {
            return TooShort(values, periods, season, options);
        }

        var scale = Scale(values, season);
        List<(MethodTrial Trial, double[][] Errors)> tried = [];
        foreach (var method in options.Methods.Where(origins.CanTry))
        {
            var errors = origins.Errors(method);
            var error = errors.SelectMany(static each => each).Average(Math.Abs);
            tried.Add((new(method, error, scale > 0d ? error / scale : error == 0d ? 0d : null), errors));
        }

        if (tried.Count == 0)
        {
            return TooShort(values, periods, season, options);
        }

        var best = tried.MinBy(static each => each.Trial.MeanAbsoluteError * (each.Trial.Method is CombinedMethod ? CombinedAdvantage : 1d));
        var tuned = best.Trial.Method.Tuned(values, season, Tuner.Fine);
        var fit = tuned.Fit(values, season);
        return new(
            tuned, ForecastGround.OwnPast, values.Length, season, [.. tried.Select(static each => each.Trial).OrderBy(static each => each.MeanAbsoluteError)],
            best.Errors,
            Outlooked([.. Enumerable.Range(1, periods).Select(fit.Point)], best.Errors, options));
    }

    /// <summary>Values with the spread of past errors around them.</summary>
    internal static Outlook[] Outlooked(double[] points, double[][] errors, ForecastOptions options)
    {
        var (outlooks, widest) = (new Outlook[points.Length], 0d);
        var (spread, from, width) = (Spread(errors, 1), 1, 0d);
        for (var ahead = 1; ahead <= points.Length; ahead++)
        {
            if (errors.Count(each => each.Length >= ahead) >= EnoughErrors)
            {
                (spread, from) = (Spread(errors, ahead), ahead);
            }

            // Halfway to the widest of the nearer periods, because few errors make a width uncertain and nothing becomes surer with distance.
            var scale = Math.Sqrt((double)ahead / from);
            width = scale * spread.HalfWidth(0.8);
            widest = Math.Max(widest, width);
            scale *= width > 0d ? (width + widest) / (2d * width) : 1d;
            outlooks[ahead - 1] = new(points[ahead - 1], spread, scale, (double?)options.Low, (double?)options.High);
        }

        return outlooks;
    }

    private static ErrorSpread Spread(double[][] errors, int ahead)
    {
        var those = errors.Where(each => each.Length >= ahead).Select(each => each[ahead - 1]).ToArray();
        return those.Length >= EnoughErrors
            ? ErrorSpread.OfErrors(those)
            : ErrorSpread.StudentT(Math.Sqrt(those.Average(static each => each * each)), those.Length);
    }

    private static SeriesForecast TooShort(double[] values, int periods, int season, ForecastOptions options)
    {
        var isSeasonal = season > 1 && values.Length > season;
        var method = isSeasonal ? ForecastMethod.SeasonalNaive : ForecastMethod.Naive;
        var fit = method.Fit(values, season);
        var steps = values.Length - (isSeasonal ? season : 1);
        var outlooks = Enumerable.Range(1, periods)
            .Select(ahead => new Outlook(
                fit.Point(ahead), steps == 0 ? null : ErrorSpread.StudentT(fit.Error!(ahead), steps), 1d, (double?)options.Low, (double?)options.High))
            .ToArray();
        return new(method, ForecastGround.TooShort, values.Length, season, [], [], outlooks);
    }

    /// <summary>The mean change over one season.</summary>
    internal static double Scale(double[] values, int season)
    {
        var lag = values.Length > season ? season : 1;
        var sum = 0d;
        for (var index = lag; index < values.Length; index++)
        {
            sum += Math.Abs(values[index] - values[index - lag]);
        }

        return sum / Math.Max(1, values.Length - lag);
    }
}
