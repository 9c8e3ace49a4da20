using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>Exponential smoothing: level, and if wanted slope and seasons, that follow the values by weights.</summary>
/// <remarks>
/// <para>Immutable; every method returns a new one. A weight that is not given is found anew for each series: the one with the least squared errors one period
/// ahead, on a fixed grid that is then refined; of equal ones the smaller.</para>
/// <para>Without a start of its own the level begins at the first value; with a slope at the second, the slope being the first step; with seasons at the line
/// through the moving average of the first two seasons, which are taken apart (as R's <c>HoltWinters</c>).</para>
/// <para>Intervals: point ± z * sigma * sqrt(1 + c1² + ... ), with c_j = alpha + alpha * beta * (phi + ... + phi^j) + gamma at whole seasons (Hyndman, Koehler,
/// Ord and Snyder); where seasons are factors, by 1,000 drawn paths that are always the same.</para>
/// </remarks>
public sealed class Smoothing : ForecastMethod
{
    private double[]? start;

    private Smoothing(string name, string vietnamese, SmoothingTrend trend, SeasonShape seasons)
        : base(name, vietnamese)
    {
        Slope = trend;
        Seasons = seasons;
    }

    /// <summary>How it goes on beyond its level.</summary>
    public SmoothingTrend Slope { get; }

    /// <summary>How seasons change the level.</summary>
    public SeasonShape Seasons { get; }

    /// <summary>What a season is learned from; from the expected level unless told otherwise.</summary>
    public SeasonUpdate Update { get; private set; } = SeasonUpdate.FromExpectedLevel;

    /// <summary>Alpha: how much of a new value goes into the level, above 0 to 1; <see langword="null"/> when it is found.</summary>
    public decimal? LevelWeight { get; private set; }

    /// <summary>Beta*: how much of the level's last step goes into the slope, 0 to 1; alpha times it is what other books call beta.</summary>
    public decimal? SlopeWeight { get; private set; }

    /// <summary>Gamma: how much of a new value goes into its season, 0 to 1.</summary>
    public decimal? SeasonWeight { get; private set; }

    /// <summary>Phi: how much of the slope is left a period later, above 0 to 1.</summary>
    public decimal? Damping { get; private set; }

    private bool HasSlope => Slope != SmoothingTrend.None;

    private bool IsDamped => Slope == SmoothingTrend.Damped;

    private bool HasSeasons => Seasons != SeasonShape.None;

    /// <summary>The method with weights that are not looked for.</summary>
    /// <param name="level">Alpha, above 0 to 1.</param>
    /// <param name="slope">Beta*, 0 to 1; without effect for a method without a slope.</param>
    /// <param name="season">Gamma, 0 to 1; without effect for a method without seasons.</param>
    /// <param name="damping">Phi, above 0 to 1; without effect for a method whose slope stays.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not within its bounds.</exception>
    public Smoothing WithWeights(decimal level, decimal? slope = null, decimal? season = null, decimal? damping = null)
    {
        const string rule = "a weight is a share";
        const decimal least = 0.000_000_1m;
        Demand.Between(level, least, 1m, rule);
        Demand.Between(slope ?? 0m, 0m, 1m, rule, nameof(slope));
        Demand.Between(season ?? 0m, 0m, 1m, rule, nameof(season));
        Demand.Between(damping ?? 1m, least, 1m, rule, nameof(damping));
        return Changed(copy =>
        {
            copy.LevelWeight = level;
            copy.SlopeWeight = HasSlope ? slope : null;
            copy.SeasonWeight = HasSeasons ? season : null;
            copy.Damping = IsDamped ? damping : null;
        });
    }

    /// <summary>The method with seasons learned in another way.</summary>
    /// <param name="update">The way.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="update"/> is undefined.</exception>
    public Smoothing Updating(SeasonUpdate update) => Changed(copy => copy.Update = Demand.Defined(update));

    /// <summary>The method with the state before the first value given, so that every value counts as one that was forecast.</summary>
    /// <param name="level">The level.</param>
    /// <param name="slope">The slope.</param>
    /// <param name="seasons">The effect or factor of each season, that of the first value first; none for a method without seasons.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are seasons where the method has none, or none where it has some.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within ±10^15.</exception>
    public Smoothing StartingFrom(decimal level, decimal slope = 0m, params IEnumerable<decimal> seasons)
    {
        decimal[] given = [.. Guard.Against.Null(seasons)];
        if (given.Length > 0 != HasSeasons)
        {
            throw new ArgumentException(
                HasSeasons ? $"{Name} has seasons; give the start of each." : $"{Name} has no seasons and was given {given.Length}.", nameof(seasons));
        }

        return Changed(copy => copy.start = Demand.Amounts([level, slope, .. given], nameof(level)));
    }

    internal static Smoothing Of(string name, string vietnamese, SmoothingTrend trend, SeasonShape seasons) => new(name, vietnamese, trend, seasons);

