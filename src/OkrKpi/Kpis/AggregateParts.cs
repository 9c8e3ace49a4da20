using System.Numerics;
using System.Runtime.CompilerServices;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// What the parts of an aggregate have to be like, whoever worked them out: an engine that mixes up two columns is found here and not in a figure.
/// </summary>
internal static class AggregateParts
{
    private const long MostRows = 1_000_000_000_000;

    // Sums of doubles are right to rounding only, and the engine may have added them in any order; a mixed-up column is further off.
    private const double Rounding = 1e-9;

    private const double RoundingOfRow = 2.3e-16;

    private const double RoundingOfSquares = 1e-6;

    internal static void CheckRows(long count)
    {
        if (count is < 1 or > MostRows)
        {
            throw Out(nameof(count), count, "parts are of 1 to 10^12 rows; where there is none, leave the cell out or take the default value");
        }
    }

    internal static void CheckValues<T>(long count, T min, T max, T first, T last, T limit, string limits)
        where T : struct, INumber<T>
    {
        CheckWithin(min, -limit, limit, $"a value lies within ±{limits}");
        CheckWithin(max, min, limit, $"the largest value is not below the smallest, and within ±{limits}");
        CheckWithin(first, min, max, "the earliest value lies between the smallest and the largest");
        CheckWithin(last, min, max, "the latest value lies between the smallest and the largest");
        if (count == 1 && min != max)
        {
            throw Out(nameof(max), max, "of a single row the smallest and the largest value are the same");
        }
    }

    internal static void CheckTimes(Instant firstAt, Instant lastAt)
    {
        Require.DateOf(firstAt);
        if (Require.DateOf(lastAt) < firstAt)
        {
            throw Out(nameof(lastAt), lastAt, "the latest value was not measured before the earliest");
        }
    }

    /// <summary>Refuses a sum that so many values between the smallest and the largest cannot come to.</summary>
    internal static void CheckSum(double sum, long count, double min, double max) =>
        CheckSum(sum, count, min, max, "so many values between the smallest and the largest come to a sum between", nameof(sum));

    /// <summary>Refuses a sum that values which weigh so much cannot come to.</summary>
    internal static void CheckWeighted(double weightedSum, double weight, double min, double max) =>
        CheckSum(weightedSum, weight, min, max, "values between the smallest and the largest that weigh so much come to a sum between", nameof(weightedSum));

    private static void CheckSum(double sum, double size, double min, double max, string meaning, string name)
    {
        var tolerance = size * Math.Max(Math.Abs(min), Math.Abs(max)) * Math.Max(Rounding, size * RoundingOfRow);
        CheckWithin(sum, (size * min) - tolerance, (size * max) + tolerance, meaning, name);
    }

    internal static void CheckSquares(double? squaredDeviations, long count, double min, double max)
    {
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        var most = count * (((max - min) * (max - min) / 4d) + (RoundingOfSquares * size * size));
        const string meaning = "the squared deviations from the mean add up to 0 or more, and to no more than the smallest and the largest value allow";
        CheckWithin(squaredDeviations ?? 0d, 0d, most, meaning, nameof(squaredDeviations));
    }

    internal static void CheckWithin<T>(T value, T low, T high, string meaning, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, INumber<T>
    {
        // NaN compares as false with everything, so it is not within.
        if (!(value >= low && value <= high))
        {
            throw Out(name, value, FormattableString.Invariant($"{meaning}; allowed is {low} to {high}, ends included"));
        }
    }

    private static ArgumentOutOfRangeException Out(string name, object value, string meaning) =>
        new(name, value, FormattableString.Invariant($"{value} is out of range: {meaning}."));
}
