using System.Globalization;

namespace OkrKpi;

/// <summary>How far a target may be missed and still count as near: a share of the target, or an amount in the metric's unit.</summary>
/// <remarks>
/// Immutable; equal when share and amount are equal. Exactly as far as tolerated is still tolerated. 5 % of a target of 100 tolerates 95, and where lower is
/// better 105.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Tolerance : IEquatable<Tolerance>
{
    private Tolerance(decimal share, decimal amount)
    {
        Share = share;
        Amount = amount;
    }

    /// <summary>The share of the target, 0 to 1; 0 where it is an amount.</summary>
    public decimal Share { get; }

    /// <summary>The distance in the unit of the KPI; 0 where it is a share.</summary>
    public decimal Amount { get; }

    /// <summary>A twentieth of the target, the default everywhere.</summary>
    public static Tolerance Default { get; } = new(0.05m, 0m);

    /// <summary>No tolerance: missed is missed.</summary>
    public static Tolerance None { get; } = new(0m, 0m);

    /// <summary>A share of the target's size; of a band the size of its larger end. A target of 0 tolerates nothing.</summary>
    /// <param name="share">The share, 0 to 1: 0.05 for 5 %.</param>
    /// <returns>The tolerance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not 0 to 1.</exception>
    public static Tolerance OfShare(decimal share) => new(Require.Between(share, 0m, 1m, "a tolerance is a share of the target"), 0m);

    /// <summary>An amount in the metric's own unit, which also works for targets of 0: one complaint, half a percentage point.</summary>
    /// <param name="amount">The amount; 0 or more.</param>
    /// <returns>The tolerance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative or above 10^15.</exception>
    public static Tolerance OfAmount(decimal amount) => new(0m, Require.Between(amount, 0m, Require.LargestAmount, "a tolerance is a distance"));

    /// <summary>How far a target may be missed, in the metric's unit: 5 for a target of 100 and 5 %.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The distance; 0 or more.</returns>
    public decimal Of(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Amount + (Share * target.Size);
    }

    /// <inheritdoc/>
    public bool Equals(Tolerance? other) => other is not null && Share == other.Share && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tolerance);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Share, Amount);

    /// <summary>Share or amount, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Share > 0m
        ? Share.ToString("0.####%", CultureInfo.InvariantCulture)
        : Amount.ToString("#,0.####", CultureInfo.InvariantCulture);
}
