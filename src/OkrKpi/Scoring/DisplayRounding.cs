using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>How scores are rounded for display. The only place where a score is rounded; nothing is computed from what it gives.</summary>
/// <remarks>Immutable; equal when digits and mode are equal.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class DisplayRounding : IEquatable<DisplayRounding>
{
    private DisplayRounding(int digits, RoundingMode mode)
    {
        Digits = digits;
        Mode = mode;
    }

    /// <summary>One decimal of a score, half up: 0.94 is 0.9 (Doerr).</summary>
    public static DisplayRounding OneDecimal { get; } = new(1, RoundingMode.HalfUp);

    /// <summary>Whole percent, half up: 0.725 is 73 % (Gtmhub). The default.</summary>
    public static DisplayRounding WholePercent { get; } = new(2, RoundingMode.HalfUp);

    /// <summary>The decimals of a score that are kept, 0 to 12; 2 is a whole percent.</summary>
    public int Digits { get; }

    /// <summary>Where a number in between goes.</summary>
    public RoundingMode Mode { get; }

    /// <summary>A rounding.</summary>
    /// <param name="digits">The decimals of a score that are kept, 0 to 12; 2 is a whole percent.</param>
    /// <param name="mode">Where a number in between goes.</param>
    /// <returns>The rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not 0 to 12, or <paramref name="mode"/> is undefined.</exception>
    public static DisplayRounding To(int digits, RoundingMode mode) =>
        new((int)Require.Between(digits, 0m, 12m, "a score is shown with decimals"), Require.Defined(mode));

    /// <summary>A score as it is shown.</summary>
    /// <param name="score">The score.</param>
    /// <returns>The rounded score.</returns>
    public decimal Round(decimal score) => Mode switch
    {
        RoundingMode.HalfUp => Math.Round(Residue.Without(score), Digits, MidpointRounding.AwayFromZero),
        RoundingMode.HalfEven => Math.Round(Residue.Without(score), Digits, MidpointRounding.ToEven),
        RoundingMode.Truncate => Math.Round(Residue.Without(score), Digits, MidpointRounding.ToZero),
        RoundingMode.HalfDown => HalfDown(Residue.Without(score)),
    };

    /// <summary>A score as it is shown in percent: 0.725 is 73.</summary>
    /// <param name="score">The score, within ±10^15.</param>
    /// <returns>The rounded percentage.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> lies outside ±10^15.</exception>
    public decimal Percent(decimal score) => Round(Require.Amount(score)) * 100m;

    /// <inheritdoc/>
    public bool Equals(DisplayRounding? other) => other is not null && Digits == other.Digits && Mode == other.Mode;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DisplayRounding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Digits, Mode);

    /// <summary>Digits and mode, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Digits} decimals, {Mode}");

    // What lies exactly half way stays at the number nearer to zero; everything else goes to the nearest.
    private decimal HalfDown(decimal score)
    {
        var down = Math.Round(score, Digits, MidpointRounding.ToZero);
        var up = Math.Round(score, Digits, MidpointRounding.AwayFromZero);
        return Math.Abs(score - down) <= Math.Abs(up - score) ? down : up;
    }
}
