using System.Globalization;

namespace OkrKpi;

/// <summary>A range of amounts, both ends included; one side may be open.</summary>
/// <remarks>Immutable, so safe for any number of threads; equal when both ends are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Band : IEquatable<Band>
{
    private Band(decimal? low, decimal? high)
    {
        Low = low;
        High = high;
    }

    /// <summary>The lowest amount inside; <see langword="null"/> when open downwards.</summary>
    public decimal? Low { get; }

    /// <summary>The highest amount inside; <see langword="null"/> when open upwards.</summary>
    public decimal? High { get; }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">The lowest amount inside.</param>
    /// <param name="high">The highest amount inside; may equal <paramref name="low"/>.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="low"/> is above <paramref name="high"/>, or an end lies outside ±10^15.</exception>
    public static Band Between(decimal low, decimal high)
    {
        Require.Amount(low);
        Require.Amount(high);
        if (low > high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(low), low, string.Create(CultureInfo.InvariantCulture, $"A band from {low} to {high} is empty; give the lower end first."));
        }

        return new(low, high);
    }

    /// <summary>A target with a tolerance on both sides: 250 within 10 % is 225 to 275.</summary>
    /// <param name="target">The middle of the band.</param>
    /// <param name="tolerance">The tolerance as a share of the target's size, 0 to 1: 0.1 is 10 %.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is not 0 to 1, or an end lies outside ±10^15.</exception>
    public static Band Around(decimal target, decimal tolerance)
    {
        var distance = Math.Abs(Require.Amount(target)) * Require.Between(tolerance, 0m, 1m, "a tolerance is a share of the target");
        return Between(target - distance, target + distance);
    }

    /// <summary><paramref name="low"/> or more.</summary>
    /// <param name="low">The lowest amount inside.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="low"/> lies outside ±10^15.</exception>
    public static Band AtLeast(decimal low) => new(Require.Amount(low), null);

    /// <summary><paramref name="high"/> or less.</summary>
    /// <param name="high">The highest amount inside.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> lies outside ±10^15.</exception>
    public static Band AtMost(decimal high) => new(null, Require.Amount(high));

    /// <summary>Whether an amount lies inside, ends included.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns><see langword="true"/> inside.</returns>
    public bool Contains(decimal amount) => (Low is null || amount >= Low) && (High is null || amount <= High);

    /// <summary>Whether the whole of another band lies inside this one; equal bands do.</summary>
    /// <param name="other">The other band.</param>
    /// <returns><see langword="true"/> when nothing of <paramref name="other"/> sticks out.</returns>
    public bool Contains(Band other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Low is null || (other.Low is { } low && low >= Low)) && (High is null || (other.High is { } high && high <= High));
    }

    /// <summary>How far inside an amount lies: the distance to the nearest end, negative outside, 0 on an end. For 70 to 85: 80 gives 5, 90 gives -5.</summary>
    /// <param name="amount">The amount; beyond ±10^18 it is taken as that.</param>
    /// <returns>The signed distance, in the unit of the amount.</returns>
    public decimal Margin(decimal amount)
    {
        var held = Held.Actual(amount);
        return (Low, High) switch
        {
            ({ } low, { } high) => Math.Min(held - low, high - held),
            ({ } low, null) => held - low,
            (null, { } high) => high - held,
            _ => 0m,
        };
    }

    /// <inheritdoc/>
    public bool Equals(Band? other) => other is not null && Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Band);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <summary>The band in words, culture-independent: <c>70 to 85</c>, <c>at least 70</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (Low, High) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low:#,0.####} to {high:#,0.####}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"at least {low:#,0.####}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"at most {high:#,0.####}"),
        _ => "anything",
    };

    /// <summary>The part of the band that belongs to a part of its period.</summary>
    internal Band Part(decimal due, decimal whole) => new(Low * due / whole, High * due / whole);

    /// <summary>
    /// The band from the lower of two low ends to the higher of two high ones; an end that one of the two has not is open. <see langword="null"/> when both
    /// are.
    /// </summary>
    internal Band? Spanning(Band other)
    {
        decimal? low = Low is { } one && other.Low is { } two ? Math.Min(one, two) : null;
        decimal? high = High is { } first && other.High is { } second ? Math.Max(first, second) : null;
        return low is null && high is null ? null : new(low, high);
    }
}
