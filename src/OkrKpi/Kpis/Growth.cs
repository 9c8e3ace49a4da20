using System.Globalization;

namespace OkrKpi;

/// <summary>How much a value grew since an earlier one, or why that cannot be told.</summary>
/// <remarks>Equal when all parts are equal. The default value has no values to tell it from.</remarks>
[JsonConverter(typeof(FormInJson))]
public readonly struct Growth : IEquatable<Growth>
{
    private readonly GrowthState state;

    private Growth(GrowthState state, decimal? current, decimal? earlier, decimal? rate)
    {
        this.state = state;
        Current = current;
        Earlier = earlier;
        Rate = rate;
    }

    /// <summary>The current value; <see langword="null"/> when it is missing.</summary>
    public decimal? Current { get; }

    /// <summary>The earlier value, the base; <see langword="null"/> when it is missing.</summary>
    public decimal? Earlier { get; }

    /// <summary>
    /// The change in the unit of the values: current less earlier. <see langword="null"/> when one is missing, or while the period still runs.
    /// </summary>
    public decimal? Change => State is GrowthState.MissingValue or GrowthState.StillRunning ? null : Current - Earlier;

    /// <summary>
    /// The change as a share of the size of the earlier value: from 100 to 150 is 0.5. <see langword="null"/> unless <see cref="State"/> is
    /// <see cref="GrowthState.Known"/>.
    /// </summary>
    public decimal? Rate { get; }

    /// <summary>Whether the growth is known, and if not, why.</summary>
    public GrowthState State => state == 0 ? GrowthState.MissingValue : state;

    /// <summary>Whether two growths are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(Growth left, Growth right) => left.Equals(right);

    /// <summary>Whether two growths differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> when different.</returns>
    public static bool operator !=(Growth left, Growth right) => !left.Equals(right);

    /// <summary>The growth from an earlier value to a current one: (current - earlier) / |earlier|.</summary>
    /// <param name="current">The current value; <see langword="null"/> when it is missing.</param>
    /// <param name="earlier">The earlier value; <see langword="null"/> when it is missing. Closer to zero than 10^-12 it counts as zero.</param>
    /// <param name="negative">How growth from a negative value is told.</param>
    /// <returns>The growth; from 100 to 150 it is 0.5, from 0 it is undefined, to 0 as well.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not within ±10^15, or <paramref name="negative"/> is undefined.</exception>
    public static Growth Of(decimal? current, decimal? earlier, NegativeBase negative = NegativeBase.ByMagnitude)
    {
        Require.Defined(negative);
        if (current is not { } now || earlier is not { } before)
        {
            return new(GrowthState.MissingValue, current, earlier, null);
        }

        Require.Amount(now, nameof(current));
        Require.Amount(before, nameof(earlier));
        return Math.Abs(before) < Require.SmallestRange ? new(GrowthState.ZeroBase, now, before, null)
            : before < 0m && negative == NegativeBase.Undefined ? new(GrowthState.NegativeBase, now, before, null)
            : new(GrowthState.Known, now, before, (now - before) / Math.Abs(before));
    }

    /// <summary>Why the growth is what it is.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Explanation.Of(
        Key,
        [new("rate", Rate), new("current", Current), new("earlier", Earlier), new("change", Change)]);

    /// <inheritdoc/>
    public bool Equals(Growth other) => State == other.State && Current == other.Current && Earlier == other.Earlier && Rate == other.Rate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Growth other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Current, Earlier, Rate);

    /// <summary>The rate in percent, or the reason why there is none, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Rate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:+0.## %;-0.## %;0 %}") : State.ToString();

    internal static Growth Withheld(decimal? current, decimal? earlier) => new(GrowthState.StillRunning, current, earlier, null);

    private string Key => State switch
    {
        GrowthState.Known => "growth.known",
        GrowthState.ZeroBase => "growth.zeroBase",
        GrowthState.NegativeBase => "growth.negativeBase",
        GrowthState.StillRunning => "growth.stillRunning",
        GrowthState.MissingValue => "growth.missing",
    };
}
