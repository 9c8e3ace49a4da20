namespace OkrKpi.Effects;

/// <summary>Student's t: the quantiles the rule asks for, and for other comparisons the distribution itself.</summary>
/// <remarks>
/// Continued fraction of the incomplete beta after Lentz, logarithm of gamma after Lanczos (g = 607/128, 15 terms): both to about 1e-14 here.
/// </remarks>
internal static class StudentT
{
    // At 0.95, one-sided, for 1 to 23 degrees of freedom: 24 periods before have no more.
    private static readonly double[] At95 =
    [
        6.313751514675, 2.919985580354, 2.353363434802, 2.131846786327, 2.015048373333, 1.943180280515, 1.894578605090, 1.859548037531, 1.833112932656,
        1.812461122812, 1.795884818704, 1.782287555649, 1.770933395987, 1.761310135775, 1.753050355693, 1.745883676276, 1.739606726075, 1.734063606618,
        1.729132811521, 1.724718242921, 1.720742902812, 1.717144374380, 1.713871527747,
    ];

    private static readonly double[] Lanczos =
    [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978, 0.33994649984811888699e-4,
        0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.21743961811521264320e-3,
        -0.16431810653676389022e-3, 0.84418223983852743293e-4, -0.26190838401581408670e-4, 0.36899182659531622704e-5,
    ];

    /// <summary>The quantile at 0.95 for 1 to 23 degrees of freedom.</summary>
    internal static double Quantile95(int degreesOfFreedom) => At95[degreesOfFreedom - 1];

    /// <summary>How likely a value is that lies at least so far from 0, on either side.</summary>
    internal static double TwoSided(double t, double degreesOfFreedom)
    {
        var square = t * t;
        return double.IsInfinity(square) ? 0d : IncompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2d, 0.5);
    }

    /// <summary>The distance from 0 that is exceeded, on either side, with a probability.</summary>
    internal static double Exceeded(double probability, double degreesOfFreedom)
    {
        var (low, high) = (0d, 1d);
        while (TwoSided(high, degreesOfFreedom) > probability)
        {
            (low, high) = (high, high * 2d);
        }

        for (var middle = (low + high) / 2d; middle > low && middle < high; middle = (low + high) / 2d)
        {
            (low, high) = TwoSided(middle, degreesOfFreedom) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2d;
    }

    private static double IncompleteBeta(double x, double a, double b) =>
        x <= 0d ? 0d
        : x >= 1d ? 1d
        : x < (a + 1d) / (a + b + 2d) ? Front(x, a, b) * Fraction(x, a, b) / a
        : 1d - (Front(x, a, b) * Fraction(1d - x, b, a) / b);

    private static double Front(double x, double a, double b) =>
        Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1d - x)));

    private static double Fraction(double x, double a, double b)
    {
        var c = 1d;
        var d = 1d / Held(1d - ((a + b) * x / (a + 1d)));
        var sum = d;
        for (var term = 1; term <= 1_000; term++)
        {
            var even = term * (b - term) * x / ((a + (2d * term) - 1d) * (a + (2d * term)));
            d = 1d / Held(1d + (even * d));
            c = Held(1d + (even / c));
            sum *= d * c;
            var odd = -(a + term) * (a + b + term) * x / ((a + (2d * term)) * (a + (2d * term) + 1d));
            d = 1d / Held(1d + (odd * d));
            c = Held(1d + (odd / c));
            sum *= d * c;
            if (Math.Abs((d * c) - 1d) < 1e-16)
            {
                break;
            }
        }

        return sum;
    }

    // A denominator of 0 would end the fraction.
    private static double Held(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    private static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var term = 1; term < Lanczos.Length; term++)
        {
            sum += Lanczos[term] / (x + term - 1d);
        }

        var shifted = x + (607d / 128d) - 0.5;
        return ((x - 0.5) * Math.Log(shifted)) - shifted + Math.Log(2.5066282746310005 * sum);
    }
}
