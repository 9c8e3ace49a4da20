using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>
/// An interrupted time series: one thing changed on a day for everybody, and the values after it are compared with where those before were going.
/// </summary>
/// <remarks>
/// <para>Immutable; compared by reference. Segmented regression (Wagner and others 2002; Bernal, Cummins and Gasparrini 2017): value = intercept + trend * t +
/// level * after + slope * (periods after) + harmonics of a season, with t = 1, 2, 3 ... and 1 for the first period after.</para>
/// <para>What it assumes: nothing else changed at the same time, and without the change the line of before would have gone on.</para>
/// </remarks>
public sealed class InterruptedSeries
{
    private readonly SerialContrast effect;

    private InterruptedSeries(Regression regression, int before, int after, int lag, SerialContrast effect)
    {
        Regression = regression;
        PeriodsBefore = before;
        PeriodsAfter = after;
        Lag = lag;
        this.effect = effect;
        NeweyWest = regression.NeweyWest(lag);
    }

    /// <summary>The regression: intercept, trend, level, slope, then sine and cosine of each harmonic.</summary>
    public Regression Regression { get; }

    /// <summary>How many values lie before the change.</summary>
    public int PeriodsBefore { get; }

    /// <summary>How many values lie after it.</summary>
    public int PeriodsAfter { get; }

    /// <summary>Over how many periods the errors of <see cref="NeweyWest"/> may go together.</summary>
    public int Lag { get; }

    /// <summary>By how much the values rose each period before.</summary>
    public RegressionCoefficient Trend => Regression.Coefficients[1];

    /// <summary>By how much they stepped when it changed.</summary>
    public RegressionCoefficient Level => Regression.Coefficients[2];

    /// <summary>By how much more they rose each period after.</summary>
    public RegressionCoefficient Slope => Regression.Coefficients[3];

    /// <summary>The standard errors of the coefficients that allow for serial correlation.</summary>
    public IReadOnlyList<double> NeweyWest { get; }

    /// <summary>By how much the values after lie above where the line of before would have led, on average; below 0 for under it.</summary>
    public decimal Effect => Numbers.Amount(effect.Estimate);

    /// <summary>How likely an effect at least so large is without any, two-sided, errors that go together allowed for.</summary>
    public double P => effect.P;

    /// <summary>How much of an error is still there a period later, 0 to 0.95.</summary>
    public double Autocorrelation => effect.Autocorrelation;

    /// <summary>Compares the values after a change with where those before were going.</summary>
    /// <param name="values">The values, one a period, without gaps.</param>
    /// <param name="before">How many of them lie before the change, 2 or more.</param>
    /// <param name="harmonics">How many waves a season is made of, 0 for none.</param>
    /// <param name="season">The length of the season in periods; counts only with harmonics.</param>
    /// <param name="lag">Over how many periods the Newey-West errors may go together; <see langword="null"/> for 4 * (n / 100)^(2/9), rounded down.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are too few values for so many coefficients.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, fewer than 2 lie on a side of the change, or another number is not within
    /// its bounds.</exception>
    public static InterruptedSeries Of(IReadOnlyList<decimal> values, int before, int harmonics = 0, int season = 12, int? lag = null)
    {
        var numbers = Demand.Amounts(values);
        var count = numbers.Length;
        if (count < 5)
        {
            throw new ArgumentException($"{count} values are too few for two lines; give 5 or more.", nameof(values));
        }

        Demand.Between(before, 2, count - 2, "two values or more lie on each side of the change");
        Demand.Season(season);
        Demand.Between(harmonics, 0, season / 2, "a season has half as many waves as periods at most");
        List<double[]> columns =
        [
            Column(index => index + 1),
            Column(index => index < before ? 0d : 1d),
            Column(index => Math.Max(0, index + 1 - before)),
        ];
        for (var wave = 1; wave <= harmonics; wave++)
        {
            var turn = 2d * Math.PI * wave / season;

            // The sine of the shortest wave of an even season is 0 in every period.
            if (2 * wave != season)
            {
                columns.Add(Column(index => Math.Sin(turn * (index + 1))));
            }

            columns.Add(Column(index => Math.Cos(turn * (index + 1))));
        }

        var regression = Regression.WithIntercept(numbers, columns);
        var contrast = new double[columns.Count + 1];
        contrast[2] = 1d;
        contrast[3] = (count - before + 1) / 2d;
        return new(
            regression, before, count - before, lag ?? Math.Min(count - 1, (int)Math.Floor(4d * Math.Pow(count / 100d, 2d / 9d))),
            SerialContrast.Of(regression, contrast));

        double[] Column(Func<int, double> number) => [.. Enumerable.Range(0, count).Select(number)];
    }

    /// <summary>From where to where the <see cref="Effect"/> lies.</summary>
    /// <param name="probability">How sure, above 0 and below 1: 0.95 is what the verdict goes by.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
    public ForecastInterval Interval(decimal probability) => CauseWords.Interval(effect, probability);

    /// <summary>
    /// The verdict: moved or worsened when an effect at least so large comes by chance less than once in 20 times; cannot tell with fewer than six values
    /// before or three after.
    /// </summary>
    /// <param name="direction">Which side is better; with another than higher or lower nothing can be told.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    public KpiMovement Verdict(Direction direction) =>
        CauseWords.Verdict(effect, Demand.Defined(direction), PeriodsBefore >= 6 && PeriodsAfter >= 3);

    /// <summary>What was seen, and what is assumed.</summary>
    /// <param name="direction">Which side is better.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <returns>A tree of sentences.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    public Reasoning Explain(Direction direction, Unit unit) => CauseWords.Of(
        Verdict(direction), effect, Guard.Against.Null(unit),
        new(
            _ => "Assumed: nothing else changed at that time, and without the change the line of before would have gone on.",
            _ => "Giả định: không có gì khác thay đổi vào lúc đó, và nếu không có thay đổi ấy thì xu hướng trước đó vẫn tiếp tục."));

    /// <summary>Effect and p, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Effect:0.####} (p {P:0.###})");
}
