using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace OkrKpi.Analytics;

/// <summary>The guards of this package: a message carries the value, what is allowed and what to do.</summary>
internal static class Demand
{
    /// <summary>As in the core, amounts lie within ±10^15.</summary>
    private const decimal LargestAmount = 1_000_000_000_000_000m;

    internal static int Between(int value, int least, int most, string rule, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{value} is not within {least} to {most}: {rule}.");

    internal static decimal Between(decimal value, decimal least, decimal most, string rule, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{value} is not within {least} to {most}: {rule}."));

    internal static decimal Amount(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Between(value, -LargestAmount, LargestAmount, "amounts lie within ±10^15; give them in thousands or millions", name);

    internal static decimal Probability(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is > 0m and < 1m
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"{value} is no probability of an interval: give one above 0 and below 1, such as 0.8."));

    internal static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{value} is no {typeof(T).Name}.");

    internal static double[] Amounts(IReadOnlyList<decimal> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        Guard.Against.Null(values, name);
        var numbers = new double[values.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = (double)Amount(values[index], name);
        }

        return numbers;
    }

    internal static int Periods(int periods, [CallerArgumentExpression(nameof(periods))] string? name = null) =>
        Between(periods, 1, 1_000, "so many periods are forecast", name);

    internal static int Season(int season, [CallerArgumentExpression(nameof(season))] string? name = null) =>
        Between(season, 1, 1_000, "a season is a number of periods after which it comes again, 12 for months and 1 without a season", name);
}
