using System.Globalization;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>An observed value: on a date or at an instant, optionally with a weight, a denominator and a segment.</summary>
/// <remarks>
/// <para>Immutable; equal when all parts are equal. A date has no time zone and is never converted; an instant falls on the date of the KPI's calendar.</para>
/// <para>It has two times: when it was observed, and when it became known (<see cref="KnownOn"/>), so that a past review can be repeated as it was then.</para>
/// </remarks>
public sealed class Measurement : IEquatable<Measurement>
{
    private Measurement(LocalDate? date, Instant? at, decimal value, decimal? weight, decimal? denominator, Segment? segment, LocalDate? knownOn, bool restates)
    {
        Date = date;
        At = at;
        Value = value;
        Weight = weight;
        Denominator = denominator;
        Segment = segment;
        KnownOn = knownOn;
        Restates = restates;
    }

    /// <summary>The date it was observed on; <see langword="null"/> when it has an instant.</summary>
    public LocalDate? Date { get; }

    /// <summary>The instant it was observed at; <see langword="null"/> when it has a date.</summary>
    public Instant? At { get; }

    /// <summary>The value in the KPI's unit; the numerator when there is a <see cref="Denominator"/>.</summary>
    public decimal Value { get; }

    /// <summary>How much the value counts in a weighted average, such as the orders behind an average order value; <see langword="null"/> without one.</summary>
    public decimal? Weight { get; }

    /// <summary>What <see cref="Value"/> is divided by in a ratio of sums; <see langword="null"/> when the value is no numerator.</summary>
    public decimal? Denominator { get; }

    /// <summary>The part of the business it belongs to; <see langword="null"/> for the whole.</summary>
    public Segment? Segment { get; }

    /// <summary>When it became known; <see langword="null"/> when on the day itself.</summary>
    public LocalDate? KnownOn { get; }

    /// <summary>Whether it replaces what was known before of the same time and segment.</summary>
    public bool Restates { get; }

    /// <summary>A value observed on a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="value">The value, in the KPI's unit.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or the date outside the years 2 to 9997.</exception>
    public static Measurement On(LocalDate date, decimal value) => new(Require.Date(date), null, Require.Amount(value), null, null, null, null, false);

    /// <summary>A value observed at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="value">The value, in the KPI's unit.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15, or the instant outside the years 2 to 9997.</exception>
    public static Measurement AtInstant(Instant instant, decimal value) => new(null, Require.DateOf(instant), Require.Amount(value), null, null, null, null, false);

    /// <summary>A measurement with everything that was recorded of it, as it comes out of a database or a document.</summary>
    /// <param name="date">The date it was observed on; <see langword="null"/> when there is an instant.</param>
    /// <param name="at">The instant it was observed at; <see langword="null"/> when there is a date.</param>
    /// <param name="value">The value, in the KPI's unit; the numerator when there is a denominator.</param>
    /// <param name="weight">How much the value counts in a weighted average, 0 to 10^15; <see langword="null"/> for none.</param>
    /// <param name="denominator">What the value is divided by in a ratio of sums, 0 to 10^15; <see langword="null"/> for none.</param>
    /// <param name="segment">The part of the business; <see langword="null"/> for the whole.</param>
    /// <param name="knownOn">The day it became known; <see langword="null"/> when on the day itself.</param>
    /// <returns>The measurement, as <see cref="On(LocalDate, decimal)"/> and the other methods would build it step by step; it restates nothing.</returns>
    /// <exception cref="ArgumentException">There are both a date and an instant, or none of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date or the instant lies outside the years 2 to 9997, the value outside ±10^15, the weight or the denominator is negative or above 10^15, or value times weight lies outside ±10^21.</exception>
    public static Measurement Recorded(LocalDate? date, Instant? at, decimal value, decimal? weight, decimal? denominator, Segment? segment, LocalDate? knownOn) =>
        date.HasValue == at.HasValue
            ? throw new ArgumentException("A measurement is observed on a date or at an instant; give one of them.", nameof(date))
            : new(
                date is { } day ? Require.Date(day, nameof(date)) : null,
                at is { } moment ? Require.DateOf(moment, nameof(at)) : null,
                Require.Amount(value),
                weight is { } much ? RequireWeight(much, value, nameof(weight)) : null,
                denominator is { } number ? RequireDenominator(number, nameof(denominator)) : null,
                segment,
                knownOn is { } known ? Require.Date(known, nameof(knownOn)) : null,
                false);

