namespace OkrKpi;

/// <summary>What results are held to, so that absurd input gives an absurd number of the right sign, and never an overflow.</summary>
internal static class Held
{
    /// <summary>A thousand of the largest amounts: what measurements may add up to.</summary>
    private const decimal LargestActual = 1_000m * Require.LargestAmount;

    /// <summary>The largest amount over the smallest range.</summary>
    private const decimal LargestQuotient = Require.LargestAmount / Require.SmallestRange;

    /// <summary>The value of a period, within ±10^18.</summary>
    internal static decimal Actual(decimal value) => Math.Clamp(value, -LargestActual, LargestActual);

    /// <summary>A quotient, within ±10^27; the divisor is not 0.</summary>
    internal static decimal Quotient(decimal dividend, decimal divisor)
    {
        // Held before it is divided: a product with a divisor below 1 always fits.
        var size = Math.Abs(divisor);
        return size < 1m && Math.Abs(dividend) > size * LargestQuotient
            ? LargestQuotient * Math.Sign(dividend) * Math.Sign(divisor)
            : Math.Clamp(dividend / divisor, -LargestQuotient, LargestQuotient);
    }
}
