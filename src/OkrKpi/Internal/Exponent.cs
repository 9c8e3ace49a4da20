namespace OkrKpi;

/// <summary>Powers of decimals, the same on every machine.</summary>
internal static class Exponent
{
    // As many halvings of the exponent as a decimal has bits.
    private const int Bits = 96;

    /// <summary>A number above 0 to the power of a share from 0 to 1: 4 to the power of 0.5 is 2.</summary>
    internal static decimal Power(decimal number, decimal share)
    {
        if (share >= 1m)
        {
            return number;
        }

        // The binary digits of the share say which of the square roots of square roots are multiplied.
        var (result, root) = (1m, number);
        for (var bit = 0; bit < Bits && share > 0m; bit++)
        {
            root = SquareRoot(root);
            share *= 2m;
            if (share >= 1m)
            {
                result *= root;
                share -= 1m;
            }
        }

        return result;
    }

    private static decimal SquareRoot(decimal number)
    {
        var root = (decimal)Math.Sqrt((double)number);
        if (root == 0m)
        {
            return 0m;
        }

        // One step of Heron's doubles the digits that the first guess has; a second settles the last ones.
        root = (root + (number / root)) / 2m;
        return (root + (number / root)) / 2m;
    }
}
