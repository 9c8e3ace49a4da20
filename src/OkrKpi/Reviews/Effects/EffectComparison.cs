namespace OkrKpi.Effects;

/// <summary>The periods after, compared with what the periods before would have led to: their level, or the line they were on.</summary>
/// <remarks>Immutable; compared by reference. All but counts are in the unit of the values; statistics, and so of type <see cref="double"/>.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class EffectComparison
{
    internal EffectComparison(
        double slope, double sigma, int degreesOfFreedom, double autocorrelation, double standardError, double ahead, double? difference, double? capped)
    {
        Slope = slope;
        Sigma = sigma;
        DegreesOfFreedom = degreesOfFreedom;
        Autocorrelation = autocorrelation;
        StandardError = standardError;
        Margin = StudentT.Quantile95(degreesOfFreedom) * standardError;
        Ahead = ahead;
        Difference = difference;
        CappedDifference = capped;
    }

    /// <summary>How much the line rises a period; 0 for a level.</summary>
    public double Slope { get; }

    /// <summary>The standard deviation of the periods before around what is expected.</summary>
    public double Sigma { get; }

    /// <summary>The degrees of freedom it rests on.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>How much neighbouring periods resemble each other, 0 to 0.8, corrected for the low bias of short series.</summary>
    public double Autocorrelation { get; }

    /// <summary>The standard error of the <see cref="Difference"/>, allowing for the <see cref="Autocorrelation"/>.</summary>
    public double StandardError { get; }

    /// <summary>What noise alone stays within, one-sided at 5 %: the t quantile times the <see cref="StandardError"/>.</summary>
    public double Margin { get; }

    /// <summary>The mean of the values after less the mean of what is expected; <see langword="null"/> before they are there.</summary>
    public double? Difference { get; }

    /// <summary>The same with each period's difference held within 2.6 <see cref="Sigma"/>, so that one extreme period cannot make a sign.</summary>
    public double? CappedDifference { get; }

    /// <summary>The lower end of the 90 % interval of the difference.</summary>
    public double? Low => Difference - Margin;

    /// <summary>The upper end of the 90 % interval of the difference.</summary>
    public double? High => Difference + Margin;

    /// <summary>How far the periods after lie ahead of those before, on average, in periods.</summary>
    internal double Ahead { get; }

    /// <summary>Whether a difference can be a sign at all: no period counts for more than the cap.</summary>
    internal bool CanShow => Margin < BeforeAfter.Cap * Sigma;

    /// <summary>Difference and margin, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Difference:0.####} against {Margin:0.####}");
}
