using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What a metric should reach: a number, or a band to stay inside.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; equal when number, strictness and band are equal. Which side of the number is good is not the target's but
/// the metric's <see cref="Direction"/>.
/// Reaching the number exactly is reaching it, unless the target is strict: then it is to be passed.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Target : IEquatable<Target>
{
    private readonly Side side;

    private Target(decimal? value, Band? band, Side side = Side.OnEither)
    {
        Value = value;
        Band = band;
        this.side = side;
    }

    // A strict target says itself which side of the number is good; a plain one leaves that to the direction.
    private enum Side
    {
        OnEither = 0,
        Above = 1,
        Below = 2,
    }

    /// <summary>The number to reach; <see langword="null"/> when the target is a band.</summary>
    public decimal? Value { get; }

    /// <summary>The band to stay inside; <see langword="null"/> when the target is a number.</summary>
    public Band? Band { get; }

    /// <summary>Whether the number itself is missed: below 60 days, above 95 %. A band is never strict.</summary>
    public bool IsStrict => side != Side.OnEither;

    /// <summary>A number to reach, from below or from above as the metric's direction says; on it is met.</summary>
    /// <param name="value">The number, in the metric's unit.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public static Target Of(decimal value) => new(Require.Amount(value), null);

    /// <summary>A number to stay below: 60 is missed, 59.99 is met. For metrics that are better when lower.</summary>
    /// <param name="value">The number, in the metric's unit.</param>
    /// <returns>The strict target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public static Target Below(decimal value) => new(Require.Amount(value), null, Side.Below);

    /// <summary>A number to get above: 60 is missed, 60.01 is met. For metrics that are better when higher.</summary>
    /// <param name="value">The number, in the metric's unit.</param>
    /// <returns>The strict target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public static Target Above(decimal value) => new(Require.Amount(value), null, Side.Above);

    /// <summary>A band to stay inside, ends included.</summary>
    /// <param name="band">The band.</param>
    /// <returns>The target.</returns>
    public static Target Within(Band band) => new(null, Guard.Against.Null(band));

    /// <summary>
    /// Whether this target can be used with a direction: bands with <see cref="Direction.WithinBand"/>, numbers where more or less is better, none with
    /// <see cref="Direction.None"/>.
    /// A number to stay below fits only where lower is better, and one to get above only where higher is.
    /// </summary>
    /// <param name="direction">The direction of the metric.</param>
    /// <returns><see langword="true"/> when they fit.</returns>
    public bool Fits(Direction direction) => side switch
    {
        Side.OnEither => direction != Direction.None && direction == Direction.WithinBand == Band is not null,
        Side.Above => direction == Direction.HigherIsBetter,
        Side.Below => direction == Direction.LowerIsBetter,
    };

    /// <summary>Whether an actual reaches this target; on the number counts as reached, unless the target is strict.</summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="direction">The direction of the metric.</param>
    /// <returns><see langword="true"/> when reached.</returns>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    public bool IsMetBy(decimal actual, Direction direction) => Gap(actual, direction) is var gap && (IsStrict ? gap > 0m : gap >= 0m);

    /// <summary>
    /// How far an actual is on the good side, in the metric's unit: never negative when the target is met, and 0 on the number, where a strict target is
    /// missed. 92 against 100 higher-is-better gives -8; 2 against 5 lower-is-better gives 3.
    /// </summary>
    /// <param name="actual">The actual value; beyond ±10^18 it is taken as that.</param>
    /// <param name="direction">The direction of the metric.</param>
    /// <returns>The signed gap.</returns>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    public decimal Gap(decimal actual, Direction direction) => Fitting(direction) switch
    {
        Direction.HigherIsBetter => Held.Actual(actual) - Value!.Value,
        Direction.LowerIsBetter => Value!.Value - Held.Actual(actual),
        // Nothing fits what is only watched.
        Direction.WithinBand or Direction.None => Band!.Margin(actual),
    };

    /// <summary>
    /// How much of the target is attained, 1 on the target: actual / target when higher is better, 2 - actual / target when lower is better
    /// (linear and defined at 0: 80 against 100 gives 1.2, 200 gives 0; Profit.co's reading).
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="direction">The direction of the metric.</param>
    /// <returns>The attainment, not clamped but told as 10^27 beyond that; <see langword="null"/> where a ratio means nothing: a band, or a target that is not
    /// above 0.</returns>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    public decimal? Attainment(decimal actual, Direction direction) => Attainment(actual, direction, AttainmentReading.Distance);

    /// <summary>
    /// How much of the target is attained, 1 on the target, as a product or a team reads it: 4 where at most 5 is wanted gives 1.2 by distance and 1.25 by
    /// ratio.
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="direction">The direction of the metric.</param>
    /// <param name="reading">How to read it where lower is better.</param>
    /// <returns>The attainment, not clamped but told as 10^27 beyond that; <see langword="null"/> where a ratio means nothing: a band, a target that is not
    /// above 0, or by <see cref="AttainmentReading.Ratio"/> an actual that is not.</returns>
    /// <exception cref="ArgumentException">The target does not fit the direction.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reading"/> is undefined.</exception>
    public decimal? Attainment(decimal actual, Direction direction, AttainmentReading reading)
    {
        Require.Defined(reading);
        if (Fitting(direction) == Direction.WithinBand || Value!.Value < Require.SmallestRange)
        {
            return null;
        }

        if (direction == Direction.HigherIsBetter)
        {
            return Held.Quotient(actual, Value.Value);
        }

        return reading switch
        {
            AttainmentReading.Distance => 2m - Held.Quotient(actual, Value.Value),
            AttainmentReading.Ratio => actual < Require.SmallestRange ? null : Held.Quotient(Value.Value, actual),
        };
    }

    /// <summary>What this target does to an earlier one of the same metric and period.</summary>
    /// <param name="earlier">The target known before.</param>
    /// <param name="direction">The direction of the metric.</param>
    /// <returns>Raised when more ambitious.</returns>
    /// <exception cref="ArgumentException">One of the targets does not fit the direction.</exception>
    public TargetChange ComparedWith(Target earlier, Direction direction)
    {
        Guard.Against.Null(earlier);
        Fitting(direction);
        earlier.Fitting(direction);
        if (Equals(earlier))
        {
            return TargetChange.Unchanged;
        }

        if (direction == Direction.WithinBand)
        {
            return earlier.Band!.Contains(Band!) ? TargetChange.Raised
                : Band!.Contains(earlier.Band) ? TargetChange.Lowered
                : TargetChange.Shifted;
        }

        // To pass a number asks for more than to reach it.
        return Value == earlier.Value
            ? IsStrict ? TargetChange.Raised : TargetChange.Lowered
            : Value > earlier.Value == (direction == Direction.HigherIsBetter) ? TargetChange.Raised : TargetChange.Lowered;
    }

    /// <summary>The target as text for people: <c>100</c>, <c>5 %</c>, <c>70 % – 85 %</c>, a strict one <c>&lt; 60 d</c>.</summary>
    /// <param name="unit">The metric's unit.</param>
    /// <param name="culture">Whose number format to use.</param>
    /// <returns>The text.</returns>
    public string Format(Unit unit, CultureInfo culture)
    {
        Guard.Against.Null(unit);
        return (Value, Band) switch
        {
            ({ } value, _) => Sign + unit.Format(value, culture),
            (_, { Low: { } low, High: { } high }) => $"{unit.Format(low, culture)} – {unit.Format(high, culture)}",
            (_, { Low: { } low }) => $"≥ {unit.Format(low, culture)}",
            (_, { High: { } high }) => $"≤ {unit.Format(high, culture)}",
            _ => "",
        };
    }

    /// <inheritdoc/>
    public bool Equals(Target? other) => other is not null && Value == other.Value && side == other.side && Equals(Band, other.Band);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Target);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, side, Band);

    /// <summary>The target in words, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value is { } value ? Sign + value.ToString("#,0.####", CultureInfo.InvariantCulture) : Band!.ToString();

    /// <summary>
    /// By how much this raised target asks for more than the one before; of a band by how much its ends moved in, and without bound where an open end was
    /// closed.
    /// </summary>
    internal decimal RaisedBy(Target before) => Value is { } value
        ? Math.Abs(value - before.Value!.Value)
        : Math.Max(
            Band!.Low is { } low ? low - (before.Band!.Low ?? decimal.MinValue / 2) : 0m,
            Band.High is { } high ? (before.Band!.High ?? decimal.MaxValue / 2) - high : 0m);

    /// <summary>A number of the same strictness as this one, such as the sum of several periods, which may be more than one alone can ask for.</summary>
    internal Target At(decimal value) => new(value, null, side);

    /// <summary>The part of the target that belongs to a part of its period, such as 2 of 3 months.</summary>
    internal Target Part(decimal due, decimal whole) => due == whole ? this : new(Value * due / whole, Band?.Part(due, whole), side);


    internal decimal Size => Value is { } value ? Math.Abs(value) : Math.Max(Math.Abs(Band!.Low ?? 0m), Math.Abs(Band.High ?? 0m));

    private string Sign => side switch
    {
        Side.OnEither => "",
        Side.Above => "> ",
        Side.Below => "< ",
    };

    private Direction Fitting(Direction direction)
    {
        Require.Defined(direction);
        return Fits(direction)
            ? direction
            : throw new ArgumentException(
                direction == Direction.None ? "What is only watched has no target to be judged by."
                    : Band is not null ? $"The band {this} needs the direction WithinBand, not {direction}."
                    : direction == Direction.WithinBand ? $"The number {this} cannot be judged within a band; give the target as a band."
                    : $"The strict target {this} contradicts {direction}; stay below where lower is better, get above where higher is.",
                nameof(direction));
    }
}