    internal override int Least(int season) => start is not null ? 1 : HasSeasons ? Math.Max(2 * season, 3) : HasSlope ? 3 : 2;

    internal override bool Fits(ReadOnlySpan<double> values) =>
        Seasons != SeasonShape.Multiplicative || !values.ContainsAnyInRange(double.NegativeInfinity, 0d);

    internal override ForecastMethod Tuned(ReadOnlySpan<double> values, int season, double finest)
    {
        var open = OpenWeights();
        if (open.Length == 0)
        {
            return this;
        }

        var begin = Start(values, season);
        var scratch = new double[begin.Seasons.Length];
        var best = Tuner.Least(
            values, open, finest, (numbers, weights, limit) => Follow(numbers, begin, Filled(weights), scratch, limit).SumOfSquares);
        var found = Filled(best);
        return Changed(copy =>
        {
            copy.LevelWeight = Rounded(found.Alpha);
            copy.SlopeWeight = HasSlope ? Rounded(found.Beta) : null;
            copy.SeasonWeight = HasSeasons ? Rounded(found.Gamma) : null;
            copy.Damping = IsDamped ? Rounded(found.Phi) : null;
        });
    }

    internal override MethodFit Fit(ReadOnlySpan<double> values, int season)
    {
        var weights = Filled([]);
        var begin = Start(values, season);
        var end = Follow(values, begin, weights, new double[begin.Seasons.Length], double.PositiveInfinity);
        var parameters = 1 + (HasSlope ? 1 : 0) + (IsDamped ? 1 : 0) + (HasSeasons ? 1 : 0)
            + (start is null ? 0 : 1 + (HasSlope ? 1 : 0) + (HasSeasons ? start.Length - 3 : 0));
        var free = values.Length - begin.From - parameters;
        var sigma = Math.Sqrt(end.SumOfSquares / Math.Max(1, free));
        var count = values.Length;
        return new(ahead => Ahead(end, weights.Phi, count, ahead))
        {
            Error = Seasons == SeasonShape.Multiplicative || free < 1 ? null : ahead => sigma * Math.Sqrt(Multiplier(weights, end.Seasons.Length, ahead)),
            Paths = Seasons == SeasonShape.Multiplicative && free >= 1 ? periods => Paths(end, weights, count, sigma, periods) : null,
            SumOfSquares = end.SumOfSquares,
            Sigma = sigma,
            Level = end.Level,
            Slope = end.Slope,
            Seasons = end.Seasons,
        };
    }

    /// <summary>By how much the squared error so many periods ahead is that of one period.</summary>
    private double Multiplier(in Weights weights, int season, int ahead)
    {
        var beta = weights.Alpha * weights.Beta;
        var gamma = Update == SeasonUpdate.FromNewLevel ? weights.Gamma * (1d - weights.Alpha) : weights.Gamma;
        var (sum, damped, power) = (1d, 0d, 1d);
        for (var step = 1; step < ahead; step++)
        {
            power *= weights.Phi;
            damped += power;
            var factor = weights.Alpha + (beta * damped) + (HasSeasons && step % season == 0 ? gamma : 0d);
            sum += factor * factor;
        }

        return sum;
    }

    private double Ahead(in State state, double damping, int count, int ahead)
    {
        var level = state.Level;
        if (HasSlope)
        {
            var (damped, power) = (0d, 1d);
            for (var step = 0; step < ahead; step++)
            {
                power *= damping;
                damped += power;
            }

            level += damped * state.Slope;
        }

        return HasSeasons ? Joined(level, state.Seasons[(count + ahead - 1) % state.Seasons.Length]) : level;
    }

    private double Joined(double level, double season) => Seasons == SeasonShape.Multiplicative ? level * season : level + season;

    private double Apart(double value, double level) =>
        Seasons == SeasonShape.Multiplicative ? value / Numbers.Divisor(level) : value - level;

    private State Start(ReadOnlySpan<double> values, int season)
    {
        if (start is { } given)
        {
            return new() { Level = given[0], Slope = given[1], Seasons = given[2..] };
        }

        if (HasSeasons)
        {
            var first = values[..(2 * season)];
            var (mean, slope, _) = TrendMethod.Line(Analytics.Seasons.MovingAverage(first, season));
            var averages = first.Length - (season % 2 == 0 ? season : season - 1);
            return new()
            {
                Level = mean - (slope * (averages + 1) / 2d),
                Slope = slope,
                Seasons = Analytics.Seasons.Figure(first, season, Seasons),
                From = season,
            };
        }

        return HasSlope
            ? new() { Level = values[1], Slope = values[1] - values[0], Seasons = [], From = 2 }
            : new() { Level = values[0], Seasons = [], From = 1 };
    }

