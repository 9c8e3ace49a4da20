using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>A way of telling the next values of a series from those there are.</summary>
/// <remarks>
/// <para>Immutable and safe to share; compared by reference. The same values give the same forecast on every machine, in any order and on any number of
/// threads. Formulas: Hyndman and Athanasopoulos, <em>Forecasting: Principles and Practice</em>; the same as R's <c>forecast</c> and <c>stats</c>.</para>
/// <para>A method by itself tells its own formula's interval, which for a method that was chosen because it did well is too narrow. To have one chosen, with
/// an interval from how far off it was, see <see cref="SeriesForecast.Of(IReadOnlyList{decimal}, int, int, ForecastOptions?)"/>.</para>
/// </remarks>
public abstract class ForecastMethod
{
    private protected ForecastMethod(string name, string vietnamese)
    {
        Name = name;
        Vietnamese = vietnamese;
    }

    /// <summary>The mean of all values: 2, 4 and 6 go on as 4.</summary>
    public static ForecastMethod Mean { get; } = new MeanMethod();

    /// <summary>The last value goes on: 2, 4 and 6 go on as 6.</summary>
    public static ForecastMethod Naive { get; } = new NaiveMethod();

    /// <summary>The value of the same season last time: next March is as the last March was. Without a season it is <see cref="Naive"/>.</summary>
    public static ForecastMethod SeasonalNaive { get; } = new SeasonalNaiveMethod();

    /// <summary>The last value goes on by the mean step: 2, 4 and 6 go on as 8 and 10.</summary>
    public static ForecastMethod Drift { get; } = new DriftMethod();

    /// <summary>The straight line through all values by least squares.</summary>
    public static ForecastMethod Trend { get; } = new TrendMethod();

    /// <summary>A level that follows the values and goes on.</summary>
    public static Smoothing SimpleSmoothing { get; } = Smoothing.Of("simple smoothing", "san bằng mũ đơn giản", SmoothingTrend.None, SeasonShape.None);

    /// <summary>Level and slope that follow the values (Holt).</summary>
    public static Smoothing Holt { get; } = Smoothing.Of("Holt", "Holt", SmoothingTrend.Linear, SeasonShape.None);

    /// <summary>Level and slope, which levels out (Gardner and McKenzie).</summary>
    public static Smoothing DampedHolt { get; } = Smoothing.Of("damped Holt", "Holt giảm dần", SmoothingTrend.Damped, SeasonShape.None);

    /// <summary>Level, slope and seasons that add to them (Holt and Winters).</summary>
    public static Smoothing HoltWinters { get; } =
        Smoothing.Of("Holt-Winters, additive", "Holt-Winters cộng", SmoothingTrend.Linear, SeasonShape.Additive);

    /// <summary>Level, slope and seasons that are factors: for values above 0 whose seasons grow with them.</summary>
    public static Smoothing MultiplicativeHoltWinters { get; } =
        Smoothing.Of("Holt-Winters, multiplicative", "Holt-Winters nhân", SmoothingTrend.Linear, SeasonShape.Multiplicative);

    /// <summary>Level, a slope that levels out, and seasons that add to them.</summary>
    public static Smoothing DampedHoltWinters { get; } =
        Smoothing.Of("damped Holt-Winters, additive", "Holt-Winters cộng giảm dần", SmoothingTrend.Damped, SeasonShape.Additive);

    /// <summary>Level, a slope that levels out, and seasons that are factors.</summary>
    public static Smoothing DampedMultiplicativeHoltWinters { get; } =
        Smoothing.Of("damped Holt-Winters, multiplicative", "Holt-Winters nhân giảm dần", SmoothingTrend.Damped, SeasonShape.Multiplicative);

    /// <summary>
    /// A level that follows the values without their season, and half the slope of all of them (Assimakopoulos and Nikolopoulos; Hyndman and Billah).
    /// </summary>
    public static Theta Theta { get; } = Theta.Default;

    /// <summary>What it is called in English.</summary>
    public string Name { get; }

    /// <summary>The mean of what several methods tell, each for as much.</summary>
    /// <param name="methods">The methods, two or more.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static ForecastMethod Combination(params IEnumerable<ForecastMethod> methods) => new CombinedMethod([.. Guard.Against.Null(methods)]);

    /// <summary>How many values it needs to tell a next one; for its interval it may need one more.</summary>
    /// <param name="season">The length of the season in periods, 1 without one.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="season"/> is not within 1 to 1,000.</exception>
    public int LeastValues(int season) => Least(Demand.Season(season));

    /// <summary>Tells the next values.</summary>
    /// <param name="values">The values there are, one a period, without gaps.</param>
    /// <param name="periods">How many to tell, 1 to 1,000.</param>
    /// <param name="season">The length of the season in periods: 12 for months, 1 without one.</param>
    /// <returns>The next values.</returns>
    /// <exception cref="ArgumentException">There are fewer than <see cref="LeastValues(int)"/>, or the method needs values above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or another number is not within its bounds.</exception>
    public MethodForecast Forecast(IReadOnlyList<decimal> values, int periods, int season = 1)
    {
        var numbers = Demand.Amounts(values);
        Demand.Periods(periods);
        Demand.Season(season);
        if (numbers.Length < Least(season))
        {
            throw new ArgumentException(
                $"{Name} needs {Least(season)} values or more and was given {numbers.Length}; give more, or take a simpler method.", nameof(values));
        }

        if (!Fits(numbers))
        {
            throw new ArgumentException($"{Name} needs values above 0; take one whose seasons add.", nameof(values));
        }

        var tuned = Tuned(numbers, season, Tuner.Fine);
        return new(tuned, tuned.Fit(numbers, season), periods);
    }

    /// <summary>What it is called in a language.</summary>
    /// <param name="culture">The language; English and Vietnamese come with the package, any other reads English.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string NameIn(CultureInfo culture) => Reasoning.IsVietnamese(Guard.Against.Null(culture)) ? Vietnamese : Name;

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    internal string Vietnamese { get; }

    internal abstract int Least(int season);

    /// <summary>Whether it can be used with such values at all.</summary>
    internal virtual bool Fits(ReadOnlySpan<double> values) => true;

    /// <summary>The method with the parameters that fit the values best, where it has any that are open.</summary>
    internal virtual ForecastMethod Tuned(ReadOnlySpan<double> values, int season, double finest) => this;

    /// <summary>What it learned from as many values as it needs or more.</summary>
    internal abstract MethodFit Fit(ReadOnlySpan<double> values, int season);
}
