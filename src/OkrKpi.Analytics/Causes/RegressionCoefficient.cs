namespace OkrKpi.Analytics;

/// <summary>One coefficient of a regression.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class RegressionCoefficient
{
    internal RegressionCoefficient(double estimate, double standardError, int degreesOfFreedom)
    {
        Estimate = estimate;
        StandardError = standardError;
        P = standardError > 0d ? Quantiles.Exceeding(estimate / standardError, degreesOfFreedom) : estimate == 0d ? 1d : 0d;
    }

    /// <summary>The coefficient.</summary>
    public double Estimate { get; }

    /// <summary>Its standard error, for independent errors; 0 when the values lie on the model exactly.</summary>
    public double StandardError { get; }

    /// <summary>How likely an estimate at least so far from 0 is when there is no such effect, two-sided, by Student's t.</summary>
    public double P { get; }

    /// <summary>Estimate and standard error, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Estimate:0.######} ± {StandardError:0.######}");
}
