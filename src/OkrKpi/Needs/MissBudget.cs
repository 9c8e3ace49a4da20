using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>How much may be missed: 1 month in 12, 0.1 % of the answers. Some misses are expected; what matters is how fast they use up the budget.</summary>
/// <remarks>
/// Immutable; equal when the numbers it was made of are equal. The reading of reliability practice (The Site Reliability Workbook, chapter 5), with periods in
/// the place of requests.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class MissBudget : IEquatable<MissBudget>
{
    private MissBudget(decimal misses, decimal outOf)
    {
        Misses = misses;
        OutOf = outOf;
    }

    /// <summary>How many may miss: 1 for 1 in 12; of a budget given as a share that share.</summary>
    public decimal Misses { get; }

    /// <summary>Of how many: 12 for 1 in 12; of a budget given as a share 1.</summary>
    public decimal OutOf { get; }

    /// <summary>The share that may be missed, 0 to 1: 0.0833... for 1 in 12.</summary>
    public decimal Share => Misses / OutOf;

    /// <summary>So many misses in so many periods.</summary>
    /// <param name="misses">How many may miss; 0 or more.</param>
    /// <param name="outOf">Of how many, at least <paramref name="misses"/> and at least 1.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static MissBudget Of(int misses, int outOf) => new(
        Require.AtLeast(misses, 0, "a budget is a number of misses"),
        Require.AtLeast(outOf, Math.Max(misses, 1), "no more can be missed than there is"));

    /// <summary>A share that may be missed: 0.001 for a target of 99.9 %.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not 0 to 1.</exception>
    public static MissBudget OfShare(decimal share) => new(Require.Between(share, 0m, 1m, "a budget is a share of all"), 1m);

    /// <summary>
    /// How many times the affordable rate a short window may burn before a given part of the whole budget is gone: 2 % of a 30-day budget within 1 hour is 14.4
    /// times.
    /// </summary>
    /// <param name="budgetShare">The part of the budget, 0 to 1.</param>
    /// <param name="whole">The length of the whole window, above 0.</param>
    /// <param name="window">The length of the short window in the same unit, above 0.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static decimal FactorFor(decimal budgetShare, decimal whole, decimal window) =>
        Require.Between(budgetShare, 0m, 1m, "a part of the budget is a share") * Length(whole) / Length(window);

    /// <summary>How many of a number may miss: 0.1 % of 1,000,000 is 1,000.</summary>
    /// <param name="total">How many there are; 0 or more.</param>
    /// <returns>The number, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative or above 10^15.</exception>
    public decimal Allowed(decimal total) => Count(total) * Misses / OutOf;

    /// <summary>What is left of the budget, below 0 when it is overdrawn: 1,000 allowed and 5,000 missed leaves -4,000.</summary>
    /// <param name="missed">How many missed; 0 or more.</param>
    /// <param name="total">How many there are; 0 or more.</param>
    /// <returns>The number, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or above 10^15.</exception>
    public decimal Remaining(decimal missed, decimal total) => Allowed(total) - Count(missed);

    /// <summary>
    /// How many times the affordable rate the budget is being used: 1 lasts exactly, 0.05 % missed of 0.1 % is 0.5, 1 of 3 months with 1 of 12 allowed is 4.
    /// </summary>
    /// <param name="missed">How many missed; 0 or more.</param>
    /// <param name="total">How many there were; 0 or more.</param>
    /// <returns>The rate; <see langword="null"/> when there was nothing, or when nothing may miss and something did.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or above 10^15.</exception>
    public decimal? Burn(decimal missed, decimal total)
    {
        var affordable = Count(total) * Misses;
        return Count(missed) == 0m && total > 0m ? 0m
            : affordable == 0m ? null
            : Held.Quotient(missed * OutOf, affordable);
    }

    /// <inheritdoc/>
    public bool Equals(MissBudget? other) => other is not null && Misses == other.Misses && OutOf == other.OutOf;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MissBudget);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Misses, OutOf);

    /// <summary>The budget, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => OutOf == 1m
        ? Misses.ToString("0.####%", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Misses:0} in {OutOf:0}");

    /// <summary>Whether misses burn faster than so many times the affordable rate; compared before dividing.</summary>
    internal bool BurnsFaster(int missed, int total, decimal factor) => missed * OutOf > factor * total * Misses;

    private static decimal Count(decimal number) => Require.Between(number, 0m, Require.LargestAmount, "a count is not negative");

    private static decimal Length(decimal length) => Require.Between(length, Require.SmallestRange, Require.LargestAmount, "a window has a length");
}