    // One pass over the values: what the state is after the last of them, and how far off each was forecast. Stops once that is beyond a limit.
    private State Follow(ReadOnlySpan<double> values, in State begin, in Weights weights, double[] seasons, double limit)
    {
        var (level, slope, squares) = (begin.Level, begin.Slope, 0d);
        begin.Seasons.CopyTo(seasons, 0);
        var place = HasSeasons ? begin.From % seasons.Length : 0;
        for (var index = begin.From; index < values.Length && squares < limit; index++)
        {
            var damped = HasSlope ? weights.Phi * slope : 0d;
            var expected = level + damped;
            if (!HasSeasons)
            {
                var error = values[index] - expected;
                squares += error * error;
                var next = expected + (weights.Alpha * error);
                slope = (weights.Beta * (next - level)) + ((1d - weights.Beta) * damped);
                level = next;
                continue;
            }

            var old = seasons[place];
            var off = values[index] - Joined(expected, old);
            squares += off * off;
            var after = Numbers.Held((weights.Alpha * Apart(values[index], old)) + ((1d - weights.Alpha) * expected));
            slope = Numbers.Held((weights.Beta * (after - level)) + ((1d - weights.Beta) * damped));
            var learned = Apart(values[index], Update == SeasonUpdate.FromNewLevel ? after : expected);
            seasons[place] = Numbers.Held((weights.Gamma * learned) + ((1d - weights.Gamma) * old));
            level = after;
            place = place + 1 == seasons.Length ? 0 : place + 1;
        }

        return new() { Level = level, Slope = slope, Seasons = seasons, SumOfSquares = squares };
    }

    // Values drawn one after the other, each learned from as if it had come.
    private double[][] Paths(State end, Weights weights, int count, double sigma, int periods)
    {
        const int draws = 1_000;
        var random = new Draws();
        var paths = new double[periods][];
        for (var ahead = 0; ahead < periods; ahead++)
        {
            paths[ahead] = new double[draws];
        }

        for (var draw = 0; draw < draws; draw++)
        {
            var (level, slope, seasons) = (end.Level, end.Slope, (double[])end.Seasons.Clone());
            for (var ahead = 0; ahead < periods; ahead++)
            {
                var damped = HasSlope ? weights.Phi * slope : 0d;
                var place = (count + ahead) % seasons.Length;
                var expected = level + damped;
                var value = Numbers.Held(Joined(expected, seasons[place]) + (sigma * random.Normal()));
                paths[ahead][draw] = value;
                var next = Numbers.Held((weights.Alpha * Apart(value, seasons[place])) + ((1d - weights.Alpha) * expected));
                slope = Numbers.Held((weights.Beta * (next - level)) + ((1d - weights.Beta) * damped));
                var learned = Apart(value, Update == SeasonUpdate.FromNewLevel ? next : expected);
                seasons[place] = Numbers.Held((weights.Gamma * learned) + ((1d - weights.Gamma) * seasons[place]));
                level = next;
            }
        }

        foreach (var path in paths)
        {
            Array.Sort(path);
        }

        return paths;
    }

    // In the order alpha, beta, gamma, phi: what is not given is looked for within these bounds.
    private (double Low, double High)[] OpenWeights()
    {
        List<(double, double)> open = [];
        if (LevelWeight is null)
        {
            open.Add((Tuner.Edge, 1d - Tuner.Edge));
        }

        if (HasSlope && SlopeWeight is null)
        {
            open.Add((Tuner.Edge, 1d - Tuner.Edge));
        }

        if (HasSeasons && SeasonWeight is null)
        {
            open.Add((Tuner.Edge, 1d - Tuner.Edge));
        }

        if (IsDamped && Damping is null)
        {
            open.Add((0.8, 0.98));
        }

        return [.. open];
    }

    private Weights Filled(ReadOnlySpan<double> found)
    {
        var next = 0;
        var alpha = LevelWeight is { } level ? (double)level : found[next++];
        var beta = !HasSlope ? 0d : SlopeWeight is { } slope ? (double)slope : found[next++];
        var gamma = !HasSeasons ? 0d : SeasonWeight is { } season ? (double)season : found[next++];
        var phi = !IsDamped ? 1d : Damping is { } damping ? (double)damping : found[next];
        return new(alpha, beta, gamma, phi);
    }

    private static decimal Rounded(double weight) => Math.Round((decimal)weight, 8);

    private Smoothing Changed(Action<Smoothing> change)
    {
        var copy = (Smoothing)MemberwiseClone();
        change(copy);
        return copy;
    }

    private readonly record struct Weights(double Alpha, double Beta, double Gamma, double Phi);

    private readonly struct State
    {
        internal double Level { get; init; }

        internal double Slope { get; init; }

        internal double[] Seasons { get; init; }

        internal double SumOfSquares { get; init; }

        /// <summary>The first value that is forecast and learned from.</summary>
        internal int From { get; init; }
    }
}
