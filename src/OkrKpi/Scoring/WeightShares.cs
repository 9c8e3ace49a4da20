using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>Weights as shares of a whole.</summary>
public static class WeightShares
{
    /// <summary>The share of each weight: 25 of 80 is 0.3125. Exact; nothing is rounded.</summary>
    /// <param name="weights">The weights, each 0 or more.</param>
    /// <returns>The shares in the same order; all 0 when every weight is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 10^15.</exception>
    public static IReadOnlyList<decimal> Of(params IReadOnlyList<decimal> weights)
    {
        Guard.Against.Null(weights);
        var sum = 0m;
        foreach (var weight in weights)
        {
            sum += Require.Between(weight, 0m, Require.LargestAmount, "a weight is 0 or a positive number", nameof(weights));
        }

        return [.. weights.Select(weight => sum == 0m ? 0m : weight / sum)];
    }

    /// <summary>
    /// The shares when some are pinned and the others split the rest equally: of four with the first at 0.5, the others have a sixth each (Microsoft Viva
    /// Goals).
    /// </summary>
    /// <param name="pinned">The pinned share of each, 0 to 1; <see langword="null"/> for one that is not pinned.</param>
    /// <returns>The shares in the same order. They add up to 1 unless every one is pinned.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1.</exception>
    /// <exception cref="ArgumentException">The pinned shares add up to more than 1.</exception>
    public static IReadOnlyList<decimal> Pinned(params IReadOnlyList<decimal?> pinned)
    {
        Guard.Against.Null(pinned);
        var sum = 0m;
        foreach (var share in pinned)
        {
            sum += Require.Between(share ?? 0m, 0m, 1m, "a pinned share is a part of the whole", nameof(pinned));
        }

        if (sum > 1m)
        {
            throw new ArgumentException(FormattableString.Invariant($"The pinned shares add up to {sum}; together they are at most 1."), nameof(pinned));
        }

        var open = pinned.Count(share => share is null);
        return [.. pinned.Select(share => share ?? ((1m - sum) / open))];
    }

    /// <summary>Shares as percentages to display, which add up to exactly 100: thirds are 33.33, 33.33 and 33.34.</summary>
    /// <remarks>Each is rounded down, and what is missing goes to the largest remainders, of equal ones to the last (Hamilton's method).</remarks>
    /// <param name="weights">The weights, each 0 or more.</param>
    /// <param name="digits">The decimals of a percentage, 0 to 10.</param>
    /// <returns>The percentages in the same order; all 0 when every weight is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above 10^15, or <paramref name="digits"/> is not 0 to 10.</exception>
    public static IReadOnlyList<decimal> Percentages(IReadOnlyList<decimal> weights, int digits = 2)
    {
        Require.Between(digits, 0m, 10m, "a percentage is shown with decimals");
        var shares = Of(weights);
        var step = 1m;
        for (var digit = 0; digit < digits; digit++)
        {
            step /= 10m;
        }

        decimal[] shown = [.. shares.Select(share => Math.Floor(share * 100m / step) * step)];
        if (shares.All(share => share == 0m))
        {
            return shown;
        }

        var open = (int)((100m - shown.Sum()) / step);
        foreach (var index in Enumerable.Range(0, shown.Length).OrderByDescending(index => Math.Round(
            (shares[index] * 100m) - shown[index], 12)).ThenByDescending(index => index).Take(open))
        {
            shown[index] += step;
        }

        return shown;
    }
}
