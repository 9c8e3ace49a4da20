using Ardalis.GuardClauses;
using OkrKpi.Effects;

namespace OkrKpi.Analytics;

/// <summary>
/// A difference in differences: one team or region acted and others did not, and the gap between them after is compared with the gap before.
/// </summary>
/// <remarks>
/// <para>Immutable; compared by reference. Each period's gap is the value of those who acted less the mean of those who did not; the effect is the mean gap
/// after less the mean gap before: from 40 to 52 while the others went from 30 to 35 is 12 - 5 = 7.</para>
/// <para>What it assumes: without acting they would have gone as the others did. Before, that can be looked at: the gap must show no slope.</para>
/// </remarks>
public sealed class DifferenceInDifferences
{
    private const double SlopeSeen = 0.05;

    private readonly SerialContrast effect;

    private DifferenceInDifferences(double[] gaps, int before)
    {
        Gaps = Numbers.Amounts(gaps);
        PeriodsBefore = before;
        PeriodsAfter = gaps.Length - before;
        double[] earlier = gaps[..before];
        var regression = Regression.WithIntercept(gaps, [.. gaps.Select((_, index) => index < before ? 0d : 1d)]);
        effect = SerialContrast.Of(regression, [0d, 1d]);
        BeforeSlope = before < 3 ? null : Regression.WithIntercept(earlier, [.. Enumerable.Range(1, before).Select(static each => (double)each)])
            .Coefficients[1];
    }

    /// <summary>The gap of each period: those who acted less the mean of those who did not.</summary>
    public IReadOnlyList<decimal> Gaps { get; }

    /// <summary>How many periods lie before.</summary>
    public int PeriodsBefore { get; }

    /// <summary>How many periods lie after.</summary>
    public int PeriodsAfter { get; }

    /// <summary>The mean gap after less the mean gap before, in the unit of the values.</summary>
    public decimal Effect => Numbers.Amount(effect.Estimate);

    /// <summary>How likely an effect at least so large is without any, two-sided, errors that go together allowed for.</summary>
    public double P => effect.P;

    /// <summary>How much of an error is still there a period later, 0 to 0.95.</summary>
    public double Autocorrelation => effect.Autocorrelation;

    /// <summary>By how much the gap rose each period before; <see langword="null"/> with fewer than three periods.</summary>
    public RegressionCoefficient? BeforeSlope { get; }

    /// <summary>Whether the two went alike before: the slope of the gap is one that chance makes more than once in 20 times.</summary>
    public bool WereParallel => BeforeSlope is null || BeforeSlope.P >= SlopeSeen;

    /// <summary>Compares who acted with those who did not.</summary>
    /// <param name="acted">The values of who acted, one a period, without gaps.</param>
    /// <param name="before">How many of them lie before acting, 2 or more.</param>
    /// <param name="others">The values of those who did not, over the same periods; each counts for as much.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are no others, one of them has another number of periods, or there are fewer than 4 periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or fewer than 2 periods lie on a side.</exception>
    public static DifferenceInDifferences Of(IReadOnlyList<decimal> acted, int before, params IEnumerable<IReadOnlyList<decimal>> others)
    {
        var numbers = Demand.Amounts(acted);
        double[][] compared = [.. Guard.Against.Null(others).Select(each => Demand.Amounts(each, nameof(others)))];
        if (compared.Length == 0 || Array.Exists(compared, each => each.Length != numbers.Length))
        {
            throw new ArgumentException(
                $"Give one or more who did not act, each with the same {numbers.Length} periods as who did.", nameof(others));
        }

        if (numbers.Length < 4)
        {
            throw new ArgumentException($"{numbers.Length} periods are too few to compare; give 4 or more.", nameof(acted));
        }

        Demand.Between(before, 2, numbers.Length - 2, "two periods or more lie on each side of acting");
        return new([.. numbers.Select((value, index) => value - compared.Average(each => each[index]))], before);
    }

    /// <summary>Welch's comparison of the gaps before and after, for independent periods of two spreads.</summary>
    /// <returns>The comparison; <see langword="null"/> when the gaps change neither before nor after.</returns>
    public WelchComparison? Welch() => BeforeAfter.Of(Gaps.Take(PeriodsBefore), Gaps.Skip(PeriodsBefore)).Welch();

    /// <summary>From where to where the effect lies, errors that go together allowed for.</summary>
    /// <param name="probability">How sure, above 0 and below 1: 0.95 is what the verdict goes by.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and below 1.</exception>
    public ForecastInterval Interval(decimal probability) => CauseWords.Interval(effect, probability);

    /// <summary>
    /// The verdict: moved or worsened when an effect at least so large comes by chance less than once in 20 times; cannot tell when the two did not go alike
    /// before, or with fewer than six periods before or two after.
    /// </summary>
    /// <param name="direction">Which side is better; with another than higher or lower nothing can be told.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    public KpiMovement Verdict(Direction direction) =>
        CauseWords.Verdict(effect, Demand.Defined(direction), WereParallel && PeriodsBefore >= 6 && PeriodsAfter >= 2);

    /// <summary>What was seen, and what is assumed.</summary>
    /// <param name="direction">Which side is better.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <returns>A tree of sentences.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="direction"/> is undefined.</exception>
    public Reasoning Explain(Direction direction, Unit unit) => CauseWords.Of(
        Verdict(direction), effect, Guard.Against.Null(unit),
        WereParallel
            ? new(
                _ => "Assumed: without acting they would have gone as the others did; before, the two went alike.",
                _ => "Giả định: nếu không hành động thì kết quả sẽ diễn biến như các nơi khác; trước đó hai bên đi song song.")
            : new(
                _ => "The gap to the others was already changing before, so what came after need not be the effect of acting.",
                _ => "Khoảng cách với các nơi khác đã thay đổi từ trước, nên những gì diễn ra sau đó chưa chắc do hành động này."));

    /// <summary>Effect and p, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Effect:0.####} (p {P:0.###})");
}