    /// <summary>The same measurement as the numerator of a ratio: 30 sales of 1,000 visitors is <c>Measurement.On(date, 30).OutOf(1000)</c>.</summary>
    /// <param name="denominator">What it is divided by; 0 or more.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is negative or above 10^15.</exception>
    public Measurement OutOf(decimal denominator) =>
        new(Date, At, Value, Weight, RequireDenominator(denominator), Segment, KnownOn, Restates);

    /// <summary>The same measurement with a weight for a weighted average.</summary>
    /// <param name="weight">The weight; 0 or more.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 10^15, or value times weight lies outside ±10^21.</exception>
    public Measurement Weighing(decimal weight) => new(Date, At, Value, RequireWeight(weight, Value), Denominator, Segment, KnownOn, Restates);

    /// <summary>The same measurement for one part of the business.</summary>
    /// <param name="segment">The part.</param>
    /// <returns>The measurement.</returns>
    public Measurement For(Segment segment) => new(Date, At, Value, Weight, Denominator, Guard.Against.Null(segment), KnownOn, Restates);

    /// <summary>The same measurement, known only from a later day on: late data.</summary>
    /// <param name="date">The day it became known.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Measurement Known(LocalDate date) => new(Date, At, Value, Weight, Denominator, Segment, Require.Date(date), Restates);

    /// <summary>The same measurement as a restatement: from a day on it replaces everything known through that day of the same time and segment; of two of one day the one with the larger value stands.</summary>
    /// <param name="date">The day of the restatement.</param>
    /// <returns>The measurement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 2 to 9997.</exception>
    public Measurement Restating(LocalDate date) => new(Date, At, Value, Weight, Denominator, Segment, Require.Date(date), true);

    /// <inheritdoc/>
    public bool Equals(Measurement? other) =>
        other is not null && Date == other.Date && At == other.At && Value == other.Value && Weight == other.Weight
        && Denominator == other.Denominator && Equals(Segment, other.Segment) && KnownOn == other.KnownOn && Restates == other.Restates;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Measurement);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Date, At, Value, Weight, Denominator, Segment, KnownOn, Restates);

    /// <summary>When and how much, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Date?.Iso() ?? At!.Value.ToString("g", CultureInfo.InvariantCulture)}: {Value}{(Denominator is { } denominator ? " / " + denominator.ToString(CultureInfo.InvariantCulture) : "")}");

    internal bool IsKnown(ReportingCalendar calendar, LocalDate asOf)
    {
        var observed = DateIn(calendar);
        return observed <= asOf && (KnownOn ?? observed) <= asOf;
    }

    internal LocalDate DateIn(ReportingCalendar calendar) => Date ?? calendar.DateOf(At!.Value);

    private static decimal RequireDenominator(decimal denominator, [CallerArgumentExpression(nameof(denominator))] string? name = null) =>
        Require.Between(denominator, 0m, Require.LargestAmount, "a denominator counts something", name);

    private static decimal RequireWeight(decimal weight, decimal value, [CallerArgumentExpression(nameof(weight))] string? name = null)
    {
        Require.Between(weight, 0m, Require.LargestAmount, "a weight counts what is behind the value", name);

        // 10^21 times fifty million measurements still fits a decimal.
        return weight <= 1m || Math.Abs(value) <= 1e21m / weight
            ? weight
            : throw new ArgumentOutOfRangeException(name, weight, "Value times weight goes beyond 10^21; use a larger unit, such as millions.");
    }
}
