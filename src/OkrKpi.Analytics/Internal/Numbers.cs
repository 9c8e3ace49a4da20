namespace OkrKpi.Analytics;

/// <summary>From the doubles inside to the decimals outside.</summary>
internal static class Numbers
{
    // As in the core: what adds up goes to ±10^18.
    private const double Largest = 1e18;

    /// <summary>A number held within ±10^18, so that nothing that is computed with it overflows.</summary>
    internal static double Held(double value) => Math.Clamp(value, -Largest, Largest);

    /// <summary>A divisor that is at least a trillionth of one, so that a quotient of amounts stays finite.</summary>
    internal static double Divisor(double value) => Math.Abs(value) >= 1e-12 ? value : value < 0d ? -1e-12 : 1e-12;

    /// <summary>The decimal nearest to a double, to 15 digits.</summary>
    internal static decimal Amount(double value) => (decimal)Held(value);

    internal static decimal[] Amounts(ReadOnlySpan<double> values)
    {
        var amounts = new decimal[values.Length];
        for (var index = 0; index < amounts.Length; index++)
        {
            amounts[index] = Amount(values[index]);
        }

        return amounts;
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            sum += value;
        }

        // Once more over what is left, because a sum of large numbers loses the small ones.
        var mean = sum / values.Length;
        var rest = 0d;
        foreach (var value in values)
        {
            rest += value - mean;
        }

        return mean + (rest / values.Length);
    }

    internal static double SquaredDeviations(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var sum = 0d;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum;
    }
}
