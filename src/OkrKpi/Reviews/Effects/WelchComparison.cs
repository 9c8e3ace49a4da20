namespace OkrKpi.Effects;

/// <summary>
/// Welch's comparison of two means with their own spreads, as in any textbook: for whoever asks for it by name. Without any effect its t is beyond the 95 %
/// quantile in 14 to 20 of 100 KPIs with serial correlation, and in 81 with a trend, where <see cref="BeforeAfter.Judge"/> says "moved" of 6 to 7 in each
/// (the package's <c>EFFECTS.md</c>).
/// </summary>
/// <remarks>Immutable; compared by reference. Source: B. L. Welch, Biometrika 34 (1947); numbers as R's <c>t.test(after, before)</c>.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class WelchComparison
{
    internal WelchComparison(double difference, double standardError, double degreesOfFreedom)
    {
        Difference = difference;
        StandardError = standardError;
        DegreesOfFreedom = degreesOfFreedom;
        T = difference / standardError;
        P = StudentT.TwoSided(T, degreesOfFreedom);
        var margin = StudentT.Exceeded(0.05, degreesOfFreedom) * standardError;
        (Low95, High95) = (difference - margin, difference + margin);
    }

    /// <summary>The mean after less the mean before.</summary>
    public double Difference { get; }

    /// <summary>Its standard error.</summary>
    public double StandardError { get; }

    /// <summary>The degrees of freedom after Welch and Satterthwaite; not a whole number.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The difference over its standard error.</summary>
    public double T { get; }

    /// <summary>How likely so large a difference is by chance, on either side; 0 to 1.</summary>
    public double P { get; }

    /// <summary>The lower end of the 95 % interval.</summary>
    public double Low95 { get; }

    /// <summary>The upper end of the 95 % interval.</summary>
    public double High95 { get; }

    /// <summary>Difference, t and p, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Difference:0.####}, t = {T:0.###}, p = {P:0.####}");
}
